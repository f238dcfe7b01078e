import GraphKernels
import Testing

@testable import KernelVerifiers

@Suite struct TieBundlesTests {
    /// Rows of a random network: parallel ones, edges, arcs, arcs beside edges.
    private struct Rows {
        var sources: [Int32] = []
        var targets: [Int32] = []
        var isArc: [Bool] = []

        init(_ seed: Int) {
            var random = RandomSource(seed: 51, part: seed)
            for _ in 0..<30 {
                let (one, other) = (random.below(7), random.below(7))
                guard one != other else { continue }
                sources.append(Int32(one))
                targets.append(Int32(other))
                isArc.append(random.below(3) > 0)
            }
        }

        var bundles: TieBundles {
            TieBundles(nodeCount: 7, positions: Array(sources.indices), sources: sources, targets: targets) {
                isArc[$0]
            }
        }

        /// Whether the merged graph of the rows has an arc, by the definition.
        func ties(_ one: Int32, _ other: Int32) -> Bool {
            sources.indices.contains { row in
                (sources[row], targets[row]) == (one, other)
                    || (!isArc[row] && (sources[row], targets[row]) == (other, one))
            }
        }
    }

    @Test(arguments: 0..<60) func bundlesAreTheMergedGraph(seed: Int) {
        let rows = Rows(seed)
        let graph = rows.bundles.graph
        for one in Int32(0)..<7 {
            for other in Int32(0)..<7 where one != other {
                let isEdge = rows.sources.indices.contains { row in
                    !rows.isArc[row] && Set([rows.sources[row], rows.targets[row]]) == Set([one, other])
                }
                #expect(graph.edges.count { Set([$0.source, $0.target]) == Set([one, other]) } == (isEdge ? 1 : 0))
                #expect(
                    graph.arcs.count { ($0.source, $0.target) == (one, other) }
                        == (!isEdge && rows.ties(one, other) ? 1 : 0))
            }
        }
    }

    /// Every row once, on a pair of its sort, with those it was parallel to; as many arcs in all.
    @Test(arguments: 0..<60) func rowsAreDealtOutWhole(seed: Int) {
        let rows = Rows(seed)
        let bundles = rows.bundles
        var random = RandomSource(seed: 52, part: seed)
        let drawn = Rewiring.degreePreserving(bundles.graph, using: &random)
        for found in [bundles.dealt(to: drawn, using: &random), bundles.following(drawn)] {
            #expect(found.map(\.row).sorted() == Array(rows.sources.indices))
            var next = rows
            for row in found { (next.sources[row.row], next.targets[row.row]) = (row.source, row.target) }
            #expect(next.bundles.graph.inOrder == drawn.inOrder)
            for one in rows.sources.indices {
                for other in 0..<one
                where rows.sources[one] == rows.sources[other] && rows.targets[one] == rows.targets[other] {
                    #expect(next.sources[one] == next.sources[other] && next.targets[one] == next.targets[other])
                }
            }
        }
    }

    /// With the sorts apart an arc is an arc wherever it lies.
    @Test(arguments: 0..<20) func sortsCanBeKeptApart(seed: Int) {
        let rows = Rows(seed)
        let bundles = TieBundles(
            nodeCount: 7, positions: Array(rows.sources.indices), sources: rows.sources, targets: rows.targets,
            joinsSorts: false
        ) { rows.isArc[$0] }
        let arcs = rows.sources.indices.filter { rows.isArc[$0] }
        #expect(Set(bundles.graph.arcs) == Set(arcs.map { MixedGraph.Ends(rows.sources[$0], rows.targets[$0]) }))
        #expect(bundles.graph.edges.count == rows.bundles.graph.edges.count)
        #expect(bundles.following(bundles.graph).map(\.row).sorted() == Array(rows.sources.indices))
    }

    /// With more ties than bundles each takes one by chance, edges of edges and arcs of arcs.
    @Test func moreTiesTakeOneEach() {
        let rows = Rows(3)
        let bundles = rows.bundles
        var random = RandomSource(seed: 53)
        let drawn = UniformGraph.ofSize(7, hasEdges: true, hasArcs: true, using: &random)
        let found = bundles.dealt(to: drawn, using: &random)
        #expect(drawn.edges.count != bundles.graph.edges.count && drawn.arcs.count != bundles.graph.arcs.count)
        let edges = Set(drawn.inOrder.edges)
        let (pairs, arcs) = (found.filter { !rows.isArc[$0.row] }, found.filter { rows.isArc[$0.row] })
        #expect(Set(pairs.map { MixedGraph.Ends(min($0.source, $0.target), max($0.source, $0.target)) }) == edges)
        for arc in drawn.arcs { #expect(arcs.contains { ($0.source, $0.target) == (arc.source, arc.target) }) }
    }

    @Test func aTieStaysWithItsSource() {
        let rows = Rows(4)
        let bundles = rows.bundles
        var random = RandomSource(seed: 54)
        let drawn = Rewiring.degreePreserving(bundles.graph, using: &random)
        let pairs = bundles.graph.arcs.indices.map { (bundles.graph.arcs[$0].source, drawn.arcs[$0].source) }
        #expect(pairs.allSatisfy { $0.0 == $0.1 } && drawn.inOrder != bundles.graph.inOrder)
    }
}
