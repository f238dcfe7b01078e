import GraphKernels
import Measures
import Tabular
import Vocabulary

extension ProgrammeEvaluation {
    /// The comparisons: a row for each comparison and outcome.
    public func table(in context: MeasureContext) -> Table {
        typealias T = ProximityTables
        func numbers(_ id: String, _ en: String, _ fr: String, _ value: (ProgrammeEffect) -> Double?) -> Column {
            Column(T.field(id, en, fr), .number(rows.map(value)))
        }
        return Table(
            name: "programme-effects",
            columns: [
                Column(T.field("outcome", "outcome", "résultat"), .text(rows.map(\.outcome))),
                Column(T.field("group", "group", "groupe"), .text(rows.map { $0.contrast.sides.group })),
                Column(
                    T.field("reference", "compared with", "comparé à"), .text(rows.map { $0.contrast.sides.reference })),
                Column(T.field("actors", "actors", "acteurs"), .integer(rows.map { $0.group?.actors })),
                numbers("before", "before", "avant") { $0.group?.before },
                numbers("after", "after", "après") { $0.group?.after },
                numbers("change", "change", "variation") { $0.group?.change },
                Column(
                    T.field("reference_actors", "actors compared with", "acteurs de comparaison"),
                    .integer(rows.map { $0.reference?.actors })),
                numbers("reference_before", "theirs before", "les leurs avant") { $0.reference?.before },
                numbers("reference_after", "theirs after", "les leurs après") { $0.reference?.after },
                numbers("reference_change", "their change", "leur variation") { $0.reference?.change },
                numbers("difference", "difference of changes", "différence des variations") { $0.difference },
                numbers("standard_error", "standard error", "erreur type") { $0.standardError },
                numbers("low", "lower bound (95 %)", "borne inférieure (95 %)") { $0.interval?.lowerBound },
                numbers("high", "upper bound (95 %)", "borne supérieure (95 %)") { $0.interval?.upperBound },
                numbers("p", "p (two-sided)", "p (bilatéral)") { $0.p },
            ], provenance: context.provenance(of: []))
    }

    /// What became of pairs, by how many of their ends took part; p of the shares by the treatment dealt out anew.
    public func pairTable(in context: MeasureContext) -> Table {
        let kinds = ["both", "one", "none"]
        let observed = counts(design.isTreated)
        let random = Draws.values(draws, seed: seed, firstPart: draws + 1) { source in
            counts(design.redealt(using: &source)).map { [$0.creation, $0.dissolution] }
        }
        func p(_ place: Int, _ share: Int) -> Double? {
            let value = share == 0 ? observed[place].creation : observed[place].dissolution
            return value.flatMap {
                Significance.pValue(observed: $0, draws: random.map { $0[place][share] }, tail: .both)
            }
        }
        typealias T = ProximityTables
        func counted(_ id: String, _ en: String, _ fr: String, _ value: (TieWaves.Count) -> Int) -> Column {
            Column(T.field(id, en, fr), .integer(observed.map(value)))
        }
        return Table(
            name: "programme-pairs",
            columns: [
                Column(T.field("treated", "ends that took part", "bouts participants"), .text(kinds)),
                counted("pairs", "pairs", "paires") { $0.pairs },
                counted("tied_before", "tied before", "liées avant") { $0.before },
                counted("tied_after", "tied after", "liées après") { $0.after },
                counted("kept", "kept", "maintenus") { $0.kept },
                counted("created", "created", "créés") { $0.created },
                counted("dissolved", "dissolved", "dissous") { $0.dissolved },
                Column(
                    T.field("creation", "created of the untied", "créés parmi les non liées"),
                    .number(observed.map(\.creation))),
                Column(T.field("p_creation", "p (created)", "p (créés)"), .number(kinds.indices.map { p($0, 0) })),
                Column(
                    T.field("dissolution", "dissolved of the tied", "dissous parmi les liées"),
                    .number(observed.map(\.dissolution))),
                Column(
                    T.field("p_dissolution", "p (dissolved)", "p (dissous)"), .number(kinds.indices.map { p($0, 1) })),
            ], provenance: context.provenance(of: []))
    }

    /// Of pairs whose ends' treatment is known: both treated, one, none. Of a directed network each way is a pair.
    private func counts(_ treated: [Bool?]) -> [TieWaves.Count] {
        let (yes, no) = (treated.count { $0 == true }, treated.count { $0 == false })
        let ways = waves.after.isDirected ? 2 : 1
        var found = [TieWaves.Count](repeating: TieWaves.Count(), count: 3)
        for (place, pairs) in [yes * (yes - 1) / 2, yes * no, no * (no - 1) / 2].enumerated() {
            found[place].pairs = ways * pairs
        }
        for pair in pairs.pairs {
            guard let one = treated[pair.one], let other = treated[pair.other] else { continue }
            let place = one && other ? 0 : one || other ? 1 : 2
            found[place].before += pair.kept + pair.dissolved
            found[place].after += pair.kept + pair.created
            found[place].kept += pair.kept
        }
        return found
    }
}
