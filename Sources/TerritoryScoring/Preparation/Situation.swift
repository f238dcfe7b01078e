/// A scenario with a choice of what is there: what one draw looks like, and what indicators read.
struct Situation: Sendable {
    let scenario: Scenario
    var cascadeProbability: Double
    /// How many partners are as many as one can wish, nearly: κ of `intensity`.
    var partnerScale: Double
    /// Whether figures are wanted that stand beside a value, where they cost much.
    var wantsBeside = false
    /// Inside nodes that are there, ascending.
    let insiders: [Int32]
    /// By node.
    let isThere: [Bool]
    /// Positions among the scenario's columns of what is there.
    let knowledge: [Int32]
    let knowledgeSeats: [Int32]
    /// Present ties of interaction.
    let interaction: [Int32]
    /// Dormant and potential ones.
    let latent: [Int32]
    let interactionSeats: [Int32]
    /// For each pair of the scenario, a bit for each layer that ties it.
    let pairLayers: [UInt64]
    /// The inside nodes by their pairs and the events of interaction.
    let graph: InteractionGraph
    let presence: Presence

    var code: TerritoryCode { scenario.code }
    var insiderCount: Int { insiders.count }

    /// - Parameter presence: which actors, events and ties of the code are there.
    init(_ scenario: Scenario, _ presence: Presence, cascadeProbability: Double) {
        self.scenario = scenario
        self.presence = presence
        self.cascadeProbability = cascadeProbability
        partnerScale = scenario.settings.partnerScale
        var isThere = [Bool](repeating: false, count: scenario.nodeCount)
        for (actor, node) in scenario.nodeOf.enumerated() where node >= 0 && presence.actors[actor] {
            isThere[Int(node)] = true
        }
        // Where nobody is merged, a node is the actor.
        let isMerged = scenario.settings.isMerged
        func isThereLink(_ link: Scenario.Link) -> Bool {
            let tie = Int(link.tie)
            guard presence.ties[tie] else { return false }
            guard isMerged else { return presence.actors[Int(link.source)] && presence.actors[Int(link.target)] }
            return presence.actors[Int(scenario.code.ties[tie].source)]
                && presence.actors[Int(scenario.code.ties[tie].target)]
        }
        func isThereSeat(_ seat: Scenario.Seat) -> Bool {
            presence.events[Int(seat.event)] && presence.actors[Int(seat.actor)]
        }
        func places(_ count: Int, where isWanted: (Int) -> Bool) -> [Int32] {
            var places: [Int32] = []
            places.reserveCapacity(count)
            for place in 0..<count where isWanted(place) { places.append(Int32(place)) }
            return places
        }
        knowledge = places(scenario.knowledge.count) { isThereLink(scenario.knowledge[$0]) }
        knowledgeSeats = places(scenario.knowledgeSeats.count) { isThereSeat(scenario.knowledgeSeats[$0]) }
        interactionSeats = places(scenario.interactionSeats.count) { isThereSeat(scenario.interactionSeats[$0]) }
        var interaction: [Int32] = [], latent: [Int32] = []
        var pairLayers = [UInt64](repeating: 0, count: scenario.pairs.count)
        for (place, link) in scenario.interaction.enumerated() where isThereLink(link) {
            guard link.standing.isPresent else {
                latent.append(Int32(place))
                continue
            }
            interaction.append(Int32(place))
            pairLayers[Int(link.pair)] |= 1 << UInt64(min(63, link.layer))
        }
        insiders = places(scenario.nodeCount) { isThere[$0] && scenario.isInside[$0] }
        (self.isThere, self.interaction, self.latent, self.pairLayers) = (isThere, interaction, latent, pairLayers)
        graph = InteractionGraph(scenario, pairLayers: pairLayers, seats: interactionSeats)
    }

    /// Whether some layer of interaction was looked for.
    var interactionIsSurveyed: Bool { code.interactionLayerCount > 0 }

    /// Whether knowledge was looked for, and nothing was found.
    var knowledgeIsEmpty: Bool { knowledge.isEmpty && knowledgeSeats.isEmpty }
}

extension InteractionGraph {
    init(_ scenario: Scenario, pairLayers: [UInt64], seats: [Int32]) {
        var low: [Int32] = [], high: [Int32] = []
        low.reserveCapacity(pairLayers.count)
        high.reserveCapacity(pairLayers.count)
        for (place, layers) in pairLayers.enumerated() where layers != 0 {
            low.append(scenario.pairs[place].low)
            high.append(scenario.pairs[place].high)
        }
        var held: [(node: Int32, event: Int32)] = []
        held.reserveCapacity(seats.count)
        // A merged entity can hold several seats of one event.
        var seen: Set<Scenario.Pair> = []
        for place in seats {
            let seat = scenario.interactionSeats[Int(place)]
            if !scenario.settings.isMerged
                || seen.insert(Scenario.Pair(low: seat.node, high: seat.event)).inserted
            {
                held.append((seat.node, seat.event))
            }
        }
        self.init(
            actorCount: scenario.nodeCount, eventCount: scenario.code.events.count, low: low, high: high,
            seats: held)
    }
}
