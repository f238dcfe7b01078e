import NetworkModel
import Vocabulary

@testable import TerritoryScoring

/// Every indicator once more, straight from its formula and the network's rows, with none of the
/// engine's code: slow, and in other words.
struct SlowIndicators {
    let network: Network
    let last: Int
    let first: Int
    let date: PartialDate
    /// Actors, a group by its head.
    let inside: Set<Int>
    let outside: Set<Int>
    let present: Set<Int>
    /// Inside at some day of the window.
    let ever: Set<Int>
    let rows: [Row]
    var tied: [Row] = []
    var pairs: Set<Set<Int>> = []
    var gatherings: [[Int: Int]] = []

    struct Row {
        let tie: Tie
        let kind: TieKind
        let status: TieStatus
        /// Between heads of groups.
        let source: Int
        let target: Int
        var fact: String?
        var layer: String { kind.layer.rawValue }
        var isPresent: Bool { status == .active || status == .unknown }
        var ends: Set<Int> { [source, target] }
    }

    init(_ network: Network, years: Double = 5) {
        self.network = network
        date = network.description.territory?.referenceDate ?? PartialDate(year: 9999)!
        last = date.latest
        first = last - Int((years * 365.2425).rounded())
        let window = first...last
        func meets(_ since: PartialDate?, _ until: PartialDate?) -> Bool {
            (since?.earliest ?? 0) <= window.upperBound && (until?.latest ?? .max) >= window.lowerBound
        }
        let met = Set(network.actors.indices.filter { meets(network.actors[$0].since, network.actors[$0].until) })
        let last = last
        let present = met.filter { (network.actors[$0].until?.latest ?? .max) >= last }
        self.present = present
        ever = met.filter { network.actors[$0].inside == true }
        func head(_ actor: Int) -> Int { Self.head(actor, network, present) }
        inside = Set(present.filter { network.actors[$0].inside == true }.map(head))
        outside = Set(present.filter { network.actors[$0].inside == false }.map(head))
        var told: [String: Row] = [:]
        var rows: [Row] = []
        for (place, tie) in network.ties.enumerated() {
            let details = tie.details
            guard present.contains(tie.source), present.contains(tie.target), head(tie.source) != head(tie.target),
                meets(details.since, details.until)
            else { continue }
            var status = details.status
            if status == .past {
                guard let until = details.until, until.latest > network.description.territory!.referenceDate!.latest
                else { continue }
                status = .active
            }
            if status == .planned { continue }
            let row = Row(
                tie: tie, kind: network.tieKinds[tie.kind], status: status, source: head(tie.source),
                target: head(tie.target))
            guard let fact = details.fact ?? Self.doubled(place, network) else {
                rows.append(row)
                continue
            }
            let key = "\(fact) \(row.ends.sorted())"
            if let known = told[key], Self.rank(known) <= Self.rank(row) { continue }
            told[key] = row
        }
        for (key, row) in told {
            var row = row
            row.fact = String(key.prefix { $0 != " " })
            rows.append(row)
        }
        self.rows = rows
        tied = interaction.filter(\.isPresent)
        pairs = Set(tied.map(\.ends))
        gatherings = events { $0.isPooled || $0.layer != .knowledge }.map { heads(at: $0.place) }
    }

    static func head(_ actor: Int, _ network: Network, _ present: Set<Int>) -> Int {
        guard let parent = network.actors[actor].parent.flatMap({ network.actors.position(of: $0) }),
            present.contains(parent)
        else { return actor }
        return parent
    }

    /// A name for a row that is another's double in everything but its confidence.
    static func doubled(_ place: Int, _ network: Network) -> String? {
        func text(_ tie: Tie) -> String {
            let (details, ends) = (
                tie.details,
                network.tieKinds[tie.kind].isDirected ? [tie.source, tie.target] : [tie.source, tie.target].sorted()
            )
            return
                "\(ends)\(tie.kind)\(tie.weight)\(details.since?.description ?? "")/\(details.until?.description ?? "")\(details.status)\(details.amount ?? -1)\(details.college ?? "")/\(details.seats ?? -1)/\(details.contributors ?? -1)\(details.form ?? "")"
                .filter { $0 != " " }
        }
        let own = text(network.ties[place])
        let others = network.ties.indices.count {
            $0 != place && network.ties[$0].details.fact == nil && text(network.ties[$0]) == own
        }
        return others > 0 ? own : nil
    }

    func weight(_ actor: Int) -> Double { Double(network.actors[actor].members ?? 1) }
    func weight(_ actors: some Sequence<Int>) -> Double { actors.sorted().reduce(0) { $0 + weight($1) } }

    /// The inside actors at an event, each with how many of it came.
    func heads(at event: Int) -> [Int: Int] {
        var heads: [Int: Int] = [:]
        for row in network.participation where row.event == event && present.contains(row.actor) {
            let actor = Self.head(row.actor, network, present)
            let members = network.actors[actor].members ?? 1
            let came = min(members, Int(row.count ?? Double(network.actors[row.actor].members ?? 1)))
            if inside.contains(actor) { heads[actor] = max(heads[actor] ?? 0, came) }
        }
        return heads
    }

    static func rank(_ row: Row) -> String {
        let status = ["active": "0", "": "1", "dormant": "2", "potential": "3"][row.status.rawValue]!
        return status + "\(Layer.standard.firstIndex(of: row.kind.layer)!)"
    }

    func surveyed(_ what: String) -> Bool { network.description.surveyed!.contains(what) }

    // MARK: learning

    var knowledge: [Row] {
        rows.filter { $0.layer == "knowledge" && $0.isPresent && !$0.ends.isDisjoint(with: inside) }
    }

    func holds(_ event: Event) -> Bool {
        if event.status == .planned || event.status == .potential { return false }
        let isPooled = network.eventKinds.first { $0.id == event.kind }!.isPooled
        let end = event.until ?? (isPooled || event.status == .active ? nil : event.date)
        return (event.date?.earliest ?? 0) <= last && (end?.latest ?? .max) >= first
    }

    /// Events by what they are, with those present who took part.
    func events(_ isWanted: (EventKind) -> Bool) -> [(place: Int, event: Event, members: Set<Int>)] {
        network.events.enumerated().filter { _, event in
            holds(event) && isWanted(network.eventKinds.first { $0.id == event.kind }!)
        }.map { place, event in
            let there = network.participation.filter { $0.event == place && present.contains($0.actor) }
            return (place, event, Set(there.map { Self.head($0.actor, network, present) }))
        }
    }

    var learningEvents: [Set<Int>] {
        events { !$0.isPooled && $0.layer == .knowledge }.map(\.members)
    }

    func participation() -> Double {
        let taking = knowledge.reduce(Set<Int>()) { $0.union($1.ends) }.intersection(inside)
        let heads = events { !$0.isPooled && $0.layer == .knowledge }.map { self.heads(at: $0.place) }
        let meeting = inside.subtracting(taking).reduce(0) { sum, actor in
            sum + (heads.compactMap { $0[actor] }.max() ?? 0)
        }
        return (weight(taking) + Double(meeting)) / weight(inside)
    }

    /// Over every subset of what can pass knowledge on; nil where there are too many.
    func reach(p: Double) -> Double? {
        let seats = learningEvents.enumerated().flatMap { event, members in
            members.sorted().map { (actor: $0, event: network.actors.count + event) }
        }
        // One for each pair, whatever rows tell it.
        let ties = Set(knowledge.map(\.ends)).map { ends in knowledge.filter { $0.ends == ends } }
        guard ties.count + seats.count <= 13, inside.count > 1 else { return nil }
        var expected = 0.0
        for live in 0..<(1 << (ties.count + seats.count)) {
            var chance = 1.0
            var arcs: [(Int, Int)] = []
            for (bit, rows) in ties.enumerated() {
                let isLive = live >> bit & 1 == 1
                chance *= isLive ? p : 1 - p
                guard isLive else { continue }
                for row in rows {
                    arcs.append((row.source, row.target))
                    if !row.kind.isDirected { arcs.append((row.target, row.source)) }
                }
            }
            for (bit, seat) in seats.enumerated() {
                let isLive = live >> (ties.count + bit) & 1 == 1
                chance *= isLive ? p.squareRoot() : 1 - p.squareRoot()
                if isLive { arcs += [(seat.actor, seat.event), (seat.event, seat.actor)] }
            }
            var reached = 0.0
            for source in inside.sorted() {
                var known: Set<Int> = [source]
                while let arc = arcs.first(where: { known.contains($0.0) && !known.contains($0.1) }) {
                    known.insert(arc.1)
                }
                reached += weight(source) * weight(known.intersection(inside).subtracting([source]))
            }
            expected += chance * reached
        }
        let pairs = inside.sorted().reduce(0.0) { $0 + weight($1) * weight(inside.subtracting([$1])) }
        return expected / pairs
    }

    func levels(_ actor: Int) -> [String] {
        (network.actors[actor].sector ?? "").split(separator: ".").map(String.init)
    }
    func isOrganisation(_ actor: Int) -> Bool { network.actors[actor].kind != "citizens" }

    func diversity() -> Double? {
        let depth = present.filter { network.actors[$0].inside == true }.map { levels($0).count }.max() ?? 0
        var (sum, known, all) = (0.0, 0.0, 0.0)
        for ends in Set(knowledge.map(\.ends)) where ends.allSatisfy(isOrganisation) {
            let weight = knowledge.filter { $0.ends == ends }.map(\.tie.weight).max()!
            all += weight
            let (one, other) = (levels(ends.min()!).prefix(depth), levels(ends.max()!).prefix(depth))
            let common = zip(one, other).prefix { $0 == $1 }.count
            // Settled: a level that both know differs, or both are known to the deepest.
            guard depth > 1, common < min(one.count, other.count) || (one.count == depth && other.count == depth) else {
                continue
            }
            let distance = Double(depth - common) / Double(depth)
            sum += weight * 4 * distance * (1 - distance)
            known += weight
        }
        return known > 0 && known >= all / 2 ? sum / known : nil
    }

    /// NACE Rev. 2: 24 divisions of manufacturing, 3 of trade, 7 of professional activities.
    func relatedVariety() -> Double? {
        let organisations = inside.filter(isOrganisation)
        let told = organisations.filter { levels($0).count > 1 }
        guard !told.isEmpty, 2 * told.count >= organisations.count else { return nil }
        var (top, bottom) = (0.0, 0.0)
        for (section, divisions) in [("C", 24.0), ("G", 3), ("M", 7)] {
            let own = told.filter { levels($0)[0] == section }
            guard own.count > 1 else { continue }
            let groups = Dictionary(grouping: own) { levels($0)[1] }
            var entropy = Double(groups.count - 1) / Double(2 * own.count)
            for group in groups.values {
                entropy -= weight(group) / weight(own) * naturalLogarithm(weight(group) / weight(own))
            }
            top += weight(own) * min(naturalLogarithm(divisions), entropy)
            bottom += weight(own) * naturalLogarithm(divisions)
        }
        return bottom > 0 ? top / bottom : nil
    }

    func openness() -> Double? {
        let unplaced = Set(present.map { Self.head($0, network, present) }).subtracting(inside).subtracting(outside)
        guard Double(inside.count) >= 0.8 * Double(inside.count + unplaced.count), !outside.isEmpty else { return nil }
        guard !knowledge.isEmpty || !learningEvents.allSatisfy(\.isEmpty) else { return 0 }
        let groups = knowledge.map(\.ends) + learningEvents
        var near = outside
        for _ in 0..<2 { near = groups.filter { !$0.isDisjoint(with: near) }.reduce(near) { $0.union($1) } }
        return weight(near.intersection(inside)) / weight(inside)
    }

    func gatekeeping() -> Double? {
        guard !outside.isEmpty else { return nil }
        guard !knowledge.isEmpty || !learningEvents.allSatisfy(\.isEmpty) else { return 0 }
        var received: Set<[Int]> = []
        for row in knowledge {
            let ways =
                row.kind.isDirected
                ? [[row.source, row.target]] : [[row.source, row.target], [row.target, row.source]]
            received.formUnion(ways.filter { outside.contains($0[0]) && inside.contains($0[1]) })
        }
        let passing = received.map { $0[1] }.filter { receiver in
            knowledge.contains { row in
                row.ends.isSubset(of: inside)
                    && (row.source == receiver || (!row.kind.isDirected && row.target == receiver))
            } || learningEvents.contains { $0.contains(receiver) && $0.intersection(inside).count > 1 }
        }
        return received.isEmpty ? nil : Double(passing.count) / Double(received.count)
    }

    func absorption() -> Double? {
        let organisations = inside.filter(isOrganisation).sorted().map { network.actors[$0] }
        let sized = organisations.filter { $0.size != nil }
        let known = sized.filter { $0.qualifiedShare != nil }
        let (all, told) = (sized.reduce(0) { $0 + $1.size! }, known.reduce(0) { $0 + $1.size! })
        guard told > 0, told / all * Double(sized.count) / Double(organisations.count) >= 0.5 else { return nil }
        return known.reduce(0) { $0 + $1.size! * $1.qualifiedShare! } / told
    }

    /// The share followed, and its mean over every way in which the dates of cooperations, and of
    /// activities, can change hands.
    func conversion() -> Double? {
        guard !knowledge.isEmpty || !learningEvents.allSatisfy(\.isEmpty) else { return 0 }
        let patience = Int((24 * 30.436875).rounded())
        let exposures = exposures(upTo: last - patience)
        guard !exposures.isEmpty else { return nil }
        let (cooperations, activities) = (cooperationStarts(), activityStarts())
        func isNever(_ starts: [(who: Set<Int>, day: Int)], _ actor: Int, _ day: Int) -> (now: Bool, chance: Double) {
            func follows(_ date: Int) -> Bool { date > day && date <= day + patience }
            let own = starts.filter { $0.who.contains(actor) }
            let (n, k, c) = (starts.count, starts.count { follows($0.day) }, own.count)
            // C(n − k, c) ÷ C(n, c).
            func choose(_ n: Int, _ c: Int) -> Double {
                c > n ? 0 : (0..<c).reduce(1) { $0 * Double(n - $1) / Double($1 + 1) }
            }
            return (!own.contains { follows($0.day) }, choose(n - k, c) / choose(n, c))
        }
        var (found, expected, all, isOpen) = (0.0, 0.0, 0.0, false)
        for exposure in exposures {
            let ways = [
                isNever(cooperations, exposure.actor, exposure.day), isNever(activities, exposure.actor, exposure.day),
            ]
            let chance = 1 - ways[0].chance * ways[1].chance
            all += exposure.share
            if !ways.allSatisfy(\.now) { found += exposure.share }
            expected += exposure.share * chance
            if chance > 1e-12, chance < 1 - 1e-12 { isOpen = true }
        }
        return isOpen ? max(0, (found - expected) / (all - expected)) : found / all
    }

    func exposures(upTo end: Int) -> [(actor: Int, day: Int, share: Double)] {
        var told: [String: (actor: Int, day: Int, fact: String?)] = [:]
        for (place, tie) in network.ties.enumerated() where network.tieKinds[tie.kind].layer == .knowledge {
            guard let since = tie.details.since, present.isSuperset(of: [tie.source, tie.target]),
                Self.counts(tie, at: last, first)
            else { continue }
            let ends = [tie.source, tie.target].map { Self.head($0, network, present) }
            guard ends[0] != ends[1] else { continue }
            let fact = tie.details.fact ?? Self.doubled(place, network)
            for (giver, actor) in network.tieKinds[tie.kind].isDirected
                ? [(ends[0], ends[1])] : [(ends[0], ends[1]), (ends[1], ends[0])]
            {
                guard inside.contains(actor), since.earliest >= first, since.earliest <= end else { continue }
                let key = fact.map { "\($0) \(actor)" } ?? "\(giver) \(actor) \(since.earliest)"
                if told[key] == nil || told[key]!.day > since.earliest { told[key] = (actor, since.earliest, fact) }
            }
        }
        for row in network.participation where present.contains(row.actor) {
            let event = network.events[row.event]
            let kind = network.eventKinds.first { $0.id == event.kind }!
            let actor = Self.head(row.actor, network, present)
            guard !kind.isPooled, kind.layer == .knowledge, holds(event), let day = event.date?.earliest,
                inside.contains(actor),
                day >= first, day <= end
            else { continue }
            told["event \(row.event) \(actor)"] = (actor, day, nil)
        }
        return told.values.map { one in
            (one.actor, one.day, one.fact == nil ? 1 : 1 / Double(told.values.count { $0.fact == one.fact }))
        }
    }

    func cooperationStarts() -> [(who: Set<Int>, day: Int)] {
        var starts: [String: (who: Set<Int>, day: Int)] = [:]
        for (place, tie) in network.ties.enumerated() where network.tieKinds[tie.kind].layer == .cooperation {
            guard let since = tie.details.since, present.isSuperset(of: [tie.source, tie.target]),
                Self.counts(tie, at: last, first)
            else { continue }
            let ends = Set([tie.source, tie.target].map { Self.head($0, network, present) })
            guard ends.count == 2 else { continue }
            let fact = tie.details.fact ?? Self.doubled(place, network)
            let key = (fact ?? "\(ends.sorted())") + " \(since.earliest)"
            starts[key] = ((starts[key]?.who ?? []).union(ends), since.earliest)
        }
        return Array(starts.values)
    }

    func activityStarts() -> [(who: Set<Int>, day: Int)] {
        network.actors.compactMap { actor in
            guard let since = actor.since, let parent = actor.parent.flatMap({ network.actors.position(of: $0) }),
                present.contains(parent)
            else { return nil }
            return ([Self.head(parent, network, present)], since.earliest)
        }
    }

    static func counts(_ tie: Tie, at last: Int, _ first: Int) -> Bool {
        let details = tie.details
        guard (details.since?.earliest ?? 0) <= last, (details.until?.latest ?? .max) >= first else { return false }
        if details.status == .past { return (details.until?.latest ?? 0) > last }
        return details.status == .active || details.status == .unknown
    }
}
