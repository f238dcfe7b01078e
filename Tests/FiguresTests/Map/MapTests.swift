import Measures
import NetworkModel
import Testing
import Vocabulary

@testable import Figures

/// Maps: projections beside independent formulas, outlines of all kinds, and nobody dropped.
@Suite struct MapTests {
    private func outline(_ text: String) throws(MilieuError) -> MapOutline {
        try MapOutline(geoJSON: Array(text.utf8), file: "outline.geojson")
    }

    private func square(_ low: Double, _ high: Double, _ south: Double, _ north: Double) -> String {
        #"{"type":"Polygon","coordinates":[[[\#(low),\#(south)],[\#(high),\#(south)],[\#(high),\#(north)],[\#(low),\#(north)],[\#(low),\#(south)]]]}"#
    }

    /// A star of actors, each at a place; place i is i hundredths of a degree to the north-east of the first.
    private func star(_ places: [String?], _ localities: [Locality], inside: [Bool?] = []) throws -> Network {
        let actors = places.indices.map { index in
            var actor = Actor(id: "a\(index)", name: "actor \(index)")
            actor.place = places[index]
            if index < inside.count { actor.inside = inside[index] }
            return actor
        }
        var beside = SideTables()
        beside.places = localities
        return try Network(
            description: DatasetDescription(name: "star"), actors: Actors(actors),
            ties: Ties(
                sources: Array(repeating: 0, count: places.count - 1), targets: (1..<Int32(places.count)).map { $0 }),
            tieKinds: [TieKind(id: "tie", isDirected: false)], beside: beside)
    }

    private func options(_ change: (inout FigureOptions) -> Void = { _ in }) -> FigureOptions {
        var options = FigureOptions()
        change(&options)
        return options
    }

    private func mark(_ scene: Scene, _ id: String) throws -> Scene.Mark {
        try #require(scene.marks.first { $0.identity?.id == "actor-\(id)" })
    }

    // MARK: Projections

    @Test func `Lambert-93 has its origin where IGN put it`() {
        let origin = Lambert93.point(x: 700_000, y: 6_600_000)
        #expect(abs(origin.longitude - 3) < 1e-9 && abs(origin.latitude - 46.5) < 1e-8)
    }

    /// Forwards by Snyder's formulas (1987, Map Projections, USGS 1395, 107–109) from the two standard parallels, which
    /// the engine does not use.
    @Test(arguments: [(45.0464, 5.0517), (48.8584, 2.2945), (43.2965, 5.3698), (50.9513, 1.8587), (42.6987, 2.8956)])
    func `Lambert-93 is undone`(_ latitude: Double, _ longitude: Double) {
        let e = (2 / 298.257222101 - 1 / (298.257222101 * 298.257222101)).squareRoot()
        let radians = Double.pi / 180
        func m(_ phi: Double) -> Double {
            Trigonometry.cos(phi) / (1 - e * e * Trigonometry.sin(phi) * Trigonometry.sin(phi)).squareRoot()
        }
        func t(_ phi: Double) -> Double {
            let sine = e * Trigonometry.sin(phi)
            return Trigonometry.tan(.pi / 4 - phi / 2) / Trigonometry.pow((1 - sine) / (1 + sine), e / 2)
        }
        let (one, two, middle) = (44 * radians, 49 * radians, 46.5 * radians)
        let n =
            (Trigonometry.log(m(one)) - Trigonometry.log(m(two)))
            / (Trigonometry.log(t(one)) - Trigonometry.log(t(two)))
        let f = m(one) / (n * Trigonometry.pow(t(one), n))
        func rho(_ phi: Double) -> Double { 6_378_137 * f * Trigonometry.pow(t(phi), n) }
        let angle = n * (longitude - 3) * radians
        let x = 700_000 + rho(latitude * radians) * Trigonometry.sin(angle)
        let y = 6_600_000 + rho(middle) - rho(latitude * radians) * Trigonometry.cos(angle)
        let back = Lambert93.point(x: x, y: y)
        // A hundred-millionth of a degree is a millimetre.
        #expect(abs(back.latitude - latitude) < 2e-8 && abs(back.longitude - longitude) < 2e-8)
    }

    @Test func `distances on the plane are those of the earth`() {
        let (romans, valence) = (
            GeoPoint(latitude: 45.0464, longitude: 5.0517), GeoPoint(latitude: 44.9333, longitude: 4.8917)
        )
        let plane = LocalPlane(middle: romans)
        let way = plane.place(valence)
        #expect(way.x < 0 && way.y > 0, "south-west is to the left and below")
        #expect(abs((way * way).sum().squareRoot() / LocalPlane.distance(romans, valence) - 1) < 0.002)
        let quarter = LocalPlane.distance(GeoPoint(latitude: 0, longitude: 0), GeoPoint(latitude: 90, longitude: 50))
        #expect(abs(quarter - 6371.0088 * .pi / 2) < 1e-6)
    }

    // MARK: Outlines

    @Test func `outlines are told apart by their ranges, and anything else is refused`() throws {
        #expect(try outline(square(4.9, 5.2, 44.9, 45.2)).system == .wgs84)
        let metres = try outline(square(850_000, 870_000, 6_430_000, 6_450_000))
        #expect(metres.system == .lambert93)
        #expect(
            metres.rings[0].allSatisfy { (44.8...45.3).contains($0.latitude) && (4.8...5.3).contains($0.longitude) })
        for wrong in [
            square(1e7, 2e7, 5, 6), square(4, 5, 45, 95), "{}", "[1", #"{"type":"Point","coordinates":[5,45]}"#, "",
            #"{"type":"Polygon","coordinates":"x"}"#, #"{"type":"Polygon","coordinates":[[[1,2],[3,4]]]}"#,
        ] {
            let error = #expect(throws: MilieuError.self) { try outline(wrong) }
            #expect(error?.cause == .data && error?.remedy.isEmpty == false && error?.place?.file == "outline.geojson")
        }
    }

    @Test func `collections, holes and lines are taken, and the file says whose it is`() throws {
        let text = #"""
            {"type":"FeatureCollection","source":"IGN <b>","license":"Etalab 2.0","features":[
            {"type":"Feature","geometry":{"type":"MultiPolygon","coordinates":[[[[5,45],[6,45],[6,46],[5,46],[5,45]],
            [[5.4,45.4],[5.6,45.4],[5.6,45.6],[5.4,45.4]]]]}},
            {"type":"Feature","geometry":{"type":"GeometryCollection","geometries":[{"type":"LineString","coordinates":[[5,45],[6,46]]},
            {"type":"Point","coordinates":[5,45]}]}},{"type":"Feature","geometry":null}]}
            """#
        let made = try outline(text)
        #expect(made.rings.map(\.count) == [4, 3] && made.lines.map(\.count) == [2])
        #expect(made.source == "IGN <b>" && made.licence == "Etalab 2.0")
    }

    @Test func `a simplified line is nowhere further from the line than the tolerance`() {
        let points = (0..<5000).map { index -> Point in
            let x = Double(index) / 10
            return Point(
                x, 20 * NetworkLayout.direction(x / 90 - (x / 90).rounded(.down)).y + (index % 2 == 0 ? 0.05 : -0.05))
        }
        let simple = LineSimplification.simplified(points, tolerance: 0.35)
        #expect(simple.count < 200 && simple.first == points.first && simple.last == points.last)
        for point in points {
            let nearest =
                zip(simple, simple.dropFirst()).map { one, other -> Double in
                    let way = other - one
                    let share = min(max(((point - one) * way).sum() / (way * way).sum(), 0), 1)
                    return (point - one - way * share).length
                }.min() ?? 9
            #expect(nearest < 0.35 + 0.175 + 1e-9)
        }
        #expect(LineSimplification.simplified([Point(1, 1), Point(1, 1), Point(1, 1)], tolerance: 0.3).count == 2)
    }

    // MARK: The map

    @Test func `places keep their directions and distances, and nobody is dropped`() throws {
        let localities = [
            Locality(place: "middle", latitude: 45, longitude: 5),
            Locality(place: "north", latitude: 45.1, longitude: 5),
            Locality(place: "east", latitude: 45, longitude: 5.2), Locality(place: "far", latitude: 47, longitude: 0),
        ]
        let network = try star(
            ["middle", "north", "east", "far", "nowhere", nil], localities, inside: [true, true, true, false])
        for ground in [nil, try outline(square(4.9, 5.3, 44.95, 45.15))] {
            let scene = try Drawn.scene(network, options { $0.outline = ground }, figure: "map")
            let (middle, north, east) = (
                try mark(scene, "a0").box.centre, try mark(scene, "a1").box.centre, try mark(scene, "a2").box.centre
            )
            #expect(
                abs(north.x - middle.x) < 1e-6 && north.y < middle.y && abs(east.y - middle.y) < 1e-6
                    && east.x > middle.x)
            let ratio = (east.x - middle.x) / (middle.y - north.y)
            #expect(abs(ratio / (2 * Trigonometry.cos(45.05 * .pi / 180)) - 1) < 0.002)
            let far = try mark(scene, "a3").box.centre
            #expect(far.x < middle.x && far.y < middle.y, "north-west, at the margin")
            #expect((0..<6).allSatisfy { index in scene.marks.contains { $0.identity?.id == "actor-a\(index)" } })
            let text = scene.description
            #expect(text.contains("On the map: 3; beyond it, at the margin: 1; without coordinates, listed: 2"))
            #expect(
                text.contains("far (") && text.contains("Places without coordinates: nowhere.")
                    && text.contains("not drawn"))
            #expect(text.contains("Ties not drawn, since an end is not on the map: 2."))
            #expect(scene.strokes.filter { $0.identity?.classes.first == "tie" }.count == 3)
        }
    }

    @Test func `actors of one place are fanned out, none on another`() throws {
        let network = try star((0..<25).map { _ in "town" }, [Locality(place: "town", latitude: 45, longitude: 5)])
        let scene = try Drawn.scene(network, figure: "map")
        let discs = scene.marks.filter { $0.identity?.classes.first == "actor" }
        #expect(discs.count == 25)
        for (index, one) in discs.enumerated() {
            for other in discs[(index + 1)...] {
                #expect((one.box.centre - other.box.centre).length > one.radius + other.radius)
            }
        }
        #expect(scene.labels.contains { $0.lines == ["town"] })
    }

    @Test func `own coordinates of actors count, and those beyond the earth are refused`() throws {
        func network(_ latitude: String) throws -> Network {
            try Network(
                description: DatasetDescription(name: "own"),
                actors: Actors(
                    ["a", "b"].map { Actor(id: $0, name: $0) },
                    attributes: [
                        Attribute(name: "latitude", values: ["45", latitude]),
                        Attribute(name: "longitude", values: ["5", "5.1"]),
                    ]),
                ties: Ties(sources: [0], targets: [1]), tieKinds: [TieKind(id: "tie", isDirected: false)])
        }
        let scene = try Drawn.scene(network("45.1"), figure: "map")
        #expect(try mark(scene, "b").box.centre.y < mark(scene, "a").box.centre.y)
        #expect(throws: MilieuError.self) { try Drawn.scene(network("95"), figure: "map") }
        let error = #expect(throws: MilieuError.self) { try Drawn.scene(Valley.network(), figure: "map") }
        #expect(error?.cause == .usage && error?.remedy.contains("places.csv") == true)
    }

    @Test func `extreme places make a map, however strange`() throws {
        for points in [
            [(90.0, 0.0), (-90, 180)], [(0, -180), (0, 180)], [(45, 5), (45, 5)], [(89.999, 10), (89.998, -170)],
        ] {
            let localities = points.enumerated().map { Locality(place: "p\($0)", latitude: $1.0, longitude: $1.1) }
            let scene = try Drawn.scene(try star(["p0", "p1"], localities), figure: "map")
            let page = Box(low: .zero, high: Point(scene.width, scene.height))
            #expect(scene.height.isFinite && scene.marks.allSatisfy { page.contains($0.box) })
        }
    }

    @Test(arguments: Language.allCases) func `the map of Romans holds its words and its actors`(_ language: Language)
        throws
    {
        let network = try Drawn.romans()
        let scene = try Drawn.scene(network, options { $0.language = language }, figure: "map")
        let count = try network.view().actorCount
        #expect(scene.marks.filter { $0.identity?.classes.first == "actor" }.count == count)
        #expect(scene.labels.contains { $0.lines == ["Romans-sur-Isère"] } && scene.description.contains("Cholet"))
        let faults = Drawn.overlaps(scene)
        #expect(faults.labelOnLabel == 0 && faults.labelOnMark == 0 && faults.markOnMark == 0 && faults.offPage == 0)
    }
}
