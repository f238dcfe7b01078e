/// A graph with edges (ties without direction) and arcs (ties with one), as lists: what chance makes
/// other graphs of.
public struct MixedGraph: Sendable, Hashable {
    /// The ends of a tie; of an edge, in either order.
    public struct Ends: Sendable, Hashable {
        /// The node from which an arc goes.
        public var source: Int32
        /// The node to which an arc goes.
        public var target: Int32

        /// The ends of a tie, which are two nodes.
        public init(_ source: Int32, _ target: Int32) {
            self.source = source
            self.target = target
        }
    }

    /// Nodes are 0 ..< `nodeCount`, isolates among them.
    public let nodeCount: Int
    /// Each pair once, no loop.
    public var edges: [Ends]
    /// Each ordered pair once, no loop.
    public var arcs: [Ends]

    /// The lists as they are: that no pair stands twice and none is a loop is the caller's to see to.
    public init(nodeCount: Int, edges: [Ends] = [], arcs: [Ends] = []) {
        self.nodeCount = nodeCount
        self.edges = edges
        self.arcs = arcs
    }

    /// How many ties of each sort lie on certain pairs.
    public struct Overlap: Sendable, Hashable {
        /// Pairs with an edge.
        public var edges: Int
        /// Pairs with arcs in both directions.
        public var mutual: Int
        /// Pairs with an arc in one.
        public var asymmetric: Int

        /// Arcs one by one: two of each mutual pair.
        public var arcs: Int { 2 * mutual + asymmetric }

        /// None but what is given.
        public init(edges: Int = 0, mutual: Int = 0, asymmetric: Int = 0) {
            self.edges = edges
            self.mutual = mutual
            self.asymmetric = asymmetric
        }
    }

    /// The edges, mutual and one-way dyads among certain pairs; among all pairs where none are given.
    ///
    /// - Complexity: O(ties) and a search among the pairs for each tie.
    public func census(on pairs: PairSet? = nil) -> Overlap {
        var census = Overlap()
        census.edges = edges.count { pairs?.contains($0.source, $0.target) ?? true }
        var present = ArcSet(capacity: arcs.count)
        for arc in arcs { present.insert(arc.source, arc.target) }
        for arc in arcs where pairs?.contains(arc.source, arc.target) ?? true {
            if !present.contains(arc.target, arc.source) {
                census.asymmetric += 1
            } else if arc.source < arc.target {
                census.mutual += 1
            }
        }
        return census
    }
}

/// Pairs of distinct nodes, by number: (0,1), (0,2), (1,2), (0,3) …
public struct PairSet: Sendable, Hashable {
    /// Ascending, distinct.
    let numbers: [Int]

    init(numbers: [Int]) { self.numbers = numbers }

    /// The pairs that have a row in common: two actors who both were at an event.
    ///
    /// - Parameter rows: for each event, its distinct nodes.
    /// - Complexity: O(p log p) for p pairs, each counted in every row.
    public init(sharing rows: [[Int32]]) {
        var found: [Int] = []
        for row in rows {
            for (place, one) in row.enumerated() {
                for other in row[..<place] { found.append(Self.number(one, other)) }
            }
        }
        found.sort()
        var distinct: [Int] = []
        for number in found where distinct.last != number { distinct.append(number) }
        numbers = distinct
    }

    /// How many pairs there are, each once.
    public var count: Int { numbers.count }

    /// Time: O(log pairs).
    public func contains(_ one: Int32, _ other: Int32) -> Bool {
        let number = Self.number(one, other)
        let place = Self.place(of: number, in: numbers)
        return place < numbers.count && numbers[place] == number
    }

    static func number(_ one: Int32, _ other: Int32) -> Int {
        let (low, high) = (Int(min(one, other)), Int(max(one, other)))
        return high * (high - 1) / 2 + low
    }

    /// The pair of a number, the lesser node first.
    static func ends(_ number: Int) -> MixedGraph.Ends {
        var high = Int((Double(8 * number + 1).squareRoot() + 1) / 2)
        while high * (high - 1) / 2 > number { high -= 1 }
        while (high + 1) * high / 2 <= number { high += 1 }
        return MixedGraph.Ends(Int32(number - high * (high - 1) / 2), Int32(high))
    }

    /// The first place whose number is not below the given one.
    static func place(of number: Int, in numbers: [Int]) -> Int {
        var (low, high) = (0, numbers.count)
        while low < high {
            let middle = (low + high) / 2
            if numbers[middle] < number { low = middle + 1 } else { high = middle }
        }
        return low
    }
}

/// Pairs that are tied by something else (an event that both took part in), and how many of a graph's
/// ties lie on them: what a random graph beside them keeps. Were the ties to fall on those pairs as
/// chance has it, an association between the two would change how many pairs are tied at all, and
/// every measure of the whole would be compared with networks of another size.
public struct Beside: Sendable {
    /// The pairs that something else ties.
    public let pairs: PairSet
    /// How many ties of the observed graph lie on them.
    public let overlap: MixedGraph.Overlap

    /// Pairs on which drawn graphs keep so many ties of each sort.
    public init(_ pairs: PairSet, keeping overlap: MixedGraph.Overlap) {
        self.pairs = pairs
        self.overlap = overlap
    }
}
