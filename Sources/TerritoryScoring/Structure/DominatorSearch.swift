/// In one realisation of the cascade, and from one source: behind which nodes and elements lies what is reached.
///
/// A node dominates another where every way from the source to that one leads through it. The nearest such of each node
/// are a tree (Lengauer and Tarjan 1979, A fast algorithm for finding dominators in a flowgraph, TOPLAS 1, 121–141), below
/// which hangs all that is lost without the node; and an element is the only way into a node, with all below it, where
/// every other arc into that node comes from below it.
struct DominatorSearch {
    /// The nodes reached, the source first.
    private(set) var order: [Int32] = []
    /// By place in `order`: the weight that hangs below, its own among it.
    private(set) var weight: [Int] = []
    /// By node: its place in `order`; −1 where it is not reached.
    private var places: [Int32]
    private var parent: [Int32] = []
    private var semi: [Int32] = []
    private var dominator: [Int32] = []
    private var ancestor: [Int32] = []
    private var best: [Int32] = []
    private var bucket: [Int32] = []
    private var following: [Int32] = []
    private var path: [Int32] = []
    /// By place: where in the tree it begins, and how many hang there.
    private var start: [Int32] = []
    private var size: [Int32] = []
    private var filled: [Int32] = []
    private var stack: [(place: Int32, arc: Int32)] = []

    init(nodeCount: Int) { places = Array(repeating: -1, count: nodeCount) }

    /// The realisation of which is asked.
    struct Realisation {
        let arcs: KnowledgeArcs
        /// By element, its realisations as bits.
        let live: [UInt64]
        let bit: UInt64

        func isLive(_ element: Int32) -> Bool { live[Int(element)] & bit != 0 }
    }

    /// - Parameter weights: by node, what it counts.
    /// - Complexity: O(arcs of what is reached · log of it).
    mutating func run(from source: Int32, _ realisation: Realisation, weights: [Int]) {
        for node in order { places[Int(node)] = -1 }
        order.removeAll(keepingCapacity: true)
        parent.removeAll(keepingCapacity: true)
        visit(from: source, realisation)
        findDominators(realisation)
        weight = order.map { weights[Int($0)] }
        for place in (0..<order.count).reversed().dropLast() { weight[Int(dominator[place])] += weight[place] }
    }

    /// Numbers what is reached, each with the one it was reached from.
    private mutating func visit(from source: Int32, _ realisation: Realisation) {
        let rows = realisation.arcs.forward
        func reach(_ node: Int32, from above: Int32) {
            places[Int(node)] = Int32(order.count)
            stack.append((Int32(order.count), rows.offsets[Int(node)]))
            order.append(node)
            parent.append(above)
        }
        reach(source, from: -1)
        while let (place, arc) = stack.last {
            guard arc < rows.offsets[Int(order[Int(place)]) + 1] else {
                stack.removeLast()
                continue
            }
            stack[stack.count - 1].arc += 1
            let target = rows.targets[Int(arc)]
            if realisation.isLive(rows.elements[Int(arc)]), places[Int(target)] < 0 { reach(target, from: place) }
        }
    }

    private mutating func findDominators(_ realisation: Realisation) {
        let (rows, count) = (realisation.arcs.backward, order.count)
        semi = (0..<Int32(count)).map { $0 }
        best = semi
        dominator = Array(repeating: 0, count: count)
        ancestor = Array(repeating: -1, count: count)
        bucket = ancestor
        following = ancestor
        for place in (1..<max(1, count)).reversed() {
            let node = Int(order[place])
            for arc in Int(rows.offsets[node])..<Int(rows.offsets[node + 1])
            where realisation.isLive(rows.elements[arc]) {
                let from = places[Int(rows.targets[arc])]
                if from >= 0 { semi[place] = min(semi[place], semi[Int(lowest(from))]) }
            }
            following[place] = bucket[Int(semi[place])]
            bucket[Int(semi[place])] = Int32(place)
            let above = parent[place]
            ancestor[place] = above
            var waiting = bucket[Int(above)]
            bucket[Int(above)] = -1
            while waiting >= 0 {
                let low = lowest(waiting)
                dominator[Int(waiting)] = semi[Int(low)] < semi[Int(waiting)] ? low : above
                waiting = following[Int(waiting)]
            }
        }
        for place in 1..<max(1, count) where dominator[place] != semi[place] {
            dominator[place] = dominator[Int(dominator[place])]
        }
    }

    /// Of those on the way up that are linked already, the one whose semidominator is least.
    private mutating func lowest(_ place: Int32) -> Int32 {
        guard ancestor[Int(place)] >= 0 else { return place }
        path.removeAll(keepingCapacity: true)
        var one = place
        while ancestor[Int(ancestor[Int(one)])] >= 0 {
            path.append(one)
            one = ancestor[Int(one)]
        }
        while let below = path.popLast() {
            let above = ancestor[Int(below)]
            if semi[Int(best[Int(above)])] < semi[Int(best[Int(below)])] { best[Int(below)] = best[Int(above)] }
            ancestor[Int(below)] = ancestor[Int(above)]
        }
        return best[Int(place)]
    }

    /// Calls `found` for each element that is the only way into a node, with the weight that hangs behind it.
    mutating func onlyWays(_ realisation: Realisation, _ found: (Int32, Int) -> Void) {
        let (rows, count) = (realisation.arcs.backward, order.count)
        size = Array(repeating: 1, count: count)
        for place in (0..<count).reversed().dropLast() { size[Int(dominator[place])] += size[place] }
        start = Array(repeating: 0, count: count)
        filled = Array(repeating: 1, count: count)
        for place in 1..<max(1, count) {
            let above = Int(dominator[place])
            start[place] = start[above] + filled[above]
            filled[above] += size[place]
        }
        for place in 1..<max(1, count) {
            let node = Int(order[place])
            let below = start[place]..<start[place] + size[place]
            var (only, ways) = (Int32(-1), 0)
            for arc in Int(rows.offsets[node])..<Int(rows.offsets[node + 1])
            where realisation.isLive(rows.elements[arc]) {
                let from = places[Int(rows.targets[arc])]
                guard from >= 0, !below.contains(start[Int(from)]) else { continue }
                (only, ways) = (rows.elements[arc], ways + 1)
                if ways > 1 { break }
            }
            if ways == 1 { found(only, weight[place]) }
        }
    }
}
