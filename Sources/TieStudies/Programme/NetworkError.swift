/// How far a difference between two sides may lie from the truth, where the actors' values hang together by their ties.
///
/// J is the jackknife's variance over actors, each left out of both networks with all its ties, side by side:
/// Σ_sides (n_s − 1) / n_s Σ (θ₋ᵢ − mean of the side)². What belongs to a pair it counts at both of its ends.
///
/// Where an outcome is a sum over pairs, that part is known and counted once: J − Σ_pairs (w_ij e_ij)², e the pair's
/// distance from the mean of its kind (Fafchamps and Gubert 2007, J. Dev. Econ. 83, 326–350; Aronow, Samii and Assenova
/// 2015, Polit. Anal. 23, 564–577). Elsewhere J is halved, as Snijders and Borgatti (1999, Connections 22(2), 161–170)
/// have it for numbers of networks. Neither is taken below J / 2, what pairs alone would give, nor below what actors
/// that have nothing to do with each other would give.
struct NetworkError: Sendable {
    let standardError: Double
    /// Of the standard error (Welch and Satterthwaite).
    let freedom: Double

    /// - Parameters:
    ///   - without: the difference without each actor; actors that count in neither side are a third one.
    ///   - pairPart: what is of single pairs; nil where the outcome is no sum over pairs.
    /// - Returns: nil where a side has fewer than two actors, a difference is missing, or nothing varies.
    init?(_ difference: GroupDifference, without: [Double?], pairPart: Double?) {
        var parts: [(variance: Double, count: Int)] = []
        let weights = difference.weights
        for side in [1, -1, 0] {
            let members = weights.indices.filter { weights[$0] == 0 ? side == 0 : side == (weights[$0] > 0 ? 1 : -1) }
            let values = members.compactMap { without[$0] }
            guard values.count == members.count, side == 0 || values.count > 1 else { return nil }
            guard values.count > 1 else { continue }
            let count = Double(values.count)
            let mean = values.reduce(0, +) / count
            parts.append(((count - 1) / count * values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }, values.count))
        }
        let whole = parts.reduce(0) { $0 + $1.variance }
        guard whole > 0 else { return nil }
        let candidates = [whole / 2, whole - (pairPart ?? whole), difference.plainVariance]
        standardError = (candidates.max() ?? whole).squareRoot()
        freedom = whole * whole / parts.reduce(0) { $0 + $1.variance * $1.variance / Double($1.count - 1) }
    }
}
