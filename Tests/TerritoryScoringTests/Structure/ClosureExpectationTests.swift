import GraphKernels
import NetworkModel
import Testing
import Vocabulary

@testable import TerritoryScoring

/// The closure that degrees lead to expect, against rewirings, where the two are told apart only by
/// chance.
struct ClosureExpectationTests {
    private func situation(_ count: Int, ties: Int, hubs: Int, seed: UInt64) throws -> Situation {
        var random = RandomSource(seed: seed, part: 0)
        var made = Made()
        made.actors(count)
        for _ in 0..<ties {
            // Some of the ends are among few: a broad distribution of degrees.
            let (one, other) = (random.below(3) == 0 ? random.below(hubs) : random.below(count), random.below(count))
            if one != other { made.tie(one, other) }
        }
        for _ in 0..<count / 3 { made.event(with: made.actors.indices.filter { _ in random.below(6) == 0 }) }
        return try Preparation(made.network(), .standard(), ScoringOptions()).situation
    }

    /// Mean transitivity of rewirings drawn here, with seeds of their own.
    private func rewired(_ graph: InteractionGraph, _ count: Int) -> Double {
        var random = RandomSource(seed: 0xBEEF, part: 0)
        var sum = 0.0
        for _ in 0..<count {
            // Each anew from the graph itself.
            var walk = RewiringWalk(graph.ties)
            let counts = ClosureCounts(InteractionGraph(ties: walk.next(swapsPerEdge: 15, using: &random)))
            sum += Double(counts.closedTwoPaths) / Double(counts.twoPaths)
        }
        return sum / Double(count)
    }

    @Test(arguments: [(30, 40, 5), (30, 120, 6), (30, 300, 30), (60, 120, 6), (60, 600, 10)])
    func degreesAloneComeNear(_ count: Int, _ ties: Int, _ hubs: Int) throws {
        let situation = try situation(count, ties: ties, hubs: hubs, seed: UInt64(count + ties))
        let rough = try #require(ExpectedClosure(situation.graph, ClosureCalibration()).ties)
        let drawn = rewired(situation.graph, 400)
        #expect(abs(rough - drawn) < 0.15 * drawn + 0.01, "\(rough), not \(drawn)")
        let calibrated = try #require(ExpectedClosure(situation.graph, situation.scenario.calibration).ties)
        #expect(abs(calibrated - drawn) < 0.06 * drawn + 0.01, "\(calibrated), not \(drawn)")
    }

    /// Calibrated, the overlap to expect is the mean over rewirings of each layer, drawn here from the layers themselves.
    @Test(arguments: [(20, 40), (40, 70)])
    func theCalibratedOverlapIsThatOfRewirings(_ count: Int, _ ties: Int) throws {
        var (made, random) = (Made(), RandomSource(seed: 51, part: count))
        made.actors(count)
        for kind in ["cooperation", "supply"] {
            for _ in 0..<ties {
                // Few of the ends are among few, in either layer, so that chance lays one over the other.
                let (one, other) = (random.below(2) == 0 ? random.below(5) : random.below(count), random.below(count))
                if one != other { made.tie(one, other, kind) }
            }
        }
        let situation = try Preparation(made.network(), .standard(), ScoringOptions()).situation
        let pairs = situation.scenario.pairs
        let used = situation.pairLayers.reduce(0, |)
        let layers = (0..<64).filter { used >> UInt64($0) & 1 == 1 }.map { layer in
            let tied = zip(pairs, situation.pairLayers).filter { $0.1 >> UInt64(layer) & 1 == 1 }.map(\.0)
            return Graph(nodeCount: count, sources: tied.map(\.low), targets: tied.map(\.high), isDirected: false)
        }
        #expect(layers.count == 2)
        var sum = 0
        for _ in 0..<300 {
            let drawn = layers.map { layer in
                let graph = Rewiring.degreePreserving(layer, swapsPerEdge: 15, using: &random)
                return Set((0..<count).flatMap { node in
                    graph.outgoing.neighbours(of: node).filter { Int($0) > node }.map { [Int32(node), $0] }
                })
            }
            sum += drawn[0].intersection(drawn[1]).count
        }
        let mean = Double(sum) / 300
        let expected = LayerOverlap(situation).expected(situation.scenario.overlapCalibration)
        #expect(mean > 2 && abs(expected - mean) < 0.08 * mean + 0.1, "\(expected), not \(mean)")
    }

    /// Over pairs of layers and pairs of actors, the chance dᵢdⱼ/2m of the one layer times that of the other.
    @Test(arguments: 0..<5)
    func theOverlapToExpectIsASumOfChances(_ seed: Int) {
        var random = RandomSource(seed: UInt64(seed), part: 0)
        let pairs = (0..<9).flatMap { low in (low + 1..<9).map { Scenario.Pair(low: low, high: $0) } }
        // Three layers of ten, with others between that are not used.
        let bits: [UInt64] = [1, 1 << 4, 1 << 63]
        let layers = pairs.map { _ in bits.reduce(UInt64(0)) { random.below(3) == 0 ? $0 | $1 : $0 } }
        var expected = 0.0
        for one in 0..<3 {
            for other in 0..<one {
                func degrees(_ bit: UInt64) -> (of: [Double], ties: Double) {
                    let tied = zip(pairs, layers).filter { $0.1 & bit != 0 }.map(\.0)
                    return (
                        (0..<9).map { node in Double(tied.count { $0.low == node || $0.high == node }) },
                        Double(tied.count)
                    )
                }
                let (a, b) = (degrees(bits[one]), degrees(bits[other]))
                for pair in pairs {
                    let (i, j) = (Int(pair.low), Int(pair.high))
                    expected += a.of[i] * a.of[j] / (2 * a.ties) * (b.of[i] * b.of[j] / (2 * b.ties))
                }
            }
        }
        let overlap = LayerOverlap(pairs: pairs, layers: layers, nodeCount: 9)
        #expect(abs(overlap.approximation - expected) < 1e-12 * expected)
        #expect(overlap.further == layers.reduce(0) { $0 + max(0, $1.nonzeroBitCount - 1) })
    }

    /// A calibration made on one graph still holds for one of twice the ties, as null models and
    /// unobserved ties make them.
    @Test func theCalibrationTravels() throws {
        let thin = try situation(40, ties: 150, hubs: 8, seed: 1),
            dense = try situation(40, ties: 400, hubs: 8, seed: 2)
        let drawn = rewired(dense.graph, 60)
        let told = try #require(ExpectedClosure(dense.graph, thin.scenario.calibration).ties)
        #expect(abs(told - drawn) < 0.08 * drawn, "\(told), not \(drawn)")
    }

    @Test func chancesKeepEveryDegree() {
        let classes = DegreeClass.all([1, 1, 2, 2, 3, 3, 3, 4, 5, 6, 6, 8])
        let chances = DegreeChances(classes)
        for a in classes.indices {
            let degree = classes.indices.reduce(0.0) { sum, b in
                sum + (classes[b].count - (a == b ? 1 : 0)) * chances[a, b]
            }
            #expect(abs(degree - classes[a].degree) < 0.01)
        }
        let (actors, events) = (DegreeClass.all([1, 2, 2, 3, 4]), DegreeClass.all([4, 4, 2, 2]))
        let two = DegreeChances(actors, events)
        for e in events.indices {
            let size = actors.indices.reduce(0.0) { $0 + actors[$1].count * two[$1, e] }
            // Nearly everyone at an event: its fitness has a long way to go, and the rounds end.
            #expect(abs(size - events[e].degree) < 0.05)
        }
    }
}
