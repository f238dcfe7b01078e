/// Dijkstra's search with the waiting nodes in buckets by distance, in a ring (Dial 1969, Communications of the ACM 12(11),
/// 632–633): one as wide as the shortest arc or narrower can be emptied at once, since nothing that is found from its
/// nodes falls into it again (Dinic 1978; Denardo and Fox 1979, Operations Research 27(1), 161–186).
///
/// A bucket is narrow enough to hold few nodes, which are sorted: the order is the one that a heap gives, by distance and
/// then by number.
struct LengthBuckets: Sendable {
    /// 1 over the width.
    private let perWidth: Double
    private let mask: Int
    /// The first node of each bucket; -1: none.
    private var first: [Int32]
    /// Of each waiting node those beside it in its bucket; the first has the bucket before it, as -2 - bucket.
    private var next: [Int32]
    private var previous: [Int32]

    /// Nil where the longest arc is so many times the shortest that looking into empty buckets could cost more than a heap.
    init?(_ rows: Graph.Rows) {
        guard let longest = rows.weights.max(), let shortest = rows.weights.min(), shortest > 0, longest.isFinite else {
            return nil
        }
        let count = rows.offsets.count - 1
        // Narrower than the shortest arc by more than rounding can make of it.
        let widest = shortest * 0.99
        // Some eight nodes to a bucket, if they lay evenly within the longest arc.
        let wanted = max(64, count / 8)
        let width = min(widest, longest / Double(wanted))
        guard longest / width <= Double(max(1024, count)), (1 / width).isFinite else { return nil }
        var size = 64
        while Double(size) < longest / width + 3 { size *= 2 }
        (perWidth, mask) = (1 / width, size - 1)
        first = [Int32](repeating: -1, count: size)
        next = [Int32](repeating: -1, count: count)
        previous = next
    }

    /// Fills the order and the distances of what is reached; how much that is.
    ///
    /// - Parameter distance: negative infinity before, of every node.
    mutating func run(from source: Int, _ rows: Graph.Rows, _ order: inout [Int32], _ distance: inout [Double]) -> Int {
        Self.run(
            source, rows, perWidth, mask, first: &first, next: &next, previous: &previous, order: &order,
            distance: &distance)
    }

    private static func run(
        _ source: Int, _ rows: Graph.Rows, _ perWidth: Double, _ mask: Int, first: inout [Int32], next: inout [Int32],
        previous: inout [Int32], order: inout [Int32], distance: inout [Double]
    ) -> Int {
        let (offsets, targets, weights) = (rows.offsets.span, rows.targets.span, rows.weights.span)
        var first = first.mutableSpan
        var next = next.mutableSpan
        var previous = previous.mutableSpan
        var order = order.mutableSpan
        var distance = distance.mutableSpan
        order[0] = Int32(truncatingIfNeeded: source)
        distance[source] = 0
        // Of the nodes in `order` those before `done` have been searched from; the others have their distance.
        var (done, reached, waiting, bucket) = (0, 1, 0, 0)
        while true {
            while done < reached {
                let node = Int(order[done])
                let own = distance[node]
                done += 1
                for entry in offsets[node]..<offsets[node + 1] {
                    let target = Int(targets[entry])
                    let length = own + weights[entry]
                    // While a node waits, its distance so far stands with the sign turned.
                    let known = distance[target]
                    guard known < 0, length < -known else { continue }
                    distance[target] = -length
                    if known > -Double.infinity {
                        let (before, after) = (previous[target], next[target])
                        if before >= 0 { next[Int(before)] = after } else { first[Int(-2 - before)] = after }
                        if after >= 0 { previous[Int(after)] = before }
                    } else {
                        waiting += 1
                    }
                    let place = Int(length * perWidth) & mask
                    let head = first[place]
                    (next[target], previous[target]) = (head, Int32(truncatingIfNeeded: -2 - place))
                    if head >= 0 { previous[Int(head)] = Int32(truncatingIfNeeded: target) }
                    first[place] = Int32(truncatingIfNeeded: target)
                }
            }
            guard waiting > 0 else { return reached }
            while first[bucket & mask] < 0 { bucket += 1 }
            let start = reached
            var node = first[bucket & mask]
            while node >= 0 {
                distance[Int(node)] = -distance[Int(node)]
                order[reached] = node
                reached += 1
                node = next[Int(node)]
            }
            first[bucket & mask] = -1
            waiting -= reached - start
            sort(start..<reached, &order, distance)
        }
    }

    /// By distance, then by number.
    private static func sort(
        _ range: Range<Int>, _ order: inout MutableSpan<Int32>, _ distance: borrowing MutableSpan<Double>
    ) {
        guard range.count <= mostInserted else {
            var nodes: [(distance: Double, node: Int32)] = []
            nodes.reserveCapacity(range.count)
            for place in range { nodes.append((distance[Int(order[place])], order[place])) }
            nodes.sort { $0.distance == $1.distance ? $0.node < $1.node : $0.distance < $1.distance }
            for (place, entry) in zip(range, nodes) { order[place] = entry.node }
            return
        }
        for place in range.dropFirst() {
            let node = order[place]
            let own = distance[Int(node)]
            var hole = place
            while hole > range.lowerBound {
                let other = order[hole - 1]
                let far = distance[Int(other)]
                guard far > own || (far == own && other > node) else { break }
                order[hole] = other
                hole -= 1
            }
            order[hole] = node
        }
    }

    /// The most nodes that are sorted by insertion. Where many nodes are equally far, as with few different lengths, they
    /// share a bucket however narrow it is.
    private static let mostInserted = 24
}
