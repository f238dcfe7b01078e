import GraphKernels
import NetworkModel
import Testing
import Vocabulary

@testable import Figures

/// Shades that hold what they say they hold.
@Suite struct DensityTests {
    private func points(_ count: Int) -> [Point] {
        var random = RandomSource(seed: 11)
        // Two heaps and some that are scattered.
        return (0..<count).map { number in
            let middle = number.isMultiple(of: 10) ? nil : number.isMultiple(of: 3) ? Point(120, 130) : Point(300, 220)
            func spread() -> Double { (random.unit() + random.unit() + random.unit() - 1.5) * 40 }
            return middle.map { $0 + Point(spread(), spread()) }
                ?? Point(20 + random.unit() * 410, 20 + random.unit() * 360)
        }
    }

    private func holds(_ rings: [FieldOutline.Ring], _ point: Point) -> Bool {
        let inside = rings.filter { Drawn.isInside(point, $0.points) }
        return inside.count { !$0.isHole } > inside.count { $0.isHole }
    }

    @Test(arguments: [0.2, 0.4, 0.6, 0.8, 1]) func `a shade holds its share of the points`(_ share: Double) {
        let points = points(1500)
        let rings = DensityField(points, width: 450, height: 400).rings(holding: share)
        let held = Double(points.count { holds(rings, $0) }) / 1500
        // Heights are of the grid's nearest corner, outlines are smooth.
        #expect(abs(held - share) < 0.03, "\(held)")
    }

    @Test func `shades lie within one another, the darkest where points stand closest`() {
        let field = DensityField(points(1500), width: 450, height: 400)
        let areas = [1, 0.8, 0.6, 0.4, 0.2].map { share -> Int in
            let rings = field.rings(holding: share)
            return (0..<90).reduce(0) { sum, x in
                sum + (0..<80).count { holds(rings, Point(Double(x) * 5 + 2.5, Double($0) * 5 + 2.5)) }
            }
        }
        #expect(zip(areas, areas.dropFirst()).allSatisfy { $0 > $1 } && (areas.last ?? 0) > 0)
        #expect(holds(field.rings(holding: 0.2), Point(300, 220)) && !holds(field.rings(holding: 0.8), Point(430, 390)))
    }

    @Test func `the largest of two thousand have their names, each of its own room`() throws {
        let network = try Drawn.network((0..<2000).map { "actor \($0)" }, Drawn.growing(2000, each: 2))
        let scene = try Drawn.scene(network, figure: "density")
        let names = Drawn.names(scene)
        #expect(names.count > 18 && names.count <= 25 && scene.areas.count >= 5)
        #expect(Drawn.overlaps(scene) == Drawn.Overlaps())
        let largest = try #require(Drawn.nodes(scene).indices.max { scene.marks[$0].radius < scene.marks[$1].radius })
        #expect(names.contains { $0.owner == largest })
        // Each shade is darker than those below it: grey print tells them, too.
        let shades = scene.areas.filter { $0.fill != .white }.map(\.fill.luminance)
        #expect(Set(shades).count == 5)
        #expect(zip(Set(shades).sorted(), Set(shades).sorted().dropFirst()).allSatisfy { $1 - $0 > 0.05 })
    }

    @Test func `discs of the named stand where the network of actors has them`() throws {
        let network = try Drawn.romans()
        let whole = try Drawn.romans("sociogram", .english)
        let places = Dictionary(uniqueKeysWithValues: Drawn.nodes(whole).map { ($0.identity?.id ?? "", $0.box.centre) })
        let scene = try Drawn.scene(network, figure: "density")
        for mark in Drawn.nodes(scene) {
            let place = try #require(places[mark.identity?.id ?? ""])
            #expect((mark.box.centre - place).length < 2.5, "but for the page's edge")
        }
    }
}
