import Vocabulary

/// Whether something comes of what actors learn.
enum KnowledgeConversion {
    static let indicator = Indicator(
        "knowledge_conversion", .absorption,
        name: Bilingual(en: "conversion of knowledge", fr: "conversion de la connaissance"),
        formula:
            #"\max\left(0, \frac{f - \mathbb{E} f}{1 - \mathbb{E} f}\right), \quad f = \frac{\sum_e s_e \mathbb{1}(\text{followed within } m \text{ months})}{\sum_e s_e}"#,
        reading: Bilingual(
            en:
                "The share of dated exposures to knowledge (an event of learning attended, a tie of knowledge received; a fact counts once) that a new cooperation or activity of that actor followed in time, beyond what permuted dates of cooperations and activities would give; exposures too recent to tell are left out. That share, its 5-95 % interval (Beta(½, ½) prior) and what permuted dates give stand beside.",
            fr:
                "La part des expositions datées à la connaissance (événement d'apprentissage suivi, lien de connaissance reçu ; un fait compte une fois) que suit à temps une coopération ou une activité nouvelle de cet acteur, au-delà de ce que donneraient des dates de coopérations et d'activités permutées ; les expositions trop récentes sont écartées. Cette part, son intervalle 5-95 % (a priori Bêta(½, ½)) et ce que donnent des dates permutées figurent à côté."
        ),
        undefined: Bilingual(
            en:
                "Undefined where no exposure is dated early enough in the window. Where the dates have no other arrangement, nothing is taken off.",
            fr:
                "Indéfini si aucune exposition n'est datée assez tôt dans la fenêtre. Si les dates n'admettent pas d'autre arrangement, rien n'est retiré."
        ),
        needs: Bilingual(
            en:
                "ties.csv, column since, in the layers \"knowledge\" and \"cooperation\"; events.csv, column date; actors.csv, columns since and parent",
            fr:
                "ties.csv, colonne since, dans les couches « knowledge » et « cooperation » ; events.csv, colonne date ; actors.csv, colonnes since et parent"
        ),
        sources: [
            Reference(
                "Zahra and George", 2002, "Absorptive capacity: a review, reconceptualization, and extension",
                "Academy of Management Review 27(2), 185–203")
        ],
        reads: .knowledge.union(.starts)
    ) { situation in
        guard situation.code.knowledgeIsSurveyed else { return .undefined(Reason.knowledgeNotSurveyed) }
        guard !situation.knowledgeIsEmpty else { return .nothingFound }
        let exposures = ExposuresThere(situation)
        let coverage = datedShare(situation)
        guard !exposures.isEmpty else { return .undefined(none, coverage: 0) }
        let hidden = situation.scenario.hiddenConversion
        func isHidden(_ node: Int32) -> Bool { hidden?.isHidden[Int(node)] == true }
        var (sum, count) = (Fruit(), 0.0)
        exposures.forEach { exposure, share, ties, actors in
            if isHidden(exposure.node) { count += share } else { sum.add(share, ties, actors) }
        }
        if let hidden { sum.add(hidden, count) }
        let (found, chance, isOpen) = (sum.followed / sum.all, sum.expected / sum.all, sum.isOpen)
        let (hits, misses) = (found * Double(exposures.count), (1 - found) * Double(exposures.count))
        return .known(
            isOpen ? (found - chance) / (1 - chance) : found, coverage: coverage, reason: isOpen ? nil : noOther,
            beside: !situation.wantsBeside
                ? []
                : [
                    .init(id: "conversion_share", name: share, value: found),
                    .init(id: "conversion_low", name: low, value: Beta.quantile(0.05, hits + 0.5, misses + 0.5)),
                    .init(id: "conversion_high", name: high, value: Beta.quantile(0.95, hits + 0.5, misses + 0.5)),
                    .init(id: "conversion_by_chance", name: byChance, value: chance),
                ])
    }

    /// By inside actor that was exposed, what became of it.
    static func fruits(_ situation: Situation) -> [Int32: Fruit] {
        var fruits: [Int32: Fruit] = [:]
        ExposuresThere(situation).forEach { exposure, share, ties, actors in
            fruits[exposure.node, default: Fruit()].add(share, ties, actors)
        }
        return fruits
    }

    /// What became of exposures: how many there were, how many were followed, and would be by chance.
    struct Fruit: Sendable, Hashable {
        private(set) var all = 0.0
        private(set) var followed = 0.0
        private(set) var expected = 0.0
        /// Whether dates that change hands could give something else.
        private(set) var isOpen = false

        /// An exposure that counts for a share.
        fileprivate mutating func add(_ share: Double, _ ties: StartsThere.Chance, _ actors: StartsThere.Chance) {
            all += share
            if ties.isFollowed || actors.isFollowed { followed += share }
            let chance = 1 - ties.none * actors.none
            expected += share * chance
            if chance > 1e-12, chance < 1 - 1e-12 { isOpen = true }
        }

        /// Those of another actor.
        mutating func add(_ other: Fruit) {
            all += other.all
            followed += other.followed
            expected += other.expected
            isOpen = isOpen || other.isOpen
        }

        /// So many of which not all is known.
        fileprivate mutating func add(_ hidden: HiddenConversion, _ count: Double) {
            guard count > 0 else { return }
            all += count
            let told = min(count, hidden.told)
            followed += told * hidden.toldFollowed + (count - told) * hidden.followed
            expected += count * hidden.expected
            if hidden.expected > 1e-12, hidden.expected < 1 - 1e-12 { isOpen = true }
        }
    }

    /// The share of ties received and events attended whose date is told.
    private static func datedShare(_ situation: Situation) -> Double {
        let scenario = situation.scenario
        var (dated, all) = (0, 0)
        for place in situation.knowledge {
            let link = scenario.knowledge[Int(place)]
            let receives =
                scenario.isInside[Int(link.target)] || (!link.isDirected && scenario.isInside[Int(link.source)])
            guard receives else { continue }
            all += 1
            if situation.code.ties[Int(link.tie)].since != nil { dated += 1 }
        }
        for place in situation.knowledgeSeats {
            let seat = scenario.knowledgeSeats[Int(place)]
            guard scenario.isInside[Int(seat.node)] else { continue }
            all += 1
            if situation.code.events[Int(seat.event)].since != nil { dated += 1 }
        }
        return all == 0 ? 1 : Double(dated) / Double(all)
    }

    private static let share = Bilingual(en: "share followed", fr: "part suivie")
    private static let byChance = Bilingual(en: "with permuted dates", fr: "à dates permutées")
    private static let noOther = Bilingual(
        en: "The dates have no other arrangement: chance has nothing to take off.",
        fr: "Les dates n'admettent pas d'autre arrangement : le hasard n'a rien à retirer.")
    private static let low = Bilingual(en: "conversion, 5 %", fr: "conversion, 5 %")
    private static let high = Bilingual(en: "conversion, 95 %", fr: "conversion, 95 %")
    private static let none = Bilingual(
        en: "No exposure to knowledge is dated early enough in the window for its effect to be seen.",
        fr: "Aucune exposition à la connaissance n'est datée assez tôt dans la fenêtre pour qu'on en voie l'effet.")
}

/// The exposures that are there, and how likely what followed them would have come by chance.
private struct ExposuresThere {
    private let situation: Situation
    /// Places among all exposures, ascending.
    private let places: [Int]
    /// By fact, how many of them tell it; empty where none tells one.
    private let tellings: [Int32]

    init(_ situation: Situation) {
        let exposures = situation.scenario.exposures
        let (all, ties) = (exposures.all.span, exposures.ties.span)
        var (places, lastFact): ([Int], Int32) = ([], -1)
        for place in all.indices where situation.isThere[Int(all[place].node)] {
            let event = Int(all[place].event)
            var isThere = event >= 0 && situation.presence.events[event]
            for row in all[place].ties where !isThere { isThere = situation.isThere(tie: ties[row]) }
            guard isThere else { continue }
            places.append(place)
            lastFact = max(lastFact, all[place].fact)
        }
        var tellings = [Int32](repeating: 0, count: Int(lastFact) + 1)
        if lastFact >= 0 {
            for place in places where all[place].fact >= 0 { tellings[Int(all[place].fact)] += 1 }
        }
        (self.situation, self.places, self.tellings) = (situation, places, tellings)
    }

    var isEmpty: Bool { places.isEmpty }
    var count: Int { places.count }

    /// Each with what it counts for (a fact once, however many it exposed), and the chances that a cooperation and an
    /// activity follow it.
    func forEach(_ body: (Exposure, Double, StartsThere.Chance, StartsThere.Chance) -> Void) {
        let starts = situation.scenario.starts
        let (cooperations, activities) = (
            StartsThere(starts.cooperations, situation), StartsThere(starts.activities, situation)
        )
        let all = situation.scenario.exposures.all
        for place in places {
            let exposure = all[place]
            body(
                exposure, exposure.fact >= 0 ? 1 / Double(tellings[Int(exposure.fact)]) : 1,
                cooperations.chance(exposure.cooperations, of: exposure.node),
                activities.chance(exposure.activities, of: exposure.node))
        }
    }
}

/// The starts that are there, and how likely one of an actor's would fall into a span of time if their
/// dates changed hands.
private struct StartsThere {
    /// Whether a start lies in a span, and the chance that none would.
    typealias Chance = (isFollowed: Bool, none: Double)

    private let list: StartList
    /// By place among all starts, how many before it are there.
    private let before: [Int32]

    init(_ list: StartList, _ situation: Situation) {
        var before: [Int32] = [0]
        before.reserveCapacity(list.days.count + 1)
        let (offsets, ties, actors) = (list.tieOffsets.span, list.ties.span, list.actors.span)
        var count: Int32 = 0
        for place in list.days.indices {
            var isThere = actors[place] >= 0 && situation.presence.actors[Int(actors[place])]
            for tie in Int(offsets[place])..<Int(offsets[place + 1]) where !isThere {
                isThere = situation.isThere(tie: ties[tie])
            }
            if isThere { count += 1 }
            before.append(count)
        }
        (self.list, self.before) = (list, before)
    }

    /// Whether a start of a node lies in a span, and the chance that none would: of its c starts among all
    /// N, of which k lie in the span, none is one of those k.
    func chance(_ span: Range<Int>, of node: Int32) -> Chance {
        let (count, inside) = (Int(before[before.count - 1]), Int(before[span.upperBound] - before[span.lowerBound]))
        var (none, taken, isFollowed) = (1.0, 0, false)
        for row in Int(list.nodeOffsets[Int(node)])..<Int(list.nodeOffsets[Int(node) + 1]) {
            let place = Int(list.places[row])
            guard before[place + 1] > before[place] else { continue }
            none *= Double(max(0, count - inside - taken)) / Double(count - taken)
            taken += 1
            if span.contains(place) { isFollowed = true }
        }
        return (isFollowed, none)
    }
}
