import GraphKernels
import Vocabulary

/// Where the nodes of a network stand before discs and labels get their room: each component laid
/// out alone, the components packed close, the whole fitted to the page.
struct NetworkLayout: Sendable {
    /// In units of a tie's length; nodes without ties have none, they stand in rows of their own.
    private(set) var positions: [Point]
    let isolates: [Int]
    /// What the caption calls it.
    let name: Bilingual

    private static let stressLimit = 1200

    init(_ graph: Graph, _ choice: FigureOptions.Layout, seed: UInt64, tallness: Double) {
        positions = [Point](repeating: .zero, count: graph.nodeCount)
        if choice == .circle {
            isolates = []
            name = Bilingual(en: "circle", fr: "cercle")
            let count = Double(max(graph.nodeCount, 1))
            let radius = count / (2 * .pi)
            for node in 0..<graph.nodeCount {
                positions[node] = Self.direction(Double(node) / count) * radius
            }
            return
        }
        let components = Self.components(graph)
        isolates = components.filter { $0.count == 1 }.map { $0[0] }
        let tied = components.filter { $0.count > 1 }
        let byForce = choice == .force || (choice == .automatic && (tied.first?.count ?? 0) > Self.stressLimit)
        name =
            byForce
            ? Bilingual(en: "multilevel force", fr: "forces, multiniveau")
            : Bilingual(en: "stress minimisation", fr: "minimisation du stress")
        let placed = tied.map { nodes in
            let part = Self.part(nodes, of: graph)
            let found =
                byForce || (choice == .automatic && nodes.count > Self.stressLimit)
                ? ForceLayout.positions(of: part, seed: seed) : StressLayout.positions(of: part, seed: seed)
            return Self.turned(found, tallness: tallness)
        }
        let shifts = ComponentPacking.shifts(of: zip(tied, placed).map { Self.footprint($0, $1, graph) }, tallness: tallness)
        for (index, nodes) in tied.enumerated() {
            for (node, place) in zip(nodes, placed[index]) { positions[node] = place + shifts[index] }
        }
    }

    /// Nodes of each component, the largest component first.
    private static func components(_ graph: Graph) -> [[Int]] {
        var isSeen = [Bool](repeating: false, count: graph.nodeCount)
        var found: [[Int]] = []
        for start in 0..<graph.nodeCount where !isSeen[start] {
            isSeen[start] = true
            var (nodes, head) = ([start], 0)
            while head < nodes.count {
                for neighbour in graph.outgoing.neighbours(of: nodes[head]).lazy.map(Int.init) where !isSeen[neighbour] {
                    isSeen[neighbour] = true
                    nodes.append(neighbour)
                }
                head += 1
            }
            found.append(nodes.sorted())
        }
        return found.sorted { (-$0.count, $0[0]) < (-$1.count, $1[0]) }
    }

    private static func part(_ nodes: [Int], of graph: Graph) -> Graph {
        let places = Dictionary(uniqueKeysWithValues: zip(nodes, 0..<Int32(nodes.count)))
        var (sources, targets): ([Int32], [Int32]) = ([], [])
        for (place, node) in nodes.enumerated() {
            for neighbour in graph.outgoing.neighbours(of: node) {
                guard let other = places[Int(neighbour)], other > Int32(place) else { continue }
                sources.append(Int32(place))
                targets.append(other)
            }
        }
        return Graph(nodeCount: nodes.count, sources: sources, targets: targets, isDirected: false)
    }

    /// Turned so that its height over its width is nearest to the page's.
    private static func turned(_ positions: [Point], tallness: Double) -> [Point] {
        var best: (fault: Double, turn: Double) = (.infinity, 0)
        for step in 0..<48 {
            let turn = Double(step) / 96
            let extent = Self.extent(rotated(positions, turn))
            let ratio = max(extent.y, 0.05) / max(extent.x, 0.05) / tallness
            let fault = max(ratio, 1 / ratio)
            if fault < best.fault - 1e-9 { best = (fault, turn) }
        }
        return rotated(positions, best.turn)
    }

    private static func rotated(_ positions: [Point], _ turn: Double) -> [Point] {
        let way = direction(turn)
        return positions.map { Point($0.x * way.x - $0.y * way.y, $0.x * way.y + $0.y * way.x) }
    }

    static func extent(_ positions: [Point]) -> Point {
        let box = positions.reduce(nil as Box?) { $0?.union(Box(low: $1, high: $1)) ?? Box(low: $1, high: $1) }
        return box.map { Point($0.width, $0.height) } ?? .zero
    }

    /// The points that a component covers: its nodes, and its ties at short steps.
    private static func footprint(_ nodes: [Int], _ positions: [Point], _ graph: Graph) -> [Point] {
        guard nodes.count <= 2000 else { return positions }
        let places = Dictionary(uniqueKeysWithValues: zip(nodes, positions))
        var points = positions
        for (node, place) in zip(nodes, positions) {
            for neighbour in graph.outgoing.neighbours(of: node).lazy.map(Int.init) where neighbour > node {
                guard let other = places[neighbour] else { continue }
                let steps = max(1, Int(((other - place).length / 0.4).rounded(.up)))
                for step in 1..<max(2, steps) { points.append(place + (other - place) * (Double(step) / Double(steps))) }
            }
        }
        return points
    }

    /// The direction of a part of a full turn, from the x axis towards the y axis.
    static func direction(_ turn: Double) -> Point {
        Point(cosine(turn), cosine(turn - 0.25))
    }

    /// The cosine of a part of a full turn, by arithmetic alone, so that it has the same bits
    /// everywhere: Taylor's series after folding to an eighth of a turn. Error below 1e-13.
    private static func cosine(_ turn: Double) -> Double {
        var part = abs(turn - turn.rounded())
        let sign = part > 0.25 ? -1.0 : 1
        if part > 0.25 { part = 0.5 - part }
        let angle = part * 2 * .pi
        let square = angle * angle
        var (sum, term) = (1.0, 1.0)
        for step in 1...10 {
            let even = Double(2 * step)
            term *= -square / (even * (even - 1))
            sum += term
        }
        return sign * sum
    }
}
