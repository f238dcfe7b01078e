import Vocabulary

/// Whatever actors take part in: a gathering, a school, a pooled resource.
public struct Event: Sendable, Hashable {
    public var id: String
    public var name: String
    /// The id of an `EventKind`.
    public var kind: String
    public var date: PartialDate?
    public var until: PartialDate?
    public var status: TieStatus
    /// The headcount, where it is told; more than the known participations.
    public var participants: Int?
    public var place: String?
    public var evidence: [Evidence]
    public var note: String?
    /// Whether its list of participants is whole; nil: nothing is said.
    public var isComplete: Bool?

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
    public var role: String?
    /// How often, or how many of a collective actor; nil counts as 1.
    public var count: Double?
    public var evidence: [Evidence]
    /// How sure the researcher is that it took part, 0 to 1; nil counts as 1.
    public var confidence: Double?

    public init(actor: Int, event: Int, role: String? = nil, count: Double? = nil, evidence: [Evidence] = []) {
        self.actor = actor
        self.event = event
        self.role = role
        self.count = count
        self.evidence = evidence
    }
}
