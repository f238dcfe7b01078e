/// An undirected graph taken apart at the nodes that hold it together.
///
/// A block is a largest part that no single node disconnects (Hopcroft and Tarjan 1973, Commun. ACM
/// 16(6), 372–378, here without recursion). Two blocks share at most one node, and every path from one
/// to the other runs through it: so paths can be counted inside each block alone, each node standing
/// for all that lies behind it (APGRE: Wang, Zhang, Liu, Guan and Liu 2016, PPoPP; for single
/// ties, that is for trees, already in BADIOS: Sarıyüce, Kaya, Saule and Çatalyürek 2017, ACM TKDD 11(3), 31).
///
/// Time: O(n + m).
struct Blocks {
    /// The blocks of three and more nodes, side by side in one graph in which none touches another.
    let graph: Graph
    /// The node of the whole graph that a node of `graph` is.
    let members: [Int32]
    /// For each node of `graph`, how many nodes are reached through it without entering its block,
    /// itself among them.
    let ends: [Double]
    /// For each node of the whole graph, the unordered pairs of others that it separates.
    let separated: [Double]
    /// The ties that are blocks by themselves, and the unordered pairs that each separates.
    let bridges: [(ends: (Int32, Int32), pairs: Double)]

    init(of whole: Graph) {
        var search = BlockSearch(whole)
        for start in 0..<whole.nodeCount where search.index[start] < 0 { search.visit(start) }
        (graph, members, ends) = search.takenApart()
        separated = search.separated
        bridges = search.bridges
    }
}

/// A depth-first search that closes a block whenever it returns from a child that sees nothing above.
private struct BlockSearch {
    let whole: Graph
    /// The order in which nodes were found; negative before.
    var index: [Int32]
    var separated: [Double]
    var bridges: [(ends: (Int32, Int32), pairs: Double)] = []
    /// The earliest node seen from a node's subtree.
    private var low: [Int32]
    private var subtree: [Double]
    /// Of these, the nodes that only this node connects to the rest.
    private var below: [Double]
    private var parent: [Int32]
    private var nextEntry: [Int]
    /// Found, and in no block yet.
    private var open: [Int32] = []
    private var found: Int32 = 0
    /// The block in which a node is not the top, or -1; and its place there.
    private var home: [Int32]
    private var place: [Int32]
    private var blocks: [Block] = []

    private struct Block {
        let top: Int32
        /// Without the top.
        let nodes: [Int32]
        /// How many nodes lie on the top's side, itself among them.
        var above = 0.0
        /// How many lie on the other.
        let beneath: Double
        /// The place of the first of its nodes, the top's.
        var start: Int32 = 0
    }

    init(_ whole: Graph) {
        let count = whole.nodeCount
        self.whole = whole
        index = [Int32](repeating: -1, count: count)
        low = index
        parent = index
        home = index
        place = index
        separated = [Double](repeating: 0, count: count)
        subtree = separated
        below = separated
        nextEntry = Array(whole.outgoing.offsets.prefix(count))
    }

    /// Finds the blocks of a component.
    mutating func visit(_ root: Int) {
        let rows = whole.outgoing
        let firstBlock = blocks.count
        let firstBridge = bridges.count
        var component: [Int32] = []
        func enter(_ node: Int, from above: Int32) {
            index[node] = found
            low[node] = found
            found += 1
            subtree[node] = 1
            parent[node] = above
            open.append(Int32(node))
            component.append(Int32(node))
        }
        enter(root, from: -1)
        var node = root
        while true {
            if nextEntry[node] < rows.offsets[node + 1] {
                let target = Int(rows.targets[nextEntry[node]])
                nextEntry[node] += 1
                if index[target] < 0 {
                    enter(target, from: Int32(node))
                    node = target
                } else if Int32(target) != parent[node] {
                    low[node] = min(low[node], index[target])
                }
                continue
            }
            let above = Int(parent[node])
            guard above >= 0 else { break }
            subtree[above] += subtree[node]
            low[above] = min(low[above], low[node])
            if low[node] >= index[above] { close(node, above) }
            node = above
        }
        open.removeLast()
        finish(component, blocks: firstBlock, bridges: firstBridge)
    }

    /// Node and what is open after it make a block, `top` being its last node.
    private mutating func close(_ node: Int, _ top: Int) {
        below[top] += subtree[node]
        // Squares of the parts into which the component falls without the top.
        separated[top] += subtree[node] * subtree[node]
        if open.last == Int32(node) {
            open.removeLast()
            bridges.append((ends: (Int32(top), Int32(node)), pairs: subtree[node]))
            return
        }
        let first = open.lastIndex(of: Int32(node)) ?? 0
        let nodes = Array(open[first...])
        open.removeSubrange(first...)
        for member in nodes { home[Int(member)] = Int32(blocks.count) }
        blocks.append(Block(top: Int32(top), nodes: nodes, beneath: subtree[node]))
    }

    /// What can be said once the size of the component is known.
    private mutating func finish(_ component: [Int32], blocks firstBlock: Int, bridges firstBridge: Int) {
        let size = Double(component.count)
        for node in component.map(Int.init) {
            let rest = size - 1 - below[node]
            separated[node] = ((size - 1) * (size - 1) - separated[node] - rest * rest) / 2
        }
        for block in blocks[firstBlock...].indices { blocks[block].above = size - blocks[block].beneath }
        for bridge in bridges[firstBridge...].indices { bridges[bridge].pairs *= size - bridges[bridge].pairs }
    }

    /// The blocks as a graph of their own, the largest first.
    mutating func takenApart() -> (graph: Graph, members: [Int32], ends: [Double]) {
        var (members, ends) = ([Int32](), [Double]())
        let sorted = blocks.indices.sorted {
            (blocks[$1].nodes.count, $0) < (blocks[$0].nodes.count, $1)
        }
        for block in sorted {
            blocks[block].start = Int32(members.count)
            members.append(blocks[block].top)
            ends.append(blocks[block].above)
            for node in blocks[block].nodes {
                place[Int(node)] = Int32(members.count)
                members.append(node)
                ends.append(1 + below[Int(node)])
            }
        }
        let rows = whole.outgoing
        var (sources, targets, weights): ([Int32], [Int32], [Double]) = ([], [], [])
        for node in 0..<whole.nodeCount where home[node] >= 0 {
            // A tie lies in the block of its lower end, where the upper is either at home or the top.
            for entry in rows.range(of: node) where index[Int(rows.targets[entry])] < index[node] {
                let other = Int(rows.targets[entry])
                sources.append(place[node])
                targets.append(home[other] == home[node] ? place[other] : blocks[Int(home[node])].start)
                if whole.isWeighted { weights.append(rows.weights[entry]) }
            }
        }
        let graph = Graph(
            nodeCount: members.count, sources: sources, targets: targets, weights: weights, isDirected: false)
        return (graph, members, ends)
    }
}
