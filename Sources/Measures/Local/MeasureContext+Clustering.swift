import GraphKernels

extension MeasureContext {
    /// The clustering coefficient of each node; nil for one of fewer than two alters.
    var clustering: [Double?] {
        let rows = binaryUndirected.outgoing
        return triangles.counts.enumerated().map { node, count in
            let degree = rows.degree(of: node)
            return degree > 1 ? 2 * Double(count) / (Double(degree) * Double(degree - 1)) : nil
        }
    }
}
