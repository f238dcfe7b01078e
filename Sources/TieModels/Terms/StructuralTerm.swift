/// A statistic whose change by one tie depends on other ties. Numbers of nodes and pairs are turned into values by
/// tables: `table` is where one begins among the model's, entry k for k ties or k shared partners.
enum StructuralTerm: Sendable, Hashable {
    enum Side: Sendable, Hashable { case out, `in`, total }

    /// Pairs tied both ways, one way.
    case mutual, asymmetric
    /// Three ties a → b, b → c, a → c; three in a circle.
    case transitiveTriples, cyclicTriples
    /// Without direction: three actors tied to each other.
    case triangles
    /// The sum over some nodes of a table at their degree.
    case degrees(Side, first: Int, end: Int, table: Int)
    /// The sum over ties, or over pairs, of a table at the number of two-paths between their ends. For pairs of one
    /// mode the loops run from one end only.
    case tiePartners(table: Int)
    case pairPartners(atTail: Bool, atHead: Bool, table: Int)

    var needsTwoPaths: Bool {
        switch self {
        case .mutual, .asymmetric, .degrees: false
        case .transitiveTriples, .cyclicTriples, .triangles, .tiePartners, .pairPartners: true
        }
    }

    /// Whether its change asks how many two-paths lead from the one end of the pair to the other.
    var asksBetween: Bool {
        switch self {
        case .transitiveTriples, .triangles, .tiePartners: true
        case .mutual, .asymmetric, .degrees, .cyclicTriples, .pairPartners: false
        }
    }

    /// By how much the statistic grows when the tie is added to the network without it.
    ///
    /// - Parameters:
    ///   - present: 1 where the network has the tie, which is then thought away, else 0.
    ///   - between: the two-paths from tail to head, where the term asks for them.
    @inline(__always)
    func change(
        _ graph: TieGraph, _ tail: Int, _ head: Int, present: Int, between: Int, tables: [Double]
    ) -> Double {
        switch self {
        case .mutual: graph.has(head, tail) ? 1 : 0
        case .asymmetric: graph.has(head, tail) ? -1 : 1
        case .transitiveTriples: Double(Self.transitive(graph, tail, head, between))
        case .cyclicTriples: Double(graph.twoPaths(head, tail))
        case .triangles:
            graph.isDirected
                ? Double(Self.transitive(graph, tail, head, between) + graph.twoPaths(head, tail)) : Double(between)
        case .degrees(let side, let first, let end, let table):
            Self.degreeChange(graph, tail, head, present, side, first..<end, tables, table)
        case .tiePartners(let table): Self.tiePartnerChange(graph, tail, head, present, between, tables, table)
        case .pairPartners(let atTail, let atHead, let table):
            (atTail ? Self.forward(graph, tail, head, present, tables, table) : 0)
                + (atHead ? Self.backward(graph, tail, head, present, tables, table) : 0)
        }
    }

    private static func transitive(_ graph: TieGraph, _ tail: Int, _ head: Int, _ between: Int) -> Int {
        var count = between
        for place in graph.outgoing.range(of: tail) where graph.has(head, Int(graph.outgoing.items[place])) {
            count += 1
        }
        for place in graph.incoming.range(of: tail) where graph.has(Int(graph.incoming.items[place]), head) {
            count += 1
        }
        return count
    }

    private static func degreeChange(
        _ graph: TieGraph, _ tail: Int, _ head: Int, _ present: Int, _ side: Side, _ nodes: Range<Int>,
        _ tables: [Double], _ table: Int
    ) -> Double {
        func step(_ degree: Int) -> Double { tables[table + degree - present + 1] - tables[table + degree - present] }
        var sum = 0.0
        if side != .in, nodes.contains(tail) {
            sum += step(graph.outDegree(tail) + (side == .total && graph.isDirected ? graph.inDegree(tail) : 0))
        }
        if side != .out, nodes.contains(head) {
            sum += step(graph.inDegree(head) + (side == .total && graph.isDirected ? graph.outDegree(head) : 0))
        }
        return sum
    }

    /// The tie itself has as many partners as there are two-paths from its tail to its head; and it is itself half of a
    /// two-path below ties that share an end with it.
    private static func tiePartnerChange(
        _ graph: TieGraph, _ tail: Int, _ head: Int, _ present: Int, _ between: Int, _ tables: [Double], _ table: Int
    ) -> Double {
        var sum = tables[table + between]
        if !graph.isDirected {
            // Whoever is a neighbour of both is a two-path between them: mostly there is none.
            var left = between
            guard left > 0 else { return sum }
            let (few, many) = graph.outDegree(tail) < graph.outDegree(head) ? (tail, head) : (head, tail)
            for place in graph.outgoing.range(of: few) {
                let partner = Int(graph.outgoing.items[place])
                guard graph.has(many, partner) else { continue }
                let (one, other) = (graph.twoPaths(few, partner) - present, graph.twoPaths(many, partner) - present)
                sum += tables[table + one + 1] - tables[table + one]
                sum += tables[table + other + 1] - tables[table + other]
                left -= 1
                if left == 0 { break }
            }
            return sum
        }
        for place in graph.outgoing.range(of: head) {
            let end = Int(graph.outgoing.items[place])
            guard end != tail, graph.has(tail, end) else { continue }
            let count = graph.twoPaths(tail, end) - present
            sum += tables[table + count + 1] - tables[table + count]
        }
        for place in graph.incoming.range(of: tail) {
            let start = Int(graph.incoming.items[place])
            guard start != head, graph.has(start, head) else { continue }
            let count = graph.twoPaths(start, head) - present
            sum += tables[table + count + 1] - tables[table + count]
        }
        return sum
    }

    /// Pairs of the tail and whoever the head leads to.
    private static func forward(
        _ graph: TieGraph, _ tail: Int, _ head: Int, _ present: Int, _ tables: [Double], _ table: Int
    ) -> Double {
        var sum = 0.0
        for place in graph.outgoing.range(of: head) {
            let end = Int(graph.outgoing.items[place])
            guard end != tail else { continue }
            let count = graph.twoPaths(tail, end) - present
            sum += tables[table + count + 1] - tables[table + count]
        }
        return sum
    }

    /// Pairs of the head and whoever leads to the tail.
    private static func backward(
        _ graph: TieGraph, _ tail: Int, _ head: Int, _ present: Int, _ tables: [Double], _ table: Int
    ) -> Double {
        var sum = 0.0
        let lists = graph.isDirected ? graph.incoming : graph.outgoing
        for place in lists.range(of: tail) {
            let start = Int(lists.items[place])
            guard start != head else { continue }
            let count = graph.twoPaths(start, head) - present
            sum += tables[table + count + 1] - tables[table + count]
        }
        return sum
    }
}
