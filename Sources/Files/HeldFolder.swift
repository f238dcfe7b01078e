#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif
import Vocabulary

/// A folder of this user alone that one run holds as long as the value lives; nobody else can hold it meanwhile.
package final class HeldFolder: Sendable {
    package let path: String
    private let descriptor: Int32

    /// Makes the folder where it is missing and holds it.
    ///
    /// - Throws: `MilieuError` of cause `file` where it cannot be made, is a link, or another run holds it.
    package init(_ path: String) throws(MilieuError) {
        let made = unsafe mkdir(path, 0o700) == 0
        guard made || errno == EEXIST else { throw FileOutput.refusal(path, errno) }
        let descriptor = unsafe open(path, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC)
        guard descriptor >= 0 else { throw FileOutput.refusal(path, errno) }
        guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
            close(descriptor)
            throw MilieuError(
                .file, "This dataset is already open in another studio.",
                remedy: "Use the page that is open, or end the other `milieu studio` first.", at: Place(file: path))
        }
        (self.path, self.descriptor) = (path, descriptor)
    }

    deinit { close(descriptor) }

    /// Makes a folder in it.
    package func makeFolder(_ name: String) throws(MilieuError) {
        let folder = path + "/" + name
        guard unsafe mkdir(folder, 0o700) == 0 || errno == EEXIST else { throw FileOutput.refusal(folder, errno) }
        guard InputFile.kind(folder, followsLinks: false) == .folder else { throw FileOutput.refusal(folder, ENOTDIR) }
    }
}

/// A file that only grows, line by line, each of them durable before anything rests on it.
package final class JournalFile: Sendable {
    private let path: String
    private let descriptor: Int32

    /// - Throws: `MilieuError` of cause `file` where it is a link or cannot be written.
    package init(_ path: String) throws(MilieuError) {
        descriptor = unsafe open(path, O_WRONLY | O_CREAT | O_APPEND | O_NOFOLLOW | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { throw FileOutput.refusal(path, errno) }
        self.path = path
    }

    deinit { close(descriptor) }

    /// Writes the bytes behind all others and waits until they are on the disk.
    package func append(_ bytes: [UInt8]) throws(MilieuError) {
        var failure = SystemCall.writeAll(descriptor, bytes)
        if failure == 0, fsync(descriptor) != 0 { failure = errno }
        guard failure == 0 else { throw FileOutput.refusal(path, failure) }
    }
}
