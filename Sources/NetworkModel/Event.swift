import Vocabulary

/// Whatever actors take part in: a gathering, a school, a pooled resource.
public struct Event: Sendable, Hashable {
    /// Unique among the events.
    public var id: String
    /// As the sources write it, shown to readers.
    public var name: String
    /// The id of an `EventKind`.
    public var kind: String
    /// When it took place or began, as far as known; nil: it holds always.
    public var date: PartialDate?
    /// When it ended, as far as known; nil: as it began, but that the score takes a pooled resource, and what is said
    /// to be active, to go on.
    public var until: PartialDate?
    /// What is known of its present existence; in a view an event that is past still ties its participants.
    public var status: TieStatus
    /// The headcount, where it is told; more than the known participations.
    public var participants: Int?
    /// As the sources name it and the perimeters list it; nil where nothing is said.
    public var place: String?
    /// What tells of it; empty where nothing is cited.
    public var evidence: [Evidence]
    /// The researcher's remark, which no export prints.
    public var note: String?
    /// Whether its list of participants is whole; nil: nothing is said.
    public var isComplete: Bool?

    /// An event of which no more is said; without a name, its id stands for it.
    public init(id: String, name: String? = nil, kind: String = "", status: TieStatus = .unknown) {
        self.id = id
        self.name = name ?? id
        self.kind = kind
        self.status = status
        self.evidence = []
    }
}

/// That an actor took part in an event.
public struct Participation: Sendable, Hashable {
    /// Position among the network's actors.
    public var actor: Int
    /// Position among the network's events.
    public var event: Int
    /// What it did there, in the dataset's own words; nil where nothing is said.
    public var role: String?
    /// How often, or how many of a collective actor; nil counts as 1.
    public var count: Double?
    /// What tells of it; empty where nothing is cited.
    public var evidence: [Evidence]
    /// How sure the researcher is that it took part, 0 to 1; nil counts as 1.
    public var confidence: Double?

    /// That one actor took part in one event, both by position.
    public init(actor: Int, event: Int, role: String? = nil, count: Double? = nil, evidence: [Evidence] = []) {
        self.actor = actor
        self.event = event
        self.role = role
        self.count = count
        self.evidence = evidence
    }
}
