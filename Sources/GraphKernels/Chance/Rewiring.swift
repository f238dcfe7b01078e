/// Random graphs with the degrees of a given one: the reference for "more than its degrees explain".
///
/// A Markov chain of switches whose steps are proposed symmetrically and refused where they would
/// make a loop or a parallel edge, so that its limit is uniform over the simple graphs with these
/// degrees. Undirected: two edges exchange ends (Taylor 1981). Directed: two arcs exchange targets,
/// or a cycle of three turns round, without which some graphs could not be reached (Rao, Jana and
/// Bandyopadhyay 1996, Sankhyā A 58, 225–242). Edges and arcs of one graph switch apart: an edge
/// never becomes an arc, and as many arcs lie on the pairs of edges as did (none, mostly).
public enum Rewiring {
    /// A random graph with the degrees of the given one.
    ///
    /// - Parameters:
    ///   - swapsPerEdge: proposals for each edge; 10 is ample (Milo et al. 2003, arXiv
    ///     cond-mat/0312028).
    /// - Returns: a graph of the same size, in- and out-degrees. An edge's weight stays with its place
    ///   in the chain: with its source in a directed graph.
    /// - Complexity: O(swapsPerEdge · edges).
    public static func degreePreserving(
        _ graph: Graph, swapsPerEdge: Double = 10, using random: inout RandomSource
    ) -> Graph {
        precondition(swapsPerEdge >= 0 && swapsPerEdge.isFinite)
        guard graph.edgeCount > 1, swapsPerEdge > 0 else { return graph }
        var chain = SwitchChain(MixedGraph(graph))
        // A graph of one sort is never at fault.
        _ = chain.run(steps(graph.edgeCount, swapsPerEdge), using: &random)
        return graph.replacingEnds(chain.graph())
    }

    /// Edges with edges and arcs with arcs: every node keeps how many it has of each, arcs by
    /// direction.
    ///
    /// - Parameters:
    ///   - sides: for each node its side (inside or outside a perimeter, say): a node keeps how many ties of each
    ///     sort it has to each side. Empty: one side.
    ///   - groups: for each node its group: as no tie given lies within one, none that is drawn does. Empty: every
    ///     node is a group of its own.
    /// - Returns: the ties in the order in which they were given, an arc with its source.
    /// - Complexity: O(swapsPerEdge · ties), some times that where edges and arcs are both there.
    public static func degreePreserving(
        _ graph: MixedGraph, sides: [UInt8] = [], groups: [Int32] = [], swapsPerEdge: Double = 10,
        using random: inout RandomSource
    ) -> MixedGraph {
        RewiringStart(graph, sides: sides, groups: groups).drawn(swapsPerEdge: swapsPerEdge, using: &random)
    }

    /// The same with as many ties of each sort on certain pairs as is said; nil where no such graph
    /// was found in 50 times as many steps.
    public static func degreePreserving(
        _ graph: MixedGraph, beside: Beside, swapsPerEdge: Double = 10, using random: inout RandomSource
    ) -> MixedGraph? {
        precondition(swapsPerEdge >= 0 && swapsPerEdge.isFinite)
        var chain = SwitchChain(graph, beside: beside)
        let steps = steps(graph.edges.count + graph.arcs.count, swapsPerEdge)
        return chain.run(steps, patience: 50 * steps + 10_000, using: &random) ? chain.graph() : nil
    }

    /// A lattice-like graph with the degrees of a given one: switches are kept only where they
    /// bring edges nearer to a ring on which the nodes stand in random order (Sporns and Zwi 2004,
    /// Neuroinformatics 2, 145–162), again and again until clustering is as high as it gets (Telesford
    /// et al. 2011, Brain Connectivity 1(5), 367–375).
    ///
    /// - Parameters:
    ///   - swapsPerEdge: proposals for each edge in one round.
    ///   - patience: how many rounds in a row may bring no higher mean clustering.
    /// - Returns: of the graphs passed, the given one among them, that of the highest mean clustering.
    /// - Precondition: the graph is undirected.
    /// - Complexity: O(swapsPerEdge · edges), and one count of the triangles, for each round.
    public static func lattice(
        _ graph: Graph, swapsPerEdge: Double = 10, patience: Int = 5, using random: inout RandomSource
    ) -> Graph {
        precondition(!graph.isDirected)
        guard graph.edgeCount > 1, swapsPerEdge > 0 else { return graph }
        var seats = Array(0..<Int32(graph.nodeCount))
        seats.shuffle(using: &random)
        var nodes = seats
        for (node, seat) in seats.enumerated() { nodes[Int(seat)] = Int32(node) }
        let given = MixedGraph(graph)
        var search = LatticeSearch(
            seatCount: graph.nodeCount,
            ends: given.edges.map { SIMD2(seats[Int($0.source)], seats[Int($0.target)]) })
        let proposals = steps(graph.edgeCount, swapsPerEdge)
        let clustering = DegreeClustering(of: graph)
        var (best, highest, idle): ([SIMD2<Int32>]?, Double, Int) = (nil, Triangles.meanClustering(of: graph) ?? 0, 0)
        while idle < patience {
            search.run(proposals, using: &random)
            let edges = search.seats.map { SIMD2(nodes[Int($0.x)], nodes[Int($0.y)]) }
            let reached = clustering.mean(of: edges) ?? 0
            if reached > highest { (best, highest, idle) = (edges, reached, 0) } else { idle += 1 }
        }
        guard let best else { return graph }
        let ends = best.map { MixedGraph.Ends($0.x, $0.y) }
        return graph.replacingEnds(MixedGraph(nodeCount: graph.nodeCount, edges: ends))
    }

    fileprivate static func steps(_ ties: Int, _ swapsPerEdge: Double) -> Int {
        Int((Double(ties) * swapsPerEdge).rounded(.up))
    }
}

/// A graph laid out once, from which random graphs with its degrees are drawn again and again.
public struct RewiringStart: Sendable {
    private let chain: SwitchChain
    private let tieCount: Int

    /// Lays out the ties by their sorts and sides.
    ///
    /// - Parameters:
    ///   - sides: for each node its side, as `Rewiring.degreePreserving` takes it. Empty: one side.
    ///   - groups: for each node its group. Empty: every node is a group of its own.
    /// - Complexity: O(ties · log ties).
    public init(_ graph: MixedGraph, sides: [UInt8] = [], groups: [Int32] = []) {
        chain = SwitchChain(graph, sides: sides, groups: groups)
        tieCount = graph.edges.count + graph.arcs.count
    }

    /// One of them, the ties in the order in which they were given; what is drawn before does not bear on it.
    ///
    /// - Parameter swapsPerEdge: proposals for each tie.
    /// - Complexity: O(swapsPerEdge · ties), some times that where edges and arcs are both there.
    public func drawn(swapsPerEdge: Double = 10, using random: inout RandomSource) -> MixedGraph {
        precondition(swapsPerEdge >= 0 && swapsPerEdge.isFinite)
        var chain = chain
        // It starts without fault, and so comes back to that.
        _ = chain.run(Rewiring.steps(tieCount, swapsPerEdge), using: &random)
        return chain.graph()
    }
}

/// A graph whose ties are switched again and again, each time from where they were: for means over many random graphs,
/// which lie as near to each other as few switches leave them, and are off by no more for that.
public struct RewiringWalk: Sendable {
    private var chain: SwitchChain
    private let tieCount: Int

    /// Begins at the graph itself, whose weights are left out.
    ///
    /// - Complexity: O(ties · log ties).
    public init(_ graph: Graph) {
        chain = SwitchChain(MixedGraph(graph))
        tieCount = graph.edgeCount
    }

    /// The graph some switches on.
    ///
    /// - Parameter swapsPerEdge: proposals for each tie; 10 and more from the graph that was given.
    /// - Complexity: O(swapsPerEdge · ties).
    public mutating func next(swapsPerEdge: Double, using random: inout RandomSource) -> MixedGraph {
        precondition(swapsPerEdge >= 0 && swapsPerEdge.isFinite)
        // A graph of one sort is never at fault.
        _ = chain.run(Rewiring.steps(tieCount, swapsPerEdge), using: &random)
        return chain.graph()
    }
}

extension MixedGraph {
    /// The edges of an undirected graph, or the arcs of a directed one, node by node.
    fileprivate init(_ graph: Graph) {
        var ends: [Ends] = []
        ends.reserveCapacity(graph.edgeCount)
        for node in 0..<graph.nodeCount {
            for target in graph.outgoing.neighbours(of: node) where graph.isDirected || node < Int(target) {
                ends.append(Ends(Int32(node), target))
            }
        }
        self.init(
            nodeCount: graph.nodeCount, edges: graph.isDirected ? [] : ends, arcs: graph.isDirected ? ends : [])
    }
}

extension Graph {
    /// The edges with their weights between other ends, in the same order.
    fileprivate func replacingEnds(_ drawn: MixedGraph) -> Graph {
        let ends = isDirected ? drawn.arcs : drawn.edges
        var weights: [Double] = []
        if isWeighted {
            for node in 0..<nodeCount {
                for place in outgoing.range(of: node) where isDirected || node < Int(outgoing.targets[place]) {
                    weights.append(outgoing.weights[place])
                }
            }
        }
        return Graph(
            nodeCount: nodeCount, sources: ends.map(\.source), targets: ends.map(\.target), weights: weights,
            isDirected: isDirected)
    }
}
