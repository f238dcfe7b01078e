/// A core whose members are tied to one another, and a periphery whose members are not: how well a
/// graph fits that idea, by correlation over all ordered pairs (Borgatti and Everett 2000, Social
/// Networks 21, 375–395).
public enum CorePeriphery {
    /// Which pairs an ideal core and periphery would have tied.
    public enum Pattern: String, Sendable, CaseIterable {
        /// A pair is to be tied where at least one of the two is in the core (their eq. 2).
        case star
        /// Pairs of a core and a peripheral node are left out (the default of UCINET).
        case blocks
    }

    /// A core, the rest, and how well they fit the pattern.
    public struct Partition: Sendable, Equatable {
        /// For each node whether it is in the core.
        public let isCore: [Bool]
        /// The correlation of the ties with the pattern's, −1 to 1, over the ordered pairs that the pattern speaks of.
        public let fit: Double
    }

    /// The core of highest correlation found: climbs of single changes that may go down on the way
    /// (Kernighan and Lin 1970), from the best cut of the nodes sorted by degree and, up to 2000
    /// nodes, from ten random cores. Nil where no core fits at all, as where all or no pairs are tied.
    ///
    /// - Complexity: O(nodes²) for each climb; O(nodes · 500) above 2000 nodes.
    public static func discrete(_ graph: Graph, pattern: Pattern = .star, seed: UInt64) -> Partition? {
        let count = graph.nodeCount
        guard count > 2, graph.edgeCount > 0 else { return nil }
        let starts = [byDegree(graph, pattern)] + (0..<(count > 2000 ? 0 : 10)).map { number in
            var random = RandomSource(seed: seed, part: number)
            let share = random.unit()
            return (0..<count).map { _ in random.unit() < share }
        }
        let found = Parallel.chunks(of: starts.count, grain: 1) { range -> Partition? in
            var split = CoreSplit(graph, isCore: starts[range.lowerBound], pattern: pattern)
            split.climb()
            return split.fit.map { Partition(isCore: split.isCore, fit: $0) }
        }
        return found.compactMap { $0 }.reduce(nil) { best, next in
            guard let best else { return next }
            return next.fit > best.fit + 1e-12 ? next : best
        }
    }

    /// The nodes of highest degree, as many as fit best.
    private static func byDegree(_ graph: Graph, _ pattern: Pattern) -> [Bool] {
        let degrees = (0..<graph.nodeCount).map { graph.outgoing.degree(of: $0) + graph.incoming.degree(of: $0) }
        let order = degrees.indices.sorted { (-degrees[$0], $0) < (-degrees[$1], $1) }
        var split = CoreSplit(graph, isCore: Array(repeating: false, count: graph.nodeCount), pattern: pattern)
        var best = (size: 0, fit: -Double.infinity)
        for (place, node) in order.enumerated() {
            split.flip(node)
            if let fit = split.fit, fit > best.fit { best = (place + 1, fit) }
        }
        var isCore = [Bool](repeating: false, count: graph.nodeCount)
        for node in order.prefix(best.size) { isCore[node] = true }
        return isCore
    }

    /// How much each node is of the core, where that is a matter of degree.
    public struct Coreness: Sendable, Equatable {
        /// Not negative; the squares add up to 1.
        public let values: [Double]
        /// The correlation of c_i c_j with the ties; nil where one does not vary.
        public let fit: Double?
    }

    /// The coreness c ≥ 0 of each node for which c_i c_j comes nearest the ties, by least squares
    /// over ordered pairs (MINRES, Comrey 1962; Boyd et al. 2010, Social Networks 32, 125–137),
    /// found one coreness at a time from several starts.
    ///
    /// To maximise the correlation itself, as first proposed, has often no solution: it grows while
    /// all corenesses become equal, which is to fit a sum instead of a product. Nil without ties.
    ///
    /// - Complexity: O(edges) for each of at most 5000 rounds.
    public static func continuous(_ graph: Graph, seed: UInt64) -> Coreness? {
        let count = graph.nodeCount
        guard graph.edgeCount > 0 else { return nil }
        let degrees = (0..<count).map { Double(graph.outgoing.degree(of: $0) + graph.incoming.degree(of: $0)) }
        let splits = Pattern.allCases.compactMap { discrete(graph, pattern: $0, seed: seed) }
        let randoms = (0..<8).map { number in
            var random = RandomSource(seed: seed, part: number)
            return (0..<count).map { _ in random.unit() }
        }
        let starts = [degrees] + splits.map { $0.isCore.map { $0 ? 1 : 0.1 } } + randoms
        let found = Parallel.chunks(of: starts.count, grain: 1) { range in
            var fitting = CorenessFit(graph, start: starts[range.lowerBound])
            fitting.run()
            return fitting
        }
        var best = found[0]
        for other in found.dropFirst() where other.explained > best.explained + 1e-12 { best = other }
        return best.coreness()
    }
}

/// A core in the making, with the ties within core and periphery counted over ordered pairs.
private struct CoreSplit {
    private let graph: Graph
    private let pattern: CorePeriphery.Pattern
    private(set) var isCore: [Bool]
    private var size = 0
    private var withinCore = 0
    private var withinPeriphery: Int
    /// Arcs between each node and the core, in both directions.
    private var toCore: [Int]
    private let degrees: [Int]

    init(_ graph: Graph, isCore members: [Bool], pattern: CorePeriphery.Pattern) {
        self.graph = graph
        self.pattern = pattern
        isCore = Array(repeating: false, count: members.count)
        toCore = Array(repeating: 0, count: members.count)
        degrees = members.indices.map { graph.outgoing.degree(of: $0) + graph.incoming.degree(of: $0) }
        withinPeriphery = graph.outgoing.targets.count
        for node in members.indices where members[node] { flip(node) }
    }

    mutating func flip(_ node: Int) {
        let (core, periphery) = (toCore[node], degrees[node] - toCore[node])
        let step = isCore[node] ? -1 : 1
        withinCore += step * core
        withinPeriphery -= step * periphery
        size += step
        isCore[node].toggle()
        for other in graph.outgoing.neighbours(of: node) { toCore[Int(other)] += step }
        for other in graph.incoming.neighbours(of: node) { toCore[Int(other)] += step }
    }

    var fit: Double? { fit(size, withinCore, withinPeriphery) }

    private func fit(afterFlipping node: Int) -> Double? {
        let (core, periphery) = (toCore[node], degrees[node] - toCore[node])
        let step = isCore[node] ? -1 : 1
        return fit(size + step, withinCore + step * core, withinPeriphery - step * periphery)
    }

    /// Pearson's correlation of two 0/1 variables from their counts.
    private func fit(_ size: Int, _ withinCore: Int, _ withinPeriphery: Int) -> Double? {
        let count = isCore.count
        let rest = count - size
        let all = graph.outgoing.targets.count
        let pairs: Int, tied: Int, wanted: Int, both: Int
        switch pattern {
        case .star:
            pairs = count * (count - 1)
            tied = all
            wanted = pairs - rest * (rest - 1)
            both = all - withinPeriphery
        case .blocks:
            pairs = size * (size - 1) + rest * (rest - 1)
            tied = withinCore + withinPeriphery
            wanted = size * (size - 1)
            both = withinCore
        }
        guard tied > 0, tied < pairs, wanted > 0, wanted < pairs else { return nil }
        let (n, x, y) = (Double(pairs), Double(tied), Double(wanted))
        return (n * Double(both) - x * y) / (x * (n - x)).squareRoot() / (y * (n - y)).squareRoot()
    }

    /// Changes every node once, each time the one that leaves the best fit, then goes back to the
    /// best state passed; again until that is where it began.
    mutating func climb() {
        let count = isCore.count
        while true {
            let start = fit ?? -.infinity
            var isDone = [Bool](repeating: false, count: count)
            var best = (steps: 0, fit: start)
            var path: [Int] = []
            for _ in 0..<min(count, count > 2000 ? 500 : count) {
                var next: (node: Int, fit: Double)?
                for node in 0..<count where !isDone[node] {
                    let value = fit(afterFlipping: node) ?? -2
                    if value > (next?.fit ?? -.infinity) { next = (node, value) }
                }
                guard let next else { break }
                flip(next.node)
                isDone[next.node] = true
                path.append(next.node)
                if next.fit > -2, next.fit > best.fit + 1e-12 { best = (path.count, next.fit) }
            }
            for node in path[best.steps...].reversed() { flip(node) }
            if best.steps == 0 { return }
        }
    }
}

/// Least squares of c_i c_j over ordered pairs, one c at a time.
private struct CorenessFit: Sendable {
    private let graph: Graph
    private var values: [Double]

    init(_ graph: Graph, start: [Double]) {
        self.graph = graph
        values = start
    }

    mutating func run() {
        var squares = values.reduce(0) { $0 + $1 * $1 }
        for _ in 0..<5000 {
            var change = 0.0
            for node in values.indices {
                let old = values[node]
                let others = squares - old * old
                guard others > 1e-12 else { continue }
                let new = tied(node) / others
                values[node] = new
                squares = others + new * new
                change = max(change, abs(new - old))
            }
            // Afresh, so that rounding does not add up.
            squares = values.reduce(0) { $0 + $1 * $1 }
            if change < 1e-14 { break }
        }
    }

    /// The corenesses of a node's neighbours added up, half for an arc one way.
    private func tied(_ node: Int) -> Double {
        var sum = 0.0
        for other in graph.outgoing.neighbours(of: node) { sum += values[Int(other)] }
        guard graph.isDirected else { return sum }
        for other in graph.incoming.neighbours(of: node) { sum += values[Int(other)] }
        return sum / 2
    }

    private var products: Double {
        values.indices.reduce(0) { $0 + values[$1] * tied($1) }
    }

    /// By how much the sum of squares is below that of no model.
    var explained: Double {
        let squares = values.reduce(0) { $0 + $1 * $1 }
        let fourths = values.reduce(0) { $0 + $1 * $1 * $1 * $1 }
        return 2 * products - (squares * squares - fourths)
    }

    func coreness() -> CorePeriphery.Coreness? {
        let squares = values.reduce(0) { $0 + $1 * $1 }
        guard squares > 1e-12 else { return nil }
        let scaled = values.map { $0 / squares.squareRoot() }
        let sum = scaled.reduce(0, +)
        let fourths = scaled.reduce(0) { $0 + $1 * $1 * $1 * $1 }
        let (n, ties) = (Double(values.count * (values.count - 1)), Double(graph.outgoing.targets.count))
        let (y, yy) = (sum * sum - 1, 1 - fourths)
        let (varianceX, varianceY) = (ties * (n - ties), n * yy - y * y)
        guard varianceX > 0, varianceY > 1e-9 * n * yy else { return CorePeriphery.Coreness(values: scaled, fit: nil) }
        let fit = (n * products / squares - ties * y) / varianceX.squareRoot() / varianceY.squareRoot()
        return CorePeriphery.Coreness(values: scaled, fit: max(-1, min(1, fit)))
    }
}
