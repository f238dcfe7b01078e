/// How near the nodes of an unweighted graph are to each other once one of them is gone, for each of them.
///
/// Only pairs are then farther apart all of whose shortest paths lead through it. Seen from one end of a pair, these are
/// the nodes that dominate the other end in the acyclic graph of shortest paths, and there the nearest dominator of a
/// node is the nearest common one of its predecessors (Cooper, Harvey and Kennedy 2001, A Simple, Fast Dominance
/// Algorithm, Rice University TR-06-33870). Of the nodes below a dominator the distances are found anew, from their
/// neighbours outside; all others stay.
///
/// Sums are whole numbers, in units of 2^-80 (`DistanceSums.unit`), so that the order of addition does not matter.
struct RemovalDistances {
    /// For each node Σ 1/d over the unordered pairs of the others once it is gone.
    let sums: [Double]

    /// - Precondition: the graph is undirected; weights are not read.
    /// - Complexity: for each source O(m), and the arcs of every node as often as it has dominators, which is at most as
    ///   often as it is far.
    init(of graph: Graph) {
        let (count, rows) = (graph.nodeCount, graph.outgoing)
        let parts = Parallel.totals(of: count, grain: max(4, count / 256), workspace: { Search(rows) }) {
            sources, search in
            for source in sources { search.add(source) }
        }
        var (all, own, lost) = (
            UInt128(0), [UInt128](repeating: 0, count: count), [UInt128](repeating: 0, count: count)
        )
        for part in parts {
            for node in 0..<count {
                own[node] += part.own[node]
                lost[node] += part.lost[node]
                all += part.own[node]
            }
        }
        // Each pair from both its ends.
        sums = (0..<count).map { node in
            let left: UInt128 = all - 2 * own[node] - lost[node]
            return Double(left) * 0x1p-81
        }
    }

    /// What one source after another tells.
    private struct Search: Sendable {
        private let rows: Graph.Rows
        /// Of each source, Σ 1/d to the others.
        private(set) var own: [UInt128]
        /// Of each node, by how much the sums of others fall when it is gone, the ways to itself left out.
        private(set) var lost: [UInt128]
        private var units: [UInt128] = [0]
        private var order: [Int32]
        private var distance: [Int32]
        /// The nearest dominator of each node, and how many it has, the source among them.
        private var dominator: [Int32]
        private var depth: [Int32]
        /// The nodes that each dominates next, as a list: its first, and of each the next.
        private var first: [Int32]
        private var next: [Int32]
        private var detour = Detour()

        init(_ rows: Graph.Rows) {
            let count = rows.offsets.count - 1
            self.rows = rows
            (own, lost) = ([UInt128](repeating: 0, count: count), [UInt128](repeating: 0, count: count))
            order = [Int32](repeating: 0, count: count)
            (dominator, depth, next) = (order, order, order)
            distance = [Int32](repeating: -1, count: count)
            first = distance
            detour.prepare(count)
        }

        mutating func add(_ source: Int) {
            let reached = search(from: source)
            for place in 1..<max(1, reached) { dominate(Int(order[place]), source) }
            // From the farthest, so that lists of dominated nodes are ready; the source goes nowhere.
            for place in (1..<max(1, reached)).reversed() {
                let node = Int(order[place])
                own[source] += units[Int(distance[node])]
                if first[node] >= 0 { lost[node] += lossBelow(node) }
            }
            for place in 0..<reached {
                distance[Int(order[place])] = -1
                first[Int(order[place])] = -1
            }
        }

        /// Breadth first; how many nodes are reached.
        private mutating func search(from source: Int) -> Int {
            order[0] = Int32(source)
            (distance[source], depth[source]) = (0, 0)
            var (head, tail) = (0, 1)
            while head < tail {
                let node = Int(order[head])
                head += 1
                for entry in rows.offsets[node]..<rows.offsets[node + 1] {
                    let target = Int(rows.targets[entry])
                    guard distance[target] < 0 else { continue }
                    distance[target] = distance[node] + 1
                    order[tail] = Int32(target)
                    tail += 1
                }
            }
            let farthest = Int(distance[Int(order[tail - 1])])
            while units.count <= farthest { units.append(DistanceSums.unit(over: units.count)) }
            return tail
        }

        private mutating func dominate(_ node: Int, _ source: Int) {
            var nearest = -1
            for entry in rows.offsets[node]..<rows.offsets[node + 1] where nearest != source {
                var other = Int(rows.targets[entry])
                guard distance[other] == distance[node] - 1 else { continue }
                if nearest < 0 { nearest = other }
                while nearest != other {
                    if depth[nearest] > depth[other] {
                        nearest = Int(dominator[nearest])
                    } else if depth[nearest] < depth[other] {
                        other = Int(dominator[other])
                    } else {
                        (nearest, other) = (Int(dominator[nearest]), Int(dominator[other]))
                    }
                }
            }
            dominator[node] = Int32(nearest)
            depth[node] = nearest == source ? 1 : depth[nearest] + 1
            guard nearest != source else { return }
            next[node] = first[nearest]
            first[nearest] = Int32(node)
        }

        /// What the source loses of its nearness to those below a node when that is gone.
        private mutating func lossBelow(_ node: Int) -> UInt128 {
            detour.begin()
            var child = first[node]
            while child >= 0 {
                detour.append(child)
                child = next[Int(child)]
            }
            var place = 0
            while place < detour.nodes.count {
                child = first[Int(detour.nodes[place])]
                place += 1
                while child >= 0 {
                    detour.append(child)
                    child = next[Int(child)]
                }
            }
            detour.run(around: node, rows, distance)
            var loss: UInt128 = 0
            for place in detour.nodes.indices {
                let below = Int(detour.nodes[place])
                loss += units[Int(distance[below])]
                let length = detour.length[below]
                guard length < .max else { continue }
                while units.count <= Int(length) { units.append(DistanceSums.unit(over: units.count)) }
                loss -= units[Int(length)]
            }
            return loss
        }
    }

    /// The ways from a source to some nodes that lead round another.
    private struct Detour: Sendable {
        private(set) var nodes: [Int32] = []
        /// Of each of these; `.max` where there is no way.
        private(set) var length: [Int32] = []
        /// In which search a node was last among them.
        private var turn: [Int32] = []
        private var now: Int32 = 0
        private var isDone: [Bool] = []
        private var entries: [Int] = []
        private var queue: [Int32] = []

        mutating func prepare(_ count: Int) {
            length = [Int32](repeating: 0, count: count)
            turn = length
            isDone = [Bool](repeating: false, count: count)
        }

        mutating func begin() {
            nodes.removeAll(keepingCapacity: true)
            if now == .max {
                for node in turn.indices { turn[node] = 0 }
                now = 0
            }
            now += 1
        }

        mutating func append(_ node: Int32) {
            nodes.append(node)
            turn[Int(node)] = now
            isDone[Int(node)] = false
        }

        /// - Parameter distance: from the source, of those outside.
        mutating func run(around gone: Int, _ rows: Graph.Rows, _ distance: [Int32]) {
            entries.removeAll(keepingCapacity: true)
            for node in nodes {
                var least = Int32.max
                for entry in rows.offsets[Int(node)]..<rows.offsets[Int(node) + 1] {
                    let other = Int(rows.targets[entry])
                    if other != gone, turn[other] != now { least = min(least, distance[other] + 1) }
                }
                length[Int(node)] = least
                if least < .max { entries.append(Int(least) << 32 | Int(node)) }
            }
            guard !entries.isEmpty else { return }
            entries.sort()
            // Lengths rise in both lists, so that the lesser head is the nearest node that is left.
            queue.removeAll(keepingCapacity: true)
            var (fromOutside, fromInside) = (0, 0)
            while fromOutside < entries.count || fromInside < queue.count {
                let outer = fromOutside < entries.count ? Int32(entries[fromOutside] >> 32) : .max
                let inner = fromInside < queue.count ? length[Int(queue[fromInside])] : .max
                let node: Int
                if inner <= outer {
                    node = Int(queue[fromInside])
                    fromInside += 1
                } else {
                    node = entries[fromOutside] & 0xFFFF_FFFF
                    fromOutside += 1
                }
                guard !isDone[node] else { continue }
                isDone[node] = true
                let far = length[node] + 1
                for entry in rows.offsets[node]..<rows.offsets[node + 1] {
                    let other = Int(rows.targets[entry])
                    guard turn[other] == now, !isDone[other], length[other] > far else { continue }
                    length[other] = far
                    queue.append(Int32(other))
                }
            }
        }
    }
}
