import GraphKernels

/// Territories that chance makes of another: as many actors of the same kinds on the same sides of the
/// perimeter, as many ties in each layer, as many at each event; who is tied to whom, and who comes, is
/// drawn evenly. Degrees are not kept: what a null model asks is another question (`NullModel`).
struct ChanceTerritory {
    private let situation: Situation
    /// Actors that are there, by side: inside, outside, not known.
    private let sides: [[Int32]]

    init(_ situation: Situation) {
        self.situation = situation
        var sides: [[Int32]] = [[], [], []]
        for actor in situation.code.actors.indices where situation.scenario.nodeOf[actor] == Int32(actor) {
            if situation.presence.actors[actor] { sides[Self.side(Int32(actor), situation)].append(Int32(actor)) }
        }
        self.sides = sides
    }

    /// What a chance territory changes: who is tied and who comes, never who decides or pays.
    static let changes: Reads = [
        .knowledgeTies, .knowledgeEvents, .interactionTies, .starts, .latentTies, .interactionEvents,
    ]

    private static func side(_ actor: Int32, _ situation: Situation) -> Int {
        situation.scenario.isInside[Int(actor)] ? 0 : situation.scenario.isOutside[Int(actor)] ? 1 : 2
    }

    func drawn(_ random: inout RandomSource) -> Situation {
        var code = situation.code
        tie(&code, &random)
        gather(&code, &random)
        var scenario = situation.scenario.redrawn(code, Self.changes)
        // No degree is kept, so that what was found for these is not what to expect.
        (scenario.calibration, scenario.overlapCalibration) = (ClosureCalibration(), 1)
        var drawn = Situation(scenario, situation.presence, cascadeProbability: situation.cascadeProbability)
        drawn.partnerScale = situation.partnerScale
        return drawn
    }

    /// Ends of a tie, in a layer.
    private struct Ends: Hashable {
        let layer: UInt8
        let source: Int32
        let target: Int32
    }

    private func tie(_ code: inout TerritoryCode, _ random: inout RandomSource) {
        var taken: Set<Ends> = []
        // Rows that tell one fact of one pair stay together.
        var facts: [Ends: [Int32: Ends]] = [:]
        for place in code.ties.indices where situation.isThere(tie: Int32(place)) {
            let tie = code.ties[place]
            guard situation.scenario.window.standing(of: tie) != nil,
                situation.scenario.groupOf[Int(tie.source)] != situation.scenario.groupOf[Int(tie.target)]
            else { continue }
            let own = Ends(layer: tie.layer, source: min(tie.source, tie.target), target: max(tie.source, tie.target))
            let known = tie.fact >= 0 ? facts[own]?[tie.fact] : nil
            guard let ends = known ?? freeEnds(of: tie, &taken, &random) else { continue }
            if tie.fact >= 0 { facts[own, default: [:]][tie.fact] = ends }
            (code.ties[place].source, code.ties[place].target) = (ends.source, ends.target)
        }
    }

    /// Two actors of the tie's sides that are not tied like that yet; nil where luck finds none.
    private func freeEnds(of tie: TerritoryCode.Tie, _ taken: inout Set<Ends>, _ random: inout RandomSource) -> Ends? {
        let (from, to) = (sides[Self.side(tie.source, situation)], sides[Self.side(tie.target, situation)])
        guard !from.isEmpty, !to.isEmpty else { return nil }
        for _ in 0..<20 {
            var (source, target) = (from[random.below(from.count)], to[random.below(to.count)])
            if !tie.isDirected, source > target { swap(&source, &target) }
            let ends = Ends(layer: tie.layer, source: source, target: target)
            if situation.scenario.groupOf[Int(source)] != situation.scenario.groupOf[Int(target)],
                taken.insert(ends).inserted
            {
                return ends
            }
        }
        return nil
    }

    private func gather(_ code: inout TerritoryCode, _ random: inout RandomSource) {
        var taken: Set<SIMD2<Int32>> = []
        for place in code.memberships.indices where situation.presence.actors[Int(code.memberships[place].actor)] {
            let row = code.memberships[place]
            let others = sides[Self.side(row.actor, situation)]
            guard !others.isEmpty else { continue }
            for _ in 0..<20 {
                let actor = others[random.below(others.count)]
                guard taken.insert(SIMD2(actor, row.event)).inserted else { continue }
                code.memberships[place].actor = actor
                // A collective comes as a whole where it is not told otherwise.
                code.memberships[place].count = min(row.count, Double(situation.scenario.weights[Int(actor)]))
                break
            }
        }
        code.memberships.sort { ($0.actor, $0.event, $0.count) < ($1.actor, $1.event, $1.count) }
    }
}
