import Vocabulary

/// What `datapackage.json` says of a dataset as a whole.
public struct DatasetDescription: Sendable, Hashable {
    /// The data package's name, by which outputs call the dataset; the folder's where the file gives none.
    public var name: String
    /// What readers see; the name where the file gives none.
    public var title: String
    /// The dataset's own, as its authors count; nil where they do not.
    public var version: String?
    /// SHA-256 of the tables, in hexadecimal; nil for a network made in memory.
    public var contentHash: String?
    /// Names of licences, or their titles where they have no name.
    public var licences: [String]
    /// Titles of contributors, or their names where they have no title.
    public var contributors: [String]
    /// Nil for a network that describes none: nothing is then inside or outside but by an actor's own word.
    public var territory: Territory?
    /// How was looked at what: layers by id, `events`, `pooled_resources`. Nil: nothing is said.
    public var surveys: [String: Survey]?
    /// How many actors are inside, where more are than the dataset lists.
    public var population: Population?

    /// Of which nothing is said but its name.
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
    /// As its inhabitants and the sources call it.
    public var name: String
    /// Official codes by nomenclature (commune, employment zone …).
    public var codes: [String: String]
    /// The day that "now" means for its actors (`ViewOptions.date(in:)`) and its score; nil: the dataset states none.
    public var referenceDate: PartialDate?
    /// The ways in which its bounds can be drawn.
    public var perimeters: [Perimeter]

    /// A territory; without perimeters, only an actor's own `inside` says what belongs to it.
    public init(
        name: String, codes: [String: String] = [:], referenceDate: PartialDate? = nil, perimeters: [Perimeter] = []
    ) {
        self.name = name
        self.codes = codes
        self.referenceDate = referenceDate
        self.perimeters = perimeters
    }

    /// The perimeter marked as default, else the first; nil where there is none.
    public var defaultPerimeter: Perimeter? {
        perimeters.first { $0.isDefault } ?? perimeters.first
    }
}

/// A named set of places that count as inside.
public struct Perimeter: Sendable, Hashable {
    /// What `--perimeter` takes.
    public var id: String
    /// What captions call it; the id in both languages where nothing else is said.
    public var name: Bilingual
    /// Places that lie in it, written as actors and events write them.
    public var places: Set<String>
    /// Places that contain the perimeter or reach beyond it (its département, a circle around it): what is
    /// there can be inside or outside.
    public var overlapping: Set<String>
    /// Whether it is meant where none is named; of several, the first is.
    public var isDefault: Bool

    /// A perimeter; its places are compared letter by letter.
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
    /// What evidence names it by.
    public var id: String
    /// The full reference, as a list of references prints it.
    public var citation: String
    /// Where it is to be had; nil where it is not online, or nothing is said.
    public var url: String?
    /// When it was published, as far as known.
    public var date: PartialDate?

    /// A source with its full reference.
    public init(id: String, citation: String, url: String? = nil, date: PartialDate? = nil) {
        self.id = id
        self.citation = citation
        self.url = url
        self.date = date
    }
}
