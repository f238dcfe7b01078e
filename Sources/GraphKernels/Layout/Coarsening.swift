/// A graph with fewer nodes that has the same large shape, for multilevel layout.
///
/// Each node, in the order of increasing degree, is paired with the neighbour whose cluster is
/// lightest; where all neighbours are taken, it joins the lightest of their clusters. So the leaves
/// of a star go with their hub, and the count at least halves where there are no isolates.
struct Coarsening: Sendable {
    let graph: Graph
    /// How many nodes of the first graph each node of the coarse one stands for.
    let masses: [Double]
    /// The coarse node of each fine node.
    let clusters: [Int32]

    init(_ fine: Graph, masses fineMasses: [Double]) {
        let count = fine.nodeCount
        let order = (0..<count).sorted {
            (fine.outgoing.degree(of: $0), $0) < (fine.outgoing.degree(of: $1), $1)
        }
        var clusters = [Int32](repeating: -1, count: count)
        var masses: [Double] = []
        for node in order where clusters[node] < 0 {
            var (free, taken): (Int?, Int?)
            for neighbour in fine.outgoing.neighbours(of: node).lazy.map(Int.init) {
                if clusters[neighbour] < 0 {
                    if free.map({ fineMasses[neighbour] < fineMasses[$0] }) ?? true { free = neighbour }
                } else if taken.map({ masses[Int(clusters[neighbour])] < masses[Int(clusters[$0])] }) ?? true {
                    taken = neighbour
                }
            }
            if let free {
                clusters[node] = Int32(masses.count)
                clusters[free] = Int32(masses.count)
                masses.append(fineMasses[node] + fineMasses[free])
            } else if let taken {
                clusters[node] = clusters[taken]
                masses[Int(clusters[taken])] += fineMasses[node]
            } else {
                clusters[node] = Int32(masses.count)
                masses.append(fineMasses[node])
            }
        }
        var (sources, targets): ([Int32], [Int32]) = ([], [])
        for node in 0..<count {
            for neighbour in fine.outgoing.neighbours(of: node) where Int(neighbour) > node {
                sources.append(clusters[node])
                targets.append(clusters[Int(neighbour)])
            }
        }
        graph = Graph(nodeCount: masses.count, sources: sources, targets: targets, isDirected: false)
        self.masses = masses
        self.clusters = clusters
    }
}
