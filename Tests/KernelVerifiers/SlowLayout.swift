import GraphKernels

/// What layouts are measured by, pair by pair.
enum SlowLayout {
    static func distance(_ one: SIMD2<Double>, _ other: SIMD2<Double>) -> Double {
        ((one - other) * (one - other)).sum().squareRoot()
    }

    /// Breadth-first lengths between all pairs.
    static func lengths(_ graph: Graph) -> [[Double]] {
        (0..<graph.nodeCount).map { source in
            var row = [Double](repeating: .infinity, count: graph.nodeCount)
            var (queue, head) = ([source], 0)
            row[source] = 0
            while head < queue.count {
                let node = queue[head]
                head += 1
                for next in graph.outgoing.neighbours(of: node).map(Int.init) where row[next] == .infinity {
                    row[next] = row[node] + 1
                    queue.append(next)
                }
            }
            return row
        }
    }

    /// Σ (s·‖x_i − x_j‖ − d_ij)² / d_ij² over all pairs, divided by their number, at the best scale s.
    static func stress(_ positions: [SIMD2<Double>], _ lengths: [[Double]]) -> Double {
        var (pairs, linear, square) = (0.0, 0.0, 0.0)
        for one in positions.indices {
            for other in 0..<one {
                let ratio = distance(positions[one], positions[other]) / lengths[one][other]
                pairs += 1
                linear += ratio
                square += ratio * ratio
            }
        }
        return 1 - linear * linear / square / pairs
    }

    /// Stress majorisation node by node (Gansner, Koren and North 2004) from random places: the best of
    /// several.
    static func majorised(_ lengths: [[Double]]) -> [SIMD2<Double>] {
        let count = lengths.count
        var random = RandomSource(seed: 5)
        var best: [SIMD2<Double>] = []
        for _ in 0..<6 {
            var places = (0..<count).map { _ in SIMD2(random.unit(), random.unit()) * Double(count).squareRoot() }
            for _ in 0..<150 {
                for node in 0..<count {
                    var (sum, total) = (SIMD2<Double>.zero, 0.0)
                    for other in 0..<count where other != node {
                        let (wanted, way) = (lengths[node][other], places[node] - places[other])
                        let weight = 1 / (wanted * wanted)
                        sum += weight * (places[other] + way * (wanted / max((way * way).sum().squareRoot(), 1e-9)))
                        total += weight
                    }
                    places[node] = sum / total
                }
            }
            if best.isEmpty || stress(places, lengths) < stress(best, lengths) { best = places }
        }
        return best
    }

    /// Every pair compared.
    static func overlaps(_ centres: [SIMD2<Double>], _ radii: [Double], gap: Double) -> Int {
        centres.indices.reduce(0) { count, one in
            count
                + (0..<one).count { distance(centres[one], centres[$0]) < (radii[one] + radii[$0] + gap) * (1 - 1e-6) }
        }
    }
}
