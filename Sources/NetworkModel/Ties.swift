import Vocabulary

/// The ties of a network, in the order of the input.
///
/// Stored by column, so that an edge list of millions of ties costs eight bytes a tie: a column
/// that says nothing (one kind only, no weights, no details) is empty.
public struct Ties: RandomAccessCollection, Sendable {
    /// Positions among the network's actors; one for each tie.
    public let sources: [Int32]
    /// Positions among the network's actors; one for each tie.
    public let targets: [Int32]
    /// Empty where every tie is of kind 0.
    public let kinds: [Int32]
    /// Empty where every weight is 1.
    public let weights: [Double]
    /// Empty where no tie has any.
    public let details: [Tie.Details]
    /// Further columns of the ties' table.
    public let attributes: [Attribute]

    /// Ties by row; columns that say nothing are left empty. O(ties).
    public init(_ ties: [Tie], attributes: [Attribute] = []) {
        self.init(
            sources: ties.map { Int32($0.source) }, targets: ties.map { Int32($0.target) },
            kinds: ties.contains { $0.kind != 0 } ? ties.map { Int32($0.kind) } : [],
            weights: ties.contains { $0.weight != 1 } ? ties.map(\.weight) : [],
            details: ties.contains { $0.details != Tie.Details() } ? ties.map(\.details) : [],
            attributes: attributes)
    }

    /// The columns as they are; each is empty or as long as `sources`.
    public init(
        sources: [Int32], targets: [Int32], kinds: [Int32] = [], weights: [Double] = [],
        details: [Tie.Details] = [], attributes: [Attribute] = []
    ) {
        let count = sources.count
        precondition(
            targets.count == count && [0, count].contains(kinds.count)
                && [0, count].contains(weights.count) && [0, count].contains(details.count)
                && attributes.allSatisfy { $0.values.count == count },
            "a column of ties is empty or as long as the others")
        self.sources = sources
        self.targets = targets
        self.kinds = kinds
        self.weights = weights
        self.details = details
        self.attributes = attributes
    }

    /// Always 0.
    public var startIndex: Int { 0 }
    /// The number of ties.
    public var endIndex: Int { sources.count }

    /// The row of the tie at a position, with what its empty columns mean. O(1).
    public subscript(position: Int) -> Tie {
        Tie(
            source: Int(sources[position]), target: Int(targets[position]),
            kind: kind(at: position), weight: weight(at: position),
            details: details.isEmpty ? Tie.Details() : details[position])
    }

    /// The position of the tie's kind among the network's tie kinds.
    public func kind(at position: Int) -> Int { kinds.isEmpty ? 0 : Int(kinds[position]) }
    /// 1 where no weights are kept.
    public func weight(at position: Int) -> Double { weights.isEmpty ? 1 : weights[position] }
}
