import GraphKernels

/// Kernels over a graph whose ties have lengths. The runner's peers make the same ones (`bench/libraries.py`).
extension Case {
    static var weighted: [Case] {
        [
            .weighted("weighted-betweenness", { Betweenness(of: $0) }) { [("betweenness", $1.nodes)] },
            .weighted("weighted-paths", { PathSummary(of: $0) }) {
                [("farness", $1.total), ("harmonic", $1.inverse), ("eccentricity", $1.farthest)]
            },
        ]
    }

    /// A kernel over a frozen graph with lengths.
    private static func weighted<Result>(
        _ id: String, _ kernel: @escaping (Graph) throws -> Result, answer: @escaping (Graph, Result) -> Answer
    ) -> Case {
        Case(id: id) { input in
            let graph = try NetworkFile(input).weightedGraph()
            return {
                let result = try kernel(graph)
                return { answer(graph, result) }
            }
        }
    }
}
