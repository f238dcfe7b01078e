import GraphKernels
import Tabular
import Vocabulary

/// Measures of network level against a null model, and with intervals by bootstrap.
public enum NetworkTest {
    /// Compares each measure with its values on random networks of the model.
    ///
    /// p = (1 + #) / (B + 1), # the draws at least as extreme; z = (observed − mean) / standard
    /// deviation. Where all draws have one value the measure is not testable: z and p are empty. q
    /// is p (two-sided) adjusted over the measures by Benjamini and Hochberg.
    ///
    /// - Returns: a row for each measure.
    /// - Throws: `MilieuError` where a measure is not of network level, cannot be had, or the model
    ///   does not fit the view.
    public static func compare(
        _ measures: [Measure], in context: MeasureContext, model: ReferenceModel, draws: Int = 999,
        progress: Draws.Progress? = nil
    ) throws(MilieuError) -> Table {
        try context.require(model)
        let observed = try values(measures, context)
        let random = Draws.values(draws, seed: context.options.seed, progress: progress) { source in
            draw(measures, context) { context throws(MilieuError) in try context.randomised(model, using: &source) }
        }
        let columns = measures.indices.map { place in
            NullDistribution(observed: observed[place], draws: random.map { $0[place] })
        }
        return table("network-test", measures, columns, context)
    }

    /// Standard errors and 95 % intervals by resampling actors (Snijders and Borgatti 1999).
    ///
    /// Resampled networks have doubles of actors, so that the mean of the draws can lie off the
    /// observed value: the interval is the observed value ± 1.96 standard errors, as the authors do.
    public static func bootstrap(
        _ measures: [Measure], in context: MeasureContext, draws: Int = 1000, progress: Draws.Progress? = nil
    ) throws(MilieuError) -> Table {
        guard !context.view.isTwoMode else {
            throw MilieuError(
                .usage, "Actors can be resampled in a network of actors only.",
                remedy: "Tie the actors that share events instead of keeping events as nodes.")
        }
        let observed = try values(measures, context)
        let random = Draws.values(draws, seed: context.options.seed, progress: progress) { source in
            draw(measures, context) { context throws(MilieuError) in
                let (graph, drawn) = VertexBootstrap.resampled(context.graph, using: &source)
                return try context.replacingTies(
                    [(context.layers.first?.layer, graph)], actors: try context.actors(drawn: drawn))
            }
        }
        let errors = measures.indices.map { place in Significance.moments(random.map { $0[place] }).deviation }
        func bounds(_ sign: Double) -> [Double?] {
            zip(observed, errors).map { value, error in
                guard let value, let error else { return nil }
                return value + sign * 1.959963984540054 * error
            }
        }
        return Table(
            name: "network-bootstrap",
            columns: [
                Column(measure, .text(measures.map(\.id))), Column(Self.observed, .number(observed)),
                Column(field("standard_error", "standard error", "erreur type"), .number(errors)),
                Column(field("low", "2.5 %", "2,5 %"), .number(bounds(-1))),
                Column(field("high", "97.5 %", "97,5 %"), .number(bounds(1))),
            ], provenance: context.provenance)
    }

    /// What is tested where nothing else is asked for: the usual measures of structure that the view
    /// allows and that degrees alone do not fix.
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

    private static func draw(
        _ measures: [Measure], _ context: MeasureContext,
        _ make: (MeasureContext) throws(MilieuError) -> MeasureContext
    ) -> [Double?] {
        // A random network can lack what a measure needs (a tie, a second layer): no value.
        guard let made = try? make(context), let found = try? values(measures, made) else {
            return measures.map { _ in nil }
        }
        return found
    }

    private static func values(_ measures: [Measure], _ context: MeasureContext) throws(MilieuError) -> [Double?] {
        var found: [Double?] = []
        for measure in measures {
            guard measure.level == .network else {
                throw MilieuError(
                    .usage, "\"\(measure.id)\" is a measure of \(measure.level.rawValue) level.",
                    remedy: "Test measures of network level.")
            }
            switch try measure.values(in: context) {
            case .number(let numbers): found.append(numbers.first ?? nil)
            case .integer(let integers): found.append((integers.first ?? nil).map { Double($0) })
            case .flag(let flags): found.append((flags.first ?? nil).map { $0 ? 1 : 0 })
            case .text: found.append(nil)
            }
        }
        return found
    }

    private static func table(
        _ name: String, _ measures: [Measure], _ columns: [NullDistribution], _ context: MeasureContext
    ) -> Table {
        Table(
            name: name,
            columns: [Column(measure, .text(measures.map(\.id)))] + NullDistribution.columns(columns)
                + [
                    Column(
                        field("q", "q (Benjamini–Hochberg)", "q (Benjamini–Hochberg)"),
                        .number(Significance.benjaminiHochberg(columns.map(\.p))))
                ],
            provenance: context.provenance)
    }

    static let measure = Field("measure", title: Bilingual(en: "measure", fr: "mesure"))
    static let observed = Field("observed", title: Bilingual(en: "observed", fr: "observé"))

    static func field(_ id: String, _ en: String, _ fr: String) -> Field { Field(id, title: Bilingual(en: en, fr: fr)) }
}

/// An observed value among its draws.
struct NullDistribution: Sendable {
    let observed: Double?
    let mean: Double?
    let deviation: Double?
    let z: Double?
    let lower: Double?
    let upper: Double?
    /// Two-sided.
    let p: Double?
    /// Draws that have a value.
    let known: Int

    init(observed: Double?, draws: [Double?]) {
        self.observed = observed
        known = draws.count { $0 != nil }
        (mean, deviation) = Significance.moments(draws)
        // A null model of a single value cannot be tested against.
        guard let observed, let mean, let deviation, deviation > 1e-12 * max(1, abs(mean)) else {
            (z, lower, upper, p) = (nil, nil, nil, nil)
            return
        }
        z = (observed - mean) / deviation
        lower = Significance.pValue(observed: observed, draws: draws, tail: .lower)
        upper = Significance.pValue(observed: observed, draws: draws, tail: .upper)
        p = Significance.pValue(observed: observed, draws: draws, tail: .both)
    }

    static func columns(_ rows: [NullDistribution]) -> [Column] {
        [
            Column(NetworkTest.observed, .number(rows.map(\.observed))),
            Column(NetworkTest.field("null_mean", "mean of the draws", "moyenne des tirages"), .number(rows.map(\.mean))),
            Column(NetworkTest.field("null_sd", "standard deviation of the draws", "écart type des tirages"), .number(rows.map(\.deviation))),
            Column(NetworkTest.field("z", "z", "z"), .number(rows.map(\.z))),
            Column(NetworkTest.field("p_lower", "p (as small)", "p (aussi petit)"), .number(rows.map(\.lower))),
            Column(NetworkTest.field("p_upper", "p (as large)", "p (aussi grand)"), .number(rows.map(\.upper))),
            Column(NetworkTest.field("p", "p (two-sided)", "p (bilatéral)"), .number(rows.map(\.p))),
            Column(NetworkTest.field("draws", "draws with a value", "tirages ayant une valeur"), .integer(rows.map(\.known))),
        ]
    }
}
