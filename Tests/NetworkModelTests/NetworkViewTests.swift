import NetworkModel
import Testing
import Vocabulary

@Suite struct NetworkViewTests {
    private func pairs(_ options: ViewOptions, of network: Network? = nil) throws -> [String] {
        let view = try (network ?? SmallTown.network()).view(options)
        return (0..<view.tieCount).map { view.id(of: Int(view.sources[$0])) + view.id(of: Int(view.targets[$0])) }
    }

    @Test func `by default what exists is taken, loops and repeated facts are not`() throws {
        let view = try SmallTown.network().view()
        #expect(try pairs(ViewOptions()) == ["ab", "ea", "bc"])
        #expect(view.loopCount == 1 && view.repeatedFactCount == 1)
        #expect(view.nodes.count == 5, "isolates stay")
    }

    @Test func `one directed kind makes the view directed, and the others run both ways`() throws {
        let view = try SmallTown.network().view()
        #expect(view.isDirected && view.tieIsDirected == [false, true, false])
        var options = ViewOptions()
        options.layers = [.cooperation]
        #expect(try !SmallTown.network().view(options).isDirected)
    }

    @Test func `layer, kind, confidence and status choose ties`() throws {
        var options = ViewOptions()
        options.layers = [.finance]
        #expect(try pairs(options) == ["ea"])
        options = ViewOptions()
        options.kinds = ["cooperation"]
        #expect(try pairs(options) == ["ab", "bc"])
        options = ViewOptions()
        options.minimumConfidence = 0.5
        #expect(try pairs(options) == ["ab", "bc"])
        options = ViewOptions()
        options.statuses = [.planned, .past]
        #expect(try pairs(options) == ["ac", "ad"])
    }

    @Test func `a view at a date takes what held then`() throws {
        var options = ViewOptions()
        options.date = PartialDate(year: 2003)
        #expect(try pairs(options).contains("ad"), "a past tie held while its dates say so")
        options.date = PartialDate(year: 2012)
        let view = try SmallTown.network().view(options)
        #expect(view.nodes.count == 4, "b ended in 2010")
        #expect(try pairs(options) == ["ea"])
    }

    @Test func `inside only keeps the territory's actors`() throws {
        var options = ViewOptions()
        options.insideOnly = true
        #expect(try SmallTown.network().view(options).nodes == [.actor(0), .actor(1)])
        options.perimeter = "basin"
        #expect(try SmallTown.network().view(options).nodes == [.actor(0), .actor(1), .actor(2)])
    }

    @Test func `events can be nodes, or shared ties`() throws {
        var options = ViewOptions()
        options.events = .twoMode
        let twoMode = try SmallTown.network().view(options)
        #expect(twoMode.isTwoMode && twoMode.nodes.count == 7 && twoMode.actorCount == 5)
        #expect(try pairs(options) == ["aschool", "bschool", "cschool", "ashop", "dshop"])
        options.events = .projected
        #expect(try pairs(options).suffix(4) == ["ab", "ac", "bc", "ad"])
        options.layers = [.knowledge]
        #expect(try pairs(options) == ["ab", "ac", "bc"])
    }

    @Test func `a network without ties is two-mode by itself`() throws {
        let network = try SmallTown.network(ties: [])
        #expect(try network.view().isTwoMode)
    }

    @Test func `what the network does not have is refused with what it has`() throws {
        let network = try SmallTown.network()
        var options = ViewOptions()
        options.layers = [Layer(rawValue: "finanse")]
        let error = #expect(throws: MilieuError.self) { try network.view(options) }
        #expect(error?.cause == .usage && error?.remedy.contains("finance") == true)
        options = ViewOptions()
        options.kinds = ["x"]
        #expect(throws: MilieuError.self) { try network.view(options) }
        options = ViewOptions()
        options.perimeter = "x"
        #expect(throws: MilieuError.self) { try network.view(options) }
    }

    @Test func `a plain network's view shares its columns`() throws {
        let network = try Network(
            description: DatasetDescription(name: "plain"), actors: Actors(ids: ["a", "b", "c"]),
            ties: Ties(sources: [0, 1, 1], targets: [1, 1, 2]), tieKinds: [TieKind(id: "tie", isDirected: false)])
        let view = try network.view()
        #expect(view.tieCount == 2 && view.loopCount == 1 && !view.isDirected)
        #expect(view.origins[1] == .tie(2), "the tie after the loop keeps its origin")
        var options = ViewOptions()
        options.direction = .directed
        #expect(try network.view(options).isDirected)
    }

    @Test func `the view says what it shows in both languages`() throws {
        var options = ViewOptions()
        options.layers = [.finance, .cooperation]
        options.minimumConfidence = 0.5
        let view = try SmallTown.network().view(options)
        #expect(view.summary(.english) == "layers: cooperation, finance; confidence at least 0.5; undirected")
        #expect(view.summary(.french) == "couches : coopération, financement; confiance d'au moins 0.5; non orienté")
    }
}
