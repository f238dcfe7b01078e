import GraphKernels
import Tabular
import Vocabulary

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
        let moments = Significance.moments(draws)
        mean = moments.mean
        // What rounding makes of equal values is no deviation.
        deviation = moments.deviation.map { $0 > 1e-12 * max(1, abs(moments.mean ?? 0)) ? $0 : 0 }
        // A null model of a single value cannot be tested against.
        guard let observed, let mean, let deviation, deviation > 0 else {
            (z, lower, upper, p) = (nil, nil, nil, nil)
            return
        }
        z = (observed - mean) / deviation
        lower = Significance.pValue(observed: observed, draws: draws, tail: .lower)
        upper = Significance.pValue(observed: observed, draws: draws, tail: .upper)
        p = Significance.pValue(observed: observed, draws: draws, tail: .both)
    }

    static func columns(_ rows: [NullDistribution]) -> [Column] {
        func field(_ id: String, _ en: String, _ fr: String) -> Field { TestFields.field(id, en, fr) }
        return [
            Column(TestFields.observed, .number(rows.map(\.observed))),
            Column(field("null_mean", "mean of the draws", "moyenne des tirages"), .number(rows.map(\.mean))),
            Column(
                field("null_sd", "standard deviation of the draws", "écart type des tirages"),
                .number(rows.map(\.deviation))),
            Column(field("z", "z", "z"), .number(rows.map(\.z))),
            Column(field("p_lower", "p (as small)", "p (aussi petit)"), .number(rows.map(\.lower))),
            Column(field("p_upper", "p (as large)", "p (aussi grand)"), .number(rows.map(\.upper))),
            Column(field("p", "p (two-sided)", "p (bilatéral)"), .number(rows.map(\.p))),
            Column(field("draws", "draws with a value", "tirages ayant une valeur"), .integer(rows.map(\.known))),
        ]
    }

    /// Why there is no p, or fewer draws than were asked for; nil where there is nothing to say.
    func note(_ measure: String, draws: Int) -> Bilingual? {
        if observed == nil {
            return Bilingual(
                en: "\(measure) is undefined in this network: nothing to compare.",
                fr: "\(measure) est indéfini dans ce réseau : rien à comparer.")
        }
        if known == 0 {
            return Bilingual(
                en: "\(measure) is undefined in every draw of this model: no p.",
                fr: "\(measure) est indéfini dans tous les tirages de ce modèle : pas de p.")
        }
        if deviation == nil || deviation == 0 {
            return Bilingual(
                en: "\(measure) has one value in all draws, since the model keeps it: not testable.",
                fr: "\(measure) a une seule valeur dans tous les tirages, car le modèle la conserve : non testable.")
        }
        guard known < draws else { return nil }
        return Bilingual(
            en: "\(measure) has a value in \(known) of \(draws) draws; its numbers are of those.",
            fr: "\(measure) a une valeur dans \(known) tirages sur \(draws) ; ses nombres portent sur ceux-là.")
    }
}
