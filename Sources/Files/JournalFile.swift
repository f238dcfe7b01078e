#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif
import Vocabulary

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
