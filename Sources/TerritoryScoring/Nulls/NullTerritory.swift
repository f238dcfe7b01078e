import GraphKernels

/// Territories drawn under a null model.
struct NullTerritory: Sendable {
    private let code: TerritoryCode
    private let scenario: Scenario

    init(_ scenario: Scenario) {
        self.scenario = scenario
        code = scenario.code
    }

    func drawn(_ model: NullModel, _ random: inout RandomSource) -> TerritoryCode {
        var code = code
        switch model {
        case .ties: switchTies(&code, &random)
        case .events: switchEvents(&code, &random)
        case .kinds: permuteKinds(&code, &random)
        case .dates: permuteDates(&code, &random)
        }
        return code
    }

    /// Ties that switch with one another: of one layer, both with a direction or both without,
    /// between the same sides of the perimeter.
    private struct Stratum: Equatable {
        let layer: UInt8
        let isDirected: Bool
        let ends: Int
    }

    private func side(_ actor: Int32) -> Int {
        scenario.isInside[Int(actor)] ? 0 : scenario.isOutside[Int(actor)] ? 1 : 2
    }

    private func switchTies(_ code: inout TerritoryCode, _ random: inout RandomSource) {
        // In the order in which they come up; every tie of a stratum, in order.
        var strata: [(stratum: Stratum, positions: [Int])] = []
        for (position, tie) in code.ties.enumerated() where scenario.window.standing(of: tie)?.isPresent == true {
            let sides = (side(tie.source), side(tie.target))
            let ends = tie.isDirected ? 3 * sides.0 + sides.1 : 3 * min(sides.0, sides.1) + max(sides.0, sides.1)
            let stratum = Stratum(layer: tie.layer, isDirected: tie.isDirected, ends: ends)
            if let known = strata.firstIndex(where: { $0.stratum == stratum }) {
                strata[known].positions.append(position)
            } else {
                strata.append((stratum, [position]))
            }
        }
        for (stratum, positions) in strata where positions.count > 1 {
            let graph = Graph(
                nodeCount: code.actors.count, sources: positions.map { code.ties[$0].source },
                targets: positions.map { code.ties[$0].target }, isDirected: stratum.isDirected)
            let switched = Rewiring.degreePreserving(graph, using: &random)
            replace(positions, in: &code, by: ends(switched))
        }
    }

    /// The ends of each edge, once.
    private func ends(_ graph: Graph) -> [(Int32, Int32)] {
        var ends: [(Int32, Int32)] = []
        for node in 0..<graph.nodeCount {
            for target in graph.outgoing.neighbours(of: node) where graph.isDirected || Int(target) > node {
                ends.append((Int32(node), target))
            }
        }
        return ends
    }

    /// Gives the ties of a stratum the new ends, in the order of both. What a tie is beside its ends
    /// (weight, dates) stays with its place among its source's; parallel ties, which the graph holds
    /// once and which stand next to each other, stay parallel.
    private func replace(_ positions: [Int], in code: inout TerritoryCode, by ends: [(Int32, Int32)]) {
        var next = -1
        var last: (Int32, Int32)?
        for position in positions {
            let own = (code.ties[position].source, code.ties[position].target)
            guard own.0 != own.1 else { continue }
            if last.map({ $0 != own }) ?? true {
                last = own
                next += 1
            }
            (code.ties[position].source, code.ties[position].target) = ends[next]
        }
    }

    private func switchEvents(_ code: inout TerritoryCode, _ random: inout RandomSource) {
        var memberships: [TerritoryCode.Membership] = []
        for stratum in 0..<9 {
            let rows = code.memberships.filter { row in
                let event = code.events[Int(row.event)]
                let group = event.isPooled ? 2 : code.isOfLearning(event) ? 1 : 0
                return 3 * group + side(row.actor) == stratum
            }
            let taking = rows.filter { scenario.window.holds(code.events[Int($0.event)]) }
            memberships += rows.filter { !scenario.window.holds(code.events[Int($0.event)]) }
            var events = [[Int32]](repeating: [], count: code.actors.count)
            // How many of a collective took part goes with the collective.
            var counts = [[Double]](repeating: [], count: code.actors.count)
            for row in taking.once() {
                events[Int(row.actor)].append(row.event)
                counts[Int(row.actor)].append(row.count)
            }
            let actors = events.indices.filter { !events[$0].isEmpty }
            let switched = Curveball.randomised(actors.map { events[$0] }, using: &random)
            for (place, actor) in actors.enumerated() {
                memberships += zip(switched[place].sorted(), counts[actor]).map { event, count in
                    .init(actor: Int32(actor), event: event, count: count)
                }
            }
        }
        code.memberships = memberships
    }

    private func permuteKinds(_ code: inout TerritoryCode, _ random: inout RandomSource) {
        let actors = code.actors.indices.filter { scenario.isInside[$0] }
        var kinds = actors.map { (code.actors[$0].kind, code.actors[$0].isCitizen) }
        kinds.shuffle(using: &random)
        for (actor, kind) in zip(actors, kinds) { (code.actors[actor].kind, code.actors[actor].isCitizen) = kind }
    }

    private func permuteDates(_ code: inout TerritoryCode, _ random: inout RandomSource) {
        for layer in code.layers.indices {
            let ties = code.ties.indices.filter { Int(code.ties[$0].layer) == layer }
            var dates = ties.map { (code.ties[$0].since, code.ties[$0].until) }
            dates.shuffle(using: &random)
            for (tie, date) in zip(ties, dates) { (code.ties[tie].since, code.ties[tie].until) = date }
        }
        var dates = code.events.map { ($0.since, $0.until) }
        dates.shuffle(using: &random)
        for (event, date) in dates.enumerated() { (code.events[event].since, code.events[event].until) = date }
    }
}
