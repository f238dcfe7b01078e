import GraphKernels
import NetworkModel
import Vocabulary

/// Ties that may be there unobserved.
struct CompletedTies: Sendable {
    private let model: ArcCompletion?
    private let frame: CompletionFrame
    private let donors: Donors
    /// What a source tells that it is not there, in nodes and kinds of the code.
    private let denied: Set<PartialArcs.Arc>
    let varying: Reads

    var isPartial: Bool { model != nil }

    /// By chain, what ties say of the share told.
    var told: [(quantile: Double, prominence: Double)]? { model?.told }

    init(_ preparation: Preparation, _ frame: CompletionFrame, _ chains: CompletionChains) {
        self.frame = frame
        let code = preparation.code
        // As the code numbers them.
        let kinds = preparation.network.tieKinds.sorted { $0.id < $1.id }
        let (sorts, sights) = Self.sorts(of: kinds, preparation, frame)
        // By the code's kind: that of the model within the perimeter, and across it.
        var places: [Int32: [Bool: Int32]] = [:]
        for (position, sort) in sorts.enumerated() {
            for kind in sort.kinds { places[kind, default: [:]][sights[position].isOuter] = Int32(position) }
        }
        func ends(_ source: Int32, _ target: Int32) -> (Int32, Int32)? {
            let (source, target) = (frame.nodeOf[Int(source)], frame.nodeOf[Int(target)])
            guard source >= 0, target >= 0, frame.isInner(source) || frame.isInner(target) else { return nil }
            return (source, target)
        }
        var arcs: [PartialArcs.Arc] = []
        var rows: [(arc: PartialArcs.Arc, tie: Int)] = []
        for position in Self.told(preparation) {
            let tie = code.ties[position]
            guard let (source, target) = ends(tie.source, tie.target),
                let place = places[tie.kind]?[!(frame.isInner(source) && frame.isInner(target))]
            else { continue }
            let arc = PartialArcs.Arc(source: source, target: target, kind: place)
            arcs.append(arc)
            rows.append((arc, position))
        }
        denied = Set(
            code.denials.flatMap { denial -> [PartialArcs.Arc] in
                guard let (source, target) = ends(denial.source, denial.target) else { return [] }
                let arc = PartialArcs.Arc(source: source, target: target, kind: denial.kind)
                return kinds[Int(denial.kind)].isDirected
                    ? [arc] : [arc, .init(source: target, target: source, kind: denial.kind)]
            })
        donors = Donors(preparation, frame, sorts, rows)
        let hasHidden = frame.nodes.contains { !$0.isListed } || sights.contains { $0.sight != .whole }
        guard hasHidden, !sorts.isEmpty else {
            (model, varying) = (nil, [])
            return
        }
        model = ArcCompletion(
            PartialArcs(nodes: frame.nodes, blockIsInner: frame.blockIsInner, kinds: sights, arcs: arcs),
            told: chains.told, burnIn: chains.burnIn, kept: chains.kept, apart: chains.apart, seed: chains.seed)
        var varying: Reads = []
        for (sort, sight) in zip(sorts, sights)
        where sight.sight != .whole || frame.nodes.contains(where: { !$0.isListed }) {
            varying.formUnion(sort.layer == .knowledge ? .knowledgeTies : .otherTies)
        }
        self.varying = varying
    }

    /// Ties that are read as ties of the milieu, whatever their dates: none inside an organisation or group, and of
    /// the rows that tell one fact of the same two, the surest.
    static func told(_ preparation: Preparation) -> [Int] {
        let (code, scenario) = (preparation.code, preparation.scenario)
        var positions: [Int] = []
        var facts: [[Int32]: Int] = [:]
        func sureness(_ position: Int) -> (Int, Int, Double, Int) {
            let tie = code.ties[position]
            let standing: Standing =
                switch tie.status {
                case .active, .past, .planned: .active
                case .unknown: .untold
                case .dormant: .dormant
                case .potential: .potential
                }
            return code.sureness(tie, standing)
        }
        for (position, tie) in code.ties.enumerated() {
            let (source, target) = (scenario.nodeOf[Int(tie.source)], scenario.nodeOf[Int(tie.target)])
            guard preparation.presence.ties[position], !tie.isExtra, tie.status != .planned, source >= 0, target >= 0,
                scenario.groupOf[Int(tie.source)] != scenario.groupOf[Int(tie.target)]
            else { continue }
            let fact = [tie.fact, min(source, target), max(source, target)]
            if tie.fact >= 0, let known = facts[fact] {
                if sureness(position) < sureness(positions[known]) { positions[known] = position }
            } else {
                if tie.fact >= 0 { facts[fact] = positions.count }
                positions.append(position)
            }
        }
        return positions
    }

    /// Kinds of one layer that are alike in direction: the score reads layers, and of which kind a drawn tie is its
    /// donor says. A layer's kinds told apart would make of each a model with hardly a tie to learn from, and the draws
    /// hang on how finely somebody coded.
    fileprivate struct Sort {
        let layer: Layer
        let isDirected: Bool
        /// As the code numbers them, in the order of their ids.
        var kinds: [Int32]
    }

    /// What was looked at, and how; `location` says where, and ties nobody.
    private static func sorts(
        of kinds: [TieKind], _ preparation: Preparation, _ frame: CompletionFrame
    ) -> ([Sort], [PartialArcs.Kind]) {
        let used = Set(preparation.code.ties.map(\.kind))
        let usedLayers = Set(used.map { kinds[Int($0)].layer })
        var sorts: [Sort] = []
        for (code, kind) in kinds.enumerated() where frame.observation.surveys[kind.layer.rawValue] != nil {
            // Of a layer in which nothing was found, its first kind stands for all.
            let isFound = usedLayers.contains(kind.layer)
            let stands = isFound ? used.contains(Int32(code)) : !sorts.contains { $0.layer == kind.layer }
            guard stands, kind.layer != .location else { continue }
            if let place = sorts.firstIndex(where: { $0.layer == kind.layer && $0.isDirected == kind.isDirected }) {
                sorts[place].kinds.append(Int32(code))
            } else {
                sorts.append(Sort(layer: kind.layer, isDirected: kind.isDirected, kinds: [Int32(code)]))
            }
        }
        var sides: [Sort] = []
        var sights: [PartialArcs.Kind] = []
        for sort in sorts {
            guard let survey = frame.observation.surveys[sort.layer.rawValue] else { continue }
            for isOuter in [false, true] where isOuter ? survey.asksOutside : survey.asksInside {
                let sight = sight(
                    survey, sort.layer.rawValue, isOuter, frame, preparation, isEmpty: !usedLayers.contains(sort.layer))
                sides.append(sort)
                sights.append(.init(isDirected: sort.isDirected, isOuter: isOuter, sight: sight))
            }
        }
        return (sides, sights)
    }

    private static func sight(
        _ survey: Survey, _ layer: String, _ isOuter: Bool, _ frame: CompletionFrame, _ preparation: Preparation,
        isEmpty: Bool
    ) -> PartialArcs.Sight {
        switch survey.how {
        case .census: return .whole
        case .roster, .recall:
            let recalled = DetectionRate(preparation, layer).range ?? preparation.method.recallChance
            return .ends(
                senders: frame.asked(about: layer, .out, outer: isOuter),
                receivers: frame.asked(about: layer, .in, outer: isOuter),
                detection: survey.share ?? (survey.how == .roster ? 1...1 : recalled))
        case .documents:
            // Documents that say nothing of a layer may be silent on it altogether, unless it is stated what they tell.
            return .share(survey.share ?? (isEmpty ? 0...0 : preparation.method.documentsShare))
        }
    }

    /// Ties of a draw, each with the status, dates, weight and all else of an observed one like it.
    func add(_ sample: Int, to code: inout TerritoryCode, _ presence: inout Presence, _ random: inout RandomSource) {
        guard let model else { return }
        let arcs = model.drawn(sample, using: &random)
        var weights = donors.weights
        for arc in arcs {
            let (source, target) = (frame.actors[Int(arc.source)], frame.actors[Int(arc.target)])
            var tie = donors.drawn(Int(arc.kind), frame.side(of: arc), &weights, &random)
            guard !denied.contains(.init(source: arc.source, target: arc.target, kind: tie.kind)) else { continue }
            let isTurned = !tie.isDirected && source > target
            (tie.source, tie.target) = isTurned ? (target, source) : (source, target)
            (tie.fact, tie.confidence) = (-1, 1)
            code.ties.append(tie)
            presence.ties.append(true)
        }
    }
}

/// Observed ties that lend drawn ones their kind and attributes, by sort and by the sides of their ends.
private struct Donors: Sendable {
    private let rows: [[TerritoryCode.Tie]]
    private let templates: [TerritoryCode.Tie]
    private let all: [TerritoryCode.Tie]
    /// Those of interaction.
    private let others: [TerritoryCode.Tie]
    /// By row of `rows`, the weight of colleges that none of its donors has: as many donors as are alone in theirs, and
    /// half a one (Good 1953: what was seen once tells how much was never seen); nil where none has a college.
    private let unseenColleges: [Double?]
    private let collegeCount: Int32
    private let knowledge: UInt8?

    init(
        _ preparation: Preparation, _ frame: CompletionFrame, _ sorts: [CompletedTies.Sort],
        _ arcs: [(arc: PartialArcs.Arc, tie: Int)]
    ) {
        let code = preparation.code
        var rows = [[TerritoryCode.Tie]](repeating: [], count: sorts.count * 4)
        for (arc, tie) in arcs {
            rows[Int(arc.kind) * 4 + frame.side(of: arc)].append(code.ties[tie])
        }
        // Where none was seen between these sides, those between others.
        for sort in sorts.indices {
            let any = (0..<4).flatMap { rows[sort * 4 + $0] }
            for side in 0..<4 where rows[sort * 4 + side].isEmpty { rows[sort * 4 + side] = any }
        }
        self.rows = rows
        unseenColleges = rows.map { own in
            let seen = Dictionary(grouping: own.map(\.college).filter { $0 >= 0 }) { $0 }
            return seen.isEmpty ? nil : Double(seen.values.count { $0.count == 1 }) + 0.5
        }
        collegeCount = (code.ties.map(\.college).max() ?? -1) + 1
        all = arcs.map { code.ties[$0.tie] }
        others = all.filter { $0.layer != code.knowledgeLayer }
        templates = sorts.map { sort in
            TerritoryCode.Tie(
                source: 0, target: 0, kind: sort.kinds[0],
                layer: UInt8(clamping: code.layers.firstIndex(of: sort.layer) ?? 0), isDirected: sort.isDirected,
                weight: 1,
                amount: nil, since: nil, until: nil, status: .active, confidence: 1, fact: -1, college: -1, seats: nil,
                contributors: nil)
        }
        knowledge = code.knowledgeLayer
    }

    /// A Bayesian bootstrap of the donors (Rubin 1981), drawn when first needed.
    struct Weights {
        /// By row, running sums of weights.
        fileprivate var sums: [[Double]]
        /// By row, the share of colleges that no donor has.
        fileprivate var unseen: [Double]
    }

    var weights: Weights { Weights(sums: rows.map { _ in [] }, unseen: rows.map { _ in 0 }) }

    func drawn(
        _ sort: Int, _ side: Int, _ weights: inout Weights, _ random: inout RandomSource
    ) -> TerritoryCode.Tie {
        let place = sort * 4 + side
        guard !rows[place].isEmpty else { return templates[sort] }
        if weights.sums[place].isEmpty {
            var sum = 0.0
            weights.sums[place] = rows[place].map { _ in
                sum -= naturalLogarithm(1 - random.unit())
                return sum
            }
            if let shape = unseenColleges[place] {
                let unseen = random.gamma(shape)
                weights.unseen[place] = unseen / (unseen + sum)
            }
        }
        let sums = weights.sums[place]
        let goal = random.unit() * sums[sums.count - 1]
        var (low, high) = (0, sums.count - 1)
        while low < high {
            let middle = (low + high) / 2
            if sums[middle] <= goal { low = middle + 1 } else { high = middle }
        }
        var tie = rows[place][low]
        // What has not been seen of this kind may be: with the weight of one donor, the dates of any tie.
        if !all.isEmpty, random.below(rows[place].count + 1) == 0 {
            let other = all[random.below(all.count)]
            (tie.since, tie.until) = (other.since, other.until)
        }
        // So may a status, with the weight of half a donor.
        if tie.layer != knowledge, !others.isEmpty, random.unit() * (Double(rows[place].count) + 0.5) < 0.5 {
            tie.status = others[random.below(others.count)].status
        }
        if tie.college >= 0, random.unit() < weights.unseen[place] {
            tie.college = collegeCount + Int32(random.below(2))
        }
        return tie
    }
}

extension CompletionFrame {
    /// On which sides of the perimeter an arc begins and ends, as one of four numbers.
    fileprivate func side(of arc: PartialArcs.Arc) -> Int {
        (isInner(arc.source) ? 0 : 2) + (isInner(arc.target) ? 0 : 1)
    }
}
