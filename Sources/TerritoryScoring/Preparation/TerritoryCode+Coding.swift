import NetworkModel
import Vocabulary

extension TerritoryCode {
    /// Codes a network.
    ///
    /// - Parameter extraTies: how many of the network's last ties belong to a counterfactual.
    /// - Complexity: O((actors + ties + participations) · rounds of refinement).
    init(_ network: Network, extraTies: Int = 0) {
        let coding = Coding(network, extraTies: extraTies)
        let order = CanonicalOrder(
            actorColours: coding.actors.map(coding.colour), eventColours: coding.events.map(coding.colour),
            links: coding.links)
        func place(_ order: [Int]) -> [Int32] {
            var places = [Int32](repeating: 0, count: order.count)
            for (place, row) in order.enumerated() { places[row] = Int32(place) }
            return places
        }
        let (actorPlace, eventPlace) = (place(order.actors), place(order.events))
        actors = order.actors.map { row in
            var actor = coding.actors[row]
            if actor.parent >= 0 { actor.parent = actorPlace[Int(actor.parent)] }
            return actor
        }
        events = order.events.map { coding.events[$0] }
        let placed = coding.ties.map { tie in
            var tie = tie
            (tie.source, tie.target) = (actorPlace[Int(tie.source)], actorPlace[Int(tie.target)])
            if !tie.isDirected, tie.source > tie.target { swap(&tie.source, &tie.target) }
            return tie
        }
        // A counterfactual's ties come last, so that the others keep the streams that they have alone.
        let own = placed.indices.prefix(placed.count - extraTies).sorted {
            (placed[$0].source, placed[$0].target, coding.tieColours[$0], $0)
                < (placed[$1].source, placed[$1].target, coding.tieColours[$1], $1)
        }
        tieRow = own + placed.indices.suffix(extraTies)
        ties = tieRow.map { placed[$0] }
        memberships = network.participation.map { row in
            Membership(
                actor: actorPlace[row.actor], event: eventPlace[row.event],
                count: row.count ?? Double(network.actors[row.actor].members ?? 1))
        }.sorted { ($0.actor, $0.event, $0.count) < ($1.actor, $1.event, $1.count) }
        (actorRow, eventRow) = (order.actors, order.events)
        (layers, isSurveyed) = (coding.layers, coding.layers.map { network.description.wasLookedAt($0.rawValue) })
        eventsAreSurveyed = network.description.wasLookedAt("events")
        poolingIsSurveyed = network.description.wasLookedAt("pooled_resources")
        interactionLayerCount = (network.description.surveyed ?? [])
            .subtracting(["events", "pooled_resources", Layer.knowledge.rawValue, Layer.location.rawValue]).count
        perimeters = coding.perimeters
        insideIsAssumed = coding.insideIsAssumed
        let knowledge = coding.layers.firstIndex(of: .knowledge).map { UInt8(clamping: $0) }
        knowledgeLayer = knowledge
        liveness = Liveness(
            ties: ties, knowledge: knowledge,
            seatCount: memberships.count { row in
                let event = coding.events[order.events[Int(row.event)]]
                return event.layer == knowledge && !event.isPooled
            },
            isSmall: actors.count <= 256)
        var print = Colour()
        for row in order.actors { print.add(Int(bitPattern: UInt(coding.colour(of: coding.actors[row])))) }
        for row in own {
            print.add(Int(placed[row].source), Int(placed[row].target))
            print.add(Int(bitPattern: UInt(coding.tieColours[row])))
        }
        fingerprint = print.value
    }
}

/// The network's rows in whole numbers, still in their own order.
private struct Coding {
    let perimeters: [Perimeter]
    let insideIsAssumed: Bool
    let layers: [Layer]
    private(set) var actors: [TerritoryCode.Actor] = []
    private(set) var events: [TerritoryCode.Event] = []
    private(set) var ties: [TerritoryCode.Tie] = []
    private(set) var tieColours: [UInt64] = []
    private(set) var links: [CanonicalOrder.Link] = []
    private let network: Network

    init(_ network: Network, extraTies: Int) {
        self.network = network
        let territory = network.description.territory
        let first = territory?.defaultPerimeter
        perimeters = (first.map { [$0] } ?? []) + (territory?.perimeters.filter { $0.id != first?.id } ?? [])
        let inside = perimeters.isEmpty
            ? [network.insideness()] : perimeters.map { network.insideness(perimeter: $0) }
        insideIsAssumed = inside.allSatisfy { $0.allSatisfy { $0 == nil } }
        let surveyed = (network.description.surveyed ?? []).subtracting(["events", "pooled_resources"])
        layers = Set(
            network.tieKinds.map(\.layer) + network.eventKinds.map(\.layer) + surveyed.map(Layer.init(rawValue:))
        ).sorted()
        codeActors(inside)
        codeEvents()
        codeTies(extra: extraTies)
        codeLinks()
    }

    private mutating func codeActors(_ inside: [[Bool?]]) {
        let spheres = network.spheres
        let kinds = Self.codes(network.actorKinds.map(\.id).sorted())
        let paths = network.actors.map { Self.levels($0.sector) }
        let codes = (0..<3).map { level in
            Self.codes(Set(paths.filter { $0.count > level }.map { $0[0...level].joined(separator: ".") }).sorted())
        }
        func code(_ path: [String], _ level: Int) -> Int32 {
            path.count > level ? codes[level][path[0...level].joined(separator: ".")] ?? -1 : -1
        }
        actors = network.actors.enumerated().map { row, actor in
            TerritoryCode.Actor(
                kind: kinds[actor.kind] ?? -1, isCitizen: spheres[row] == .citizen,
                sector: TerritoryCode.Sector(
                    first: code(paths[row], 0), second: code(paths[row], 1), third: code(paths[row], 2)),
                inside: insideIsAssumed ? inside.map { _ in true } : inside.map { $0[row] },
                since: actor.since, until: actor.until, size: actor.size, members: actor.members,
                qualifiedShare: actor.qualifiedShare,
                parent: actor.parent.flatMap { network.actors.position(of: $0) }.map(Int32.init) ?? -1)
        }
    }

    private mutating func codeEvents() {
        let places = Self.codes(network.eventKinds.map(\.id).sorted())
        let kinds = Dictionary(uniqueKeysWithValues: network.eventKinds.map { ($0.id, $0) })
        events = network.events.map { event in
            let kind = kinds[event.kind] ?? EventKind(id: event.kind)
            return TerritoryCode.Event(
                kind: places[event.kind] ?? -1, layer: code(kind.layer), isPooled: kind.isPooled, since: event.date,
                until: event.until, status: event.status, participants: event.participants)
        }
    }

    private mutating func codeTies(extra: Int) {
        let kinds = Self.codes(network.tieKinds.map(\.id).sorted())
        let facts = Self.codes(Set(network.ties.details.compactMap(\.fact)).sorted())
        func column(_ name: String) -> Int? { network.ties.furtherColumns.firstIndex(of: name) }
        let (college, seats, contributors) = (column("college"), column("seats"), column("contributors"))
        func cell(_ tie: Tie, _ column: Int?) -> String? {
            guard let column, tie.details.further.indices.contains(column) else { return nil }
            return tie.details.further[column]
        }
        let colleges = Self.codes(Set(network.ties.compactMap { cell($0, college) }).sorted())
        for (row, tie) in network.ties.enumerated() {
            let kind = network.tieKinds[tie.kind]
            ties.append(
                TerritoryCode.Tie(
                    source: Int32(tie.source), target: Int32(tie.target), kind: kinds[kind.id] ?? -1,
                    layer: code(kind.layer), isDirected: kind.isDirected,
                    weight: kind.weightMeans == .cost ? 1 : tie.weight, amount: tie.details.amount,
                    since: tie.details.since, until: tie.details.until, status: tie.details.status,
                    confidence: tie.details.confidence ?? 1, fact: tie.details.fact.flatMap { facts[$0] } ?? -1,
                    college: cell(tie, college).flatMap { colleges[$0] } ?? -1,
                    seats: cell(tie, seats).flatMap(Double.init),
                    contributors: cell(tie, contributors).flatMap(Double.init),
                    isExtra: row >= network.ties.count - extra))
        }
        tieColours = ties.map(colour)
    }

    private mutating func codeLinks() {
        for (tie, colour) in zip(ties, tieColours) where !tie.isExtra {
            links.append(.init(from: tie.source, to: tie.target, colour: colour, isDirected: tie.isDirected))
        }
        let firstEvent = Int32(actors.count)
        for row in network.participation {
            links.append(
                .init(from: Int32(row.actor), to: firstEvent + Int32(row.event),
                    colour: Colour.mixed(row.count?.bitPattern ?? 0), isDirected: true))
        }
        for (row, actor) in actors.enumerated() where actor.parent >= 0 {
            links.append(.init(from: Int32(row), to: actor.parent, colour: 7, isDirected: true))
        }
    }

    /// The layer's position; the model admits no layer that is not among the kinds.
    private func code(_ layer: Layer) -> UInt8 { UInt8(clamping: layers.firstIndex(of: layer) ?? 0) }

    func colour(of actor: TerritoryCode.Actor) -> UInt64 {
        var bare = actor
        bare.parent = -1
        var colour = Colour()
        colour.add(Int(bare.kind), bare.isCitizen ? 1 : 0, Int(bare.sector.first), Int(bare.sector.second))
        colour.add(Int(bare.sector.third), bare.members ?? -1, day(bare.since), day(bare.until))
        colour.add(bare.size)
        colour.add(bare.qualifiedShare)
        for inside in bare.inside { colour.add(inside.map { $0 ? 1 : 2 } ?? 0) }
        return colour.value
    }

    func colour(of event: TerritoryCode.Event) -> UInt64 {
        var colour = Colour()
        colour.add(Int(event.kind), Int(event.layer), event.isPooled ? 1 : 0, status(event.status))
        colour.add(day(event.since), day(event.until), event.participants ?? -1)
        return colour.value
    }

    func colour(of tie: TerritoryCode.Tie) -> UInt64 {
        var colour = Colour()
        colour.add(Int(tie.kind), Int(tie.layer), tie.isDirected ? 1 : 0, status(tie.status))
        colour.add(day(tie.since), day(tie.until), Int(tie.college), tie.isExtra ? 1 : 0)
        colour.add(tie.weight)
        for number in [tie.amount, tie.seats, tie.contributors, tie.confidence] { colour.add(number) }
        return colour.value
    }

    private func day(_ date: PartialDate?) -> Int { date.map { $0.earliest &* 400 &+ $0.latest } ?? -1 }

    private func status(_ status: TieStatus) -> Int { TieStatus.allCases.firstIndex(of: status) ?? -1 }

    private static func codes(_ words: [String]) -> [String: Int32] {
        Dictionary(uniqueKeysWithValues: words.enumerated().map { ($1, Int32($0)) })
    }

    private static func levels(_ sector: String?) -> [String] {
        (sector ?? "").split(separator: ".").prefix(3).map(String.init)
    }
}
