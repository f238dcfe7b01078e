#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif
import Vocabulary

/// A folder held by one run at a time, as long as the value lives; a run that was killed holds nothing.
package struct FileLock: ~Copyable {
    private let descriptor: Int32

    /// Holds the folder.
    ///
    /// - Throws: `MilieuError` of cause `file` where another run holds it.
    package init(folder: String) throws(MilieuError) {
        let descriptor = unsafe open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard descriptor >= 0 else { throw FileOutput.refusal(folder, errno) }
        guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
            close(descriptor)
            throw MilieuError(
                .file, "Another run is working in this folder.", remedy: "Wait for its end, or stop it.",
                at: Place(file: Excerpt.of(folder, limit: 400)))
        }
        self.descriptor = descriptor
    }

    deinit { close(descriptor) }
}
