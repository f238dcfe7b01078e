/// A domain of relations. Ties and events belong to a layer through their kind.
///
/// A dataset can use a layer of its own: any lower-case id is one.
public struct Layer: RawRepresentable, Hashable, Sendable, Comparable {
    public let rawValue: String

    public init(rawValue: String) {
        self.rawValue = rawValue
    }

    public static let knowledge = Layer(rawValue: "knowledge")
    public static let cooperation = Layer(rawValue: "cooperation")
    public static let finance = Layer(rawValue: "finance")
    public static let governance = Layer(rawValue: "governance")
    public static let membership = Layer(rawValue: "membership")
    public static let supply = Layer(rawValue: "supply")
    public static let employment = Layer(rawValue: "employment")
    public static let service = Layer(rawValue: "service")
    public static let location = Layer(rawValue: "location")

    /// The layers of the design, in the order in which tables and legends list them.
    public static let standard: [Layer] = [
        .knowledge, .cooperation, .finance, .governance, .membership, .supply, .employment,
        .service, .location,
    ]

    /// The name that a reader sees; a dataset's own layer is shown by its id.
    public var name: Bilingual {
        switch self {
        case .knowledge: Bilingual(en: "knowledge", fr: "connaissance")
        case .cooperation: Bilingual(en: "cooperation", fr: "coopération")
        case .finance: Bilingual(en: "finance", fr: "financement")
        case .governance: Bilingual(en: "governance", fr: "gouvernance")
        case .membership: Bilingual(en: "membership", fr: "adhésion")
        case .supply: Bilingual(en: "supply", fr: "approvisionnement")
        case .employment: Bilingual(en: "employment", fr: "emploi")
        case .service: Bilingual(en: "service", fr: "service")
        case .location: Bilingual(en: "location", fr: "localisation")
        default: Bilingual(rawValue)
        }
    }

    /// Standard layers first, in their order; then the dataset's own, by id.
    public static func < (one: Layer, other: Layer) -> Bool {
        let (a, b) = (standard.firstIndex(of: one), standard.firstIndex(of: other))
        switch (a, b) {
        case (let a?, let b?): return a < b
        case (.some, nil): return true
        case (nil, .some): return false
        case (nil, nil): return one.rawValue < other.rawValue
        }
    }
}
