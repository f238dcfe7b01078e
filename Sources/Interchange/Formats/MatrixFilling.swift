import NetworkModel
import Tabular
import Vocabulary

/// A plain network that matrices fill, one for each relation: nodes by number and label, of one mode where rows and
/// columns are the same, else of two.
struct MatrixFilling {
    var network: PlainNetwork
    private(set) var isTwoMode = false
    private var rowCount = 0
    private var relation = -1
    private var kind: String?
    private var groups: [Int] = []
    private var weights: [String] = []
    private var missing = 0

    init(file: String) { network = PlainNetwork(file: file) }

    /// Rows and columns are the same where there are as many and their labels do not differ.
    mutating func setNodes(rows: Int, columns: Int, rowLabels: [String], columnLabels: [String], line: Int) {
        rowCount = rows
        isTwoMode = rows != columns || (!rowLabels.isEmpty && !columnLabels.isEmpty && rowLabels != columnLabels)
        network.hasNumberedIDs = true
        let numbers = (1...max(rows, columns, 1)).map(String.init)
        func labels(_ given: [String], _ count: Int) -> [String] {
            given.count == count ? given : Array(numbers.prefix(count))
        }
        let all =
            isTwoMode
            ? labels(rowLabels, rows) + labels(columnLabels, columns)
            : labels(rowLabels.isEmpty ? columnLabels : rowLabels, rows)
        for (number, label) in all.enumerated() {
            guard let node = network.add(node: String(number + 1), line: line) else { continue }
            if !rowLabels.isEmpty || !columnLabels.isEmpty { network.nodes.set(label, "label", row: node) }
            if isTwoMode { network.nodes.set(node < rows ? "actor" : "event", "mode", row: node) }
        }
    }

    /// - Parameter kind: what the ties of the relation are called; nil where there is one only.
    mutating func startRelation(_ kind: String?) {
        relation += 1
        self.kind = kind
    }

    /// - Parameter value: nil where it is not known whether there is a tie.
    mutating func add(_ row: Int, _ column: Int, _ value: Double?, line: Int) {
        guard let value else {
            if isTwoMode || row != column { missing += 1 }
            return
        }
        guard value != 0 else { return }
        let tie = network.add(tie: row, isTwoMode ? rowCount + column : column, directed: !isTwoMode, line: line)
        let weight = NumberText.shortest(value)
        network.ties.set(weight, "weight", row: tie)
        if let kind { network.ties.set(kind, "kind", row: tie) }
        groups.append(relation)
        weights.append(weight)
    }

    /// A matrix that is symmetric has ties without direction.
    mutating func fold() {
        if !isTwoMode { network.foldSymmetric(groups: groups, weights: weights) }
    }

    mutating func reportMissing() { network.report(missing: missing) }
}
