#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif
import Vocabulary

/// A file that grows piece by piece, where the whole would not fit into memory: one of a folder that is not yet in
/// its place, or one whose unfinished end its reader knows and leaves out.
package struct AppendedFile: ~Copyable {
    private let descriptor: Int32
    private let path: String
    private var buffer: [UInt8] = []
    private let room: Int
    /// SHA-256 of what was appended since the file was opened.
    private var hash = ContentHash()
    /// Bytes appended since the file was opened.
    package private(set) var count = 0

    /// Opens or makes the file.
    ///
    /// - Parameters:
    ///   - keeping: how many of the bytes that are there stay; nil: a new file, which must not be there.
    ///   - room: bytes that are gathered before they are written.
    /// - Throws: `MilieuError` of cause `file` where it cannot be made.
    package init(_ path: String, keeping: Int? = nil, room: Int = 1 << 18) throws(MilieuError) {
        let flags = O_WRONLY | O_CLOEXEC | O_NOFOLLOW | (keeping == nil ? O_CREAT | O_EXCL : 0)
        let descriptor = unsafe open(path, flags, 0o666)
        guard descriptor >= 0 else { throw FileOutput.refusal(path, errno) }
        if let keeping, ftruncate(descriptor, off_t(keeping)) != 0 || lseek(descriptor, 0, SEEK_END) < 0 {
            let code = errno
            close(descriptor)
            throw FileOutput.refusal(path, code)
        }
        (self.descriptor, self.path, self.room) = (descriptor, path, room)
    }

    deinit { close(descriptor) }

    /// Adds bytes at the end; they are on the disk after `flush` or `finish`.
    ///
    /// - Throws: `MilieuError` of cause `file` where the disk is full.
    package mutating func append(_ bytes: some Collection<UInt8>) throws(MilieuError) {
        buffer.append(contentsOf: bytes)
        if buffer.count >= room { try flush() }
    }

    /// Writes what was gathered.
    ///
    /// - Throws: `MilieuError` of cause `file` where the disk is full.
    package mutating func flush() throws(MilieuError) {
        guard !buffer.isEmpty else { return }
        let failure = SystemCall.writeAll(descriptor, buffer)
        guard failure == 0 else { throw FileOutput.refusal(path, failure) }
        hash.add(buffer)
        count += buffer.count
        buffer.removeAll(keepingCapacity: true)
    }

    /// Writes what was gathered and makes the file durable.
    ///
    /// - Returns: SHA-256 of what was appended, in hexadecimal.
    /// - Throws: `MilieuError` of cause `file` where the disk is full.
    @discardableResult
    package mutating func finish() throws(MilieuError) -> String {
        try flush()
        guard fsync(descriptor) == 0 else { throw FileOutput.refusal(path, errno) }
        return hash.text()
    }
}
