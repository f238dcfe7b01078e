import NetworkModel
import Vocabulary

@testable import TerritoryScoring

/// The side of interaction.
extension SlowIndicators {
    var interaction: [Row] {
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
        let arcs = Set(
            tied.filter { $0.kind.isDirected && ["cooperation", "supply", "service", "finance"].contains($0.layer) }
                .map { [$0.source, $0.target] })
        guard !arcs.isEmpty, arcs.count < inside.count * (inside.count - 1) else { return nil }
        let returned = Double(arcs.filter { arcs.contains($0.reversed()) }.count) / Double(arcs.count)
        let density = Double(arcs.count) / Double(inside.count * (inside.count - 1))
        return max(0, (returned - density) / (1 - density))
    }

    /// The overlap that chance gives is given.
    func multiplexity(expectedOverlap: Double) -> Double {
        guard !pairs.isEmpty else { return 0 }
        let layers = Double(
            network.description.surveyed!.subtracting(["knowledge", "location", "events", "pooled_resources"]).count)
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
            sum +=
                Double(pairs.count) * beyond(Double(closed) / Double(paths), expectedTies) * Double(paths)
                / Double(paths + 10)
            weight += pairs.count
        }
        if threes > 0 {
            sum +=
                Double(seats) * beyond(Double(cycles) / Double(threes), expectedEvents) * Double(threes)
                / Double(threes + 10)
            weight += seats
        }
        return weight > 0 ? sum / Double(weight) : 0
    }

    /// Who reaches whom by a chain of ties and events, without some.
    func parts(without gone: Set<Int> = []) -> [Set<Int>] {
        let groups = pairs.map { $0 } + gatherings.map { Set($0.keys) }
        var parts: [Set<Int>] = []
        for actor in inside.subtracting(gone) where !parts.contains(where: { $0.contains(actor) }) {
            var part: Set<Int> = [actor]
            while let more = groups.map({ $0.subtracting(gone) }).first(where: {
                !$0.isDisjoint(with: part) && !$0.isSubset(of: part)
            }) {
                part.formUnion(more)
            }
            parts.append(part)
        }
        return parts
    }

    func participationInInteraction() -> Double {
        let taking = inside.filter { actor in pairs.contains { $0.contains(actor) } }
        let shared = gatherings.filter { $0.values.reduce(0, +) > 1 }
        let others = inside.subtracting(taking).reduce(0) { sum, actor in
            sum + (shared.compactMap { $0[actor] }.max() ?? 0)
        }
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
            return Array(
                repeating: Double(ties.count + gatherings.count { $0[actor] != nil }), count: Int(weight(actor)))
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
        return Double(inside.reduce(0) { sum, actor in sum + (heads.compactMap { $0[actor] }.max() ?? 0) })
            / weight(inside)
    }

    func pooling() -> Double {
        let heads = events(\.isPooled).map { self.heads(at: $0.place) }
        return Double(inside.reduce(0) { sum, actor in sum + (heads.compactMap { $0[actor] }.max() ?? 0) })
            / weight(inside)
    }

    func citizenFinance() -> Double? {
        let received = rows.filter { $0.layer == "finance" && $0.isPresent && inside.contains($0.target) }
        guard !received.isEmpty else { return 0 }
        func isLocal(_ row: Row) -> Bool {
            inside.contains(row.source) || network.actors[row.source].kind == "citizens"
        }
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
            func told(_ row: Row) -> Double? {
                row.tie.details.seats ?? network.actors[row.source].members.map(Double.init)
            }
            guard
                own.contains(where: { told($0) != nil })
                    || colleges.values.contains(where: { $0.count > 1 })
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
