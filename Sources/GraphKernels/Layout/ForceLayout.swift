/// Positions of a graph's nodes from springs and repulsion, on several levels of detail.
///
/// After Hu (2005, "Efficient, high-quality force-directed graph drawing", The Mathematica Journal
/// 10(1), 37–71), with repulsion 1 / distance^1.5: coarsen, lay out the coarse graph, spread its positions over the finer one and
/// refine. Repulsion is summed with a quadtree and computed in parallel; each node's force depends
/// on positions alone, so the result has the same bits on any number of cores.
///
/// Time: O((n log n + m) · steps), with 50 steps on the finest level of a large graph. Memory: O(n + m).
public enum ForceLayout {
    /// Positions in units of a tie's natural length, with their centre of mass at the origin.
    ///
    /// - Parameter graph: undirected. Components repel one another without end: lay out each alone.
    public static func positions(of graph: Graph, seed: UInt64) -> [SIMD2<Double>] {
        precondition(!graph.isDirected, "a layout is made from the undirected graph")
        let fine = graph.unweighted()
        var levels: [Coarsening] = []
        var (top, masses) = (fine, [Double](repeating: 1, count: fine.nodeCount))
        while top.nodeCount > 3 {
            let coarser = Coarsening(top, masses: masses)
            guard coarser.graph.nodeCount < top.nodeCount else { break }
            (top, masses) = (coarser.graph, coarser.masses)
            levels.append(coarser)
        }
        var random = RandomSource(seed: seed)
        var positions = (0..<top.nodeCount).map { _ in SIMD2(random.unit(), random.unit()) }
        refine(&positions, top, masses, firstStep: 1)
        while let level = levels.popLast() {
            let below = levels.last
            let (finer, finerMasses) =
                below.map { ($0.graph, $0.masses) } ?? (fine, [Double](repeating: 1, count: fine.nodeCount))
            // A coarse tie stands for about two fine ones.
            positions = level.clusters.map { cluster in
                positions[Int(cluster)] * 1.7 + (SIMD2(random.unit(), random.unit()) - 0.5) * 0.3
            }
            refine(&positions, finer, finerMasses, firstStep: 0.6)
        }
        return centred(positions)
    }

    /// From so many nodes on, what a page can show needs fewer steps, and far crowds may stand nearer.
    private static let crowd = 100_000

    /// Moves every node along its force, by a step that shrinks as long as the forces do not.
    private static func refine(
        _ positions: inout [SIMD2<Double>], _ graph: Graph, _ masses: [Double], firstStep: Double
    ) {
        guard graph.nodeCount > 1 else { return }
        var (step, lastEnergy, progress) = (firstStep, Double.infinity, 0)
        let isCrowd = graph.nodeCount > crowd
        let most = isCrowd ? 50 : graph.nodeCount > 5000 ? 100 : 250
        for _ in 0..<most where step > 0.004 {
            let (moves, energy) = forces(positions, graph, masses)
            for node in moves.indices {
                let length = (moves[node] * moves[node]).sum().squareRoot()
                if length > 0 { positions[node] += moves[node] * (min(step, length) / length) }
            }
            // Hu's adaptive cooling: warm up after five good steps, cool at once after a bad one.
            if energy < lastEnergy {
                progress += 1
                if progress >= 5 {
                    progress = 0
                    step /= 0.9
                }
            } else {
                progress = 0
                step *= 0.9
            }
            if graph.nodeCount > 5000 { step *= isCrowd ? 0.96 : 0.978 }
            lastEnergy = energy
        }
    }

    /// The force on each node, and the sum of their squares.
    private static func forces(
        _ positions: [SIMD2<Double>], _ graph: Graph, _ masses: [Double]
    ) -> ([SIMD2<Double>], Double) {
        let repulsions = QuadTree(positions, masses: masses).repulsions(
            squaredOpenness: graph.nodeCount > crowd ? 1.2 : 0.8)
        let parts = Parallel.chunks(of: graph.nodeCount, grain: 512) { nodes in
            nodes.map { node in
                let own = positions[node]
                var force = repulsions[node] * (0.2 * masses[node])
                for neighbour in graph.outgoing.neighbours(of: node) {
                    let way = positions[Int(neighbour)] - own
                    force += way * (way * way).sum().squareRoot()
                }
                return force
            }
        }
        var all: [SIMD2<Double>] = []
        all.reserveCapacity(graph.nodeCount)
        var energy = 0.0
        for part in parts {
            for force in part { energy += (force * force).sum() }
            all.append(contentsOf: part)
        }
        return (all, energy)
    }

    static func centred(_ positions: [SIMD2<Double>]) -> [SIMD2<Double>] {
        guard !positions.isEmpty else { return [] }
        let centre = positions.reduce(.zero, +) / Double(positions.count)
        return positions.map { $0 - centre }
    }
}
