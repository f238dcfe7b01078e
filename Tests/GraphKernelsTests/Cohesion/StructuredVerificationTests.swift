import GraphKernels
import Testing

@testable import KernelVerifiers

/// The kernels that go by degrees, levels or samples, on networks of bridges, twins, trees and several
/// components, each against a way of its own.
@Suite struct StructuredVerificationTests {
    private let tight = 1e-11

    /// The neighbours of each node, as sets.
    private func neighbours(_ edges: RandomEdges) -> [[Int: Double]] {
        var found = [[Int: Double]](repeating: [:], count: edges.nodeCount)
        for edge in edges.sources.indices {
            let (one, other) = (Int(edges.sources[edge]), Int(edges.targets[edge]))
            let weight = edges.weights.isEmpty ? 1 : edges.weights[edge]
            found[one][other, default: 0] = edges.weights.isEmpty ? 1 : (found[one][other] ?? 0) + weight
            found[other][one, default: 0] = edges.weights.isEmpty ? 1 : (found[other][one] ?? 0) + weight
        }
        return found
    }

    @Test(arguments: StructuredEdges.seeds) func `triangles are pairs of tied neighbours`(seed: Int) {
        let edges = StructuredEdges.make(seed: seed, isWeighted: seed % 2 == 0)
        let (found, ties) = (Triangles(of: edges.graph()), neighbours(edges))
        for node in ties.indices {
            var (count, weight) = (0, 0.0)
            for (one, first) in ties[node] {
                for (other, second) in ties[node] where one < other && ties[one][other] != nil {
                    count += 1
                    weight += first + second
                }
            }
            #expect(found.counts[node] == count, "\(edges)")
            if seed % 2 == 0 { #expect(difference([found.weights[node]], [weight]) < tight) }
        }
    }

    @Test(arguments: StructuredEdges.seeds) func `structural holes are Burt's sums`(seed: Int) {
        let edges = StructuredEdges.make(seed: seed, isWeighted: seed % 2 == 0)
        let (found, ties) = (StructuralHoles(of: edges.graph()), neighbours(edges))
        let sums = ties.map { $0.values.sorted().reduce(0, +) }
        let largest = ties.map { $0.values.max() ?? 1 }
        for node in ties.indices where !ties[node].isEmpty {
            var (constraint, size) = (0.0, 0.0)
            for (alter, strength) in ties[node] {
                var (depth, redundancy) = (strength / sums[node], 0.0)
                for (other, otherStrength) in ties[node] where other != alter {
                    depth += otherStrength / sums[node] * (ties[other][alter] ?? 0) / sums[other]
                    redundancy += otherStrength / sums[node] * (ties[alter][other] ?? 0) / largest[alter]
                }
                constraint += depth * depth
                size += 1 - redundancy
            }
            #expect(difference([found.constraint[node]], [constraint]) < tight, "\(edges)")
            #expect(difference([found.effectiveSize[node]], [size]) < tight, "\(edges)")
        }
    }

    @Test(arguments: StructuredEdges.seeds) func `coreness is what pruning leaves`(seed: Int) {
        let edges = StructuredEdges.make(seed: seed, isWeighted: false)
        let ties = neighbours(edges)
        var (coreness, left, level) = ([Int32](repeating: 0, count: ties.count), Set(ties.indices), Int32(0))
        while !left.isEmpty {
            level += 1
            while let weak = left.first(where: { node in ties[node].keys.count { left.contains($0) } < level }) {
                left.remove(weak)
                coreness[weak] = level - 1
            }
        }
        #expect(Cores.coreness(of: edges.graph()) == coreness, "\(edges)")
    }

    @Test(arguments: StructuredEdges.seeds) func `components are what can be reached`(seed: Int) {
        let edges = StructuredEdges.make(seed: seed, isWeighted: false)
        let ties = neighbours(edges)
        var (labels, next) = ([Int32](repeating: -1, count: ties.count), Int32(0))
        for start in ties.indices where labels[start] < 0 {
            var waiting = [start]
            while let node = waiting.popLast() {
                guard labels[node] < 0 else { continue }
                labels[node] = next
                waiting += ties[node].keys
            }
            next += 1
        }
        #expect(Components.weak(of: edges.graph()).labels == labels, "\(edges)")
        // The same ties as arcs: the direction does not matter.
        let arcs = Graph(
            nodeCount: edges.nodeCount, sources: edges.sources, targets: edges.targets, isDirected: true)
        #expect(Components.weak(of: arcs).labels == labels, "\(edges)")
    }

    @Test(arguments: StructuredEdges.seeds) func `PageRank is a fixed point`(seed: Int) {
        let edges = StructuredEdges.make(seed: seed, isWeighted: seed % 2 == 0)
        let (found, ties) = (SpectralCentrality.pageRank(of: edges.graph()), neighbours(edges))
        let sums = ties.map { $0.values.sorted().reduce(0, +) }
        let count = Double(ties.count)
        let loose = ties.indices.filter { ties[$0].isEmpty }.reduce(0) { $0 + found[$1] }
        for node in ties.indices {
            let arrived = ties[node].reduce(0) { $0 + found[$1.key] * $1.value / sums[$1.key] }
            #expect(abs(found[node] - 0.85 * (arrived + loose / count) - 0.15 / count) < 1e-13, "\(edges)")
        }
    }
}
