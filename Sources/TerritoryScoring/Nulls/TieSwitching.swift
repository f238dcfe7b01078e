import GraphKernels

/// A situation's ties with other ends by chance, every actor keeping how many it has.
///
/// What is switched are the ties that indicators read, between the nodes between which they read them: a row that
/// tells again what another does goes with it, and neither what passes inside one organisation or group nor what is
/// not there moves at all. No drawn tie lies within a group.
struct TieSwitching: Sendable {
    /// Some of the links of one column, and what of them moves as one.
    private struct Moving: Sendable {
        let bundles: TieBundles
        let links: [Scenario.Link]
        let start: RewiringStart
    }

    private var knowledge: Moving?
    private var interaction: [SwitchedTies: [Moving]] = [:]
    /// By tie of the code, the rows that tell the same fact of the same two.
    private var repeats: [Int32: [Int32]] = [:]
    /// By node, an actor that stands for it and is there.
    private let actors: [Int32]

    init(_ situation: Situation) {
        let scenario = situation.scenario
        var actors = (0..<Int32(scenario.nodeCount)).map { situation.presence.actors[Int($0)] ? $0 : -1 }
        for (actor, node) in scenario.nodeOf.enumerated()
        where node >= 0 && actors[Int(node)] < 0 && situation.presence.actors[actor] {
            actors[Int(node)] = Int32(actor)
        }
        self.actors = actors
        let (read, present) = (scenario.knowledge, situation.interaction.map { Int($0) })
        let links = scenario.interaction
        let nodes = Set(scenario.nodeOf).subtracting([-1])
        let groups = Set(nodes.map { scenario.groupOf[Int($0)] })
        let field = Field(
            nodeCount: scenario.nodeCount, groups: groups.count == nodes.count ? [] : scenario.groupOf)
        knowledge = Self.moving(
            read, situation.knowledge.map { Int($0) }, field,
            sides: scenario.isInside.indices.map { scenario.isInside[$0] ? 0 : scenario.isOutside[$0] ? 1 : 2 }
        ) { read[$0].isDirected }
        interaction[.pairs] = [Self.moving(links, present, field) { _ in false }]
        interaction[.arcs] = [Self.moving(links, present.filter { links[$0].arc >= 0 }, field) { _ in true }]
        interaction[.layers] = situation.code.layers.indices.map { layer in
            Self.moving(links, present.filter { Int(links[$0].layer) == layer }, field) { _ in false }
        }
        repeats = Self.repeats(situation)
    }

    /// The nodes between which ties move.
    private struct Field {
        let nodeCount: Int
        /// By node; empty where every node is a group of its own.
        let groups: [Int32]
    }

    /// - Parameter sides: by node; empty: all of one side.
    private static func moving(
        _ links: [Scenario.Link], _ places: [Int], _ field: Field, sides: [UInt8] = [], isArc: (Int) -> Bool
    ) -> Moving {
        let bundles = TieBundles(
            nodeCount: field.nodeCount, positions: places, sources: links.map(\.source),
            targets: links.map(\.target), joinsSorts: false, isArc: isArc)
        return Moving(
            bundles: bundles, links: links, start: RewiringStart(bundles.graph, sides: sides, groups: field.groups))
    }

    private struct Fact: Hashable {
        let number: Int32
        let pair: Scenario.Pair
    }

    private static func repeats(_ situation: Situation) -> [Int32: [Int32]] {
        let (code, nodeOf) = (situation.code, situation.scenario.nodeOf)
        var rows: [Fact: [Int32]] = [:]
        for (row, tie) in code.ties.enumerated() where tie.fact >= 0 {
            let (source, target) = (nodeOf[Int(tie.source)], nodeOf[Int(tie.target)])
            let pair = Scenario.Pair(low: min(source, target), high: max(source, target))
            rows[Fact(number: tie.fact, pair: pair), default: []].append(Int32(row))
        }
        var repeats: [Int32: [Int32]] = [:]
        for link in situation.scenario.knowledge + situation.scenario.interaction {
            let pair = Scenario.Pair(low: min(link.source, link.target), high: max(link.source, link.target))
            let told = rows[Fact(number: code.ties[Int(link.tie)].fact, pair: pair)] ?? []
            if told.count > 1 { repeats[link.tie] = told.filter { $0 != link.tie } }
        }
        return repeats
    }

    /// The code with its ties switched.
    ///
    /// - Complexity: O(10 · ties).
    func drawn(_ code: TerritoryCode, _ union: SwitchedTies, _ random: inout RandomSource) -> TerritoryCode {
        var code = code
        // Who is tied by knowledge is asked once, beside the pairs of interaction.
        for moving in (union == .pairs ? [knowledge].compactMap { $0 } : []) + (interaction[union] ?? []) {
            for row in moving.bundles.following(moving.start.drawn(using: &random)) {
                let link = moving.links[row.row]
                for tie in [link.tie] + (repeats[link.tie] ?? []) { move(Int(tie), of: link, to: row, &code) }
            }
        }
        return code
    }

    /// An end that stays is the actor that it was, of those that a node stands for.
    private func move(_ tie: Int, of link: Scenario.Link, to row: TieBundles.Drawn, _ code: inout TerritoryCode) {
        if row.source != link.source { code.ties[tie].source = actors[Int(row.source)] }
        if row.target != link.target { code.ties[tie].target = actors[Int(row.target)] }
    }
}
