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

    private func side(_ actor: Int32) -> Int {
        scenario.isInside[Int(actor)] ? 0 : scenario.isOutside[Int(actor)] ? 1 : 2
    }

    /// Ties switch within their layer, those with a direction and those without apart, between the same
    /// sides of the perimeter. What a tie is beside its ends (weight, dates) stays with its place: with
    /// its source, where it has a direction; parallel ties stay parallel. As many ties with a direction as
    /// observed lie on pairs that are tied without one.
    private func switchTies(_ code: inout TerritoryCode, _ random: inout RandomSource) {
        let sides = code.actors.indices.map { UInt8(side(Int32($0))) }
        let (sources, targets) = (code.ties.map(\.source), code.ties.map(\.target))
        // In the order in which they come up; every tie of a layer, in order.
        var layers: [(layer: UInt8, positions: [Int])] = []
        for (position, tie) in code.ties.enumerated()
        where tie.source != tie.target && scenario.window.standing(of: tie)?.isPresent == true {
            if let known = layers.firstIndex(where: { $0.layer == tie.layer }) {
                layers[known].positions.append(position)
            } else {
                layers.append((tie.layer, [position]))
            }
        }
        for (_, positions) in layers {
            let bundles = TieBundles(
                nodeCount: code.actors.count, positions: positions, sources: sources, targets: targets,
                joinsSorts: false
            ) { code.ties[$0].isDirected }
            let switched = Rewiring.degreePreserving(bundles.graph, sides: sides, using: &random)
            for row in bundles.following(switched) {
                (code.ties[row.row].source, code.ties[row.row].target) = (row.source, row.target)
            }
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
