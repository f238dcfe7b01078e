import Tabular

/// The rows and columns of a matrix that hold sums: they are called so, and what stands in them adds up.
struct MatrixSums {
    private(set) var rows: Set<Int> = []
    private(set) var columns: Set<Int> = []

    init(_ shape: MatrixShape, _ labels: [String], _ start: CSVReader) {
        let called = Set(labels.indices.filter { shape.labelColumn != nil && TotalWords.contains(labels[$0]) })
        let columnsCalled = Set((shape.columns ?? []).indices.filter { TotalWords.contains(shape.columns?[$0] ?? "") })
        guard !called.isEmpty || !columnsCalled.isEmpty else { return }
        var below = [Double](repeating: 0, count: shape.cellCount)
        var totals: [Int: [Double]] = [:]
        var hold = columnsCalled
        var csv = start
        var row = 0
        while csv.next() {
            if csv.fields.allSatisfy(\.isEmpty) { continue }
            defer { row += 1 }
            guard csv.fields.count == shape.width else { return }
            let cells = (0..<shape.cellCount).map { place -> Double in
                if case .number(let value) = MatrixCell(csv.string(shape.firstCell + place)) { value } else { 0 }
            }
            if called.contains(row) {
                totals[row] = cells
                continue
            }
            let sum = cells.indices.reduce(0) { columnsCalled.contains($1) ? $0 : $0 + cells[$1] }
            for place in columnsCalled where !Self.isSum(cells[place], sum) { hold.remove(place) }
            for place in cells.indices { below[place] += cells[place] }
        }
        columns = hold
        rows = called.filter { row in
            (totals[row] ?? []).indices.allSatisfy {
                columnsCalled.contains($0) || Self.isSum(totals[row]![$0], below[$0])
            }
        }
    }

    private static func isSum(_ value: Double, _ sum: Double) -> Bool { abs(value - sum) <= 1e-6 * max(1, abs(sum)) }
}
