import GraphKernels

/// What chance gives a territory of that size, of those kinds and with that many ties, from which a
/// strong interaction must stand out.
///
/// Learning is shown beside, but asked for no more: how far knowledge spreads, and how much comes from
/// outside, so many ties give a territory whoever has them, and what is not so (its fruit, what is passed
/// on) is set against chance in the indicators already. Interaction is the pattern itself.
///
/// Some rows of the draws are taken as they are seen, ties that nobody observed among them, and shuffled.
/// A draw is then set beside those of about as many ties: with the method's own weights and mean, and
/// with what nobody knows filled in alike, it must be above their mean by as much as only one in twenty
/// of them is.
struct ChanceLevel: Sendable {
    private struct Sample: Sendable {
        let reading: Reading
        let place: Place
    }

    /// How many ties there are of either side.
    struct Place: Sendable {
        let knowledge: Double
        let interaction: Double

        init(_ situation: Situation) {
            knowledge = naturalLogarithm(1 + Double(situation.knowledge.count + situation.knowledgeSeats.count))
            interaction = naturalLogarithm(1 + Double(situation.interaction.count + situation.interactionSeats.count))
        }

        func distance(to other: Place) -> Double {
            abs(knowledge - other.knowledge) + abs(interaction - other.interaction)
        }
    }

    private var samples: [Sample] = []
    /// Of how many chance territories it comes.
    var count: Int { samples.count }
    private let aggregation: Aggregation
    private var margins: [Axis: Margin] = [:]

    /// How far above the mean of chance one in twenty chance territories is.
    private struct Margin {
        let value: Double
        /// What chance of the sample leaves open of it: of the order statistics as far away as the number of those
        /// below scatters (binomial), half the distance.
        let error: Double

        /// - Parameter above: of the sample, ascending; at least one.
        init(_ above: [Double]) {
            let (place, last) = (above.count * 19 / 20, above.count - 1)
            let scatter = Int((0.0475 * Double(above.count)).squareRoot().rounded(.up))
            value = above[min(last, place)]
            error = (above[min(last, place + scatter)] - above[max(0, min(last, place) - scatter)]) / 2
        }
    }

    /// - Parameters:
    ///   - count: so many at first; and up to ten times as many, until the margin of interaction, by which draws are told
    ///     apart, is known to the precision.
    ///   - precision: 0: no more than `count`.
    ///   - view: what a row shows.
    init(
        _ count: Int, _ aggregation: Aggregation, seed: UInt64, precision: Double,
        view: @Sendable (Int) -> (Situation, [IndicatorValue])
    ) {
        self.aggregation = aggregation
        samples = Self.samples(0..<count, seed, view)
        findMargins()
        while samples.count < 10 * count, precision > 0, margins[.interaction].map({ $0.error > precision }) ?? false {
            samples += Self.samples(samples.count..<min(2 * samples.count, 10 * count), seed, view)
            findMargins()
        }
    }

    private static func samples(
        _ numbers: Range<Int>, _ seed: UInt64, _ view: @Sendable (Int) -> (Situation, [IndicatorValue])
    ) -> [Sample] {
        Parallel.chunks(of: numbers.count, grain: 1) { range in
            range.map { place in
                let number = numbers.lowerBound + place
                let (situation, found) = view(number)
                var random = RandomSource(seed: Colour.mixed(seed ^ 0xC4A2CE), part: number)
                let drawn = ChanceTerritory(situation).drawn(&random)
                return Sample(
                    reading: Reading(drawn.values(after: ChanceTerritory.changes, from: found)), place: Place(situation)
                )
            }
        }.flatMap { $0 }
    }

    private mutating func findMargins() {
        for axis in Axis.allCases {
            let above = samples.compactMap { sample -> Double? in
                let mean = mean(near: sample.place).values
                // Over what both know, or the two would not be the same score.
                let own = zip(sample.reading.values, mean).map { $1 == nil ? nil : $0 }
                let alike = zip(own, mean).map { $0 == nil ? nil : $1 }
                guard let x = aggregation.outcome(axis, own).score, let y = aggregation.outcome(axis, alike).score
                else { return nil }
                return x - y
            }.sorted()
            margins[axis] = above.isEmpty ? nil : Margin(above)
        }
    }

    /// The mean of each indicator over the chance territories of most nearly as many ties.
    func mean(near place: Place) -> Reading {
        let distances = samples.map { $0.place.distance(to: place) }
        let last = distances.sorted()[min(max(Self.leastNearest, distances.count / 8), distances.count) - 1]
        var sums: [(sum: Double, count: Int)] = Array(repeating: (0, 0), count: IndicatorCatalogue.all.count)
        for (sample, distance) in zip(samples, distances) where distance <= last {
            for (indicator, value) in sample.reading.values.enumerated() {
                guard let value else { continue }
                sums[indicator].sum += value
                sums[indicator].count += 1
            }
        }
        return Reading(
            values: sums.map { $0.count > 0 ? $0.sum / Double($0.count) : nil },
            coverages: samples.first?.reading.coverages ?? [])
    }

    private static let leastNearest = 12

    /// Whether an axis is above what chance gives.
    ///
    /// - Parameters:
    ///   - values: the draw's, with what is not known filled in.
    ///   - chance: the mean of chance, filled in alike.
    ///   - shift: what the model of the unobserved is off by in this draw (`ModelDiscrepancy`).
    func isAbove(_ axis: Axis, _ values: [Double?], _ chance: [Double?], movedBy shift: Double) -> Bool {
        guard let own = aggregation.outcome(axis, values).score, let other = aggregation.outcome(axis, chance).score,
            let margin = margins[axis]?.value
        else { return true }
        return ModelDiscrepancy.moved(own, by: shift) >= other + margin - 1e-12
    }

    /// What one in twenty chance territories reaches, over what is known.
    func level(_ axis: Axis, near place: Place) -> Double? {
        guard let margin = margins[axis]?.value, let mean = aggregation.outcome(axis, mean(near: place).values).score else {
            return nil
        }
        return min(1, mean + margin)
    }
}
