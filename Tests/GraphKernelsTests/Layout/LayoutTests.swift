import Testing

@testable import GraphKernels

@Suite struct LayoutTests {
    private func graph(_ count: Int, _ edges: [(Int, Int)]) -> Graph {
        Graph(
            nodeCount: count, sources: edges.map { Int32($0.0) }, targets: edges.map { Int32($0.1) }, isDirected: false)
    }

    private func growing(_ count: Int) -> Graph {
        var random = RandomSource(seed: 9)
        return graph(count, (1..<count).flatMap { node in (0..<2).map { _ in (random.below(node), node) } })
    }

    private func distance(_ one: SIMD2<Double>, _ other: SIMD2<Double>) -> Double {
        ((one - other) * (one - other)).sum().squareRoot()
    }

    @Test func `the tree's repulsion is the sum over all points`() {
        var random = RandomSource(seed: 4)
        var points = (0..<300).map { _ in SIMD2(random.unit() * 10, random.unit() * 3) }
        points += Array(repeating: points[7], count: 20)
        let masses = points.indices.map { Double($0 % 5 + 1) }
        let tree = QuadTree(points, masses: masses)
        let (exact, near) = (tree.repulsions(squaredOpenness: 0), tree.repulsions(squaredOpenness: 0.64))
        for (index, place) in points.enumerated() {
            var sum = SIMD2<Double>.zero
            for (point, mass) in zip(points, masses) where point != place {
                let way = place - point
                let length = distance(place, point)
                sum += way * (mass / (length * length * length.squareRoot()))
            }
            // Coordinates of 32 bits, and sums of opposite forces.
            #expect(distance(exact[index], sum) < 1e-4 * (distance(sum, .zero) + 100))
            #expect(distance(near[index], sum) < 0.05 * (distance(sum, .zero) + 100))
        }
        #expect(QuadTree([], masses: []).repulsions(squaredOpenness: 1) == [])
    }

    @Test func `a coarse graph keeps masses and ties, and shrinks`() {
        for fine in [growing(200), graph(41, (1...40).map { (0, $0) }), graph(3, [])] {
            let coarse = Coarsening(fine, masses: [Double](repeating: 1, count: fine.nodeCount))
            #expect(coarse.masses.reduce(0, +) == Double(fine.nodeCount))
            #expect(coarse.clusters.allSatisfy { (0..<Int32(coarse.graph.nodeCount)).contains($0) })
            if fine.edgeCount > 0 { #expect(coarse.graph.nodeCount <= fine.nodeCount / 2) }
            for node in 0..<fine.nodeCount {
                for neighbour in fine.outgoing.neighbours(of: node) {
                    let (a, b) = (Int(coarse.clusters[node]), Int(coarse.clusters[Int(neighbour)]))
                    #expect(a == b || coarse.graph.hasArc(a, b))
                }
            }
        }
    }

    @Test func `a path becomes a straight line of equal steps`() {
        let positions = StressLayout.positions(of: graph(8, (0..<7).map { ($0, $0 + 1) }), seed: 1)
        let steps = (1..<6).map { distance(positions[$0], positions[$0 + 1]) }
        #expect(distance(positions[0], positions[7]) > 0.999 * (0..<7).reduce(0) { $0 + distance(positions[$1], positions[$1 + 1]) })
        #expect((steps.max() ?? 0) - (steps.min() ?? 0) < 0.01)
    }

    @Test func `neighbours stand nearer than others, in both layouts`() {
        let graph = growing(150)
        for positions in [ForceLayout.positions(of: graph, seed: 1), StressLayout.positions(of: graph, seed: 1)] {
            var (near, far, nearCount, farCount) = (0.0, 0.0, 0, 0)
            for node in 0..<150 {
                for other in 0..<node {
                    let way = distance(positions[node], positions[other])
                    if graph.hasArc(node, other) { (near, nearCount) = (near + way, nearCount + 1) } else { (far, farCount) = (far + way, farCount + 1) }
                }
            }
            #expect(near / Double(nearCount) < 0.75 * far / Double(farCount))
            #expect(positions.allSatisfy { $0.x.isFinite && $0.y.isFinite })
        }
    }

    @Test(arguments: [0, 1, 2, 3, 5]) func `small graphs have distinct places`(_ count: Int) {
        let star = graph(count, (1..<max(count, 1)).map { (0, $0) })
        for positions in [ForceLayout.positions(of: star, seed: 1), StressLayout.positions(of: star, seed: 1)] {
            #expect(positions.count == count)
            for one in 0..<count { for other in 0..<one { #expect(distance(positions[one], positions[other]) > 0.3) } }
        }
    }

    @Test func `positions have the same bits on one core and on more`() {
        let graph = growing(700)
        let before = Parallel.threadLimit
        Parallel.threadLimit = 1
        let alone = ForceLayout.positions(of: graph, seed: 2)
        Parallel.threadLimit = 3
        let together = ForceLayout.positions(of: graph, seed: 2)
        Parallel.threadLimit = before
        #expect(alone == together)
    }
}
