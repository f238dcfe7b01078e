import NetworkModel
import Vocabulary

/// What tells actors, events and ties apart before their surroundings do.
extension Coding {
    func colour(of actor: TerritoryCode.Actor) -> UInt64 {
        var bare = actor
        bare.parent = -1
        var colour = Colour()
        colour.add(Int(bare.kind), bare.isCitizen ? 1 : 0, Int(bare.sector.first), Int(bare.sector.second))
        colour.add(Int(bare.sector.third), bare.members ?? -1, day(bare.since), day(bare.until))
        colour.add(bare.size)
        colour.add(bare.qualifiedShare)
        for inside in bare.inside { colour.add(inside.map { $0 ? 1 : 2 } ?? 0) }
        return colour.value
    }

    func colour(of event: TerritoryCode.Event) -> UInt64 {
        var colour = Colour()
        colour.add(Int(event.kind), Int(event.layer), event.isPooled ? 1 : 0, status(event.status))
        colour.add(day(event.since), day(event.until), event.participants ?? -1)
        if event.isComplete { colour.add(1) }
        return colour.value
    }

    func colour(of tie: TerritoryCode.Tie) -> UInt64 {
        var colour = Colour()
        colour.add(Int(tie.kind), Int(tie.layer), tie.isDirected ? 1 : 0, status(tie.status))
        colour.add(day(tie.since), day(tie.until), Int(tie.college), tie.isExtra ? 1 : 0)
        colour.add(tie.weight)
        for number in [tie.amount, tie.seats, tie.contributors, tie.confidence] { colour.add(number) }
        return colour.value
    }

    private func day(_ date: PartialDate?) -> Int { date.map { $0.earliest &* 400 &+ $0.latest } ?? -1 }

    private func status(_ status: TieStatus) -> Int { TieStatus.allCases.firstIndex(of: status) ?? -1 }
}
