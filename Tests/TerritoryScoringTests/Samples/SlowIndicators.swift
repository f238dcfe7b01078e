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
    private let inside: Set<Int>
    private let outside: Set<Int>
    private let present: Set<Int>
    /// Inside at some day of the window.
    private let ever: Set<Int>
    private let rows: [Row]
    private var tied: [Row] = []
    private var pairs: Set<Set<Int>> = []
    private var gatherings: [[Int: Int]] = []

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

    private static func head(_ actor: Int, _ network: Network, _ present: Set<Int>) -> Int {
        guard let parent = network.actors[actor].parent.flatMap({ network.actors.position(of: $0) }), present.contains(parent)
        else { return actor }
        return parent
    }

    /// A name for a row that is another's double in everything but its confidence.
    private static func doubled(_ place: Int, _ network: Network) -> String? {
        func text(_ tie: Tie) -> String {
            let (details, ends) = (tie.details, network.tieKinds[tie.kind].isDirected ? [tie.source, tie.target] : [tie.source, tie.target].sorted())
            return "\(ends)\(tie.kind)\(tie.weight)\(details.since?.description ?? "")/\(details.until?.description ?? "")\(details.status)\(details.amount ?? -1)\(details.further)"
                .filter { $0 != " " }
        }
        let own = text(network.ties[place])
        let others = network.ties.indices.count { $0 != place && network.ties[$0].details.fact == nil && text(network.ties[$0]) == own }
        return others > 0 ? own : nil
    }

    private func weight(_ actor: Int) -> Double { Double(network.actors[actor].members ?? 1) }
    private func weight(_ actors: some Sequence<Int>) -> Double { actors.sorted().reduce(0) { $0 + weight($1) } }

    /// The inside actors at an event, each with how many of it came.
    private func heads(at event: Int) -> [Int: Int] {
        var heads: [Int: Int] = [:]
        for row in network.participation where row.event == event && present.contains(row.actor) {
            let actor = Self.head(row.actor, network, present)
            let members = network.actors[actor].members ?? 1
            let came = min(members, Int(row.count ?? Double(network.actors[row.actor].members ?? 1)))
            if inside.contains(actor) { heads[actor] = max(heads[actor] ?? 0, came) }
        }
        return heads
    }

    private static func rank(_ row: Row) -> String {
        let status = ["active": "0", "": "1", "dormant": "2", "potential": "3"][row.status.rawValue]!
        return status + "\(Layer.standard.firstIndex(of: row.kind.layer)!)"
    }

    private func surveyed(_ what: String) -> Bool { network.description.surveyed!.contains(what) }

    // MARK: learning

    private var knowledge: [Row] {
        rows.filter { $0.layer == "knowledge" && $0.isPresent && !$0.ends.isDisjoint(with: inside) }
    }

    private func holds(_ event: Event) -> Bool {
        if event.status == .planned || event.status == .potential { return false }
        let isPooled = network.eventKinds.first { $0.id == event.kind }!.isPooled
        let end = event.until ?? (isPooled || event.status == .active ? nil : event.date)
        return (event.date?.earliest ?? 0) <= last && (end?.latest ?? .max) >= first
    }

    /// Events by what they are, with those present who took part.
    private func events(_ isWanted: (EventKind) -> Bool) -> [(place: Int, event: Event, members: Set<Int>)] {
        network.events.enumerated().filter { _, event in
            holds(event) && isWanted(network.eventKinds.first { $0.id == event.kind }!)
        }.map { place, event in
            let there = network.participation.filter { $0.event == place && present.contains($0.actor) }
            return (place, event, Set(there.map { Self.head($0.actor, network, present) }))
        }
    }

    private var learningEvents: [Set<Int>] {
        events { !$0.isPooled && $0.layer == .knowledge }.map(\.members)
    }

    func participation() -> Double {
        let taking = knowledge.reduce(Set<Int>()) { $0.union($1.ends) }.intersection(inside)
        let heads = events { !$0.isPooled && $0.layer == .knowledge }.map { self.heads(at: $0.place) }
        let meeting = inside.subtracting(taking).reduce(0) { sum, actor in sum + (heads.compactMap { $0[actor] }.max() ?? 0) }
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
                while let arc = arcs.first(where: { known.contains($0.0) && !known.contains($0.1) }) { known.insert(arc.1) }
                reached += weight(source) * weight(known.intersection(inside).subtracting([source]))
            }
            expected += chance * reached
        }
        let pairs = inside.sorted().reduce(0.0) { $0 + weight($1) * weight(inside.subtracting([$1])) }
        return expected / pairs
    }

    private func levels(_ actor: Int) -> [String] { (network.actors[actor].sector ?? "").split(separator: ".").map(String.init) }
    private func isOrganisation(_ actor: Int) -> Bool { network.actors[actor].kind != "citizens" }

    func diversity() -> Double? {
        let depth = present.filter { network.actors[$0].inside == true }.map { levels($0).count }.max() ?? 0
        var (sum, known, all) = (0.0, 0.0, 0.0)
        for ends in Set(knowledge.map(\.ends)) where ends.allSatisfy(isOrganisation) {
            let weight = knowledge.filter { $0.ends == ends }.map(\.tie.weight).max()!
            all += weight
            let (one, other) = (levels(ends.min()!).prefix(depth), levels(ends.max()!).prefix(depth))
            let common = zip(one, other).prefix { $0 == $1 }.count
            // Settled: a level that both know differs, or both are known to the deepest.
            guard depth > 1, common < min(one.count, other.count) || (one.count == depth && other.count == depth) else { continue }
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
            for group in groups.values { entropy -= weight(group) / weight(own) * naturalLogarithm(weight(group) / weight(own)) }
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
            let ways = row.kind.isDirected ? [[row.source, row.target]] : [[row.source, row.target], [row.target, row.source]]
            received.formUnion(ways.filter { outside.contains($0[0]) && inside.contains($0[1]) })
        }
        let passing = received.map { $0[1] }.filter { receiver in
            knowledge.contains { row in
                row.ends.isSubset(of: inside) && (row.source == receiver || (!row.kind.isDirected && row.target == receiver))
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
            func choose(_ n: Int, _ c: Int) -> Double { c > n ? 0 : (0..<c).reduce(1) { $0 * Double(n - $1) / Double($1 + 1) } }
            return (!own.contains { follows($0.day) }, choose(n - k, c) / choose(n, c))
        }
        var (found, expected, all, isOpen) = (0.0, 0.0, 0.0, false)
        for exposure in exposures {
            let ways = [isNever(cooperations, exposure.actor, exposure.day), isNever(activities, exposure.actor, exposure.day)]
            let chance = 1 - ways[0].chance * ways[1].chance
            all += exposure.share
            if !ways.allSatisfy(\.now) { found += exposure.share }
            expected += exposure.share * chance
            if chance > 1e-12, chance < 1 - 1e-12 { isOpen = true }
        }
        return isOpen ? max(0, (found - expected) / (all - expected)) : found / all
    }

    private func exposures(upTo end: Int) -> [(actor: Int, day: Int, share: Double)] {
        var told: [String: (actor: Int, day: Int, fact: String?)] = [:]
        for (place, tie) in network.ties.enumerated() where network.tieKinds[tie.kind].layer == .knowledge {
            guard let since = tie.details.since, present.isSuperset(of: [tie.source, tie.target]), Self.counts(tie, at: last, first)
            else { continue }
            let ends = [tie.source, tie.target].map { Self.head($0, network, present) }
            guard ends[0] != ends[1] else { continue }
            let fact = tie.details.fact ?? Self.doubled(place, network)
            for (giver, actor) in network.tieKinds[tie.kind].isDirected ? [(ends[0], ends[1])] : [(ends[0], ends[1]), (ends[1], ends[0])] {
                guard inside.contains(actor), since.earliest >= first, since.earliest <= end else { continue }
                let key = fact.map { "\($0) \(actor)" } ?? "\(giver) \(actor) \(since.earliest)"
                if told[key] == nil || told[key]!.day > since.earliest { told[key] = (actor, since.earliest, fact) }
            }
        }
        for row in network.participation where present.contains(row.actor) {
            let event = network.events[row.event]
            let kind = network.eventKinds.first { $0.id == event.kind }!
            let actor = Self.head(row.actor, network, present)
            guard !kind.isPooled, kind.layer == .knowledge, holds(event), let day = event.date?.earliest, inside.contains(actor),
                day >= first, day <= end
            else { continue }
            told["event \(row.event) \(actor)"] = (actor, day, nil)
        }
        return told.values.map { one in
            (one.actor, one.day, one.fact == nil ? 1 : 1 / Double(told.values.count { $0.fact == one.fact }))
        }
    }

    private func cooperationStarts() -> [(who: Set<Int>, day: Int)] {
        var starts: [String: (who: Set<Int>, day: Int)] = [:]
        for (place, tie) in network.ties.enumerated() where network.tieKinds[tie.kind].layer == .cooperation {
            guard let since = tie.details.since, present.isSuperset(of: [tie.source, tie.target]), Self.counts(tie, at: last, first)
            else { continue }
            let ends = Set([tie.source, tie.target].map { Self.head($0, network, present) })
            guard ends.count == 2 else { continue }
            let fact = tie.details.fact ?? Self.doubled(place, network)
            let key = (fact ?? "\(ends.sorted())") + " \(since.earliest)"
            starts[key] = ((starts[key]?.who ?? []).union(ends), since.earliest)
        }
        return Array(starts.values)
    }

    private func activityStarts() -> [(who: Set<Int>, day: Int)] {
        network.actors.compactMap { actor in
            guard let since = actor.since, let parent = actor.parent.flatMap({ network.actors.position(of: $0) }), present.contains(parent)
            else { return nil }
            return ([Self.head(parent, network, present)], since.earliest)
        }
    }

    private static func counts(_ tie: Tie, at last: Int, _ first: Int) -> Bool {
        let details = tie.details
        guard (details.since?.earliest ?? 0) <= last, (details.until?.latest ?? .max) >= first else { return false }
        if details.status == .past { return (details.until?.latest ?? 0) > last }
        return details.status == .active || details.status == .unknown
    }

    // MARK: interaction

    private var interaction: [Row] {
        rows.filter { $0.ends.isSubset(of: inside) && !["knowledge", "location"].contains($0.layer) }
    }


    func activation() -> Double? {
        let all = interaction
        func share(_ row: Row) -> Double { row.fact == nil ? 1 : 1 / Double(all.count { $0.fact == row.fact }) }
        func weight(_ rows: [Row]) -> Double { rows.reduce(0) { $0 + $1.tie.weight * share($1) } }
        func of(_ status: TieStatus) -> Double { weight(interaction.filter { $0.status == status }) }
        let known = of(.active) + of(.dormant) + of(.potential)
        guard weight(interaction) > 0 else { return 0 }
        guard interaction.contains(where: { $0.status == .dormant || $0.status == .potential }) else { return nil }
        return 2 * known >= weight(interaction) ? (of(.active) + of(.dormant) / 2) / known : nil
    }

    func reciprocity() -> Double? {
        guard !tied.isEmpty else { return 0 }
        let arcs = Set(tied.filter { $0.kind.isDirected && ["cooperation", "supply", "service", "finance"].contains($0.layer) }
            .map { [$0.source, $0.target] })
        guard !arcs.isEmpty, arcs.count < inside.count * (inside.count - 1) else { return nil }
        let returned = Double(arcs.filter { arcs.contains($0.reversed()) }.count) / Double(arcs.count)
        let density = Double(arcs.count) / Double(inside.count * (inside.count - 1))
        return max(0, (returned - density) / (1 - density))
    }

    /// The overlap that chance gives is given.
    func multiplexity(expectedOverlap: Double) -> Double {
        guard !pairs.isEmpty else { return 0 }
        let layers = Double(network.description.surveyed!.subtracting(["knowledge", "location", "events", "pooled_resources"]).count)
        let counts = pairs.map { pair in Double(Set(tied.filter { $0.ends == pair }.map(\.layer)).count) }
        let all = counts.reduce(0, +)
        let found = counts.reduce(0) { $0 + ($1 - 1) / (layers - 1) } / Double(counts.count)
        let expected = expectedOverlap / (all - expectedOverlap) / (layers - 1)
        return found == 1 ? 1 : max(0, (found - expected) / (1 - expected))
    }

    /// Triangles and four-cycles by looking at every triple and quadruple; the expectation is given.
    func closure(expectedTies: Double, expectedEvents: Double) -> Double? {
        let gatherings = gatherings.map { Set($0.keys) }
        let seats = gatherings.reduce(0) { $0 + $1.count }
        guard pairs.count + seats > 0 else { return 0 }
        let members = inside.sorted()
        var (closed, paths) = (0, 0)
        for middle in members {
            for one in members {
                for other in members where one < other && one != middle && other != middle {
                    guard pairs.contains([one, middle]), pairs.contains([middle, other]) else { continue }
                    paths += 1
                    if pairs.contains([one, other]) { closed += 1 }
                }
            }
        }
        var (cycles, threes) = (0, 0)
        for a in members {
            for e in gatherings.indices where gatherings[e].contains(a) {
                for b in gatherings[e] where b != a {
                    for f in gatherings.indices where f != e && gatherings[f].contains(b) {
                        threes += 1
                        if gatherings[f].contains(a) { cycles += 1 }
                    }
                }
            }
        }
        func beyond(_ found: Double, _ expected: Double) -> Double {
            found == 1 ? 1 : max(0, (found - expected) / (1 - expected))
        }
        var (sum, weight) = (0.0, 0)
        // As if ten more paths were open; each path between two ends was counted once.
        if paths > 0 {
            sum += Double(pairs.count) * beyond(Double(closed) / Double(paths), expectedTies) * Double(paths) / Double(paths + 10)
            weight += pairs.count
        }
        if threes > 0 {
            sum += Double(seats) * beyond(Double(cycles) / Double(threes), expectedEvents) * Double(threes) / Double(threes + 10)
            weight += seats
        }
        return weight > 0 ? sum / Double(weight) : 0
    }

    /// Who reaches whom by a chain of ties and events, without some.
    private func parts(without gone: Set<Int> = []) -> [Set<Int>] {
        let groups = pairs.map { $0 } + gatherings.map { Set($0.keys) }
        var parts: [Set<Int>] = []
        for actor in inside.subtracting(gone) where !parts.contains(where: { $0.contains(actor) }) {
            var part: Set<Int> = [actor]
            while let more = groups.map({ $0.subtracting(gone) }).first(where: { !$0.isDisjoint(with: part) && !$0.isSubset(of: part) }) {
                part.formUnion(more)
            }
            parts.append(part)
        }
        return parts
    }

    func participationInInteraction() -> Double {
        let taking = inside.filter { actor in pairs.contains { $0.contains(actor) } }
        let shared = gatherings.filter { $0.values.reduce(0, +) > 1 }
        let others = inside.subtracting(taking).reduce(0) { sum, actor in sum + (shared.compactMap { $0[actor] }.max() ?? 0) }
        return (weight(taking) + Double(others)) / weight(inside)
    }

    func connectedness() -> Double {
        let all = weight(inside)
        return parts().filter { $0.count > 1 }.reduce(0) { $0 + weight($1) * (weight($1) - 1) } / (all * (all - 1))
    }

    func intensity(scale: Double) -> Double {
        let shared = gatherings.filter { $0.values.reduce(0, +) > 1 }
        let sum = inside.sorted().reduce(0.0) { sum, actor in
            let tied = pairs.filter { $0.contains(actor) }.reduce(Set<Int>()) { $0.union($1) }.subtracting([actor])
            let events = shared.filter { $0[actor] != nil }
            let partners = weight(tied) + events.reduce(0.0) { $0 + Double($1[actor]!) / weight(actor) }
            let different = events.reduce(tied) { $0.union($1.keys) }.subtracting([actor])
            let most = events.isEmpty ? weight(different) : weight(different) + weight(actor) - 1
            return sum + weight(actor) * min(partners, most)
        }
        return 1 - exponential(-sum / weight(inside) / scale)
    }

    /// By trying each actor in turn.
    func robustness() -> Double? {
        guard inside.count > 2 else { return nil }
        guard pairs.count + gatherings.reduce(0, { $0 + $1.count }) > 0 else { return 0 }
        func joined(_ gone: Set<Int>) -> Int { parts(without: gone).reduce(0) { $0 + $1.count * ($1.count - 1) / 2 } }
        func degree(_ actor: Int, _ gone: Set<Int>) -> Int {
            pairs.count { $0.contains(actor) && $0.isDisjoint(with: gone) } + gatherings.count { $0[actor] != nil }
        }
        let n = Double(inside.count)
        let ties = max(n - 1, Double(pairs.count + gatherings.reduce(0) { $0 + max(0, $1.count - 1) }))
        var gone: Set<Int> = []
        var terms: [Double] = []
        for left in 1...min(max(3, (inside.count + 9) / 10), inside.count - 2) {
            let there = inside.subtracting(gone)
            let least = there.map { joined(gone.union([$0])) }.min()!
            let worst = there.filter { joined(gone.union([$0])) == least }
            let most = worst.map { degree($0, gone) }.max()!
            let equals = worst.filter { degree($0, gone) == most }
            // Which of equals goes first the engine decides by its own order.
            guard equals.count == 1 || left == min(max(3, (inside.count + 9) / 10), inside.count - 2) else { return -1 }
            gone.insert(equals.min()!)
            let rest = n - Double(left)
            let kept = max(0, ties - Double(left) * 2 * ties / n)
            let best = kept >= rest - 1 ? 1 : (rest / (rest - kept) - 1) / (rest - 1)
            if best > 0 { terms.append(min(1, Double(joined(gone)) / (rest * (rest - 1) / 2) / best)) }
        }
        return terms.isEmpty ? 0 : terms.reduce(0, +) / Double(terms.count)
    }

    func mixing() -> Double? {
        guard !pairs.isEmpty else { return 0 }
        func isAcross(_ pair: Set<Int>) -> Bool { network.actors[pair.min()!].kind != network.actors[pair.max()!].kind }
        let all = inside.flatMap { one in inside.filter { $0 > one }.map { Set([one, $0]) } }
        let across = Double(all.count(where: isAcross))
        guard across > 0 else { return nil }
        let (found, chance) = (Double(pairs.count(where: isAcross)) / Double(pairs.count), across / Double(all.count))
        let most = min(1, across / Double(pairs.count))
        return most - chance > 1e-12 ? max(0, (found - chance) / (most - chance)) : 1
    }

    func inclusiveness() -> Double {
        // One by one, a collective as often as it has members.
        let counts = inside.sorted().flatMap { actor -> [Double] in
            let own = tied.filter { $0.ends.contains(actor) }
            let ties = Set(
                own.map { row in
                    let isShared = row.fact != nil && tied.count { $0.fact == row.fact } > 1
                    return isShared ? "fact \(row.fact!)" : "\(row.ends.sorted()) \(row.layer)"
                })
            return Array(repeating: Double(ties.count + gatherings.count { $0[actor] != nil }), count: Int(weight(actor)))
        }
        let mean = counts.reduce(0, +) / Double(counts.count)
        guard mean > 0 else { return 0 }
        let n = Double(counts.count)
        let gaps = counts.reduce(0) { sum, x in sum + counts.reduce(0) { $0 + abs(x - $1) } }
        return 1 - gaps / (2 * n * n * mean) * n / (n - 1)
    }

    func collectiveEvents() -> Double? {
        let meetings = events { !$0.isPooled && $0.layer != .knowledge }
        guard !meetings.isEmpty else { return 0 }
        let told = meetings.filter { meeting in
            let known = network.participation.filter { network.events[$0.event].id == meeting.event.id }
                .reduce(0) { $0 + ($1.count ?? Double(network.actors[$1.actor].members ?? 1)) }
            return known >= (meeting.event.participants.map { Double($0) / 2 } ?? 2)
        }
        guard 2 * told.count >= meetings.count else { return nil }
        let heads = meetings.map { self.heads(at: $0.place) }
        return Double(inside.reduce(0) { sum, actor in sum + (heads.compactMap { $0[actor] }.max() ?? 0) }) / weight(inside)
    }

    func pooling() -> Double {
        let heads = events(\.isPooled).map { self.heads(at: $0.place) }
        return Double(inside.reduce(0) { sum, actor in sum + (heads.compactMap { $0[actor] }.max() ?? 0) }) / weight(inside)
    }

    func citizenFinance() -> Double? {
        let received = rows.filter { $0.layer == "finance" && $0.isPresent && inside.contains($0.target) }
        guard !received.isEmpty else { return 0 }
        func isLocal(_ row: Row) -> Bool { inside.contains(row.source) || network.actors[row.source].kind == "citizens" }
        let placed = received.filter { isLocal($0) || outside.contains($0.source) }
        func share(_ rows: [Row], _ size: (Row) -> Double) -> Double? {
            let all = rows.reduce(0) { $0 + size($1) }
            guard 2 * rows.count >= received.count, all > 0 else { return nil }
            return rows.filter(isLocal).reduce(0) { $0 + size($1) } / all
        }
        let parts = [
            share(placed) { $0.tie.details.contributors ?? Double(network.actors[$0.source].members ?? 1) },
            share(placed.filter { $0.tie.details.amount != nil }) { $0.tie.details.amount! },
        ].compactMap { $0 }
        return parts.isEmpty ? nil : parts.reduce(0, +) / Double(parts.count)
    }

    func sharedGovernance() -> Double? {
        let seats = rows.filter { row in
            ["governance", "membership"].contains(row.layer) && row.isPresent && inside.contains(row.target)
                && row.tie.details.college != nil
        }
        var shares: [Double] = []
        for organisation in Set(seats.map(\.target)) {
            let own = seats.filter { $0.target == organisation }
            let colleges = Dictionary(grouping: own) { $0.tie.details.college! }
            func told(_ row: Row) -> Double? { row.tie.details.seats ?? network.actors[row.source].members.map(Double.init) }
            guard own.contains(where: { told($0) != nil }) || colleges.values.contains(where: { $0.count > 1 })
            else { continue }
            let sizes = colleges.values.map { rows in rows.reduce(0.0) { $0 + (told($1) ?? 1) } }
            let all = sizes.reduce(0, +)
            guard all > 0 else { continue }
            let same = sizes.reduce(0) { $0 + ($1 / all) * ($1 / all) }
            shares.append(sizes.count == 1 ? 0 : (1 - same) / (1 - 1 / Double(sizes.count)))
        }
        return shares.isEmpty ? nil : shares.reduce(0, +) / Double(shares.count)
    }
}
