import Vocabulary

/// What `datapackage.json` says of a dataset as a whole.
public struct DatasetDescription: Sendable, Hashable {
    public var name: String
    public var title: String
    public var version: String?
    /// SHA-256 of the tables, in hexadecimal; nil for a network made in memory.
    public var contentHash: String?
    public var licences: [String]
    public var contributors: [String]
    public var territory: Territory?
    /// How was looked at what: layers by id, `events`, `pooled_resources`. Nil: nothing is said.
    public var surveys: [String: Survey]?
    /// How many actors are inside, where more are than the dataset lists.
    public var population: Population?

    public init(name: String, title: String? = nil) {
        self.name = name
        self.title = title ?? name
        self.licences = []
        self.contributors = []
    }

    /// What was looked at, in whatever way; to set it is to call each a census.
    public var surveyed: Set<String>? {
        get { surveys.map { Set($0.keys) } }
        set { surveys = newValue.map { Dictionary(uniqueKeysWithValues: $0.map { ($0, .census) }) } }
    }

    /// Whether not finding a tie of this layer means that there is none.
    public func wasSurveyed(_ what: String) -> Bool { surveys?[what]?.how == .census }

    /// Whether something of this layer can have been found at all.
    public func wasLookedAt(_ what: String) -> Bool { surveys?[what] != nil }
}

/// The area that a dataset describes.
public struct Territory: Sendable, Hashable {
    public var name: String
    /// Official codes by nomenclature (commune, employment zone …).
    public var codes: [String: String]
    public var referenceDate: PartialDate?
    public var perimeters: [Perimeter]

    public init(
        name: String, codes: [String: String] = [:], referenceDate: PartialDate? = nil, perimeters: [Perimeter] = []
    ) {
        self.name = name
        self.codes = codes
        self.referenceDate = referenceDate
        self.perimeters = perimeters
    }

    public var defaultPerimeter: Perimeter? {
        perimeters.first { $0.isDefault } ?? perimeters.first
    }
}

/// A named set of places that count as inside.
public struct Perimeter: Sendable, Hashable {
    public var id: String
    public var name: Bilingual
    public var places: Set<String>
    /// Places that contain the perimeter or reach beyond it (its département, a circle around it): what is
    /// there can be inside or outside.
    public var overlapping: Set<String>
    public var isDefault: Bool

    public init(
        id: String, name: Bilingual? = nil, places: Set<String>, overlapping: Set<String> = [], isDefault: Bool = false
    ) {
        self.id = id
        self.name = name ?? Bilingual(id)
        self.places = places
        self.overlapping = overlapping
        self.isDefault = isDefault
    }
}

/// A source of evidence: a row of `sources.csv`.
public struct Source: Sendable, Hashable {
    public var id: String
    public var citation: String
    public var url: String?
    public var date: PartialDate?

    public init(id: String, citation: String, url: String? = nil, date: PartialDate? = nil) {
        self.id = id
        self.citation = citation
        self.url = url
        self.date = date
    }
}
