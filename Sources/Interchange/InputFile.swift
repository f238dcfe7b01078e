#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif
import Vocabulary

/// Reads a regular file whole.
///
/// A file is read rather than mapped: another program that shortens a mapped file while it is
/// being read would end this one. Pipes, devices and folders are refused before anything is read.
enum InputFile {
    /// What a file may hold at most.
    static let largest = 16 << 30

    enum Kind {
        case missing, file, folder, link, other
    }

    /// - Parameter followsLinks: false: a symbolic link is what it is, not what it leads to.
    static func kind(_ path: String, followsLinks: Bool = true) -> Kind {
        var status = stat()
        let flags: Int32 = followsLinks ? 0 : AT_SYMLINK_NOFOLLOW
        // Sound: the C call fills the status that it is handed for the time of the call.
        guard !path.utf8.contains(0), unsafe fstatat(AT_FDCWD, path, &status, flags) == 0 else { return .missing }
        return kind(status)
    }

    private static func kind(_ status: stat) -> Kind {
        switch status.st_mode & S_IFMT {
        case S_IFREG: .file
        case S_IFDIR: .folder
        case S_IFLNK: .link
        default: .other
        }
    }

    /// - Throws: `MilieuError` of cause `file` where it is missing, no regular file, too large or
    ///   not to be read.
    static func read(
        _ path: String, followsLinks: Bool = true, limit: Int = largest
    ) throws(MilieuError) -> [UInt8] {
        guard !path.utf8.contains(0) else {
            throw error(path, "The name of the file has a byte 0 in it.", "Check the name.")
        }
        // Without O_NONBLOCK, opening a pipe would wait for a writer.
        let flags = O_RDONLY | O_NONBLOCK | O_CLOEXEC | (followsLinks ? 0 : O_NOFOLLOW)
        let descriptor = unsafe open(path, flags)
        guard descriptor >= 0 else { throw refusal(path, errno) }
        defer { close(descriptor) }
        var status = stat()
        guard unsafe fstat(descriptor, &status) == 0 else { throw refusal(path, errno) }
        guard kind(status) == .file else {
            throw error(path, "This is not a regular file.", "Name a file, not a folder, a pipe or a device.")
        }
        guard status.st_size <= limit else {
            throw error(
                path, "The file holds \(status.st_size) bytes; at most \(limit) are read.", "Split the file.")
        }
        return try bytes(of: descriptor, count: Int(status.st_size), path)
    }

    private static func bytes(of descriptor: Int32, count: Int, _ path: String) throws(MilieuError) -> [UInt8] {
        var failure: Int32 = 0
        let bytes = unsafe [UInt8](unsafeUninitializedCapacity: count) { buffer, done in
            // Sound: each call writes into the part of the buffer that is not yet filled, at most
            // as much as is left; `done` tells how much is.
            while done < count {
                let got = unsafe SystemCall.read(
                    descriptor, into: UnsafeMutableRawBufferPointer(UnsafeMutableBufferPointer(rebasing: buffer[done..<count])))
                if got < 0 {
                    if errno == EINTR { continue }
                    failure = errno
                    return
                }
                if got == 0 { return }
                done += got
            }
        }
        guard failure == 0 else { throw refusal(path, failure) }
        return bytes
    }

    private static func refusal(_ path: String, _ code: Int32) -> MilieuError {
        switch code {
        case ENOENT, ENOTDIR: error(path, "There is no such file.", "Check the name and the folder.")
        case EACCES, EPERM: error(path, "The file may not be read.", "Ask for the right to read it.")
        case ELOOP:
            error(path, "This is a symbolic link, which is not followed.", "Put the file itself there.")
        default: error(path, "The file cannot be read (\(SystemCall.message(code))).", "Check the disk.")
        }
    }

    private static func error(_ path: String, _ message: String, _ remedy: String) -> MilieuError {
        MilieuError(.file, message, remedy: remedy, at: Place(file: Excerpt.of(path, limit: 400)))
    }
}
