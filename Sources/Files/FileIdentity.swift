#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif
import Synchronization

/// Which file a name leads to, whatever the name: two names of one file have the same identity, as long as
/// nobody changes it. Numbers of deleted files are given out anew, so that the last change is part of it.
package struct FileIdentity: Sendable, Hashable {
    private let device: UInt64
    private let number: UInt64
    private let changed: [Int]

    init(_ status: stat) {
        device = UInt64(truncatingIfNeeded: status.st_dev)
        number = UInt64(truncatingIfNeeded: status.st_ino)
        #if canImport(Darwin)
            let time = status.st_ctimespec
        #else
            let time = status.st_ctim
        #endif
        changed = [Int(time.tv_sec), Int(time.tv_nsec)]
    }

    /// Nil where there is nothing of that name.
    package init?(_ path: String) {
        var status = stat()
        // Sound: the C call reads the path and fills the status only while it runs.
        guard !path.utf8.contains(0), unsafe stat(path, &status) == 0 else { return nil }
        self.init(status)
    }
}

/// The files that this run has read, so that none of them is overwritten by what is made of them.
package enum FilesRead {
    private static let known = Mutex<Set<FileIdentity>>([])

    static func add(_ identity: FileIdentity) {
        known.withLock { _ = $0.insert(identity) }
    }

    /// Whether the path leads to a file that was read.
    package static func contain(_ path: String) -> Bool {
        guard let identity = FileIdentity(path) else { return false }
        return known.withLock { $0.contains(identity) }
    }
}
