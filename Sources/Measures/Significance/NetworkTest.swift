import GraphKernels
import Tabular
import Vocabulary

/// Measures of network level against a null model, and with intervals by bootstrap.
public enum NetworkTest {
    /// A row for each measure, and in words what the numbers leave open: why one has no p, say.
    public struct Outcome: Sendable {
        /// One row for each measure, in the order asked for.
        public let table: Table
        /// In the order of the measures; empty where nothing is left open.
        public let notes: [Bilingual]
    }

    /// Compares each measure with its values on random networks of the model. Each stands alone: no
    /// number of one depends on which others are asked for, or on whether they can be had.
    ///
    /// p = (1 + #) / (B + 1), # the draws at least as extreme; z = (observed − mean) / standard
    /// deviation. Where all draws have one value the measure is not testable: z and p are empty. q
    /// is p (two-sided) adjusted over the measures by Benjamini and Hochberg.
    ///
    /// - Throws: `MilieuError` where a measure is not of network level, cannot be had of the view, or
    ///   the model does not fit it.
    /// - Complexity: for each draw O(10 · ties), and what the measures take.
    public static func compare(
        _ measures: [Measure], in context: MeasureContext, model: ReferenceModel, draws: Int = 999,
        progress: Draws.Progress? = nil
    ) throws(MilieuError) -> Outcome {
        let networks = try ReferenceNetworks(model, context)
        let observed = try values(measures, context)
        let random = Draws.values(draws, seed: context.options.seed, progress: progress) { source in
            networks.values(of: measures, observed: observed, using: &source)
        }
        let rows = measures.indices.map { place in
            NullDistribution(observed: observed[place], draws: random.map { $0[place] })
        }
        let table = Table(
            name: "network-test",
            columns: [Column(TestFields.measure, .text(measures.map(\.id)))] + NullDistribution.columns(rows)
                + [
                    Column(
                        TestFields.field("q", "q (Benjamini–Hochberg)", "q (Benjamini–Hochberg)"),
                        .number(Significance.benjaminiHochberg(rows.map(\.p))))
                ],
            provenance: context.provenance(
                of: measures, and: Bilingual(en: "null model: \(model.name.en)", fr: "modèle nul : \(model.name.fr)")))
        return Outcome(table: table, notes: zip(measures, rows).compactMap { $1.note($0.id, draws: draws) })
    }

    /// Standard errors and 95 % intervals by resampling actors (Snijders and Borgatti 1999), each within
    /// the range of its measure (`BootstrapInterval`).
    ///
    /// - Throws: `MilieuError` where a measure is not of network level or cannot be had, and for a
    ///   two-mode view.
    /// - Complexity: for each draw O(actors²), and what the measures take.
    public static func bootstrap(
        _ measures: [Measure], in context: MeasureContext, draws: Int = 1000, progress: Draws.Progress? = nil
    ) throws(MilieuError) -> Outcome {
        guard !context.view.isTwoMode else {
            throw MilieuError(
                .usage,
                Bilingual(
                    en: "Actors can be resampled in a network of actors only.",
                    fr: "Des acteurs ne peuvent être rééchantillonnés que dans un réseau d'acteurs."),
                remedy: Bilingual(
                    en: "Tie the actors that share events instead of keeping events as nodes.",
                    fr: "Liez les acteurs qui partagent des événements au lieu de garder les événements comme nœuds."))
        }
        let observed = try values(measures, context)
        let networks = ResampledNetworks(context)
        let random = Draws.values(draws, seed: context.options.seed, progress: progress) { source in
            let resampled = networks.drawn(using: &source)
            return measures.map { try? $0.value(in: resampled) }
        }
        let rows = measures.indices.map { place in
            BootstrapInterval(
                observed: observed[place], draws: random.map { $0[place] ?? nil }, range: measures[place].range)
        }
        let known = measures.indices.map { place in random.count { ($0[place] ?? nil) != nil } }
        let table = Table(
            name: "network-bootstrap",
            columns: [
                Column(TestFields.measure, .text(measures.map(\.id))), Column(TestFields.observed, .number(observed)),
                Column(
                    TestFields.field("standard_error", "standard error", "erreur type"),
                    .number(rows.map(\.standardError))),
                Column(TestFields.field("low", "2.5 %", "2,5 %"), .number(rows.map(\.low))),
                Column(TestFields.field("high", "97.5 %", "97,5 %"), .number(rows.map(\.high))),
                Column(TestFields.field("draws", "draws with a value", "tirages ayant une valeur"), .integer(known)),
            ], provenance: context.provenance(of: measures))
        let notes = measures.indices.compactMap { place -> Bilingual? in
            guard observed[place] != nil, known[place] < draws else { return nil }
            let (id, count) = (measures[place].id, known[place])
            return Bilingual(
                en: "\(id) has a value in \(count) of \(draws) resampled networks; its interval is of those.",
                fr:
                    "\(id) a une valeur dans \(count) réseaux rééchantillonnés sur \(draws) ; son intervalle porte sur ceux-là."
            )
        }
        return Outcome(table: table, notes: notes)
    }

    /// What is tested where nothing else is asked for: the usual measures of structure that the view
    /// allows and that degrees alone do not fix.
    ///
    /// - Throws: `MilieuError` for a fault of the data.
    public static func usualMeasures(in context: MeasureContext) throws(MilieuError) -> [Measure] {
        let ids = [
            "transitivity", "average_clustering", "reciprocity", "average_path_length", "betweenness_centralization",
            "degree_assortativity", "attribute_assortativity", "multiplexity", "transitivity_two_mode",
        ]
        var chosen: [Measure] = []
        for id in ids {
            let measure = try MeasureCatalogue.measure(id)
            do throws(MilieuError) {
                _ = try measure.values(in: context)
                chosen.append(measure)
            } catch {
                guard error.cause == .usage else { throw error }
            }
        }
        return chosen
    }

    private static func values(_ measures: [Measure], _ context: MeasureContext) throws(MilieuError) -> [Double?] {
        try measures.map { measure throws(MilieuError) in try measure.value(in: context) }
    }
}

extension Measure {
    /// The value of a measure of network level as a number; nil where it is undefined.
    ///
    /// - Throws: as `values(in:)`, and for a measure of another level.
    func value(in context: MeasureContext) throws(MilieuError) -> Double? {
        guard level == .network else {
            throw MilieuError(
                .usage,
                Bilingual(
                    en: "\"\(id)\" is a measure of \(level.rawValue) level.",
                    fr: "« \(id) » est une mesure de niveau \(level.rawValue)."),
                remedy: Bilingual(en: "Test measures of network level.", fr: "Testez des mesures de niveau réseau."))
        }
        switch try values(in: context) {
        case .number(let numbers): return numbers.first ?? nil
        case .integer(let integers): return (integers.first ?? nil).map { Double($0) }
        case .flag(let flags): return (flags.first ?? nil).map { $0 ? 1 : 0 }
        case .text: return nil
        }
    }
}
