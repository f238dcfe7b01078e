import GraphKernels
import Interchange

extension Case {
    /// An edge list as text becomes a checked network and a frozen graph.
    static var reading: Case { Case(id: "reading") { path in
        return {
            let network = try EdgeListReader.read(path: path).requireNetwork()
            let view = try network.view()
            let graph = Graph(
                nodeCount: view.nodes.count, sources: view.sources, targets: view.targets, isDirected: view.isDirected)
            return { [("actors", [Double(graph.nodeCount)]), ("ties", [Double(view.tieCount)])] }
        }
    } }
}
