/// A system (D − factor A) w = start of an undirected graph without the trees that hang from it, which are eliminated
/// exactly.
///
/// A node of one neighbour has its value from that neighbour's: w = (start + factor · weight · w') / d. Put into the
/// neighbour's equation it changes that one's diagonal and start alone, so that nothing is filled in (Gauss; the 1-shell
/// is taken off as coreness takes it off). Leaves that this makes are folded in turn. What is left is positive definite
/// where the whole is, and its residual is that of the whole, since the folded equations hold. In a territory most actors
/// are such nodes: a round then reads what is tied twice or more, and fewer rounds do.
struct FoldedTrees {
    /// Nodes that are left, ascending.
    private let kept: [Int32]
    /// Their rows, by places among `kept`.
    let rows: Graph.Rows
    /// 1 over the diagonal of what is left; 0 of a node without neighbours that has no equation.
    let perDiagonal: [Double]
    /// The right side of what is left.
    let start: [Double]
    /// From the leaves inwards.
    private let folds: [Fold]
    /// The right sides of all nodes, each as it was when it was folded.
    private let sides: [Double]
    /// 1 over the diagonal, likewise.
    private let inverses: [Double]

    private struct Fold {
        let node: Int32
        let parent: Int32
        /// factor · weight
        let pull: Double
    }

    /// Whether folding is worth a copy of the rows: an eighth of the nodes have one neighbour.
    static func pay(_ rows: Graph.Rows) -> Bool {
        let count = rows.offsets.count - 1
        return (0..<count).count { rows.degree(of: $0) == 1 } * 8 >= count
    }

    init(_ rows: Graph.Rows, _ perStrength: [Double], _ start: [Double], factor: Double) {
        var sides = start
        var diagonal = perStrength.map { $0 > 0 ? 1 / $0 : 0 }
        let (folds, isFolded) = Self.fold(rows, factor, &diagonal, &sides)
        let kept = perStrength.indices.filter { !isFolded[$0] }.map { Int32($0) }
        self.rows = Self.rows(rows, of: kept)
        let inverses = diagonal.map { $0 > 0 ? 1 / $0 : 0 }
        perDiagonal = kept.map { inverses[Int($0)] }
        self.start = kept.map { sides[Int($0)] }
        (self.kept, self.folds, self.sides, self.inverses) = (kept, folds, sides, inverses)
    }

    private static func fold(
        _ rows: Graph.Rows, _ factor: Double, _ diagonal: inout [Double], _ sides: inout [Double]
    ) -> (folds: [Fold], isFolded: [Bool]) {
        var left = rows.degrees
        var isFolded = [Bool](repeating: false, count: left.count)
        var leaves = left.indices.filter { left[$0] == 1 && diagonal[$0] > 0 }.map { Int32($0) }
        var folds: [Fold] = []
        var next = 0
        while next < leaves.count {
            let node = Int(leaves[next])
            next += 1
            // The last of a tree has nobody left and is kept.
            guard left[node] == 1, let entry = rows.range(of: node).first(where: { !isFolded[Int(rows.targets[$0])] })
            else { continue }
            let parent = Int(rows.targets[entry])
            let pull = factor * (rows.weights.isEmpty ? 1 : rows.weights[entry])
            diagonal[parent] -= pull * pull / diagonal[node]
            sides[parent] += pull * sides[node] / diagonal[node]
            isFolded[node] = true
            folds.append(Fold(node: Int32(node), parent: Int32(parent), pull: pull))
            left[parent] -= 1
            if left[parent] == 1 { leaves.append(Int32(parent)) }
        }
        return (folds, isFolded)
    }

    /// The arcs among the nodes given, renumbered in their order.
    private static func rows(_ rows: Graph.Rows, of kept: [Int32]) -> Graph.Rows {
        var places = [Int32](repeating: -1, count: rows.offsets.count - 1)
        for (place, node) in kept.enumerated() { places[Int(node)] = Int32(place) }
        var (offsets, targets, weights): ([Int], [Int32], [Double]) = ([0], [], [])
        offsets.reserveCapacity(kept.count + 1)
        for node in kept {
            for entry in rows.range(of: Int(node)) where places[Int(rows.targets[entry])] >= 0 {
                targets.append(places[Int(rows.targets[entry])])
                if !rows.weights.isEmpty { weights.append(rows.weights[entry]) }
            }
            offsets.append(targets.count)
        }
        return Graph.Rows(offsets: offsets, targets: targets, weights: weights)
    }

    /// The solution of the whole from that of what is left.
    func unfolded(_ values: [Double]) -> [Double] {
        var all = [Double](repeating: 0, count: sides.count)
        for (place, node) in kept.enumerated() { all[Int(node)] = values[place] }
        for fold in folds.reversed() {
            let node = Int(fold.node)
            all[node] = (sides[node] + fold.pull * all[Int(fold.parent)]) * inverses[node]
        }
        return all
    }
}
