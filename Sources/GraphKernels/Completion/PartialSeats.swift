/// Who takes part in events, of which only a part was shown.
public struct PartialSeats: Sendable {
    public enum Sight: Sendable, Hashable {
        /// Everyone's part in every event was shown.
        case whole
        /// The part of those who were asked, each with a chance in the range.
        case nodes(asked: [Bool], detection: ClosedRange<Double>)
        /// A share in the range of all parts.
        case share(ClosedRange<Double>)
    }

    public struct Seat: Sendable, Hashable {
        public var node: Int32
        public var event: Int32

        public init(node: Int32, event: Int32) { (self.node, self.event) = (node, event) }
    }

    public let nodes: [PartialArcs.Node]
    public let blockCount: Int
    /// By event: whether all who took part are known, whatever the way of looking.
    public let isComplete: [Bool]
    /// Each once, sorted.
    public let seats: [Seat]
    public let sight: Sight

    public init(nodes: [PartialArcs.Node], blockCount: Int, isComplete: [Bool], seats: [Seat], sight: Sight) {
        (self.nodes, self.blockCount, self.isComplete, self.sight) = (nodes, blockCount, isComplete, sight)
        var last: Seat?
        self.seats = seats.sorted { ($0.event, $0.node) < ($1.event, $1.node) }.filter { seat in
            defer { last = seat }
            return seat != last
        }
    }

    var hasHidden: Bool { sight != .whole || nodes.contains { !$0.isListed } }
}
