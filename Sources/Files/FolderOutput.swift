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
/// unfinished, nothing is changed. A folder that is there already is replaced only if an earlier export
/// wrote it, as its file `.milieu-export` says: that lists what was written with a hash of each. Nobody's
/// work is lost then: a file that is not in the list stays, and so does a listed one that was edited since;
/// where the new export has a file of the same name, it stands beside it as `name.new`. Two runs that write to one
/// place at once do not meet: the one that ends last is there whole.
public struct FolderOutput: ~Copyable {
    static let marker = ".milieu-export"

    /// What was there before and stays.
    public struct Kept: Sendable, Hashable {
        /// Files that no export wrote.
        public internal(set) var foreign: [String] = []
        /// Files that an export wrote and somebody edited since.
        public internal(set) var edited: [String] = []
        /// Of all these, the ones whose new form stands beside them as `name.new`.
        public internal(set) var renewed: [String] = []

        /// Nothing.
        public init() {}
    }

    private let path: String
    private let lock: UnfinishedFolder
    private let hasMarker: Bool
    private var hashes: [String: String] = [:]
    private var isFinished = false

    private var beside: String { lock.path }

    /// Begins a folder beside the wanted one.
    ///
    /// - Parameter replacing: false: only a missing or empty folder is written to, and no list of
    ///   files is left in it.
    /// - Throws: `MilieuError` of cause `file` where the folder holds what no export wrote.
    public init(path: String, replacing: Bool = true) throws(MilieuError) {
        var trimmed = path
        while trimmed.count > 1, trimmed.hasSuffix("/") { trimmed.removeLast() }
        guard !trimmed.isEmpty, trimmed != "/", !trimmed.utf8.contains(0) else {
            throw MilieuError.atFile(
                path, Bilingual(en: "This is no name of a folder.", fr: "Ce n'est pas un nom de dossier."),
                Bilingual(en: "Give the folder a name.", fr: "Donnez un nom au dossier."))
        }
        let place = FilePath.resolved(trimmed)
        try Self.check(place, replacing: replacing)
        guard let lock = UnfinishedFolder(beside: place) else { throw FileOutput.refusal(path, errno) }
        self.path = place
        self.lock = lock
        hasMarker = replacing
    }

    deinit {
        if !isFinished { FilePath.remove(lock.path) }
    }

    /// Adds a text as UTF-8, as bytes are added.
    ///
    /// - Throws: as for bytes.
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
                .fault,
                Bilingual(
                    en: "\"\(Excerpt.of(name))\" is no name of a file in a folder.",
                    fr: "« \(Excerpt.of(name)) » n'est pas un nom de fichier dans un dossier."),
                remedy: .reportThis)
        }
        try makeFolders(of: name)
        try FileOutput.write(bytes, to: beside + "/" + name)
        hashes[name] = ContentHash.text(of: bytes)
    }

    /// A file that is added piece by piece, where the whole would not fit into memory; `add` says that it is whole.
    ///
    /// - Parameter name: as for bytes.
    /// - Throws: as for bytes.
    package func begin(_ name: String) throws(MilieuError) -> AppendedFile {
        try makeFolders(of: name)
        return try AppendedFile(beside + "/" + name)
    }

    /// Adds a file that was begun.
    ///
    /// - Parameter sha256: of all its bytes.
    package mutating func add(_ name: String, sha256: String) { hashes[name] = sha256 }

    /// The hash of each file added so far, by its name.
    package var written: [String: String] { hashes }

    /// Makes a folder within, for files that somebody else writes there.
    ///
    /// - Throws: `MilieuError` of cause `file` where it cannot be made.
    package func makeFolder(_ name: String) throws(MilieuError) { try makeFolders(of: name + "/") }

    /// The folder in which the files stand until it is put into its place.
    package var workingFolder: String { beside }

    /// Puts the folder into its place.
    ///
    /// - Returns: what was there and stays.
    /// - Throws: `MilieuError` of cause `file` where it cannot be moved there; what was there stays.
    @discardableResult
    public mutating func finish() throws(MilieuError) -> Kept {
        var kept = Kept()
        if hasMarker {
            kept = try keepOthers()
            let list = hashes.sorted { $0.key < $1.key }.map { "\($0.value)  \($0.key)\n" }.joined()
            try FileOutput.write(list, to: beside + "/" + Self.marker)
        }
        let old = Unfinished.name(beside: path)
        Unfinished.add(old)
        defer { Unfinished.remove(old) }
        // Another run may put its folder there between the two steps; it is then replaced as well.
        for _ in 0..<100 {
            FilePath.remove(old)
            let isThere = unsafe rename(path, old) == 0
            if unsafe rename(beside, path) == 0 { break }
            let code = errno
            if isThere { unsafe rename(old, path) }
            guard code == ENOTEMPTY || code == EEXIST else { throw FileOutput.refusal(path, code) }
        }
        isFinished = true
        FilePath.remove(old)
        FilePath.makeDurable(folder: FilePath.folder(of: path))
        return kept
    }

    // MARK: What is there

    private static func check(_ path: String, replacing: Bool) throws(MilieuError) {
        switch InputFile.kind(path) {
        case .missing: return
        case .folder: break
        default:
            throw MilieuError.atFile(
                path, Bilingual(en: "There is a file of this name.", fr: "Il y a un fichier de ce nom."),
                Bilingual(en: "Name another folder.", fr: "Indiquez un autre dossier."))
        }
        guard let names = FilePath.names(in: path) else {
            throw MilieuError.atFile(
                path, Bilingual(en: "The folder cannot be read.", fr: "Le dossier ne peut pas être lu."),
                Bilingual(en: "Ask for the right to read it.", fr: "Demandez le droit de lecture."))
        }
        guard names.isEmpty || (replacing && list(in: path) != nil) else {
            throw MilieuError.atFile(
                path,
                replacing
                    ? Bilingual(
                        en: "The folder is not empty, and Milieu did not write it.",
                        fr: "Le dossier n'est pas vide, et Milieu ne l'a pas écrit.")
                    : Bilingual(en: "The folder is not empty.", fr: "Le dossier n'est pas vide."),
                Bilingual(en: "Name a new or an empty folder.", fr: "Indiquez un dossier nouveau ou vide."))
        }
    }

    /// What an export wrote into a folder, each with its hash; nil where none did.
    private static func list(in path: String) -> [String: String]? {
        guard let bytes = try? InputFile.read(path + "/" + marker, followsLinks: false, limit: 1 << 24) else {
            return nil
        }
        let lines = String(decoding: bytes, as: UTF8.self).split(separator: "\n")
        return Dictionary(
            lines.map { line in
                // Before 0.2 a line was a name alone.
                let rest = line.dropFirst(hashLength)
                guard rest.hasPrefix("  ") else { return (String(line), "") }
                return (String(rest.dropFirst(2)), String(line.prefix(hashLength)))
            }, uniquingKeysWith: { one, _ in one })
    }

    private static let hashLength = 64

    /// Takes what somebody added or edited since the last export over into the new folder.
    private mutating func keepOthers() throws(MilieuError) -> Kept {
        var kept = Kept()
        guard let known = Self.list(in: path) else { return kept }
        for name in Self.filesBelow(path) where name != Self.marker {
            let whole = path + "/" + name
            let isFile = InputFile.kind(whole, followsLinks: false) == .file
            let content = isFile ? (try? InputFile.read(whole, followsLinks: false)).map(ContentHash.text(of:)) : nil
            if let listed = known[name] {
                // A list without hashes does not tell what was edited: what differs from the new file is kept.
                let unchanged = listed.isEmpty ? hashes[name] : listed
                if let content, content == unchanged || content == hashes[name] { continue }
                if listed.isEmpty, hashes[name] == nil { continue }
                kept.edited.append(name)
            } else {
                kept.foreign.append(name)
            }
            if hashes[name] != nil {
                guard unsafe rename(beside + "/" + name, beside + "/" + name + ".new") == 0 else {
                    throw FileOutput.refusal(whole, errno)
                }
                hashes[name + ".new"] = hashes.removeValue(forKey: name)
                kept.renewed.append(name)
            }
            try makeFolders(of: name)
            try Self.take(whole, to: beside + "/" + name)
        }
        return kept
    }

    /// A second name for a file, or a copy where the disk has no second names.
    private static func take(_ path: String, to other: String) throws(MilieuError) {
        if unsafe linkat(AT_FDCWD, path, AT_FDCWD, other, 0) == 0 { return }
        try FileOutput.write(InputFile.read(path, followsLinks: false), to: other)
    }

    private func makeFolders(of name: String) throws(MilieuError) {
        var folder = beside
        for part in name.split(separator: "/", omittingEmptySubsequences: false).dropLast() {
            folder += "/" + part
            guard unsafe mkdir(folder, 0o777) == 0 || errno == EEXIST else { throw FileOutput.refusal(folder, errno) }
        }
    }

    /// Everything in a folder that is no folder, by its path within.
    private static func filesBelow(_ folder: String, _ prefix: String = "", depth: Int = 0) -> [String] {
        (FilePath.names(in: folder) ?? []).flatMap { name -> [String] in
            let whole = folder + "/" + name
            guard depth < 32, InputFile.kind(whole, followsLinks: false) == .folder else { return [prefix + name] }
            return filesBelow(whole, prefix + name + "/", depth: depth + 1)
        }
    }
}
