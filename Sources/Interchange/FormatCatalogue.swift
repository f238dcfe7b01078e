import NetworkModel
import Vocabulary

/// Every kind of network file. A new one is one file and one line here.
public enum FormatCatalogue {
    public static let all: [NetworkFormat] = [
        .edgeList
    ]

    /// The format of an id.
    ///
    /// - Throws: `MilieuError` of cause `usage`, with the nearest known id.
    public static func format(_ id: String) throws(MilieuError) -> NetworkFormat {
        if let known = all.first(where: { $0.id == id }) { return known }
        let nearest = NearestMatch.find(id, in: all.map(\.id)).map { "Did you mean \"\($0)\"? " } ?? ""
        throw MilieuError(
            .usage, "There is no network format \"\(Excerpt.of(id))\".",
            remedy: nearest + "Known are: \(all.map(\.id).joined(separator: ", ")).")
    }

    /// The format that the name of a file speaks for.
    ///
    /// - Throws: `MilieuError` of cause `usage` where none does.
    public static func format(forFile path: String) throws(MilieuError) -> NetworkFormat {
        let suffix = FilePath.fileExtension(of: path)
        if let known = all.first(where: { $0.fileExtensions.contains(suffix) }) { return known }
        let suffixes = all.flatMap(\.fileExtensions).map { "." + $0 }.joined(separator: ", ")
        throw MilieuError(
            .usage, "The name of the file does not tell its format.", remedy: "Let it end in one of: \(suffixes).",
            at: Place(file: Excerpt.of(path, limit: 400)))
    }
}
