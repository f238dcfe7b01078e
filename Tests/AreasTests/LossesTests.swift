import Testing

@testable import Areas

/// What no area can take is counted, and found again where it first stood.
struct LossesTests {
    @Test func `the first place stays, of what is joined, too`() {
        var (losses, others) = (Losses(), Losses())
        for line in 2...4 { losses.add(.tieToUnknown, at: "ties.csv:\(line)") }
        others.add(.tieToUnknown, at: "ties.csv:9")
        others.add(.actorWithoutID, at: "actors.csv:7")
        losses.join(others)
        let found = losses.list
        #expect(found.map(\.id) == ["tie_to_unknown_actor", "actor_without_id"])
        #expect(found.map(\.count) == [4, 1] && found.map(\.first) == ["ties.csv:2", "actors.csv:7"])
    }
}
