#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif
import Vocabulary

/// Writes a folder whole or not at all.
///
/// Files are written into a folder beside the wanted one, which takes its place at `finish`; left
/// unfinished, nothing is changed. A folder that is there already is replaced only if every file
/// in it was written by an earlier export, as the list in its file `.milieu-export` says.
public struct FolderOutput: ~Copyable {
    static let marker = ".milieu-export"

    private let path: String
    private let beside: String
    private let hasMarker: Bool
    private var files: [String] = []
    private var isFinished = false

    /// Begins a folder beside the wanted one.
    ///
    /// - Parameter replacing: false: only a missing or empty folder is written to, and no list of
    ///   files is left in it.
    /// - Throws: `MilieuError` of cause `file` where the folder holds anything else.
    public init(path: String, replacing: Bool = true) throws(MilieuError) {
        var trimmed = path
        while trimmed.count > 1, trimmed.hasSuffix("/") { trimmed.removeLast() }
        guard !trimmed.isEmpty, trimmed != "/", !trimmed.utf8.contains(0) else {
            throw Self.error(path, "This is no name of a folder.", "Give the folder a name.")
        }
        let place = FilePath.resolved(trimmed)
        let beside = FilePath.folder(of: place) + "/.\(FilePath.name(of: place)).milieu-partial"
        try Self.check(place, replacing: replacing)
        // What an interrupted run left there.
        Self.remove(beside)
        guard unsafe mkdir(beside, 0o777) == 0 else { throw FileOutput.refusal(path, errno) }
        self.path = place
        self.beside = beside
        hasMarker = replacing
    }

    deinit {
        if !isFinished { Self.remove(beside) }
    }

    /// Adds a text as UTF-8, as bytes are added.
    public mutating func write(_ text: String, to name: String) throws(MilieuError) {
        try write(Array(text.utf8), to: name)
    }

    /// Adds a file.
    ///
    /// - Parameter name: `actors.csv`, or `figures/network.svg` in a folder of the folder.
    /// - Throws: `MilieuError` of cause `fault` where the name leads out of the folder, of cause `file` where the
    ///   file cannot be written.
    public mutating func write(_ bytes: [UInt8], to name: String) throws(MilieuError) {
        let parts = name.split(separator: "/", omittingEmptySubsequences: false)
        guard !parts.contains(where: { $0.isEmpty || $0 == "." || $0 == ".." || $0.utf8.contains(0) }) else {
            throw MilieuError(
                .fault, "\"\(Excerpt.of(name))\" is no name of a file in a folder.", remedy: "Please report this.")
        }
        var folder = beside
        for part in parts.dropLast() {
            folder += "/" + part
            guard unsafe mkdir(folder, 0o777) == 0 || errno == EEXIST else { throw FileOutput.refusal(folder, errno) }
        }
        try FileOutput.write(bytes, to: beside + "/" + name)
        files.append(name)
    }

    /// Puts the folder into its place.
    ///
    /// - Throws: `MilieuError` of cause `file` where it cannot be moved there; what was there stays.
    public mutating func finish() throws(MilieuError) {
        if hasMarker {
            let list = Set(files).sorted().map { $0 + "\n" }.joined()
            try FileOutput.write(list, to: beside + "/" + Self.marker)
        }
        let old = beside + ".old"
        Self.remove(old)
        let isThere = unsafe rename(path, old) == 0
        guard unsafe rename(beside, path) == 0 else {
            let code = errno
            if isThere { unsafe rename(old, path) }
            throw FileOutput.refusal(path, code)
        }
        isFinished = true
        Self.remove(old)
        FilePath.makeDurable(folder: FilePath.folder(of: path))
    }

    // MARK: What is there

    private static func check(_ path: String, replacing: Bool) throws(MilieuError) {
        switch InputFile.kind(path) {
        case .missing: return
        case .folder: break
        default: throw error(path, "There is a file of this name.", "Name another folder.")
        }
        guard let names = FilePath.names(in: path) else {
            throw error(path, "The folder cannot be read.", "Ask for the right to read it.")
        }
        if names.isEmpty { return }
        guard replacing, names.contains(marker),
            let list = try? InputFile.read(path + "/" + marker, followsLinks: false)
        else {
            throw error(
                path, "The folder is not empty" + (replacing ? ", and Milieu did not write it." : "."),
                "Name a new or an empty folder.")
        }
        let known = Set(String(decoding: list, as: UTF8.self).split(separator: "\n").map(String.init) + [marker])
        if let foreign = filesBelow(path).first(where: { !known.contains($0) }) {
            throw error(
                path, "The folder holds \"\(Excerpt.of(foreign))\", which Milieu did not write.",
                "Move it elsewhere, or name another folder.")
        }
    }

    /// Everything in a folder that is no folder, by its path within.
    private static func filesBelow(_ folder: String, _ prefix: String = "", depth: Int = 0) -> [String] {
        (FilePath.names(in: folder) ?? []).flatMap { name -> [String] in
            let whole = folder + "/" + name
            guard depth < 8, InputFile.kind(whole, followsLinks: false) == .folder else { return [prefix + name] }
            return filesBelow(whole, prefix + name + "/", depth: depth + 1)
        }
    }

    /// Removes a folder that this type made; follows no link.
    private static func remove(_ path: String) {
        if InputFile.kind(path, followsLinks: false) == .folder {
            for name in FilePath.names(in: path) ?? [] { remove(path + "/" + name) }
            unsafe rmdir(path)
        } else {
            unsafe unlink(path)
        }
    }

    private static func error(_ path: String, _ message: String, _ remedy: String) -> MilieuError {
        MilieuError(.file, message, remedy: remedy, at: Place(file: Excerpt.of(path, limit: 400)))
    }
}
