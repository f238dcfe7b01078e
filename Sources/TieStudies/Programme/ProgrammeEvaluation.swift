import GraphKernels
import Measures
import NetworkModel
import TieModels
import Vocabulary

/// What became of actors that took part in a programme beside those that did not: before and after, with intervals that
/// know that actors hang together by ties (Giuliani and Pietrobelli 2011; Giuliani, Matta and Pietrobelli 2016).
public struct ProgrammeEvaluation: Sendable {
    /// By comparison, then by outcome.
    public let rows: [ProgrammeEffect]
    /// What the numbers leave open.
    public let notes: [Bilingual]
    let waves: TieWaves
    let design: TreatmentDesign
    let pairs: PairChanges
    let draws: Int
    let seed: UInt64

    /// Compares the changes of those treated and those not.
    ///
    /// p supposes that the programme changed nothing for anybody, and deals the treatment out anew among all (of the same
    /// stratum). That of indirect effects supposes only that a programme changes nothing for those who are outside: half
    /// of the untreated, drawn by chance, keep their own treatment, all others' is dealt out anew, and only that half is
    /// compared (Athey, Eckles and Imbens 2018; Basse, Feller and Toulis 2019).
    ///
    /// - Parameters:
    ///   - treated: an attribute of the actors, and the value of those who took part.
    ///   - within: an attribute whose values are the strata; nil: all are compared with all.
    ///   - outcomes: ids of measures of actors, or degree, created, kept and dissolved; nil: a usual choice.
    /// - Throws: `MilieuError` where an attribute or value is unknown, either side has fewer than two actors, or an
    ///   outcome cannot be had.
    /// - Complexity: O(draws · (actors + ties)), and for each actor what the measures take of two networks.
    public init(
        _ waves: TieWaves, treated: (attribute: String, value: String), within stratum: String? = nil,
        outcomes ids: [String]? = nil, draws: Int = 999, options: MeasureOptions, progress: Draws.Progress? = nil
    ) throws(MilieuError) {
        let outcomes = try ActorOutcome.chosen(ids)
        let made = try ProgrammeActors(waves, treated, stratum)
        let design = made.design
        let pairs = PairChanges(waves)
        let values = try OutcomeValues(outcomes, waves, pairs, options)
        let comparison = ProgrammeComparison(design: design, values: values, pairs: pairs)
        let without = comparison.withoutEach(waves, options)
        let random = comparison.redealt(draws, seed: options.seed, progress: progress)
        var rows: [ProgrammeEffect] = []
        for contrast in TreatmentContrast.allCases {
            for place in outcomes.indices {
                rows.append(comparison.row(place, contrast, without: without, random: random))
            }
        }
        self.rows = rows
        (self.waves, self.design, self.pairs, self.draws, seed) = (waves, design, pairs, draws, options.seed)
        notes = made.notes + Self.notes(rows, waves)
    }

    private static func notes(_ rows: [ProgrammeEffect], _ waves: TieWaves) -> [Bilingual] {
        var notes: [Bilingual] = []
        if rows.contains(where: { $0.contrast == .exposedUnexposed && $0.difference == nil }) {
            notes.append(
                Bilingual(
                    en:
                        "Of those who did not take part all or none had a tie to one who did, or no two are comparable: indirect effects cannot be told apart.",
                    fr:
                        "Parmi les non-participants, tous ou aucun avaient un lien avec un participant, ou aucun n'est comparable : les effets indirects ne peuvent être distingués."
                ))
        }
        if !waves.after.unobserved.isEmpty {
            let count = waves.after.unobserved.count
            notes.append(
                Bilingual(
                    en: "Pairs that nobody was asked about are taken for not tied: \(count).",
                    fr: "Paires sur lesquelles personne n'a été interrogé, tenues pour non liées : \(count)."))
        }
        return notes
    }
}
