import GraphKernels
import NetworkModel
import TerritoryScoring

/// How a part of a territory comes to be known.
enum Mechanism: String, CaseIterable {
    /// A share of the actors inside is asked, who name all their partners on a list and all events they were at.
    case roster
    /// Each tie and participation is told of with the same chance.
    case random
    /// The same, those of well tied actors more often.
    case documents

    /// What a study of this share shows.
    func shown(of made: MadeTerritory, share: Double, _ random: inout RandomSource) -> (MadeTerritory, asked: [Int]) {
        var shown = made
        var asked: [Int] = []
        switch self {
        case .roster:
            var order = Array(0..<made.insiders)
            order.shuffle(using: &random)
            asked = Array(order.prefix(Int((share * Double(made.insiders)).rounded())))
            let isAsked = Set(asked)
            shown.ties = made.ties.filter { isAsked.contains($0.source) || isAsked.contains($0.target) }
            shown.participation = made.participation.filter { isAsked.contains($0.actor) }
        case .random:
            shown.ties = made.ties.filter { _ in random.unit() < share }
            shown.participation = made.participation.filter { _ in random.unit() < share }
        case .documents:
            var degrees = [Double](repeating: 1, count: made.actors.count)
            for tie in made.ties {
                degrees[tie.source] += 1
                degrees[tie.target] += 1
            }
            let weights = made.ties.map { (degrees[$0.source] * degrees[$0.target]).squareRoot() }
            let chances = Self.chances(weights, mean: share)
            shown.ties = zip(made.ties, chances).filter { random.unit() < $0.1 }.map(\.0)
            let parts = Self.chances(made.participation.map { degrees[$0.actor] }, mean: share)
            shown.participation = zip(made.participation, parts).filter { random.unit() < $0.1 }.map(\.0)
        }
        shown.forgetEmptyEvents()
        return (shown, asked)
    }

    /// In proportion to the weights, at most 1, of this mean.
    private static func chances(_ weights: [Double], mean: Double) -> [Double] {
        var (low, high) = (0.0, 1e6)
        func chances(_ factor: Double) -> [Double] { weights.map { min(1, $0 * factor) } }
        for _ in 0..<100 {
            let middle = (low + high) / 2
            if chances(middle).reduce(0, +) < mean * Double(weights.count) { low = middle } else { high = middle }
        }
        return chances(high)
    }
}

extension MadeTerritory {
    /// An event of which nobody tells that he was there is not known.
    mutating func forgetEmptyEvents() {
        let known = Set(participation.map(\.event)).sorted()
        let place = Dictionary(uniqueKeysWithValues: known.enumerated().map { ($1, $0) })
        participation = participation.map { Participation(actor: $0.actor, event: place[$0.event] ?? 0) }
        events = known.map { events[$0] }
    }
}
