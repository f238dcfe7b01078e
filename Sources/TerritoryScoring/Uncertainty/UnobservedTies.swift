import GraphKernels

/// Ties that nobody observed, drawn block by block: a block is two kinds of actors and one layer.
///
/// Where a share u of a block's ties is taken to be unobserved, m observed ones stand for
/// m·u/(1 − u) more on average, each between two random actors of those kinds.
struct UnobservedTies: Sendable {
    private struct Block: Hashable {
        let source: Int32
        let target: Int32
        let layer: UInt8
        let kind: Int32
    }

    /// A tie of the block, and how many there are, in canonical order.
    private let blocks: [(example: TerritoryCode.Tie, count: Int)]
    private let members: [Int32: [Int32]]

    init(_ preparation: Preparation) {
        let code = preparation.code
        var places: [Block: Int] = [:]
        var blocks: [(example: TerritoryCode.Tie, count: Int)] = []
        for (position, tie) in code.ties.enumerated() where preparation.presence.ties[position] {
            guard preparation.scenario.window.standing(of: tie)?.isPresent == true else { continue }
            let (source, target) = (code.actors[Int(tie.source)].kind, code.actors[Int(tie.target)].kind)
            let block = Block(source: source, target: target, layer: tie.layer, kind: tie.kind)
            if let place = places[block] {
                blocks[place].count += 1
            } else {
                places[block] = blocks.count
                blocks.append((tie, 1))
            }
        }
        self.blocks = blocks
        var members: [Int32: [Int32]] = [:]
        for (position, actor) in code.actors.enumerated() { members[actor.kind, default: []].append(Int32(position)) }
        self.members = members
    }

    func added(
        to scenario: Scenario, _ presence: inout Presence, _ method: ScoringMethod, _ random: inout RandomSource
    ) -> Scenario {
        var code = scenario.code
        let share = method.unobservedShare
        for (example, count) in blocks {
            let sources = members[code.actors[Int(example.source)].kind] ?? []
            let targets = members[code.actors[Int(example.target)].kind] ?? []
            for _ in 0..<random.poisson(Double(count) * share / (1 - share)) {
                var tie = example
                (tie.source, tie.target) = (sources[random.below(sources.count)], targets[random.below(targets.count)])
                (tie.since, tie.until, tie.status, tie.fact) = (nil, nil, .active, -1)
                (tie.weight, tie.amount, tie.college) = (1, nil, -1)
                code.ties.append(tie)
                presence.ties.append(true)
            }
        }
        code.coverTies()
        var fuller = Scenario(code, scenario.settings)
        fuller.calibration = scenario.calibration
        fuller.overlapCalibration = scenario.overlapCalibration
        return fuller
    }
}
