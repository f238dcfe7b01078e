/// Random graphs that are equally likely given what they keep: the conditional uniform graphs of
/// CUG tests (Anderson, Butts and Carley 1999, Social Networks 21, 239–267).
public enum UniformGraph {
    /// Every graph of this size is equally likely: each edge or arc is there with probability ½.
    public static func ofSize(_ nodeCount: Int, isDirected: Bool, using random: inout RandomSource) -> Graph {
        var (sources, targets): ([Int32], [Int32]) = ([], [])
        for one in 0..<nodeCount {
            for other in 0..<nodeCount where isDirected ? one != other : one < other {
                guard random.next() >> 63 == 1 else { continue }
                sources.append(Int32(one))
                targets.append(Int32(other))
            }
        }
        return Graph(nodeCount: nodeCount, sources: sources, targets: targets, isDirected: isDirected)
    }

    /// Every graph of this size and number of edges is equally likely.
    public static func ofEdges(
        _ nodeCount: Int, edges: Int, isDirected: Bool, using random: inout RandomSource
    ) -> Graph {
        let pairs = isDirected ? nodeCount * (nodeCount - 1) : nodeCount * (nodeCount - 1) / 2
        let chosen = sample(edges, of: pairs, &random).map { pair -> (Int32, Int32) in
            guard isDirected else { return dyad(pair) }
            let (source, rest) = pair.quotientAndRemainder(dividingBy: nodeCount - 1)
            return (Int32(source), Int32(rest < source ? rest : rest + 1))
        }
        return Graph(
            nodeCount: nodeCount, sources: chosen.map(\.0), targets: chosen.map(\.1), isDirected: isDirected)
    }

    /// Every directed graph of this size and dyad census is equally likely.
    public static func ofDyads(
        _ nodeCount: Int, mutual: Int, asymmetric: Int, using random: inout RandomSource
    ) -> Graph {
        var chosen = sample(mutual + asymmetric, of: nodeCount * (nodeCount - 1) / 2, &random)
        chosen.shuffle(using: &random)
        var (sources, targets): ([Int32], [Int32]) = ([], [])
        for (place, pair) in chosen.enumerated() {
            let (one, other) = dyad(pair)
            let isTurned = random.next() >> 63 == 1
            if place < mutual || !isTurned {
                sources.append(one)
                targets.append(other)
            }
            if place < mutual || isTurned {
                sources.append(other)
                targets.append(one)
            }
        }
        return Graph(nodeCount: nodeCount, sources: sources, targets: targets, isDirected: true)
    }

    /// Distinct numbers below `bound`, sorted (Floyd's algorithm).
    private static func sample(_ count: Int, of bound: Int, _ random: inout RandomSource) -> [Int] {
        precondition((0...bound).contains(count))
        var chosen = Set<Int>(minimumCapacity: count)
        for last in (bound - count)..<bound {
            if !chosen.insert(random.below(last + 1)).inserted { chosen.insert(last) }
        }
        return chosen.sorted()
    }

    /// The pair of a number: (0,1), (0,2), (1,2), (0,3) …
    private static func dyad(_ number: Int) -> (Int32, Int32) {
        var larger = Int((Double(8 * number + 1).squareRoot() + 1) / 2)
        while larger * (larger - 1) / 2 > number { larger -= 1 }
        while (larger + 1) * larger / 2 <= number { larger += 1 }
        return (Int32(number - larger * (larger - 1) / 2), Int32(larger))
    }
}
