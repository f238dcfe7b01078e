import Vocabulary

/// Ties drawn together: each long one is led along the shortest way over other ties, where that is no great detour
/// (Wallinger, Archambault, Auber, Nöllenburg and Peltonen 2022, IEEE Transactions on Visualization and Computer Graphics
/// 28(1), 313–323). What shares a bundle shares a way of real ties, so that no bundle shows a tie that is not there.
struct EdgePathBundling {
    /// How many times as long as the straight line the way may be.
    static let detour = 2.0
    /// More than these take long.
    static let mostPairs = 6000

    /// By pair of nodes, the lower first: the nodes that its tie is led along, its ends included. A pair that is not
    /// there is drawn straight.
    let routes: [SIMD2<Int>: [Int]]

    /// - Parameter pairs: the ties, whatever their direction; several of one pair, and ties to oneself, count once or not.
    /// - Complexity: O(pairs × (nodes + pairs) log pairs).
    init(_ places: [Point], _ pairs: [SIMD2<Int>]) {
        let distinct = Set(pairs.map { SIMD2(min($0.x, $0.y), max($0.x, $0.y)) }).filter { $0.x != $0.y }
        // The longest first; of two alike the one of lower nodes.
        let edges = distinct.map { (pair: $0, length: (places[$0.x] - places[$0.y]).length) }.sorted {
            (-$0.length, $0.pair.x, $0.pair.y) < (-$1.length, $1.pair.x, $1.pair.y)
        }
        var search = RouteSearch(nodeCount: places.count, edges)
        var routes: [SIMD2<Int>: [Int]] = [:]
        // A tie that carries others stays where it is.
        var carries = [Bool](repeating: false, count: edges.count)
        for (place, edge) in edges.enumerated() where !carries[place] {
            search.isLeftOut[place] = true
            guard let way = search.way(from: edge.pair.x, to: edge.pair.y) else {
                search.isLeftOut[place] = false
                continue
            }
            guard way.reduce(0, { $0 + edges[$1].length }) <= Self.detour * edge.length else {
                search.isLeftOut[place] = false
                continue
            }
            for carrier in way { carries[carrier] = true }
            routes[edge.pair] = way.reduce(into: [edge.pair.x]) { stops, carrier in
                let pair = edges[carrier].pair
                stops.append(pair.x == stops[stops.count - 1] ? pair.y : pair.x)
            }
        }
        self.routes = routes
    }

    /// - Throws: `MilieuError` of cause `usage` where there are too many ties to bundle.
    static func requireRoom(forTies count: Int) throws(MilieuError) {
        guard count > mostPairs else { return }
        throw MilieuError(
            .usage,
            Bilingual(
                en: "\(count) ties are too many to bundle: \(mostPairs) are the most.",
                fr: "\(count, fr: "lien est", "liens sont") trop pour des faisceaux : \(mostPairs) sont le plus."),
            remedy: Bilingual(
                en: "Leave out --bundle, or draw where the actors stand close (`--figure density`).",
                fr: "Omettez --bundle, ou dessinez où les acteurs sont serrés (`--figure density`)."))
    }
}

/// The way of least cost over edges, each costing the square of its length, some of them left out.
private struct RouteSearch {
    var isLeftOut: [Bool]
    private let costs: [Double]
    private var arcs: [[(node: Int, edge: Int)]]
    private var best: [Double]
    private var arrival: [(node: Int, edge: Int)]
    private var touched: [Int] = []

    init(nodeCount: Int, _ edges: [(pair: SIMD2<Int>, length: Double)]) {
        isLeftOut = [Bool](repeating: false, count: edges.count)
        costs = edges.map { $0.length * $0.length }
        arcs = [[(node: Int, edge: Int)]](repeating: [], count: nodeCount)
        for (place, edge) in edges.enumerated() {
            arcs[edge.pair.x].append((edge.pair.y, place))
            arcs[edge.pair.y].append((edge.pair.x, place))
        }
        best = [Double](repeating: .infinity, count: nodeCount)
        arrival = [(node: Int, edge: Int)](repeating: (-1, -1), count: nodeCount)
    }

    /// The edges from a node to another; nil where nothing leads there (Dijkstra 1959).
    mutating func way(from source: Int, to target: Int) -> [Int]? {
        for node in touched { best[node] = .infinity }
        touched = [source]
        best[source] = 0
        var waiting = LeastFirst()
        waiting.add(0, source)
        while let (cost, node) = waiting.next() {
            if node == target { break }
            guard cost <= best[node] else { continue }
            for arc in arcs[node] where !isLeftOut[arc.edge] {
                let through = cost + costs[arc.edge]
                guard through < best[arc.node] else { continue }
                if best[arc.node] == .infinity { touched.append(arc.node) }
                best[arc.node] = through
                arrival[arc.node] = (node, arc.edge)
                waiting.add(through, arc.node)
            }
        }
        guard best[target] < .infinity else { return nil }
        var (way, node): ([Int], Int) = ([], target)
        while node != source {
            way.append(arrival[node].edge)
            node = arrival[node].node
        }
        return way.reversed()
    }
}

/// A binary heap; of two costs alike the lower node comes first.
private struct LeastFirst {
    private var entries: [(cost: Double, node: Int)] = []

    mutating func add(_ cost: Double, _ node: Int) {
        entries.append((cost, node))
        var child = entries.count - 1
        while child > 0, entries[child] < entries[(child - 1) / 2] {
            entries.swapAt(child, (child - 1) / 2)
            child = (child - 1) / 2
        }
    }

    mutating func next() -> (cost: Double, node: Int)? {
        guard let first = entries.first else { return nil }
        let last = entries.removeLast()
        guard !entries.isEmpty else { return first }
        entries[0] = last
        var parent = 0
        while true {
            let children = [2 * parent + 1, 2 * parent + 2].filter { $0 < entries.count }
            guard let least = children.min(by: { entries[$0] < entries[$1] }), entries[least] < entries[parent] else {
                return first
            }
            entries.swapAt(least, parent)
            parent = least
        }
    }
}
