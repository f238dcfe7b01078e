import GraphKernels

extension Case {
    /// A list of edges becomes a graph.
    static var freezing: Case { Case(id: "freezing") { input in
        let file = try NetworkFile(input)
        return {
            let graph = file.graph()
            return {
                [("degree", (0..<graph.nodeCount).map { Double(graph.outgoing.degree(of: $0)) })]
            }
        }
    } }
}
