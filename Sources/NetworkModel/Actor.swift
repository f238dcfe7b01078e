import Vocabulary

/// An organisation, a group or a person of the territory, or one tied to it from outside.
public struct Actor: Sendable, Hashable {
    /// Unique among the actors; what every table, figure and network file calls it by.
    public var id: String
    /// As the sources write it, shown to readers.
    public var name: String
    /// The id of an `ActorKind`; empty in a network that has no kinds.
    public var kind: String
    /// A path in a nomenclature, broadest first, separated by points: `C.15.20`.
    public var sector: String?
    /// As the sources name it and the perimeters list it; nil where nothing is said.
    public var place: String?
    /// Whether it belongs to the territory; nil follows from place and perimeter.
    public var inside: Bool?
    /// When it began, as far as known; nil: it was there always.
    public var since: PartialDate?
    /// When it ended, as far as known; nil: it is there still.
    public var until: PartialDate?
    /// Staff.
    public var size: Double?
    /// How many individuals or firms a collective actor stands for.
    public var members: Int?
    /// Whether the row stands for many, also where their number is not known; nil follows from `members`.
    public var collective: Bool?
    /// Share of staff with a qualification, 0 to 1.
    public var qualifiedShare: Double?
    /// The id of the actor that it is a part of.
    public var parent: String?
    /// What tells of it; empty where nothing is cited.
    public var evidence: [Evidence]
    /// The researcher's remark, which no export prints.
    public var note: String?

    /// An actor of whom no more is said; without a name, its id stands for it.
    public init(id: String, name: String? = nil, kind: String = "") {
        self.id = id
        self.name = name ?? id
        self.kind = kind
        self.evidence = []
    }

    /// One node that stands for many: by its own word, or by more than one member.
    public var isCollective: Bool { collective ?? ((members ?? 1) > 1) }
}
