/// A core in the making, of a graph of one mode or of two: what the search for the best one asks of it.
protocol CoreInTheMaking: Sendable {
    /// For each node whether it is in the core.
    var isCore: [Bool] { get }
    /// How well the core fits the pattern; nil where that is not defined.
    var fit: Double? { get }

    /// Takes a node into the core or out of it.
    mutating func flip(_ node: Int)
    /// The fit that flipping a node would leave.
    func fit(afterFlipping node: Int) -> Double?
}

extension CoreInTheMaking {
    /// Takes in nodes in the order given, and says which of them fit best together.
    ///
    /// - Precondition: the core is empty.
    consuming func bestPrefix(of order: [Int]) -> [Bool] {
        var best = (size: 0, fit: -Double.infinity)
        for (place, node) in order.enumerated() {
            flip(node)
            if let fit, fit > best.fit { best = (place + 1, fit) }
        }
        var chosen = [Bool](repeating: false, count: isCore.count)
        for node in order.prefix(best.size) { chosen[node] = true }
        return chosen
    }

    /// Changes every node once, each time the one that leaves the best fit, then goes back to the best state passed;
    /// again until that is where it began.
    mutating func climb() {
        let count = isCore.count
        while true {
            var isDone = [Bool](repeating: false, count: count)
            var best = (steps: 0, fit: fit ?? -.infinity)
            var path: [Int] = []
            for _ in 0..<min(count, count > CoreSearch.largestWhole ? 500 : count) {
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

/// The search for the core of highest correlation, from a core by degree and from random ones.
enum CoreSearch {
    /// The largest number of nodes of which every one is tried in a climb, and random cores are.
    static let largestWhole = 2000

    /// The best of the climbs from a first core and, up to 2000 nodes, from ten random ones; of equal ones the first.
    ///
    /// - Parameter making: a core in the making that begins with these members.
    static func best<Core: CoreInTheMaking>(
        from first: [Bool], seed: UInt64, making: @Sendable ([Bool]) -> Core
    ) -> (isCore: [Bool], fit: Double)? {
        let starts =
            [first]
            + (0..<(first.count > largestWhole ? 0 : 10)).map { number in
                var random = RandomSource(seed: seed, part: number)
                let share = random.unit()
                return first.map { _ in random.unit() < share }
            }
        let found = Parallel.chunks(of: starts.count, grain: 1) { range -> (isCore: [Bool], fit: Double)? in
            var core = making(starts[range.lowerBound])
            core.climb()
            return core.fit.map { (core.isCore, $0) }
        }
        return found.compactMap { $0 }.reduce(nil) { best, next in
            guard let best else { return next }
            return next.fit > best.fit + 1e-12 ? next : best
        }
    }

    /// Pearson's correlation of two 0/1 variables over pairs, from how many are tied, wanted tied, and both; nil where
    /// one does not vary.
    static func correlation(pairs: Int, tied: Int, wanted: Int, both: Int) -> Double? {
        guard tied > 0, tied < pairs, wanted > 0, wanted < pairs else { return nil }
        let (n, x, y) = (Double(pairs), Double(tied), Double(wanted))
        return (n * Double(both) - x * y) / (x * (n - x)).squareRoot() / (y * (n - y)).squareRoot()
    }
}
