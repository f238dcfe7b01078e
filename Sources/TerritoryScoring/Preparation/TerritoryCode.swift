import NetworkModel
import Vocabulary

/// A network coded in whole numbers: what scenarios are cut from, and what null models shuffle.
///
/// Actors, events and ties stand in an order that derives from the structure and not from the rows
/// or ids (`CanonicalOrder`), so that seeded draws, numbered by position, change with neither.
struct TerritoryCode: Sendable {
    struct Actor: Sendable, Hashable {
        /// Position among the kinds in use; −1 where the kind is not known.
        var kind: Int32
        var isCitizen: Bool
        /// The levels of its sector, coded so that equal paths have equal codes; −1: not known.
        var sector: Sector
        /// Whether it is inside, for each perimeter of the dataset (the default one first).
        var inside: [Bool?]
        var since: PartialDate?
        var until: PartialDate?
        var size: Double?
        /// How many it stands for, where that is told.
        var members: Int?
        var qualifiedShare: Double?
        /// −1 where it has none.
        var parent: Int32
    }

    /// Up to three levels of a nomenclature.
    struct Sector: Sendable, Hashable {
        var first: Int32 = -1
        var second: Int32 = -1
        var third: Int32 = -1

        var isKnown: Bool { first >= 0 }
    }

    struct Event: Sendable, Hashable {
        var kind: Int32
        var layer: UInt8
        var isPooled: Bool
        var since: PartialDate?
        var until: PartialDate?
        var status: TieStatus
        var participants: Int?
        /// Whether its list of participants is whole.
        var isComplete = false
    }

    struct Tie: Sendable, Hashable {
        var source: Int32
        var target: Int32
        var kind: Int32
        var layer: UInt8
        var isDirected: Bool
        /// Strength or count; 1 where the weight is a cost.
        var weight: Double
        var amount: Double?
        var since: PartialDate?
        var until: PartialDate?
        var status: TieStatus
        var confidence: Double
        /// Rows that tell one fact share a number; −1: none.
        var fact: Int32
        var college: Int32
        var seats: Double?
        var contributors: Double?
        /// Money for goods to come: no capital.
        var isAdvanceOrder = false
        /// A tie of a counterfactual: it is there only where asked for.
        var isExtra = false

        /// The two actors, whatever its direction, in one number.
        var ends: Int { Int(min(source, target)) << 31 | Int(max(source, target)) }
    }

    struct Membership: Sendable, Hashable {
        var actor: Int32
        var event: Int32
        /// How many of a collective took part.
        var count: Double
        /// How sure it is that it took part.
        var confidence = 1.0
        /// Whether nobody told of it: what a draw of the unobserved added.
        var isDrawn = false
    }

    /// What a source tells that it is not there: a tie of a kind from one actor to another; without a direction, from
    /// the lower to the higher.
    struct Denial: Sendable, Hashable {
        var source: Int32
        var target: Int32
        var kind: Int32
    }

    var actors: [Actor]
    var events: [Event]
    var ties: [Tie]
    var memberships: [Membership]
    let denials: Set<Denial>
    let layers: [Layer]
    /// The position of the layer of knowledge; nil where the network has none.
    let knowledgeLayer: UInt8?
    /// By layer: whether it was looked at, in whatever way.
    let isSurveyed: [Bool]
    /// Whether those inside were asked what knowledge comes from outside.
    let outsideWasAsked: Bool
    let eventsAreSurveyed: Bool
    let poolingIsSurveyed: Bool
    /// The surveyed layers of interaction, without `location`.
    let interactionLayerCount: Int
    /// By first level of a sector, how many second levels its nomenclature has.
    let subsectors: [Int]
    let perimeters: [Perimeter]
    /// The network's positions, by position here.
    let actorRow: [Int]
    /// An event beyond the network's is a meeting that ties told.
    let eventRow: [Int]
    /// The facts that those meetings are named by.
    let toldMeetings: [String]
    let tieRow: [Int]
    /// Whether nothing in the dataset says of any actor that it is inside or outside: then all of
    /// them count as inside.
    let insideIsAssumed: Bool
    /// Of the territory as a whole, whatever its rows' order and ids: what is drawn of one territory
    /// alone is drawn independently of another's.
    let fingerprint: UInt64
    var liveness: Liveness

    /// Makes ties that were added at the end ready to pass knowledge on.
    mutating func coverTies() { liveness.cover(ties.map { $0.layer == knowledgeLayer ? $0.ends : nil }) }

    /// Without some rows of participation.
    mutating func loseSeats(_ lost: Set<Int>) {
        guard !lost.isEmpty else { return }
        memberships = memberships.indices.filter { !lost.contains($0) }.map { memberships[$0] }
    }

    var knowledgeIsSurveyed: Bool { isSurveyed(.knowledge) }

    func isSurveyed(_ layer: Layer) -> Bool { zip(layers, isSurveyed).contains { $0 == layer && $1 } }

    /// What reads a tie, in whatever window and perimeter.
    func reads(ofTie tie: Int) -> Reads { ties[tie].layer == knowledgeLayer ? .knowledgeTies : .otherTies }

    func reads(ofEvent event: Int) -> Reads {
        isOfLearning(events[event]) ? .knowledgeEvents : .interactionEvents
    }

    /// Whether knowledge passes there; pooled resources belong to interaction, whatever their layer.
    func isOfLearning(_ event: Event) -> Bool { !event.isPooled && event.layer == knowledgeLayer }

    /// Of rows that tell one fact of the same two, that of the least stands for it: of a layer that is read, the most
    /// present, the surest.
    func sureness(_ tie: Tie, _ standing: Standing) -> (Int, Int, Double, Int) {
        let isRead = isSurveyed[Int(tie.layer)] && layers[Int(tie.layer)] != .location
        let order =
            switch standing {
            case .active: 0
            case .untold: 1
            case .dormant: 2
            case .potential: 3
            }
        return (isRead ? 0 : 1, order, -tie.confidence, Int(tie.layer))
    }

    var hasParents: Bool { actors.contains { $0.parent >= 0 } }
}

extension Sequence<TerritoryCode.Membership> {
    /// Each actor once in an event, whatever roles it had there; the rows of the two stand side by side.
    func once() -> [TerritoryCode.Membership] {
        var last: (Int32, Int32) = (-1, -1)
        return filter { row in
            defer { last = (row.actor, row.event) }
            return (row.actor, row.event) != last
        }
    }
}

/// What is there of a territory: everything, or all but what a counterfactual takes away.
struct Presence: Sendable {
    var actors: [Bool]
    var events: [Bool]
    var ties: [Bool]

    /// Everything but the ties of a counterfactual.
    init(of code: TerritoryCode, withExtra: Bool = false) {
        actors = Array(repeating: true, count: code.actors.count)
        events = Array(repeating: true, count: code.events.count)
        ties = code.ties.map { withExtra || !$0.isExtra }
    }
}
