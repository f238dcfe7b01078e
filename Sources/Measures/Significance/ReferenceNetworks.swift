import GraphKernels
import NetworkModel
import Vocabulary

/// Random networks of a null model beside one view.
///
/// A draw is the view's own columns with other ends, frozen into a graph: nothing is validated anew.
struct ReferenceNetworks: Sendable {
    private let model: ReferenceModel
    private let context: MeasureContext
    /// What ties actors but shared events, and the same layer by layer.
    private let whole: TieBundles
    private let layers: [TieBundles]
    /// Where the view ties those who share an event.
    private let events: SharedEvents?
    private let grouping: Grouping?

    private var view: NetworkView { context.view }

    /// - Throws: `MilieuError` where the model does not fit the view.
    init(_ model: ReferenceModel, _ context: MeasureContext) throws(MilieuError) {
        try model.require(context)
        self.model = model
        self.context = context
        let (view, network) = (context.view, context.network)
        var (ties, ofLayers): ([Int], [Layer: [Int]]) = ([], [:])
        for row in 0..<view.tieCount {
            switch view.origins[row] {
            case .tie(let position):
                ties.append(row)
                ofLayers[network.tieKinds[network.ties.kind(at: position)].layer, default: []].append(row)
            case .participation: ties.append(row)
            case .sharedEvent: break
            }
        }
        func bundles(_ rows: [Int]) -> TieBundles {
            TieBundles(nodeCount: view.nodes.count, positions: rows, sources: view.sources, targets: view.targets) {
                view.isDirected && (view.tieIsDirected.isEmpty || view.tieIsDirected[$0])
            }
        }
        whole = bundles(ties)
        layers = ofLayers.keys.sorted().map { bundles(ofLayers[$0] ?? []) }
        events = view.options.events == .projected ? try SharedEvents(view) : nil
        grouping = model == .groups ? try context.grouping() : nil
    }

    /// The values of measures in one random network; nil where it has none.
    ///
    /// - Parameter observed: what the measures are in the view.
    func values(
        of measures: [Measure], observed: [Double?], using random: inout RandomSource
    ) -> [Double?] {
        // Streams apart, so that no measure's draws depend on what else is asked.
        var (ofWhole, ofLayers) = (RandomSource(seed: random.next()), RandomSource(seed: random.next()))
        var (drawn, layered): (MeasureContext?, MeasureContext?)
        if measures.contains(where: { !$0.requirements.contains(.layers) }) { drawn = self.drawn(using: &ofWhole) }
        if measures.contains(where: { $0.requirements.contains(.layers) }) {
            layered = model == .groups ? context : drawnByLayer(using: &ofLayers)
        }
        return zip(measures, observed).map { measure, own in
            // Nothing but the groups has changed.
            if model == .groups, !measure.requirements.contains(.grouping) { return own }
            let network = measure.requirements.contains(.layers) ? layered : drawn
            return network.flatMap { try? measure.value(in: $0) }
        }
    }

    /// Nil where no network of the model was found.
    func drawn(using random: inout RandomSource) -> MeasureContext? {
        switch model {
        case .memberships: return participations(&random)
        case .groups: return regrouped(&random)
        case .size, .ties, .dyads, .degrees: break
        }
        guard let events else {
            return graph(whole, beside: nil, &random).map { made(whole.dealt(to: $0, using: &random)) }
        }
        let overlap = whole.graph.census(on: events.pairs)
        // Some participations leave the other ties no room for their overlap.
        for _ in 0..<Self.attempts {
            let members = events.members(model, using: &random)
            let beside = Beside(PairSet(sharing: members), keeping: overlap)
            guard let graph = graph(whole, beside: beside, &random) else { continue }
            return made(whole.dealt(to: graph, using: &random) + events.ties(members))
        }
        return nil
    }

    private static let attempts = 20

    /// Every layer drawn on its own.
    func drawnByLayer(using random: inout RandomSource) -> MeasureContext? {
        var rows: [TieBundles.Drawn] = []
        for layer in layers {
            guard let graph = graph(layer, beside: nil, &random) else { return nil }
            rows += layer.dealt(to: graph, using: &random)
        }
        return made(rows)
    }

    private func graph(_ bundles: TieBundles, beside: Beside?, _ random: inout RandomSource) -> MixedGraph? {
        let (observed, count) = (bundles.graph, view.nodes.count)
        switch model {
        case .size:
            return UniformGraph.ofSize(
                count, hasEdges: !observed.edges.isEmpty, hasArcs: !observed.arcs.isEmpty, using: &random)
        case .ties:
            return UniformGraph.ofTies(
                count, edges: observed.edges.count, arcs: observed.arcs.count, beside: beside, using: &random)
        case .dyads:
            let census = observed.census()
            return UniformGraph.ofDyads(
                count, edges: census.edges, mutual: census.mutual, asymmetric: census.asymmetric, beside: beside,
                using: &random)
        case .degrees:
            guard let beside else { return Rewiring.degreePreserving(observed, using: &random) }
            return Rewiring.degreePreserving(observed, beside: beside, using: &random)
        case .memberships, .groups: return nil
        }
    }

    private func made(_ rows: [TieBundles.Drawn]) -> MeasureContext {
        MeasureContext(
            view.retied(like: rows.map(\.row), sources: rows.map(\.source), targets: rows.map(\.target)),
            options: context.options)
    }

    /// How many of a collective took part goes with the collective.
    private func participations(_ random: inout RandomSource) -> MeasureContext {
        let actorCount = view.actorCount
        var events = [[Int32]](repeating: [], count: actorCount)
        for edge in whole.graph.edges { events[Int(edge.source)].append(edge.target) }
        let traded = Curveball.randomised(events, using: &random)
        var next = traded.map { row in row.shuffled(using: &random) }
        let edges = whole.graph.edges.map { edge in
            MixedGraph.Ends(edge.source, next[Int(edge.source)].removeLast())
        }
        return made(whole.following(MixedGraph(nodeCount: view.nodes.count, edges: edges)))
    }

    private func regrouped(_ random: inout RandomSource) -> MeasureContext? {
        guard let grouping else { return nil }
        var groups = grouping.groupOf
        let known = groups.indices.filter { groups[$0] >= 0 }
        let shuffled = known.map { groups[$0] }.shuffled(using: &random)
        for (place, group) in zip(known, shuffled) { groups[place] = group }
        return MeasureContext(context, grouping: Grouping(labels: grouping.labels, groupOf: groups))
    }
}

/// Who was at which event, where a view ties those who shared one.
private struct SharedEvents: Sendable {
    /// Those tied by an event in the view.
    let pairs: PairSet
    /// By actor: the events, numbered from 0.
    private let events: [[Int32]]
    private let sizes: [Int]
    /// A tie of the view that each event makes; nil where one actor was there alone.
    private let examples: [Int?]

    init(_ view: NetworkView) throws(MilieuError) {
        var options = view.options
        options.events = .twoMode
        let seats = try view.network.view(options)
        var numbers: [Int: Int32] = [:]
        var events = [Set<Int32>](repeating: [], count: view.nodes.count)
        for row in 0..<seats.tieCount {
            guard case .event(let event) = seats.nodes[Int(seats.targets[row])] else { continue }
            let number = numbers[event] ?? Int32(numbers.count)
            numbers[event] = number
            events[Int(seats.sources[row])].insert(number)
        }
        self.events = events.map { $0.sorted() }
        var examples = [Int?](repeating: nil, count: numbers.count)
        for row in 0..<view.tieCount {
            guard case .sharedEvent(let event) = view.origins[row], let number = numbers[event] else { continue }
            examples[Int(number)] = examples[Int(number)] ?? row
        }
        self.examples = examples
        let members = Self.members(self.events, numbers.count)
        sizes = members.map(\.count)
        pairs = PairSet(sharing: members)
    }

    private static func members(_ events: [[Int32]], _ count: Int) -> [[Int32]] {
        var members = [[Int32]](repeating: [], count: count)
        for (actor, row) in events.enumerated() { for event in row { members[Int(event)].append(Int32(actor)) } }
        return members
    }

    /// Who takes part in each event of a random network: every event keeps its size, and where degrees
    /// are kept every actor its number of events.
    func members(_ model: ReferenceModel, using random: inout RandomSource) -> [[Int32]] {
        guard model == .degrees else {
            return UniformGraph.ofRowLengths(sizes, nodeCount: events.count, using: &random)
        }
        return Self.members(Curveball.randomised(events, using: &random), sizes.count)
    }

    func ties(_ members: [[Int32]]) -> [TieBundles.Drawn] {
        var rows: [TieBundles.Drawn] = []
        for (actors, example) in zip(members, examples) {
            guard let example else { continue }
            for (place, one) in actors.enumerated() {
                for other in actors[..<place] { rows.append(.init(row: example, source: other, target: one)) }
            }
        }
        return rows
    }
}
