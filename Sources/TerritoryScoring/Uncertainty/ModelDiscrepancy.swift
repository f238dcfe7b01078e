/// How far the model of the unobserved may be off beyond what its draws themselves tell (Kennedy and O'Hagan 2001).
///
/// No model of a territory is right: how what is hidden hangs together, that whoever is strong in one thing tends to be
/// in another, is not all in it. In a draw of which a share u of what an axis reads is drawn, the axis' odds,
/// x ÷ (1 − x), are therefore multiplied by e^δ, δ normal about 0 with variance c² · u ÷ (1 − u): so many times that of a
/// sample of the share that was told (Cochran 1977, Sampling Techniques, section 2.6). Nothing leaves 0 … 1, what is 0
/// stays 0, and where all was seen there is no error.
///
/// c is found as the errors of studies are from questions of known answer (Schuemie et al. 2018), on made-up territories
/// of which the whole is known: for each axis and way of looking the least, in steps of 0.01, with which the 90 % interval
/// holds the score of the whole, to the digits that are printed, in 92 % of the territories of every cell of shares shown.
/// `SamplingStudy calibrate` finds it: where people were asked, 0.16 for learning and 0.13 for interaction from seed 2001,
/// 0.02 and 0.19 from seed 7001; of what documents tell 0 and 0.16 from seed 2001. What stands here is near the larger ones.
enum ModelDiscrepancy {
    /// c where people were asked.
    static func asked(_ axis: Axis) -> Double {
        switch axis {
        case .learning: 0.16
        case .interaction: 0.18
        }
    }

    /// c of what documents tell, or of ties that came to light by chance.
    static func documents(_ axis: Axis) -> Double {
        switch axis {
        case .learning: 0
        case .interaction: 0.16
        }
    }

    /// However little was told: a draw that has more than twenty rows for each that was told is as far off as one of twenty.
    private static let leastTold = 0.05

    /// The standard deviation of δ.
    static func spread(_ axis: Axis, _ share: UnobservedShare) -> Double {
        let (asked, documents) = (asked(axis), documents(axis))
        let drawn = asked * asked * share.asked + documents * documents * share.documents
        return (drawn / max(leastTold, 1 - share.asked - share.documents)).squareRoot()
    }

    /// A score whose odds are multiplied by e^δ.
    static func moved(_ score: Double, by delta: Double) -> Double {
        guard delta != 0 else { return score }
        let factor = exponential(delta)
        return score * factor / (1 - score + score * factor)
    }
}
