import Files
import NetworkModel
import Tabular
import Vocabulary

/// Every kind of network file. A new one is one file and one line here.
public enum FormatCatalogue {
    /// In the order in which lists show them, and in which a file's content is tried.
    public static let all: [NetworkFormat] = [
        .edgeList, .graphML, .gexf, .pajek, .ucinet, .ucinetSystem, .vna, .gml, .dot, .gdf, .tulip, .nodeLink,
        .matrixMarket, .matrix, .siena, .dictionaries, .cytoscapeEdges, .adjacencyList, .lgl, .sif, .tgf, .workbook,
    ]

    /// The format of an id.
    ///
    /// - Throws: `MilieuError` of cause `usage`, with the nearest known id.
    public static func format(_ id: String) throws(MilieuError) -> NetworkFormat {
        if let known = all.first(where: { $0.id == id }) { return known }
        let nearest = NearestMatch.hint(id, in: all.map(\.id))
        throw MilieuError(
            .usage,
            Bilingual(
                en: "There is no network format \"\(Excerpt.of(id))\".",
                fr: "Il n'y a pas de format de réseau « \(Excerpt.of(id)) »."),
            remedy: nearest
                + Bilingual(
                    en: "Known are: \(all.map(\.id).joined(separator: ", ")).",
                    fr: "Sont connus : \(all.map(\.id).joined(separator: ", "))."))
    }

    /// The format of a file: what its content shows, where its ending is one that several formats
    /// use; else what its name speaks for.
    ///
    /// - Throws: `MilieuError` of cause `usage` where neither tells.
    public static func format(forFile path: String, content: [UInt8]) throws(MilieuError) -> NetworkFormat {
        let suffix = FilePath.fileExtension(of: path)
        // Read it cannot be, but whoever reads workbooks says what to do.
        if suffix == "xls" { return .workbook }
        let isPlain = ["csv", "tsv", "txt", "dat", "edgelist", "edges", "el", "xml", "json", ""].contains(suffix)
        if isPlain || !all.contains(where: { $0.fileExtensions.contains(suffix) }) {
            if let shown = shown(by: content) { return shown }
        }
        return try format(forFile: path)
    }

    /// The format of a file without a name: what its content shows; an edge list where its first line is one of a
    /// table.
    ///
    /// - Throws: `MilieuError` of cause `usage` where it shows none.
    public static func format(content: [UInt8]) throws(MilieuError) -> NetworkFormat {
        if let shown = shown(by: content) { return shown }
        let firstLine = content.prefix(1 << 12).prefix { $0 != 0x0A && $0 != 0x0D }
        if firstLine.contains(where: { [UInt8(ascii: ","), UInt8(ascii: ";"), 0x09].contains($0) }) {
            return .edgeList
        }
        throw MilieuError(
            .usage,
            Bilingual(
                en: "What standard input brings does not show its format.",
                fr: "Ce qu'apporte l'entrée standard ne montre pas son format."),
            remedy: Bilingual(
                en: "Say it, for instance --from edge-list. Known are: \(all.map(\.id).joined(separator: ", ")).",
                fr: "Dites-le, par exemple --from edge-list. Formats connus : \(all.map(\.id).joined(separator: ", "))."
            ),
            at: Place(file: Place.standardInput))
    }

    private static func shown(by content: [UInt8]) -> NetworkFormat? {
        let text = DecodedText(Array(content.prefix(1 << 12)), file: "")
        let head = String(decoding: text.bytes, as: UTF8.self).lowercased()
        return all.first { $0.recognises(head) }
    }

    /// The format that the name of a file speaks for.
    ///
    /// - Throws: `MilieuError` of cause `usage` where none does.
    public static func format(forFile path: String) throws(MilieuError) -> NetworkFormat {
        let suffix = FilePath.fileExtension(of: path)
        if let known = all.first(where: { $0.fileExtensions.contains(suffix) }) { return known }
        let suffixes = all.flatMap(\.fileExtensions).map { "." + $0 }.joined(separator: ", ")
        throw MilieuError(
            .usage,
            Bilingual(
                en: "The name of the file does not tell its format.", fr: "Le nom du fichier ne dit pas son format."),
            remedy: Bilingual(
                en: "Say what it is, for instance --from edge-list; or let its name end in one of: \(suffixes).",
                fr:
                    "Indiquez ce que c'est, par exemple --from edge-list ; ou faites finir son nom par l'un de : \(suffixes)."
            ),
            at: Place(file: Excerpt.of(path, limit: 400)))
    }
}
