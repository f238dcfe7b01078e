import GraphKernels
import Measures
import NetworkModel
import TieModels
import Vocabulary

/// What became of actors that took part in a programme beside those that did not: before and after, with intervals that
/// know that actors hang together by ties (Giuliani and Pietrobelli 2011; Giuliani, Matta and Pietrobelli 2016).
public struct ProgrammeEvaluation: Sendable {
    /// One outcome of one comparison.
    public struct Row: Sendable {
        /// The id of the outcome.
        public let outcome: String
        /// Who is beside whom.
        public let contrast: TreatmentContrast
        /// What is known of one side; the reference is weighed by strata as the group is made up.
        public struct Side: Sendable {
            /// Actors with a value in both waves.
            public let actors: Int
            /// Their means; nil where the outcome is itself a change.
            public let before: Double?
            /// As before.
            public let after: Double?
            /// The mean of the changes.
            public let change: Double?
        }
        /// Both sides; nil where one is empty.
        public let group: Side?
        /// The side that it is compared with.
        public let reference: Side?
        /// The change of the group less that of the reference.
        public let difference: Double?
        /// See `NetworkError`.
        public let standardError: Double?
        /// A 95 % interval; nil where there is no standard error.
        public let interval: ClosedRange<Double>?
        /// Two-sided, of as many ways in which the treatment could have been dealt out as there were draws.
        public let p: Double?
    }

    /// By comparison, then by outcome.
    public let rows: [Row]
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
        var rows: [Row] = []
        for contrast in TreatmentContrast.allCases {
            for place in outcomes.indices {
                rows.append(comparison.row(place, contrast, without: without, random: random))
            }
        }
        self.rows = rows
        (self.waves, self.design, self.pairs, self.draws, seed) = (waves, design, pairs, draws, options.seed)
        notes = made.notes + Self.notes(rows, waves)
    }

    private static func notes(_ rows: [Row], _ waves: TieWaves) -> [Bilingual] {
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
