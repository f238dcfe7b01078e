extension Graph {
    /// What kernels take for granted of a graph and does not hold of this one, in words; empty where all holds.
    ///
    /// - Complexity: O(nodes + entries · log degree).
    func checkInvariants() -> [String] {
        let names = isDirected ? ["outgoing", "incoming"] : ["rows"]
        let broken = zip(names, [outgoing, incoming]).flatMap { name, rows in
            rows.checkInvariants(nodeCount: nodeCount).map { "\(name): \($0)" }
        }
        guard broken.isEmpty else { return broken }
        guard outgoing.targets.count == incoming.targets.count, outgoing.weights.isEmpty == incoming.weights.isEmpty
        else { return ["the two directions hold different arcs"] }
        // In an undirected graph the same rows are both.
        for node in 0..<nodeCount {
            for entry in outgoing.range(of: node) {
                guard let back = incoming.place(of: node, in: Int(outgoing.targets[entry])) else {
                    return ["the arc \(node) → \(outgoing.targets[entry]) is known at one end"]
                }
                if isWeighted, outgoing.weights[entry] != incoming.weights[back] {
                    return ["the arc \(node) → \(outgoing.targets[entry]) has two weights"]
                }
            }
        }
        return []
    }
}

extension Graph.Rows {
    func checkInvariants(nodeCount: Int) -> [String] {
        guard offsets.count == nodeCount + 1, offsets.first == 0, offsets.last == targets.count,
            zip(offsets, offsets.dropFirst()).allSatisfy(<=)
        else { return ["the rows do not lie one behind the other"] }
        guard weights.isEmpty || weights.count == targets.count else { return ["some entries have no weight"] }
        for node in 0..<nodeCount {
            let row = neighbours(of: node)
            guard row.allSatisfy({ (0..<nodeCount).contains(Int($0)) }) else { return ["row \(node) leaves the graph"] }
            guard zip(row, row.dropFirst()).allSatisfy(<) else { return ["row \(node) is not ascending"] }
            guard !row.contains(Int32(node)) else { return ["row \(node) has a loop"] }
        }
        return []
    }
}
