import GraphKernels
import NetworkModel
import Tabular
import Vocabulary

/// Whether relations go together more than chance would have it: QAP and MRQAP.
public enum RelationTest {
    /// The correlation of each two relations, with the actors of one permuted (QAP).
    ///
    /// - Parameter named: what `Relation.named` calls by name.
    /// - Returns: a row for each pair: `relation, other, observed, null_mean …, actors`.
    /// - Throws: `MilieuError` for an unknown layer or attribute, words where numbers are needed, or
    ///   fewer than three actors of whom all attributes are known.
    public static func correlate(
        _ relations: [Relation], in context: MeasureContext, named: [String: PairNumbers] = [:], draws: Int = 999,
        progress: Draws.Progress? = nil
    ) throws(MilieuError) -> Table {
        let relations = relations.map { $0.read(isDirected: context.view.isDirected) }
        let matrices = try RelationMatrices(relations, in: context, named: named).matrices
        let pairs = relations.indices.flatMap { one in relations.indices.filter { $0 > one }.map { (one, $0) } }
        let rows = pairs.enumerated().map { number, pair in
            var report: Draws.Progress?
            if let progress {
                report = { done, _ in progress(number * draws + done, pairs.count * draws) }
            }
            let random = QAP.permutedCorrelations(
                matrices[pair.0], matrices[pair.1], draws: draws, seed: context.options.seed, progress: report)
            return NullDistribution(observed: QAP.correlation(matrices[pair.0], matrices[pair.1]), draws: random)
        }
        let actors = [Int?](repeating: matrices.first?.size ?? 0, count: pairs.count)
        return Table(
            name: "relation-correlations",
            columns: [
                Column(TestFields.field("relation", "relation", "relation"), .text(pairs.map { relations[$0.0].id })),
                Column(
                    TestFields.field("other", "other relation", "autre relation"),
                    .text(pairs.map { relations[$0.1].id })),
            ] + NullDistribution.columns(rows) + [Column(GroupMeasures.actors, .integer(actors))],
            provenance: context.provenance(of: []))
    }

    /// Why a regression has no single solution, by the relation at which it shows.
    ///
    /// - Parameter matrices: the response's, then those of the relations.
    public static func unsolvable(_ matrices: [SquareMatrix], _ relations: [Relation]) -> Bilingual {
        let start = Bilingual(
            en: "The regression has no single solution: ", fr: "La régression n'a pas de solution unique : ")
        guard let place = MatrixRegression.firstDependent(Array(matrices.dropFirst())) else {
            return start
                + Bilingual(
                    en: "the relations explain everything, or there are too few pairs.",
                    fr: "les relations expliquent tout, ou les paires sont trop peu nombreuses.")
        }
        let name = Excerpt.of(relations[place].id)
        let others = relations[..<place].map { Excerpt.of($0.id) }.joined(separator: ", ")
        guard !others.isEmpty else {
            return start + Bilingual(en: "\(name) does not vary.", fr: "\(name) ne varie pas.")
        }
        return start
            + Bilingual(
                en: "\(name) does not vary, or is collinear with \(others).",
                fr: "\(name) ne varie pas, ou est colinéaire à \(others).")
    }

    /// A relation regressed on others, each coefficient tested by double semi-partialling (MRQAP).
    public struct Regression: Sendable {
        /// A row for the intercept and each relation: estimate, standard error, t, p by permutation
        /// (empty for the intercept).
        public let table: Table
        /// The share of the response's variance that the relations explain together, 0 to 1; nil where it does not
        /// vary.
        public let rSquared: Double?
        /// Pairs of actors: unordered where all relations are symmetric, else ordered.
        public let observations: Int
        /// Actors left out because an attribute of theirs is not known.
        public let unknown: Int
    }

    /// Regresses a relation on others over the pairs of actors of whom all attributes are known, and tests each
    /// coefficient by permutation.
    ///
    /// - Parameter named: what `Relation.named` calls by name.
    /// - Throws: as `correlate`, and where the relations are collinear or explain everything.
    public static func regress(
        _ response: Relation, on relations: [Relation], in context: MeasureContext, named: [String: PairNumbers] = [:],
        permuting permuted: MatrixRegression.Permuted = .residuals, draws: Int = 999, progress: Draws.Progress? = nil
    ) throws(MilieuError) -> Regression {
        let isDirected = context.view.isDirected
        let (response, relations) = (
            response.read(isDirected: isDirected), relations.map { $0.read(isDirected: isDirected) }
        )
        let made = try RelationMatrices([response] + relations, in: context, named: named)
        guard
            let fit = MatrixRegression(
                made.matrices[0], on: Array(made.matrices.dropFirst()), permuting: permuted, draws: draws,
                seed: context.options.seed, progress: progress)
        else {
            throw MilieuError(
                .usage, Self.unsolvable(made.matrices, relations),
                remedy: Bilingual(en: "Leave a relation out.", fr: "Laissez une relation de côté."))
        }
        let rows = fit.coefficients.map { NullDistribution(observed: $0.t, draws: $0.draws) }
        let table = Table(
            name: "relation-regression",
            columns: [
                Column(
                    TestFields.field("relation", "relation", "relation"), .text(["intercept"] + relations.map(\.id))),
                Column(
                    TestFields.field("estimate", "coefficient", "coefficient"),
                    .number(fit.coefficients.map(\.estimate))),
                Column(
                    TestFields.field(
                        "standard_error", "standard error (of least squares)", "erreur type (des moindres carrés)"),
                    .number(fit.coefficients.map(\.standardError))),
                Column(
                    TestFields.field("standardized", "standardised coefficient", "coefficient standardisé"),
                    .number(fit.coefficients.map(\.standardized))),
                Column(TestFields.field("t", "t", "t"), .number(fit.coefficients.map(\.t))),
                Column(TestFields.field("p_lower", "p (as small)", "p (aussi petit)"), .number(rows.map(\.lower))),
                Column(TestFields.field("p_upper", "p (as large)", "p (aussi grand)"), .number(rows.map(\.upper))),
                Column(TestFields.field("p", "p (two-sided)", "p (bilatéral)"), .number(rows.map(\.p))),
                Column(
                    TestFields.field("r_squared", "R² of the whole", "R² de l'ensemble"),
                    .number(rows.map { _ in fit.rSquared })),
                Column(
                    TestFields.field("pairs", "pairs of actors", "paires d'acteurs"),
                    .integer(rows.map { _ in fit.observations })),
            ], provenance: context.provenance(of: []))
        return Regression(
            table: table, rSquared: fit.rSquared, observations: fit.observations, unknown: made.unknown)
    }
}
