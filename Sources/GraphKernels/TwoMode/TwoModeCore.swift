/// A core of actors and events that take part in one another, and a periphery of both: how well a graph of two modes
/// fits that idea, by correlation over the pairs of an actor and an event (Borgatti and Everett 1997, Social Networks
/// 19(3), 243–269; the patterns as for one mode, 2000, Social Networks 21(4), 375–395).
public enum TwoModeCore {
    /// The core of highest correlation found: climbs of single changes that may go down on the way, from the best cut
    /// of the nodes sorted by degree and, up to 2000 nodes, from ten random cores.
    ///
    /// - Parameter firstMode: how many of the nodes, the first ones, are of one mode.
    /// - Precondition: the graph is undirected and has two modes.
    /// - Returns: nil where no core fits at all, as where all or no pairs are tied.
    /// - Complexity: O(nodes²) for each climb; O(nodes · 500) above 2000 nodes.
    public static func discrete(
        _ graph: Graph, firstMode: Int, pattern: CorePeriphery.Pattern = .star, seed: UInt64
    ) -> CorePeriphery.Partition? {
        precondition(!graph.isDirected && (0...graph.nodeCount).contains(firstMode))
        guard firstMode > 0, firstMode < graph.nodeCount, graph.edgeCount > 0 else { return nil }
        return CoreSearch.best(from: byDegree(graph, firstMode, pattern), seed: seed) {
            TwoModeSplit(graph, firstMode, isCore: $0, pattern: pattern)
        }.map { CorePeriphery.Partition(isCore: $0.isCore, fit: $0.fit) }
    }

    /// The nodes that are tied to the largest share of the other mode, as many as fit best.
    private static func byDegree(_ graph: Graph, _ firstMode: Int, _ pattern: CorePeriphery.Pattern) -> [Bool] {
        let shares = (0..<graph.nodeCount).map { node in
            Double(graph.outgoing.degree(of: node)) / Double(node < firstMode ? graph.nodeCount - firstMode : firstMode)
        }
        let order = shares.indices.sorted { (-shares[$0], $0) < (-shares[$1], $1) }
        let empty = TwoModeSplit(
            graph, firstMode, isCore: [Bool](repeating: false, count: graph.nodeCount), pattern: pattern)
        return empty.bestPrefix(of: order)
    }
}

/// A core in the making, with the ties within core and periphery.
private struct TwoModeSplit: CoreInTheMaking {
    private let graph: Graph
    private let firstMode: Int
    private let pattern: CorePeriphery.Pattern
    private(set) var isCore: [Bool]
    /// Of either mode, in the core.
    private var sizes = [0, 0]
    private var withinCore = 0
    private var withinPeriphery: Int
    /// Neighbours of each node in the core.
    private var toCore: [Int]

    init(_ graph: Graph, _ firstMode: Int, isCore members: [Bool], pattern: CorePeriphery.Pattern) {
        (self.graph, self.firstMode, self.pattern) = (graph, firstMode, pattern)
        isCore = [Bool](repeating: false, count: members.count)
        toCore = [Int](repeating: 0, count: members.count)
        withinPeriphery = graph.edgeCount
        for node in members.indices where members[node] { flip(node) }
    }

    mutating func flip(_ node: Int) {
        let step = isCore[node] ? -1 : 1
        withinCore += step * toCore[node]
        withinPeriphery -= step * (graph.outgoing.degree(of: node) - toCore[node])
        sizes[node < firstMode ? 0 : 1] += step
        isCore[node].toggle()
        for other in graph.outgoing.neighbours(of: node) { toCore[Int(other)] += step }
    }

    var fit: Double? { fit(sizes[0], sizes[1], withinCore, withinPeriphery) }

    func fit(afterFlipping node: Int) -> Double? {
        let step = isCore[node] ? -1 : 1
        let isFirst = node < firstMode
        return fit(
            sizes[0] + (isFirst ? step : 0), sizes[1] + (isFirst ? 0 : step), withinCore + step * toCore[node],
            withinPeriphery - step * (graph.outgoing.degree(of: node) - toCore[node]))
    }

    /// Pearson's correlation of two 0/1 variables from their counts.
    private func fit(_ ones: Int, _ others: Int, _ withinCore: Int, _ withinPeriphery: Int) -> Double? {
        let (firsts, seconds) = (firstMode, isCore.count - firstMode)
        let peripheral = (firsts - ones) * (seconds - others)
        let pairs: Int, tied: Int, wanted: Int, both: Int
        switch pattern {
        case .star:
            pairs = firsts * seconds
            tied = graph.edgeCount
            wanted = pairs - peripheral
            both = tied - withinPeriphery
        case .blocks:
            pairs = ones * others + peripheral
            tied = withinCore + withinPeriphery
            wanted = ones * others
            both = withinCore
        }
        return CoreSearch.correlation(pairs: pairs, tied: tied, wanted: wanted, both: both)
    }
}
