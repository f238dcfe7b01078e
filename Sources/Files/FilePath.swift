#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// The parts of a path, and the few things that are done with whole folders.
package enum FilePath {
    package static func folder(of path: String) -> String {
        guard let slash = path.lastIndex(of: "/") else { return "." }
        return slash == path.startIndex ? "/" : String(path[..<slash])
    }

    /// The last part.
    package static func name(of path: String) -> String {
        path.split(separator: "/").last.map(String.init) ?? path
    }

    /// The last part without what follows its last point.
    package static func stem(of path: String) -> String {
        let name = name(of: path)
        guard let point = name.lastIndex(of: "."), point != name.startIndex else { return name }
        return String(name[..<point])
    }

    /// What follows the last point, in lower case.
    package static func fileExtension(of path: String) -> String {
        let name = name(of: path)
        guard let point = name.lastIndex(of: "."), point != name.startIndex else { return "" }
        return name[name.index(after: point)...].lowercased()
    }

    /// The path without symbolic links. Where a link leads to nothing yet, the path that it leads to.
    package static func resolved(_ path: String) -> String {
        var path = path
        // As many links in a row as systems follow.
        for _ in 0..<40 {
            // Sound: the library hands over a string of its own, which is copied and freed here.
            if let real = unsafe realpath(path, nil) {
                defer { unsafe free(real) }
                return unsafe String(cString: real)
            }
            guard let target = target(ofLink: path) else { return path }
            path = target.hasPrefix("/") ? target : folder(of: path) + "/" + target
        }
        return path
    }

    /// What a symbolic link says; nil where the path is none.
    private static func target(ofLink path: String) -> String? {
        var bytes = [UInt8](repeating: 0, count: 1 << 14)
        // Sound: the call fills at most as many bytes as it is told that there are.
        let count = unsafe bytes.withUnsafeMutableBytes { buffer in
            guard let start = buffer.baseAddress else { return -1 }
            return unsafe readlink(path, start.assumingMemoryBound(to: CChar.self), buffer.count)
        }
        guard count > 0, count < bytes.count else { return nil }
        return String(decoding: bytes[..<count], as: UTF8.self)
    }

    /// The names in a folder, in order; nil where it cannot be read.
    package static func names(in folder: String) -> [String]? {
        guard let stream = unsafe opendir(folder) else { return nil }
        defer { unsafe closedir(stream) }
        var names: [String] = []
        // Sound: an entry lives until the next call; its name is copied before that.
        while let entry = unsafe readdir(stream) {
            let name = unsafe withUnsafePointer(to: &entry.pointee.d_name) { tuple in
                unsafe tuple.withMemoryRebound(to: CChar.self, capacity: 256) { unsafe String(cString: $0) }
            }
            if name != ".", name != ".." { names.append(name) }
        }
        return names.sorted()
    }

    /// Removes a file, or a folder with all in it; follows no link.
    package static func remove(_ path: String) {
        if InputFile.kind(path, followsLinks: false) == .folder {
            for name in names(in: path) ?? [] { remove(path + "/" + name) }
            unsafe rmdir(path)
        } else {
            unsafe unlink(path)
        }
    }

    /// Makes a renaming in a folder survive a loss of power, where the system can.
    package static func makeDurable(folder: String) {
        let descriptor = unsafe open(folder, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { return }
        fsync(descriptor)
        close(descriptor)
    }
}
