import Vocabulary

/// One sheet of a workbook: the filled cells of each row as texts, as the cells mean them.
struct Sheet: Sendable {
    struct Cell: Sendable, Equatable {
        /// From 0.
        let column: Int
        let text: String
    }

    struct Row: Sendable {
        /// From 1, as the program shows it.
        let number: Int
        var cells: [Cell]
    }

    /// A range of merged cells, from 0 to and with the last.
    struct Merge: Sendable {
        let rows: ClosedRange<Int>
        let columns: ClosedRange<Int>
    }

    let name: String
    var isHidden = false
    /// Those with a filled cell, from top to bottom.
    var rows: [Row] = []
    var merges: [Merge] = []
    /// The first rows with something that says nothing by itself, and how many there are.
    var unknownFormulas = Counted()
    var errorValues = Counted()
    var hiddenRows = Counted()

    struct Counted: Sendable {
        var count = 0
        var first = 0

        mutating func see(_ row: Int) {
            if count == 0 { first = row }
            count += 1
        }
    }

    init(name: String) { self.name = name }

    var isEmpty: Bool { rows.isEmpty }
    /// How many columns there are up to the last that is filled.
    var width: Int { rows.reduce(0) { max($0, ($1.cells.last?.column ?? -1) + 1) } }
}

/// What a workbook may ask of the machine.
enum SheetLimits {
    static let rows = 1_048_576
    static let columns = 16_384
    /// Filled cells of all sheets.
    static let cells = 4_000_000
    /// Cells with the empty ones between that the text of a sheet has.
    static let width = 20_000_000
    static let sheets = 1_000
}

/// Fills the sheets of a workbook, whichever format it has, within the limits.
struct SheetFilling {
    private(set) var sheets: [Sheet] = []
    private var cellCount = 0

    mutating func begin(_ name: String, isHidden: Bool) throws(TextFault) {
        guard sheets.count < SheetLimits.sheets else {
            throw Self.tooLarge(
                Bilingual(
                    en: "more than \(SheetLimits.sheets) sheets",
                    fr: "plus de \(SheetLimits.sheets, fr: "feuille", "feuilles")"))
        }
        var sheet = Sheet(name: name)
        sheet.isHidden = isHidden
        sheets.append(sheet)
    }

    /// Changes the sheet that is being filled.
    mutating func change(_ body: (inout Sheet) -> Void) {
        guard !sheets.isEmpty else { return }
        body(&sheets[sheets.count - 1])
    }

    /// Adds a row, whose number is greater than those before.
    mutating func add(_ cells: [Sheet.Cell], row number: Int) throws(TextFault) {
        guard !cells.isEmpty, !sheets.isEmpty else { return }
        cellCount += cells.count
        guard cellCount <= SheetLimits.cells else {
            throw Self.tooLarge(
                Bilingual(
                    en: "more than \(SheetLimits.cells) filled cells",
                    fr: "plus de \(SheetLimits.cells, fr: "cellule remplie", "cellules remplies")"))
        }
        let last = sheets[sheets.count - 1].rows.last?.number ?? 0
        guard number > last, number <= SheetLimits.rows, (cells.last?.column ?? 0) < SheetLimits.columns else {
            throw TextFault(
                Bilingual(
                    en:
                        "The rows or columns of the sheet \"\(Excerpt.of(sheets[sheets.count - 1].name))\" are not in order, or beyond what a sheet can have.",
                    fr:
                        "Les lignes ou les colonnes de la feuille « \(Excerpt.of(sheets[sheets.count - 1].name)) » ne sont pas dans l'ordre, ou dépassent ce qu'une feuille peut avoir."
                ),
                remedy: Bilingual(
                    en: "Save the workbook anew with a spreadsheet program.",
                    fr: "Enregistrez de nouveau le classeur avec un tableur."), line: 1, code: "bad-workbook")
        }
        sheets[sheets.count - 1].rows.append(Sheet.Row(number: number, cells: cells))
    }

    static func tooLarge(_ what: Bilingual) -> TextFault {
        TextFault(
            Bilingual(
                en: "The workbook has \(what.en), the most that is read.",
                fr: "Le classeur a \(what.fr), le plus qui soit lu."),
            remedy: Bilingual(
                en: "Save the sheet as CSV: there is no such limit.",
                fr: "Enregistrez la feuille en CSV : cette limite n'y existe pas."), line: 1,
            code: "too-large")
    }
}
