/// The neighbours of each node in rows of one width, which doubles when a node needs more; beside each neighbour where
/// its tie stands in the list of ties.
struct TieLists: Sendable {
    private(set) var stride: Int
    private(set) var items: [Int32]
    private(set) var places: [Int32]
    private(set) var counts: [Int32]

    init(nodeCount: Int) {
        stride = 16
        items = [Int32](repeating: 0, count: nodeCount * stride)
        places = items
        counts = [Int32](repeating: 0, count: nodeCount)
    }

    @inline(__always)
    func count(of node: Int) -> Int { Int(counts[node]) }

    /// Where a node's neighbours stand among `items`.
    @inline(__always)
    func range(of node: Int) -> Range<Int> { node &* stride..<node &* stride &+ Int(counts[node]) }

    mutating func add(_ neighbour: Int, to node: Int, place: Int) {
        if Int(counts[node]) == stride { widen() }
        let slot = node * stride + Int(counts[node])
        items[slot] = Int32(truncatingIfNeeded: neighbour)
        places[slot] = Int32(truncatingIfNeeded: place)
        counts[node] += 1
    }

    /// - Returns: where the tie stood in the list of ties.
    /// - Complexity: O(neighbours of the node).
    @discardableResult
    mutating func remove(_ neighbour: Int, from node: Int) -> Int {
        let row = range(of: node)
        for slot in row where Int(items[slot]) == neighbour {
            let place = Int(places[slot])
            items[slot] = items[row.upperBound - 1]
            places[slot] = places[row.upperBound - 1]
            counts[node] -= 1
            return place
        }
        preconditionFailure("a tie that is taken away is there")
    }

    /// Notes that the tie to a neighbour has moved in the list of ties.
    mutating func move(_ neighbour: Int, of node: Int, to place: Int) {
        for slot in range(of: node) where Int(items[slot]) == neighbour {
            places[slot] = Int32(truncatingIfNeeded: place)
            return
        }
    }

    private mutating func widen() {
        let wider = stride * 2
        var next = [Int32](repeating: 0, count: counts.count * wider)
        var nextPlaces = next
        for node in counts.indices {
            for slot in 0..<Int(counts[node]) {
                next[node * wider + slot] = items[node * stride + slot]
                nextPlaces[node * wider + slot] = places[node * stride + slot]
            }
        }
        (items, places, stride) = (next, nextPlaces, wider)
    }
}
