import GraphKernels
import Testing

@testable import TieModels

/// Statistics and their changes against counts from the definitions.
@Suite struct StatisticsTests {
    private static let directed =
        "edges + mutual + asymmetric + gwesp(0.7, fixed) + gwdsp(0.3, fixed) + triangle + ttriple + ctriple"
        + " + gwidegree(0.5, fixed) + gwodegree(1.2, fixed) + istar(2) + ostar(3) + idegree(1) + odegree(0) + isolates"
    private static let undirected =
        "edges + gwesp(0.7, fixed) + gwdsp(0.3, fixed) + triangle + gwdegree(0.5, fixed) + kstar(2) + kstar(3)"
        + " + degree(1) + isolates + concurrent + esp(1)"

    private static func counted(_ t: Counted.Tied, directed: Bool) -> [Double] {
        func sum(_ value: (Int) -> Double) -> Double { Counted.sum(t, value) }
        func out(_ i: Int) -> Int { Counted.out(t, i) }
        func into(_ i: Int) -> Int { Counted.into(t, i) }
        let edges = Counted.edges(t, directed: directed)
        let weighted = [Counted.gwesp(t, directed: directed, 0.7), Counted.gwdsp(t, directed: directed, 0.3)]
        guard directed else {
            return [edges] + weighted + [
                Counted.triangles(t), sum { Counted.weight(0.5, out($0)) }, sum { Counted.choose(out($0), 2) },
                sum { Counted.choose(out($0), 3) }, sum { out($0) == 1 ? 1 : 0 }, sum { out($0) == 0 ? 1 : 0 },
                sum { out($0) > 1 ? 1 : 0 },
                Counted.pairs(t, directed: false) { t[$0][$1] && Counted.twoPaths(t, $0, $1) == 1 ? 1 : 0 },
            ]
        }
        let triads = [Counted.transitive(t) + Counted.cyclic(t), Counted.transitive(t), Counted.cyclic(t)]
        return [edges, Counted.mutual(t), edges - 2 * Counted.mutual(t)] + weighted + triads + [
            sum { Counted.weight(0.5, into($0)) }, sum { Counted.weight(1.2, out($0)) },
            sum { Counted.choose(into($0), 2) }, sum { Counted.choose(out($0), 3) }, sum { into($0) == 1 ? 1 : 0 },
            sum { out($0) == 0 ? 1 : 0 }, sum { out($0) + into($0) == 0 ? 1 : 0 },
        ]
    }

    /// A long random walk: at every toggle the change that a pair was said to make is the one that a count finds.
    @Test(arguments: [true, false]) func walkKeepsCounts(directed: Bool) throws {
        let size = 9
        let formula = try TieFormula(directed ? Self.directed : Self.undirected)
        let model = try TieModel(formula, of: numbered(size, directed: directed, [(0, 1), (1, 2), (0, 2), (3, 4)]))
        var random = RandomSource(seed: 4)
        var graph = model.observedGraph()
        var tied = [[Bool]](repeating: [Bool](repeating: false, count: size), count: size)
        func flip(_ i: Int, _ j: Int) {
            tied[i][j].toggle()
            if !directed { tied[j][i].toggle() }
        }
        for tie in model.ties { flip(tie.tail, tie.head) }
        var changes = [Double](repeating: 0, count: model.coefficientCount)
        for _ in 0..<400 {
            let (one, other) = (random.below(size), random.below(size))
            guard one != other else { continue }
            let (i, j) = directed ? (one, other) : (min(one, other), max(one, other))
            let before = Self.counted(tied, directed: directed)
            model.changes(graph, i, j, into: &changes)
            let sign: Double = tied[i][j] ? -1 : 1
            graph.toggle(i, j)
            flip(i, j)
            let after = Self.counted(tied, directed: directed)
            for place in changes.indices {
                #expect(abs(after[place] - before[place] - sign * changes[place]) < 1e-9, "\(model.names[place])")
            }
            #expect(graph.tieCount == Int(after[0]))
        }
        let ties = zip(graph.tails, graph.heads).map { TieModel.Pair(tail: Int($0), head: Int($1)) }
        let whole = zip(model.statistics(of: ties), Self.counted(tied, directed: directed))
        for (one, other) in whole { #expect(abs(one - other) < 1e-9) }
    }

    @Test func twoModesAreCountedApart() throws {
        // Actors 0 to 2, events 3 to 5: actors 0 and 1 share two events, 2 one with each; events 3 and 4 share two
        // actors, 4 and 5 one.
        let ties = [(0, 3), (0, 4), (1, 3), (1, 4), (2, 4), (2, 5)]
        func w(_ decay: Double, _ k: Int) -> Double { Counted.weight(decay, k) }
        let expected: KeyValuePairs<String, [Double]> = [
            "edges + b1star(2) + b2star(2) + b1degree(2) + b2degree(1)": [6, 3, 4, 3, 1],
            "gwb1degree(0.5, fixed) + gwb2degree(0.5, fixed)": [3 * w(0.5, 2), w(0.5, 2) + w(0.5, 3) + w(0.5, 1)],
            "gwb1dsp(0.4, fixed) + gwb2dsp(0.4, fixed)": [w(0.4, 2) + 2 * w(0.4, 1), w(0.4, 2) + w(0.4, 1)],
            "gwdsp(0.4, fixed)": [2 * w(0.4, 2) + 3 * w(0.4, 1)],
        ]
        for (formula, values) in expected {
            let model = try TieModel(TieFormula(formula), of: numbered(6, directed: false, ties, firstMode: 3))
            let counted = model.statistics(of: model.ties)
            #expect(counted.count == values.count)
            for (one, other) in zip(counted, values) { #expect(abs(one - other) < 1e-9, "\(formula)") }
        }
    }
}
