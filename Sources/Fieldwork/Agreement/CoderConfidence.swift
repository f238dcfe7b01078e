import NetworkModel

/// How sure a tie is that both of two coders have, or one alone.
///
/// After the test theory without an answer key (Batchelder and Romney 1988, *Psychometrika* 53(1), 71–92; Romney, Weller
/// and Batchelder 1986, *American Anthropologist* 88(2), 313–338): a coder sees what the source says with a competence
/// D, and else guesses "tied" as often as ties are found at all, p. Two coders of one competence then agree beyond chance
/// with D², which is what α measures, so that D = √α; Bayes' theorem gives the rest. With s = D + (1 − D)p and f = (1 − D)p,
///
///     both: p s² / (p s² + (1 − p) f²)        one alone: p s(1 − s) / (p s(1 − s) + (1 − p) f(1 − f))
///
/// Coders who agree no better than chance (α ≤ 0) leave a tie as probable as any.
/// What breaks it: coders of unlike competence (two cannot tell which of them is the better), and ties that are easier
/// to see than others.
public struct CoderConfidence: Sendable, Hashable {
    /// The probability that a tie is there which both have, 0 to 1.
    public let ofBoth: Double
    /// The same of a tie that one has and the other has not.
    public let ofOne: Double

    /// Takes the competence from α.
    ///
    /// - Parameters:
    ///   - alpha: of the ties' presence.
    ///   - prevalence: the share of all codes that say "tied", 0 to 1.
    public init(alpha: Double, prevalence: Double) {
        let competence = max(0, min(1, alpha)).squareRoot()
        let (p, guess) = (prevalence, (1 - competence) * prevalence)
        let sees = competence + guess
        func share(_ tied: Double, _ untied: Double) -> Double {
            let sum = p * tied + (1 - p) * untied
            return sum > 0 ? p * tied / sum : p
        }
        ofBoth = share(sees * sees, guess * guess)
        // Perfect coders never differ: the limit, in which one's word stands against the other's.
        ofOne = competence < 1 ? share(sees * (1 - sees), guess * (1 - guess)) : 0.5
    }

    /// Nil where the agreement is undefined.
    init?(_ agreement: SubjectAgreement?) {
        guard let agreement, let alpha = agreement.alpha, let presence = agreement.presence, agreement.units > 0 else {
            return nil
        }
        let codes = 2 * presence.both + presence.onlyFirst + presence.onlySecond
        self.init(alpha: alpha, prevalence: Double(codes) / Double(2 * agreement.units))
    }
}
