import NetworkModel
import Vocabulary

/// The network's rows in whole numbers, still in their own order.
struct Coding {
    let perimeters: [Perimeter]
    let insideIsAssumed: Bool
    let layers: [Layer]
    private(set) var actors: [TerritoryCode.Actor] = []
    var events: [TerritoryCode.Event] = []
    var ties: [TerritoryCode.Tie] = []
    private(set) var tieColours: [UInt64] = []
    private(set) var subsectors: [Int] = []
    var memberships: [TerritoryCode.Membership] = []
    /// Rows of ties that together tell a meeting, and the facts that they name it by.
    var meetingRows: Set<Int> = []
    /// Rows by which a source tells that there is no tie.
    var absentRows: Set<Int> = []
    var toldMeetings: [String] = []
    /// Rows that only say again what another says.
    var repeated: Set<Int> = []
    private(set) var links: [CanonicalOrder.Link] = []
    let network: Network

    init(_ network: Network, extraTies: Int) {
        self.network = network
        let territory = network.description.territory
        let first = territory?.defaultPerimeter
        perimeters = (first.map { [$0] } ?? []) + (territory?.perimeters.filter { $0.id != first?.id } ?? [])
        let inside =
            perimeters.isEmpty
            ? [network.insideness()] : perimeters.map { network.insideness(perimeter: $0) }
        insideIsAssumed = inside.allSatisfy { $0.allSatisfy { $0 == nil } }
        let surveyed = (network.description.surveyed ?? []).subtracting(["events", "pooled_resources"])
        layers = Set(
            network.tieKinds.map(\.layer) + network.eventKinds.map(\.layer) + surveyed.map(Layer.init(rawValue:))
        ).sorted()
        codeActors(inside)
        codeEvents()
        codeTies(extra: extraTies)
        tellMeetings()
        tieColours = ties.map(colour)
        codeLinks()
    }

    private mutating func codeActors(_ inside: [[Bool?]]) {
        let spheres = network.spheres
        let kinds = Self.codes(network.actorKinds.map(\.id).sorted())
        let paths = network.actors.map { Self.levels($0.sector) }
        let sectors = Set(paths.compactMap(\.first)).sorted()
        subsectors = sectors.map { sector in
            let own = paths.filter { $0.first == sector && $0.count > 1 }
            return Nomenclature.subsectors(of: sector, known: Set(own.map { $0[1] }))
        }
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
                until: event.until, status: event.status, participants: event.participants,
                isComplete: event.isComplete ?? false)
        }
        memberships = network.participation.map { row in
            .init(
                actor: Int32(row.actor), event: Int32(row.event),
                count: row.count ?? Double(network.actors[row.actor].members ?? 1), confidence: row.confidence ?? 1)
        }
    }

    private mutating func codeTies(extra: Int) {
        let kinds = Self.codes(network.tieKinds.map(\.id).sorted())
        let facts = Self.codes(Set(network.ties.details.compactMap(\.fact)).sorted())
        let colleges = Self.codes(Set(network.ties.details.compactMap(\.college)).sorted())
        for (row, tie) in network.ties.enumerated() {
            let kind = network.tieKinds[tie.kind]
            ties.append(
                TerritoryCode.Tie(
                    source: Int32(tie.source), target: Int32(tie.target), kind: kinds[kind.id] ?? -1,
                    layer: code(kind.layer), isDirected: kind.isDirected,
                    weight: kind.weightMeans == .cost ? 1 : tie.weight, amount: tie.details.amount,
                    since: tie.details.since, until: tie.details.until, status: tie.details.status,
                    confidence: tie.details.confidence ?? 1, fact: tie.details.fact.flatMap { facts[$0] } ?? -1,
                    college: tie.details.college.flatMap { colleges[$0] } ?? -1, seats: tie.details.seats,
                    contributors: tie.details.contributors,
                    isAdvanceOrder: tie.details.form.map(Self.isAdvanceOrder) ?? false,
                    isExtra: row >= network.ties.count - extra))
            if tie.weight == 0 { absentRows.insert(row) }
        }
        tellDoubledRows(facts.count)
    }

    private mutating func codeLinks() {
        for (row, tie) in ties.enumerated()
        where !tie.isExtra && !repeated.contains(row) && !meetingRows.contains(row) && !absentRows.contains(row) {
            let colour = tieColours[row]
            links.append(.init(from: tie.source, to: tie.target, colour: colour, isDirected: tie.isDirected))
        }
        let firstEvent = Int32(actors.count)
        for row in network.participation {
            links.append(
                .init(
                    from: Int32(row.actor), to: firstEvent + Int32(row.event),
                    colour: Colour.mixed((row.count?.bitPattern ?? 0) ^ (row.confidence.map { ~$0.bitPattern } ?? 0)),
                    isDirected: true))
        }
        for (row, actor) in actors.enumerated() where actor.parent >= 0 {
            links.append(.init(from: Int32(row), to: actor.parent, colour: 7, isDirected: true))
        }
    }

    /// The layer's position; the model admits no layer that is not among the kinds.
    private func code(_ layer: Layer) -> UInt8 { UInt8(clamping: layers.firstIndex(of: layer) ?? 0) }

    private static func codes(_ words: [String]) -> [String: Int32] {
        Dictionary(uniqueKeysWithValues: words.enumerated().map { ($1, Int32($0)) })
    }

    private static func levels(_ sector: String?) -> [String] {
        (sector ?? "").split(separator: ".").prefix(3).map(String.init)
    }
}
