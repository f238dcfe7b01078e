import Measures
import NetworkModel
import Testing
import Vocabulary

@Suite struct NumberMixingTests {
    /// Pearson over points that are listed as often as they count (weights in quarters).
    private func correlation(_ points: [(Double, Double, Double)]) -> Double? {
        let all = points.reduce(0) { $0 + $1.2 }
        guard all > 0 else { return nil }
        func mean(_ value: ((Double, Double, Double)) -> Double) -> Double {
            points.reduce(0) { $0 + $1.2 * value($1) } / all
        }
        let (x, y) = (mean { $0.0 }, mean { $0.1 })
        let (xx, yy) = (mean { $0.0 * $0.0 } - x * x, mean { $0.1 * $0.1 } - y * y)
        guard Set(points.map(\.0)).count > 1, Set(points.map(\.1)).count > 1 else { return nil }
        return (mean { $0.0 * $0.1 } - x * y) / (xx * yy).squareRoot()
    }

    private func close(_ id: String, _ made: MixedTerritory, _ context: MeasureContext, _ expected: Double?) throws {
        let found = try Sample.values(id, context)[0]
        #expect(
            (found == nil) == (expected == nil),
            "\(id) \(String(describing: found)) \(String(describing: expected)) \(made)")
        if let found, let expected { #expect(abs(found - expected) < 1e-9, "\(id) \(found) \(expected) \(made)") }
    }

    @Test(arguments: MixedTerritory.seeds) func `assortativity over all arcs`(seed: Int) throws {
        let made = try MixedTerritory(seed: seed)
        let arcs = made.nodes.flatMap { i in made.nodes.filter { made.has(i, $0) }.map { (i, $0) } }
        let out = made.nodes.map { i in Double(made.nodes.count { made.has(i, $0) }) }
        let into = made.nodes.map { i in Double(made.nodes.count { made.has($0, i) }) }
        let context = try made.context()
        try close(
            "degree_assortativity_weighted", made, context,
            correlation(arcs.map { (out[$0], into[$1], made.arcs[$0][$1]) }))
        let strength = try made.context { $0.weights = .strength }
        let known = arcs.filter { made.sizes[$0.0] != nil && made.sizes[$0.1] != nil }
        func size(_ node: Int) -> Double { made.sizes[node] ?? 0 }
        if made.sizes.contains(where: { $0 != nil }) {
            try close("number_assortativity", made, context, correlation(known.map { (size($0), size($1), 1) }))
            try close(
                "number_assortativity", made, strength,
                correlation(known.map { (size($0), size($1), made.arcs[$0][$1]) }))
            try autocorrelation(made, context, known) { _, _ in 1 }
            try autocorrelation(made, strength, known) { made.arcs[$0][$1] }
        }
        guard made.teams.contains(where: { $0 != nil }) else { return }
        try groups("attribute_assortativity_weighted", made, context) { made.arcs[$0][$1] }
        try groups("attribute_modularity", made, context) { _, _ in 1 }
        try groups("attribute_modularity", made, strength) { made.arcs[$0][$1] }
    }

    /// Newman's e_gh arc by arc: what stays within groups, and what the groups' ends alone would keep there.
    private func groups(
        _ id: String, _ made: MixedTerritory, _ context: MeasureContext, _ weight: (Int, Int) -> Double
    ) throws {
        var (all, inner) = (0.0, 0.0)
        var (out, into): ([String: Double], [String: Double]) = ([:], [:])
        for i in made.nodes {
            for j in made.nodes where made.has(i, j) {
                guard let own = made.teams[i], let other = made.teams[j] else { continue }
                all += weight(i, j)
                out[own, default: 0] += weight(i, j)
                into[other, default: 0] += weight(i, j)
                if own == other { inner += weight(i, j) }
            }
        }
        guard all > 0 else { return try close(id, made, context, nil) }
        let chance = out.reduce(0) { $0 + $1.value * (into[$1.key] ?? 0) } / (all * all)
        guard id != "attribute_modularity" else { return try close(id, made, context, inner / all - chance) }
        let isOneGroup = Set(out.keys).union(into.keys).count == 1
        try close(id, made, context, isOneGroup ? nil : (inner / all - chance) / (1 - chance))
    }

    private func autocorrelation(
        _ made: MixedTerritory, _ context: MeasureContext, _ arcs: [(Int, Int)], _ weight: (Int, Int) -> Double
    ) throws {
        let known = made.sizes.compactMap { $0 }
        let (count, mean) = (Double(known.count), known.reduce(0, +) / Double(known.count))
        let squares = known.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
        let all = arcs.reduce(0) { $0 + weight($1.0, $1.1) }
        let isDefined = all > 0 && Set(known).count > 1
        func size(_ node: Int) -> Double { made.sizes[node] ?? 0 }
        let crossed = arcs.reduce(0) { $0 + weight($1.0, $1.1) * (size($1.0) - mean) * (size($1.1) - mean) }
        let differences = arcs.reduce(0) {
            $0 + weight($1.0, $1.1) * (size($1.0) - size($1.1)) * (size($1.0) - size($1.1))
        }
        try close("morans_i", made, context, isDefined ? count / all * crossed / squares : nil)
        try close("gearys_c", made, context, isDefined ? (count - 1) / (2 * all) * differences / squares : nil)
    }

    @Test(arguments: MixedTerritory.seeds) func `the degrees of the alters`(seed: Int) throws {
        let made = try MixedTerritory(seed: seed)
        let degree = made.nodes.map { Double(made.alters($0).count) }
        let context = try made.context()
        try made.expect(
            "alters_degree", context,
            is: made.nodes.map { node in
                let alters = made.alters(node)
                return alters.isEmpty ? nil : alters.reduce(0) { $0 + degree[$1] } / Double(alters.count)
            })
        try made.expect(
            "alters_degree_weighted", context,
            is: made.nodes.map { node in
                let alters = made.alters(node)
                let strength = made.pairs[node].reduce(0, +)
                return alters.isEmpty ? nil : alters.reduce(0) { $0 + made.pairs[node][$1] * degree[$1] } / strength
            })
    }

    @Test(arguments: MixedTerritory.seeds) func `Yule's Q over all pairs`(seed: Int) throws {
        let made = try MixedTerritory(seed: seed)
        let context = try made.context()
        guard made.teams.contains(where: { $0 != nil }) else { return }
        /// Over pairs: inside tied and not, across tied and not.
        func q(_ pairs: [(Int, Int)], _ tied: (Int, Int) -> Bool) -> Double? {
            let known = pairs.filter { $0.0 != $0.1 && made.teams[$0.0] != nil && made.teams[$0.1] != nil }
            func count(_ same: Bool, _ held: Bool) -> Double {
                Double(known.count { (made.teams[$0.0] == made.teams[$0.1]) == same && tied($0.0, $0.1) == held })
            }
            let (kept, crossed) = (count(true, true) * count(false, false), count(true, false) * count(false, true))
            return kept + crossed > 0 ? (kept - crossed) / (kept + crossed) : nil
        }
        try made.expect(
            "yules_q", context,
            is: made.nodes.map { node in
                made.teams[node] == nil ? nil : q(made.nodes.map { (node, $0) }, made.tied)
            })
        try close("yules_q_network", made, context, q(made.nodes.flatMap { i in made.nodes.map { (i, $0) } }, made.has))
    }

    @Test func `a word is no number, and what is not there is said`() throws {
        let rows = ["a", "b"].map { Actor(id: $0) }
        let network = try Network(
            description: DatasetDescription(name: "words"),
            actors: Actors(rows, attributes: [Actors.Attribute(name: "rank", values: ["3", "high"])]),
            ties: Ties([Tie(source: 0, target: 1)]), tieKinds: [TieKind(id: "tie", isDirected: false)])
        var options = MeasureOptions()
        options.attribute = "rank"
        let error = #expect(throws: MilieuError.self) {
            try Sample.values("morans_i", MeasureContext(network.view(), options: options))
        }
        #expect(error?.cause == .usage && error?.message.contains("high") == true && error?.place?.id == "b")
        let missing = #expect(throws: MilieuError.self) {
            try Sample.values("morans_i", MeasureContext(network.view()))
        }
        #expect(missing?.cause == .usage && missing?.remedy.contains("--attribute") == true)
    }
}
