import NetworkModel
import Vocabulary

@testable import TerritoryScoring

/// A score's numbers, for comparing two of them bit by bit.
struct Scored: Equatable {
    var values: [Double?] = []
    var draws: [[Double?]] = []
    var nulls: [Double?] = []
    var sensitivity: [Double?] = []
    /// What moves how far, in no order: equals have none.
    var leverage: [Double] = []

    init(_ made: Made, draws count: Int, nulls: Int, seed: UInt64 = 1) throws {
        let score = try made.score(draws: count, seed: seed) { method, options in
            (options.hasNulls, options.hasLeverage, options.hasSensitivity) = (true, true, true)
            (method.nullDraws, method.bootstrap, options.leverageCount) = (nulls, 10, 1000)
        }
        for axis in Axis.allCases {
            values += score.axis(axis).indicators.map(\.value.value) + [score.axis(axis).overKnown]
        }
        draws = [score.uncertainty?.learning ?? [], score.uncertainty?.interaction ?? []]
        self.nulls = score.nullTests.flatMap { [$0.p, $0.z, $0.q] }
        sensitivity = (score.uncertainty?.sensitivity ?? []).flatMap { [$0.firstEstimate, $0.totalEstimate] }
        leverage = (score.leverage.map { $0.actors + $0.ties + $0.events } ?? []).map(\.distance).sorted()
    }
}

extension Made {
    /// The same territory with its rows in another order and other ids.
    func shuffled(using random: inout some RandomNumberGenerator) -> Made {
        var made = self
        let order = Array(actors.indices).shuffled(using: &random)
        var place = order
        for (new, old) in order.enumerated() { place[old] = new }
        made.actors = order.enumerated().map { new, old in
            var actor = actors[old]
            (actor.id, actor.name) = ("x\(new)", "Name \(new)")
            actor.parent = actor.parent.flatMap { id in actors.firstIndex { $0.id == id } }.map { "x\(place[$0])" }
            return actor
        }
        made.ties = ties.map { tie in
            Tie(source: place[tie.source], target: place[tie.target], kind: tie.kind, weight: tie.weight, details: tie.details)
        }.shuffled(using: &random)
        let eventOrder = Array(events.indices).shuffled(using: &random)
        var eventPlace = eventOrder
        for (new, old) in eventOrder.enumerated() { eventPlace[old] = new }
        made.events = eventOrder.map { events[$0] }
        made.participation = participation.map {
            Participation(actor: place[$0.actor], event: eventPlace[$0.event])
        }.shuffled(using: &random)
        return made
    }

    /// Itself and a copy, with nothing between them.
    func doubled() -> Made {
        var made = self
        let (count, eventCount) = (actors.count, events.count)
        for actor in actors {
            var copy = actor
            copy.id += "_copy"
            copy.parent = copy.parent.map { $0 + "_copy" }
            made.actors.append(copy)
        }
        made.ties += ties.map { tie in
            var details = tie.details
            details.fact = details.fact.map { $0 + "_copy" }
            return Tie(source: tie.source + count, target: tie.target + count, kind: tie.kind, weight: tie.weight, details: details)
        }
        for event in events {
            var copy = event
            copy.id += "_copy"
            made.events.append(copy)
        }
        made.participation += participation.map { Participation(actor: $0.actor + count, event: $0.event + eventCount) }
        return made
    }

    /// With every sector, size, share and beginning told.
    var everyColumnFilled: Made {
        var made = self
        let sectors = ["C.15.20", "C.15.12", "C.25.10", "G.47.72", "M.70.22"]
        for place in made.actors.indices {
            made.actors[place].sector = made.actors[place].sector.flatMap { $0.contains(".") ? $0 : nil } ?? sectors[place % 5]
            made.actors[place].size = made.actors[place].size ?? 10
            made.actors[place].qualifiedShare = made.actors[place].qualifiedShare ?? 0.5
            made.actors[place].since = made.actors[place].since ?? PartialDate(year: 2009)
        }
        return made
    }
}

extension Made {
    /// Drawn over what the data leaves open alone: where more is unknown the method's own choices, of
    /// means and weights, can make less of a difference, and hide that the interval is wider.
    func openByData(draws: Int) throws -> TerritoryScore {
        try score(draws: draws) { method, _ in method.factors = method.factors.filter { $0.origin == .data } }
    }

    /// For draws alone.
    func options(draws: Int, seed: UInt64 = 1) -> ScoringOptions {
        var options = ScoringOptions()
        (options.draws, options.seed) = (draws, seed)
        (options.hasNulls, options.hasLeverage, options.hasSensitivity) = (false, false, false)
        return options
    }
}
