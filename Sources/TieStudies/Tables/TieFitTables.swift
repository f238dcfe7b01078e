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
    public static func coefficients(_ fit: TieFit, _ formula: TieFormula, in context: MeasureContext) -> Table {
        let rows = fit.coefficients
        let model = formula.terms.map(\.text).joined(separator: " + ")
        return Table(
            name: "tie-model",
            columns: [
                Column(field("term", "term", "terme"), .text(rows.map(\.name))),
                Column(field("estimate", "estimate", "estimation"), .number(rows.map { known($0.estimate) })),
                Column(field("se", "standard error", "erreur type"), .number(rows.map { known($0.standardError) })),
                Column(
                    field("mcmc_se", "standard error of simulation", "erreur type de simulation"),
                    .number(rows.map { known($0.simulationError) })),
                Column(field("z", "z", "z"), .number(rows.map { known($0.z) })),
                Column(field("p", "p (two-sided)", "p (bilatéral)"), .number(rows.map { known($0.p) })),
            ],
            provenance: context.provenance(
                of: [], and: Bilingual(en: "random graph model: \(model)", fr: "modèle de graphe aléatoire : \(model)"))
        )
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
                fr: "Exact : aucun lien de ce modèle ne dépend d'un autre (régression logistique).")
            : Bilingual(
                en:
                    "Monte Carlo maximum likelihood: \(fit.rounds) rounds, the last of \(fit.sampleSize) networks worth \(Int(fit.effectiveSizes.min() ?? 0)) independent ones or more.",
                fr:
                    "Maximum de vraisemblance par Monte-Carlo : \(fit.rounds) tours, le dernier de \(fit.sampleSize) réseaux qui en valent \(Int(fit.effectiveSizes.min() ?? 0)) indépendants ou plus."
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
