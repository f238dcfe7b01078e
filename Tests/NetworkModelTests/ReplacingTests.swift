import NetworkModel
import Testing
import Vocabulary

@Suite struct ReplacingTests {
    /// Every part of a network, by its name.
    private func parts(_ network: Network) -> [String: String] {
        Dictionary(
            uniqueKeysWithValues: Mirror(reflecting: network).children.map { part in
                var text = ""
                dump(part.value, to: &text)
                return (part.label ?? "", text)
            })
    }

    @Test func `what is not named stays`() throws {
        let network = try SmallTown.network()
        #expect(try parts(network.replacing()) == parts(network))
        let changed = try network.replacing(ties: Ties([Tie(source: 0, target: 1)]))
        #expect(changed.ties.count == 1)
        var (old, new) = (parts(network), parts(changed))
        #expect(old.removeValue(forKey: "ties") != new.removeValue(forKey: "ties"))
        #expect(old == new && old.count >= 8)
    }

    @Test func `each part that is named is the new one`() throws {
        let network = try SmallTown.network()
        let source = Source(id: "s", citation: "a book")
        var beside = SideTables()
        beside.respondents = [Respondent(actor: "z")]
        let changed = try network.replacing(
            description: DatasetDescription(name: "other"), actors: Actors([Actor(id: "z", kind: "k")]), ties: Ties([]),
            events: [Event(id: "e", kind: "v")], participation: [Participation(actor: 0, event: 0)],
            tieKinds: [TieKind(id: "t", isDirected: true)], actorKinds: [ActorKind(id: "k", sphere: .social)],
            eventKinds: [EventKind(id: "v")], sources: [source], beside: beside)
        let (old, new) = (parts(network), parts(changed))
        #expect(Set(old.keys) == Set(new.keys) && old.allSatisfy { $1 != new[$0] })
        #expect(changed.actors.allIDs == ["z"] && changed.events.map(\.id) == ["e"] && changed.sources == [source])
    }

    @Test func `parts that do not fit are an error`() throws {
        let network = try SmallTown.network()
        #expect(throws: MilieuError.self) { try network.replacing(ties: Ties([Tie(source: 0, target: 99)])) }
        #expect(throws: MilieuError.self) { try network.replacing(tieKinds: []) }
        #expect(throws: MilieuError.self) { try network.replacing(actors: Actors([Actor(id: "z", kind: "unheard")])) }
        #expect(throws: MilieuError.self) { try network.replacing(events: []) }
    }
}
