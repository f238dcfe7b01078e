/// Arcs gathered by blocks of neighbouring nodes, then by node, each node's sorted by the other end.
///
/// One counting sort over all nodes would wait for memory at every arc. Here chunks of the edges are
/// sorted into blocks of nodes, and then each block, which fits into a core's own cache, into rows.
/// Both steps run in parallel, and what comes out depends on the edges alone. Loops are left out.
///
/// Time: O(nodes + edges), and O(d log d) for a row of d arcs. Memory: 12 bytes for each arc.
struct ArcBlocks: Sendable {
    /// Which arcs an edge stands for.
    enum Direction: Sendable {
        case asGiven, bothWays
        /// From the lesser end to the greater.
        case upwards
    }

    private struct Arc: Sendable {
        var node: Int32
        var other: Int32
        var edge: Int32
    }

    /// Some of the edges' arcs, block by block; within one in the order of the edges.
    private struct Chunk: Sendable {
        var starts: [Int32]
        var arcs: [Arc]
    }

    /// The arcs of one block.
    struct Rows: Sendable {
        /// Where each node's arcs start among `keys`; one more than there are nodes.
        var starts: [Int32]
        /// The other end in the upper half, the edge in the lower: parallel arcs lie side by side in
        /// the order of the edges.
        var keys: [UInt64]

        static func other(_ key: UInt64) -> Int32 { Int32(truncatingIfNeeded: key >> 32) }
        static func edge(_ key: UInt64) -> Int { Int(key & 0xFFFF_FFFF) }
    }

    let nodeCount: Int
    /// Blocks have two to this power nodes.
    private let shift: Int
    private let chunks: [Chunk]

    private static let edgesOfAChunk = 1 << 18
    private static let mostBlocks = 256

    var blockCount: Int { Self.blocks(nodeCount, shift) }

    /// - Parameter alsoBack: for each edge of direction `asGiven`, whether it runs back too; empty: none.
    init(
        nodeCount: Int, sources: [Int32], targets: [Int32], direction: Direction, alsoBack: [Bool] = []
    ) {
        precondition(sources.count <= Int(Int32.max), "edges are numbered in 32 bits")
        var shift = 8
        while Self.blocks(nodeCount, shift) > Self.mostBlocks { shift += 1 }
        self.nodeCount = nodeCount
        self.shift = shift
        let blockCount = Self.blocks(nodeCount, shift)
        chunks = Parallel.chunks(of: sources.count, grain: Self.edgesOfAChunk) { [shift] edges in
            Self.chunk(edges, blockCount, shift, sources, targets, direction, alsoBack)
        }
    }

    private static func blocks(_ nodeCount: Int, _ shift: Int) -> Int { (nodeCount + (1 << shift) - 1) >> shift }

    private static func chunk(
        _ edges: Range<Int>, _ blockCount: Int, _ shift: Int, _ sources: [Int32], _ targets: [Int32],
        _ direction: Direction, _ alsoBack: [Bool]
    ) -> Chunk {
        func forEachArc(_ body: (_ node: Int32, _ other: Int32, _ edge: Int) -> Void) {
            for edge in edges where sources[edge] != targets[edge] {
                let (source, target) = (sources[edge], targets[edge])
                if direction == .upwards {
                    body(min(source, target), max(source, target), edge)
                } else {
                    body(source, target, edge)
                    if direction == .bothWays || (!alsoBack.isEmpty && alsoBack[edge]) { body(target, source, edge) }
                }
            }
        }
        var starts = [Int32](repeating: 0, count: blockCount + 1)
        forEachArc { node, _, _ in starts[Int(node) >> shift + 1] += 1 }
        for block in 0..<blockCount { starts[block + 1] += starts[block] }
        var places = starts
        var arcs = [Arc](repeating: Arc(node: 0, other: 0, edge: 0), count: Int(starts[blockCount]))
        forEachArc { node, other, edge in
            let block = Int(node) >> shift
            let place = places[block]
            places[block] = place + 1
            arcs[Int(place)] = Arc(node: node, other: other, edge: Int32(truncatingIfNeeded: edge))
        }
        return Chunk(starts: starts, arcs: arcs)
    }

    /// The nodes of a block.
    func nodes(ofBlock block: Int) -> Range<Int> { block << shift..<min(nodeCount, (block + 1) << shift) }

    func rows(ofBlock block: Int) -> Rows {
        let nodes = nodes(ofBlock: block)
        var starts = [Int32](repeating: 0, count: nodes.count + 1)
        forEachArc(ofBlock: block) { starts[Int($0.node) - nodes.lowerBound + 1] += 1 }
        for row in 0..<nodes.count { starts[row + 1] += starts[row] }
        var places = starts
        var keys = [UInt64](repeating: 0, count: Int(starts[nodes.count]))
        forEachArc(ofBlock: block) { arc in
            let row = Int(arc.node) - nodes.lowerBound
            let place = places[row]
            places[row] = place + 1
            keys[Int(place)] = UInt64(UInt32(bitPattern: arc.other)) << 32 | UInt64(UInt32(bitPattern: arc.edge))
        }
        for row in 0..<nodes.count { Self.sort(&keys, Int(starts[row])..<Int(starts[row + 1])) }
        return Rows(starts: starts, keys: keys)
    }

    private func forEachArc(ofBlock block: Int, _ body: (Arc) -> Void) {
        for chunk in chunks {
            for place in Int(chunk.starts[block])..<Int(chunk.starts[block + 1]) { body(chunk.arcs[place]) }
        }
    }

    /// Most rows are short: inserting is faster there than a sort that divides.
    private static func sort(_ keys: inout [UInt64], _ range: Range<Int>) {
        guard range.count <= 32 else {
            keys[range].sort()
            return
        }
        for place in range.dropFirst() {
            let key = keys[place]
            var free = place
            while free > range.lowerBound, keys[free - 1] > key {
                keys[free] = keys[free - 1]
                free -= 1
            }
            keys[free] = key
        }
    }
}
