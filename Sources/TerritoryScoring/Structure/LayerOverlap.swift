import GraphKernels

/// How much the layers of interaction lie over one another, and what each actor's number of ties in each
/// of them alone leads to expect.
struct LayerOverlap {
    /// Ties of pairs, each layer apart.
    let ties: Int
    /// How many of them are further layers of a pair that is tied already.
    let further: Int
    /// As many as could be: all but those of the fullest layer.
    private let most: Int
    /// Of pairs of layers, by the chance dᵢdⱼ/2m that each ties two actors.
    let approximation: Double

    init(_ situation: Situation) {
        self.init(
            pairs: situation.scenario.pairs, layers: situation.pairLayers, nodeCount: situation.scenario.nodeCount)
    }

    /// - Parameter layers: by pair, a bit for each layer that ties it.
    init(pairs: [Scenario.Pair], layers: [UInt64], nodeCount: Int) {
        let used = layers.reduce(0, |)
        let count = used.nonzeroBitCount
        var (tied, counts) = (0, [Int](repeating: 0, count: count))
        // By layer that is used, then by node.
        var degrees = [Double](repeating: 0, count: count * nodeCount)
        for (pair, bits) in zip(pairs, layers) where bits != 0 {
            tied += 1
            var rest = bits
            while rest != 0 {
                let layer = (used & (rest & ~(rest - 1) - 1)).nonzeroBitCount
                rest &= rest - 1
                counts[layer] += 1
                degrees[layer * nodeCount + Int(pair.low)] += 1
                degrees[layer * nodeCount + Int(pair.high)] += 1
            }
        }
        ties = counts.reduce(0, +)
        further = ties - tied
        most = ties - (counts.max() ?? 0)
        var sum = 0.0
        for one in 0..<count {
            for other in 0..<one {
                var (products, squares) = (0.0, 0.0)
                for node in 0..<nodeCount {
                    let product = degrees[one * nodeCount + node] * degrees[other * nodeCount + node]
                    products += product
                    squares += product * product
                }
                sum += (products * products - squares) / (8 * Double(counts[one]) * Double(counts[other]))
            }
        }
        approximation = sum
    }

    /// - Parameter calibration: the rewired mean over the approximation, of the whole scenario.
    func expected(_ calibration: Double) -> Double { min(Double(most), approximation * calibration) }

    /// The mean overlap of rewirings that keep every degree in every layer, over the approximation.
    ///
    /// - Complexity: O(rewirings · ties).
    static func calibration(_ situation: Situation) -> Double {
        let (pairs, nodeCount) = (situation.scenario.pairs, situation.scenario.nodeCount)
        let own = LayerOverlap(situation)
        guard own.approximation > 0 else { return 1 }
        let used = situation.pairLayers.reduce(0, |)
        var walks = (0..<64).filter { used >> UInt64($0) & 1 == 1 }.map { layer in
            let tied = zip(pairs, situation.pairLayers).filter { $0.1 >> UInt64(layer) & 1 == 1 }.map(\.0)
            return RewiringWalk(
                Graph(nodeCount: nodeCount, sources: tied.map(\.low), targets: tied.map(\.high), isDirected: false))
        }
        var random = RandomSource(seed: 0x0EE7, part: 0)
        let rewirings = min(60, max(10, 40_000 / max(1, own.ties)))
        var sum = 0
        for round in 0..<rewirings {
            var tied: [UInt64] = []
            tied.reserveCapacity(own.ties)
            for place in walks.indices {
                let drawn = walks[place].next(swapsPerEdge: round == 0 ? 20 : 5, using: &random)
                for edge in drawn.edges {
                    tied.append(UInt64(min(edge.source, edge.target)) << 32 | UInt64(max(edge.source, edge.target)))
                }
            }
            tied.sort()
            let distinct = tied.indices.count { $0 == 0 || tied[$0] != tied[$0 - 1] }
            sum += own.ties - distinct
        }
        return Double(sum) / Double(rewirings) / own.approximation
    }
}
