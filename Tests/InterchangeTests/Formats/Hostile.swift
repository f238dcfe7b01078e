import NetworkModel
import Vocabulary

@testable import Interchange

/// Random networks whose texts are as nasty as texts can be, and what of them must survive a file.
struct Hostile {
    private var random: TestRandom
    /// Whether texts may hold control characters, which XML has no way to write.
    let hasControls: Bool

    init(seed: UInt64, hasControls: Bool = true) {
        random = TestRandom(seed: seed)
        self.hasControls = hasControls
    }

    static let pieces = [
        "a", "B", "é", "01001", "\"", "'", "\\", "&", "<", ">", "\n", "\r\n", "\t", " ", "  ", ",", ";", ":", "=", "[",
        "]", "{", "}",
        "%", "#", "*", "!", "😀", "👩‍👩‍👧", "שלום", "مرحبا", "\u{202E}", "&amp;", "&#233;", "<!--", "-->", "]]>", "\\n",
        "\\\"", "//",
        "/*", "*/", "--", "->", "null", "NaN", "1e5", "-0", "true", "\u{FEFF}x", "e\u{301}", "node", "graph", "\\N",
        "~",
    ]
    static let controls = ["\u{1}", "\u{1B}", "\u{7F}", "\u{85}", "\u{2028}"]

    mutating func text() -> String {
        (0...random.below(4)).map { _ in piece() }.joined()
    }

    private mutating func piece() -> String {
        if hasControls, random.below(12) == 0 { return Self.controls[random.below(Self.controls.count)] }
        return Self.pieces[random.below(Self.pieces.count)]
    }

    mutating func maybe(_ one: Int, _ text: (inout Hostile) -> String) -> String? {
        random.below(one) == 0 ? text(&self) : nil
    }

    private mutating func date() -> PartialDate? {
        switch random.below(4) {
        case 0: PartialDate(year: 1 + random.below(9999))
        case 1: PartialDate(year: 1900 + random.below(200), month: 1 + random.below(12))
        case 2: PartialDate(year: 1900 + random.below(200), month: 1 + random.below(12), day: 1 + random.below(28))
        default: nil
        }
    }

    /// Ids that are texts and are not all numbers of the kind that a file may number nodes by.
    mutating func ids(_ count: Int) -> [String] {
        var ids: [String] = []
        while ids.count < count {
            let id = text() + String(ids.count)
            if !ids.contains(id) { ids.append(id) }
        }
        return ids
    }

    private mutating func number() -> Double {
        switch random.below(5) {
        case 0: 1
        case 1: Double(random.below(1000))
        case 2: Double(random.below(1000)) / 8
        case 3: -0.1 * Double(1 + random.below(100))
        default: Double(bitPattern: random.next() & 0x7FEF_FFFF_FFFF_FFFF)
        }
    }

    mutating func network(withEvents: Bool = true) throws -> Network {
        let count = 1 + random.below(8)
        let all = ids(count + 3)
        let kinds = ["firm", "école", "x<y>"]
        let actors = all[..<count].map { id in
            var actor = Actor(
                id: id, name: maybe(2) { $0.text() + "n" }, kind: random.below(4) == 0 ? "" : kinds[random.below(3)])
            actor.place = maybe(2) { $0.text() + "p" }
            actor.inside = random.below(2) == 0 ? nil : random.below(2) == 0
            actor.since = date()
            actor.size = random.below(2) == 0 ? nil : Double(random.below(500)) / 4
            actor.members = random.below(3) == 0 ? 1 + random.below(300) : nil
            actor.note = maybe(3) { $0.text() + "." }
            actor.collective = random.below(3) == 0 ? random.below(2) == 0 : nil
            return actor
        }
        let attributes = [
            Attribute(
                name: "commune", values: actors.map { _ in ["01001", "2A004", "38185", nil][random.below(4)] }),
            Attribute(
                name: "turnover",
                values: actors.map { _ in random.below(2) == 0 ? nil : String(random.below(90)) + ".5" }),
        ]
        let tieKinds = [
            TieKind(id: "advice", isDirected: true, layer: .knowledge), TieKind(id: "co-\"op\"", isDirected: false),
            TieKind(id: "prêt & don", isDirected: true, layer: Layer(rawValue: "own"), weightMeans: .count),
        ]
        let ties = (0..<random.below(14)).map { _ in
            var tie = Tie(
                source: random.below(count), target: random.below(count), kind: random.below(3), weight: number())
            tie.details.amount = random.below(3) == 0 ? Double(random.below(9999)) / 100 : nil
            tie.details.since = date()
            tie.details.status = TieStatus.allCases[random.below(TieStatus.allCases.count)]
            tie.details.confidence = random.below(3) == 0 ? Double(random.below(5)) / 4 : nil
            tie.details.note = maybe(3) { $0.text() + "!" }
            tie.details.college = maybe(3) { $0.text() + "c" }
            tie.details.seats = random.below(3) == 0 ? Double(random.below(9)) / 2 : nil
            tie.details.contributors = random.below(3) == 0 ? Double(random.below(90)) : nil
            return tie
        }
        let how = Attribute(name: "how \"so\"", values: ties.map { _ in maybe(2) { $0.text() + "?" } })
        let events: [Event] =
            !withEvents
            ? []
            : (0..<random.below(3)).map { position in
                var event = Event(
                    id: all[count + position], name: maybe(2) { $0.text() + "e" }, kind: "fair", status: .active)
                event.date = date()
                event.participants = random.below(2) == 0 ? 20 : nil
                return event
            }
        let participation: [Participation] =
            events.isEmpty
            ? []
            : (0..<random.below(5)).map { _ in
                Participation(
                    actor: random.below(count), event: random.below(events.count), role: maybe(2) { $0.text() + "r" },
                    count: 2)
            }
        return try Network(
            description: DatasetDescription(name: "hostile"), actors: Actors(actors, attributes: attributes),
            ties: Ties(ties, attributes: [how]), events: events, participation: participation,
            tieKinds: tieKinds,
            actorKinds: kinds.map { ActorKind(id: $0, sphere: $0 == "firm" ? .economy : .knowledge) },
            eventKinds: [EventKind(id: "fair", layer: .knowledge, isPooled: true)])
    }
}

/// What of a network its files carry, as lines of text: two networks that give the same lines are
/// the same but for what no file holds.
func carried(_ network: Network, details: Bool = true) -> [String] {
    let ids = network.actors.allIDs
    var lines = network.actors.indices.map { row in
        guard details else { return "actor \(ids[row])" }
        let actor = network.actors[row]
        let further = network.actors.attributes.filter { $0.values[row] != nil }.map {
            "\($0.name)=\($0.values[row] ?? "")"
        }.sorted()
        let sphere = network.spheres[row]?.rawValue ?? "-"
        return
            "actor \(actor.id)|\(actor.name)|\(actor.kind)|\(sphere)|\(actor.place ?? "-")|\(actor.inside.map { "\($0)" } ?? "-")"
            + "|\(actor.since?.description ?? "-")|\(actor.size.map { "\($0)" } ?? "-")|\(actor.members ?? 0)|\(actor.note ?? "-")|\(further)"
            + "|\(actor.collective.map { "\($0)" } ?? "-")"
    }
    lines += network.ties.enumerated().map { row, tie in
        let kind = network.tieKinds[tie.kind]
        let (one, other) = (ids[tie.source], ids[tie.target])
        let ends = kind.isDirected || details || one < other ? [one, other] : [other, one]
        let head = "tie \(ends)|\(kind.isDirected)|\(tie.weight)"
        guard details else { return head }
        let further = network.ties.attributes.compactMap { $0.values[row] }
        return head
            + "|\(kind.id)|\(kind.layer.rawValue)|\(kind.weightMeans?.rawValue ?? "-")|\(tie.details.amount ?? -1)"
            + "|\(tie.details.since?.description ?? "-")|\(tie.details.status.rawValue)|\(tie.details.confidence ?? -1)"
            + "|\(tie.details.note ?? "-")|\(further)|\(tie.details.college ?? "-")"
            + "|\(tie.details.seats ?? -1)|\(tie.details.contributors ?? -1)"
    }
    guard details else { return lines.sorted() }
    lines += network.events.map { event in
        let kind = network.eventKinds.first { $0.id == event.kind }
        return "event \(event.id)|\(event.name)|\(event.kind)|\(kind?.layer.rawValue ?? "-")|\(kind?.isPooled ?? false)"
            + "|\(event.date?.description ?? "-")|\(event.status.rawValue)|\(event.participants ?? -1)"
    }
    lines += network.participation.map {
        "participation \(ids[$0.actor])|\(network.events[$0.event].id)|\($0.role ?? "-")|\($0.count ?? 1)"
    }
    return lines
}
