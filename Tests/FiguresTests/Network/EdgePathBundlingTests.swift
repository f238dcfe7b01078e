import GraphKernels
import NetworkModel
import Testing
import Vocabulary

@testable import Figures

/// Ties led along others: against a slow search, and by what a bundle may say.
@Suite struct EdgePathBundlingTests {
    private struct Case {
        var places: [Point]
        var pairs: [SIMD2<Int>]
    }

    private func made(_ seed: UInt64, _ count: Int, _ ties: Int) -> Case {
        var random = RandomSource(seed: seed)
        let places = (0..<count).map { _ in Point(random.unit() * 300, random.unit() * 200) }
        return Case(places: places, pairs: (0..<ties).map { _ in SIMD2(random.below(count), random.below(count)) })
    }

    /// By the paper's words: relaxes every edge until nothing changes, in place of a queue.
    private func slowly(_ given: Case) -> [SIMD2<Int>: [Int]] {
        func length(_ pair: SIMD2<Int>) -> Double { (given.places[pair.x] - given.places[pair.y]).length }
        let edges = Set(given.pairs.map { SIMD2(min($0.x, $0.y), max($0.x, $0.y)) }).filter { $0.x != $0.y }.sorted {
            (-length($0), $0.x, $0.y) < (-length($1), $1.x, $1.y)
        }
        var (isSkipped, isLocked) = (Set<SIMD2<Int>>(), Set<SIMD2<Int>>())
        var routes: [SIMD2<Int>: [Int]] = [:]
        for edge in edges where !isLocked.contains(edge) {
            let open = edges.filter { $0 != edge && !isSkipped.contains($0) }
            var (cost, before) = ([edge.x: 0.0], [Int: Int]())
            for _ in given.places.indices {
                for other in open {
                    for (from, to) in [(other.x, other.y), (other.y, other.x)] {
                        guard let known = cost[from] else { continue }
                        let through = known + length(other) * length(other)
                        if through < cost[to] ?? .infinity { (cost[to], before[to]) = (through, from) }
                    }
                }
            }
            guard cost[edge.y] != nil else { continue }
            var stops = [edge.y]
            while let last = stops.last, last != edge.x { stops.append(before[last] ?? edge.x) }
            stops.reverse()
            let steps = zip(stops, stops.dropFirst()).map { SIMD2(min($0, $1), max($0, $1)) }
            guard steps.reduce(0, { $0 + length($1) }) <= 2 * length(edge) else { continue }
            isSkipped.insert(edge)
            isLocked.formUnion(steps)
            routes[edge] = stops
        }
        return routes
    }

    @Test(arguments: 1...12 as ClosedRange<UInt64>) func `routes are those of a slow search`(_ seed: UInt64) {
        let given = made(seed, 6 + Int(seed) * 2, 10 + Int(seed) * 4)
        #expect(EdgePathBundling(given.places, given.pairs).routes == slowly(given))
    }

    @Test(arguments: 21...26 as ClosedRange<UInt64>) func `a bundle runs along ties that are there, and not far round`(
        _ seed: UInt64
    ) {
        let given = made(seed, 80, 240)
        let routes = EdgePathBundling(given.places, given.pairs).routes
        let there = Set(given.pairs.map { SIMD2(min($0.x, $0.y), max($0.x, $0.y)) })
        #expect(routes.count > 20)
        for (pair, route) in routes {
            #expect(route.first == pair.x && route.last == pair.y && route.count > 2 && Set(route).count == route.count)
            let steps = zip(route, route.dropFirst()).map { SIMD2(min($0, $1), max($0, $1)) }
            // What carries others stays where it is.
            #expect(steps.allSatisfy { there.contains($0) && routes[$0] == nil })
            let length = zip(route, route.dropFirst()).reduce(0) {
                $0 + (given.places[$1.0] - given.places[$1.1]).length
            }
            #expect(length <= 2 * (given.places[pair.x] - given.places[pair.y]).length)
        }
    }

    @Test func `a triangle's longest side is led round, others and loops stay straight`() {
        let places = [Point(0, 0), Point(50, 20), Point(100, 0), Point(50, 200)]
        let ties = [SIMD2(2, 0), SIMD2(0, 1), SIMD2(1, 2), SIMD2(0, 2), SIMD2(1, 1), SIMD2(1, 3)]
        #expect(EdgePathBundling(places, ties).routes == [SIMD2(0, 2): [0, 1, 2]])
        #expect(EdgePathBundling([], []).routes.isEmpty)
    }

    @Test func `a curve stays within the points that it is led along, from the first to the last`() {
        let stops = [Point(0, 0), Point(30, 40), Point(60, -20), Point(100, 10)]
        let path = Path(ledAlong: stops)
        #expect(path.start == stops[0] && path.end == stops[3])
        let box = stops.dropFirst().reduce(Box(low: stops[0], high: stops[0])) { $0.union(Box(low: $1, high: $1)) }
        #expect(path.sampled().allSatisfy { box.grown(by: 1e-9).contains(Box(low: $0, high: $0)) })
        let two = Path(ledAlong: [stops[0], stops[3]])
        #expect(two.sampled().allSatisfy { abs($0.y - $0.x / 10) < 1e-9 }, "of two points it is their line")
    }

    @Test func `bundles are drawn where they are asked for, with the ends and number of ties unchanged`() throws {
        let network = try Drawn.network((0..<120).map { "n\($0)" }, Drawn.growing(120, each: 3))
        var options = FigureOptions()
        let plain = try Drawn.scene(network, options)
        options.bundlesTies = true
        let bundled = try Drawn.scene(network, options)
        let (lines, curves) = (plain.strokes.filter { $0.ends != nil }, bundled.strokes.filter { $0.ends != nil })
        #expect(lines.map(\.ends) == curves.map(\.ends) && plain.marks == bundled.marks)
        #expect(curves.count { $0.path.points.count > 4 } > 50 && lines.allSatisfy { $0.path.points.count == 4 })
        for curve in curves {
            guard let ends = curve.ends else { continue }
            for (mark, place) in [
                (bundled.marks[ends.source], curve.path.start), (bundled.marks[ends.target], curve.path.end),
            ] {
                let way = (place - mark.box.centre).length
                #expect(way > mark.radius - 0.6 && way < mark.radius + 3, "\(way) \(mark.radius)")
            }
        }
        #expect(bundled.description.contains("Bundles: ") && !plain.description.contains("Bundles"))
        #expect(throws: MilieuError.self) { try Drawn.scene(network, options, figure: "matrix") }
        let many = try Drawn.network((0..<7000).map { "n\($0)" }, Drawn.growing(7000, each: 1))
        #expect(throws: MilieuError.self) { try Drawn.scene(many, options) }
    }
}
