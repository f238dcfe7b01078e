/// Draws a shortest path evenly among all shortest paths between two nodes.
///
/// Searched breadth first from both ends, step by step from the end whose next step has fewer arcs, until
/// the two meet (Borassi and Natale 2019, ACM J. Exp. Algorithmics 24, 1.2, section 3): in a small world
/// each end sees but a small part of the graph by then.
struct PathSampler {
    private let rows: Graph.Rows
    private let back: Graph.Rows
    private var cells: [Cell]
    private var fromSource: Side
    private var fromTarget: Side
    /// What all searches have cost, the same on every machine: for each node that was searched from, the
    /// arcs from and to it.
    private(set) var arcsSeen = 0

    /// What the search knows of a node.
    private struct Cell {
        /// Shortest paths to the node from its end, but for a factor that its step has in common.
        var paths = 0.0
        /// Steps from the source, plus 1; or the negative of steps from the target, minus 1; 0: not seen.
        var step: Int32 = 0
        /// The arcs from and to the node: here, so that they are at hand when it is seen.
        var arcs: Int32
    }

    private struct Side {
        let sign: Int32
        /// The nodes seen, step by step.
        var seen: [Int32] = []
        /// Where the last step begins.
        var start = 0
        var steps: Int32 = 1
        var arcs = 0
    }

    /// - Parameter back: the rows of the arcs turned round.
    init(_ rows: Graph.Rows, back: Graph.Rows) {
        self.rows = rows
        self.back = back
        cells = (0..<rows.offsets.count - 1).map { Cell(arcs: Int32(rows.degree(of: $0) + back.degree(of: $0))) }
        fromSource = Side(sign: 1)
        fromTarget = Side(sign: -1)
    }

    /// Calls `body` with each node between the ends on the path drawn; not at all where there is no path.
    mutating func draw(
        from source: Int, to target: Int, _ random: inout RandomSource, _ body: (Int) -> Void
    ) {
        Self.begin(&fromSource, at: source, &cells)
        Self.begin(&fromTarget, at: target, &cells)
        defer {
            for node in fromSource.seen { cells[Int(node)].step = 0 }
            for node in fromTarget.seen { cells[Int(node)].step = 0 }
        }
        while fromSource.start < fromSource.seen.count, fromTarget.start < fromTarget.seen.count {
            arcsSeen += min(fromSource.arcs, fromTarget.arcs)
            let meeting = fromSource.arcs <= fromTarget.arcs
                ? Self.advance(&fromSource, &cells, rows, &random) : Self.advance(&fromTarget, &cells, back, &random)
            guard let meeting else { continue }
            follow(Int(meeting.0), &random, body)
            follow(Int(meeting.1), &random, body)
            return
        }
    }

    private static func begin(_ side: inout Side, at node: Int, _ cells: inout [Cell]) {
        side.seen.removeAll(keepingCapacity: true)
        side.seen.append(Int32(node))
        side.start = 0
        side.steps = 1
        side.arcs = Int(cells[node].arcs)
        cells[node].paths = 1
        cells[node].step = side.sign
    }

    /// Takes a step; where it meets the other side, the arc by which the path drawn crosses.
    private static func advance(
        _ side: inout Side, _ cells: inout [Cell], _ rows: Graph.Rows, _ random: inout RandomSource
    ) -> (Int32, Int32)? {
        let (start, end) = (side.start, side.seen.count)
        var (crossing, all): ((Int32, Int32)?, Double) = (nil, 0)
        let next = side.sign * (side.steps + 1)
        side.arcs = 0
        var most = 0.0
        for place in start..<end {
            let node = side.seen[place]
            let paths = cells[Int(node)].paths
            for entry in rows.offsets[Int(node)]..<rows.offsets[Int(node) + 1] {
                let target = rows.targets[entry]
                let cell = cells[Int(target)]
                if cell.step == 0 {
                    // Where the sides meet, nodes that one alone sees are on no shortest path.
                    guard crossing == nil else { continue }
                    cells[Int(target)].paths = paths
                    cells[Int(target)].step = next
                    side.seen.append(target)
                    side.arcs += Int(cell.arcs)
                    most = max(most, paths)
                } else if cell.step == next {
                    cells[Int(target)].paths = cell.paths + paths
                    most = max(most, cell.paths + paths)
                } else if (cell.step < 0) != (next < 0) {
                    // One crossing stays, each with a chance that grows with the paths that use it.
                    let ways = paths * cell.paths
                    all += ways
                    if random.unit() * all < ways { crossing = (node, target) }
                }
            }
        }
        if crossing != nil { return crossing }
        side.start = end
        side.steps += 1
        // Only proportions within a step matter, so that no number of paths is too large.
        if most > 1e100 { for place in end..<side.seen.count { cells[Int(side.seen[place])].paths *= 0x1p-332 } }
        return nil
    }

    /// Draws the way from where the sides meet to the end of one.
    private func follow(_ meeting: Int, _ random: inout RandomSource, _ body: (Int) -> Void) {
        var node = meeting
        let rows = cells[node].step > 0 ? back : rows
        let towardsEnd: Int32 = cells[node].step > 0 ? -1 : 1
        while abs(cells[node].step) > 1 {
            body(node)
            let step = cells[node].step + towardsEnd
            var (chosen, all) = (node, 0.0)
            for entry in rows.offsets[node]..<rows.offsets[node + 1] {
                let cell = cells[Int(rows.targets[entry])]
                guard cell.step == step else { continue }
                all += cell.paths
                if random.unit() * all < cell.paths { chosen = Int(rows.targets[entry]) }
            }
            // Where all paths were scaled to nothing, any would do; there is always one.
            guard chosen != node else { return }
            node = chosen
        }
    }
}
