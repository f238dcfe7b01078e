import GraphKernels
import Tabular
import Vocabulary

/// The alters behind Burt's measures, each with its terms.
enum StructuralHoleExplanations {
    private typealias Columns = ExplanationColumns

    private struct Term {
        let alter: Int
        /// p_ij and Σ_q p_iq p_qj.
        let direct: Double
        let indirect: Double
        /// Σ_q p_iq m_jq.
        let redundancy: Double
        var constraint: Double { (direct + indirect) * (direct + indirect) }
    }

    static func constraint(_ context: MeasureContext, _ node: Int) throws(MilieuError) -> [Column] {
        let terms = try terms(context, node)
        let all = terms.reduce(0) { $0 + $1.constraint }
        return Columns.alters(terms.map(\.alter), context) + [
            Columns.numbers("direct", "p_ij", "p_ij", terms.map(\.direct)),
            Columns.numbers("indirect", "Σ_q p_iq p_qj", "Σ_q p_iq p_qj", terms.map(\.indirect)),
            Columns.numbers("constraint", "(p_ij + Σ_q p_iq p_qj)²", "(p_ij + Σ_q p_iq p_qj)²", terms.map(\.constraint)),
            Columns.numbers("part", "part of the whole", "part du total", terms.map { all > 0 ? $0.constraint / all : nil }),
        ]
    }

    static func hierarchy(_ context: MeasureContext, _ node: Int) throws(MilieuError) -> [Column] {
        let terms = try terms(context, node)
        let (count, all) = (Double(terms.count), terms.reduce(0) { $0 + $1.constraint })
        let ratios = terms.map { $0.constraint / (all / count) }
        return Columns.alters(terms.map(\.alter), context) + [
            Columns.numbers("constraint", "c_ij", "c_ij", terms.map(\.constraint)),
            Columns.numbers("ratio", "r_j = c_ij over the mean", "r_j = c_ij sur la moyenne", ratios),
            Columns.numbers(
                "hierarchy", "r_j ln r_j / (N ln N)", "r_j ln r_j / (N ln N)",
                ratios.map { terms.count > 1 ? $0 * Logarithm.natural($0) / (count * Logarithm.natural(count)) : 1 }),
        ]
    }

    /// Also of efficiency, which is the sum over the number of alters.
    static func effectiveSize(_ context: MeasureContext, _ node: Int) throws(MilieuError) -> [Column] {
        let terms = try terms(context, node).sorted { ($1.redundancy, $0.alter) < ($0.redundancy, $1.alter) }
        return Columns.alters(terms.map(\.alter), context) + [
            Columns.numbers("redundancy", "redundancy", "redondance", terms.map(\.redundancy)),
            Columns.numbers("effective", "1 less the redundancy", "1 moins la redondance", terms.map { 1 - $0.redundancy }),
            Columns.numbers(
                "efficiency", "of it for each alter", "rapporté au nombre d'alters",
                terms.map { (1 - $0.redundancy) / Double(terms.count) }),
        ]
    }

    /// From the formulas, the most constraining alter first.
    private static func terms(_ context: MeasureContext, _ node: Int) throws(MilieuError) -> [Term] {
        let graph = try context.addedArcs()
        func strengths(_ node: Int) -> [(alter: Int, weight: Double)] {
            graph.outgoing.range(of: node).map {
                (Int(graph.outgoing.targets[$0]), graph.isWeighted ? graph.outgoing.weights[$0] : 1)
            }
        }
        let own = strengths(node)
        let sum = own.reduce(0) { $0 + $1.weight }
        var (direct, indirect, redundancy): ([Int: Double], [Int: Double], [Int: Double]) = ([:], [:], [:])
        for (alter, weight) in own { direct[alter] = weight / sum }
        for (alter, weight) in own {
            let ties = strengths(alter)
            let (all, most) = (ties.reduce(0) { $0 + $1.weight }, ties.map(\.weight).max() ?? 1)
            for (other, tie) in ties {
                guard let share = direct[other] else { continue }
                indirect[other, default: 0] += weight / sum * tie / all
                redundancy[alter, default: 0] += share * tie / most
            }
        }
        return own.map { alter, weight in
            Term(alter: alter, direct: weight / sum, indirect: indirect[alter] ?? 0, redundancy: redundancy[alter] ?? 0)
        }.sorted { ($1.constraint, $0.alter) < ($0.constraint, $1.alter) }
    }
}
