import GraphKernels
import Measures
import NetworkModel
import Tabular
import TieModels
import Vocabulary

/// A relation of yes and no regressed on others by logistic regression, each coefficient tested by permutation (LR-QAP).
public enum RelationLogitTest {
    /// The regression over the pairs of actors of whom all is known.
    ///
    /// - Parameters:
    ///   - named: what `Relation.named` calls by name.
    ///   - permuted: which nodes are permuted.
    /// - Returns: a row for the intercept and each relation, and how many actors were left out.
    /// - Throws: `MilieuError` where the response has other numbers than 0 and 1, relations do not vary, make up each
    ///   other, or tell 1 from 0 without fail.
    public static func regress(
        _ response: Relation, on relations: [Relation], in context: MeasureContext, named: [String: PairNumbers] = [:],
        permuting permuted: MatrixRegression.Permuted = .residuals, draws: Int = 999, progress: Draws.Progress? = nil
    ) throws(MilieuError) -> (table: Table, unknown: Int) {
        let isDirected = context.view.isDirected
        let (response, relations) = (
            response.read(isDirected: isDirected), relations.map { $0.read(isDirected: isDirected) }
        )
        let made = try RelationMatrices([response] + relations, in: context, named: named)
        let fit: RelationLogit
        do throws(RelationLogit.Failure) {
            fit = try RelationLogit(
                made.matrices[0], on: Array(made.matrices.dropFirst()), permuting: permuted, draws: draws,
                seed: context.options.seed, progress: progress)
        } catch {
            throw explained(error, response, relations, made.matrices)
        }
        return (table(fit, relations, context), made.unknown)
    }

    private static func explained(
        _ failure: RelationLogit.Failure, _ response: Relation, _ relations: [Relation], _ matrices: [SquareMatrix]
    ) -> MilieuError {
        switch failure {
        case .notBinary:
            return MilieuError(
                .usage,
                Bilingual(
                    en: "\(Excerpt.of(response.id)) has other numbers than 0 and 1.",
                    fr: "\(Excerpt.of(response.id)) a d'autres nombres que 0 et 1."),
                remedy: Bilingual(
                    en: "Leave --logit out, or take ties (binary).", fr: "Omettez --logit, ou prenez ties (binaire)."))
        case .dependent(-1):
            return MilieuError(
                .usage,
                Bilingual(
                    en: "\(Excerpt.of(response.id)) does not vary.", fr: "\(Excerpt.of(response.id)) ne varie pas."),
                remedy: Bilingual(
                    en: "Take other layers or kinds of tie.", fr: "Prenez d'autres couches ou types de lien."))
        case .dependent:
            return MilieuError(
                .usage, RelationTest.unsolvable(matrices, relations),
                remedy: Bilingual(en: "Leave a relation out.", fr: "Laissez une relation de côté."))
        case .separated(let places):
            let names = places.filter { $0 >= 0 }.map { Excerpt.of(relations[$0].id) }.joined(separator: ", ")
            return MilieuError(
                .usage, TieEstimation.separation(names),
                remedy: Bilingual(en: "Leave such a relation out.", fr: "Laissez une telle relation de côté."))
        }
    }

    private static func table(_ fit: RelationLogit, _ relations: [Relation], _ context: MeasureContext) -> Table {
        let rows = fit.coefficients
        func p(_ tail: Significance.Tail) -> [Double?] {
            rows.map { row in
                row.draws.isEmpty ? nil : Significance.pValue(observed: row.z, draws: row.draws, tail: tail)
            }
        }
        func field(_ id: String, _ en: String, _ fr: String) -> Field { ProximityTables.field(id, en, fr) }
        let explained = 1 - fit.logLikelihood / fit.emptyLogLikelihood
        return Table(
            name: "relation-logit",
            columns: [
                Column(field("relation", "relation", "relation"), .text(["intercept"] + relations.map(\.id))),
                Column(field("estimate", "coefficient", "coefficient"), .number(rows.map(\.estimate))),
                Column(
                    field(
                        "standard_error", "standard error (of independent pairs)",
                        "erreur type (de paires indépendantes)"),
                    .number(rows.map(\.standardError))),
                Column(
                    field("odds_ratio", "odds ratio", "rapport des cotes"),
                    .number(
                        rows.map { row -> Double? in
                            let ratio = Logarithm.exponential(row.estimate)
                            return ratio.isFinite ? ratio : nil
                        })),
                Column(field("z", "z", "z"), .number(rows.map(\.z))),
                Column(field("p_lower", "p (as small)", "p (aussi petit)"), .number(p(.lower))),
                Column(field("p_upper", "p (as large)", "p (aussi grand)"), .number(p(.upper))),
                Column(field("p", "p (two-sided)", "p (bilatéral)"), .number(p(.both))),
                Column(
                    field("pseudo_r_squared", "McFadden's R² of the whole", "R² de McFadden de l'ensemble"),
                    .number(rows.map { _ in explained })),
                Column(
                    field("pairs", "pairs of actors", "paires d'acteurs"), .integer(rows.map { _ in fit.observations })),
            ], provenance: context.provenance(of: []))
    }
}
