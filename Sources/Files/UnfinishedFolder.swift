#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// A folder of this run alone, held as long as the run lives. What a run leaves that was killed is held by
/// nobody, and is taken away by the next one that writes to the same place.
struct UnfinishedFolder: ~Copyable {
    let path: String
    private let lock: FolderLock

    /// Makes a folder beside a path and holds it; nil, with `errno`, where none can be made.
    init?(beside place: String) {
        Self.clear(beside: place)
        let path = Unfinished.name(beside: place)
        guard unsafe mkdir(path, 0o777) == 0 else { return nil }
        guard let lock = FolderLock(path) else {
            let code = errno
            unsafe rmdir(path)
            errno = code
            return nil
        }
        self.path = path
        self.lock = lock
        Unfinished.add(path)
    }

    deinit { Unfinished.remove(path) }

    /// Takes away what killed runs left beside a path.
    private static func clear(beside place: String) {
        let folder = FilePath.folder(of: place)
        let prefix = Unfinished.prefix(of: place)
        for name in FilePath.names(in: folder) ?? [] where name.hasPrefix(prefix) && name.hasSuffix(Unfinished.suffix) {
            let left = folder + "/" + name
            guard let lock = FolderLock(left) else { continue }
            FilePath.remove(left)
            _ = consume lock
        }
    }
}
