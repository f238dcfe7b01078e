/// An order in which the nodes of a sparse graph are eliminated, those of few neighbours first, and what is then tied
/// to what: the pattern of a triangular factorisation.
///
/// An eliminated node ties its remaining neighbours to one another. On trees, chains and rings hardly a tie is new; on
/// networks that are tightly knit throughout nearly all become so, and there is no order worth having.
///
/// Least degree first: Tinney and Walker (1967, Proceedings of the IEEE 55(11), 1801–1809).
struct NodeElimination {
    /// The node that is eliminated at each place.
    private(set) var order: [Int32] = []
    /// Of each node.
    private(set) var places: [Int32]
    /// Where the entries of each place begin; one more than there are places.
    private(set) var offsets: [Int] = [0]
    /// The later places that each is tied to when its turn comes, in order.
    private(set) var later: [Int32] = []

    /// The number of neighbours of a node beyond which it is eliminated only among the last.
    private static let mostNeighbours = 48
    /// So few nodes are eliminated whatever their neighbours.
    private static let last = 320

    /// - Parameters:
    ///   - outgoing: the rows of the graph.
    ///   - incoming: the same the other way round; nil where both are one.
    /// - Returns: nil where the work would grow far beyond the size of the graph.
    /// - Complexity: O(nodes + arcs) steps, a hundred to each at most.
    init?(_ outgoing: Graph.Rows, _ incoming: Graph.Rows?) {
        let nodeCount = outgoing.offsets.count - 1
        places = [Int32](repeating: -1, count: nodeCount)
        order.reserveCapacity(nodeCount)
        offsets.reserveCapacity(nodeCount + 1)
        var search = Search(outgoing, incoming)
        var work = 100_000 + 100 * (nodeCount + outgoing.targets.count)
        while order.count < nodeCount {
            guard let node = search.next() else { return nil }
            let neighbours = search.neighbours(of: node, eliminated: places)
            work -= neighbours.count * neighbours.count
            let isLast = nodeCount - order.count <= Self.last
            guard work > 0, isLast || neighbours.count <= Self.mostNeighbours else { return nil }
            places[Int(node)] = Int32(order.count)
            order.append(node)
            search.join(neighbours)
            later += neighbours
            offsets.append(later.count)
        }
        for place in 0..<nodeCount {
            let range = offsets[place]..<offsets[place + 1]
            for (entry, found) in zip(range, later[range].map { places[Int($0)] }.sorted()) { later[entry] = found }
        }
    }

    /// What is tied to what while nodes are eliminated.
    private struct Search {
        /// The neighbours of each node, eliminated ones among them.
        private var lists: [[Int32]]
        private var pairs: Set<UInt64>
        private var degrees: [Int32]
        /// The nodes by degree; one stands in several where its degree has changed, and counts in that of now.
        private var queues: [[Int32]] = []
        private var isDone: [Bool]
        private var lowest = 0

        init(_ outgoing: Graph.Rows, _ incoming: Graph.Rows?) {
            let nodeCount = outgoing.offsets.count - 1
            lists = [[Int32]](repeating: [], count: nodeCount)
            pairs = []
            pairs.reserveCapacity(outgoing.targets.count)
            degrees = [Int32](repeating: 0, count: nodeCount)
            isDone = [Bool](repeating: false, count: nodeCount)
            for rows in [outgoing, incoming].compactMap({ $0 }) {
                for node in 0..<nodeCount {
                    for target in rows.neighbours(of: node) where Int(target) < node { tie(target, Int32(node)) }
                }
            }
            for node in 0..<nodeCount { queue(Int32(node)) }
        }

        private mutating func tie(_ one: Int32, _ other: Int32) {
            let (low, high) = (min(one, other), max(one, other))
            let pair = UInt64(UInt32(bitPattern: low)) << 32 | UInt64(UInt32(bitPattern: high))
            guard pairs.insert(pair).inserted else { return }
            lists[Int(one)].append(other)
            lists[Int(other)].append(one)
            degrees[Int(one)] += 1
            degrees[Int(other)] += 1
        }

        private mutating func queue(_ node: Int32) {
            let degree = Int(degrees[Int(node)])
            while queues.count <= degree { queues.append([]) }
            queues[degree].append(node)
            lowest = min(lowest, degree)
        }

        /// The node of the fewest neighbours.
        mutating func next() -> Int32? {
            while lowest < queues.count {
                guard let node = queues[lowest].popLast() else {
                    lowest += 1
                    continue
                }
                guard !isDone[Int(node)], Int(degrees[Int(node)]) == lowest else { continue }
                isDone[Int(node)] = true
                return node
            }
            return nil
        }

        mutating func neighbours(of node: Int32, eliminated places: [Int32]) -> [Int32] {
            let found = lists[Int(node)].filter { places[Int($0)] < 0 }
            lists[Int(node)] = []
            return found
        }

        /// Ties the neighbours of a node that goes to one another.
        mutating func join(_ neighbours: [Int32]) {
            for node in neighbours { degrees[Int(node)] -= 1 }
            for (place, one) in neighbours.enumerated() {
                for other in neighbours[(place + 1)...] { tie(one, other) }
            }
            for node in neighbours { queue(node) }
        }
    }
}
