import GraphKernels
import Testing
import Vocabulary

@testable import Figures

@Suite struct ShapeTests {
    private func area(_ points: [Point]) -> Double {
        zip(points, points.dropFirst() + [points[0]]).reduce(0) { $0 + $1.0.x * $1.1.y - $1.1.x * $1.0.y } / 2
    }

    private func field(_ height: (Double, Double) -> Double) -> FieldOutline {
        let values = (0..<61).flatMap { y in (0..<61).map { height(Double($0), Double(y)) } }
        return FieldOutline(columns: 61, rows: 61, values: values)
    }

    @Test func `the outline of a cone is a circle`() throws {
        let rings = field { x, y in 20 - ((x - 30) * (x - 30) + (y - 30) * (y - 30)).squareRoot() }.rings(above: 0)
        #expect(rings.count == 1 && !rings[0].isHole)
        #expect(abs(abs(area(rings[0].points)) - 400 * Double.pi) < 5)
        for point in rings[0].points { #expect(abs((point - Point(30, 30)).length - 20) < 0.1) }
    }

    @Test func `a ring has a hole, two hills two outlines, and what leaves the grid is closed`() {
        let ring = field { x, y in 5 - abs(((x - 30) * (x - 30) + (y - 30) * (y - 30)).squareRoot() - 18) }.rings(above: 0)
        #expect(ring.count == 2 && ring.count(where: \.isHole) == 1)
        let hills = field { x, y in 8 - min((Point(x, y) - Point(15, 15)).length, (Point(x, y) - Point(45, 45)).length) }
        #expect(hills.rings(above: 0).count == 2)
        let edge = field { x, y in 10 - (Point(x, y) - Point(0, 30)).length }.rings(above: 0)
        #expect(edge.count == 1 && abs(abs(area(edge[0].points)) - 50 * Double.pi) < 12)
        #expect(field { _, _ in 0 }.rings(above: 1).isEmpty)
    }

    @Test(arguments: [0.5, 0.9]) func `a region holds the share that it says`(_ share: Double) {
        var random = RandomSource(seed: 3)
        // Skewed, and piled up at the border, as scores are.
        let draws = (0..<4000).map { _ in
            Point(random.unit() * random.unit(), min(1, 0.7 + 0.5 * random.unit() * random.unit()))
        }
        let region = DrawRegion(of: draws, share: share)
        let outer = region.rings.filter { !$0.isHole }
        let inside = draws.count { draw in outer.contains { Drawn.isInside(draw * 0.999 + Point(0.0005, 0.0005), $0.points) } }
        #expect(abs(Double(inside) / 4000 - share) < 0.025)
        #expect(outer.flatMap(\.points).allSatisfy { $0.min() >= 0 && $0.max() <= 1 })
    }

    @Test func `a region of equal draws, of one, and of none`() {
        for draws in [[Point](repeating: Point(0.4, 0.6), count: 50), [Point(0.4, 0.6)]] {
            let rings = DrawRegion(of: draws, share: 0.9).rings
            #expect(rings.count == 1 && Drawn.isInside(Point(0.4, 0.6), rings[0].points))
            #expect(abs(area(rings[0].points)) < 0.01)
        }
        #expect(DrawRegion(of: [], share: 0.9).rings.isEmpty)
    }

    @Test func `a hull holds its members, and leaves others out`() {
        var random = RandomSource(seed: 11)
        for _ in 0..<20 {
            let discs = (0..<40).map { number in
                Box(centre: Point(Double(number % 8) * 40, Double(number / 8) * 40) + Point(random.unit(), random.unit()) * 20, width: 10, height: 10)
            }
            let members = (0..<40).filter { _ in random.unit() < 0.3 }
            let own = Set(members)
            let others = discs.indices.filter { !own.contains($0) }
            let hull = GroupHull(members: members.map { discs[$0] }, others: others.map { discs[$0] })
            func isWithin(_ point: Point) -> Bool { !hull.rings.count { Drawn.isInside(point, $0.points) }.isMultiple(of: 2) }
            #expect(members.allSatisfy { isWithin(discs[$0].centre) })
            #expect(others.allSatisfy { !isWithin(discs[$0].centre) })
        }
    }

    @Test func `labels of rows part as little as needed`() {
        #expect(MatrixDrawing.spread([10, 30, 50], apart: 8) == [10, 30, 50])
        let close = MatrixDrawing.spread([50, 51, 52], apart: 8)
        #expect(zip(close, [43, 51, 59]).allSatisfy { abs($0 - $1) < 1e-9 })
        let many = MatrixDrawing.spread((0..<20).map { Double($0) * 2 }, apart: 8)
        #expect(zip(many, many.dropFirst()).allSatisfy { $1 - $0 > 8 - 1e-9 } && many[0] > 0)
        #expect(MatrixDrawing.spread([], apart: 8).isEmpty)
    }
}
