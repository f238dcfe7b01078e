/// How many of each of the sixteen kinds of directed triad a graph has (Holland and Leinhardt
/// 1970), by the algorithm of Batagelj and Mrvar (2001, Social Networks 23, 237–243), which visits
/// only triads with a tie. In an undirected graph every tie counts as mutual.
public struct TriadCensus: Sendable, Hashable {
    /// In the order in which the counts stand: mutual, asymmetric and null dyads, then the form
    /// (down, up, cycle, transitive).
    public static let kinds = [
        "003", "012", "102", "021D", "021U", "021C", "111D", "111U", "030T", "030C", "201", "120D", "120U", "120C",
        "210", "300",
    ]

    /// How many triads are of each kind, in the order of `kinds`; they add up to n(n − 1)(n − 2)/6.
    public let counts: [Int]

    /// How many triads are of a kind; nil where there is no such kind.
    public subscript(kind: String) -> Int? { Self.kinds.firstIndex(of: kind).map { counts[$0] } }

    /// Counts every triple of nodes in one of the sixteen kinds.
    ///
    /// - Complexity: O(edges · largest degree).
    public init(_ graph: Graph) {
        let dyads = DyadRows(graph)
        let count = graph.nodeCount
        let parts = Parallel.chunks(of: count, grain: max(1, count / 64)) { nodes in
            var counts = [Int](repeating: 0, count: 16)
            for node in nodes { dyads.count(from: node, into: &counts) }
            return counts
        }
        var total = [Int](repeating: 0, count: 16)
        for part in parts { for kind in 0..<16 { total[kind] += part[kind] } }
        let triads = count < 3 ? 0 : count * (count - 1) / 2 * (count - 2) / 3
        total[0] = triads - total.reduce(0, +)
        counts = total
    }

    /// Which kind a triad u, v, w is, from the codes of its three dyads: bit 0 an arc from the
    /// first to the second, bit 1 one back.
    static func kind(uv: Int, uw: Int, vw: Int) -> Int {
        codes[uv | uw << 2 | vw << 4]
    }

    private static let codes: [Int] = (0..<64).map { code in
        let dyads = [code & 3, code >> 2 & 3, code >> 4]
        let ends = [(0, 1), (0, 2), (1, 2)]
        let mutual = dyads.count { $0 == 3 }
        let asymmetric = dyads.count { $0 == 1 || $0 == 2 }
        // Of the asymmetric arcs alone: how many leave and enter each node.
        var (out, into) = ([0, 0, 0], [0, 0, 0])
        // Whether a node is in a mutual dyad.
        var isPaired = [false, false, false]
        for (dyad, pair) in zip(dyads, ends) {
            switch dyad {
            case 1:
                out[pair.0] += 1
                into[pair.1] += 1
            case 2:
                out[pair.1] += 1
                into[pair.0] += 1
            case 3:
                isPaired[pair.0] = true
                isPaired[pair.1] = true
            default: break
            }
        }
        let form: String
        switch (mutual, asymmetric) {
        case (0, 2): form = out.contains(2) ? "D" : into.contains(2) ? "U" : "C"
        case (0, 3): form = out.contains(2) ? "T" : "C"
        case (1, 1): form = zip(into, isPaired).contains { $0 == 1 && $1 } ? "D" : "U"
        case (1, 2): form = out.contains(2) ? "D" : into.contains(2) ? "U" : "C"
        default: form = ""
        }
        let name = "\(mutual)\(asymmetric)\(3 - mutual - asymmetric)\(form)"
        return kinds.firstIndex(of: name) ?? 0
    }
}

/// The neighbours of each node in either direction, with the code of the dyad.
private struct DyadRows: Sendable {
    let nodeCount: Int
    private var offsets = [0]
    private var others: [Int32] = []
    private var codes: [UInt8] = []

    init(_ graph: Graph) {
        nodeCount = graph.nodeCount
        for node in 0..<graph.nodeCount {
            let (out, into) = (graph.outgoing.neighbours(of: node), graph.incoming.neighbours(of: node))
            var (here, there) = (out.startIndex, into.startIndex)
            while here < out.endIndex || there < into.endIndex {
                let next = min(here < out.endIndex ? out[here] : .max, there < into.endIndex ? into[there] : .max)
                var code: UInt8 = 0
                if here < out.endIndex, out[here] == next {
                    code |= 1
                    here += 1
                }
                if there < into.endIndex, into[there] == next {
                    code |= 2
                    there += 1
                }
                others.append(next)
                codes.append(code)
            }
            offsets.append(others.count)
        }
    }

    /// Counts the triads whose first tied pair is this node and a later one.
    func count(from v: Int, into counts: inout [Int]) {
        for place in offsets[v]..<offsets[v + 1] where Int(others[place]) > v {
            let u = Int(others[place])
            let uv = Int(codes[place])
            var third = 0
            forEachOfUnion(v, u) { w, vw, uw in
                guard w != u, w != v else { return }
                third += 1
                if u < w || (v < w && vw == 0) {
                    counts[TriadCensus.kind(uv: uv, uw: vw, vw: uw)] += 1
                }
            }
            counts[uv == 3 ? 2 : 1] += nodeCount - third - 2
        }
    }

    /// Each node that is a neighbour of either, with its dyad codes seen from the two.
    private func forEachOfUnion(_ v: Int, _ u: Int, _ visit: (_ w: Int, _ vw: Int, _ uw: Int) -> Void) {
        var (here, there) = (offsets[v], offsets[u])
        while here < offsets[v + 1] || there < offsets[u + 1] {
            let a = here < offsets[v + 1] ? others[here] : .max
            let b = there < offsets[u + 1] ? others[there] : .max
            let next = min(a, b)
            visit(Int(next), a == next ? Int(codes[here]) : 0, b == next ? Int(codes[there]) : 0)
            if a == next { here += 1 }
            if b == next { there += 1 }
        }
    }
}

extension TriadCensus {
    /// The mean count of each kind over the graphs with this dyad census, all equally likely (Holland
    /// and Leinhardt 1976): the three dyads of a triad are three of all dyads, drawn without
    /// replacement, and each asymmetric one points either way. Nil below three nodes.
    public static func expected(_ dyads: DyadCensus, nodeCount: Int) -> [Double?] {
        guard nodeCount > 2 else { return Array(repeating: nil, count: 16) }
        let all = dyads.mutual + dyads.asymmetric + dyads.null
        let triads = Double(nodeCount) * Double(nodeCount - 1) * Double(nodeCount - 2) / 6
        return kinds.map { kind in
            let digits = kind.utf8.prefix(3).map { Int($0) - 48 }
            var ways = choose(dyads.mutual, digits[0]) * choose(dyads.asymmetric, digits[1])
            ways *= choose(dyads.null, digits[2])
            return triads * formShare(kind) * ways / choose(all, 3)
        }
    }

    private static func choose(_ count: Int, _ taken: Int) -> Double {
        (0..<taken).reduce(1) { $0 * Double(count - $1) / Double($1 + 1) }
    }

    /// Of the triads with these dyads, how many take this form by chance.
    private static func formShare(_ kind: String) -> Double {
        switch kind {
        case "021D", "021U", "120D", "120U", "030C": 0.25
        case "021C", "120C", "111D", "111U": 0.5
        case "030T": 0.75
        default: 1
        }
    }
}
