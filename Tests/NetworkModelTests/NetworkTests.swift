import NetworkModel
import Testing
import Vocabulary

@Suite struct NetworkTests {
    @Test func `a valid network is built`() throws {
        let network = try SmallTown.network()
        #expect(network.actors.count == 5 && network.ties.count == 7)
        #expect(network.actors.position(of: "c") == 2 && network.actors.position(of: "z") == nil)
        #expect(network.spheres == [.economy, .economy, .economy, .economy, .finance])
    }

    @Test func `inside follows from the actor's own word, then from place and perimeter`() throws {
        let network = try SmallTown.network()
        #expect(network.insideness() == [true, true, false, nil, false])
        let basin = network.description.territory?.perimeters.last
        #expect(network.insideness(perimeter: basin) == [true, true, true, nil, false])
    }

    @Test func `a place that contains the perimeter or reaches beyond it settles nothing`() throws {
        var rows = SmallTown.actors
        rows[0].place = "County"
        rows[2].place = "County"
        rows[2].inside = true
        let network = try SmallTown.network(actors: rows)
        #expect(network.insideness() == [nil, true, true, nil, false], "an actor's own word goes first")
        let basin = network.description.territory?.perimeters.last
        #expect(network.insideness(perimeter: basin)[0] == false, "each perimeter says what overlaps it")
    }

    @Test func `a collective is so by its own word, or by its members`() throws {
        var rows = SmallTown.actors
        rows[0].members = 12
        rows[1].members = 1
        rows[2].members = 12
        rows[4].collective = true
        #expect(try Actors(rows).map(\.isCollective) == [true, false, true, false, true])
        rows[0].collective = false
        #expect(try Actors(rows).map(\.isCollective) == [false, false, true, false, true], "its own word goes first")
    }

    @Test func `what leads nowhere is refused`() {
        let bad: [[Tie]] = [
            [Tie(source: 0, target: 9)], [Tie(source: 0, target: 1, kind: 7)],
            [Tie(source: 0, target: 1, weight: .nan)],
            [Tie(source: 0, target: 1, details: .init(confidence: 1.5))],
        ]
        for ties in bad {
            #expect(throws: MilieuError.self) { try SmallTown.network(ties: ties) }
        }
    }

    @Test func `actors with a double id, no id, a strange kind or themselves as parent are refused`() {
        var selfish = Actor(id: "a")
        selfish.parent = "a"
        var outOfRange = Actor(id: "a")
        outOfRange.qualifiedShare = 1.2
        let bad: [[Actor]] = [
            [Actor(id: "a"), Actor(id: "a")], [Actor(id: "")], [Actor(id: "a", kind: "ghost")], [selfish],
            [outOfRange],
        ]
        for actors in bad {
            #expect(throws: MilieuError.self) { try SmallTown.network(ties: [], actors: actors) }
        }
    }

    @Test func `any attribute can be asked for as text`() throws {
        let actors = try Actors(
            SmallTown.actors, attributes: [.init(name: "label", values: ["x", nil, nil, nil, "y"])])
        #expect(actors.values(of: "label") == ["x", nil, nil, nil, "y"])
        #expect(actors.values(of: "place") == ["Here", "Here", "Near", nil, "Here"])
        #expect(actors.values(of: "colour") == nil)
    }

    @Test func `evidence is read from its cell`() {
        let list = Evidence.list("perret2016:2.2.2; perret2016 : n34 ;other;; :x")
        #expect(list.map(\.description) == ["perret2016:2.2.2", "perret2016:n34", "other"])
    }
}
