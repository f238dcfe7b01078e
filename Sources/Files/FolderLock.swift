#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif
import Vocabulary

/// A folder held by one run at a time, as long as the value lives; a run that was killed holds nothing.
package struct FolderLock: ~Copyable, Sendable {
    private let descriptor: Int32

    /// Holds a folder that is no link; nil, with `errno`, where that cannot be (`EWOULDBLOCK`: another run holds it).
    init?(_ folder: String) {
        self.init(folder, flags: O_NOFOLLOW)
    }

    private init?(_ folder: String, flags: Int32) {
        let descriptor = unsafe open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC | flags)
        guard descriptor >= 0 else { return nil }
        guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
            let code = errno
            close(descriptor)
            errno = code
            return nil
        }
        self.descriptor = descriptor
    }

    /// Holds a folder, or what a link to it leads to.
    ///
    /// - Throws: `MilieuError` of cause `file` where another run holds it, or there is none.
    package init(folder: String) throws(MilieuError) {
        guard let lock = FolderLock(folder, flags: 0) else {
            throw Self.refusal(
                folder, "Another run is working in this folder.", remedy: "Wait for its end, or stop it.")
        }
        self = lock
    }

    /// What `errno` says of a folder that could not be held; words of the caller's where somebody else holds it.
    static func refusal(_ folder: String, _ held: String, remedy: String) -> MilieuError {
        let code = errno
        guard code == EWOULDBLOCK else { return FileOutput.refusal(folder, code) }
        return MilieuError(.file, held, remedy: remedy, at: Place(file: Excerpt.of(folder, limit: 400)))
    }

    deinit { close(descriptor) }
}
