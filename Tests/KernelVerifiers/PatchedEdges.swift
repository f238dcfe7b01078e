import GraphKernels

/// A random network put together from what kernels that fold, merge and take apart must not get wrong:
/// cliques, cycles, stars, trees, clubs whose members are twins, random patches; glued at a node,
/// joined by bridges or left apart, with isolates, the nodes shuffled.
struct PatchedEdges {
    private(set) var nodeCount = 0
    private(set) var edges: [(Int, Int)] = []

    static let seeds = 0..<150
    static let empty = Graph(nodeCount: 0, sources: [], targets: [], isDirected: false)

    init(seed: Int) {
        var random = RandomSource(seed: 41, part: seed)
        for _ in 0..<(1 + random.below(5)) { addPatch(&random) }
        nodeCount += random.below(3)
        var labels = Array(0..<nodeCount)
        labels.shuffle(using: &random)
        edges = edges.map { (labels[$0.0], labels[$0.1]) }
    }

    private mutating func addPatch(_ random: inout RandomSource) {
        let (first, size) = (nodeCount, 2 + random.below(7))
        nodeCount += size
        let nodes = Array(first..<nodeCount)
        switch random.below(6) {
        case 0: for one in nodes { for other in nodes where one < other { edges.append((one, other)) } }
        case 1: for (one, other) in zip(nodes, nodes.dropFirst() + [first]) { edges.append((one, other)) }
        case 2: for node in nodes.dropFirst() { edges.append((first, node)) }
        case 3: for node in nodes.dropFirst() { edges.append((first + random.below(node - first), node)) }
        case 4:
            // A club: every member knows every officer.
            let officers = 1 + random.below(3)
            for node in nodes.dropFirst(officers) { for officer in nodes.prefix(officers) { edges.append((officer, node)) } }
        default:
            for _ in 0..<(2 * size) { edges.append((first + random.below(size), first + random.below(size))) }
        }
        guard first > 0 else { return }
        for _ in 0..<random.below(4) {
            let bridge = (random.below(first), first + random.below(size))
            if random.below(2) == 0 { edges.append(bridge) } else { glue(bridge.0, bridge.1) }
        }
    }

    /// Makes one node of two.
    private mutating func glue(_ one: Int, _ other: Int) {
        edges = edges.map { ($0.0 == other ? one : $0.0, $0.1 == other ? one : $0.1) }
    }

    func graph(isDirected: Bool = false) -> Graph {
        Graph(
            nodeCount: nodeCount, sources: edges.map { Int32($0.0) }, targets: edges.map { Int32($0.1) },
            isDirected: isDirected)
    }

    func matrix(isDirected: Bool = false) -> Dense {
        var matrix = Dense.identity(nodeCount).map { _ in 0 }
        for (one, other) in edges where one != other {
            matrix.rows[one][other] = 1
            if !isDirected { matrix.rows[other][one] = 1 }
        }
        return matrix
    }
}
