import Vocabulary

/// Whether a value is more than chance would give.
public struct NullTest: Sendable {
    /// What is put to the test.
    public enum Subject: Sendable, Hashable {
        /// An indicator, by id.
        case indicator(String)
        /// An axis, over the indicators that are defined in the territory.
        case axis(Axis)

        /// The id of the indicator or the axis.
        public var id: String {
            switch self {
            case .indicator(let id): id
            case .axis(let axis): axis.rawValue
            }
        }
    }

    /// What chance was given.
    public let model: NullModel
    /// What the test is of.
    public let subject: Subject
    /// The value of the territory as it is, in [0, 1].
    public let observed: Double
    /// Of the values that chance gives.
    public let mean: Double?
    /// Median, 5 and 95 % of the null draws; nil where not testable.
    public let range: Interval?
    /// Of the value before it was cut to [0, 1], as p is; nil where the null draws do not vary.
    public let z: Double?
    /// (1 + #)/(B + 1), upper tail; nil where not testable.
    public let p: Double?
    /// p adjusted over all tests of the territory (Benjamini and Hochberg 1995).
    public let q: Double?
    /// B: how many null territories gave a value.
    public let draws: Int

    /// Where every null draw gives the observed value, the network has no other realisation (a
    /// star): chance has no say.
    public var isTestable: Bool { p != nil }
}
