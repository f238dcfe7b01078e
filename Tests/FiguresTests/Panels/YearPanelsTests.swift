import Measures
import NetworkModel
import Testing
import Vocabulary

@testable import Figures

/// Years side by side: what holds when, each actor at one place.
@Suite struct YearPanelsTests {
    private func options(_ years: [Int]? = nil, _ language: Language = .english) -> FigureOptions {
        var options = FigureOptions()
        (options.years, options.language) = (years, language)
        return options
    }

    private func elements(_ identities: [Scene.Identity?], _ kind: String) -> [String: [String]] {
        var found: [String: [String]] = [:]
        for identity in identities {
            guard let identity, identity.classes.first == kind else { continue }
            let parts = identity.id.components(separatedBy: "-in-")
            found[parts.last ?? "", default: []].append(parts[0])
        }
        return found
    }

    @Test func `a panel holds the ties of its year, and no actor that is not there`() throws {
        let network = try Drawn.romans()
        let years = [2004, 2008, 2012, 2014, 2016]
        let scene = try Drawn.scene(network, options(years), figure: "years")
        let ties = elements(scene.strokes.map(\.identity), "tie")
        let actors = elements(scene.marks.map(\.identity), "actor")
        #expect(Set(ties.keys) == Set(years.map(String.init)))
        for year in years {
            var options = ViewOptions()
            options.date = PartialDate(year: year)
            let view = try network.view(options)
            #expect(ties["\(year)"]?.count == view.tieCount, "\(year)")
            let there = Set(view.nodes.indices.map { view.elementID(ofNode: $0) })
            #expect(there.isSuperset(of: actors["\(year)"] ?? []))
            let ends = (0..<view.tieCount).flatMap { [view.ends(ofTie: $0).source, view.ends(ofTie: $0).target] }
            let tied = Set(ends.map { view.elementID(ofNode: $0) })
            #expect(Set(actors["\(year)"] ?? []).isSuperset(of: tied))
        }
    }

    @Test func `an actor stands at the same place in every year`() throws {
        let scene = try Drawn.scene(Drawn.romans(), options([2008, 2012, 2016]), figure: "years")
        var places: [String: [String: Point]] = [:]
        for mark in scene.marks {
            guard let identity = mark.identity, identity.classes.first == "actor" else { continue }
            let parts = identity.id.components(separatedBy: "-in-")
            places[parts[0], default: [:]][parts.last ?? ""] = mark.box.centre
        }
        let reference = try #require(places.values.first { $0.count == 3 })
        #expect(places.values.contains { $0.count < 3 }, "some are not there in all")
        for points in places.values {
            let ways = points.compactMap { panel, point in reference[panel].map { point - $0 } }
            #expect(ways.count == points.count && ways.allSatisfy { ($0 - ways[0]).length < 1e-6 })
        }
    }

    @Test(arguments: [Language.english, .french]) func `whose name is wanted in a panel has it there or below`(
        _ language: Language
    ) throws {
        let network = try Drawn.romans()
        let years = Array(2008...2016)
        let scene = try Drawn.scene(network, options(years, language), figure: "years")
        let named = elements(scene.labels.map(\.identity), "label")
        for year in years {
            var view = ViewOptions()
            view.date = PartialDate(year: year)
            let shown = try network.view(view)
            var degrees = [Int](repeating: 0, count: shown.nodes.count)
            for tie in 0..<shown.tieCount {
                degrees[shown.ends(ofTie: tie).source] += 1
                degrees[shown.ends(ofTie: tie).target] += 1
            }
            let fifth = degrees.sorted(by: >)[4]
            for node in degrees.indices where degrees[node] > fifth {
                let id = "label-" + shown.elementID(ofNode: node)
                #expect(named["\(year)"]?.contains(id) == true, "\(year) \(id)")
            }
        }
        #expect(Drawn.overlaps(scene).labelOnLabel == 0 && Drawn.overlaps(scene).offPage == 0)
        // Names below stand in no panel's network, and a line leads from the disc to each.
        for label in scene.labels where label.identity?.classes.first == "label" {
            let mark = try scene.marks[#require(label.owner)]
            let away = label.box.distance(to: mark.box.centre) - mark.radius
            let isLed = scene.strokes.contains { stroke in
                stroke.ends == nil && label.box.grown(by: 1).contains(Box(low: stroke.path.end, high: stroke.path.end))
                    && (stroke.path.start - mark.box.centre).length < mark.radius + 3
            }
            #expect(away < 6 || isLed, "\(label.lines)")
        }
    }

    @Test func `names from the right find as much room as others`() throws {
        let names = [
            "جمعية التنمية المحلية", "غرفة التجارة والصناعة", "שלום עולם", "Ассоциация Дром", "Δήμος Αθηναίων", "مرحبا",
        ]
        let actors = names.enumerated().map { Actor(id: "a\($0)", name: $1) }
        let ties = (1..<names.count).map { number -> Tie in
            var tie = Tie(source: 0, target: number)
            tie.details.since = PartialDate(year: 2000 + number)
            return tie
        }
        let network = try Network(
            description: DatasetDescription(name: "years"), actors: Actors(actors), ties: Ties(ties),
            tieKinds: [TieKind(id: "tie", isDirected: false)])
        var options = options()
        options.labelLimit = 6
        for figure in ["years", "density", "sociogram"] {
            let scene = try Drawn.scene(network, options, figure: figure)
            let words = scene.labels.map { $0.lines.joined(separator: " ") }
            for name in names { #expect(words.contains(name), "\(figure) \(name): \(words)") }
            let pages = scene.labels.filter {
                !Box(low: .zero, high: Point(scene.width, scene.height)).contains($0.box)
            }
            #expect(pages.isEmpty)
        }
    }

    private func network(_ spans: [(Int?, Int?)], actors: [(Int?, Int?)] = []) throws -> Network {
        let count = max(spans.count + 1, actors.count)
        func date(_ year: Int?) -> PartialDate? { year.flatMap { PartialDate(year: $0) } }
        let rows = (0..<count).map { position -> Actor in
            var actor = Actor(id: "a\(position)")
            if position < actors.count {
                (actor.since, actor.until) = (date(actors[position].0), date(actors[position].1))
            }
            return actor
        }
        let ties = spans.enumerated().map { position, span -> Tie in
            var tie = Tie(source: 0, target: position + 1)
            (tie.details.since, tie.details.until) = (date(span.0), date(span.1))
            return tie
        }
        return try Network(
            description: DatasetDescription(name: "years"), actors: Actors(rows), ties: Ties(ties),
            tieKinds: [TieKind(id: "tie", isDirected: false)])
    }

    @Test func `the years of change are those in which something begins or has just ended`() throws {
        let scene = try Drawn.scene(network([(2001, nil), (2005, 2010), (nil, nil)]), figure: "years")
        let ties = elements(scene.strokes.map(\.identity), "tie").mapValues { Set($0) }
        #expect(
            ties == [
                "2001": ["tie-1", "tie-3"], "2005": ["tie-1", "tie-2", "tie-3"], "2011": ["tie-1", "tie-3"],
            ])
        #expect(scene.description.contains("Ties without dates stand in every year: 1."))
        let many = try Drawn.scene(network((0..<40).map { (1960 + $0, nil) }), figure: "years")
        let shown = elements(many.strokes.map(\.identity), "tie").keys.sorted()
        #expect(shown.count == 9 && shown.first == "1960" && shown.last == "1999")
    }

    @Test func `lines mean the same in every year, though one year has one layer alone`() throws {
        let kinds = [
            TieKind(id: "grant", isDirected: true, layer: .finance),
            TieKind(id: "talk", isDirected: false, layer: .knowledge),
        ]
        var ties = [Tie(source: 0, target: 1, kind: 0), Tie(source: 0, target: 2, kind: 1)]
        ties[0].details.since = PartialDate(year: 2000)
        ties[1].details.since = PartialDate(year: 2010)
        let network = try Network(
            description: DatasetDescription(name: "years"), actors: Actors((0..<3).map { Actor(id: "a\($0)") }),
            ties: Ties(ties), tieKinds: kinds)
        let scene = try Drawn.scene(network, figure: "years")
        let first = scene.strokes.filter { $0.identity?.id.hasPrefix("tie-1-") == true }
        #expect(first.count == 2 && Set(first.map(\.dash)).count == 1 && first[0].dash.isEmpty == false)
        let words = scene.labels.map { $0.lines.joined(separator: " ") }
        #expect(words.contains(Layer.finance.name.en) && words.contains(Layer.knowledge.name.en))
    }

    @Test func `what has no years is answered with a way out`() throws {
        let dated = try network([(2001, 2003), (2004, nil)])
        var one = ViewOptions()
        one.date = PartialDate(year: 2002)
        let cases: [(Network, FigureOptions, ViewOptions, String)] = [
            (dated, options(), one, "--years"), (dated, options([]), ViewOptions(), "1 to 9999"),
            (dated, options(Array(1900...1990)), ViewOptions(), "up to 30"),
            (dated, options([0, 2001]), ViewOptions(), "1 to 9999"), (dated, options([1900]), ViewOptions(), "--years"),
            (try network([(nil, nil)]), options(), ViewOptions(), "since"),
        ]
        for (network, options, view, word) in cases {
            let error = #expect(throws: MilieuError.self) {
                try Drawn.scene(network, options, figure: "years", view: view)
            }
            #expect(error?.cause == .usage && error?.remedy.contains(word) == true, "\(word)")
        }
    }
}
