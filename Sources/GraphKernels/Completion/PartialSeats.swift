/// Who takes part in events, of which only a part was shown.
public struct PartialSeats: Sendable {
    /// What would have been shown of who takes part.
    public enum Sight: Sendable, Hashable {
        /// Everyone's part in every event was shown.
        case whole
        /// The part of those who were asked, each with a chance in the range.
        case nodes(asked: [Bool], detection: ClosedRange<Double>)
        /// A share in the range of all parts.
        case share(ClosedRange<Double>)
    }

    /// That a node takes part in an event.
    public struct Seat: Sendable, Hashable {
        /// The position of the node.
        public var node: Int32
        /// The position of the event, 0 ..< `isComplete.count`.
        public var event: Int32

        /// A seat of a node in an event.
        public init(node: Int32, event: Int32) { (self.node, self.event) = (node, event) }
    }

    /// Those that may take part.
    public let nodes: [PartialArcs.Node]
    /// Nodes' blocks are below it.
    public let blockCount: Int
    /// By event: whether all who took part are known, whatever the way of looking.
    public let isComplete: [Bool]
    /// Each once, sorted.
    public let seats: [Seat]
    /// What was looked for, so that not being shown means something.
    public let sight: Sight

    /// What was shown of who takes part, and how it was looked at.
    ///
    /// - Parameter seats: those shown, in any order, with any repetitions.
    public init(nodes: [PartialArcs.Node], blockCount: Int, isComplete: [Bool], seats: [Seat], sight: Sight) {
        (self.nodes, self.blockCount, self.isComplete, self.sight) = (nodes, blockCount, isComplete, sight)
        var last: Seat?
        self.seats = seats.sorted { ($0.event, $0.node) < ($1.event, $1.node) }.filter { seat in
            defer { last = seat }
            return seat != last
        }
    }

    /// Whether what was looked at may tell of nothing at all, and did.
    var isSilent: Bool { isComplete.isEmpty && sight == .share(0...0) }

    var hasHidden: Bool { sight != .whole || nodes.contains { !$0.isListed } }
}
