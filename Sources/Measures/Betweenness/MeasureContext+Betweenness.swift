extension MeasureContext {
    /// Values of betweenness over the pairs that an actor can stand between; nil where there are none.
    func perPair(_ betweenness: [Double]) -> [Double?] {
        let others = Double((betweenness.count - 1) * (betweenness.count - 2))
        let pairs = graph.isDirected ? others : others / 2
        return betweenness.map { pairs > 0 ? $0 / pairs : nil }
    }
}
