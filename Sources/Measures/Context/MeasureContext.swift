import GraphKernels
import NetworkModel
import Synchronization
import Vocabulary

/// A view frozen into a graph, with what measures share: each intermediate result is computed once.
public final class MeasureContext: Sendable {
    public let view: NetworkView
    public let options: MeasureOptions
    /// The view as a graph: parallel ties merged, weights summed, directed if the view is.
    public let graph: Graph
    private let shared = Mutex<[String: any Sendable]>([:])

    public var network: Network { view.network }

    public init(_ view: NetworkView, options: MeasureOptions = MeasureOptions()) {
        self.view = view
        self.options = options
        graph = Graph(
            nodeCount: view.nodes.count, sources: view.sources, targets: view.targets,
            weights: view.weights, isDirected: view.isDirected,
            bothWays: view.tieIsDirected.map { !$0 })
    }

    /// The same graph with its actors in other groups.
    init(_ other: MeasureContext, grouping: Grouping) {
        view = other.view
        options = other.options
        graph = other.graph
        shared.withLock { $0[Self.groupingKey] = grouping }
    }

    static let groupingKey = "grouping"

    /// The graph without direction.
    public var undirected: Graph {
        view.isDirected ? memo("undirected") { graph.symmetrised() } : graph
    }

    /// Computes a value at the first call for a key and returns the same one after that. Two
    /// callers at the same time may both compute; they get equal values.
    public func memo<Value: Sendable, Failure: Error>(
        _ key: String, _ make: () throws(Failure) -> Value
    ) throws(Failure) -> Value {
        // In two steps: a missing entry would itself pass for a value of an optional type.
        if let stored = shared.withLock({ $0[key] }), let known = stored as? Value { return known }
        let made = try make()
        shared.withLock { $0[key] = made }
        return made
    }
}
