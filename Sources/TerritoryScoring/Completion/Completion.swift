import GraphKernels
import NetworkModel
import Vocabulary

/// What may be missing of a territory: fitted once, drawn in every draw.
struct Completion: Sendable {
    private let arcs: CompletedTies
    private let events: CompletedEvents
    private let newcomers: Newcomers
    private let sampleCount: Int
    /// What of a territory the draws can change.
    let varying: Reads

    /// Nil where every absence is a denial, so that there is nothing to draw.
    init?(_ preparation: Preparation, _ observation: Observation) {
        guard observation.isPartial else { return nil }
        let code = preparation.code
        let actors = code.actors.indices.filter {
            preparation.scenario.nodeOf[$0] >= 0 && preparation.presence.actors[$0]
        }
        let newcomers = Newcomers(preparation, actors, observation.population)
        let frame = CompletionFrame(preparation, observation, actors, newcomers)
        let chains = CompletionChains(
            nodes: frame.nodes.count, draws: preparation.method.draws, seed: preparation.options.seed)
        let arcs = CompletedTies(preparation, frame, chains)
        let events = CompletedEvents(preparation, frame, chains)
        guard arcs.isPartial || events.isPartial || newcomers.count > 0 else { return nil }
        (self.arcs, self.events, self.newcomers, sampleCount) = (arcs, events, newcomers, chains.sampleCount)
        varying = arcs.varying.union(events.varying).union(newcomers.count > 0 ? .ties.union(.events) : [])
    }

    /// A scenario's territory with what a draw adds to it.
    func completed(
        _ scenario: Scenario, _ presence: inout Presence, _ method: ScoringMethod, _ random: inout RandomSource
    ) -> Scenario {
        let sample = random.below(sampleCount)
        var code = scenario.code
        newcomers.add(to: &code, &presence, &random)
        arcs.add(sample, to: &code, &presence, &random)
        events.add(sample, to: &code, &presence, &random)
        var fuller = Scenario(code, scenario.settings, method: method)
        fuller.calibration = scenario.calibration
        return fuller
    }

    /// Whether draws change who is there, so that nothing found without them still holds.
    var addsActors: Bool { newcomers.count > 0 }
}

/// How many Markov chains are run how long, and what each takes to have been told.
struct CompletionChains: Sendable {
    let told: [(quantile: Double, prominence: Double)]
    let burnIn: Int
    let kept: Int
    let apart: Int
    let seed: UInt64

    var sampleCount: Int { told.count * kept }

    /// A large territory leaves its rates less open, and costs more; few draws need few chains.
    init(nodes: Int, draws: Int, seed: UInt64) {
        let chains = min(nodes <= 300 ? 48 : 24, max(8, draws / 8))
        (burnIn, kept, apart) = nodes <= 300 ? (40, 4, 4) : (24, 4, 2)
        self.seed = Colour.mixed(seed ^ 0x0B5E)
        var random = RandomSource(seed: self.seed, part: 0)
        // One from each of equal strata, in an order of their own.
        var prominences = (0..<chains).map { (Double($0) + random.unit()) / Double(chains) }
        prominences.shuffle(using: &random)
        told = (0..<chains).map {
            (quantile: (Double($0) + random.unit()) / Double(chains), prominence: prominences[$0])
        }
    }
}

/// The actors of a completed territory as nodes: those that are listed, then those that are not.
struct CompletionFrame: Sendable {
    let observation: Observation
    /// Actors of the code; the unlisted ones are numbered behind it.
    let actors: [Int32]
    /// By actor of the code, its node; −1 where it has none.
    let nodeOf: [Int32]
    let nodes: [PartialArcs.Node]
    let blockIsInner: [Bool]
    let innerNodes: [Int32]
    private let ids: [String]

    init(_ preparation: Preparation, _ observation: Observation, _ listed: [Int], _ newcomers: Newcomers) {
        let (code, scenario) = (preparation.code, preparation.scenario)
        self.observation = observation
        var nodeOf = [Int32](repeating: -1, count: code.actors.count)
        for (node, actor) in listed.enumerated() { nodeOf[actor] = Int32(node) }
        self.nodeOf = nodeOf
        actors = listed.map(Int32.init) + (0..<newcomers.count).map { Int32(code.actors.count + $0) }
        // A block is a kind on one side of the perimeter.
        var blocks: [Int64: Int32] = [:]
        var blockIsInner: [Bool] = []
        func block(_ kind: Int32, _ isInner: Bool) -> Int32 {
            let key = Int64(kind) * 2 + (isInner ? 1 : 0)
            if let known = blocks[key] { return known }
            blocks[key] = Int32(blockIsInner.count)
            blockIsInner.append(isInner)
            return Int32(blockIsInner.count - 1)
        }
        nodes =
            listed.map { .init(block: block(code.actors[$0].kind, scenario.isInside[Int(scenario.nodeOf[$0])])) }
            + newcomers.kinds.map { .init(block: block($0, true), isListed: false) }
        self.blockIsInner = blockIsInner
        innerNodes = nodes.indices.filter { [nodes] in blockIsInner[Int(nodes[$0].block)] }.map(Int32.init)
        ids = listed.map { preparation.network.actors.id(at: code.actorRow[$0]) }
    }

    func isInner(_ node: Int32) -> Bool { blockIsInner[Int(nodes[Int(node)].block)] }

    /// By node, whether it was asked; nobody asked who is on no list.
    func asked(about what: String, _ direction: Respondent.Direction) -> [Bool] {
        observation.asked(ids, about: what, direction) + Array(repeating: false, count: nodes.count - ids.count)
    }
}
