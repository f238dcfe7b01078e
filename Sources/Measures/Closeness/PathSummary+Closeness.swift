import GraphKernels

extension PathSummary {
    /// Wasserman and Faust's closeness of each node, over the nodes that it reaches.
    var closeness: [Double?] {
        let others = Double(reached.count - 1)
        guard others > 0 else { return reached.map { _ in nil } }
        return reached.indices.map { node in
            let reached = Double(reached[node])
            return reached > 0 ? reached / others * (reached / total[node]) : 0
        }
    }
}
