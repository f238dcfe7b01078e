import Files
import Vocabulary

/// The files that a format may read beside the one that it is given: those of the same name with another ending,
/// and those that the user names.
///
/// What stands in a file opens no other: a name that a file tells is only looked for among those that the user
/// permitted, by its last part.
public struct NeighbouringFiles: Sendable {
    private let path: String?
    private let permitted: [String]

    /// The neighbours of one file.
    ///
    /// - Parameters:
    ///   - path: the file that is read; nil where it is no file, and has no neighbours.
    ///   - permitted: paths that the user named.
    public init(of path: String?, permitted: [String] = []) {
        (self.path, self.permitted) = (path, permitted)
    }

    /// For bytes that come from no file, or whose neighbours are not to be read.
    public static let none = NeighbouringFiles(of: nil)

    /// The bytes of the file of the same name with another ending, in whatever case; nil where there is none.
    func sibling(ending: String) throws(MilieuError) -> [UInt8]? {
        guard let path else { return nil }
        let folder = FilePath.folder(of: path), stem = FilePath.stem(of: path)
        let found = (FilePath.names(in: folder) ?? []).first { name in
            FilePath.stem(of: name) == stem && FilePath.fileExtension(of: name) == ending
        }
        guard let found else { return nil }
        return try InputFile.read(folder + "/" + found, followsLinks: false)
    }

    /// The bytes of the permitted file of that name; nil where none was permitted.
    ///
    /// - Parameter name: as a file tells it, perhaps with folders of another machine, which do not count.
    func permitted(_ name: String) throws(MilieuError) -> [UInt8]? {
        let last = Self.lastPart(of: name).lowercased()
        guard let found = permitted.first(where: { FilePath.name(of: $0).lowercased() == last }) else { return nil }
        return try InputFile.read(found)
    }

    static func lastPart(of name: String) -> String {
        name.split { $0 == "/" || $0 == "\\" }.last.map(String.init) ?? name
    }
}
