import GraphKernels
import NetworkModel
import Vocabulary

@testable import TerritoryScoring

/// What makes a territory of known character, in the numbers of the made-up archetypes; `made` gives
/// one for each seed.
struct Recipe: Sendable {
    var expected: Configuration
    var firms = 30
    /// NACE sectors of the firms.
    var sectors: [String]
    var qualified: Double
    /// Ties of advice that each actor inside receives, from inside and from outside.
    var adviceInside = 0.0
    var adviceOutside = 0.0
    /// Cooperations that each begins, and groups of four who all work together.
    var cooperation = 0.0
    var groups = 0
    /// Shares of cooperations that are returned, and that come with a supply.
    var returned = 0.0
    var secondLayer = 0.0
    var supply = 0.0
    var dormant = 0.1
    /// How many trainings, meetings and pooled resources, and the share of the actors at each.
    var trainings = (0, 0.0)
    var meetings = (0, 0.0)
    var pools = (0, 0.0)
    /// The chance that advice leads to a cooperation in the year after.
    var conversion = 0.0
    var localFinance = 0.5
    var colleges = [8, 7, 7]
    var hasHub = false

    static let branchPlants = Recipe(
        expected: .noMilieu, sectors: ["C.29.10", "C.10.51", "C.22.29", "C.29.32", "H.52.10", "G.46.90"],
        qualified: 0.15,
        adviceInside: 0.05, adviceOutside: 0.6, cooperation: 0.15, supply: 0.2, dormant: 0.5, trainings: (1, 0.05),
        meetings: (1, 0.1), pools: (1, 0.04), conversion: 0.05, localFinance: 0.05, colleges: [18, 1, 1])
    static let technopole = Recipe(
        expected: .innovationWithoutMilieu,
        sectors: ["M.72.11", "M.72.19", "J.62.01", "J.62.02", "C.26.51", "C.26.11", "M.71.12", "J.61.10"],
        qualified: 0.85,
        adviceInside: 2.6, adviceOutside: 0.9, cooperation: 0.25, returned: 0.05, supply: 0.1, dormant: 0.4,
        trainings: (6, 0.3), meetings: (1, 0.1), pools: (1, 0.05), conversion: 0.7, localFinance: 0.05,
        colleges: [16, 2, 1])
    static let district = Recipe(
        expected: .potentialMilieu, sectors: ["C.15.20", "C.15.20", "C.15.20", "C.15.20", "C.15.12"], qualified: 0.12,
        adviceInside: 0.3, adviceOutside: 0.03, cooperation: 1.2, groups: 14, returned: 0.7, secondLayer: 0.6,
        supply: 1.2,
        dormant: 0.05, trainings: (1, 0.08), meetings: (6, 0.3), pools: (4, 0.3), conversion: 0.05, localFinance: 0.9)
    static let innovative = Recipe(
        expected: .innovativeMilieu,
        sectors: ["C.15.20", "C.15.12", "C.14.13", "C.22.19", "M.74.10", "M.72.19", "J.62.01", "G.47.72"],
        qualified: 0.65,
        adviceInside: 2.4, adviceOutside: 0.6, cooperation: 1.2, groups: 14, returned: 0.7, secondLayer: 0.6,
        supply: 1.2,
        dormant: 0.05, trainings: (6, 0.3), meetings: (6, 0.3), pools: (4, 0.3), conversion: 0.7, localFinance: 0.85)
    static let star = Recipe(
        expected: .noMilieu, sectors: ["C.15.20", "C.15.12", "C.25.11", "G.47.72", "N.78.20", "M.70.22"],
        qualified: 0.3,
        adviceOutside: 0.1, returned: 0.2, secondLayer: 0.1, trainings: (1, 0.1), meetings: (1, 0.1), pools: (1, 0.1),
        conversion: 0.1, localFinance: 0.4, colleges: [20, 1, 1], hasHub: true)
    static let all: [(name: String, recipe: Recipe)] = [
        ("branch plants", branchPlants), ("technopole", technopole), ("district", district), ("innovative", innovative),
        ("star", star),
    ]

    func made(_ seed: UInt64) -> Made {
        var making = Making(recipe: self, random: RandomSource(seed: seed, part: 0xEC1))
        making.actors()
        making.knowledge()
        making.interaction()
        making.financeAndGovernance()
        making.events()
        return making.made
    }
}

/// A territory in the making.
private struct Making {
    let recipe: Recipe
    var random: RandomSource
    var made = Made()
    private var inside: [Int] = []
    private var outside: [Int] = []
    private var told: Set<[Int]> = []
    private var citizens = 0
    private var association = 0

    init(recipe: Recipe, random: RandomSource) {
        (self.recipe, self.random) = (recipe, random)
        made.date = PartialDate(year: 2016)
    }

    mutating func actors() {
        let kinds =
            Array(repeating: "firm", count: recipe.firms) + Array(repeating: "school", count: recipe.firms / 10)
            + Array(repeating: "firm", count: recipe.firms / 8)
            + Array(repeating: "town", count: max(1, recipe.firms / 15))
        for (place, kind) in kinds.enumerated() {
            let isAssociation = kind == "firm" && place >= recipe.firms
            let sector = kind == "school" ? "P.85.42" : kind == "town" ? "O.84.11" : isAssociation ? "S.94.99" : nil
            inside.append(
                made.actor(kind: kind) { actor in
                    actor.sector = sector ?? recipe.sectors[random.below(recipe.sectors.count)]
                    actor.since = PartialDate(year: 2000 + random.below(10))
                    actor.size = Double(3 + random.below(60))
                    actor.qualifiedShare = min(1, max(0, recipe.qualified + 0.08 * random.normal()))
                })
            if isAssociation { association = inside[inside.count - 1] }
        }
        citizens = made.actor(kind: "citizens") { $0.members = 60 }
        inside.append(citizens)
        for _ in 0..<12 {
            outside.append(
                made.actor(kind: ["firm", "firm", "school"][random.below(3)], inside: false) { actor in
                    actor.sector = recipe.sectors[random.below(recipe.sectors.count)]
                })
        }
        if recipe.hasHub { association = inside[0] }
    }

    private mutating func count(_ mean: Double) -> Int {
        Int(mean) + (random.unit() < mean - Double(Int(mean)) ? 1 : 0)
    }
    private mutating func one(of actors: [Int]) -> Int { actors[random.below(actors.count)] }

    private mutating func tie(
        _ source: Int, _ target: Int, _ kind: String, since: PartialDate? = nil, status: TieStatus? = nil,
        amount: Double? = nil, college: String? = nil
    ) {
        let place = Made.kinds.firstIndex { $0.id == kind } ?? 0
        guard source != target, told.insert([source, target, place]).inserted else { return }
        let drawn: TieStatus = random.unit() < recipe.dormant ? .dormant : .active
        made.tie(source, target, kind, status: status ?? drawn) { details in
            (details.since, details.amount, details.college) = (since, amount, college)
            details.confidence = 0.8 + 0.2 * random.unit()
        }
    }

    mutating func knowledge() {
        for actor in inside {
            if recipe.hasHub, actor != inside[0] { advise(inside[0], actor) }
            for _ in 0..<count(recipe.adviceInside) { advise(one(of: inside), actor) }
            for _ in 0..<count(recipe.adviceOutside) { advise(one(of: outside), actor) }
        }
    }

    private mutating func advise(_ giver: Int, _ receiver: Int) {
        let year = 2012 + random.below(2)
        tie(giver, receiver, "advice", since: PartialDate(year: year, month: 3), status: .active)
        guard giver != receiver, random.unit() < recipe.conversion else { return }
        let partner = one(of: recipe.groups > 0 ? inside : outside)
        tie(receiver, partner, "help", since: PartialDate(year: year + 1, month: 3), status: .active)
    }

    private mutating func work(_ one: Int, _ other: Int) {
        tie(one, other, "help")
        if random.unit() < recipe.returned { tie(other, one, "help") }
        if random.unit() < recipe.secondLayer { tie(one, other, "supply") }
    }

    mutating func interaction() {
        for actor in inside {
            if recipe.hasHub, actor != inside[0] { work(inside[0], actor) }
            for _ in 0..<count(recipe.cooperation) { work(actor, one(of: inside)) }
            for _ in 0..<count(recipe.supply) { tie(actor, one(of: inside), "supply") }
            tie(actor, one(of: outside), "supply")
        }
        for _ in 0..<recipe.groups {
            let group = Array(inside.shuffled(using: &random).prefix(4))
            for (place, one) in group.enumerated() { for other in group[(place + 1)...] { work(one, other) } }
        }
    }

    mutating func financeAndGovernance() {
        for actor in inside.shuffled(using: &random).prefix(10) {
            let isLocal = random.unit() < recipe.localFinance
            let source = isLocal ? one(of: [citizens] + inside.prefix(5)) : one(of: outside)
            tie(source, actor, "finance", status: .active, amount: Double(1000 * (5 + random.below(45))))
        }
        for (name, seats) in zip(["workers", "users", "authorities"], recipe.colleges) {
            let members = inside.filter { $0 != association }.shuffled(using: &random).prefix(seats)
            for member in members { tie(member, association, "seat", status: .active, college: name) }
        }
    }

    mutating func events() {
        for (kind, many) in [("training", recipe.trainings), ("meeting", recipe.meetings), ("shop", recipe.pools)] {
            for number in 0..<many.0 {
                var members = Array(
                    inside.shuffled(using: &random).prefix(max(2, Int((many.1 * Double(inside.count)).rounded()))))
                if recipe.hasHub, !members.contains(inside[0]) { members[0] = inside[0] }
                made.event(kind, with: members) {
                    $0.date = PartialDate(year: 2012 + number % 5, month: 1 + number % 9)
                }
            }
        }
    }
}

extension Made {
    /// A territory that chance alone made: so many actors of random kinds and sectors, whose ties,
    /// meetings and dates follow nothing.
    static func chance(_ random: inout RandomSource) -> Made {
        var made = Made()
        let count = 20 + random.below(60)
        let sectors = ["C.15.20", "C.25.11", "C.10.71", "G.47.72", "M.70.22", "M.72.19", "J.62.01", "S.94.99"]
        for place in 0..<count + count / 4 {
            made.actor(kind: actorKinds[random.below(3)].id, inside: place < count) { actor in
                actor.sector = sectors[random.below(sectors.count)]
                actor.size = Double(1 + random.below(60))
                actor.qualifiedShare = random.unit()
                actor.since = PartialDate(year: 2000 + random.below(16))
            }
        }
        let degree = 1 + 3 * random.unit()
        for kind in ["advice", "help", "supply", "finance", "seat"] {
            for _ in 0..<Int(degree * Double(count) / (kind == "finance" || kind == "seat" ? 4 : 1)) {
                let (source, target) = (random.below(made.actors.count), random.below(count))
                guard source != target else { continue }
                made.tie(source, target, kind, status: random.below(8) == 0 ? .dormant : .active) { details in
                    details.since = PartialDate(year: 2011 + random.below(5), month: 1 + random.below(12))
                    details.amount = kind == "finance" ? Double(1 + random.below(100)) : nil
                    details.college = kind == "seat" ? ["workers", "users", "funders"][random.below(3)] : nil
                }
            }
        }
        for kind in ["training", "meeting", "meeting", "shop"] {
            for _ in 0..<1 + random.below(3) {
                let share = 0.05 + 0.25 * random.unit()
                made.event(kind, with: (0..<count).filter { _ in random.unit() < share }) {
                    $0.date = PartialDate(year: 2012 + random.below(4))
                }
            }
        }
        return made
    }
}
