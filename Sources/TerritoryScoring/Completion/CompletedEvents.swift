import GraphKernels
import NetworkModel
import Vocabulary

/// Parts in events and pooled resources that may have been taken unobserved, and events that nobody told of.
struct CompletedEvents: Sendable {
    private let frame: CompletionFrame
    private let models: [Model]
    let varying: Reads

    private struct Model: Sendable {
        let completion: SeatCompletion
        /// Events of the code.
        let events: [Int32]
        /// What unseen ones are like of which none was seen.
        let template: TerritoryCode.Event?
    }

    var isPartial: Bool { !models.isEmpty }

    init(_ preparation: Preparation, _ frame: CompletionFrame, _ chains: CompletionChains) {
        self.frame = frame
        let code = preparation.code
        var models: [Model] = []
        var varying: Reads = []
        for sort in Sort.allCases {
            guard let survey = sort.survey(frame.observation) else { continue }
            let hasUnlisted = frame.nodes.contains { !$0.isListed }
            guard survey.how != .census || hasUnlisted else { continue }
            let events = code.events.indices.filter { position in
                let event = code.events[position]
                return Sort(event, code) == sort && preparation.presence.events[position]
                    && event.status != .planned && event.status != .potential
            }.map(Int32.init)
            let template = events.isEmpty ? sort.template(preparation) : nil
            guard !events.isEmpty || template != nil else { continue }
            models.append(
                Model(
                    completion: SeatCompletion(
                        Self.partial(sort, survey, events, preparation, frame), told: chains.told,
                        burnIn: chains.burnIn,
                        kept: chains.kept, apart: chains.apart,
                        seed: Colour.mixed(chains.seed ^ UInt64(sort.rawValue + 1))),
                    events: events, template: template))
            varying.formUnion(sort == .learning ? .knowledgeEvents : .interactionEvents)
        }
        (self.models, self.varying) = (models, varying)
    }

    private enum Sort: Int, CaseIterable {
        case learning, other, pooled

        init(_ event: TerritoryCode.Event, _ code: TerritoryCode) {
            self = event.isPooled ? .pooled : code.isOfLearning(event) ? .learning : .other
        }

        /// An event of the first kind of this sort that the dataset knows, of which nobody says when it was.
        func template(_ preparation: Preparation) -> TerritoryCode.Event? {
            guard let how = survey(preparation.observation)?.how, how != .census else { return nil }
            let code = preparation.code
            let kinds = preparation.network.eventKinds.sorted { $0.id < $1.id }
            for (place, kind) in kinds.enumerated() {
                guard let layer = code.layers.firstIndex(of: kind.layer) else { continue }
                let event = TerritoryCode.Event(
                    kind: Int32(place), layer: UInt8(clamping: layer), isPooled: kind.isPooled, status: .active)
                if Sort(event, code) == self { return event }
            }
            return nil
        }

        func survey(_ observation: Observation) -> Survey? {
            switch self {
            case .learning: observation.surveys["events"] ?? observation.surveys[Layer.knowledge.rawValue]
            case .other: observation.surveys["events"]
            case .pooled: observation.surveys["pooled_resources"]
            }
        }
    }

    private static func partial(
        _ sort: Sort, _ survey: Survey, _ events: [Int32], _ preparation: Preparation, _ frame: CompletionFrame
    ) -> PartialSeats {
        let what = sort == .pooled ? "pooled_resources" : "events"
        var place: [Int32: Int32] = [:]
        for (position, event) in events.enumerated() { place[event] = Int32(position) }
        // Who came from outside is taken as told: those inside who are asked tell of themselves.
        var inner = [Int32](repeating: -1, count: frame.nodes.count)
        for (position, node) in frame.innerNodes.enumerated() { inner[Int(node)] = Int32(position) }
        let seats = preparation.code.memberships.compactMap { row -> PartialSeats.Seat? in
            let node = frame.nodeOf[Int(row.actor)]
            guard node >= 0, inner[Int(node)] >= 0, let event = place[row.event] else { return nil }
            return .init(node: inner[Int(node)], event: event)
        }
        let (out, into) = (frame.asked(about: what, .out), frame.asked(about: what, .in))
        let asked = frame.innerNodes.map { out[Int($0)] || into[Int($0)] }
        let sight: PartialSeats.Sight =
            switch survey.how {
            case .census: .whole
            case .roster: .nodes(asked: asked, detection: survey.share ?? 1...1)
            case .recall: .nodes(asked: asked, detection: survey.share ?? preparation.method.recallChance)
            // Documents that say nothing of a sort may be silent on it altogether, unless it is stated what they tell.
            case .documents: .share(survey.share ?? (events.isEmpty ? 0...0 : preparation.method.documentsShare))
            }
        return PartialSeats(
            nodes: frame.innerNodes.map { frame.nodes[Int($0)] }, blockCount: frame.blockIsInner.count,
            isComplete: events.map { preparation.code.events[Int($0)].isComplete }, seats: seats, sight: sight)
    }

    func add(_ sample: Int, to code: inout TerritoryCode, _ presence: inout Presence, _ random: inout RandomSource) {
        guard !models.isEmpty else { return }
        var rows: [TerritoryCode.Membership] = []
        func add(_ node: Int32, _ event: Int32) {
            let actor = frame.actors[Int(frame.innerNodes[Int(node)])]
            rows.append(.init(actor: actor, event: event, count: Double(code.actors[Int(actor)].members ?? 1)))
        }
        for model in models {
            let drawn = model.completion.drawn(sample, using: &random)
            for seat in drawn.seats { add(seat.node, model.events[Int(seat.event)]) }
            for nodes in drawn.unseen {
                // Like one that was seen, but for who was there.
                var event =
                    model.template ?? code.events[Int(model.events[random.below(model.events.count)])]
                (event.participants, event.isComplete) = (nil, false)
                code.events.append(event)
                presence.events.append(true)
                for node in nodes { add(node, Int32(code.events.count - 1)) }
            }
        }
        code.memberships = (code.memberships + rows).sorted {
            ($0.actor, $0.event, $0.count) < ($1.actor, $1.event, $1.count)
        }
    }
}
