import Vocabulary

/// A relation between two actors, of one kind.
public struct Tie: Sendable, Hashable {
    /// The position of the source among the network's actors.
    public var source: Int
    /// The position of the target.
    public var target: Int
    /// The position of its kind among the network's tie kinds.
    public var kind: Int
    /// Strength, cost or count, as its kind declares; 1 where nothing is given.
    public var weight: Double
    public var details: Details

    /// What only some datasets tell of a tie.
    public struct Details: Sendable, Hashable {
        /// Money, in euros.
        public var amount: Double?
        public var since: PartialDate?
        public var until: PartialDate?
        public var status: TieStatus
        /// How sure the researcher is that the tie exists, 0 to 1; nil counts as 1.
        public var confidence: Double?
        /// Rows that tell the same fact share this id and count once.
        public var fact: String?
        public var evidence: [Evidence]
        public var note: String?
        /// The group of members for which the source has part in the governance of the target.
        public var college: String?
        /// What is given through a tie of finance: capital, loan, pre_order …
        public var form: String?
        /// Seats or votes of that college.
        public var seats: Double?
        /// How many persons or bodies finance through the tie.
        public var contributors: Double?
        /// Ids of the actors that told of the tie.
        public var reportedBy: [String] = []

        public init(
            amount: Double? = nil, since: PartialDate? = nil, until: PartialDate? = nil,
            status: TieStatus = .unknown, confidence: Double? = nil, fact: String? = nil,
            evidence: [Evidence] = [], note: String? = nil
        ) {
            self.amount = amount
            self.since = since
            self.until = until
            self.status = status
            self.confidence = confidence
            self.fact = fact
            self.evidence = evidence
            self.note = note
        }
    }

    public init(source: Int, target: Int, kind: Int = 0, weight: Double = 1, details: Details = Details()) {
        self.source = source
        self.target = target
        self.kind = kind
        self.weight = weight
        self.details = details
    }
}
