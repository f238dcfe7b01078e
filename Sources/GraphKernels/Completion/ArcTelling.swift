/// How much one chain takes to have been told: what nothing in the data says, and each chain therefore has its own of.
struct ArcTelling: Sendable {
    private let layout: ArcLayout
    /// By kind: the chance of being named where someone was asked, or the share told.
    private let levels: [Double]
    /// How much more well tied nodes are told of: an arc's ends tell with chance 1 − (1 − a)^g, g the node's
    /// degree ÷ the mean degree to this power.
    private let prominence: Double

    /// - Parameters:
    ///   - quantile: where in its range every kind's level lies.
    ///   - prominence: 0 … 1.
    init(_ layout: ArcLayout, quantile: Double, prominence: Double) {
        self.layout = layout
        self.prominence = prominence
        levels = layout.partial.kinds.map { kind in
            switch kind.sight {
            case .whole: 1
            case .ends(_, _, let range): range.lowerBound + quantile * (range.upperBound - range.lowerBound)
            case .share(let range): ShareTold.level(quantile, range)
            }
        }
    }

    /// Sets what hides, from how well tied the nodes are in the whole network.
    func hide(_ rates: inout ArcRates, degrees: [Double], _ random: inout RandomSource) {
        let weights = weights(degrees)
        let sums = sums(weights, degrees, &random)
        var known: [Double: [Double]] = [:]
        for (kind, level) in zip(layout.partial.kinds.indices, levels) {
            switch layout.partial.kinds[kind].sight {
            case .whole: break
            case .ends(let senders, let receivers, _):
                rates.senderHides[kind] = senders.map { $0 ? 1 - level : 1 }
                rates.receiverHides[kind] = receivers.map { $0 ? 1 - level : 1 }
            case .share:
                let hides = known[level] ?? hides(level, weights, sums)
                known[level] = hides
                (rates.senderHides[kind], rates.receiverHides[kind]) = (hides, hides)
            }
        }
    }

    private func weights(_ degrees: [Double]) -> [Double] {
        guard prominence > 0, !degrees.isEmpty else { return Array(repeating: 1, count: degrees.count) }
        let mean = degrees.reduce(0, +) / Double(degrees.count) + 1
        return degrees.map { Logarithm.exponential(prominence * Logarithm.natural(($0 + 1) / mean)) }
    }

    /// The weights of both ends together, of some hundred arcs between nodes chosen by their degrees.
    private func sums(_ weights: [Double], _ degrees: [Double], _ random: inout RandomSource) -> [Double] {
        guard prominence > 0 else { return [] }
        var running: [Double] = []
        var all = 0.0
        for degree in degrees {
            all += degree + 1e-9
            running.append(all)
        }
        func node(_ random: inout RandomSource) -> Int {
            let goal = random.unit() * all
            var (low, high) = (0, running.count - 1)
            while low < high {
                let middle = (low + high) / 2
                if running[middle] <= goal { low = middle + 1 } else { high = middle }
            }
            return low
        }
        return (0..<200).map { _ in weights[node(&random)] + weights[node(&random)] }
    }

    /// By node, (1 − a)^g with the a that hides 1 − share of all arcs.
    private func hides(_ share: Double, _ weights: [Double], _ sums: [Double]) -> [Double] {
        guard share < 1 else { return Array(repeating: 0, count: weights.count) }
        guard !sums.isEmpty else { return Array(repeating: (1 - share).squareRoot(), count: weights.count) }
        // −ln(1 − a) by bisection: more of it hides less.
        func hidden(_ rate: Double) -> Double {
            sums.reduce(0) { $0 + Logarithm.exponential(-rate * $1) } / Double(sums.count)
        }
        var (low, high) = (0.0, 1.0)
        while hidden(high) > 1 - share, high < 1e6 { high *= 2 }
        for _ in 0..<20 {
            let middle = (low + high) / 2
            if hidden(middle) > 1 - share { low = middle } else { high = middle }
        }
        return weights.map { Logarithm.exponential(-$0 * high) }
    }
}

/// The share of what is there that documents tell: nothing in them says it.
public enum ShareTold {
    /// Where in the range the share told lies: sin³ of a uniform angle, which is near 0 like Beta(⅓, ·) and near 1 like
    /// Beta(·, ½). Nearly all and hardly anything are likelier than under a uniform distribution, under which an interval
    /// of 90 % would shut out both; and hardly anything is likelier than under Jeffreys', since a share told may be of any
    /// order of magnitude: under that a territory of which a tenth was told would have to be in the last sixth of what is
    /// believed, and all else with it.
    ///
    /// - Parameter quantile: how much of what is believed lies below, 0 … 1.
    public static func level(_ quantile: Double, _ range: ClosedRange<Double>) -> Double {
        let root = Logarithm.sine(quantile * Double.pi / 2)
        return range.lowerBound + root * root * root * (range.upperBound - range.lowerBound)
    }

    /// Jeffreys' distribution of a chance, Beta(½, ½): sin² of a uniform angle.
    ///
    /// - Parameter quantile: how much of what is believed lies below, 0 … 1.
    public static func chance(_ quantile: Double) -> Double {
        let root = Logarithm.sine(quantile * Double.pi / 2)
        return root * root
    }

    /// 1 + ln(1 − pe)/λ with p = 1 − e^−λ: of a Poisson number of mean λ, what share to keep where none was shown.
    static func unseen(rate: Double, shown: Double) -> Double {
        guard shown > 0 else { return 1 }
        guard rate > 1e-9 else { return 1 - shown }
        let there = 1 - Logarithm.exponential(-rate)
        return max(0, 1 + Logarithm.natural(max(1e-300, 1 - there * shown)) / rate)
    }
}
