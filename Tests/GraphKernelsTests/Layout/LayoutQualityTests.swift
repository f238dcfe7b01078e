import Testing

@testable import GraphKernels
@testable import KernelVerifiers

/// How faithful the force layout is, against a slow majorisation, and that crowds come apart.
@Suite struct LayoutQualityTests {
    private func graph(_ count: Int, _ edges: [(Int, Int)]) -> Graph {
        Graph(
            nodeCount: count, sources: edges.map { Int32($0.0) }, targets: edges.map { Int32($0.1) }, isDirected: false)
    }

    private var samples: [(name: String, graph: Graph)] {
        var random = RandomSource(seed: 3)
        let grid = (0..<49).flatMap { node in
            [(node, node + 1), (node, node + 7)].filter { ($0.1 < 49) && ($0.1 != node + 1 || node % 7 < 6) }
        }
        let ring = (0..<40).map { ($0, ($0 + 1) % 40) }
        let tree = (1..<50).map { ($0 / 3, $0) }
        let grown = (1..<50).flatMap { node in (0..<2).map { _ in (random.below(node), node) } }
        return [
            ("grid", graph(49, grid)), ("ring", graph(40, ring)), ("tree", graph(50, tree)),
            ("grown", graph(50, grown)),
        ]
    }

    /// Springs and repulsion do not minimise stress, and shall not be far from the least.
    @Test func `stress stays near to a slow majorisation's`() {
        for (name, graph) in samples {
            let lengths = SlowLayout.lengths(graph)
            let least = SlowLayout.stress(SlowLayout.majorised(lengths), lengths)
            let force = SlowLayout.stress(ForceLayout.positions(of: graph, seed: 1), lengths)
            #expect(force < 1.9 * least + 0.02, "\(name): \(force), at least \(least)")
            #expect(force >= least - 0.005, "\(name): the majorisation is no good reference")
        }
    }

    @Test(arguments: ["even", "heap", "one place", "two heaps", "line"])
    func `crowds come apart, whole and on the page`(_ form: String) {
        var random = RandomSource(seed: 7)
        let count = 1500
        let centres = (0..<count).map { index -> SIMD2<Double> in
            let (x, y) = (random.unit(), random.unit())
            return switch form {
            case "even": SIMD2(x, y) * 100
            case "heap": SIMD2(48 + 4 * x, 48 + 4 * y)
            case "one place": SIMD2(20, 80)
            case "two heaps": SIMD2((index % 2 == 0 ? 10.0 : 90.0) + x, 50 + y)
            default: SIMD2(x * 100, 30)
            }
        }
        let radii = (0..<count).map { _ in 0.3 + 0.7 * random.unit() * random.unit() }
        let made = DiscSeparation(
            centres: centres, radii: radii, low: .zero, high: SIMD2(100, 100), gap: 0.1)
        #expect(made.isClear)
        #expect(SlowLayout.overlaps(made.centres, radii, gap: 0.1) == 0)
        for (centre, radius) in zip(made.centres, radii) {
            #expect((centre - radius).min() >= -1e-9 && (centre + radius).max() <= 100 + 1e-9)
        }
    }

    @Test func `a crowd of a few wide discs and many small ones comes apart`() {
        var random = RandomSource(seed: 9)
        let count = 4200
        let radii = (0..<count).map { $0 % 50 == 0 ? 1 + 2 * random.unit() : 0.1 + 0.2 * random.unit() }
        let centres = (0..<count).map { index -> SIMD2<Double> in
            SIMD2(random.unit(), random.unit()) * (index % 3 == 0 ? 100 : 60) + (index % 3 == 0 ? 0 : 20)
        }
        let made = DiscSeparation(centres: centres, radii: radii, low: .zero, high: SIMD2(100, 100), gap: 0.05)
        #expect(made.isClear)
        #expect(SlowLayout.overlaps(made.centres, radii, gap: 0.05) == 0)
    }

    @Test func `what has room stays where it is`() {
        let centres = (0..<400).map { index -> SIMD2<Double> in
            let (column, row) = (Double(index % 20), Double(index / 20))
            return SIMD2<Double>(column * 5 + 2.5, row * 5 + 2.5)
        }
        let made = DiscSeparation(
            centres: centres, radii: centres.map { _ in 0.5 }, low: .zero, high: SIMD2(100, 100), gap: 0.2)
        #expect(made.isClear)
        for (before, after) in zip(centres, made.centres) { #expect(SlowLayout.distance(before, after) < 1e-9) }
    }

    @Test func `relief keeps left and right, above and below`() {
        var random = RandomSource(seed: 11)
        let points = (0..<800).map { _ -> SIMD2<Double> in
            let width: Double = random.unit() < 0.7 ? 5 : 100
            let (right, down) = (random.unit() - 0.5, random.unit() - 0.5)
            return SIMD2<Double>(50 + right * width, 50 + down * 80)
        }
        let moved = Crowding.relieved(points, needs: points.map { _ in 4.0 }, low: .zero, high: SIMD2(100, 100))
        // Of pairs far apart in one direction, hardly any change sides.
        var (turned, pairs) = (0, 0)
        for one in points.indices {
            for other in 0..<one where abs(points[one].x - points[other].x) > 10 {
                pairs += 1
                if (points[one].x < points[other].x) != (moved[one].x < moved[other].x) { turned += 1 }
            }
        }
        #expect(Double(turned) < 0.02 * Double(pairs))
        // No tenth of the page's width and height needs more than its area, but for the points on its border.
        var needs = [Int: Double]()
        for point in moved { needs[min(9, Int(point.x / 10)) * 10 + min(9, Int(point.y / 10)), default: 0] += 4 }
        #expect((needs.values.max() ?? 0) < 100)
    }
}
