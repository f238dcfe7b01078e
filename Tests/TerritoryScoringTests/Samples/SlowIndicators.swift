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
    private let inside: Set<Int>
    private let outside: Set<Int>
    private let present: Set<Int>
    private let rows: [Row]
    private var tied: [Row] = []
    private var pairs: Set<Set<Int>> = []
    private var gatherings: [Set<Int>] = []

    struct Row {
        let tie: Tie
        let kind: TieKind
        let status: TieStatus
        var layer: String { kind.layer.rawValue }
        var isPresent: Bool { status == .active || status == .unknown }
        var ends: Set<Int> { [tie.source, tie.target] }
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
        let present = Set(network.actors.indices.filter { meets(network.actors[$0].since, network.actors[$0].until) })
        self.present = present
        inside = present.filter { network.actors[$0].inside == true }
        outside = present.filter { network.actors[$0].inside == false }
        var told: [String: Row] = [:]
        var rows: [Row] = []
        for tie in network.ties {
            let details = tie.details
            guard tie.source != tie.target, present.contains(tie.source), present.contains(tie.target),
                meets(details.since, details.until)
            else { continue }
            var status = details.status
            if status == .past {
                guard let until = details.until, until.latest > network.description.territory!.referenceDate!.latest
                else { continue }
                status = .active
            }
            if status == .planned { continue }
            let row = Row(tie: tie, kind: network.tieKinds[tie.kind], status: status)
            guard let fact = details.fact else {
                rows.append(row)
                continue
            }
            let key = "\(fact) \(row.ends.sorted())"
            if let known = told[key], Self.rank(known) <= Self.rank(row) { continue }
            told[key] = row
        }
        self.rows = rows + told.values
        tied = interaction.filter(\.isPresent)
        pairs = Set(tied.map(\.ends))
        gatherings = events { $0.isPooled || $0.layer != .knowledge }.map { $0.members.intersection(inside) }
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
    private func events(_ isWanted: (EventKind) -> Bool) -> [(event: Event, members: Set<Int>)] {
        network.events.enumerated().filter { _, event in
            holds(event) && isWanted(network.eventKinds.first { $0.id == event.kind }!)
        }.map { place, event in
            (event, Set(network.participation.filter { $0.event == place }.map(\.actor)).intersection(present))
        }
    }

    private var learningEvents: [Set<Int>] {
        events { !$0.isPooled && $0.layer == .knowledge }.map(\.members)
    }

    func participation() -> Double {
        let taking = knowledge.reduce(Set<Int>()) { $0.union($1.ends) }
        let meeting = learningEvents.reduce(Set<Int>()) { $0.union($1) }
        return Double(taking.union(meeting).intersection(inside).count) / Double(inside.count)
    }

    /// Over every subset of what can pass knowledge on; nil where there are too many.
    func reach(p: Double) -> Double? {
        let seats = learningEvents.enumerated().flatMap { event, members in
            members.sorted().map { (actor: $0, event: network.actors.count + event) }
        }
        let ties = knowledge
        guard ties.count + seats.count <= 13, inside.count > 1 else { return nil }
        var expected = 0.0
        for live in 0..<(1 << (ties.count + seats.count)) {
            var chance = 1.0
            var arcs: [(Int, Int)] = []
            for (bit, row) in ties.enumerated() {
                let isLive = live >> bit & 1 == 1
                chance *= isLive ? p : 1 - p
                guard isLive else { continue }
                arcs.append((row.tie.source, row.tie.target))
                if !row.kind.isDirected { arcs.append((row.tie.target, row.tie.source)) }
            }
            for (bit, seat) in seats.enumerated() {
                let isLive = live >> (ties.count + bit) & 1 == 1
                chance *= isLive ? p.squareRoot() : 1 - p.squareRoot()
                if isLive { arcs += [(seat.actor, seat.event), (seat.event, seat.actor)] }
            }
            var reached = 0
            for source in inside {
                var known: Set<Int> = [source]
                while let arc = arcs.first(where: { known.contains($0.0) && !known.contains($0.1) }) { known.insert(arc.1) }
                reached += known.intersection(inside).count - 1
            }
            expected += chance * Double(reached)
        }
        return expected / Double(inside.count * (inside.count - 1))
    }

    func diversity() -> Double? {
        var (sum, known, all) = (0.0, 0.0, 0.0)
        for row in knowledge {
            all += row.tie.weight
            guard let one = network.actors[row.tie.source].sector, let other = network.actors[row.tie.target].sector else { continue }
            let (a, b) = (one.split(separator: "."), other.split(separator: "."))
            let common = zip(a, b).prefix { $0 == $1 }.count
            let distance = Double(3 - common) / 3
            sum += row.tie.weight * 4 * distance * (1 - distance)
            known += row.tie.weight
        }
        return known > 0 && known >= all / 2 ? sum / known : nil
    }

    func relatedVariety() -> Double? {
        func deep(_ actor: Actor) -> String? { actor.sector.flatMap { $0.contains(".") ? $0 : nil } }
        let paths = inside.compactMap { deep(network.actors[$0]) }
        guard 2 * paths.count >= inside.count else { return nil }
        var (top, bottom) = (0.0, 0.0)
        for sector in Set(paths.map { $0.prefix(1) }) {
            let own = paths.filter { $0.hasPrefix(sector) }
            guard own.count > 1 else { continue }
            let possible = max(2, Set(network.actors.compactMap(deep).filter { $0.hasPrefix(sector) }).count)
            let limit = naturalLogarithm(Double(min(possible, own.count)))
            var entropy = Double(Set(own).count - 1) / Double(2 * own.count)
            for path in Set(own) {
                let share = Double(own.filter { $0 == path }.count) / Double(own.count)
                entropy -= share * naturalLogarithm(share)
            }
            top += Double(own.count) * min(limit, entropy)
            bottom += Double(own.count) * limit
        }
        return bottom > 0 ? top / bottom : nil
    }

    func openness() -> Double? {
        guard Double(inside.count + outside.count) >= 0.8 * Double(present.count) else { return nil }
        guard !knowledge.isEmpty || !learningEvents.allSatisfy(\.isEmpty) else { return 0 }
        let groups = knowledge.map(\.ends) + learningEvents
        var near = outside
        for _ in 0..<2 { near = groups.filter { !$0.isDisjoint(with: near) }.reduce(near) { $0.union($1) } }
        return Double(near.intersection(inside).count) / Double(inside.count)
    }

    func gatekeeping() -> Double? {
        guard !knowledge.isEmpty || !learningEvents.allSatisfy(\.isEmpty) else { return 0 }
        var receivers: [Int] = []
        for row in knowledge {
            let ways = row.kind.isDirected ? [(row.tie.source, row.tie.target)] : [(row.tie.source, row.tie.target), (row.tie.target, row.tie.source)]
            receivers += ways.filter { outside.contains($0.0) && inside.contains($0.1) }.map(\.1)
        }
        let passing = receivers.filter { receiver in
            knowledge.contains { row in
                row.ends.isSubset(of: inside) && (row.tie.source == receiver || (!row.kind.isDirected && row.tie.target == receiver))
            } || learningEvents.contains { $0.contains(receiver) && $0.intersection(inside).count > 1 }
        }
        return receivers.isEmpty ? nil : Double(passing.count) / Double(receivers.count)
    }

    func absorption() -> Double? {
        let sizes = inside.compactMap { network.actors[$0].size }.sorted()
        let median = sizes.isEmpty ? 1 : (sizes[(sizes.count - 1) / 2] + sizes[sizes.count / 2]) / 2
        func staff(_ actor: Int) -> Double { network.actors[actor].size ?? median }
        let known = inside.filter { network.actors[$0].qualifiedShare != nil }.sorted()
        let (all, told) = (inside.sorted().reduce(0) { $0 + staff($1) }, known.reduce(0) { $0 + staff($1) })
        guard told > 0, told >= all / 2 else { return nil }
        return known.reduce(0) { $0 + staff($1) * network.actors[$1].qualifiedShare! } / told
    }

    func conversion() -> Double? {
        guard !knowledge.isEmpty || !learningEvents.allSatisfy(\.isEmpty) else { return 0 }
        let patience = Int((24 * 30.436875).rounded())
        var exposures: [(actor: Int, day: Int)] = []
        for tie in network.ties where network.tieKinds[tie.kind].layer == .knowledge && tie.source != tie.target {
            guard let since = tie.details.since, present.isSuperset(of: [tie.source, tie.target]),
                Self.counts(tie, at: last, first), since.earliest >= first
            else { continue }
            exposures.append((tie.target, since.earliest))
            if !network.tieKinds[tie.kind].isDirected { exposures.append((tie.source, since.earliest)) }
        }
        for row in network.participation where present.contains(row.actor) {
            let event = network.events[row.event]
            let kind = network.eventKinds.first { $0.id == event.kind }!
            if !kind.isPooled, kind.layer == .knowledge, holds(event), let day = event.date?.earliest {
                exposures.append((row.actor, day))
            }
        }
        exposures = exposures.filter { inside.contains($0.actor) && $0.day >= first && $0.day <= last - patience }
        let followed = exposures.filter { exposure in
            network.ties.contains { tie in
                guard let since = tie.details.since, network.tieKinds[tie.kind].layer == .cooperation,
                    present.isSuperset(of: [tie.source, tie.target]), Self.counts(tie, at: last, first)
                else { return false }
                let gap = since.earliest - exposure.day
                return (tie.source == exposure.actor || tie.target == exposure.actor) && gap > 0 && gap <= patience
            }
        }
        return exposures.isEmpty ? nil : Double(followed.count) / Double(exposures.count)
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
        func weight(_ rows: [Row]) -> Double { rows.reduce(0) { $0 + $1.tie.weight } }
        func of(_ status: TieStatus) -> Double { weight(interaction.filter { $0.status == status }) }
        let known = of(.active) + of(.dormant) + of(.potential)
        guard weight(interaction) > 0 else { return 0 }
        return 2 * known >= weight(interaction) ? (of(.active) + of(.dormant) / 2) / known : nil
    }

    func reciprocity() -> Double? {
        guard !tied.isEmpty else { return 0 }
        let arcs = Set(tied.filter { $0.kind.isDirected && ["cooperation", "supply", "service", "finance"].contains($0.layer) }
            .map { [$0.tie.source, $0.tie.target] })
        guard !arcs.isEmpty, arcs.count < inside.count * (inside.count - 1) else { return nil }
        let returned = Double(arcs.filter { arcs.contains($0.reversed()) }.count) / Double(arcs.count)
        let density = Double(arcs.count) / Double(inside.count * (inside.count - 1))
        return max(0, (returned - density) / (1 - density))
    }

    func multiplexity() -> Double {
        guard !pairs.isEmpty else { return 0 }
        let layers = network.description.surveyed!.subtracting(["knowledge", "location", "events", "pooled_resources"]).count
        let shares = pairs.map { pair in
            Double(Set(tied.filter { $0.ends == pair }.map(\.layer)).count - 1) / Double(layers - 1)
        }
        return shares.reduce(0, +) / Double(shares.count)
    }

    /// Triangles and four-cycles by looking at every triple and quadruple; the expectation is given.
    func closure(expectedTies: Double, expectedEvents: Double) -> Double? {
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
        if paths > 0 {
            sum += Double(pairs.count) * beyond(Double(closed) / Double(paths), expectedTies)
            weight += pairs.count
        }
        if threes > 0 {
            sum += Double(seats) * beyond(Double(cycles) / Double(threes), expectedEvents)
            weight += seats
        }
        return weight > 0 ? sum / Double(weight) : nil
    }

    func brokerIndependence() -> Double {
        let groups = gatherings
        func steps(_ without: Int?) -> [Int: Set<Int>] {
            var steps: [Int: Set<Int>] = [:]
            func join(_ a: Int, _ b: Int) {
                guard a != without, b != without else { return }
                steps[a, default: []].insert(b)
                steps[b, default: []].insert(a)
            }
            for pair in pairs { join(pair.min()!, pair.max()!) }
            for (event, group) in groups.enumerated() { for actor in group { join(actor, -1 - event) } }
            return steps
        }
        func share(_ without: Int?) -> Double {
            let all = steps(without), actors = inside.subtracting(without.map { [$0] } ?? [])
            var connected = 0
            for actor in actors {
                var known: Set<Int> = [actor]
                while let next = known.first(where: { !all[$0, default: []].isSubset(of: known) }) { known.formUnion(all[next]!) }
                connected += known.intersection(actors).count - 1
            }
            return actors.count > 1 ? Double(connected) / Double(actors.count * (actors.count - 1)) : 0
        }
        let whole = share(nil)
        guard whole > 0 else { return 0 }
        let scores = betweenness(steps(nil))
        let best = scores.values.max() ?? 0
        let brokers = inside.filter { !(steps(nil)[$0] ?? []).isEmpty && scores[$0, default: 0] >= best - 1e-9 }
        return min(1, brokers.map { share($0) }.min()! / whole)
    }

    /// By listing every shortest path between every two actors.
    private func betweenness(_ steps: [Int: Set<Int>]) -> [Int: Double] {
        var scores: [Int: Double] = [:]
        for source in inside {
            for target in inside where target > source {
                var paths = [[source]]
                var seen: Set<Int> = [source]
                while !paths.isEmpty, !paths.contains(where: { $0.last == target }) {
                    seen.formUnion(paths.map { $0.last! })
                    paths = paths.flatMap { path in
                        steps[path.last!, default: []].subtracting(seen).map { path + [$0] }
                    }
                }
                let shortest = paths.filter { $0.last == target }
                for path in shortest {
                    for actor in path.dropFirst().dropLast() where actor >= 0 {
                        scores[actor, default: 0] += 1 / Double(shortest.count)
                    }
                }
            }
        }
        return scores
    }

    func mixing() -> Double? {
        guard !tied.isEmpty else { return 0 }
        let ends = tied.map { (network.actors[$0.tie.source].kind, network.actors[$0.tie.target].kind) }
        let all = ends.flatMap { [$0.0, $0.1] }
        guard Set(all).count > 1 else { return nil }
        let same = Set(all).reduce(0.0) { sum, kind in
            let share = Double(all.filter { $0 == kind }.count) / Double(all.count)
            return sum + share * share
        }
        return min(1, Double(ends.filter { $0.0 != $0.1 }.count) / Double(ends.count) / (1 - same))
    }

    func inclusiveness() -> Double {
        let counts = inside.map { actor in
            Double(tied.filter { $0.ends.contains(actor) }.count + gatherings.filter { $0.contains(actor) }.count)
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
        let taking = meetings.reduce(Set<Int>()) { $0.union($1.members) }.intersection(inside)
        return Double(taking.count) / Double(inside.count)
    }

    func pooling() -> Double {
        let pools = events(\.isPooled).reduce(Set<Int>()) { $0.union($1.members) }.intersection(inside)
        return Double(pools.count) / Double(inside.count)
    }

    func citizenFinance() -> Double? {
        let received = rows.filter { $0.layer == "finance" && $0.isPresent && inside.contains($0.tie.target) }
        guard !received.isEmpty else { return 0 }
        func isLocal(_ row: Row) -> Bool { inside.contains(row.tie.source) || network.actors[row.tie.source].kind == "citizens" }
        let placed = received.filter { isLocal($0) || outside.contains($0.tie.source) }
        func share(_ rows: [Row], _ size: (Row) -> Double) -> Double? {
            let all = rows.reduce(0) { $0 + size($1) }
            guard 2 * rows.count >= received.count, all > 0 else { return nil }
            return rows.filter(isLocal).reduce(0) { $0 + size($1) } / all
        }
        let parts = [
            share(placed) { $0.tie.details.contributors ?? Double(network.actors[$0.tie.source].members ?? 1) },
            share(placed.filter { $0.tie.details.amount != nil }) { $0.tie.details.amount! },
        ].compactMap { $0 }
        return parts.isEmpty ? nil : parts.reduce(0, +) / Double(parts.count)
    }

    func sharedGovernance() -> Double? {
        let seats = rows.filter { row in
            ["governance", "membership"].contains(row.layer) && row.isPresent && inside.contains(row.tie.target)
                && row.tie.details.college != nil
        }
        var shares: [Double] = []
        for organisation in Set(seats.map(\.tie.target)) {
            let own = seats.filter { $0.tie.target == organisation }
            let colleges = Dictionary(grouping: own) { $0.tie.details.college! }
            func told(_ row: Row) -> Double? { row.tie.details.seats ?? network.actors[row.tie.source].members.map(Double.init) }
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
