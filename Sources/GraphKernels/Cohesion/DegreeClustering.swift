/// The mean clustering of many graphs that have their degrees in common, each given as a list of its edges.
struct DegreeClustering: Sendable {
    private let degrees: [Int32]

    init(of graph: Graph) { degrees = graph.outgoing.degrees }

    /// As `Triangles.meanClustering(of:)` says it of the graph with these edges, to the last bit.
    func mean(of edges: [SIMD2<Int32>]) -> Double? {
        Triangles.meanClustering(Triangles.counts(UpwardRows(of: edges, degrees: degrees), degrees.count), degrees: degrees)
    }
}
