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

    @Test func `where a dataset states its date, actors that are not there then are left out`() throws {
        let network = try SmallTown.network(date: PartialDate(year: 2016))
        let view = try network.view()
        #expect(
            view.nodes == [.actor(0), .actor(2), .actor(3), .actor(4)] && view.absentActorCount == 1, "b ended in 2010")
        #expect(try pairs(ViewOptions(), of: network) == ["ea"], "its ties go with it, those of others stay by status")
        #expect(view.date == PartialDate(year: 2016))
        #expect(view.summary(.english) == "without 1 actor not there at 2016; directed")
        #expect(view.summary(.french) == "sans 1 acteur absent au 2016\u{A0}; orienté")
        var options = ViewOptions()
        options.date = PartialDate(year: 2016)
        let dated = try network.view(options)
        #expect(dated.nodes == view.nodes && dated.sources == view.sources && dated.targets == view.targets)
        options.date = PartialDate(year: 2009)
        #expect(try network.view(options).nodes.count == 5)
    }

    @Test func `history takes actors of all times`() throws {
        let network = try SmallTown.network(date: PartialDate(year: 2016))
        var options = ViewOptions()
        options.statuses.insert(.past)
        let view = try network.view(options)
        #expect(view.nodes.count == 5 && view.absentActorCount == 0 && view.date == nil)
        #expect(try pairs(options, of: network) == ["ab", "ea", "bc", "ad"])
    }

    @Test func `an actor that begins later is not there yet, and inside only counts only insiders`() throws {
        var rows = SmallTown.actors
        rows[0].since = PartialDate(year: 2017)
        rows[2].until = PartialDate(year: 2010)
        let network = try SmallTown.network(actors: rows, date: PartialDate(year: 2016))
        #expect(try network.view().nodes == [.actor(3), .actor(4)])
        var options = ViewOptions()
        options.insideOnly = true
        let view = try network.view(options)
        #expect(view.nodes.isEmpty && view.absentActorCount == 2, "c is outside anyway")
    }

    @Test func `a weight of zero tells that there is no tie`() throws {
        var rows = SmallTown.ties
        rows[0].weight = 0
        let view = try SmallTown.network(ties: rows).view()
        #expect(try pairs(ViewOptions(), of: view.network) == ["ea", "bc"] && view.nodes.count == 5)
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

    @Test func `events that the view leaves out are no nodes`() throws {
        var options = ViewOptions()
        options.events = .twoMode
        options.layers = [.knowledge]
        let learning = try SmallTown.network().view(options)
        #expect(learning.nodes.suffix(1) == [.event(0)] && learning.actorCount == 5 && learning.eventCount == 1)
        #expect(try pairs(options) == ["aschool", "bschool", "cschool"])
        options.layers = nil
        options.statuses = [.active]
        #expect(try SmallTown.network().view(options).nodes.suffix(1) == [.event(0)], "the shop's status is not known")
        options.statuses = ViewOptions().statuses
        options.date = PartialDate(year: 2014)
        let before = try SmallTown.network().view(options)
        #expect(before.nodes.suffix(1) == [.event(1)], "the school was in 2015")
        #expect((0..<before.tieCount).map { before.id(of: Int(before.targets[$0])) } == ["shop", "shop"])
    }

    @Test func `a two-mode view has no direction to ask for`() throws {
        var options = ViewOptions()
        options.events = .twoMode
        options.direction = .directed
        let error = #expect(throws: MilieuError.self) { try SmallTown.network().view(options) }
        #expect(error?.cause == .usage && error?.remedy.contains("--directed") == true)
        options.events = .automatic
        #expect(throws: MilieuError.self) { try SmallTown.network(ties: []).view(options) }
    }

    @Test func `rows, ties and pairs are counted each by its name`() throws {
        let counts = TieCounts(of: try SmallTown.network().view())
        #expect(counts.rows == 7 && counts.rowsLeftOut == 2 && counts.loops == 1 && counts.repeatedFacts == 1)
        #expect(counts.ties == 3 && counts.pairs == 5, "two of the three ties have no direction")
        #expect(counts.ofView(.english) == "3 ties (5 tied pairs, each direction by itself)")
        #expect(counts.ofView(.french) == "3 liens (5 paires liées, chaque sens à part)")
        #expect(
            counts.fromRows(.english)
                == "7 rows of ties, of which 2 left out by the choice of view, 1 telling a fact told already, 1 tying an actor to itself"
        )
        var options = ViewOptions()
        options.direction = .undirected
        options.events = .projected
        let projected = TieCounts(of: try SmallTown.network().view(options))
        #expect(projected.ties == 7 && projected.sharedEventTies == 4 && projected.pairs == 5)
        options.events = .twoMode
        let twoMode = TieCounts(of: try SmallTown.network().view(options))
        #expect(twoMode.rows == 5 && twoMode.ties == 5 && twoMode.pairs == 5 && twoMode.fromRows(.english) == nil)
        #expect(twoMode.ofView(.english) == "5 ties")
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
        #expect(
            view.summary(.french)
                == "couches\u{A0}: coopération, financement\u{A0}; confiance d'au moins 0.5\u{A0}; non orienté")
    }
}
