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
    /// What only some datasets tell of it.
    public var details: Details

    /// What only some datasets tell of a tie.
    public struct Details: Sendable, Hashable {
        /// Money, in euros.
        public var amount: Double?
        /// When it began, as far as known; nil: it held always.
        public var since: PartialDate?
        /// When it ended, as far as known; nil: it holds still.
        public var until: PartialDate?
        /// What is known of its present existence.
        public var status: TieStatus
        /// How sure the researcher is that the tie exists, 0 to 1; nil counts as 1.
        public var confidence: Double?
        /// Rows that tell the same fact share this id and count once.
        public var fact: String?
        /// What tells of it; empty where nothing is cited.
        public var evidence: [Evidence]
        /// The researcher's remark, which no export prints.
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

        /// Nothing is told but what is given; `college` and what follows it are set after.
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

    /// A tie by the positions of its ends and of its kind, by default of the network's first kind and of weight 1.
    public init(source: Int, target: Int, kind: Int = 0, weight: Double = 1, details: Details = Details()) {
        self.source = source
        self.target = target
        self.kind = kind
        self.weight = weight
        self.details = details
    }
}
