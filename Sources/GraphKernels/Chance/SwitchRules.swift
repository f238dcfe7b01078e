/// What a mixed graph keeps beside its degrees while its ties are switched, and what a state costs
/// that does not keep it.
struct SwitchRules: Sendable {
    struct Faults: Sendable {
        /// Arcs on the pair of an edge, less those that were there.
        var clashes = 0
        /// Edges, and arcs, on the pairs beside, less those to keep.
        var edgesBeside = 0
        var arcsBeside = 0

        var isEmpty: Bool { clashes == 0 && edgesBeside == 0 && arcsBeside == 0 }
    }

    /// Whether there are edges and arcs, so that one can come to lie on the other.
    let watchesClashes: Bool
    private var clashes = 0
    private let pairs: ArcSet?
    /// By node; no tie comes to lie within one. Empty: none is forbidden.
    private let groups: [Int32]
    private let kept: MixedGraph.Overlap
    /// By how much each fault makes a state rarer.
    private let prices: (clash: Double, edge: Double, arc: Double)

    var isEmpty: Bool { !watchesClashes && pairs == nil && groups.isEmpty }

    /// - Precondition: pairs beside or groups, not both; no tie of the graph lies within a group.
    init(_ graph: MixedGraph, _ beside: Beside?, groups: [Int32] = []) {
        precondition(groups.isEmpty || (groups.count == graph.nodeCount && beside == nil))
        self.groups = groups
        watchesClashes = !graph.edges.isEmpty && !graph.arcs.isEmpty
        kept = beside?.overlap ?? MixedGraph.Overlap()
        pairs = beside.map { beside in
            var set = ArcSet(capacity: 2 * beside.pairs.count)
            for number in beside.pairs.numbers {
                let ends = PairSet.ends(number)
                set.insert(ends.source, ends.target)
                set.insert(ends.target, ends.source)
            }
            return set
        }
        clashes = watchesClashes ? Self.clashes(graph) : 0
        prices = watchesClashes || beside != nil || !groups.isEmpty
            ? Self.prices(graph, beside, groups, clashes) : (1, 1, 1)
    }

    private static func clashes(_ graph: MixedGraph) -> Int {
        var edges = ArcSet(capacity: 2 * graph.edges.count)
        for edge in graph.edges {
            edges.insert(edge.source, edge.target)
            edges.insert(edge.target, edge.source)
        }
        return graph.arcs.count { edges.contains($0.source, $0.target) }
    }

    func liesBeside(_ one: Int32, _ other: Int32) -> Bool {
        pairs?.contains(one, other) ?? (!groups.isEmpty && groups[Int(one)] == groups[Int(other)])
    }

    func faults(of graph: MixedGraph) -> Faults {
        var faults = Faults(edgesBeside: -kept.edges, arcsBeside: -kept.arcs)
        if watchesClashes { faults.clashes = Self.clashes(graph) - clashes }
        faults.edgesBeside += graph.edges.count { liesBeside($0.source, $0.target) }
        faults.arcsBeside += graph.arcs.count { liesBeside($0.source, $0.target) }
        return faults
    }

    /// With what chance a step to other faults is taken; 1 or more: always.
    func chance(from faults: Faults, to next: Faults) -> Double {
        func power(_ price: Double, _ steps: Int) -> Double {
            (0..<abs(steps)).reduce(1) { product, _ in steps > 0 ? product * price : product / price }
        }
        return power(prices.clash, abs(next.clashes) - abs(faults.clashes))
            * power(prices.edge, abs(next.edgesBeside) - abs(faults.edgesBeside))
            * power(prices.arc, abs(next.arcsBeside) - abs(faults.arcsBeside))
    }

    /// Dear enough that the states without fault are a good share of all. With λ such ties to be
    /// expected from the degrees and k to keep, one fewer is k/λ as frequent and one more λ/(k + 1):
    /// half of that again. The price depends on degrees and pairs alone, and so is the same all along.
    private static func prices(
        _ graph: MixedGraph, _ beside: Beside?, _ groups: [Int32], _ clashes: Int
    ) -> (Double, Double, Double) {
        var degree = [Double](repeating: 0, count: graph.nodeCount)
        var (out, into) = (degree, degree)
        for edge in graph.edges {
            degree[Int(edge.source)] += 1
            degree[Int(edge.target)] += 1
        }
        for arc in graph.arcs {
            out[Int(arc.source)] += 1
            into[Int(arc.target)] += 1
        }
        let (edges, arcs) = (Double(max(1, graph.edges.count)), Double(max(1, graph.arcs.count)))
        func price(_ expected: Double, _ kept: Int) -> Double {
            0.5 / max(1, Double(kept) / max(expected, 1e-6), expected / Double(kept + 1))
        }
        func product(_ one: [Double], _ other: [Double]) -> Double { zip(one, other).reduce(0) { $0 + $1.0 * $1.1 } }
        let expectedClashes = product(degree, out) * product(degree, into) / (2 * edges * arcs)
        var (edgesBeside, arcsBeside) = (0.0, 0.0)
        for number in beside?.pairs.numbers ?? [] {
            let ends = PairSet.ends(number)
            let (i, j) = (Int(ends.source), Int(ends.target))
            edgesBeside += degree[i] * degree[j] / (2 * edges)
            arcsBeside += (out[i] * into[j] + out[j] * into[i]) / arcs
        }
        // Of all pairs in a group: the square of the sum, less what a node would have with itself.
        let byGroup = Dictionary(grouping: groups.indices) { groups[$0] }.sorted { $0.key < $1.key }
        for (_, members) in byGroup where members.count > 1 {
            func sum(_ values: [Double]) -> Double { members.reduce(0) { $0 + values[$1] } }
            let (squares, arcsBack) = members.reduce((0.0, 0.0)) { sums, node in
                (sums.0 + degree[node] * degree[node], sums.1 + out[node] * into[node])
            }
            edgesBeside += (sum(degree) * sum(degree) - squares) / (4 * edges)
            arcsBeside += (sum(out) * sum(into) - arcsBack) / arcs
        }
        let overlap = beside?.overlap ?? MixedGraph.Overlap()
        return (
            price(expectedClashes, clashes), price(edgesBeside, overlap.edges), price(arcsBeside, overlap.arcs)
        )
    }
}
