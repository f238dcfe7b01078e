/// The neighbours of each node in rows of one width, which doubles when a node needs more.
struct TieLists: Sendable {
    private(set) var stride: Int
    private(set) var items: [Int32]
    private(set) var counts: [Int32]

    init(nodeCount: Int) {
        stride = 16
        items = [Int32](repeating: 0, count: nodeCount * stride)
        counts = [Int32](repeating: 0, count: nodeCount)
    }

    @inline(__always)
    func count(of node: Int) -> Int { Int(counts[node]) }

    /// Where a node's neighbours stand among `items`.
    @inline(__always)
    func range(of node: Int) -> Range<Int> { node * stride..<node * stride + Int(counts[node]) }

    mutating func add(_ neighbour: Int, to node: Int) {
        if Int(counts[node]) == stride { widen() }
        items[node * stride + Int(counts[node])] = Int32(truncatingIfNeeded: neighbour)
        counts[node] += 1
    }

    /// - Complexity: O(neighbours of the node).
    mutating func remove(_ neighbour: Int, from node: Int) {
        let row = range(of: node)
        for place in row where Int(items[place]) == neighbour {
            items[place] = items[row.upperBound - 1]
            counts[node] -= 1
            return
        }
    }

    private mutating func widen() {
        let wider = stride * 2
        var next = [Int32](repeating: 0, count: counts.count * wider)
        for node in counts.indices {
            for place in 0..<Int(counts[node]) { next[node * wider + place] = items[node * stride + place] }
        }
        (items, stride) = (next, wider)
    }
}
