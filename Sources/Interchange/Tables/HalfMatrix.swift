import Tabular
import Vocabulary

/// A matrix of which one half is written: each row is one cell longer than the one above it, or one shorter, as
/// distances and correlations are printed and UCINET's `lowerhalf` and `upperhalf` are. The diagonal may be there or
/// not, and so may ids above the columns and beside the rows.
struct HalfMatrix {
    /// Of all actors.
    let names: [String]
    /// How many rows stand above the cells.
    let rowsAbove: Int
    /// The line of the first of them, or of the first row.
    let headLine: Int
    /// Where the cells begin.
    let firstCell: Int
    /// Which actor the first row is of: without a diagonal the first actor may have none.
    let firstRow: Int
    let isUpper: Bool
    let hasDiagonal: Bool
    /// Whether something else is thinkable, which is then said.
    var isGuess = false

    /// Which actor's column a cell of an actor's row is in.
    func column(of cell: Int, row: Int) -> Int { isUpper ? row + (hasDiagonal ? 0 : 1) + cell : cell }

    /// How many titles may stand above.
    private static let mostAbove = 12
    private static let mostNames = 10_000

    /// The half that stands in a table; nil: it is none.
    ///
    /// - Parameters:
    ///   - isWhole: whether the reader has all rows, and not the first alone.
    /// - Throws: where it is one, and nothing shows whether its last numbers are a diagonal.
    static func find(_ csv: CSVReader, isWhole: Bool = true) throws(TextFault) -> HalfMatrix? {
        let head = Head(csv, isWhole: isWhole)
        for above in 0..<min(head.rows.count, mostAbove + 1) {
            if above > 0, head.rows[above - 1].filled > 1 { break }
            if let half = headed(head, above) ?? labelled(head, above) { return half }
            if let half = try bare(head, above) { return half }
        }
        return nil
    }

    // MARK: Rows

    /// A row without the empty cells at its end; of rows below the first few only the widths are needed.
    private struct Row {
        let line: Int
        /// How many cells are written, and how many of them up to the last that says anything.
        let written: Int
        let count: Int
        let filled: Int
        let first: String
        /// Whether all cells behind the first are numbers or marks of what is not known.
        let hasNumbers: Bool
        /// Whether the first cell is a number, too.
        let startsWithNumber: Bool
        let last: MatrixCell
    }

    private struct Head {
        var rows: [Row] = []
        /// The texts of the first rows, of which one may have the ids of the columns.
        var texts: [[String]] = []
        var isWhole: Bool

        init(_ csv: CSVReader, isWhole: Bool) {
            self.isWhole = isWhole
            var csv = csv
            while csv.next() {
                guard rows.count <= mostNames + mostAbove, csv.fields.count <= mostNames + 1 else {
                    rows = []
                    return
                }
                guard let last = csv.fields.lastIndex(where: { !$0.isEmpty }) else { continue }
                // Each row of a half is one cell longer or shorter: a large table that is none is not read through.
                if rows.count > mostAbove + 2, abs(last + 1 - rows[rows.count - 1].count) != 1 {
                    rows = []
                    return
                }
                let texts = csv.fields[...last].indices.map { csv.string($0) }
                let cells = texts.map { MatrixCell($0) }
                // A blank within a half is no number that was left out, or the rows are not what they seem.
                rows.append(
                    Row(
                        line: csv.line, written: csv.fields.count, count: last + 1, filled: texts.count { !$0.isEmpty },
                        first: texts[0], hasNumbers: cells.dropFirst().allSatisfy { !$0.isText && $0 != .blank },
                        startsWithNumber: !cells[0].isText && cells[0] != .blank, last: cells[last]))
                if rows.count <= mostAbove + 1 { self.texts.append(texts) }
            }
        }
    }

    // MARK: Ids

    /// With ids above the columns.
    private static func headed(_ head: Head, _ above: Int) -> HalfMatrix? {
        guard above < head.texts.count, case let body = head.rows.dropFirst(above + 1), body.count > 1 else {
            return nil
        }
        let header = head.texts[above]
        // A word in the corner, or none.
        for ids in [Array(header.dropFirst()), header] where isList(ids) {
            let labels = body.map(\.first)
            var candidates: [(names: [String], firstRow: Int)] = []
            if ids.starts(with: labels) { candidates.append((ids, 0)) }
            if ids.dropFirst().starts(with: labels) { candidates.append((ids, 1)) }
            if zip(ids.dropFirst(), labels).allSatisfy({ $0 == $1 }), labels.count == ids.count, let last = labels.last
            {
                candidates.append((ids + [last], 1))
            }
            if let first = labels.first, zip(ids, labels.dropFirst()).allSatisfy({ $0 == $1 }) {
                candidates.append(([first] + ids, 0))
            }
            for (names, firstRow) in candidates {
                if let half = match(body, names, firstRow, firstCell: 1, head, above, headLine: head.rows[above].line) {
                    return half
                }
            }
            guard ids.count == header.count, body.allSatisfy(\.startsWithNumber) else { continue }
            for firstRow in 0...1 {
                if let half = match(body, ids, firstRow, firstCell: 0, head, above, headLine: head.rows[above].line) {
                    return half
                }
            }
        }
        return nil
    }

    /// With ids beside the rows alone.
    private static func labelled(_ head: Head, _ above: Int) -> HalfMatrix? {
        let body = head.rows.dropFirst(above)
        let labels = body.map(\.first)
        guard labels.count > 2, isList(labels), body.allSatisfy({ !$0.startsWithNumber }),
            head.isWhole || body.first?.count == 2
        else { return nil }
        return match(body, labels, 0, firstCell: 1, head, above - 1, headLine: head.rows[above].line)
    }

    private static func isList(_ ids: [String]) -> Bool {
        ids.count > 1 && !ids.contains("") && Set(ids).count == ids.count && EndWords.ends(of: ids) == nil
    }

    /// The half whose rows have as many cells as they should.
    private static func match(
        _ body: ArraySlice<Row>, _ names: [String], _ firstRow: Int, firstCell: Int, _ head: Head, _ above: Int,
        headLine: Int
    ) -> HalfMatrix? {
        guard names.count > 2, Set(names).count == names.count else { return nil }
        let isRagged = Set(body.map(\.written)).count > 1
        let isShifted = firstCell == 1 && above >= 0 && (head.texts[above].filter { !$0.isEmpty }.count < names.count)
        guard isRagged || isShifted, body.allSatisfy(\.hasNumbers) else { return nil }
        for (isUpper, hasDiagonal) in [(false, true), (false, false), (true, true), (true, false)] {
            guard isUpper ? firstRow == 0 : firstRow == 0 || !hasDiagonal else { continue }
            let missing = hasDiagonal ? 0 : 1
            let fits = body.enumerated().allSatisfy { place, row in
                let actor = firstRow + place
                return row.count - firstCell == (isUpper ? names.count - actor - missing : actor + 1 - missing)
            }
            let end = firstRow + body.count
            let isComplete = end == names.count || isUpper && !hasDiagonal && end == names.count - 1
            guard fits, !head.isWhole || isComplete, end <= names.count else { continue }
            return HalfMatrix(
                names: names, rowsAbove: above + 1, headLine: headLine, firstCell: firstCell, firstRow: firstRow,
                isUpper: isUpper, hasDiagonal: hasDiagonal)
        }
        return nil
    }

    // MARK: None

    /// Numbers alone. Whether they begin with a diagonal, only they show: one of zeros is one; one of which some are
    /// zero is none.
    private static func bare(_ head: Head, _ above: Int) throws(TextFault) -> HalfMatrix? {
        let body = head.rows.dropFirst(above)
        guard body.count > 2, body.allSatisfy({ $0.startsWithNumber && $0.hasNumbers && $0.count == $0.written }),
            let first = body.first?.count
        else { return nil }
        let isUpper = first > 1
        guard
            body.enumerated().allSatisfy({ place, row in row.count == (isUpper ? first - place : place + 1) }),
            isUpper ? !head.isWhole || body.count == first : true,
            // Each line of a list of neighbours begins with its own number.
            !body.enumerated().allSatisfy({ place, row in row.first == String(place + 1) })
        else { return nil }
        let diagonal = isUpper ? body.map { MatrixCell($0.first) } : body.map(\.last)
        let isEmpty = diagonal.allSatisfy { $0 == .number(0) || $0 == .missing }
        guard isEmpty || Set(diagonal.map(\.number)).count > 1 else {
            let place = isUpper ? Bilingual(en: "first", fr: "premier") : Bilingual(en: "last", fr: "dernier")
            throw TextFault(
                Bilingual(
                    en:
                        "The rows are one half of a matrix, and nothing shows whether the \(place.en) number of each is its diagonal.",
                    fr:
                        "Les lignes sont une moitié de matrice, et rien ne montre si le \(place.fr) nombre de chacune est sa diagonale."
                ),
                remedy: Bilingual(
                    en: "Write the names of the actors above the columns and beside the rows, or 0 on the diagonal.",
                    fr:
                        "Écrivez les noms des acteurs au-dessus des colonnes et à côté des lignes, ou 0 sur la diagonale."
                ),
                line: head.rows[above].line, code: "half-matrix")
        }
        let count = (isUpper ? first : body.count) + (isEmpty ? 0 : 1)
        return HalfMatrix(
            names: (1...count).map(String.init), rowsAbove: above, headLine: head.rows[above].line, firstCell: 0,
            firstRow: isUpper || isEmpty ? 0 : 1, isUpper: isUpper, hasDiagonal: isEmpty, isGuess: true)
    }

    // MARK: What is said

    /// How it was read.
    func message(directed isDirected: Bool) -> Bilingual {
        let side = isUpper ? Bilingual(en: "upper", fr: "supérieure") : Bilingual(en: "lower", fr: "inférieure")
        let diagonal = hasDiagonal ? Bilingual(en: "with", fr: "avec") : Bilingual(en: "without", fr: "sans")
        let ties =
            isDirected
            ? Bilingual(
                en: "each cell was read as a tie from row to column",
                fr: "chaque cellule a été lue comme un lien de la ligne vers la colonne")
            : Bilingual(
                en: "the ties were read as ties without direction",
                fr: "les liens ont été lus comme non orientés")
        return Bilingual(
            en: "The rows are the \(side.en) half of a matrix, \(diagonal.en) its diagonal: \(ties.en).",
            fr: "Les lignes sont la moitié \(side.fr) d'une matrice, \(diagonal.fr) sa diagonale : \(ties.fr).")
    }

    /// What is to be done, if it was not meant so.
    var remedy: Bilingual {
        isGuess
            ? Bilingual(
                en: "Write the names of the actors above and beside it; check that the diagonal is right.",
                fr: "Écrivez les noms des acteurs au-dessus et à côté ; vérifiez que la diagonale est juste.")
            : Bilingual(en: "Nothing needs to be done, if they have none.", fr: "Rien à faire, s'ils n'en ont pas.")
    }
}
