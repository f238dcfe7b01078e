/// The difference between the mean changes of two sides of a comparison, within strata.
///
/// Σ_s (m_s / m) (mean of the group in s − mean of the reference in s), m_s actors of the group in stratum s: what the
/// group's changes were beside those of comparable others. Strata that lack a side, and actors without a value, count
/// in nothing. Without strata it is the difference in differences (Card and Krueger 1994, Am. Econ. Rev. 84, 772–793).
struct GroupDifference: Sendable {
    let value: Double
    /// What one unit of each actor's change adds to the difference.
    let weights: [Double]
    /// The difference's variance if no actor's change had to do with another's (Welch 1947): of each stratum and side
    /// w² n / (n − 1) Σ (change − their mean)².
    let plainVariance: Double

    /// Nil where no stratum has both sides.
    init?(_ changes: [Double?], _ sides: [TreatmentDesign.Side], _ strata: [Int?]) {
        var tallies: [Int: (group: Int, reference: Int)] = [:]
        for actor in changes.indices {
            guard changes[actor] != nil, let stratum = strata[actor] else { continue }
            switch sides[actor] {
            case .group: tallies[stratum, default: (0, 0)].group += 1
            case .reference: tallies[stratum, default: (0, 0)].reference += 1
            case .neither: break
            }
        }
        let usable = tallies.filter { $0.value.group > 0 && $0.value.reference > 0 }
        let all = Double(usable.values.reduce(0) { $0 + $1.group })
        guard all > 0 else { return nil }
        var (weights, sum) = ([Double](repeating: 0, count: changes.count), 0.0)
        for actor in changes.indices {
            guard let change = changes[actor], let stratum = strata[actor], let tally = usable[stratum] else {
                continue
            }
            switch sides[actor] {
            case .group: weights[actor] = 1 / all
            case .reference: weights[actor] = -Double(tally.group) / all / Double(tally.reference)
            case .neither: continue
            }
            sum += weights[actor] * change
        }
        (value, self.weights) = (sum, weights)
        plainVariance = Self.plainVariance(changes, weights, strata)
    }

    private static func plainVariance(_ changes: [Double?], _ weights: [Double], _ strata: [Int?]) -> Double {
        struct Part: Hashable {
            let stratum: Int?
            let weight: Double
        }
        var members: [Part: [Double]] = [:]
        for (actor, weight) in weights.enumerated() where weight != 0 {
            if let change = changes[actor] {
                members[Part(stratum: strata[actor], weight: weight), default: []].append(change)
            }
        }
        let parts = members.filter { $0.value.count > 1 }.map { part, values in
            let mean = values.reduce(0, +) / Double(values.count)
            let squares = values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
            return part.weight * part.weight * squares * Double(values.count) / Double(values.count - 1)
        }
        // In one order: the last bits of a sum depend on it.
        return parts.sorted().reduce(0, +)
    }

    /// The mean of a side's numbers, each weighed as in the difference; nil where one is not known.
    func mean(_ numbers: [Double?], ofGroup isGroup: Bool) -> Double? {
        var sum = 0.0
        for (actor, weight) in weights.enumerated() where weight != 0 && (weight > 0) == isGroup {
            guard let number = numbers[actor] else { return nil }
            sum += abs(weight) * number
        }
        return sum
    }

    /// How many actors a side has.
    func count(ofGroup isGroup: Bool) -> Int { weights.count { $0 != 0 && ($0 > 0) == isGroup } }
}
