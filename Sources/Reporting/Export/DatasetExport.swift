import Figures
import Files
import Measures
import NetworkModel
import Tabular
import TerritoryScoring
import Vocabulary

/// Everything that a paper prints of a dataset, as the files of one folder: CSV tables, codebook, data
/// package, LaTeX tables, methods text with its references, notebooks and figures.
public struct DatasetExport: Sendable {
    /// Name in the folder, and content.
    public private(set) var files: [(name: String, bytes: [UInt8])] = []
    /// Measures that the network does not allow, and why.
    public let skipped: [MeasureTable.Skipped]

    private let context: MeasureContext
    private let score: TerritoryScore?
    private let tables: [Table]
    private let rawCells: Bool
    private var title: String { context.network.description.title }

    /// Makes every file of the export in memory.
    ///
    /// - Parameters:
    ///   - score: nil where the dataset describes no territory.
    ///   - rawCells: whether texts that begin as formulas stand in the tables as they are, for a spreadsheet to compute.
    /// - Throws: `MilieuError` where a table or a figure cannot be made.
    public init(
        _ context: MeasureContext, score: TerritoryScore?, formats: [ImageFormat] = [.svg, .pdf, .png],
        rawCells: Bool = false
    ) throws(MilieuError) {
        let exported = try ExportTables(context)
        self.rawCells = rawCells
        (self.context, self.score, skipped) = (context, score, exported.skipped)
        tables = exported.tables + (score.map { ScoreTables([$0]).all } ?? [])
        addTables()
        addWords()
        addNotebooks()
        try addFigures(formats)
    }

    /// Writes the folder whole or not at all.
    ///
    /// - Returns: what stood in the folder and stays, since no export wrote it or somebody edited it since.
    /// - Throws: `MilieuError` of cause `file` where the folder cannot be written; it is then as it was.
    @discardableResult
    public func write(to folder: String) throws(MilieuError) -> FolderOutput.Kept {
        var output = try FolderOutput(path: folder)
        for file in files { try output.write(file.bytes, to: file.name) }
        return try output.finish()
    }

    private mutating func add(_ name: String, _ text: String) { files.append((name, Array(text.utf8))) }

    private mutating func add(_ name: String, _ page: Markdown) { add(name, page.text) }

    private mutating func addTables() {
        let codebook = Codebook(tables)
        let all = (tables + [codebook.table()]).map { rawCells ? $0 : $0.guardedForSpreadsheets }
        for table in all { add("\(table.name).csv", CSVWriter.text(table)) }
        // A table of more than a million rows fits in no sheet; it is there as CSV.
        if let workbook = try? TableFormat.xlsx.bytes(all) { files.append(("tables.xlsx", workbook)) }
        let package = ExportPackage(
            description: context.network.description, tables: all, provenance: context.provenance)
        add("datapackage.json", package.text())
        for language in Language.allCases {
            add("codebook.\(language.rawValue).md", codebook.markdown(language, title: title, rawCells: rawCells))
            let latex = LaTeXTables(language: language, tables: tables, score: score, title: title)
            for file in latex.files() { add(file.name, file.text) }
        }
    }

    private mutating func addWords() {
        let left = Set(skipped.map(\.measure.id))
        let measures = MeasureCatalogue.all.filter { !left.contains($0.id) }
        for language in Language.allCases {
            let methods = MethodsText(context, measures: measures, score: score, language: language)
            add("methods.\(language.rawValue).md", methods.markdown())
        }
        add("references.bib", MethodsText.bibliography(measures, hasScore: score != nil).bibTeX())
        add("CITATION.cff", ExportCitation(context.network.description).text())
        add("README.md", ExportGuide(title: title, tables: tables).markdown())
    }

    private mutating func addNotebooks() {
        add("load.py", loader(PackageResources.load_py, "GUARDED = True", "GUARDED = False"))
        add("load.R", loader(PackageResources.load_R, "guarded <- TRUE", "guarded <- FALSE"))
        let names = Set(tables.map(\.name))
        for language in Language.allCases {
            func notebook(_ script: [UInt8]) -> Notebook {
                Notebook(
                    script: String(decoding: script, as: UTF8.self), language: language, title: title, tables: names)
            }
            add("notebook.\(language.rawValue).ipynb", notebook(PackageResources.notebook_py).jupyter())
            add("notebook.\(language.rawValue).Rmd", notebook(PackageResources.notebook_R).rMarkdown())
        }
    }

    /// A script that loads the tables, told whether cells are guarded.
    private func loader(_ script: [UInt8], _ guarded: String, _ raw: String) -> String {
        let text = String(decoding: script, as: UTF8.self)
        return rawCells ? text.replacing(guarded, with: raw) : text
    }

    /// Every figure that the network allows, in both languages.
    private mutating func addFigures(_ formats: [ImageFormat]) throws(MilieuError) {
        for figure in FigureCatalogue.all {
            for language in Language.allCases {
                guard let scene = try scene(figure, language) else { continue }
                for format in formats {
                    let name = "figures/\(figure.id).\(language.rawValue).\(format.rawValue)"
                    files.append((name, try scene.render(format)))
                }
            }
        }
    }

    /// Nil where the network lacks what the figure needs, or there is no score to draw.
    private func scene(_ figure: Figure, _ language: Language) throws(MilieuError) -> Scene? {
        var options = FigureOptions()
        options.language = language
        options.seed = context.options.seed
        do throws(MilieuError) {
            switch figure.subject {
            case .network: return try figure.draw(context: context, options: options)
            case .scores:
                return try score.map { score throws(MilieuError) in try figure.draw(scores: [score], options: options) }
            }
        } catch {
            guard error.cause == .usage else { throw error }
            return nil
        }
    }
}
