/// That an inside actor met knowledge on a known date: a learning event, or a knowledge tie that it
/// received; and what could show that it made something of it.
struct Exposure: Sendable, Hashable {
    /// Exactly one of the two is not −1.
    var tie: Int32 = -1
    var event: Int32 = -1
    var node: Int32
    /// Ties of cooperation of that node that began in time.
    var followingTies: [Int32] = []
    /// Actors of the node that began in time: an activity of its own.
    var followingActors: [Int32] = []

    /// Exposures in the window whose time to bear fruit is over at the date: of a later one nobody
    /// can say yet.
    static func all(
        _ code: TerritoryCode, _ window: Window, months: Int, nodeOf: [Int32], isInside: [Bool]
    ) -> [Exposure] {
        guard code.knowledgeIsSurveyed, let days = window.days else { return [] }
        let patience = Int((Double(months) * 30.436875).rounded())
        guard days.lowerBound <= days.upperBound - patience else { return [] }
        let observed = days.lowerBound...(days.upperBound - patience)
        let starts = Starts(code, nodeOf: nodeOf, window: window)
        var exposures: [Exposure] = []
        func add(_ exposure: Exposure, on day: Int) {
            guard observed.contains(day), isInside[Int(exposure.node)] else { return }
            var exposure = exposure
            let span = day + 1...day + patience
            exposure.followingTies = starts.ties[exposure.node, default: []].filter { span.contains($0.day) }.map(\.id)
            exposure.followingActors = starts.actors[exposure.node, default: []].filter { span.contains($0.day) }
                .map(\.id)
            exposures.append(exposure)
        }
        for (position, tie) in code.ties.enumerated() where tie.layer == code.knowledgeLayer {
            guard let since = tie.since, window.standing(of: tie)?.isPresent == true else { continue }
            let ends = tie.isDirected ? [tie.target] : [tie.source, tie.target]
            for end in ends where nodeOf[Int(end)] >= 0 {
                add(Exposure(tie: Int32(position), node: nodeOf[Int(end)]), on: since.earliest)
            }
        }
        for row in code.memberships where nodeOf[Int(row.actor)] >= 0 {
            let event = code.events[Int(row.event)]
            guard code.isOfLearning(event), let date = event.since, window.holds(event) else { continue }
            add(Exposure(event: row.event, node: nodeOf[Int(row.actor)]), on: date.earliest)
        }
        return exposures
    }

    /// When each node began to cooperate, and when the activities that it started began.
    private struct Starts {
        struct Start {
            let id: Int32
            let day: Int
        }

        var ties: [Int32: [Start]] = [:]
        var actors: [Int32: [Start]] = [:]

        init(_ code: TerritoryCode, nodeOf: [Int32], window: Window) {
            let cooperation = code.layers.firstIndex(of: .cooperation)
            for (position, tie) in code.ties.enumerated() where Int(tie.layer) == cooperation {
                guard let since = tie.since, window.standing(of: tie)?.isPresent == true else { continue }
                for end in [tie.source, tie.target] where nodeOf[Int(end)] >= 0 {
                    ties[nodeOf[Int(end)], default: []].append(Start(id: Int32(position), day: since.earliest))
                }
            }
            for (position, actor) in code.actors.enumerated() where actor.parent >= 0 {
                guard let since = actor.since, nodeOf[Int(actor.parent)] >= 0 else { continue }
                actors[nodeOf[Int(actor.parent)], default: []].append(Start(id: Int32(position), day: since.earliest))
            }
        }
    }
}
