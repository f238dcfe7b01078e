extension MeasureContext {
    /// The number of alters over all others; nil where there are no others.
    var normalizedDegrees: [Double?] {
        let others = Double(graph.nodeCount - 1)
        return binaryUndirected.outgoing.degrees.map { others > 0 ? Double($0 ?? 0) / others : nil }
    }
}
