import GraphKernels
import NetworkModel
import Vocabulary

/// Whom to interview first.
public enum InterviewOrder: String, Sendable, CaseIterable {
    /// By lot: what a study has that knows nothing beforehand.
    case random
    /// Those with most ties and parts in events as far as known.
    case mostTied = "most-tied"
    /// Those whose number of ties differs most between the territories that may be.
    case mostUncertain = "most-uncertain"

    /// What a table calls it, as part of a sentence: "asked by lot".
    public var name: Bilingual {
        switch self {
        case .random: Bilingual(en: "by lot", fr: "au hasard")
        case .mostTied: Bilingual(en: "the most tied first", fr: "les plus liés d'abord")
        case .mostUncertain: Bilingual(en: "the most uncertain first", fr: "les plus incertains d'abord")
        }
    }

    /// The candidates in this order; equal ones by lot.
    ///
    /// - Parameters:
    ///   - candidates: positions of actors.
    ///   - territories: the territories that may be.
    func order(_ candidates: [Int], in network: Network, of territories: [Network], seed: UInt64) -> [Int] {
        var random = RandomSource(seed: seed, part: 0x0DE5)
        var lot = candidates
        lot.shuffle(using: &random)
        guard self != .random else { return lot }
        let counts = self == .mostTied ? [Self.counts(network)] : territories.map(Self.counts)
        func key(_ actor: Int) -> Double {
            let own = counts.map { actor < $0.count ? Double($0[actor]) : 0 }
            return self == .mostTied ? own[0] : Significance.moments(own).deviation ?? 0
        }
        let keys = Dictionary(uniqueKeysWithValues: lot.map { ($0, key($0)) })
        // A sort of pairs with the place in the lot, since sorting alone may turn equals round.
        return lot.enumerated().sorted {
            (-(keys[$0.element] ?? 0), $0.offset) < (-(keys[$1.element] ?? 0), $1.offset)
        }.map(\.element)
    }

    private static func counts(_ network: Network) -> [Int] {
        var counts = [Int](repeating: 0, count: network.actors.count)
        for tie in network.ties where tie.source != tie.target && tie.weight != 0 {
            counts[tie.source] += 1
            counts[tie.target] += 1
        }
        for row in network.participation { counts[row.actor] += 1 }
        return counts
    }
}
