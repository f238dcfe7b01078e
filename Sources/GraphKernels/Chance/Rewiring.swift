/// Random graphs with the degrees of a given one: the reference for "more than its degrees explain".
///
/// A Markov chain of switches whose steps are proposed symmetrically and refused where they would
/// make a loop or a parallel edge, so that its limit is uniform over the simple graphs with these
/// degrees. Undirected: two edges exchange ends (Taylor 1981). Directed: two arcs exchange targets,
/// or a cycle of three turns round, without which some graphs could not be reached (Rao, Jana and
/// Bandyopadhyay 1996, Sankhyā A 58, 225–242). An edge's weight stays with its place in the chain:
/// with its source in a directed graph.
public enum Rewiring {
    /// - Parameters:
    ///   - swapsPerEdge: proposals for each edge; 10 is ample (Milo et al. 2003, arXiv
    ///     cond-mat/0312028).
    /// - Returns: a graph of the same size, in- and out-degrees.
    /// - Complexity: O(swapsPerEdge · edges).
    public static func degreePreserving(
        _ graph: Graph, swapsPerEdge: Double = 10, using random: inout RandomSource
    ) -> Graph {
        precondition(swapsPerEdge >= 0 && swapsPerEdge.isFinite)
        let proposals = Int((Double(graph.edgeCount) * swapsPerEdge).rounded(.up))
        guard graph.edgeCount > 1 else { return graph }
        var chain = SwitchChain(graph)
        for _ in 0..<proposals {
            if graph.isDirected { chain.proposeDirected(&random) } else { chain.proposeUndirected(&random) }
        }
        return chain.graph()
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
        precondition(!graph.isDirected && swapsPerEdge >= 0 && swapsPerEdge.isFinite)
        let proposals = Int((Double(graph.edgeCount) * swapsPerEdge).rounded(.up))
        guard graph.edgeCount > 1 else { return graph }
        var seats = Array(0..<graph.nodeCount)
        seats.shuffle(using: &random)
        func distance(_ one: Int32, _ other: Int32) -> Int {
            let along = abs(seats[Int(one)] - seats[Int(other)])
            return min(along, graph.nodeCount - along)
        }
        var chain = SwitchChain(graph)
        var (best, highest, idle) = (graph, Triangles.meanClustering(of: graph) ?? 0, 0)
        while idle < patience {
            for _ in 0..<proposals {
                chain.proposeUndirected(&random) { a, b, c, d in
                    distance(a, d) + distance(c, b) <= distance(a, b) + distance(c, d)
                }
            }
            let next = chain.graph()
            let clustering = Triangles.meanClustering(of: next) ?? 0
            if clustering > highest { (best, highest, idle) = (next, clustering, 0) } else { idle += 1 }
        }
        return best
    }
}

/// The edges of a graph while they are switched. In a directed graph, the arcs of a node keep
/// their places, since no step changes an arc's source.
private struct SwitchChain {
    private let nodeCount: Int
    private let isDirected: Bool
    private let offsets: [Int]
    private var sources: [Int32] = []
    private var targets: [Int32] = []
    private var weights: [Double] = []
    private var present: ArcSet

    init(_ graph: Graph) {
        nodeCount = graph.nodeCount
        isDirected = graph.isDirected
        offsets = graph.outgoing.offsets
        present = ArcSet(capacity: graph.outgoing.targets.count)
        for node in 0..<graph.nodeCount {
            for place in graph.outgoing.range(of: node) {
                let target = graph.outgoing.targets[place]
                present.insert(Int32(node), target)
                guard isDirected || node < Int(target) else { continue }
                sources.append(Int32(node))
                targets.append(target)
                if graph.isWeighted { weights.append(graph.outgoing.weights[place]) }
            }
        }
    }

    func graph() -> Graph {
        Graph(nodeCount: nodeCount, sources: sources, targets: targets, weights: weights, isDirected: isDirected)
    }

    mutating func proposeUndirected(
        _ random: inout RandomSource,
        where isWanted: (Int32, Int32, Int32, Int32) -> Bool = { _, _, _, _ in true }
    ) {
        let (one, other) = (random.below(sources.count), random.below(sources.count))
        let turned = random.next() & 1 == 0
        guard one != other else { return }
        let (a, b) = (sources[one], targets[one])
        let (c, d) = turned ? (targets[other], sources[other]) : (sources[other], targets[other])
        guard a != c, b != d, a != d, c != b, !present.contains(a, d), !present.contains(c, b), isWanted(a, b, c, d)
        else { return }
        for (from, to) in [(a, b), (b, a), (c, d), (d, c)] { present.remove(from, to) }
        for (from, to) in [(a, d), (d, a), (c, b), (b, c)] { present.insert(from, to) }
        targets[one] = d
        (sources[other], targets[other]) = (c, b)
    }

    /// One step in eight tries to turn a cycle of three. The proposal is symmetric since it picks
    /// an arc a→b and then one of the out-neighbours of b, whose number never changes.
    mutating func proposeDirected(_ random: inout RandomSource) {
        if random.below(8) == 0 {
            proposeCycle(&random)
            return
        }
        let (one, other) = (random.below(sources.count), random.below(sources.count))
        let (a, b, c, d) = (sources[one], targets[one], sources[other], targets[other])
        guard a != c, b != d, a != d, c != b, !present.contains(a, d), !present.contains(c, b) else { return }
        present.remove(a, b)
        present.remove(c, d)
        present.insert(a, d)
        present.insert(c, b)
        targets[one] = d
        targets[other] = b
    }

    private mutating func proposeCycle(_ random: inout RandomSource) {
        let first = random.below(sources.count)
        let (a, b) = (sources[first], targets[first])
        let row = offsets[Int(b)]..<offsets[Int(b) + 1]
        guard !row.isEmpty else { return }
        let second = row.lowerBound + random.below(row.count)
        let d = targets[second]
        guard d != a, present.contains(d, a), !present.contains(b, a), !present.contains(d, b), !present.contains(a, d),
            let third = (offsets[Int(d)]..<offsets[Int(d) + 1]).first(where: { targets[$0] == a })
        else { return }
        for (from, to) in [(a, b), (b, d), (d, a)] {
            present.remove(from, to)
            present.insert(to, from)
        }
        (targets[first], targets[second], targets[third]) = (d, a, b)
    }
}
