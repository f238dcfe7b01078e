import GraphKernels

/// Several chains of one model, each from a stream of its own, so that the sample has the same bits on any number of
/// cores.
struct ChainPool: Sendable {
    static let count = 4

    private(set) var chains: [TieChain]
    private let model: TieModel
    private let chances: [Double]
    private let tieLimit: Int

    /// - Parameter firstStream: streams from this number on are the pool's.
    init(
        _ model: TieModel, _ proposals: PairProposals, seed: UInt64, firstStream: Int, onlyUnobserved: Bool = false
    ) {
        self.model = model
        chances = proposals.chances
        chains = (0..<Self.count).map { part in
            TieChain(
                model, from: model.ties, proposals, seed: seed, part: firstStream + part, onlyUnobserved: onlyUnobserved
            )
        }
        // A network this much fuller than the observed one is none that a sensible model draws: the walk there is
        // ended before it takes hours.
        tieLimit = max(20_000, 12 * model.ties.count)
    }

    /// Walks each chain on and notes the statistics at equal distances.
    ///
    /// - Parameters:
    ///   - size: statistics noted of each chain.
    ///   - interval: proposals between two of them.
    ///   - burnIn: proposals before the first.
    /// - Returns: nil where a chain ran into networks many times as full as the observed one.
    mutating func sample(_ coefficients: [Double], size: Int, interval: Int, burnIn: Int) -> TieSample? {
        let potentials = PairPotentials(model, coefficients, chances: chances)
        let limit = tieLimit
        let parts = Parallel.update(&chains, grain: 1) { range, span in
            (0..<range.count).map { place in
                Self.walked(&span[place], coefficients, potentials, size, interval, burnIn, limit)
            }
        }
        var rows: [[[Double]]] = []
        for part in parts {
            for chain in part {
                guard let chain else { return nil }
                rows.append(chain)
            }
        }
        return TieSample(chains: rows)
    }

    private static func walked(
        _ chain: inout TieChain, _ coefficients: [Double], _ potentials: PairPotentials, _ size: Int, _ interval: Int,
        _ burnIn: Int, _ limit: Int
    ) -> [[Double]]? {
        var left = burnIn
        while left > 0 {
            let steps = min(left, 4_096)
            chain.walk(steps, coefficients, potentials: potentials)
            left -= steps
            guard chain.graph.tieCount <= limit else { return nil }
        }
        var rows: [[Double]] = []
        rows.reserveCapacity(size)
        for _ in 0..<size {
            chain.walk(interval, coefficients, potentials: potentials)
            guard chain.graph.tieCount <= limit else { return nil }
            rows.append(chain.statistics)
        }
        return rows
    }

    /// Proposals so far, and those accepted.
    var tally: (proposed: Int, accepted: Int) {
        (chains.reduce(0) { $0 + $1.proposed }, chains.reduce(0) { $0 + $1.accepted })
    }
}
