import GraphKernels
import Testing

@testable import KernelVerifiers

/// Subgroups against their definitions, over all subsets of the nodes of hundreds of small random graphs.
@Suite struct SubgroupVerificationTests {
    static let seeds = 0..<300

    private func subsets(_ count: Int) -> [[Int]] {
        (0..<(1 << count)).map { code in (0..<count).filter { code >> $0 & 1 == 1 } }
    }

    private func isConnected(_ nodes: [Int], _ sample: SampleGraph) -> Bool {
        guard let first = nodes.first else { return true }
        var (seen, stack) = (Set([first]), [first])
        while let node = stack.popLast() {
            for other in nodes where sample.has(node, other) && seen.insert(other).inserted { stack.append(other) }
        }
        return seen.count == nodes.count
    }

    /// Those of which no other holds all members.
    private func maximal(_ groups: [[Int]]) -> [[Int]] {
        let sets = groups.map(Set.init)
        return groups.indices.filter { one in
            !sets.contains { $0.count > sets[one].count && $0.isSuperset(of: sets[one]) }
        }
        .map { groups[$0] }
    }

    private func expect(_ tally: SubgroupTally?, _ groups: [[Int]], least: Int, _ count: Int, _ comment: String) throws
    {
        let tally = try #require(tally)
        let counted = groups.filter { $0.count >= least }
        #expect(tally.count == counted.count, "\(comment)")
        #expect(tally.counts == (0..<count).map { node in counted.count { $0.contains(node) } }, "\(comment)")
        let sizes = (0..<count).map { node in groups.filter { $0.contains(node) }.map(\.count).max() ?? 0 }
        #expect(tally.largest == sizes, "\(comment)")
    }

    @Test(arguments: seeds) func `cliques are the largest sets of neighbours`(seed: Int) throws {
        let sample = SampleGraph.random(seed, largest: 8, directed: false)
        let cliques = maximal(
            subsets(sample.nodeCount).filter { set in
                !set.isEmpty && set.allSatisfy { one in set.allSatisfy { $0 == one || sample.has(one, $0) } }
            })
        try expect(Cliques.tally(sample.graph), cliques, least: 3, sample.nodeCount, "\(seed)")
    }

    @Test(arguments: seeds) func `plexes lack few of their own`(seed: Int) throws {
        let sample = SampleGraph.random(seed, largest: 8, directed: false)
        for k in 1...3 {
            let plexes = maximal(
                subsets(sample.nodeCount).filter { set in
                    set.count > 1 && set.allSatisfy { one in set.count { sample.has(one, $0) } >= set.count - k }
                }
            ).filter { $0.count >= Plexes.leastSize(k) }
            try expect(
                Plexes.tally(sample.graph, k: k), plexes, least: Plexes.leastSize(k), sample.nodeCount, "\(seed) \(k)")
        }
    }

    @Test(arguments: seeds) func `a truss holds its edges in triangles`(seed: Int) {
        let sample = SampleGraph.random(seed, largest: 10, directed: false)
        let graph = sample.graph
        let edges = (0..<sample.nodeCount).flatMap { i in (0..<i).filter { sample.has(i, $0) }.map { (i, $0) } }
        var truss = Dictionary(uniqueKeysWithValues: edges.map { ([$0.0, $0.1], 2) })
        var k = 3
        var left = edges
        while !left.isEmpty {
            func has(_ i: Int, _ j: Int) -> Bool { left.contains { $0 == (max(i, j), min(i, j)) } }
            let kept = left.filter { edge in
                (0..<sample.nodeCount).count { has(edge.0, $0) && has(edge.1, $0) } >= k - 2
            }
            if kept.count == left.count {
                for edge in left { truss[[edge.0, edge.1]] = k }
                k += 1
            } else {
                left = kept
            }
        }
        let found = Trusses(of: graph)
        for node in 0..<sample.nodeCount {
            for entry in graph.outgoing.range(of: node) {
                let other = Int(graph.outgoing.targets[entry])
                #expect(found.ofEntries[entry] == truss[[max(node, other), min(node, other)]], "\(seed)")
            }
            #expect(found.ofNodes[node] == truss.filter { $0.key.contains(node) }.values.max())
        }
    }

    /// The least number of edges whose loss parts two nodes: the least over all sets with the one and without the other.
    private func edgeCut(_ i: Int, _ j: Int, _ sample: SampleGraph) -> Int {
        subsets(sample.nodeCount).filter { $0.contains(i) && !$0.contains(j) }.map { side in
            side.reduce(0) { sum, node in
                sum + (0..<sample.nodeCount).count { sample.has(node, $0) && !side.contains($0) }
            }
        }.min() ?? 0
    }

    @Test(arguments: 0..<120) func `edge connectivity is the least cut, and λ-sets follow from it`(seed: Int) throws {
        let sample = SampleGraph.random(seed, largest: 7, directed: false)
        let nodes = Array(0..<sample.nodeCount)
        let cuts = nodes.map { i in nodes.map { i == $0 ? Int.max : edgeCut(i, $0, sample) } }
        let found = try #require(EdgeConnectivity(of: sample.graph))
        let toOthers = nodes.map { i in nodes.filter { $0 != i }.map { cuts[i][$0] } }
        #expect(found.levels == toOthers.map { $0.max() ?? 0 }, "\(seed)")
        #expect(found.least == toOthers.joined().min())
        // Every inner pair is joined by more than any pair of one inside and one outside.
        let sets = subsets(nodes.count).filter { set in
            guard set.count > 1 else { return false }
            let inner = set.flatMap { i in set.filter { $0 != i }.map { cuts[i][$0] } }.min() ?? 0
            let outer = set.flatMap { i in nodes.filter { !set.contains($0) }.map { cuts[i][$0] } }.max() ?? 0
            return inner > outer && inner > 0
        }
        #expect(Set(found.sets.map(\.members)) == Set(sets), "\(seed)")
        for set in found.sets {
            #expect(set.value == set.members.flatMap { i in set.members.filter { $0 != i }.map { cuts[i][$0] } }.min())
        }
    }

    /// How many nodes have to go before a set falls apart or one is left; 0 where it is apart already.
    private func cohesion(_ set: [Int], _ sample: SampleGraph) -> Int {
        let sizes = subsets(set.count).filter { gone in
            let rest = set.indices.filter { !gone.contains($0) }.map { set[$0] }
            return rest.count == 1 || (rest.count > 1 && !isConnected(rest, sample))
        }.map(\.count)
        return sizes.min() ?? 0
    }

    @Test(arguments: 0..<200) func `blocks are the largest sets of their cohesion`(seed: Int) throws {
        let sample = SampleGraph.random(seed, largest: 8, directed: false)
        let sets = subsets(sample.nodeCount).filter { $0.count > 1 }.map { ($0, cohesion($0, sample)) }
        var expected: Set<[Int]> = []
        for k in 1...7 { expected.formUnion(maximal(sets.filter { $0.1 >= k }.map(\.0))) }
        let found = try #require(CohesiveBlocks(of: sample.graph))
        #expect(Set(found.blocks.map { $0.members.map(Int.init) }) == expected, "\(seed)")
        #expect(found.blocks.count == expected.count)
        for block in found.blocks { #expect(block.cohesion == sets.first { $0.0 == block.members.map(Int.init) }?.1) }
        #expect(
            found.nestedness
                == (0..<sample.nodeCount).map { node in sets.filter { $0.0.contains(node) }.map(\.1).max() ?? 0 })
    }

    @Test(arguments: seeds) func `bicomponents, cut points and bridges`(seed: Int) {
        let sample = SampleGraph.random(seed, largest: 9, directed: false)
        let (graph, nodes) = (sample.graph, Array(0..<sample.nodeCount))
        func parts(_ nodes: [Int], without edge: (Int, Int)? = nil) -> Int {
            var (left, count) = (Set(nodes), 0)
            while let first = left.first {
                count += 1
                var stack = [first]
                left.remove(first)
                while let node = stack.popLast() {
                    for other in nodes where sample.has(node, other) && left.contains(other) {
                        if let edge, (node, other) == edge || (other, node) == edge { continue }
                        left.remove(other)
                        stack.append(other)
                    }
                }
            }
            return count
        }
        let found = Bicomponents(of: graph)
        for node in nodes {
            let others = nodes.filter { $0 != node }
            let isolated = !others.contains { sample.has(node, $0) }
            #expect((found.counts[node] > 1) == (parts(others) > parts(nodes) && !isolated), "\(seed) \(node)")
        }
        let blocks = maximal(
            subsets(nodes.count).filter { set in
                set.count > 1 && isConnected(set, sample) && (set.count == 2 || cohesion(set, sample) >= 2)
            })
        #expect(Set(found.members.map { $0.map(Int.init) }) == Set(blocks), "\(seed)")
        #expect(found.members.map(\.count) == found.members.map(\.count).sorted(by: >))
        for node in nodes {
            for entry in graph.outgoing.range(of: node) {
                let other = Int(graph.outgoing.targets[entry])
                let block = found.members[Int(found.ofEntries[entry])].map(Int.init)
                #expect(block.contains(node) && block.contains(other))
                #expect((block.count == 2) == (parts(nodes, without: (node, other)) > parts(nodes)))
            }
        }
    }

    @Test func `what explodes is refused and not waited for`() {
        // Moon and Moser's graph: every node is a neighbour of all but two, 3^8 cliques of eight.
        let edges = (0..<24).flatMap { i in (0..<i).filter { $0 / 3 != i / 3 }.map { (i, $0) } }
        let graph = SampleGraph(edges: edges, nodeCount: 24).graph
        #expect(Cliques.tally(graph)?.count == 6561)
        #expect(Cliques.tally(graph, limit: WorkLimit(steps: 1000)) == nil)
        #expect(Plexes.tally(graph, k: 2, limit: WorkLimit(steps: 10_000)) == nil)
        #expect(EdgeConnectivity(of: graph, limit: WorkLimit(steps: 1000)) == nil)
        #expect(CohesiveBlocks(of: graph, limit: WorkLimit(steps: 100)) == nil)
        #expect(CohesiveBlocks(of: graph)?.nestedness == Array(repeating: 21, count: 24))
    }
}
