import NetworkModel
import Tabular
import Vocabulary

extension NetworkFormat {
    /// A matrix in CSV, ids in the first row and column and weights in the cells.
    public static let matrix = NetworkFormat(
        id: "matrix", name: Bilingual(en: "adjacency matrix (CSV)", fr: "matrice d’adjacence (CSV)"),
        carries: Bilingual(
            en: "ids and weights, added up over kinds; two modes",
            fr: "identifiants et poids, additionnés sur les types ; deux modes"),
        fileExtensions: ["matrix", "adj"], recognises: MatrixReader.recognises,
        read: { bytes, file, options in
            MatrixReader.read(OpenedTable(DecodedText(bytes, file: file), file: file), of: bytes, file: file, options)
        }, write: MatrixWriter.write)
}

/// Reads a matrix: the weight of each tie in a cell; 0, nothing or `NA` where there is none.
///
/// A symmetric matrix is one without directions. Where rows and columns have no id in common, the
/// rows are actors and the columns events. What may stand around the cells is said at `MatrixShape`.
struct MatrixReader {
    private(set) var network: PlainNetwork
    private var csv: CSVReader
    private let shape: MatrixShape?
    private let isDirected: Bool
    private var half: HalfMatrix?
    private var weights: [String] = []
    private var emptyCells = 0
    /// How many cells beside the diagonal are empty, and how many are not: above it and below it.
    private var empty = (above: 0, below: 0)
    private var filled = (above: 0, below: 0)
    private var labelsAreAligned = false
    private var unknownCells = 0
    private var firstUnknown = 0

    static func read(_ table: OpenedTable, of bytes: [UInt8], file: String, _ options: NetworkFormat.Options) -> Reading
    {
        PlainNetwork.read(bytes, file: file, options) { network throws(TextFault) in
            var reader = MatrixReader(table, directed: options.directed == true)
            defer { network.take(over: reader.network) }
            try reader.read()
            if options.directed != true { reader.fold() }
        }
    }

    init(_ table: OpenedTable, directed: Bool) {
        isDirected = directed
        network = PlainNetwork(file: table.file)
        network.findings.add(contentsOf: table.findings)
        csv = table.csv
        shape = MatrixShape.find(table.csv, isKnown: true)
    }

    /// Whether the first rows are those of a matrix and of nothing else; a list of ties has neither its shape.
    ///
    /// - Parameter head: the beginning of a text, of which the last line may be cut.
    static func recognises(_ head: String) -> Bool {
        let isCut = head.utf8.count >= 1 << 11
        let whole = isCut ? head.lastIndex { $0.isNewline }.map { String(head[..<$0]) } ?? "" : head
        let table = OpenedTable(DecodedText(Array(whole.utf8), file: ""), file: "")
        guard isCut, whole.isEmpty else { return recognises(table, isWhole: !isCut) }
        // The first line alone is longer: that of a list is not.
        var row = CSVReader(Array(head.utf8), file: "")
        return row.next() && row.string(0).isEmpty
    }

    static func recognises(_ table: OpenedTable, isWhole: Bool = true) -> Bool {
        guard table.header == nil else { return false }
        if MatrixShape.find(table.csv, isWhole: isWhole) != nil { return true }
        // Half a matrix is one, whether or not it can be read.
        do { return try HalfMatrix.find(table.csv, isWhole: isWhole) != nil } catch { return true }
    }

    mutating func fold() {
        guard half == nil, let shape, !shape.isTwoMode else { return }
        if isHalf {
            for tie in 0..<network.tieCount { network.setDirection(false, tie: tie) }
            network.report(
                .warning, "half-matrix",
                Bilingual(
                    en:
                        "On one side of the diagonal every cell is empty, on the other none: the ties were read as ties without direction.",
                    fr:
                        "D'un côté de la diagonale toutes les cellules sont vides, de l'autre aucune : les liens ont été lus comme non orientés."
                ),
                remedy: Bilingual(
                    en: "Say --directed, or write 0 where there is no tie, if they have one.",
                    fr: "Indiquez --directed s'ils ont une direction, ou écrivez 0 là où il n'y a pas de lien."),
                line: shape.headLine)
            return
        }
        network.foldSymmetric(groups: [Int](repeating: 0, count: weights.count), weights: weights)
    }

    mutating func read() throws(TextFault) {
        defer { network.findings.add(contentsOf: csv.findings) }
        if let half = try HalfMatrix.find(csv) {
            self.half = half
            return read(half)
        }
        guard let shape else { throw noMatrix() }
        var rows = csv
        for _ in 0..<shape.rowsAbove { passRow(&rows) }
        let labels = try labels(shape, rows)
        let sums = MatrixSums(shape, labels.names, rows)
        report(shape, sums)
        add(shape, labels.names, labels.lines, sums)
        guard !network.findings.hasErrors else { return }
        readCells(shape, labels.names, sums, &rows)
        csv = rows
        reportCells()
    }

    private func noMatrix() -> TextFault {
        var csv = csv
        guard csv.next() else {
            return TextFault(
                Bilingual(en: "The file is empty.", fr: "Le fichier est vide."),
                remedy: Bilingual(
                    en: "Write the ids of the columns into the first row.",
                    fr: "Écrivez les identifiants des colonnes sur la première ligne."), line: 1,
                code: "empty-table")
        }
        return TextFault(
            Bilingual(
                en:
                    "This is no matrix: its rows have not each a cell for each column, or something else than numbers stands in them.",
                fr:
                    "Ce n'est pas une matrice : ses lignes n'ont pas chacune une cellule par colonne, ou elles contiennent autre chose que des nombres."
            ),
            remedy:
                Bilingual(
                    en:
                        "Write the ids of the columns into the first row, those of the rows into the first column, 0 where there is no tie.",
                    fr:
                        "Écrivez les identifiants des colonnes sur la première ligne, ceux des lignes dans la première colonne, et 0 là où il n'y a pas de lien."
                ),
            line: csv.line, code: "ragged-row")
    }

    /// The next row that has any text.
    @discardableResult
    private func passRow(_ rows: inout CSVReader) -> Bool {
        while rows.next() {
            if !rows.fields.allSatisfy(\.isEmpty) { return true }
        }
        return false
    }

    // MARK: Ids

    /// The ids of the rows; each needs a cell for each column.
    private func labels(_ shape: MatrixShape, _ start: CSVReader) throws(TextFault) -> (names: [String], lines: [Int]) {
        var rows = start
        var (names, lines): ([String], [Int]) = ([], [])
        while passRow(&rows) {
            guard rows.fields.count == shape.width else {
                throw TextFault(
                    Bilingual(
                        en: "The row has \(rows.fields.count) cells, the first \(shape.width).",
                        fr: "La ligne a \(rows.fields.count, fr: "cellule", "cellules"), la première \(shape.width)."),
                    remedy: Bilingual(en: "Add or take away separators.", fr: "Ajoutez ou enlevez des séparateurs."),
                    line: rows.line, code: "ragged-row")
            }
            if let column = shape.labelColumn {
                names.append(rows.string(column))
            } else if !shape.isTwoMode, let columns = shape.columns, names.count < columns.count {
                names.append(columns[names.count])
            } else {
                names.append(String(names.count + 1))
            }
            lines.append(rows.line)
        }
        return (names, lines)
    }

    private func columnNames(_ shape: MatrixShape, _ labels: [String]) -> [String] {
        if let columns = shape.columns { return columns }
        return shape.isTwoMode ? (1...max(1, shape.cellCount)).map { "c\($0)" } : labels
    }

    private mutating func add(_ shape: MatrixShape, _ labels: [String], _ lines: [Int], _ sums: MatrixSums) {
        let columns = columnNames(shape, labels).enumerated().filter { !sums.columns.contains($0.offset) }.map(
            \.element)
        let rows = zip(labels, lines).enumerated().filter { !sums.rows.contains($0.offset) }.map(\.element)
        if shape.isTwoMode {
            for (label, line) in rows { add(label, line, "actor") }
            for label in columns { add(label, shape.headLine, "event") }
            return
        }
        for label in columns { add(label, shape.headLine, nil) }
        let all = Set(columns)
        for (label, line) in rows where !all.contains(label) {
            network.report(
                .error, "unknown-id",
                Bilingual(
                    en: "The row \"\(Excerpt.of(label))\" has no column.",
                    fr: "La ligne « \(Excerpt.of(label)) » n'a pas de colonne."),
                remedy: Bilingual(
                    en: "Rows and columns need the same ids.",
                    fr: "Les lignes et les colonnes doivent avoir les mêmes identifiants."),
                line: line)
        }
        guard !network.findings.hasErrors, rows.count != columns.count else { return }
        if shape.isRoster {
            let own = Set(rows.map(\.0))
            let others = columns.filter { !own.contains($0) }
            let names =
                others.prefix(8).map { Excerpt.of($0) }.joined(separator: ", ") + (others.count > 8 ? ", …" : "")
            network.report(
                .warning, "no-row",
                Bilingual(
                    en:
                        "Actors that have a column and no row were not asked, and no tie from them was read: \(names).",
                    fr:
                        "Les acteurs qui ont une colonne et pas de ligne n'ont pas été interrogés, et aucun lien venant d'eux n'a été lu : \(names)."
                ),
                remedy: Bilingual(
                    en:
                        "Take the columns out that are no actors; what was not asked stands in a dataset: milieu init makes one.",
                    fr:
                        "Enlevez les colonnes qui ne sont pas des acteurs ; ce qui n'a pas été demandé se note dans un jeu de données : milieu init en crée un."
                ),
                line: shape.headLine)
            return
        }
        network.report(
            .error, "ragged-row",
            Bilingual(
                en: "The matrix has \(rows.count) rows and \(columns.count) columns.",
                fr: "La matrice a \(rows.count, fr: "ligne", "lignes") et \(columns.count, fr: "colonne", "colonnes")."),
            remedy: Bilingual(
                en: "Rows and columns need the same ids.",
                fr: "Les lignes et les colonnes doivent avoir les mêmes identifiants."), line: shape.headLine)
    }

    private mutating func add(_ id: String, _ line: Int, _ mode: String?) {
        guard let node = network.add(node: id, line: line), let mode else { return }
        network.nodes.set(mode, "mode", row: node)
    }

    // MARK: Cells

    private mutating func readCells(
        _ shape: MatrixShape, _ labels: [String], _ sums: MatrixSums, _ rows: inout CSVReader
    ) {
        let columns = columnNames(shape, labels)
        labelsAreAligned = sums.rows.isEmpty && sums.columns.isEmpty && columns == labels
        let targets = columns.map { network.position(of: $0) }
        var row = 0
        while passRow(&rows) {
            defer { row += 1 }
            guard row < labels.count, !sums.rows.contains(row), let source = network.position(of: labels[row]) else {
                continue
            }
            for attribute in shape.attributes {
                network.nodes.set(rows.string(attribute.column), attribute.name, row: source)
            }
            for column in columns.indices where !sums.columns.contains(column) {
                let text = rows.string(shape.firstCell + column)
                count(text.isEmpty, row, column)
                guard let target = targets[column],
                    let value = value(text, source == target, columns[column], labels[row], rows)
                else { continue }
                add(tie: source, target, value, directed: !shape.isTwoMode, line: rows.line)
            }
        }
    }

    private mutating func count(_ isEmpty: Bool, _ row: Int, _ column: Int) {
        guard row != column else { return }
        switch (isEmpty, row < column) {
        case (true, true): empty.above += 1
        case (true, false): empty.below += 1
        case (false, true): filled.above += 1
        case (false, false): filled.below += 1
        }
    }

    /// Whether the half below the diagonal stands for both, or that above it: a matrix of one mode, the rows in the
    /// columns' order, of three actors or more.
    private var isHalf: Bool {
        guard empty.above + filled.above > 2, labelsAreAligned else { return false }
        return filled.above == 0 && empty.below == 0 || filled.below == 0 && empty.above == 0
    }

    /// The weight of a tie; nil where there is none.
    private mutating func value(_ text: String, _ isDiagonal: Bool, _ column: String, _ row: String, _ rows: CSVReader)
        -> Double?
    {
        switch MatrixCell(text, decimalComma: csv.dialect.readsDecimalComma) {
        case .number(let value): return value == 0 ? nil : value
        case .blank where !isDiagonal: emptyCells += 1
        case .missing where !isDiagonal:
            if unknownCells == 0 { firstUnknown = rows.line }
            unknownCells += 1
        case .blank, .missing: break
        case .text:
            network.report(
                .error, "bad-number",
                Bilingual(
                    en: "\"\(Excerpt.of(text))\" is no number.", fr: "« \(Excerpt.of(text)) » n'est pas un nombre."),
                remedy: Bilingual(en: "Write 0 where there is no tie.", fr: "Écrivez 0 là où il n'y a pas de lien."),
                line: rows.line,
                column: Excerpt.of(column), id: row)
        }
        return nil
    }

    // MARK: Halves

    /// One half of a matrix, which stands for both unless somebody says that ties have a direction.
    private mutating func read(_ half: HalfMatrix) {
        for name in half.names { _ = network.add(node: name, line: half.headLine) }
        var rows = csv
        for _ in 0..<half.rowsAbove { passRow(&rows) }
        var row = half.firstRow
        while passRow(&rows), row < half.names.count {
            for cell in rows.fields.indices.dropFirst(half.firstCell) {
                let column = half.column(of: cell - half.firstCell, row: row)
                guard column < half.names.count,
                    let value = value(rows.string(cell), column == row, half.names[column], half.names[row], rows)
                else { continue }
                add(tie: row, column, value, directed: isDirected, line: rows.line)
            }
            row += 1
        }
        csv = rows
        network.report(
            .warning, "half-matrix", half.message(directed: isDirected), remedy: half.remedy, line: half.headLine)
        reportCells()
    }

    private mutating func add(tie source: Int, _ target: Int, _ value: Double, directed: Bool, line: Int) {
        let tie = network.add(tie: source, target, directed: directed, line: line)
        let weight = NumberText.shortest(value)
        network.ties.set(weight, "weight", row: tie)
        weights.append(weight)
    }

    // MARK: What is said

    private mutating func report(_ shape: MatrixShape, _ sums: MatrixSums) {
        if shape.isGuess {
            network.report(
                .warning, "guessed-matrix",
                shape.isTwoMode
                    ? Bilingual(
                        en: "The table was read as a matrix of actors (rows) and events (columns).",
                        fr: "La table a été lue comme une matrice d'acteurs (lignes) et d'événements (colonnes).")
                    : Bilingual(
                        en: "The numbers were read as a matrix of as many rows as columns.",
                        fr: "Les nombres ont été lus comme une matrice d'autant de lignes que de colonnes."),
                remedy: Bilingual(
                    en: "Say --from edge-list, if it is a list of ties.",
                    fr: "Indiquez --from edge-list, si c'est une liste de liens."), line: shape.headLine)
        }
        if shape.rowsAbove > 1 || (shape.columns == nil && shape.rowsAbove > 0 && !shape.isNumbered) {
            network.report(
                .warning, "header-below",
                Bilingual(
                    en: "What stands above the matrix was left out; its first row is on line \(shape.headLine).",
                    fr:
                        "Ce qui est au-dessus de la matrice a été laissé de côté ; sa première ligne est la ligne \(shape.headLine)."
                ),
                remedy: Bilingual(en: "Move titles out of the table.", fr: "Sortez les titres de la table."),
                line: shape.headLine)
        }
        if !sums.rows.isEmpty || !sums.columns.isEmpty {
            network.report(
                .warning, "total-row",
                Bilingual(
                    en:
                        "Sums were left out: \(sums.rows.count) rows and \(sums.columns.count) columns that are called so.",
                    fr:
                        "Des totaux ont été laissés de côté : \(sums.rows.count, fr: "ligne", "lignes") et \(sums.columns.count, fr: "colonne", "colonnes") de ce nom."
                ),
                remedy: Bilingual(
                    en: "Delete them; rename the actor, if it is one.",
                    fr: "Supprimez-les ; renommez l'acteur, si c'en est un."), line: shape.headLine)
        }
    }

    private mutating func reportCells() {
        if emptyCells > 0 {
            network.report(
                .note, "empty-cells",
                Bilingual(
                    en: "\(emptyCells) cells are empty; they were read as no tie.",
                    fr: "Cellules vides, lues comme une absence de lien : \(emptyCells)."),
                remedy: Bilingual(
                    en: "Write 0 where there is none; what is not known cannot stand in a matrix.",
                    fr: "Écrivez 0 là où il n'y en a pas ; ce qui n'est pas connu n'a pas de place dans une matrice."),
                line: nil)
        }
        if unknownCells > 0 {
            network.report(
                .warning, "unknown-cells",
                Bilingual(
                    en: "\(unknownCells) cells say that nothing is known (NA); they were read as no tie.",
                    fr:
                        "Cellules qui disent que rien n'est connu (NA), lues comme une absence de lien : \(unknownCells)."
                ),
                remedy: Bilingual(
                    en: "What is not known stands in a dataset: milieu init makes one.",
                    fr: "Ce qui n'est pas connu a sa place dans un jeu de données : milieu init en crée un."),
                line: firstUnknown)
        }
    }
}
