import Vocabulary

/// An organisation, a group or a person of the territory, or one tied to it from outside.
public struct Actor: Sendable, Hashable {
    public var id: String
    public var name: String
    /// The id of an `ActorKind`; empty in a network that has no kinds.
    public var kind: String
    /// A path in a nomenclature, broadest first, separated by points: `C.15.20`.
    public var sector: String?
    public var place: String?
    /// Whether it belongs to the territory; nil follows from place and perimeter.
    public var inside: Bool?
    public var since: PartialDate?
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
    public var evidence: [Evidence]
    public var note: String?

    public init(id: String, name: String? = nil, kind: String = "") {
        self.id = id
        self.name = name ?? id
        self.kind = kind
        self.evidence = []
    }

    /// One node that stands for many: by its own word, or by more than one member.
    public var isCollective: Bool { collective ?? ((members ?? 1) > 1) }
}
