/// Whom each node reaches within a number of steps.
public struct Reach: Sendable {
    private let graph: Graph
    private let steps: Int
    /// Two steps are what is asked for as a rule, and have a way of their own.
    private let twoSteps: TwoStepReach?

    public init(_ graph: Graph, steps: Int) {
        self.graph = graph
        self.steps = steps
        twoSteps = steps == 2 ? TwoStepReach(graph) : nil
    }

    /// The nodes within reach, the node itself first. Complexity: O(arcs within reach).
    public func within(_ node: Int) -> [Int32] {
        var seen: Set<Int32> = [Int32(node)]
        var order = [Int32(node)]
        var start = 0
        for _ in 0..<steps {
            let end = order.count
            for place in start..<end {
                for next in graph.outgoing.neighbours(of: Int(order[place])) where seen.insert(next).inserted {
                    order.append(next)
                }
            }
            start = end
        }
        return order
    }

    /// How many other nodes each node reaches.
    ///
    /// - Parameter wanted: only those that are marked count; nil: all.
    /// - Complexity: within two steps that of `TwoStepReach`, else O(arcs within reach) for each node.
    public func counts(among wanted: [Bool]? = nil) -> [Int] {
        if let twoSteps { return twoSteps.counts(among: wanted) }
        return Parallel.chunks(of: graph.nodeCount, grain: max(1, graph.nodeCount / 64)) { nodes in
            nodes.map { node in
                let others = within(node).dropFirst()
                guard let wanted else { return others.count }
                return others.count { wanted[Int($0)] }
            }
        }.flatMap { $0 }
    }

    func covered(by nodes: [Int]) -> [Bool] {
        var covered = [Bool](repeating: false, count: graph.nodeCount)
        for node in nodes { for reached in within(node) { covered[Int(reached)] = true } }
        return covered
    }
}

/// How many nodes each reaches within two steps, exact, without walking through every hub once for each of its members.
///
/// Nodes of the same neighbours reach the same: they are counted once. Large neighbourhoods are kept as bits, and what
/// the hubs of a node reach together is found once for all nodes of the same hubs.
///
/// - Complexity: for each class of nodes with the same neighbours the degrees of its neighbours that are no hubs (of
///   up to nodes/256 neighbours each), and nodes/64 for each hub of each set of hubs. Memory: 64 bytes for each arc at
///   most.
private struct TwoStepReach: Sendable {
    private let graph: Graph
    /// The neighbours of each hub, as bits; nil of other nodes.
    private var hubs: [NodeBits?]
    /// Nodes of the same neighbours, those of the same hubs after one another.
    private var classes: [Class] = []

    private struct Class: Sendable {
        /// The neighbours that are hubs.
        let hubs: [Int32]
        /// The number of the first class of the same hubs.
        var group = 0
        var nodes: [Int32]
    }

    init(_ graph: Graph) {
        self.graph = graph
        let nodeCount = graph.nodeCount
        let rows = graph.outgoing
        let most = max(64, nodeCount / 256)
        hubs = (0..<nodeCount).map { node in
            guard rows.degree(of: node) > most else { return nil }
            var bits = NodeBits(capacity: nodeCount)
            for target in rows.neighbours(of: node) { bits.insert(Int(target)) }
            return bits
        }
        var known: [ArraySlice<Int32>: Int] = [:]
        known.reserveCapacity(nodeCount)
        for node in 0..<nodeCount {
            let row = rows.neighbours(of: node)
            if let place = known[row] {
                classes[place].nodes.append(Int32(node))
            } else {
                known[row] = classes.count
                classes.append(Class(hubs: row.filter { hubs[Int($0)] != nil }, nodes: [Int32(node)]))
            }
        }
        classes.sort { $0.hubs.lexicographicallyPrecedes($1.hubs) }
        for place in classes.indices.dropFirst() {
            classes[place].group = classes[place].hubs == classes[place - 1].hubs ? classes[place - 1].group : place
        }
    }

    /// What a core knows from one class to the next.
    private struct Workspace {
        var group = -1
        /// What the hubs of the group reach together, and how many of it are wanted.
        var reached: NodeBits
        var size = 0
        var wanted = 0
        /// What else a class reaches; cleared after it.
        var marks: NodeMarks
        var marked: [Int32] = []
    }

    func counts(among wanted: [Bool]?) -> [Int] {
        let empty = NodeBits(capacity: graph.nodeCount)
        let parts = Parallel.chunks(
            of: classes.count, grain: max(1, classes.count / 256),
            workspace: { Workspace(reached: empty, marks: NodeMarks(nodeCount: graph.nodeCount)) }
        ) { range, space in
            range.map { count(classes[$0], wanted, &space) }
        }
        var counts = [Int](repeating: 0, count: graph.nodeCount)
        for (members, found) in zip(classes, parts.joined()) {
            for (node, count) in zip(members.nodes, found) { counts[Int(node)] = count }
        }
        return counts
    }

    /// Of each node of a class the number of the wanted others that it reaches.
    private func count(_ members: Class, _ wanted: [Bool]?, _ space: inout Workspace) -> [Int] {
        if space.group != members.group { gather(members, wanted, &space) }
        func isWanted(_ node: Int32) -> Bool { wanted.map { $0[Int(node)] } ?? true }
        var count = space.wanted
        let row = graph.outgoing.neighbours(of: Int(members.nodes[0]))
        add(row, isWanted, &count, &space)
        for hub in row where hubs[Int(hub)] == nil && space.size + space.marked.count < graph.nodeCount {
            add(graph.outgoing.neighbours(of: Int(hub)), isWanted, &count, &space)
        }
        var counts: [Int] = []
        for node in members.nodes {
            let word = space.reached.words[Int(node) >> 6] | space.marks.words[Int(node) >> 6]
            let isReached = word >> UInt64(node & 63) & 1 == 1
            counts.append(count - (isReached && isWanted(node) ? 1 : 0))
        }
        for node in space.marked { space.marks.words[Int(node) >> 6] = 0 }
        space.marked.removeAll(keepingCapacity: true)
        return counts
    }

    private func add(
        _ nodes: ArraySlice<Int32>, _ isWanted: (Int32) -> Bool, _ count: inout Int, _ space: inout Workspace
    ) {
        for node in nodes {
            let (word, bit) = (Int(node) >> 6, UInt64(1) << UInt64(node & 63))
            guard (space.reached.words[word] | space.marks.words[word]) & bit == 0 else { continue }
            space.marks.words[word] |= bit
            space.marked.append(node)
            if isWanted(node) { count += 1 }
        }
    }

    /// What the hubs of a class reach together.
    private func gather(_ members: Class, _ wanted: [Bool]?, _ space: inout Workspace) {
        space.group = members.group
        space.reached = NodeBits(capacity: graph.nodeCount)
        space.size = 0
        for hub in members.hubs where space.size < graph.nodeCount {
            guard let bits = hubs[Int(hub)] else { continue }
            space.reached.formUnion(bits)
            space.size = space.reached.count
        }
        space.wanted = space.size
        guard let wanted else { return }
        space.wanted = 0
        space.reached.forEach { if wanted[$0] { space.wanted += 1 } }
    }
}
