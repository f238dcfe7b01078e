/// How the degrees of nodes are spread, and how those of neighbours go together.
public enum DegreeRelations {
    /// The slope b of a least-squares line through the points; nil where x does not vary.
    public static func slope(_ x: [Double], _ y: [Double]) -> Double? {
        precondition(x.count == y.count)
        guard let first = x.first, x.contains(where: { $0 != first }) else { return nil }
        let (meanX, meanY) = (x.reduce(0, +) / Double(x.count), y.reduce(0, +) / Double(y.count))
        let (crossed, squares) = zip(x, y).reduce((0.0, 0.0)) { sums, point in
            let difference = point.0 - meanX
            return (sums.0 + difference * (point.1 - meanY), sums.1 + difference * difference)
        }
        return crossed / squares
    }

    /// Pearson's correlation; nil where either does not vary.
    public static func correlation(_ x: [Double], _ y: [Double]) -> Double? {
        precondition(x.count == y.count)
        guard let firstX = x.first, let firstY = y.first, x.contains(where: { $0 != firstX }),
            y.contains(where: { $0 != firstY })
        else { return nil }
        let (meanX, meanY) = (x.reduce(0, +) / Double(x.count), y.reduce(0, +) / Double(y.count))
        var (crossed, squaresX, squaresY) = (0.0, 0.0, 0.0)
        for (a, b) in zip(x, y) {
            crossed += (a - meanX) * (b - meanY)
            squaresX += (a - meanX) * (a - meanX)
            squaresY += (b - meanY) * (b - meanY)
        }
        return max(-1, min(1, crossed / (squaresX.squareRoot() * squaresY.squareRoot())))
    }

    /// Pearson's correlation of points that count by their weights, all > 0; nil where either does not vary.
    public static func correlation(_ x: [Double], _ y: [Double], weights: [Double]) -> Double? {
        precondition(x.count == y.count && x.count == weights.count)
        guard let firstX = x.first, let firstY = y.first, x.contains(where: { $0 != firstX }),
            y.contains(where: { $0 != firstY })
        else { return nil }
        let all = weights.reduce(0, +)
        let meanX = zip(x, weights).reduce(0) { $0 + $1.0 * $1.1 } / all
        let meanY = zip(y, weights).reduce(0) { $0 + $1.0 * $1.1 } / all
        var (crossed, squaresX, squaresY) = (0.0, 0.0, 0.0)
        for point in x.indices {
            let (a, b) = (x[point] - meanX, y[point] - meanY)
            crossed += weights[point] * a * b
            squaresX += weights[point] * a * a
            squaresY += weights[point] * b * b
        }
        return max(-1, min(1, crossed / (squaresX.squareRoot() * squaresY.squareRoot())))
    }

    /// The correlation over edges of what is known of their ends, each edge counting its weight (1 in an unweighted
    /// graph): undirected, each edge both ways; directed, `atSource` of the source and `atTarget` of the target. Edges
    /// with an end of which nothing is known are left out. Nil where what is at one end does not vary.
    ///
    /// Newman (2003, Phys. Rev. E 67, 026126, eq. 21); weighted: Leung and Chau (2007, Physica A 378, 591–602).
    public static func assortativity(_ graph: Graph, atSource: [Double?], atTarget: [Double?]) -> Double? {
        precondition(atSource.count == graph.nodeCount && atTarget.count == graph.nodeCount)
        var (x, y, weights): ([Double], [Double], [Double]) = ([], [], [])
        for node in 0..<graph.nodeCount {
            guard let own = atSource[node] else { continue }
            for entry in graph.outgoing.range(of: node) {
                guard let other = atTarget[Int(graph.outgoing.targets[entry])] else { continue }
                x.append(own)
                y.append(other)
                weights.append(graph.isWeighted ? graph.outgoing.weights[entry] : 1)
            }
        }
        return correlation(x, y, weights: weights)
    }

    /// The correlation over edges of the degrees at their ends (Newman 2002, Phys. Rev. Lett. 89,
    /// 208701): undirected, each edge both ways; directed, out-degree of the source and in-degree
    /// of the target. Nil where the degrees at one end do not vary.
    public static func assortativity(_ graph: Graph) -> Double? {
        var (atSource, atTarget): ([Double], [Double]) = ([], [])
        atSource.reserveCapacity(graph.outgoing.targets.count)
        atTarget.reserveCapacity(graph.outgoing.targets.count)
        for node in 0..<graph.nodeCount {
            for target in graph.outgoing.neighbours(of: node) {
                atSource.append(Double(graph.outgoing.degree(of: node)))
                atTarget.append(Double(graph.incoming.degree(of: Int(target))))
            }
        }
        return correlation(atSource, atTarget)
    }

    /// Newman's assortativity by a label (2003, Phys. Rev. E 67, 026126, eq. 2): (tr e − Σ a b) /
    /// (1 − Σ a b), over the edges whose ends both have one, each counting its weight. Nil where there is no such edge or all
    /// have one label.
    public static func assortativity(_ graph: Graph, labels: [Int?]) -> Double? {
        precondition(labels.count == graph.nodeCount)
        let kinds = (labels.compactMap { $0 }.max() ?? -1) + 1
        var (out, into) = ([Double](repeating: 0, count: kinds), [Double](repeating: 0, count: kinds))
        var (same, all) = (0.0, 0.0)
        for node in 0..<graph.nodeCount {
            guard let own = labels[node] else { continue }
            for entry in graph.outgoing.range(of: node) {
                guard let other = labels[Int(graph.outgoing.targets[entry])] else { continue }
                let weight = graph.isWeighted ? graph.outgoing.weights[entry] : 1
                out[own] += weight
                into[other] += weight
                all += weight
                if own == other { same += weight }
            }
        }
        guard all > 0 else { return nil }
        let expected = zip(out, into).reduce(0) { $0 + $1.0 * $1.1 } / (all * all)
        guard expected != 1 else { return nil }
        return (same / all - expected) / (1 - expected)
    }

    /// The density among the `count` nodes of highest degree (Zhou and Mondragón 2004, IEEE
    /// Communications Letters 8, 180–182). Nodes that tie with the last of them are in too. Nil
    /// for fewer than two nodes.
    ///
    /// - Precondition: the graph is undirected.
    public static func richClub(_ graph: Graph, count: Int) -> Double? {
        precondition(!graph.isDirected)
        let degrees = (0..<graph.nodeCount).map { graph.outgoing.degree(of: $0) }
        guard count > 0, count <= degrees.count else { return nil }
        let least = degrees.sorted(by: >)[count - 1]
        let size = degrees.count { $0 >= least }
        guard size > 1 else { return nil }
        let twice = degrees.indices.reduce(0) { sum, node in
            degrees[node] < least
                ? sum : sum + graph.outgoing.neighbours(of: node).count { degrees[Int($0)] >= least }
        }
        return Double(twice) / Double(size * (size - 1))
    }
}

extension DegreeRelations {
    /// The slope of log degree on log rank, highest degree first, nodes without neighbours left out
    /// (Crespo, Suire and Vicente 2014); nil for fewer than two nodes.
    public static func rankSlope(_ graph: Graph) -> Double? {
        let degrees = (0..<graph.nodeCount).map { graph.outgoing.degree(of: $0) }.filter { $0 > 0 }.sorted(by: >)
        return slope(
            degrees.indices.map { Logarithm.natural(Double($0 + 1)) }, degrees.map { Logarithm.natural(Double($0)) })
    }

    /// The slope of the mean degree of a node's neighbours on its own degree (Crespo, Suire and
    /// Vicente 2014); nil where the degrees do not vary.
    public static func neighbourSlope(_ graph: Graph) -> Double? {
        let nodes = (0..<graph.nodeCount).filter { graph.outgoing.degree(of: $0) > 0 }
        let means = nodes.map { node in
            let sum = graph.outgoing.neighbours(of: node).reduce(0) { $0 + graph.outgoing.degree(of: Int($1)) }
            return Double(sum) / Double(graph.outgoing.degree(of: node))
        }
        return slope(nodes.map { Double(graph.outgoing.degree(of: $0)) }, means)
    }
}
