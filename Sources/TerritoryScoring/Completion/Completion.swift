import GraphKernels
import NetworkModel
import Vocabulary

/// What may be missing of a territory: fitted once, drawn in every draw.
struct Completion: Sendable {
    private let arcs: CompletedTies
    private let events: CompletedEvents
    private let newcomers: Newcomers
    private let followUps: FollowUps?
    private let conversion: ConversionDonors?
    private let toldConversion: ToldConversion?
    private let chains: CompletionChains
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
        var chains = CompletionChains(
            nodes: frame.nodes.count, draws: preparation.method.draws, seed: preparation.options.seed)
        let arcs = CompletedTies(preparation, frame, chains)
        if let told = arcs.told { chains.told = told }
        let events = CompletedEvents(preparation, frame, chains)
        guard arcs.isPartial || events.isPartial || newcomers.count > 0 else { return nil }
        toldConversion = ToldConversion(preparation)
        followUps =
            toldConversion == nil
            ? FollowUps(preparation, CompletedTies.told(preparation), isTold: frame.receivesAreKnown) : nil
        conversion = frame.asksAboutKnowledge ? ConversionDonors(preparation, isAsked: frame.receivesAreKnown) : nil
        (self.arcs, self.events, self.newcomers, self.chains) = (arcs, events, newcomers, chains)
        varying = arcs.varying.union(events.varying).union(newcomers.count > 0 ? .ties.union(.events) : [])
    }

    /// Any point of the posterior.
    func sample(_ random: inout RandomSource) -> Int { random.below(chains.sampleCount) }

    /// The Markov chain that it comes from.
    func chain(of sample: Int) -> Int32 { Int32(sample / chains.kept) }

    /// A scenario's territory with what a draw adds to it.
    ///
    /// - Parameters:
    ///   - sample: a point of the posterior.
    ///   - lost: rows of participation that are not there in this draw.
    func completed(
        _ scenario: Scenario, _ sample: Int, without lost: Set<Int> = [], _ presence: inout Presence,
        _ random: inout RandomSource
    ) -> Scenario {
        var code = scenario.code
        code.loseSeats(lost)
        newcomers.add(to: &code, &presence, &random)
        arcs.add(sample, to: &code, &presence, &random)
        events.add(sample, to: &code, &presence, &random)
        followUps?.date(&code, from: scenario.code.ties.count, scenario, &random)
        var completed = scenario.redrawn(code, varying)
        completed.hiddenConversion =
            conversion?.drawn(completed.nodeCount, &random)
            ?? toldConversion?.drawn(
                completed.nodeCount, quantile: chains.told[Int(chain(of: sample))].quantile,
                exposures: completed.exposures.count, &random)
        return completed
    }

    /// Whether draws change who is there, so that nothing found without them still holds.
    var addsActors: Bool { newcomers.count > 0 }
}

extension Scenario {
    /// Finds what closure and overlap chance gives in territories as draws complete them: in the few ties that were
    /// shown it is another one, which would bend every draw. Where all that was asked for was shown, it is what it is
    /// without a completion.
    mutating func calibrate(_ presence: Presence, _ completion: Completion?) {
        guard let completion else { return calibrate(presence) }
        var (looks, presences): ([Scenario], [Presence]) = ([], [])
        let count = 2
        for number in 0..<count {
            var random = RandomSource(seed: 0xCA11, part: number)
            var fuller = presence
            looks.append(completion.completed(self, completion.sample(&random), &fuller, &random))
            presences.append(fuller)
        }
        let isWhole = looks.allSatisfy {
            $0.code.ties.count == code.ties.count && $0.code.memberships.count == code.memberships.count
        }
        guard !isWhole else { return calibrate(presence) }
        for place in looks.indices { looks[place].calibrate(presences[place], looks: count) }
        func mean(_ value: (Scenario) -> Double) -> Double {
            looks.reduce(0) { $0 + value($1) } / Double(looks.count)
        }
        calibration.ties = mean(\.calibration.ties)
        calibration.events = mean(\.calibration.events)
        overlapCalibration = mean(\.overlapCalibration)
    }
}

/// How many Markov chains are run how long, and what each takes to have been told.
struct CompletionChains: Sendable {
    var told: [(quantile: Double, prominence: Double)]
    let burnIn: Int
    let kept: Int
    let apart: Int
    let seed: UInt64

    var sampleCount: Int { told.count * kept }

    /// A large territory leaves its rates less open, and costs more; few draws need few chains.
    init(nodes: Int, draws: Int, seed: UInt64) {
        let chains = min(nodes <= 300 ? 48 : 24, max(8, draws / 8))
        (burnIn, kept, apart) = nodes <= 300 ? (36, 10, 2) : (24, 4, 2)
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

/// The actors of a completed territory as nodes: those that are listed, an organisation or group as one on its side of
/// the perimeter where it is read as one, then those that are not listed.
struct CompletionFrame: Sendable {
    let observation: Observation
    /// By node, the actor of the code that gets its ties; the unlisted ones are numbered behind it.
    let actors: [Int32]
    /// By actor of the code, its node; −1 where it has none.
    let nodeOf: [Int32]
    let nodes: [PartialArcs.Node]
    let blockIsInner: [Bool]
    let innerNodes: [Int32]
    /// By node, the ids of its actors.
    private let ids: [[String]]
    /// By listed node, whether it was asked what knowledge it receives.
    private let knowledgeAsked: [Bool]

    init(_ preparation: Preparation, _ observation: Observation, _ listed: [Int], _ newcomers: Newcomers) {
        let (code, scenario) = (preparation.code, preparation.scenario)
        self.observation = observation
        var nodeOf = [Int32](repeating: -1, count: code.actors.count)
        var members: [[Int]] = []
        var places: [Int32: Int32] = [:]
        for actor in listed {
            let entity = scenario.nodeOf[actor]
            let node = places[entity] ?? Int32(members.count)
            if places.updateValue(node, forKey: entity) == nil { members.append([]) }
            members[Int(node)].append(actor)
            nodeOf[actor] = node
        }
        self.nodeOf = nodeOf
        // The head of a group, where it is there.
        let heads = members.map { own in own.first { Int(scenario.nodeOf[$0]) == $0 } ?? own[0] }
        actors = heads.map(Int32.init) + (0..<newcomers.count).map { Int32(code.actors.count + $0) }
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
            heads.map { .init(block: block(code.actors[$0].kind, scenario.isInside[Int(scenario.nodeOf[$0])])) }
            + newcomers.kinds.map { .init(block: block($0, true), isListed: false) }
        self.blockIsInner = blockIsInner
        innerNodes = nodes.indices.filter { [nodes] in blockIsInner[Int(nodes[$0].block)] }.map(Int32.init)
        let ids = members.map { own in own.map { preparation.network.actors.id(at: code.actorRow[$0]) } }
        self.ids = ids
        let known = observation.askedIDs(about: Layer.knowledge.rawValue, .in)
        knowledgeAsked = ids.map { $0.contains(where: known.contains) }
    }

    /// Whether it was asked for knowledge, so that some tell all of theirs and the others nothing.
    var asksAboutKnowledge: Bool {
        let how = observation.surveys[Layer.knowledge.rawValue]?.how
        return how == .roster || how == .recall
    }

    /// Whether what an actor of the code receives of knowledge is known, or known for a share like everyone's.
    func receivesAreKnown(_ actor: Int32) -> Bool {
        guard observation.surveys[Layer.knowledge.rawValue] != nil else { return false }
        guard asksAboutKnowledge else { return true }
        let node = nodeOf[Int(actor)]
        return node >= 0 && knowledgeAsked[Int(node)]
    }

    func isInner(_ node: Int32) -> Bool { blockIsInner[Int(nodes[Int(node)].block)] }

    /// By node, whether it was asked, for an organisation whether one of its parts was; nobody asked who is on no list.
    ///
    /// - Parameter outer: whether about ties across the perimeter: those outside are asked about partners inside.
    func asked(about what: String, _ direction: Respondent.Direction, outer: Bool = false) -> [Bool] {
        let (inside, outside) = (
            observation.askedIDs(about: what, direction), observation.askedIDs(about: what, direction, outside: true)
        )
        return nodes.indices.map { node in
            guard node < ids.count else { return false }
            let asked = outer && isInner(Int32(node)) ? outside : inside
            return ids[node].contains(where: asked.contains)
        }
    }
}
