import NetworkModel
import Vocabulary

extension TerritoryCode {
    /// Codes a network.
    ///
    /// - Parameter extraTies: how many of the network's last ties belong to a counterfactual.
    /// - Complexity: O((actors + ties + participations) · rounds of refinement).
    init(_ network: Network, extraTies: Int = 0) {
        let coding = Coding(network, extraTies: extraTies)
        let order = CanonicalOrder(
            actorColours: coding.actors.map(coding.colour), eventColours: coding.events.map(coding.colour),
            links: coding.links)
        func place(_ order: [Int]) -> [Int32] {
            var places = [Int32](repeating: 0, count: order.count)
            for (place, row) in order.enumerated() { places[row] = Int32(place) }
            return places
        }
        let (actorPlace, eventPlace) = (place(order.actors), place(order.events))
        actors = order.actors.map { row in
            var actor = coding.actors[row]
            if actor.parent >= 0 { actor.parent = actorPlace[Int(actor.parent)] }
            return actor
        }
        events = order.events.map { coding.events[$0] }
        let placed = coding.ties.map { tie in
            var tie = tie
            (tie.source, tie.target) = (actorPlace[Int(tie.source)], actorPlace[Int(tie.target)])
            if !tie.isDirected, tie.source > tie.target { swap(&tie.source, &tie.target) }
            return tie
        }
        // A counterfactual's ties come last, so that the others keep the streams that they have alone.
        let own = placed.indices.prefix(placed.count - extraTies).filter {
            !coding.meetingRows.contains($0) && !coding.absentRows.contains($0)
        }.sorted {
            (placed[$0].source, placed[$0].target, coding.tieColours[$0], $0)
                < (placed[$1].source, placed[$1].target, coding.tieColours[$1], $1)
        }
        tieRow = own + placed.indices.suffix(extraTies)
        ties = tieRow.map { placed[$0] }
        memberships = coding.memberships.map { row in
            var row = row
            (row.actor, row.event) = (actorPlace[Int(row.actor)], eventPlace[Int(row.event)])
            return row
        }.sorted { ($0.actor, $0.event, $0.count, $0.confidence) < ($1.actor, $1.event, $1.count, $1.confidence) }
        denials = Set(
            coding.absentRows.map { Denial(source: placed[$0].source, target: placed[$0].target, kind: placed[$0].kind) })
        (actorRow, eventRow) = (order.actors, order.events)
        toldMeetings = coding.toldMeetings
        (layers, isSurveyed) = (coding.layers, coding.layers.map { network.description.wasLookedAt($0.rawValue) })
        outsideWasAsked = network.description.surveys?[Layer.knowledge.rawValue]?.asksOutside ?? true
        eventsAreSurveyed = network.description.wasLookedAt("events")
        poolingIsSurveyed = network.description.wasLookedAt("pooled_resources")
        interactionLayerCount =
            (network.description.surveyed ?? [])
            .subtracting(["events", "pooled_resources", Layer.knowledge.rawValue, Layer.location.rawValue]).count
        (perimeters, subsectors) = (coding.perimeters, coding.subsectors)
        insideIsAssumed = coding.insideIsAssumed
        let knowledge = coding.layers.firstIndex(of: .knowledge).map { UInt8(clamping: $0) }
        knowledgeLayer = knowledge
        liveness = Liveness(
            passing: ties.map { $0.layer == knowledge ? $0.ends : nil },
            seatCount: memberships.count { row in
                let event = coding.events[order.events[Int(row.event)]]
                return event.layer == knowledge && !event.isPooled
            },
            isSmall: actors.count <= 256)
        var print = Colour()
        for row in order.actors { print.add(Int(bitPattern: UInt(coding.colour(of: coding.actors[row])))) }
        for row in own {
            print.add(Int(placed[row].source), Int(placed[row].target))
            print.add(Int(bitPattern: UInt(coding.tieColours[row])))
        }
        fingerprint = print.value
    }
}
