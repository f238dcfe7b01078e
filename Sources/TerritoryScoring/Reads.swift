/// The parts of a territory that change apart from each other, while its actors, window and
/// perimeter stay.
struct Reads: OptionSet, Sendable, Hashable {
    let rawValue: UInt16

    static let knowledgeTies = Reads(rawValue: 1)
    /// Events of learning, and who took part.
    static let knowledgeEvents = Reads(rawValue: 2)
    /// The present ties of all other layers.
    static let interactionTies = Reads(rawValue: 4)
    /// Their dormant and potential ties.
    static let latentTies = Reads(rawValue: 8)
    /// Ties of finance, governance and membership that come from anywhere.
    static let support = Reads(rawValue: 16)
    /// All other events and the pooled resources, and who took part.
    static let interactionEvents = Reads(rawValue: 32)
    /// The kinds of the actors.
    static let kinds = Reads(rawValue: 64)
    /// The chance p of the cascade.
    static let transmission = Reads(rawValue: 128)
    /// The number of partners κ against which intensity is measured.
    static let partnerScale = Reads(rawValue: 256)
    /// The ties of cooperation that are dated: what knowledge can bear.
    static let starts = Reads(rawValue: 512)

    static let knowledge: Reads = [.knowledgeTies, .knowledgeEvents]
    static let interaction: Reads = [.interactionTies, .interactionEvents]
    static let otherTies: Reads = [.interactionTies, .starts, .latentTies, .support]
    static let ties: Reads = .otherTies.union(.knowledgeTies)
    static let events: Reads = [.knowledgeEvents, .interactionEvents]
    static let all: Reads = ties.union(events).union([.kinds, .transmission, .partnerScale])
}
