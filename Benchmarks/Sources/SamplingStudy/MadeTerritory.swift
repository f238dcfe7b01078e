import GraphKernels
import NetworkModel
import Vocabulary

/// A made-up territory, row by row.
struct MadeTerritory {
    static let tieKinds = [
        TieKind(id: "advice", isDirected: true, layer: .knowledge),
        TieKind(id: "cooperation", isDirected: true, layer: .cooperation),
        TieKind(id: "supply", isDirected: true, layer: .supply),
        TieKind(id: "finance", isDirected: true, layer: .finance),
        TieKind(id: "seat", isDirected: true, layer: .governance),
    ]
    static let eventKinds = [
        EventKind(id: "training", layer: .knowledge), EventKind(id: "meeting", layer: .cooperation),
        EventKind(id: "shared_resource", layer: .cooperation, isPooled: true),
    ]
    static let actorKinds = [
        ActorKind(id: "firm", sphere: .economy), ActorKind(id: "school", sphere: .knowledge),
        ActorKind(id: "association", sphere: .social), ActorKind(id: "authority", sphere: .public),
        ActorKind(id: "bank", sphere: .finance), ActorKind(id: "citizens", sphere: .citizen),
    ]
    static let looked = ["knowledge", "cooperation", "supply", "finance", "governance", "events", "pooled_resources"]

    let recipe: Recipe
    private(set) var actors: [Actor] = []
    private(set) var insiders = 0
    var ties: [Tie] = []
    var events: [Event] = []
    var participation: [Participation] = []
    private var random: RandomSource
    private var known: Set<[Int]> = []

    init(_ recipe: Recipe, seed: UInt64) {
        self.recipe = recipe
        random = RandomSource(seed: seed)
        makeActors()
        makeKnowledge()
        makeInteraction()
        makeFinanceAndGovernance()
        makeEvents()
    }

    func network(_ surveys: (inout DatasetDescription) -> Void) throws -> Network {
        var description = DatasetDescription(name: "made")
        description.territory = Territory(name: recipe.name, referenceDate: PartialDate(year: 2016, month: 12, day: 31))
        surveys(&description)
        return try Network(
            description: description, actors: Actors(actors), ties: Ties(ties), events: events, participation: participation, tieKinds: Self.tieKinds, actorKinds: Self.actorKinds,
            eventKinds: Self.eventKinds)
    }

    private mutating func choice(_ count: Int) -> Int { random.below(count) }
    private mutating func insider() -> Int { random.below(insiders) }

    /// Someone to work with: of the own village in seven cases of eight.
    private mutating func partner(of actor: Int) -> Int {
        guard recipe.villages > 1, !happens(0.125) else { return insider() }
        let village = actor % recipe.villages
        return random.below((insiders - village + recipe.villages - 1) / recipe.villages) * recipe.villages + village
    }

    private mutating func outsider() -> Int { insiders + random.below(recipe.outsiders) }

    private mutating func happens(_ chance: Double) -> Bool { random.unit() < chance }

    /// A whole number of this mean, the next one below or above by chance.
    private mutating func count(_ mean: Double) -> Int { Int(mean) + (happens(mean - Double(Int(mean))) ? 1 : 0) }

    private mutating func sample(_ count: Int, of pool: [Int]) -> [Int] {
        var pool = pool
        for place in 0..<min(count, pool.count) { pool.swapAt(place, place + random.below(pool.count - place)) }
        return Array(pool.prefix(count))
    }

    private mutating func makeActors() {
        for (kind, count) in recipe.kinds {
            for _ in 0..<count {
                var actor = Actor(id: "\(kind)_\(actors.count + 1)", kind: kind)
                actor.inside = true
                let fixed = ["school": "P.85.42", "association": "S.94.99", "authority": "O.84.11"][kind]
                actor.sector = fixed ?? (kind == "citizens" ? nil : recipe.sectors[choice(recipe.sectors.count)])
                actor.since = PartialDate(year: 2000 + choice(10))
                actor.size = kind == "citizens" ? nil : Double(3 + choice(60))
                actor.members = kind == "citizens" ? 60 : nil
                actor.qualifiedShare = min(1, max(0, recipe.qualified + 0.08 * random.normal()))
                actors.append(actor)
            }
        }
        insiders = actors.count
        for number in 0..<recipe.outsiders {
            var actor = Actor(id: "outside_\(number + 1)", kind: ["firm", "firm", "school", "bank"][choice(4)])
            actor.inside = false
            actor.sector = recipe.sectors[choice(recipe.sectors.count)]
            actor.size = 200
            actors.append(actor)
        }
    }

    private mutating func tie(
        _ source: Int, _ target: Int, _ kind: Int, since: PartialDate? = nil, amount: Double? = nil,
        isActive: Bool = false, college: String? = nil
    ) {
        guard source != target, known.insert([source, target, kind]).inserted else { return }
        let isDormant = !isActive && kind != 0 && happens(recipe.dormant)
        var details = Tie.Details(status: isDormant ? .dormant : .active)
        (details.since, details.amount, details.college) = (since, amount, college)
        ties.append(Tie(source: source, target: target, kind: kind, details: details))
    }

    private mutating func makeKnowledge() {
        for actor in 0..<insiders {
            if recipe.hasHub, actor != 0 { advise(0, actor) }
            for _ in 0..<count(recipe.adviceInside) { advise(insider(), actor) }
            for _ in 0..<count(recipe.adviceOutside) { advise(outsider(), actor) }
        }
    }

    /// Advice, and where the receiver makes something of it, a cooperation in the year after: with partners
    /// elsewhere where there is no milieu.
    private mutating func advise(_ giver: Int, _ receiver: Int) {
        let year = 2012 + choice(2)
        tie(giver, receiver, 0, since: PartialDate(year: year, month: 3), isActive: true)
        guard giver != receiver, happens(recipe.conversion) else { return }
        let partner = recipe.groups > 0 ? insider() : outsider()
        tie(receiver, partner, 1, since: PartialDate(year: year + 1, month: 3), isActive: true)
    }

    private mutating func work(_ one: Int, _ other: Int) {
        tie(one, other, 1)
        if happens(recipe.returned) { tie(other, one, 1) }
        if happens(recipe.secondLayer) { tie(one, other, 2) }
    }

    private mutating func makeInteraction() {
        for actor in 0..<insiders {
            if recipe.hasHub, actor != 0 { work(0, actor) }
            for _ in 0..<count(recipe.cooperation) { work(actor, partner(of: actor)) }
            for _ in 0..<count(recipe.supply) { tie(actor, partner(of: actor), 2) }
            tie(actor, outsider(), 2)
        }
        for _ in 0..<recipe.groups {
            let first = recipe.villages > 1 ? choice(recipe.villages) : 0
            let group = sample(4, of: Array(stride(from: first, to: insiders, by: recipe.villages)))
            for (place, one) in group.enumerated() {
                for other in group[(place + 1)...] { work(one, other) }
            }
        }
    }

    private mutating func makeFinanceAndGovernance() {
        let citizens = insiders - 1
        for actor in sample(10, of: Array(0..<insiders)) {
            let isLocal = happens(recipe.localFinance)
            let source = isLocal ? ([citizens] + Array(0..<5))[choice(6)] : outsider()
            tie(source, actor, 3, amount: Double(1000 * (5 + choice(45))), isActive: true)
        }
        let association = recipe.hasHub ? 0 : actors.firstIndex { $0.kind == "association" } ?? 0
        let others = (0..<insiders).filter { $0 != association }
        for (name, seats) in zip(["workers", "users", "authorities"], recipe.colleges) {
            for member in sample(seats, of: others) { tie(member, association, 4, isActive: true, college: name) }
        }
    }

    private mutating func makeEvents() {
        for (kind, number, share) in [
            ("training", recipe.trainings, recipe.trainingSize), ("meeting", recipe.meetings, recipe.meetingSize),
            ("shared_resource", recipe.pools, recipe.poolSize),
        ] {
            for place in 0..<number {
                var event = Event(id: "\(kind)_\(place + 1)", kind: kind, status: .active)
                event.date = PartialDate(year: 2012 + place % 5, month: 1 + place % 9, day: 15)
                event.until = kind == "shared_resource" ? nil : event.date
                var members = sample(max(2, Int((share * Double(insiders)).rounded())), of: Array(0..<insiders))
                if recipe.hasHub, !members.contains(0) { members[0] = 0 }
                participation += members.map { Participation(actor: $0, event: events.count) }
                events.append(event)
            }
        }
    }
}
