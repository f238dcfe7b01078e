import NetworkModel
import Testing
import Vocabulary

@Suite struct ToldTieTests {
    @Test func `the ends, weight and direction of a tie go without its columns`() throws {
        let view = try SmallTown.network().view()
        #expect((0..<view.tieCount).map { view.ends(ofTie: $0).source } == [0, 4, 1])
        #expect((0..<view.tieCount).map { view.ends(ofTie: $0).target } == [1, 0, 2])
        #expect((0..<view.tieCount).map(view.weight) == [1, 2, 1])
        #expect((0..<view.tieCount).map(view.isOneWay) == [false, true, false])
        var options = ViewOptions()
        options.layers = [.cooperation]
        let plain = try SmallTown.network().view(options)
        #expect(plain.weights.isEmpty && plain.weight(ofTie: 0) == 1 && !plain.isOneWay(0))
        options.layers = [.finance]
        let directed = try SmallTown.network().view(options)
        #expect(directed.tieIsDirected.isEmpty && directed.isOneWay(0))
        options = ViewOptions()
        options.direction = .undirected
        #expect(try !SmallTown.network().view(options).isOneWay(1), "read without direction, none runs one way")
    }

    @Test func `a tie tells its row`() throws {
        let view = try SmallTown.network().view()
        #expect((0..<view.tieCount).map(view.networkTie) == [0, 1, 4])
        let told = view.told(ofTie: 1)
        #expect(told.layer == .finance && told.details?.confidence == 0.4 && told.name == SmallTown.tieKinds[1].name)
        let bare = try SmallTown.network(ties: [Tie(source: 0, target: 1)]).view()
        #expect(bare.told(ofTie: 0).details == nil, "no tie of the network tells anything further")
    }

    @Test func `a part in an event, and an event that two share, tell the event's row`() throws {
        var options = ViewOptions()
        options.events = .twoMode
        let parts = try SmallTown.network().view(options)
        let part = parts.told(ofTie: 0)
        #expect(part.layer == .knowledge && part.details?.since == PartialDate(year: 2015))
        #expect(part.details?.until == PartialDate(year: 2015) && part.details?.status == .active)
        #expect(parts.networkTie(ofTie: 0) == nil && !parts.isOneWay(0))
        options.events = .projected
        let shared = try SmallTown.network().view(options)
        let last = shared.tieCount - 1
        #expect(shared.told(ofTie: last).name.en == SmallTown.events[1].name)
        #expect(shared.networkTie(ofTie: last) == nil && shared.told(ofTie: last).layer == .cooperation)
    }
}
