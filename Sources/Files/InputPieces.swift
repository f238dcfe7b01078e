#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif
import Vocabulary

/// Reads a regular file piece by piece, where it may be larger than memory.
package struct InputPieces: ~Copyable {
    private let descriptor: Int32
    private let path: String
    /// Bytes of the file as it was when it was opened.
    package let size: Int
    /// Where the next piece begins.
    package private(set) var position = 0

    /// Opens the file.
    ///
    /// - Throws: `MilieuError` of cause `file` where it is missing, no regular file, or not to be read.
    package init(_ path: String, followsLinks: Bool = true) throws(MilieuError) {
        let (descriptor, status) = try InputFile.open(path, followsLinks: followsLinks)
        FilesRead.add(FileIdentity(status))
        (self.descriptor, self.path, size) = (descriptor, path, Int(status.st_size))
    }

    deinit { close(descriptor) }

    /// The next bytes, fewer than asked for only at the end of the file.
    ///
    /// - Throws: `MilieuError` of cause `file` where they cannot be read.
    package mutating func next(_ count: Int) throws(MilieuError) -> [UInt8] {
        let bytes = try bytes(position, count)
        position += bytes.count
        return bytes
    }

    /// The bytes at a place, fewer than asked for only at the end of the file.
    ///
    /// - Throws: `MilieuError` of cause `file` where they cannot be read.
    package func bytes(_ place: Int, _ count: Int) throws(MilieuError) -> [UInt8] {
        var failure: Int32 = 0
        // Sound: the call fills at most as many bytes as it is told that there are, and `done` counts those it filled.
        let bytes = unsafe [UInt8](unsafeUninitializedCapacity: count) { buffer, done in
            while done < count {
                let rest = unsafe UnsafeMutableRawBufferPointer(
                    rebasing: UnsafeMutableRawBufferPointer(buffer)[done...])
                let got = unsafe SystemCall.read(descriptor, at: place + done, into: rest)
                if got < 0, errno == EINTR { continue }
                if got < 0 { failure = errno }
                guard got > 0 else { return }
                done += got
            }
        }
        guard failure == 0 else { throw InputFile.refusal(path, failure) }
        return bytes
    }
}
