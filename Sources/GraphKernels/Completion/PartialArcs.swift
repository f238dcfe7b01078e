/// Arcs of several kinds among nodes, of which only a part was shown, and how each kind was looked at.
///
/// A pair of nodes can hold arcs of every kind in both directions. What was not shown is unknown, and not absent,
/// except where the way of looking would have shown it.
public struct PartialArcs: Sendable {
    /// A node of a graph that is only known in part.
    public struct Node: Sendable, Hashable {
        /// Nodes of a block have alike partners: 0 … `blocks.count` − 1.
        public var block: Int32
        /// Whether those who were asked had it on their list; ties of a node that was on none were never shown.
        public var isListed: Bool

        /// A node of a block, on the list unless otherwise said.
        public init(block: Int32, isListed: Bool = true) {
            (self.block, self.isListed) = (block, isListed)
        }
    }

    /// What of a kind would have been shown.
    public enum Sight: Sendable, Hashable {
        /// Every arc was shown.
        case whole
        /// An arc was shown with chance d for each of its ends that was asked: `senders` about the arcs that leave
        /// a node, `receivers` about those that arrive; d lies somewhere in `detection`.
        case ends(senders: [Bool], receivers: [Bool], detection: ClosedRange<Double>)
        /// A share of all arcs was shown, which lies somewhere in the range; of well tied nodes it may be more.
        case share(ClosedRange<Double>)
    }

    /// A kind of arcs and how it was looked at.
    public struct Kind: Sendable, Hashable {
        /// Whether source and target are told apart.
        public var isDirected: Bool
        /// Whether its arcs join an inner and an outer node; otherwise they join two inner ones. Two outer nodes'
        /// arcs are nobody's question.
        public var isOuter: Bool
        /// What was looked for, so that not being shown means something.
        public var sight: Sight

        /// A kind of arcs, between inner nodes unless otherwise said.
        public init(isDirected: Bool, isOuter: Bool = false, sight: Sight) {
            (self.isDirected, self.isOuter, self.sight) = (isDirected, isOuter, sight)
        }

        var isWhole: Bool { sight == .whole }
    }

    /// An arc that was shown, or is drawn.
    public struct Arc: Sendable, Hashable {
        /// The position of the node from which it goes; of an undirected one, an end.
        public var source: Int32
        /// The position of the node to which it goes; of an undirected one, the other end.
        public var target: Int32
        /// The position of its kind.
        public var kind: Int32

        /// An arc by positions of nodes and of its kind.
        public init(source: Int32, target: Int32, kind: Int32) {
            (self.source, self.target, self.kind) = (source, target, kind)
        }
    }

    /// Inner and outer ones in any order.
    public let nodes: [Node]
    /// By block: whether its nodes are inner ones.
    public let blockIsInner: [Bool]
    /// Arcs name them by position.
    public let kinds: [Kind]
    /// What was shown: each arc once, none from a node to itself, an undirected one from its lower to its higher
    /// end; what its kind cannot join is left out.
    public let arcs: [Arc]

    /// What was shown of the arcs, and how each kind was looked at.
    ///
    /// - Parameter arcs: in any order, with any repetitions.
    public init(nodes: [Node], blockIsInner: [Bool], kinds: [Kind], arcs: [Arc]) {
        (self.nodes, self.blockIsInner, self.kinds) = (nodes, blockIsInner, kinds)
        func isInner(_ node: Int32) -> Bool { blockIsInner[Int(nodes[Int(node)].block)] }
        let known = arcs.filter { arc in
            let (one, other) = (isInner(arc.source), isInner(arc.target))
            return arc.source != arc.target && (kinds[Int(arc.kind)].isOuter ? one != other : one && other)
        }
        self.arcs = Self.once(known, kinds)
    }

    /// Sorted by pair, then kind, then direction; each once.
    static func once(_ arcs: [Arc], _ kinds: [Kind]) -> [Arc] {
        let straight = arcs.map { arc in
            kinds[Int(arc.kind)].isDirected || arc.source < arc.target
                ? arc : Arc(source: arc.target, target: arc.source, kind: arc.kind)
        }
        // What sorts them, made once of each.
        let keys = straight.map { (pair: UInt64($0.low) << 32 | UInt64($0.high), kind: $0.kind, source: $0.source) }
        var last: Arc?
        return keys.indices.sorted { keys[$0] < keys[$1] }.map { straight[$0] }.filter { arc in
            defer { last = arc }
            return arc != last
        }
    }
}

extension PartialArcs.Arc {
    var low: Int32 { min(source, target) }
    var high: Int32 { max(source, target) }

    func precedes(_ other: PartialArcs.Arc) -> Bool {
        (low, high, kind, source) < (other.low, other.high, other.kind, other.source)
    }
}
