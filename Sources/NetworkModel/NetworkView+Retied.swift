extension NetworkView {
    /// The same choice of actors tied otherwise: what chance, or a resampling, makes of the view. Nothing
    /// is checked anew, since nothing new is said but who is tied to whom.
    ///
    /// - Parameters:
    ///   - rows: for each tie the tie of this view that it is like: of its kind, weight, direction and
    ///     origin. One may serve several times.
    ///   - sources: for each tie its ends, positions among the nodes; no loops.
    ///   - nodes: other nodes in place of the view's; nil: its own.
    /// - Complexity: O(ties).
    public func retied(like rows: [Int], sources: [Int32], targets: [Int32], nodes: [Node]? = nil) -> NetworkView {
        precondition(rows.count == sources.count && rows.count == targets.count)
        let actorCount = nodes.map { nodes in
            nodes.count { if case .actor = $0 { true } else { false } }
        }
        return NetworkView(
            network: network, options: options, nodes: nodes ?? self.nodes, actorCount: actorCount ?? self.actorCount,
            isDirected: isDirected, isTwoMode: isTwoMode, sources: sources, targets: targets,
            weights: weights.isEmpty ? [] : rows.map { weights[$0] },
            tieIsDirected: tieIsDirected.isEmpty ? [] : rows.map { tieIsDirected[$0] },
            origins: .listed(rows.map { origins[$0] }), loops: loops, repeatedFactCount: repeatedFactCount,
            absentActorCount: absentActorCount)
    }
}
