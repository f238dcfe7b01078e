import NetworkModel
import Vocabulary

/// Which rows tell one fact, and what kind of fact.
extension Coding {
    /// "pre_order", "Pre-order", "précommande".
    static func isAdvanceOrder(_ form: String) -> Bool {
        ["preorder", "précommande", "precommande"].contains(form.lowercased().filter(\.isLetter))
    }

    /// Rows that are alike in everything but their confidence tell one tie twice: they share a fact.
    mutating func tellDoubledRows(_ facts: Int) {
        var rows: [TerritoryCode.Tie: [Int]] = [:]
        for (row, tie) in ties.enumerated() where tie.fact < 0 && !tie.isExtra {
            var bare = tie
            bare.confidence = 1
            if !tie.isDirected, bare.source > bare.target { swap(&bare.source, &bare.target) }
            rows[bare, default: []].append(row)
        }
        var next = Int32(facts)
        for doubled in rows.values.filter({ $0.count > 1 }).sorted(by: { $0[0] < $1[0] }) {
            for row in doubled { ties[row].fact = next }
            repeated.formUnion(doubled.dropFirst())
            next += 1
        }
    }

    /// A fact that ties each of three actors or more to every other is their meeting, told pair by pair:
    /// it is read as an event, or closure would be found in the coding.
    mutating func tellMeetings() {
        var facts: [Int32: [Int]] = [:]
        for (row, tie) in ties.enumerated() where tie.fact >= 0 && !tie.isExtra {
            facts[tie.fact, default: []].append(row)
        }
        for rows in facts.values.sorted(by: { $0[0] < $1[0] }) {
            let first = ties[rows[0]]
            let members = Set(rows.flatMap { [ties[$0].source, ties[$0].target] }).sorted()
            let pairs = Set(rows.map { ties[$0].ends })
            guard members.count > 2, pairs.count == members.count * (members.count - 1) / 2, isRead(first.layer),
                rows.allSatisfy({ isAlike(ties[$0], first) })
            else { continue }
            let event = Int32(events.count)
            events.append(
                TerritoryCode.Event(
                    kind: -1, layer: first.layer, isPooled: false, since: first.since, until: first.until,
                    status: .active,
                    participants: nil))
            memberships += members.map {
                .init(actor: $0, event: event, count: Double(network.actors[Int($0)].members ?? 1))
            }
            toldMeetings.append(network.ties[rows[0]].details.fact ?? "")
            meetingRows.formUnion(rows)
        }
    }

    /// Whether an event of this layer is read as its ties are.
    private func isRead(_ layer: UInt8) -> Bool {
        let layer = layers[Int(layer)]
        guard network.description.wasLookedAt(layer.rawValue), layer != .location else { return false }
        return layer == .knowledge || network.description.wasLookedAt("events")
    }

    private func isAlike(_ tie: TerritoryCode.Tie, _ first: TerritoryCode.Tie) -> Bool {
        tie.layer == first.layer && tie.since == first.since && tie.until == first.until && tie.confidence == 1
            && (tie.status == .active || tie.status == .unknown) && tie.amount == nil && tie.college < 0
    }
}
