import GraphKernels
import Testing

@testable import Figures

@Suite struct GeometryTests {
    @Test func `a box knows its distance and what crosses it`() {
        let box = Box(low: Point(0, 0), high: Point(10, 4))
        #expect(box.distance(to: Point(13, 8)) == 5 && box.distance(to: Point(5, 2)) == 0)
        #expect(box.length(ofLineFrom: Point(-5, 2), to: Point(20, 2)) == 10)
        #expect(box.length(ofLineFrom: Point(-5, 5), to: Point(20, 5)) == 0)
        #expect(box.length(ofLineFrom: Point(2, 2), to: Point(2, 10)) == 2)
        #expect(!box.overlaps(Box(low: Point(10, 0), high: Point(12, 4))), "sides may touch")
    }

    @Test func `a part of a path lies on the path and has the length asked for`() throws {
        let path = Path(from: Point(0, 0), to: Point(100, 0), bend: 20)
        #expect(abs(path.sampled(2)[1].y - 20) < 1e-9, "the bend is at the middle")
        let part = try #require(path.part(from: 10, to: 60))
        #expect(abs(part.length - 50) < 0.5)
        let along = path.sampled(400)
        for point in part.sampled(8) {
            #expect(along.contains { (($0 - point) * ($0 - point)).sum().squareRoot() < 0.3 })
        }
        #expect(path.part(from: 60, to: 60) == nil)
    }

    @Test func `dashes leave the gaps that they should`() {
        let line = Path(from: .zero, to: Point(20, 0))
        let pieces = SceneDrawing.dashes(line, [4, 2])
        #expect(pieces.map { ($0.start.x).rounded() } == [0, 6, 12, 18])
        #expect(pieces.dropLast().allSatisfy { abs($0.length - 4) < 1e-6 })
        #expect(SceneDrawing.dashes(line, []).count == 1 && SceneDrawing.dashes(line, [0, 1]).count == 1)
    }

    @Test func `components are packed without overlap, the first in the middle`() {
        let square = [Point(0, 0), Point(1, 0), Point(0, 1), Point(1, 1)]
        let big = (0..<30).map { Point(Double($0 % 6), Double($0 / 6)) }
        let parts = [big] + Array(repeating: square, count: 12)
        let shifts = ComponentPacking.shifts(of: parts, tallness: 1)
        let placed = zip(parts, shifts).map { part, shift in part.map { $0 + shift } }
        for one in placed.indices {
            for other in 0..<one {
                let nearest = placed[one].flatMap { a in placed[other].map { (($0 - a) * ($0 - a)).sum() } }.min() ?? 0
                #expect(nearest >= 0.25, "\(one) and \(other)")
            }
        }
        let extent = NetworkLayout.extent(placed.flatMap { $0 })
        #expect(extent.max() < 16, "\(extent)")
    }

    @Test func `bodies part until nothing overlaps, and stay on the page`() {
        var random = RandomSource(seed: 3)
        let page = Box(low: .zero, high: Point(400, 400))
        let bodies = (0..<60).map { _ in
            let disc = Box(centre: Point(random.unit(), random.unit()) * 400, width: 8, height: 8)
            return RoomMaking.Body(disc: disc, label: Box(low: disc.centre + Point(6, -4), high: disc.centre + Point(40, 4)))
        }
        var making = RoomMaking(bodies: bodies, page: page, gap: 2)
        let isClear = making.separate(rounds: 300)
        #expect(isClear)
        for (index, one) in making.bodies.enumerated() {
            #expect(page.grown(by: 1e-6).contains(one.extent))
            for other in making.bodies[(index + 1)...] {
                #expect(one.label.map { label in other.label.map { !label.overlaps($0) } ?? false } ?? false)
            }
        }
    }
}
