import Figures
import Interchange
import Measures
import NetworkModel
import Tabular
import TerritoryScoring
import Vocabulary

/// Everything that a paper prints of a dataset, as the files of one folder: CSV tables, a codebook,
/// a data package and the figures.
public struct DatasetExport: Sendable {
    /// Name in the folder, and content.
    public let files: [(name: String, bytes: [UInt8])]
    /// Measures that the network does not allow, and why.
    public let skipped: [MeasureTable.Skipped]

    /// - Parameter score: nil where the dataset describes no territory.
    /// - Throws: `MilieuError` where a table or a figure cannot be made.
    public init(_ context: MeasureContext, score: TerritoryScore?, formats: [ImageFormat] = [.svg, .pdf, .png]) throws(MilieuError) {
        let exported = try ExportTables(context)
        let tables = exported.tables + (score.map { ScoreTables([$0]).all } ?? [])
        let codebook = Codebook(tables)
        let title = context.network.description.title
        var files: [(name: String, bytes: [UInt8])] = []
        func add(_ name: String, _ text: String) { files.append((name, Array(text.utf8))) }
        let all = tables + [codebook.table()]
        for table in all { add("\(table.name).csv", CSVWriter.text(table)) }
        for language in Language.allCases {
            add("codebook.\(language.rawValue).md", codebook.markdown(language, title: title))
        }
        let package = ExportPackage(
            description: context.network.description, tables: all, provenance: context.provenance)
        add("datapackage.json", package.text())
        for language in Language.allCases {
            var options = FigureOptions()
            options.language = language
            options.seed = context.options.seed
            let scene = try FigureCatalogue.all[0].draw(context: context, options: options)
            for format in formats {
                files.append(("figures/network.\(language.rawValue).\(format.rawValue)", try scene.render(format)))
            }
        }
        self.files = files
        skipped = exported.skipped
    }

    /// Writes the folder whole or not at all.
    public func write(to folder: String) throws(MilieuError) {
        var output = try FolderOutput(path: folder)
        for file in files { try output.write(file.bytes, to: file.name) }
        try output.finish()
    }
}
