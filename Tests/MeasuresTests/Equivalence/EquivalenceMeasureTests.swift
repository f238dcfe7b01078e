import Measures
import Tabular
import Testing

/// Positions where they can be told by hand: each measure by what sets it apart from the others.
@Suite struct EquivalenceMeasureTests {
    private func classes(_ id: String, _ context: MeasureContext) throws -> Set<Set<Int>> {
        let labels = try Sample.values(id, context)
        return Set(Dictionary(grouping: labels.indices) { labels[$0] }.values.map(Set.init))
    }

    private func context(_ actors: Int, _ edges: [(Int, Int)], isDirected: Bool, classes: Int) throws -> MeasureContext
    {
        var options = Sample.teamOptions
        options.classes = classes
        return try Sample.context(actors: actors, edges, isDirected: isDirected, options: options)
    }

    /// A tree of three generations: the leaves of one parent have the same ties; all parents, and all leaves, like ones.
    private let tree = [(0, 1), (0, 2), (1, 3), (1, 4), (2, 5), (2, 6)]

    @Test func `same ties, like ties`() throws {
        let structural = try classes("structural_equivalence_class", context(7, tree, isDirected: true, classes: 5))
        #expect(structural == [[0], [1], [2], [3, 4], [5, 6]])
        let regular = try classes("regular_equivalence_class", context(7, tree, isDirected: true, classes: 3))
        #expect(regular == [[0], [1, 2], [3, 4, 5, 6]])
    }

    /// Two cliques and two actors without ties: one split tells the cliques apart, and the isolates stand beside.
    @Test func `CONCOR splits in two and sets isolates apart`() throws {
        let edges = [(0, 1), (0, 2), (0, 3), (1, 2), (1, 3), (2, 3), (4, 5), (4, 6), (4, 7), (5, 6), (5, 7), (6, 7)]
        let blocks = try classes(
            "structural_equivalence_class_concor", context(10, edges, isDirected: false, classes: 2))
        #expect(blocks == [[0, 1, 2, 3], [4, 5, 6, 7], [8, 9]])
        #expect(
            try classes("structural_equivalence_class", context(10, edges, isDirected: false, classes: 2)).count == 2)
    }

    /// Euclidean distances of profiles, average linkage by the definition: the two classes whose members are nearest on
    /// average are joined, until as many as asked for are left.
    @Test(arguments: 0..<60) func `structural classes by the definition`(seed: Int) throws {
        let made = try MixedTerritory(seed: seed)
        let wanted = max(2, made.count / 2)
        let context = try made.context { $0.classes = wanted }
        func a(_ i: Int, _ j: Int) -> Double { made.has(i, j) ? 1 : 0 }
        // Ties to oneself are none, and the two compare their ties to one another in swapped roles.
        let distance = made.nodes.map { i in
            made.nodes.map { j -> Double in
                var sum = 2 * (a(i, j) - a(j, i)) * (a(i, j) - a(j, i))
                for k in made.nodes where k != i && k != j {
                    sum += (a(i, k) - a(j, k)) * (a(i, k) - a(j, k)) + (a(k, i) - a(k, j)) * (a(k, i) - a(k, j))
                }
                return sum.squareRoot()
            }
        }
        var (groups, isClear) = (made.nodes.map { [$0] }, true)
        while groups.count > min(wanted, made.count) {
            let pairs = groups.indices.flatMap { one in groups.indices.filter { $0 > one }.map { (one, $0) } }
            let means = pairs.map { pair in
                groups[pair.0].reduce(0) { sum, i in sum + groups[pair.1].reduce(0) { $0 + distance[i][$1] } }
                    / Double(groups[pair.0].count * groups[pair.1].count)
            }
            let least = means.min() ?? 0
            // Where two pairs are equally near, either may be joined.
            isClear = isClear && means.count { $0 < least + 1e-9 } == 1
            let pair = pairs[means.firstIndex(of: least) ?? 0]
            groups[pair.0] += groups[pair.1]
            groups.remove(at: pair.1)
        }
        guard isClear else { return }
        #expect(try classes("structural_equivalence_class", context) == Set(groups.map(Set.init)), "\(made)")
    }

    /// Image matrices, counted pair by pair over the classes that the actors are given.
    @Test(arguments: MixedTerritory.seeds) func `images count ties between classes`(seed: Int) throws {
        let made = try MixedTerritory(seed: seed)
        let context = try made.context { $0.classes = 2 }
        let possible = Double(made.count * (made.count - 1))
        let mean = Double(made.nodes.reduce(0) { sum, i in sum + made.nodes.count { made.has(i, $0) } }) / possible
        for (measure, image) in [
            ("structural_equivalence_class", "structural_equivalence_image"),
            ("structural_equivalence_class_concor", "concor_image"),
            ("regular_equivalence_class", "regular_equivalence_image"),
        ] {
            let labels = try Sample.values(measure, context).map { Int($0 ?? 0) }
            let table = try MeasureCatalogue.measure(image).table(in: context)
            let columns = table.columns.map { Sample.numbers($0.values) }
            let count = labels.max() ?? 0
            #expect(table.rowCount == count * count, "\(image)")
            for row in 0..<table.rowCount {
                let (from, to) = (Int(columns[0][row] ?? 0), Int(columns[1][row] ?? 0))
                let (own, other) = (made.nodes.filter { labels[$0] == from }, made.nodes.filter { labels[$0] == to })
                let ordered = own.reduce(0) { sum, i in sum + other.count { made.has(i, $0) } }
                let pairs = own.reduce(0) { sum, i in sum + other.count { $0 != i } }
                let density = pairs > 0 ? Double(ordered) / Double(pairs) : nil
                #expect(columns[2][row] == Double(own.count))
                #expect(
                    columns[3][row] == Double(from == to && !made.isDirected ? ordered / 2 : ordered),
                    "\(image) \(made)")
                #expect(columns[4][row] == density, "\(image) \(made)")
                #expect(columns[5][row] == density.map { $0 >= mean && $0 > 0 ? 1 : 0 }, "\(image) \(made)")
            }
        }
    }
}
