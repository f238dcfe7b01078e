/// The nodes of one degree.
struct DegreeClass: Sendable {
    let degree: Double
    let count: Double

    /// The degrees above 0 that occur, ascending, and how often.
    static func all(_ degrees: [Int]) -> [DegreeClass] {
        var counts = [Int](repeating: 0, count: (degrees.max() ?? 0) + 1)
        for degree in degrees { counts[degree] += 1 }
        return counts.indices.dropFirst().filter { counts[$0] > 0 }
            .map { DegreeClass(degree: Double($0), count: Double(counts[$0])) }
    }
}

/// How likely two nodes are to be tied where nothing but their degrees decides: x·y/(1 + x·y), with a
/// fitness x for each degree such that every node has its degree on average (the random graph of most
/// entropy: Park and Newman 2004, Phys. Rev. E 70, 066117; Squartini and Garlaschelli 2011, New J.
/// Phys. 13, 083001). Right for dense networks too, where products of degrees are not.
struct DegreeChances {
    private let rows: [Double]
    private let columns: [Double]
    private var rowPairing: [Double] = []
    private var columnPairing: [Double] = []

    /// Among nodes of one mode.
    init(_ classes: [DegreeClass]) {
        let ends = classes.reduce(0) { $0 + $1.degree * $1.count }
        var fitness = classes.map { $0.degree / ends.squareRoot() }
        for _ in 0..<Self.mostRounds {
            var change = 0.0
            for a in classes.indices {
                let own = fitness[a]
                var sum = -own / (1 + own * own)
                for b in classes.indices { sum += classes[b].count * fitness[b] / (1 + own * fitness[b]) }
                guard sum > 0 else { continue }
                fitness[a] = classes[a].degree / sum
                change = max(change, abs(fitness[a] - own) / own)
            }
            if change < Self.precision { break }
        }
        (rows, columns) = (fitness, fitness)
        rowPairing = classes.indices.map { a in
            pairing(classes[a], classes.indices.reduce(0) { sum, b in
                sum + (classes[b].count - (a == b ? 1 : 0)) * self[a, b] * self[a, b]
            })
        }
        columnPairing = rowPairing
    }

    /// Between actors and events.
    init(_ actors: [DegreeClass], _ events: [DegreeClass]) {
        let seats = actors.reduce(0) { $0 + $1.degree * $1.count }
        var x = actors.map { $0.degree / seats.squareRoot() }
        var y = events.map { $0.degree / seats.squareRoot() }
        for _ in 0..<Self.mostRounds {
            let change = max(
                Self.fit(&x, actors, to: y, events), Self.fit(&y, events, to: x, actors))
            if change < Self.precision { break }
        }
        (rows, columns) = (x, y)
        rowPairing = actors.indices.map { a in
            pairing(actors[a], events.indices.reduce(0) { $0 + events[$1].count * self[a, $1] * self[a, $1] })
        }
        columnPairing = events.indices.map { e in
            pairing(events[e], actors.indices.reduce(0) { $0 + actors[$1].count * self[$1, e] * self[$1, e] })
        }
    }

    /// By how much fewer pairs of ties a node of exactly this degree has than one that has it on
    /// average: none at degree 1, as many where every tie is certain.
    ///
    /// - Parameter squares: the sum of its squared chances.
    private func pairing(_ node: DegreeClass, _ squares: Double) -> Double {
        let onAverage = node.degree * node.degree - squares
        return onAverage > 0 ? min(1, node.degree * (node.degree - 1) / onAverage) : 0
    }

    func pairing(row: Int) -> Double { rowPairing[row] }
    func pairing(column: Int) -> Double { columnPairing[column] }

    subscript(row: Int, column: Int) -> Double {
        let product = rows[row] * columns[column]
        return product / (1 + product)
    }

    /// One round of one mode; the largest relative change.
    private static func fit(
        _ fitness: inout [Double], _ own: [DegreeClass], to others: [Double], _ classes: [DegreeClass]
    ) -> Double {
        var change = 0.0
        for a in own.indices {
            let old = fitness[a]
            var sum = 0.0
            for b in classes.indices { sum += classes[b].count * others[b] / (1 + old * others[b]) }
            guard sum > 0 else { continue }
            fitness[a] = own[a].degree / sum
            change = max(change, abs(fitness[a] - old) / old)
        }
        return change
    }

    /// A node tied to all has a fitness without bound: the rounds end it where it hardly matters.
    private static let mostRounds = 40
    private static let precision = 1e-4
}
