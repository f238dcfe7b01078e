import GraphKernels

/// Statistics by their definitions, from a table of who is tied to whom.
enum Counted {
    typealias Tied = [[Bool]]

    static func mutual(_ t: Tied) -> Double { pairs(t, directed: false) { t[$0][$1] && t[$1][$0] ? 1 : 0 } }
    static func edges(_ t: Tied, directed: Bool) -> Double { pairs(t, directed: directed) { t[$0][$1] ? 1 : 0 } }
    static func twoPaths(_ t: Tied, _ i: Int, _ j: Int) -> Int { t.indices.count { t[i][$0] && t[$0][j] } }

    static func weight(_ decay: Double, _ k: Int) -> Double {
        let ratio = 1 - Logarithm.exponential(-decay)
        return Logarithm.exponential(decay) * (1 - (0..<k).reduce(1.0) { power, _ in power * ratio })
    }

    static func pairs(_ t: Tied, directed: Bool, _ value: (Int, Int) -> Double) -> Double {
        var sum = 0.0
        for i in t.indices { for j in t.indices where directed ? i != j : i < j { sum += value(i, j) } }
        return sum
    }

    static func gwesp(_ t: Tied, directed: Bool, _ decay: Double) -> Double {
        pairs(t, directed: directed) { t[$0][$1] ? weight(decay, twoPaths(t, $0, $1)) : 0 }
    }

    static func gwdsp(_ t: Tied, directed: Bool, _ decay: Double) -> Double {
        pairs(t, directed: directed) { weight(decay, twoPaths(t, $0, $1)) }
    }

    static func triangles(_ t: Tied) -> Double { transitive(t) / 6 }
    static func transitive(_ t: Tied) -> Double {
        pairs(t, directed: true) { t[$0][$1] ? Double(twoPaths(t, $0, $1)) : 0 }
    }
    static func cyclic(_ t: Tied) -> Double {
        pairs(t, directed: true) { t[$1][$0] ? Double(twoPaths(t, $0, $1)) : 0 } / 3
    }

    static func out(_ t: Tied, _ i: Int) -> Int { t[i].count { $0 } }
    static func into(_ t: Tied, _ i: Int) -> Int { t.count { $0[i] } }
    static func sum(_ t: Tied, _ value: (Int) -> Double) -> Double { t.indices.reduce(0) { $0 + value($1) } }
    static func choose(_ n: Int, _ k: Int) -> Double { (0..<k).reduce(1.0) { $0 * Double(n - $1) / Double($1 + 1) } }
}
