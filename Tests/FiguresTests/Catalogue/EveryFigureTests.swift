import Foundation
import GraphKernels
import Measures
import NetworkModel
import TerritoryScoring
import Testing
import Vocabulary

#if canImport(FoundationXML)
    import FoundationXML
#endif

@testable import Figures

/// What must hold of all figures.
@Suite struct EveryFigureTests {
    private func options(_ language: Language = .english, ego: String? = nil) -> FigureOptions {
        var options = FigureOptions()
        options.language = language
        options.ego = ego
        return options
    }

    private func scene(
        _ figure: String, _ network: Network, _ language: Language = .english, ego: String? = nil
    ) throws(MilieuError) -> Scene {
        try Drawn.scene(network, options(language, ego: ego), figure: figure)
    }

    @Test(arguments: Drawn.networkFigures)
    func `no label lies on a label, on a mark or off the page, in either language`(_ figure: String) throws {
        let scenes = try Language.allCases.map { try Drawn.romans(figure, $0) }
        for scene in scenes {
            #expect(Drawn.labelFaults(scene) == Drawn.Overlaps())
            #expect(scene.labels.count > 20 && scene.height < 760 && scene.labels.allSatisfy { $0.fontSize >= 7 })
            #expect(!scene.title.isEmpty && scene.description.hasPrefix(scene.title) && scene.description.contains("romans-2016"))
        }
        let texts = scenes.map { Set($0.description.split(separator: " ").map(String.init)) }
        for word in ["Layout:", "Source:", "Labels:", "Actors:", "Order:", "Area:"] { #expect(!texts[1].contains(word)) }
        #expect(texts[0] != texts[1])
    }

    @Test(arguments: ["plane", "profile"], Language.allCases)
    func `no label of a score's figure lies on another`(_ figure: String, _ language: Language) throws {
        let scene = try FigureCatalogue.figure(figure).draw(scores: [Drawn.scores.get()], options: options(language))
        let faults = Drawn.labelFaults(scene)
        #expect(faults == Drawn.Overlaps())
        #expect(scene.labels.count > 15 && scene.labels.allSatisfy { $0.fontSize >= 7 })
    }

    @Test func `every figure is named and explained in both languages`() {
        for figure in FigureCatalogue.all {
            #expect(figure.reading.en != figure.reading.fr && figure.reading.en.count > 60)
            #expect(!figure.name.en.isEmpty && !figure.name.fr.isEmpty)
        }
        #expect(Set(FigureCatalogue.all.map(\.id)).count == FigureCatalogue.all.count)
    }

    @Test(arguments: Drawn.networkFigures)
    func `the same data and seed give the same bytes`(_ figure: String) throws {
        let network = try hostileNetwork()
        let ego = network.actors.id(at: 0)
        let before = Parallel.threadLimit
        let first = try scene(figure, network, ego: ego).render(.svg)
        Parallel.threadLimit = 1
        let again = try scene(figure, network, ego: ego).render(.svg)
        Parallel.threadLimit = before
        #expect(first == again)
    }

    /// Names that would steer a program, with dates, events and layers, so that all figures show them.
    private func hostileNetwork() throws -> Network {
        var actors = RenderTests.hostile.enumerated().map { Actor(id: $1 + "\($0)", name: $1, kind: "\"><k") }
        for position in actors.indices {
            actors[position].since = PartialDate(year: 2000 + position % 9)
            actors[position].place = RenderTests.hostile[position / 2]
        }
        var beside = SideTables()
        beside.places = RenderTests.hostile.enumerated().map { Locality(place: $1, latitude: 45 + Double($0), longitude: 5) }
        var events = RenderTests.hostile.enumerated().map { Event(id: $1 + "e\($0)", name: $1, kind: "<e>", status: .active) }
        for position in events.indices { events[position].date = PartialDate(year: 2005, month: 3) }
        var ties = (1..<actors.count).map { Tie(source: 0, target: $0, kind: $0 % 2) }
        for position in ties.indices { ties[position].details.since = PartialDate(year: 2006, month: 5) }
        var description = DatasetDescription(name: "<i>&\\N", title: RenderTests.hostile.joined())
        description.version = "\"1\\N\""
        return try Network(
            description: description, actors: Actors(actors), ties: Ties(ties), events: events,
            participation: [Participation(actor: 0, event: 0), Participation(actor: 1, event: 2)],
            tieKinds: [
                TieKind(id: "<k>", name: Bilingual("<k> & \\E"), isDirected: true, layer: Layer(rawValue: "<l> &\\T\"")),
                TieKind(id: "k", isDirected: true),
            ],
            actorKinds: [ActorKind(id: "\"><k", sphere: .economy)], eventKinds: [EventKind(id: "<e>", name: Bilingual("\\G<e>"))],
            beside: beside)
    }

    private final class Elements: NSObject, XMLParserDelegate {
        var names: Set<String> = []
        var attributes: Set<String> = []
        var ids: [String] = []

        func parser(
            _ parser: XMLParser, didStartElement name: String, namespaceURI: String?, qualifiedName: String?,
            attributes found: [String: String]
        ) {
            names.insert(name)
            attributes.formUnion(found.keys)
            if let id = found["id"] { ids.append(id) }
        }
    }

    private func elements(_ svg: [UInt8]) throws -> Elements {
        let elements = Elements()
        let parser = XMLParser(data: Data(svg))
        parser.delegate = elements
        #expect(parser.parse(), "well-formed: \(String(describing: parser.parserError))")
        return elements
    }

    @Test(arguments: Drawn.networkFigures)
    func `hostile words are shown, never interpreted`(_ figure: String) throws {
        let network = try hostileNetwork()
        var options = options(ego: network.actors.id(at: 0))
        options.blocksBy = .attribute("kind")
        options.hullBy = .attribute("kind")
        let scene = try Drawn.scene(network, options, figure: figure)
        #expect(Drawn.labelFaults(scene).labelOnLabel == 0)
        let found = try elements(scene.render(.svg))
        #expect(found.names.isSubset(of: ["svg", "g", "title", "desc", "path", "polygon", "polyline", "ellipse", "text"]))
        #expect(!found.attributes.contains { $0.contains("href") || $0.hasPrefix("on") })
        #expect(Set(found.ids).count == found.ids.count, "every id once")
        for format in [ImageFormat.pdf, .dot] { #expect(try !scene.render(format).isEmpty) }
    }

    @Test(arguments: Drawn.networkFigures, [0, 1, 2])
    func `few actors make a picture, or an answer in words`(_ figure: String, _ count: Int) throws {
        let network = try Drawn.network((0..<count).map { "actor \($0)" }, count > 1 ? [(0, 1)] : [])
        do throws(MilieuError) {
            let scene = try scene(figure, network, ego: "a0")
            #expect(try !scene.render(.svg).isEmpty && Drawn.labelFaults(scene) == Drawn.Overlaps())
        } catch {
            #expect(error.cause == .usage && !error.remedy.isEmpty)
        }
    }

    @Test(arguments: ["sociogram", "ego", "matrix"])
    func `three hundred actors, long names and names from right to left find their place`(_ figure: String) throws {
        let long = "Direction départementale du travail, de l'emploi et de la formation professionnelle"
        let names = (0..<300).map { $0.isMultiple(of: 3) ? "\($0) " + long : $0.isMultiple(of: 2) ? "مؤسسة البحث العلمي \($0)" : "n\($0)" }
        let scene = try scene(figure, Drawn.network(names, Drawn.growing(300, each: 2)), ego: "a0")
        #expect(Drawn.labelFaults(scene).labelOnLabel == 0 && Drawn.labelFaults(scene).offPage == 0)
        #expect(scene.description.contains("Labels: "))
    }

    @Test func `no ties at all is a picture, or an answer in words`() throws {
        let network = try Drawn.network((0..<12).map { "actor \($0)" }, [])
        for figure in ["sociogram", "ego", "matrix"] {
            let scene = try scene(figure, network, ego: "a3")
            #expect(Drawn.labelFaults(scene) == Drawn.Overlaps())
        }
        for figure in ["layers", "timeline"] {
            let error = #expect(throws: MilieuError.self) { try scene(figure, network) }
            #expect(error?.cause == .usage && error?.remedy.isEmpty == false)
        }
    }

    @Test func `a figure says what it is drawn from`() throws {
        let network = try Drawn.network(["a", "b"], [(0, 1)])
        let wrong = #expect(throws: MilieuError.self) { try scene("plane", network) }
        #expect(wrong?.cause == .usage && wrong?.message.contains("scores") == true)
        let other = #expect(throws: MilieuError.self) { try FigureCatalogue.figure("sociogram").draw(scores: [Drawn.scores.get()]) }
        #expect(other?.cause == .usage)
        let none = #expect(throws: MilieuError.self) { try FigureCatalogue.figure("plane").draw(scores: []) }
        #expect(none?.cause == .usage)
    }

    @Test func `a prefix sets the ids of several figures on one page apart`() throws {
        let scene = try scene("sociogram", Drawn.network(["a", "b"], [(0, 1)]))
        let plain = try elements(scene.render(.svg))
        let prefixed = try elements(scene.render(.svg, idPrefix: "one-"))
        #expect(plain.ids.contains("actor-a0") && prefixed.ids.contains("one-actor-a0"))
        #expect(prefixed.ids == plain.ids.map { "one-" + $0 })
    }
}
