import GraphKernels
import NetworkModel
import Synchronization
import Vocabulary

/// A view frozen into a graph, with what measures share: each intermediate result is computed once.
public final class MeasureContext: Sendable {
    /// The choice of nodes and ties that is measured.
    public let view: NetworkView
    /// What is chosen beside the view; a context is of one choice, since its intermediate results are.
    public let options: MeasureOptions
    /// The view as a graph: parallel ties merged, weights summed, directed if the view is.
    public let graph: Graph
    private let shared = Mutex<[AnyHashable: any Sendable]>([:])

    /// The whole network behind the view.
    public var network: Network { view.network }

    /// Freezes the view.
    ///
    /// - Complexity: O(nodes + ties), and O(d log d) for a node of d ties; all else is computed when it is asked for.
    public init(_ view: NetworkView, options: MeasureOptions = MeasureOptions()) {
        self.view = view
        self.options = options
        graph = Graph(view, ties: nil, isDirected: view.isDirected)
    }

    /// The same graph with its actors in other groups.
    init(_ other: MeasureContext, grouping: Grouping) {
        view = other.view
        options = other.options
        graph = other.graph
        shared.withLock { $0[Self.groupingKey] = grouping }
    }

    static let groupingKey: MemoKey<Grouping> = "grouping"

    /// The graph without direction: made of the ties, since among directed ones an undirected tie is two arcs in
    /// `graph`, and would weigh twice what it does.
    public var undirected: Graph {
        view.isDirected ? memo("undirected") { Graph(view, ties: nil, isDirected: false) } : graph
    }

    /// Computes a value at the first call for a key and returns the same one after that. Two
    /// callers at the same time may both compute; they get equal values.
    ///
    /// - Throws: what making the value throws; then nothing is kept.
    public func memo<Value: Sendable, Failure: Error>(
        _ key: MemoKey<Value>, _ make: () throws(Failure) -> Value
    ) throws(Failure) -> Value {
        // In two steps: a missing entry would itself pass for a value of an optional type.
        if let stored = shared.withLock({ $0[key] }) {
            guard let known = stored as? Value else { preconditionFailure("a key holds values of its own type") }
            return known
        }
        let made = try make()
        shared.withLock { $0[key] = made }
        return made
    }
}

extension Graph {
    /// A view's ties, or some of them, frozen. In a directed graph a tie without direction is two arcs; in an
    /// undirected one every tie is one edge, whatever its direction.
    ///
    /// - Parameters:
    ///   - ties: positions among the view's; nil: all.
    ///   - countsTies: whether ties without weights weigh 1 each, so that parallel ones add up.
    init(
        _ view: NetworkView, ties: [Int]?, isDirected: Bool, parallels: Parallels = .added, countsTies: Bool = false
    ) {
        func column<Value>(_ values: [Value]) -> [Value] { ties.map { $0.map { values[$0] } } ?? values }
        let ones = countsTies ? [Double](repeating: 1, count: ties?.count ?? view.tieCount) : []
        let weights = view.weights.isEmpty ? ones : column(view.weights)
        self.init(
            nodeCount: view.nodes.count, sources: column(view.sources), targets: column(view.targets),
            weights: weights, isDirected: isDirected,
            bothWays: isDirected && !view.tieIsDirected.isEmpty ? column(view.tieIsDirected).map { !$0 } : [],
            parallels: parallels)
    }
}
