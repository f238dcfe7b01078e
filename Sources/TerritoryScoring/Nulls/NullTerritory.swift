import GraphKernels

/// Territories drawn under a null model.
struct NullTerritory: Sendable {
    private let situation: Situation
    private let switching: TieSwitching

    init(_ situation: Situation) {
        self.situation = situation
        switching = TieSwitching(situation)
    }

    private var scenario: Scenario { situation.scenario }

    /// - Parameter union: what of the ties moves as one, where ties are switched.
    func drawn(
        _ model: NullModel, switching union: SwitchedTies = .pairs, _ random: inout RandomSource
    ) -> TerritoryCode {
        var code = situation.code
        switch model {
        case .ties: return switching.drawn(code, union, &random)
        case .events: switchEvents(&code, &random)
        case .kinds: permuteKinds(&code, &random)
        case .dates: permuteDates(&code, &random)
        }
        return code
    }

    private func side(_ node: Int32) -> Int {
        scenario.isInside[Int(node)] ? 0 : scenario.isOutside[Int(node)] ? 1 : 2
    }

    /// Where a row of participation can move: among events of its group, on its side of the perimeter; nil where what
    /// it tells is not there.
    private func stratum(_ row: TerritoryCode.Membership) -> Int? {
        let (event, node) = (situation.code.events[Int(row.event)], scenario.nodeOf[Int(row.actor)])
        guard node >= 0, situation.presence.actors[Int(row.actor)], situation.presence.events[Int(row.event)],
            scenario.window.holds(event)
        else { return nil }
        let group = event.isPooled ? 2 : situation.code.isOfLearning(event) ? 1 : 0
        return 3 * group + side(node)
    }

    /// Nodes switch events, so that several of one organisation at an event stay together there.
    private func switchEvents(_ code: inout TerritoryCode, _ random: inout RandomSource) {
        let strata = code.memberships.map(stratum)
        var memberships = zip(code.memberships, strata).filter { $0.1 == nil }.map(\.0)
        for stratum in 0..<9 {
            let taking = zip(code.memberships, strata).filter { $0.1 == stratum }.map(\.0)
            var seats = [[Int32: [TerritoryCode.Membership]]](repeating: [:], count: scenario.nodeCount)
            for row in taking.once() { seats[Int(scenario.nodeOf[Int(row.actor)])][row.event, default: []].append(row) }
            let nodes = seats.indices.filter { !seats[$0].isEmpty }
            let events = nodes.map { seats[$0].keys.sorted() }
            let switched = Curveball.randomised(events, using: &random)
            for (place, node) in nodes.enumerated() {
                // Who came, and how many of a collective, goes with the node.
                for (event, before) in zip(switched[place].sorted(), events[place]) {
                    memberships += (seats[node][before] ?? []).map { row in
                        var row = row
                        row.event = event
                        return row
                    }
                }
            }
        }
        // The rows of an actor at an event stand side by side.
        code.memberships = memberships.sorted {
            ($0.actor, $0.event, $0.count, $0.confidence) < ($1.actor, $1.event, $1.count, $1.confidence)
        }
    }

    private func permuteKinds(_ code: inout TerritoryCode, _ random: inout RandomSource) {
        let actors = situation.insiders.map { Int($0) }
        var kinds = actors.map { (code.actors[$0].kind, code.actors[$0].isCitizen) }
        kinds.shuffle(using: &random)
        for (actor, kind) in zip(actors, kinds) { (code.actors[actor].kind, code.actors[actor].isCitizen) = kind }
    }

    /// Within a layer; what passes inside one organisation or group is dated apart.
    private func permuteDates(_ code: inout TerritoryCode, _ random: inout RandomSource) {
        let isOwn = code.ties.map { scenario.groupOf[Int($0.source)] == scenario.groupOf[Int($0.target)] }
        for layer in code.layers.indices {
            for own in [false, true] {
                let ties = code.ties.indices.filter { Int(code.ties[$0].layer) == layer && isOwn[$0] == own }
                var dates = ties.map { (code.ties[$0].since, code.ties[$0].until) }
                dates.shuffle(using: &random)
                for (tie, date) in zip(ties, dates) { (code.ties[tie].since, code.ties[tie].until) = date }
            }
        }
        var dates = code.events.map { ($0.since, $0.until) }
        dates.shuffle(using: &random)
        for (event, date) in dates.enumerated() { (code.events[event].since, code.events[event].until) = date }
    }
}
