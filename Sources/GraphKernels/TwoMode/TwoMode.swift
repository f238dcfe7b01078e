/// What is particular to graphs whose edges all join two modes. The first `firstMode` nodes are one
/// mode, the rest the other.
public enum TwoMode {
    /// For each node, the share of pairs of its neighbours that another node joins too (Latapy,
    /// Magnien and Del Vecchio 2008, Social Networks 30, 31–48); nil for fewer than two neighbours.
    ///
    /// - Complexity: O(paths of length 3).
    public static func redundancy(_ graph: Graph) -> [Double?] {
        precondition(!graph.isDirected)
        return Parallel.chunks(of: graph.nodeCount, grain: max(1, graph.nodeCount / 64)) { nodes in
            var mark = [Int](repeating: -1, count: graph.nodeCount)
            return nodes.map { node -> Double? in
                let near = graph.outgoing.neighbours(of: node)
                guard near.count > 1 else { return nil }
                var joined = 0
                for one in near {
                    for between in graph.outgoing.neighbours(of: Int(one)) where Int(between) != node {
                        for other in graph.outgoing.neighbours(of: Int(between)) where other > one { mark[Int(other)] = Int(one) }
                    }
                    joined += near.count { mark[Int($0)] == Int(one) }
                    for between in graph.outgoing.neighbours(of: Int(one)) {
                        for other in graph.outgoing.neighbours(of: Int(between)) { mark[Int(other)] = -1 }
                    }
                }
                return Double(joined) / Double(near.count * (near.count - 1) / 2)
            }
        }.flatMap { $0 }
    }

    /// Of the paths of three edges, the share that a fourth closes: 4 · C4 / L3 (Robins and
    /// Alexander 2004, Computational and Mathematical Organization Theory 10, 69–94); nil where
    /// there is no such path.
    ///
    /// - Complexity: O(paths of length 2 between nodes of the first mode).
    public static func transitivity(_ graph: Graph, firstMode: Int) -> Double? {
        precondition(!graph.isDirected && (0...graph.nodeCount).contains(firstMode))
        func degree(_ node: Int32) -> Int { graph.outgoing.degree(of: Int(node)) }
        var (paths, cycles) = (0, 0)
        var common = [Int](repeating: 0, count: firstMode)
        for node in 0..<firstMode {
            let events = graph.outgoing.neighbours(of: node)
            for event in events {
                paths += (events.count - 1) * (degree(event) - 1)
                for other in graph.outgoing.neighbours(of: Int(event)) where other > node { common[Int(other)] += 1 }
            }
            for event in events {
                for other in graph.outgoing.neighbours(of: Int(event)) where other > node {
                    cycles += common[Int(other)] * (common[Int(other)] - 1) / 2
                    common[Int(other)] = 0
                }
            }
        }
        return paths > 0 ? Double(4 * cycles) / Double(paths) : nil
    }

    /// The largest betweenness that a node of a mode of `own` nodes can have beside `other` nodes
    /// of the other mode (Borgatti and Everett 1997, Social Networks 19, 243–269, p. 256).
    public static func largestBetweenness(own: Int, other: Int) -> Double {
        guard own > 0, other > 0 else { return 0 }
        let (s, t) = ((own - 1) / other, (own - 1) % other)
        let squares: Int = other * other * (s + 1) * (s + 1)
        let crossed: Int = other * (s + 1) * (2 * t - s - 1)
        let rest: Int = t * (2 * s - t + 3)
        return Double(squares + crossed - rest) / 2
    }
}
