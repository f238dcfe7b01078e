/// Shortest paths from one node after another, with storage that is made once.
///
/// Unweighted graphs are searched breadth first, O(n + m); in a weighted one the weights are
/// lengths (all > 0) and the search is Dijkstra's: with buckets where the longest is not many times the shortest
/// (`LengthBuckets`), O(n + m) and the sorting of a bucket's few nodes, else with a heap, O((n + m) log n). Two lengths
/// count as equal when they differ by less than `tolerance` of the longer, so that .1 + .2 and .15 + .15 are one length.
struct PathSearch {
    static let tolerance = 1e-9

    /// The nodes reached, from the source outwards; valid up to `reached`.
    private(set) var order: [Int32]
    private(set) var reached = 0
    /// From the source; negative where a node is not reached.
    private(set) var distance: [Double]
    private var heap: [Entry] = []
    private var buckets: LengthBuckets?

    private struct Entry {
        let distance: Double
        let node: Int32

        func comesBefore(_ other: Entry) -> Bool {
            distance < other.distance || (distance == other.distance && node < other.node)
        }
    }

    /// For searches in any rows, or, where they are told, in these alone.
    init(nodeCount: Int, rows: Graph.Rows? = nil) {
        order = [Int32](repeating: 0, count: nodeCount)
        distance = [Double](repeating: -.infinity, count: nodeCount)
        buckets = rows.flatMap { LengthBuckets($0) }
    }

    /// Fills `order` and `distance` for a source.
    mutating func run(from source: Int, in rows: Graph.Rows) {
        for place in 0..<reached { distance[Int(order[place])] = -.infinity }
        if rows.weights.isEmpty {
            runBreadthFirst(source, rows)
        } else if buckets != nil {
            reached = buckets?.run(from: source, rows, &order, &distance) ?? 0
        } else {
            runDijkstra(source, rows)
        }
    }

    private mutating func runBreadthFirst(_ source: Int, _ rows: Graph.Rows) {
        order[0] = Int32(source)
        distance[source] = 0
        var (head, tail) = (0, 1)
        while head < tail {
            let node = Int(order[head])
            head += 1
            let next = distance[node] + 1
            for entry in rows.offsets[node]..<rows.offsets[node + 1] {
                let target = Int(rows.targets[entry])
                if distance[target] < 0 {
                    distance[target] = next
                    order[tail] = Int32(target)
                    tail += 1
                }
            }
        }
        reached = tail
    }

    private mutating func runDijkstra(_ source: Int, _ rows: Graph.Rows) {
        reached = 0
        // While a node waits, its best distance so far stands with the sign turned, exactly: a number added to it
        // would swallow the digits of short ways.
        distance[source] = -Double.leastNonzeroMagnitude
        push(Entry(distance: 0, node: Int32(source)))
        while let nearest = pop() {
            let node = Int(nearest.node)
            if distance[node] >= 0 { continue }
            distance[node] = nearest.distance
            order[reached] = nearest.node
            reached += 1
            for entry in rows.offsets[node]..<rows.offsets[node + 1] {
                let target = Int(rows.targets[entry])
                let known = distance[target]
                if known >= 0 { continue }
                let length = nearest.distance + rows.weights[entry]
                if length < -known {
                    distance[target] = -length
                    push(Entry(distance: length, node: Int32(target)))
                }
            }
        }
    }

    private mutating func push(_ entry: Entry) {
        heap.append(entry)
        var child = heap.count - 1
        while child > 0 {
            let parent = (child - 1) / 2
            guard entry.comesBefore(heap[parent]) else { break }
            heap[child] = heap[parent]
            child = parent
        }
        heap[child] = entry
    }

    private mutating func pop() -> Entry? {
        guard let first = heap.first else { return nil }
        let last = heap.removeLast()
        guard !heap.isEmpty else { return first }
        var parent = 0
        while 2 * parent + 1 < heap.count {
            var child = 2 * parent + 1
            if child + 1 < heap.count, heap[child + 1].comesBefore(heap[child]) { child += 1 }
            guard heap[child].comesBefore(last) else { break }
            heap[parent] = heap[child]
            parent = child
        }
        heap[parent] = last
        return first
    }
}
