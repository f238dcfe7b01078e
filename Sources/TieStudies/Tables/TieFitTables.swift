import Measures
import Tabular
import TieModels
import Vocabulary

/// A fitted model as papers print it.
public enum TieFitTables {
    private static func field(_ id: String, _ en: String, _ fr: String) -> Field {
        Field(id, title: Bilingual(en: en, fr: fr))
    }

    /// A row for each term: estimate, standard error, the part of it that simulation adds, z and p.
    ///
    /// - Parameter fits: each with what stands before its terms: `Form~` and `Persist~` of the two parts of a change.
    public static func coefficients(
        _ fits: [(prefix: String, fit: TieFit)], _ formula: TieFormula, in context: MeasureContext
    ) -> Table {
        let rows = fits.flatMap { $0.fit.coefficients }
        let names = fits.flatMap { part in part.fit.coefficients.map { part.prefix + $0.name } }
        let model = formula.terms.map(\.text).joined(separator: " + ")
        return Table(
            name: "tie-model",
            columns: [
                Column(field("term", "term", "terme"), .text(names)),
                Column(field("estimate", "estimate", "estimation"), .number(rows.map { known($0.estimate) })),
                Column(field("se", "standard error", "erreur type"), .number(rows.map { known($0.standardError) })),
                Column(
                    field("mcmc_se", "standard error of simulation", "erreur type de simulation"),
                    .number(rows.map { known($0.simulationError) })),
                Column(field("z", "z", "z"), .number(rows.map { known($0.z) })),
                Column(field("p", "p (two-sided)", "p (bilatéral)"), .number(rows.map { known($0.p) })),
            ],
            provenance: context.provenance(
                of: [], and: Bilingual(en: "random graph model: \(model)", fr: "modèle de graphe aléatoire : \(model)"))
        )
    }

    /// How the simulation went, a row for each term; empty where nothing was simulated.
    public static func diagnostics(_ fit: TieFit) -> Table {
        let rows = fit.diagnostics
        return Table(
            name: "tie-model-diagnostics",
            columns: [
                Column(field("term", "term", "terme"), .text(rows.map(\.name))),
                Column(field("observed", "observed", "observé"), .number(rows.map(\.observed))),
                Column(
                    field("simulated", "mean of simulated networks", "moyenne des réseaux simulés"),
                    .number(rows.map(\.mean))),
                Column(field("sd", "their standard deviation", "leur écart type"), .number(rows.map(\.deviation))),
                Column(
                    field("effective_size", "worth independent networks", "vaut autant de réseaux indépendants"),
                    .number(rows.map(\.effectiveSize))),
                Column(
                    field("autocorrelation", "autocorrelation", "autocorrélation"), .number(rows.map(\.autocorrelation))
                ),
                Column(field("geweke_z", "Geweke's z", "z de Geweke"), .number(rows.map(\.geweke))),
                Column(field("r_hat", "R̂ over the chains", "R̂ entre les chaînes"), .number(rows.map(\.chainRatio))),
            ])
    }

    /// The statistics along the chains of the last round.
    public static func traces(_ fit: TieFit) -> Table {
        let chains = fit.traces
        let rows = chains.indices.flatMap { chain in chains[chain].indices.map { (chain, $0) } }
        let columns = fit.coefficients.indices.map { place in
            Column(
                Field(fit.coefficients[place].name, title: Bilingual(fit.coefficients[place].name)),
                .number(rows.map { chains[$0.0][$0.1][place] }))
        }
        return Table(
            name: "tie-model-traces",
            columns: [
                Column(field("chain", "chain", "chaîne"), .integer(rows.map { $0.0 + 1 })),
                Column(field("draw", "network", "réseau"), .integer(rows.map { $0.1 + 1 })),
            ] + columns)
    }

    /// What simulated networks have beside the observed one: a row for each degree, number of shared partners and distance.
    public static func fit(_ fit: GoodnessOfFit) -> Table {
        let rows = fit.rows
        return Table(
            name: "tie-model-fit",
            columns: [
                Column(field("statistic", "statistic", "statistique"), .text(rows.map(\.feature.rawValue))),
                Column(
                    field("value", "value", "valeur"), .text(rows.map { row in row.value.map(String.init) ?? "inf" })),
                Column(field("observed", "observed", "observé"), .integer(rows.map(\.observed))),
                Column(
                    field("mean", "mean of simulated networks", "moyenne des réseaux simulés"),
                    .number(rows.map(\.mean))),
                Column(field("low", "2.5 %", "2,5 %"), .integer(rows.map(\.low))),
                Column(field("high", "97.5 %", "97,5 %"), .integer(rows.map(\.high))),
                Column(field("p", "p (two-sided)", "p (bilatéral)"), .number(rows.map(\.p))),
            ])
    }

    /// How well the fit is known, in a sentence or two.
    public static func summary(_ fit: TieFit) -> Bilingual {
        let likelihood =
            fit.logLikelihood.map {
                Bilingual(
                    en:
                        " Log-likelihood \(rounded($0)), AIC \(rounded(fit.aic ?? 0)), BIC \(rounded(fit.bic ?? 0)), of \(fit.pairs) observed pairs.",
                    fr:
                        " Log-vraisemblance \(rounded($0, french: true)), AIC \(rounded(fit.aic ?? 0, french: true)), BIC \(rounded(fit.bic ?? 0, french: true)), sur \(fit.pairs) paires observées."
                )
            } ?? Bilingual("")
        let how =
            fit.isExact
            ? Bilingual(
                en: "Exact: no tie of this model depends on another (logistic regression).",
                fr: "Exact : aucun lien de ce modèle ne dépend d'un autre (régression logistique).")
            : Bilingual(
                en:
                    "Monte Carlo maximum likelihood: \(fit.rounds) rounds, the last of \(fit.sampleSize) networks worth \(Int(fit.effectiveSizes.min() ?? 0)) independent ones or more.",
                fr:
                    "Maximum de vraisemblance par Monte-Carlo : \(fit.rounds) tours, le dernier de \(fit.sampleSize) réseaux qui en valent \(Int(fit.effectiveSizes.min() ?? 0)) indépendants ou plus."
            )
        return Bilingual(en: how.en + likelihood.en, fr: how.fr + likelihood.fr)
    }

    /// Every term that a model may have.
    public static func terms() -> Table {
        let all = TermCatalogue.all
        return Table(
            name: "tie-model-terms",
            columns: [
                Column(field("term", "term", "terme"), .text(all.map(\.name))),
                Column(field("usage", "as written", "s'écrit"), .text(all.map(\.usage))),
                Column(field("networks_en", "networks", "réseaux (anglais)"), .text(all.map(\.scope.name.en))),
                Column(field("networks_fr", "networks (French)", "réseaux"), .text(all.map(\.scope.name.fr))),
                Column(
                    field("meaning_en", "what it counts", "ce qu'il compte (anglais)"), .text(all.map(\.meaning.en))),
                Column(field("meaning_fr", "what it counts (French)", "ce qu'il compte"), .text(all.map(\.meaning.fr))),
            ])
    }

    private static func known(_ value: Double) -> Double? { value.isFinite ? value : nil }

    /// To two decimals.
    private static func rounded(_ value: Double, french: Bool = false) -> String {
        let hundredths = (abs(value) * 100).rounded()
        guard hundredths < 1e15 else { return "–" }
        let (whole, part) = Int64(hundredths).quotientAndRemainder(dividingBy: 100)
        return "\(value < 0 ? "−" : "")\(whole)\(french ? "," : ".")\(part < 10 ? "0" : "")\(part)"
    }
}
