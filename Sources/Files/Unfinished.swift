import Synchronization

/// What this run has begun to write beside its place and not yet moved there. A run that is interrupted
/// takes it away, so that no hidden pieces are left in the reader's folders.
package enum Unfinished {
    private static let paths = Mutex<Set<String>>([])

    static func add(_ path: String) { paths.withLock { _ = $0.insert(path) } }
    static func remove(_ path: String) { paths.withLock { _ = $0.remove(path) } }

    /// Takes all of it away. For a program that is about to end: what is being written at this moment fails.
    package static func discard() {
        let left = paths.withLock { paths in
            defer { paths = [] }
            return paths
        }
        for path in left { FilePath.remove(path) }
    }

    /// A name for a piece of this run, in the folder of what it will be. No two runs choose the same, whatever
    /// their process numbers (in containers all are 1).
    static func name(beside path: String) -> String {
        let random = String(UInt64.random(in: 0...UInt64.max), radix: 36)
        return FilePath.folder(of: path) + "/" + prefix(of: path) + random + suffix
    }

    /// How the names of all runs' pieces of a file or folder begin.
    static func prefix(of path: String) -> String { ".\(FilePath.name(of: path).prefix(64)).milieu-" }
    static let suffix = ".partial"
}
