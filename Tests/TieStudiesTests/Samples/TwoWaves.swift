import GraphKernels
import Measures
import NetworkModel
import Vocabulary

@testable import TieStudies

/// Two waves of ties among n actors, and what each actor says under the attribute `programme`.
struct TwoWaves {
    var programme: [String]
    var group: [String]
    var before: [(Int, Int)] = []
    var after: [(Int, Int)] = []
    var isDirected = false

    init(_ programme: [String], group: [String]? = nil) {
        self.programme = programme
        self.group = group ?? programme.map { _ in "one" }
    }

    func context(_ ties: [(Int, Int)], without left: Int? = nil) throws -> MeasureContext {
        let actors = programme.indices.filter { $0 != left }
        let places = Dictionary(uniqueKeysWithValues: actors.enumerated().map { ($1, $0) })
        let kept = ties.compactMap { tie -> (Int, Int)? in
            guard let one = places[tie.0], let other = places[tie.1] else { return nil }
            return (one, other)
        }
        let network = try Network(
            description: DatasetDescription(name: "waves"),
            actors: Actors(
                actors.map { Actor(id: "a\($0)") },
                attributes: [
                    Attribute(name: "programme", values: actors.map { programme[$0].isEmpty ? nil : programme[$0] }),
                    Attribute(name: "group", values: actors.map { group[$0].isEmpty ? nil : group[$0] }),
                ]),
            ties: Ties(sources: kept.map { Int32($0.0) }, targets: kept.map { Int32($0.1) }),
            tieKinds: [TieKind(id: "works", isDirected: isDirected)])
        return MeasureContext(try network.view())
    }

    /// - Parameter left: an actor that is not there.
    func waves(without left: Int? = nil) throws -> TieWaves {
        try TieWaves(before: context(before, without: left), after: context(after, without: left))
    }

    func evaluation(
        _ outcomes: [String]? = nil, within: String? = nil, draws: Int = 1, without left: Int? = nil, seed: UInt64 = 1
    ) throws -> ProgrammeEvaluation {
        var options = MeasureOptions()
        options.seed = seed
        return try ProgrammeEvaluation(
            waves(without: left), treated: ("programme", "yes"), within: within, outcomes: outcomes, draws: draws,
            options: options)
    }

    /// A tenth of the pairs is tied; a fifth of those is lost; of the others 0.08 g_i g_j become tied, g between ½ and
    /// 1½, and `effect` more for each end that took part.
    static func drawn(_ size: Int, treated: Int, effect: Double, using random: inout RandomSource) -> TwoWaves {
        let taking = Set((0..<size).shuffled(using: &random).prefix(treated))
        var made = TwoWaves((0..<size).map { taking.contains($0) ? "yes" : "no" })
        let liking = (0..<size).map { _ in 0.5 + random.unit() }
        for i in 0..<size {
            for j in 0..<i {
                let ends = (taking.contains(i) ? effect : 0) + (taking.contains(j) ? effect : 0)
                if random.unit() < 0.1 {
                    made.before.append((j, i))
                    if random.unit() < 0.8 { made.after.append((j, i)) }
                } else if random.unit() < 0.08 * liking[i] * liking[j] + ends {
                    made.after.append((j, i))
                }
            }
        }
        return made
    }
}

extension ProgrammeEvaluation {
    func row(_ outcome: String, _ contrast: TreatmentContrast = .treatedUntreated) -> ProgrammeEffect? {
        rows.first { $0.outcome == outcome && $0.contrast == contrast }
    }
}
