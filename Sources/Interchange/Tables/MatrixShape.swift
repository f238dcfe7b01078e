import NetworkModel
import Tabular
import Vocabulary

/// Where in a table the parts of a matrix stand: the ids of the columns, those of the rows, and the cells.
///
/// A matrix may have a title above it, a word in its corner, row names without a corner (as R writes them), ids on
/// one side only, or none.
struct MatrixShape {
    /// The ids of the columns; nil: they have none.
    var columns: [String]?
    /// Where the ids of the rows stand; nil: they have none.
    var labelColumn: Int?
    /// Where the cells begin, and how many there are in a row.
    var firstCell: Int
    var cellCount: Int
    /// How many rows stand above the cells, the ids of the columns among them.
    var rowsAbove: Int
    /// The line of the ids of the columns, or of the first row.
    var headLine: Int
    var isTwoMode = false
    /// Whether the row above the cells only counts the columns, and is no title.
    var isNumbered = false
    /// Whether something else is thinkable, which is then said.
    var isGuess = false

    /// How many rows are looked at, and how many may stand above the ids of the columns.
    private static let looked = 64
    private static let mostAbove = 12
    /// As many cells as a row of a table may have.
    private static let mostCells = 10_000

    /// The shape of the table in front of whose first row a reader stands; nil: it is no matrix.
    ///
    /// - Parameters:
    ///   - isKnown: whether somebody said that it is one: then doubtful shapes are taken, too.
    ///   - isWhole: whether the reader has all rows, and not the first alone.
    static func find(_ csv: CSVReader, isKnown: Bool = false, isWhole: Bool = true) -> MatrixShape? {
        let head = Head(csv, isWhole: isWhole)
        for above in 0..<min(head.rows.count, mostAbove + 1) {
            // Above a matrix stand titles, and no rows of another table.
            if above > 0, head.rows[above - 1].count(where: { !$0.isEmpty }) > 1 { break }
            if let shape = numberedByR(head, above) ?? labelled(head, above, isKnown) { return shape }
            if let shape = unlabelled(head, above, isKnown) { return shape }
        }
        return isKnown ? plain(head) : nil
    }

    /// Ids in the first row and the first column, whatever is wrong with the rest: whoever reads it says so.
    private static func plain(_ head: Head) -> MatrixShape? {
        guard let header = head.rows.first, header.count > 1 else { return nil }
        let columns = Array(header.dropFirst())
        let ids = Set(columns)
        let rows = head.rows.dropFirst().map { $0[0] }
        guard !ids.contains(""), ids.count == columns.count, !rows.isEmpty else { return nil }
        return MatrixShape(
            columns: columns, labelColumn: 0, firstCell: 1, cellCount: columns.count, rowsAbove: 1,
            headLine: head.lines[0],
            isTwoMode: !rows.contains(where: ids.contains))
    }

    /// The first rows.
    private struct Head {
        var rows: [[String]] = []
        var lines: [Int] = []
        var isWhole: Bool

        init(_ csv: CSVReader, isWhole: Bool) {
            self.isWhole = isWhole
            var csv = csv
            while csv.next() {
                guard rows.count < looked else {
                    self.isWhole = false
                    break
                }
                guard csv.fields.count <= mostCells else { break }
                let texts = csv.fields.indices.map { csv.string($0) }
                // Rows of a sheet below its end, or of separators alone.
                if texts.contains(where: { !$0.isEmpty }) {
                    rows.append(texts)
                    lines.append(csv.line)
                }
            }
        }
    }

    // MARK: Ids of the columns

    private static func labelled(_ head: Head, _ above: Int, _ isKnown: Bool) -> MatrixShape? {
        let header = head.rows[above]
        let body = head.rows.dropFirst(above + 1)
        guard let width = body.first?.count, width > 1, body.count > 1 || isKnown,
            body.allSatisfy({ $0.count == width }),
            header.count == width || header.count == width - 1, EndWords.ends(of: header) == nil
        else { return nil }
        let isShifted = header.count == width - 1
        for label in 0..<min(width - 1, 3) {
            let columns = Array(isShifted ? header.dropFirst(label) : header.dropFirst(label + 1))
            let corner = isShifted ? "" : header[label]
            guard let shape = labelled(columns, corner, body, label, head, isKnown) else { continue }
            var found = shape
            (found.rowsAbove, found.headLine) = (above + 1, head.lines[above])
            return found
        }
        return nil
    }

    private static func labelled(
        _ columns: [String], _ corner: String, _ body: ArraySlice<[String]>, _ label: Int, _ head: Head, _ isKnown: Bool
    ) -> MatrixShape? {
        guard columns.count > 1 || isKnown, !columns.contains(where: \.isEmpty), Set(columns).count == columns.count,
            isEmptyBefore(label, body), body.allSatisfy({ !$0[label].isEmpty }),
            body.allSatisfy({ row in row.dropFirst(label + 1).allSatisfy { !MatrixCell($0).isText } })
        else { return nil }
        let rows = body.map { $0[label] }
        var shape = MatrixShape(
            columns: columns, labelColumn: label, firstCell: label + 1, cellCount: columns.count, rowsAbove: 0,
            headLine: 0)
        // Sums beside the rows and below them are no ids.
        let ids = Set(columns.filter { !TotalWords.contains($0) })
        let own = rows.filter { !TotalWords.contains($0) }
        let areNumbers = columns.allSatisfy { !MatrixCell($0).isText }
        if !own.isEmpty, own.allSatisfy(ids.contains), !head.isWhole || own.count == ids.count {
            return areNumbers && !corner.isEmpty ? nil : shape
        }
        guard !areNumbers, Set(rows).count == rows.count,
            isKnown || !own.contains(where: ids.contains) || corner.isEmpty
        else { return nil }
        shape.isTwoMode = !own.contains(where: ids.contains)
        guard shape.isTwoMode else { return corner.isEmpty || isKnown ? shape : nil }
        guard isKnown || !columns.contains(where: { Actor.table.schema.column(headed: $0) != nil }) else { return nil }
        let isPlain = body.allSatisfy { row in row.dropFirst(label + 1).allSatisfy { MatrixCell($0).isPlain } }
        if !corner.isEmpty, !isPlain {
            // A table of what is known of actors has their names in front, too.
            guard isKnown || !["id", "name"].contains(Actor.table.schema.column(headed: corner)?.id) else { return nil }
            shape.isGuess = true
        }
        return shape
    }

    /// Whether in front of the rows' ids stands no more than a title at the side.
    private static func isEmptyBefore(_ label: Int, _ body: ArraySlice<[String]>) -> Bool {
        (0..<label).allSatisfy { column in body.count { !$0[column].isEmpty } <= 1 && body.count > 1 }
    }

    // MARK: Columns that R numbered

    /// A matrix without ids as R writes it: `V1`, `V2` … (or `X1`, `X2` …) above the columns, and in front of the rows
    /// nothing or their numbers. `V1,V2,V3` may stand above a list of ties as well, whose actors are no 0.
    private static func numberedByR(_ head: Head, _ above: Int) -> MatrixShape? {
        let header = head.rows[above]
        let names = header.first?.isEmpty == true ? Array(header.dropFirst()) : header
        let body = head.rows.dropFirst(above + 1)
        guard names.count > 2, let width = body.first?.count, body.allSatisfy({ $0.count == width }),
            ["v", "x"].contains(where: { letter in
                names.enumerated().allSatisfy { $1.lowercased() == letter + String($0 + 1) }
            })
        else { return nil }
        let start = width - names.count
        guard start == 0 && names.count == header.count || start == 1,
            start == 0 || body.enumerated().allSatisfy({ $1[0] == String($0 + 1) }),
            body.allSatisfy({ row in row.dropFirst(start).allSatisfy { !MatrixCell($0).isText } }),
            body.contains(where: { MatrixCell($0[start]) == .number(0) || MatrixCell($0[start + 1]) == .number(0) })
        else { return nil }
        let isSquare = head.isWhole ? body.count == names.count : body.count <= names.count
        return MatrixShape(
            columns: isSquare ? nil : names, labelColumn: start == 1 ? 0 : nil, firstCell: start,
            cellCount: names.count, rowsAbove: above + 1, headLine: head.lines[above], isTwoMode: !isSquare,
            isNumbered: true, isGuess: true)
    }

    // MARK: None

    /// Numbers alone, as many rows as columns; perhaps with the ids of the columns above, or of the rows beside.
    private static func unlabelled(_ head: Head, _ above: Int, _ isKnown: Bool) -> MatrixShape? {
        let first = head.rows[above]
        let hasHeader = first.allSatisfy { MatrixCell($0).isText } && above + 1 < head.rows.count
        let body = head.rows.dropFirst(above + (hasHeader ? 1 : 0))
        guard let width = body.first?.count, body.allSatisfy({ $0.count == width }) else { return nil }
        let hasLabels =
            !hasHeader && body.allSatisfy { MatrixCell($0[0]).isText } && Set(body.map { $0[0] }).count == body.count
        let start = hasLabels ? 1 : 0
        let count = width - start
        let isOfValues = body.allSatisfy { row in row.dropFirst(start).allSatisfy { !MatrixCell($0).isText } }
        guard count > 1, isOfValues, !hasHeader || first.count == count, EndWords.ends(of: first) == nil else {
            return nil
        }
        guard head.isWhole ? body.count == count : body.count <= count && count > 3 else {
            return isKnown && !hasHeader && !hasLabels
                ? MatrixShape(
                    columns: nil, labelColumn: nil, firstCell: 0, cellCount: count, rowsAbove: above,
                    headLine: head.lines[above],
                    isTwoMode: true, isGuess: true) : nil
        }
        // Three numbers in a row may be two ends and a weight: a matrix of three has nothing on its diagonal.
        let hasEmptyDiagonal = body.enumerated().allSatisfy { place, row in
            let cell = MatrixCell(row[start + min(place, count - 1)])
            return cell == .number(0) || cell == .blank || cell == .missing
        }
        guard isKnown || hasHeader || hasLabels || count > 3 || (count == 3 && hasEmptyDiagonal) else { return nil }
        guard isKnown || hasEmptyDiagonal || count > 3 else { return nil }
        return MatrixShape(
            columns: hasHeader ? first : nil, labelColumn: hasLabels ? 0 : nil, firstCell: start, cellCount: count,
            rowsAbove: above + (hasHeader ? 1 : 0), headLine: head.lines[above],
            isGuess: count == 3 && !hasHeader && !hasLabels)
    }
}
