/// A domain of relations. Ties and events belong to a layer through their kind.
///
/// A dataset can use a layer of its own: any lower-case id is one.
public struct Layer: RawRepresentable, Hashable, Sendable, Comparable {
    /// The id in a dataset's tables and on the command line.
    public let rawValue: String

    /// Takes any id; whether a network has such a layer is asked where a view is taken.
    public init(rawValue: String) {
        self.rawValue = rawValue
    }

    /// Information, know-how and training passed on: what the score reads for learning.
    public static let knowledge = Layer(rawValue: "knowledge")
    /// Work or means put together.
    public static let cooperation = Layer(rawValue: "cooperation")
    /// Money given, lent or invested.
    public static let finance = Layer(rawValue: "finance")
    /// Seats and votes in a body that decides.
    public static let governance = Layer(rawValue: "governance")
    /// Belonging to an association, a network or a cluster.
    public static let membership = Layer(rawValue: "membership")
    /// Goods sold and bought.
    public static let supply = Layer(rawValue: "supply")
    /// Staff hired, lent or moved from one to the other.
    public static let employment = Layer(rawValue: "employment")
    /// Services rendered, with or without pay.
    public static let service = Layer(rawValue: "service")
    /// Premises offered, let or shared; the score reads no ties of it.
    public static let location = Layer(rawValue: "location")

    /// The layers that have a name in both languages, in the order in which tables and legends list them.
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
