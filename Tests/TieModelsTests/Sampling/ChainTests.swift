import GraphKernels
import Testing

@testable import TieModels

/// Long walks against the mean and variance over every network of a few nodes.
@Suite struct ChainTests {
    private func walk(_ model: TieModel, _ theta: [Double], _ proposals: PairProposals, draws: Int) -> TieSample? {
        var pool = ChainPool(model, proposals, seed: 11, firstStream: 0)
        return pool.sample(theta, size: draws, interval: 24, burnIn: 500)
    }

    private func agrees(_ sample: TieSample?, _ exact: (mean: [Double], covariance: Symmetric, log: Double)) throws {
        let sample = try #require(sample)
        let long = sample.longRunCovariance
        for place in exact.mean.indices {
            let error = (long[place, place] / Double(sample.count)).squareRoot()
            #expect(error < 0.05 * exact.covariance[place, place].squareRoot())
            #expect(abs(sample.mean[place] - exact.mean[place]) < 4 * error, "statistic \(place)")
            #expect(abs(sample.covariance[place, place] / exact.covariance[place, place] - 1) < 0.12)
        }
    }

    /// Answers, closures and pairs drawn by weight, all at once.
    @Test func directedChainHasTheModelsMoments() throws {
        let distance = { (i: Int, j: Int) in Double((3 * i + 5 * j) % 7) / 2 }
        let listed = Enumeration(nodes: 4, directed: true) { t in
            [
                Counted.edges(t, directed: true), Counted.mutual(t), Counted.gwesp(t, directed: true, 0.5),
                Counted.pairs(t, directed: true) { t[$0][$1] ? distance($0, $1) : 0 },
            ]
        }
        var data = numbered(4, directed: true, [(0, 1), (1, 2), (2, 0), (0, 2)])
        var relation = SquareMatrix(size: 4)
        for i in 0..<4 { for j in 0..<4 where i != j { relation[i, j] = distance(i, j) } }
        data.relations["far"] = relation
        let model = try TieModel(TieFormula("edges + mutual + gwesp(0.5, fixed) + edgecov(far)"), of: data)
        let theta = [-0.4, 0.8, 0.5, -0.6]
        let weighted = PairProposals(model, [0.5, 0, 0, -1.5])
        #expect(weighted.chances.count > 1)
        #expect(abs(weighted.chances.reduce(0, +) - (weighted.chances[0] * 4 + 1)) < 1e-9)
        try agrees(walk(model, theta, weighted, draws: 6_000), listed.moments(theta))
        try agrees(walk(model, theta, PairProposals(model, nil), draws: 6_000), listed.moments(theta))
    }

    @Test func undirectedChainHasTheModelsMoments() throws {
        let listed = Enumeration(nodes: 5, directed: false) { t in
            [
                Counted.edges(t, directed: false), Counted.triangles(t),
                Counted.sum(t) { Counted.out(t, $0) == 0 ? 1 : 0 },
            ]
        }
        let model = try TieModel(
            TieFormula("edges + triangle + isolates"), of: numbered(5, directed: false, [(0, 1), (1, 2)]))
        let theta = [-0.7, 0.6, -0.4]
        try agrees(walk(model, theta, PairProposals(model, nil), draws: 6_000), listed.moments(theta))
    }

    /// No actor sends more than two ties: the moments are those of the networks that keep to it.
    @Test func degreeBoundIsKept() throws {
        var allowed: [Int] = []
        let listed = Enumeration(nodes: 4, directed: true) { t in
            [Counted.edges(t, directed: true), Counted.mutual(t), Counted.sum(t) { Counted.out(t, $0) > 2 ? 1 : 0 }]
        }
        allowed = listed.statistics.indices.filter { listed.statistics[$0][2] == 0 }
        let theta = [0.3, 0.5]
        let weights = allowed.map { number in
            Logarithm.exponential(zip(theta, listed.statistics[number]).reduce(0) { $0 + $1.0 * $1.1 })
        }
        let moments = TieSample.moments(allowed.map { Array(listed.statistics[$0][..<2]) }, weights: weights)
        let model = try TieModel(
            TieFormula("edges + mutual"), of: numbered(4, directed: true, [(0, 1), (1, 2)]), degreeBound: 2)
        try agrees(
            walk(model, theta, PairProposals(model, nil), draws: 6_000), (moments.mean, moments.covariance, 0))
    }
}
