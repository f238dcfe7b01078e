/// The indicators of a situation, in the order of the catalogue: values, and the share of what each
/// reads that is known.
struct Reading: Sendable {
    var values: [Double?]
    var coverages: [Double]
    /// How much of what the axes read nobody told of.
    var unobserved = UnobservedShares()

    init(_ found: [IndicatorValue]) {
        (values, coverages) = (found.map(\.value), found.map(\.coverage))
    }

    init(values: [Double?], coverages: [Double]) {
        (self.values, self.coverages) = (values, coverages)
    }

    /// Of a territory of which nothing is known.
    static let nothing = Reading(
        values: IndicatorCatalogue.all.map { _ in nil }, coverages: IndicatorCatalogue.all.map { _ in 0 })
}
