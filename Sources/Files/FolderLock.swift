#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// A folder of this run alone, held as long as the run lives. What a run leaves that was killed is held by
/// nobody, and is taken away by the next one that writes to the same place.
struct FolderLock: ~Copyable {
    let path: String
    private let descriptor: Int32

    /// Makes a folder beside a path and holds it; nil, with `errno`, where none can be made.
    init?(beside place: String) {
        Self.clear(beside: place)
        let path = Unfinished.name(beside: place)
        guard unsafe mkdir(path, 0o777) == 0 else { return nil }
        let descriptor = unsafe open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard descriptor >= 0, flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
            let code = errno
            if descriptor >= 0 { close(descriptor) }
            unsafe rmdir(path)
            errno = code
            return nil
        }
        (self.path, self.descriptor) = (path, descriptor)
        Unfinished.add(path)
    }

    deinit {
        Unfinished.remove(path)
        close(descriptor)
    }

    /// Takes away what killed runs left beside a path.
    private static func clear(beside place: String) {
        let folder = FilePath.folder(of: place)
        let prefix = Unfinished.prefix(of: place)
        for name in FilePath.names(in: folder) ?? [] where name.hasPrefix(prefix) && name.hasSuffix(Unfinished.suffix) {
            let left = folder + "/" + name
            let descriptor = unsafe open(left, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC)
            guard descriptor >= 0 else { continue }
            if flock(descriptor, LOCK_EX | LOCK_NB) == 0 { FilePath.remove(left) }
            close(descriptor)
        }
    }
}
