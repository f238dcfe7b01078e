import Foundation
import GraphKernels
import TerritoryScoring

/// Finds the constants of the model's discrepancy: for each axis and way of looking the least with which the 90 %
/// interval holds the score of the whole, to the digits that are printed, in at least 92 % of the territories of every cell.
struct Calibration {
    private let study: Study

    /// - Parameter study: one whose draws have no discrepancy.
    init(_ study: Study) { self.study = study }

    /// What a study saw of one axis of a territory, and what there is.
    private struct Seen: Sendable {
        let truth: Double
        let drawn: [Double]
        /// By draw, how many rows were drawn for each that was told, at most nineteen or so.
        let odds: [Double]

        init?(_ axis: Axis, _ whole: TerritoryScore, _ score: TerritoryScore) {
            guard let truth = whole.axis(axis).overKnown, let uncertainty = score.uncertainty else { return nil }
            let values = axis == .learning ? uncertainty.learning : uncertainty.interaction
            let rows = zip(values, uncertainty.unobserved[axis] ?? []).compactMap { value, share in
                value.map { (value: $0, unobserved: share.asked + share.documents) }
            }
            self.truth = truth
            (drawn, odds) = (rows.map(\.value), rows.map { $0.unobserved / max(0.05, 1 - $0.unobserved) })
        }

        /// Whether the central 90 % of the draws hold it, each draw's odds multiplied by e^δ, δ normal of variance
        /// c² · odds; a draw stands for as many as the grid of normal quantiles has.
        func isHeld(_ constant: Double) -> Bool {
            var moved: [Double] = []
            for (value, odds) in zip(drawn, odds) {
                for normal in Calibration.normals {
                    let factor = exp(constant * odds.squareRoot() * normal)
                    moved.append(value * factor / (1 - value + value * factor))
                }
            }
            moved.sort()
            func quantile(_ share: Double) -> Double {
                let place = share * Double(moved.count - 1)
                let below = Int(place)
                let above = min(below + 1, moved.count - 1)
                return moved[below] + (place - Double(below)) * (moved[above] - moved[below])
            }
            return quantile(0.05) <= truth + Calibration.digit && truth <= quantile(0.95) + Calibration.digit
        }
    }

    /// Scores are printed with two digits: what lies nearer to an end than half of the last is at it.
    private static let digit = 0.005

    /// The standard normal distribution's quantiles in the middle of equal parts, drawn once and sorted.
    private static let normals: [Double] = {
        let (parts, times) = (24, 400)
        var random = RandomSource(seed: 24, part: 0)
        let drawn = (0..<parts * times).map { _ in random.normal() }.sorted()
        return (0..<parts).map { drawn[$0 * times + times / 2] }
    }()

    func run() throws {
        let count = study.recipes.count * study.seeds
        print("\(count) territories from seed \(study.base); \(study.draws) draws")
        print("axis        shown     of 100 held with a constant of 0, 0.04, … 0.4, and the least that holds 92")
        for mechanisms in [[Mechanism.roster], [.random, .documents]] {
            var least: [Axis: Double] = [:]
            for mechanism in mechanisms {
                for share in study.shares where share < 1 {
                    for (axis, seen) in try cell(mechanism, share) {
                        let own = tell(axis, mechanism, share, seen)
                        least[axis] = max(least[axis] ?? 0, own)
                    }
                    fflush(nil)
                }
            }
            for axis in Axis.allCases {
                let what = mechanisms == [.roster] ? "asked" : "documents"
                print("constant of", axis.rawValue, "for", what, Study.text(least[axis] ?? 0, 2))
            }
        }
    }

    private func tell(_ axis: Axis, _ mechanism: Mechanism, _ share: Double, _ seen: [Seen]) -> Double {
        let held = Parallel.chunks(of: 41, grain: 4) { steps in
            steps.map { step in seen.count { $0.isHeld(Double(step) / 100) } }
        }.flatMap { $0 }
        let least = Double(held.firstIndex { Double($0) >= 0.92 * Double(seen.count) } ?? held.count) / 100
        let shares = stride(from: 0, through: 40, by: 4).map { held[$0] * 100 / max(1, seen.count) }
        print(
            Study.pad(axis.rawValue, 11), Study.pad(mechanism.rawValue, 9), Study.text(share, 1),
            shares.map { Study.pad("\($0)", 4) }.joined(), Study.text(least, 2))
        return least
    }

    private func cell(_ mechanism: Mechanism, _ share: Double) throws -> [(Axis, [Seen])] {
        let cases = try Parallel.chunks(of: study.recipes.count * study.seeds, grain: 1) { range in
            range.map { number in
                Result {
                    let (whole, score) = try self.study.scores(number, mechanism, share)
                    return Axis.allCases.map { Seen($0, whole, score) }
                }
            }
        }.flatMap { $0 }.map { try $0.get() }
        return Axis.allCases.enumerated().map { place, axis in (axis, cases.compactMap { $0[place] }) }
    }
}
