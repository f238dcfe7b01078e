import GraphKernels
import Measures
import NetworkModel
import Tabular
import Testing
import Vocabulary

/// Measures that read more than a graph (layers, dates, resources, groups), each against its formula on
/// the rows of random territories.
@Suite struct MeasureVerificationTests {
    private func expect(
        _ id: String, _ territory: MadeTerritory, is expected: [Double?], _ place: SourceLocation = #_sourceLocation
    ) throws {
        guard let found = try? Sample.values(id, territory.context) else { return }
        for (one, other) in zip(found, expected) {
            guard let one, let other else {
                #expect(one == nil && other == nil, "\(id): \(found), \(expected)", sourceLocation: place)
                return
            }
            #expect(abs(one - other) <= 1e-12 * max(1, abs(other)), "\(id): \(found), \(expected)", sourceLocation: place)
        }
        #expect(found.count == expected.count, sourceLocation: place)
    }

    @Test(arguments: 0..<200) func `layers`(seed: Int) throws {
        let made = try MadeTerritory(seed: seed, isDirected: seed % 2 == 0)
        let layers = made.layers
        guard layers.count > 1 else { return }
        let degrees = made.actors.map { actor in layers.map { Double(made.degree(actor, $0)) } }
        try expect("layers_present", made, is: degrees.map { Double($0.count { $0 > 0 }) })
        try expect("multiplex_degree", made, is: degrees.map { $0.reduce(0, +) })
        let many = Double(layers.count)
        try expect("participation_coefficient", made, is: degrees.map { row in
            let all = row.reduce(0, +)
            return all > 0 ? many / (many - 1) * (1 - row.reduce(0) { $0 + $1 / all * ($1 / all) }) : nil
        })
        let pairs = made.actors.flatMap { one in made.alters(one).filter { $0 > one }.map { (one, $0) } }
        func held(_ pair: (Int, Int)) -> Set<Layer> { Set(made.ties(pair.0, pair.1).map { made.network.tieKinds[$0.kind].layer }) }
        let further = pairs.map { Double(held($0).count - 1) / (many - 1) }
        try expect("multiplexity", made, is: [further.reduce(0, +) / Double(pairs.count)])
        let overlap = try MeasureCatalogue.measure("layer_overlap").table(in: made.context)
        let jaccard = try #require(overlap.columns.first { $0.field.id == "jaccard" }?.numbers)
        var row = 0
        for one in layers.indices {
            for other in layers.indices where other > one {
                let (first, second) = (pairs.count { held($0).contains(layers[one]) }, pairs.count { held($0).contains(layers[other]) })
                let both = pairs.count { held($0).contains(layers[one]) && held($0).contains(layers[other]) }
                #expect(abs((jaccard[row] ?? -1) - Double(both) / Double(first + second - both)) < 1e-12)
                row += 1
            }
        }
    }

    /// A further column of numbers plays resource as the number of staff does.
    @Test func `an attribute of numbers is a resource as size is`() throws {
        let holdings: [Double?] = [12.5, nil, 1234.5, 0, 3]
        var actors = holdings.indices.map { Actor(id: "\($0)") }
        for place in actors.indices { actors[place].size = holdings[place] }
        let turnover = Attribute(name: "turnover", values: holdings.map { $0.map { "\($0)" } })
        let network = try Network(
            description: DatasetDescription(name: "n"), actors: Actors(actors, attributes: [turnover]),
            ties: Ties([(0, 1), (0, 2), (1, 2), (2, 3), (3, 4)].map { Tie(source: $0, target: $1) }),
            tieKinds: [TieKind(id: "tie", isDirected: false)])
        for id in ["mobilizable_resources", "resources_known", "upper_reachability", "heterogeneity"] {
            let values = try ["size", "turnover"].map { resource in
                var options = MeasureOptions()
                options.resource = resource
                return try MeasureCatalogue.measure(id).values(in: MeasureContext(network.view(), options: options))
            }
            #expect(values[0] == values[1] && values[0].count == 5, "\(id)")
        }
    }

    /// Bourdieu's and Lin's: resource, times the most active tie, times the longest.
    @Test(arguments: 0..<200) func `resources`(seed: Int) throws {
        let made = try MadeTerritory(seed: seed, isDirected: seed % 2 == 0)
        let dates = made.network.ties.compactMap(\.details.since)
        let (first, last) = (dates.map(\.earliest).min(), try #require(PartialDate(year: 2012)).latest)
        func durability(_ tie: Tie) -> Double {
            guard let first, let since = tie.details.since else { return 1 }
            let end = min(last, tie.details.until?.latest ?? last)
            return Double(max(0, end - since.earliest + 1)) / Double(last - first + 1)
        }
        func activation(_ tie: Tie) -> Double { tie.details.status == .dormant ? 0.5 : 1 }
        func known(_ actor: Int) -> [(size: Double, ties: [Tie])] {
            made.alters(actor).compactMap { other in made.network.actors[other].size.map { ($0, made.ties(actor, other)) } }
        }
        let isolated = made.actors.map { made.alters($0).isEmpty }
        try expect("mobilizable_resources", made, is: made.actors.map { actor in
            let terms = known(actor).map { $0.size * ($0.ties.map(activation).max() ?? 0) * ($0.ties.map(durability).max() ?? 0) }
            return terms.isEmpty && !isolated[actor] ? nil : terms.reduce(0, +)
        })
        try expect("resources_known", made, is: made.actors.map { isolated[$0] ? nil : Double(known($0).count) / Double(made.alters($0).count) })
        try expect("upper_reachability", made, is: made.actors.map { known($0).map(\.size).max() })
        try expect("heterogeneity", made, is: made.actors.map { actor in
            let sizes = known(actor).map(\.size).sorted()
            return sizes.last.flatMap { most in sizes.first.map { most - $0 } }
        })
        try expect("extensity", made, is: made.actors.map { Double(Set(known($0).map(\.size)).count) })
    }

    @Test(arguments: 0..<200) func `groups and spheres`(seed: Int) throws {
        let made = try MadeTerritory(seed: seed, isDirected: seed % 2 == 0)
        let kinds = made.network.actors.map(\.kind)
        let own = made.actors.map { actor in made.alters(actor).count { kinds[$0] == kinds[actor] } }
        let others = made.actors.map { made.alters($0).count - own[$0] }
        try expect("bonding_ties", made, is: own.map(Double.init))
        try expect("bridging_ties", made, is: others.map(Double.init))
        try expect("linking_ties", made, is: made.actors.map { actor in Double(made.alters(actor).count { ["fund", "town"].contains(kinds[$0]) }) })
        try expect("ei_index", made, is: made.actors.map { own[$0] + others[$0] > 0 ? Double(others[$0] - own[$0]) / Double(own[$0] + others[$0]) : nil })
        func isMutual(_ one: Int, _ other: Int) -> Bool { one != other && made.has(one, other) && made.has(other, one) }
        try expect("simmelian_ties", made, is: made.actors.map { actor in
            Double(made.actors.count { other in
                isMutual(actor, other) && made.actors.contains { isMutual(actor, $0) && isMutual(other, $0) }
            })
        })
        let rest = Double(made.actors.count - 1)
        try expect("degree_normalized", made, is: made.actors.map { Double(made.alters($0).count) / rest })
    }

    @Test(arguments: 0..<100) func `tables of groups`(seed: Int) throws {
        let made = try MadeTerritory(seed: seed, isDirected: seed % 2 == 0)
        let kinds = made.network.actors.map(\.kind)
        let labels = Set(kinds).sorted()
        let isDirected = seed % 2 == 0
        func column(_ id: String, _ column: String) throws -> [Double?] {
            let table = try MeasureCatalogue.measure(id).table(in: made.context)
            let found = table.columns.first { $0.field.id == column }?.numbers
            return try #require(found)
        }
        func tied(_ from: String, _ to: String) -> Double {
            let count = made.actors.reduce(0) { sum, one in
                sum + made.actors.count { other in one != other && kinds[one] == from && kinds[other] == to && made.has(one, other) }
            }
            return Double(count) / (!isDirected && from == to ? 2 : 1)
        }
        func size(_ label: String) -> Double { Double(kinds.count { $0 == label }) }
        let pairs = labels.flatMap { from in labels.filter { isDirected || $0 >= from }.map { (from, $0) } }
        #expect(try column("mixing_matrix", "ties") == pairs.map { tied($0.0, $0.1) })
        let all = pairs.reduce(0) { $0 + tied($1.0, $1.1) }
        let expected = pairs.map { from, to -> Double? in
            guard all > 0 else { return nil }
            if isDirected {
                return labels.reduce(0) { $0 + tied(from, $1) } * labels.reduce(0) { $0 + tied($1, to) } / all
            }
            func ends(_ label: String) -> Double { labels.reduce(0) { $0 + tied(label, $1) } + tied(label, label) }
            return ends(from) * ends(to) / (from == to ? 4 * all : 2 * all)
        }
        for (one, other) in zip(try column("mixing_matrix", "expected"), expected) {
            #expect((one == nil) == (other == nil) && abs((one ?? 0) - (other ?? 0)) < 1e-12)
        }
        let densities = pairs.map { from, to -> Double? in
            let possible = from == to ? size(from) * (size(from) - 1) / (isDirected ? 1 : 2) : size(from) * size(to)
            return possible > 0 ? tied(from, to) / possible : nil
        }
        for (one, other) in zip(try column("between_group_densities", "density"), densities) {
            #expect((one == nil) == (other == nil) && abs((one ?? 0) - (other ?? 0)) < 1e-12)
        }
        let degrees = labels.map { label -> Double? in
            let outside = made.actors.filter { kinds[$0] != label }
            guard !outside.isEmpty else { return nil }
            return Double(outside.count { actor in made.alters(actor).contains { kinds[$0] == label } }) / Double(outside.count)
        }
        #expect(try column("group_centralities", "group_degree") == degrees)
    }
}
