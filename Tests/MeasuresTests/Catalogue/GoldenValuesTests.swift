import Interchange
import Measures
import NetworkModel
import Tabular
import Testing
import Vocabulary

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// The classic networks of `datasets/`: what publications print for them, and what peers compute.
@Suite struct GoldenValuesTests {
    static let datasets = ["burt-1997", "davis", "florentine", "karate", "kite", "knoke"]

    /// One row of `published.csv` or `peer.csv`.
    struct Golden {
        let actor: String
        let measure: String
        let value: Double
        let tolerance: Double
        let view: [Substring: Substring]
        let source: String
    }

    static func folder(_ dataset: String) -> String {
        let root = #filePath.split(separator: "/").dropLast(4).joined(separator: "/")
        return "/\(root)/datasets/\(dataset)"
    }

    static func rows(_ dataset: String, _ file: String) throws -> [Golden] {
        let bytes = try Data(contentsOf: URL(filePath: folder(dataset) + "/" + file))
        var reader = CSVReader(Array(bytes), file: file)
        _ = reader.next()
        let header = reader.fields.indices.map { reader.string($0) }
        var rows: [Golden] = []
        while reader.next() {
            var cells: [String: String] = [:]
            for (index, name) in header.enumerated() { cells[name] = reader.string(index) }
            let parts = (cells["view"] ?? "").split(separator: ";").map { $0.split(separator: "=") }
            rows.append(
                Golden(
                    actor: cells["actor"] ?? "", measure: cells["measure"] ?? "",
                    value: try #require(Double(cells["value"] ?? "")),
                    tolerance: cells["tolerance"].flatMap(Double.init) ?? 0,
                    view: Dictionary(uniqueKeysWithValues: parts.map { ($0[0], $0[1]) }),
                    source: cells["source"] ?? cells["tool"] ?? ""))
        }
        return rows
    }

    /// The network as a row's `view` says: a layer, without an actor, projected, weights read or not.
    static func context(_ network: Network, _ view: [Substring: Substring]) throws -> MeasureContext {
        var (network, viewOptions, options) = (network, ViewOptions(), MeasureOptions())
        for (key, value) in view {
            switch key {
            case "layer": viewOptions.layers = [Layer(rawValue: String(value))]
            case "without": network = try removing(String(value), from: network)
            case "project": viewOptions.events = .projected
            case "weights": options.weights = try #require(MeasureOptions.Weights(rawValue: String(value)))
            case "attribute": options.grouping = String(value)
            default: Issue.record("unknown view \(key)")
            }
        }
        return MeasureContext(try network.view(viewOptions), options: options)
    }

    static func removing(_ id: String, from network: Network) throws -> Network {
        let gone = try #require(network.actors.position(of: id))
        let ties = network.ties.filter { $0.source != gone && $0.target != gone }.map { tie in
            var tie = tie
            tie.source -= tie.source > gone ? 1 : 0
            tie.target -= tie.target > gone ? 1 : 0
            return tie
        }
        return try Network(
            description: network.description, actors: Actors(network.actors.filter { $0.id != id }),
            ties: Ties(ties), tieKinds: network.tieKinds, actorKinds: network.actorKinds, sources: network.sources)
    }


    private func check(_ dataset: String, _ file: String, tolerance: Double? = nil) throws -> Int {
        let network = try DatasetReader.read(path: Self.folder(dataset)).requireNetwork()
        var contexts: [[Substring: Substring]: MeasureContext] = [:]
        var checked = 0
        for row in try Self.rows(dataset, file) {
            guard let measure = MeasureCatalogue.all.first(where: { $0.id == row.measure }) else { continue }
            let context = try contexts[row.view] ?? Self.context(network, row.view)
            contexts[row.view] = context
            let values = Sample.numbers(try measure.values(in: context))
            let place = try row.actor.isEmpty ? 0 : #require(context.view.nodes.indices.first { context.view.id(of: $0) == row.actor })
            let value = try #require(values[place], "\(dataset) \(row)")
            // Half a unit of the last printed digit, and the rounding of reading it.
            let allowed = tolerance.map { $0 * max(1, abs(row.value)) } ?? row.tolerance * (1 + 1e-9)
            #expect(abs(value - row.value) <= allowed, "\(dataset) \(row.measure) \(row.actor): \(value), \(row.source) \(row.value)")
            checked += 1
        }
        return checked
    }

    /// How many rows of `published.csv` are of measures that the catalogue holds, at least.
    @Test(arguments: zip(datasets, [6, 0, 4, 2, 20, 11])) func `published values come out`(dataset: String, least: Int) throws {
        #expect(try check(dataset, "published.csv") >= least)
    }

    @Test(arguments: zip(datasets, [167, 400, 325, 802, 230, 206])) func `peers agree to ten digits`(dataset: String, least: Int) throws {
        #expect(try check(dataset, "peer.csv", tolerance: 1e-10) >= least)
    }

    /// Values that no publication could be named for, run independently in several tools.
    @Test func `values run elsewhere come out`() throws {
        let florentine = try DatasetReader.read(path: Self.folder("florentine")).requireNetwork()
        let marriage = try Self.context(florentine, ["layer": "kinship", "without": "pucci"])
        let karate = MeasureContext(try DatasetReader.read(path: Self.folder("karate")).requireNetwork().view(), options: clubs)
        let kite = MeasureContext(try DatasetReader.read(path: Self.folder("kite")).requireNetwork().view())
        func value(_ id: String, _ actor: String, _ context: MeasureContext) throws -> Double? {
            try Sample.values(id, context)[#require(context.network.actors.position(of: actor))]
        }
        for (family, betweenness) in [("medici", 47.5), ("guadagni", 23.1667), ("albizzi", 19.3333)] {
            #expect(abs(try #require(try value("betweenness", family, marriage)) - betweenness) < 5e-5)
        }
        for (family, constraint) in [("medici", 0.2099), ("guadagni", 0.25), ("strozzi", 0.4583)] {
            #expect(abs(try #require(try value("constraint", family, marriage)) - constraint) < 5e-5)
        }
        for (member, constraint) in [("1", 0.155423), ("34", 0.156419), ("33", 0.249223), ("3", 0.185177)] {
            #expect(abs(try #require(try value("constraint", member, karate)) - constraint) < 5e-7)
        }
        let expected = [("degree_centralization", 0.3333), ("betweenness_centralization", 0.2963), ("closeness_centralization", 0.2704)]
        for (id, centralisation) in expected {
            #expect(abs(try #require(try Sample.values(id, kite)[0]) - centralisation) < 5e-5)
        }
        let betweenness = [0.8333, 0.8333, 0, 3.6667, 0, 8.3333, 8.3333, 14, 8, 0]
        for (found, printed) in zip(try Sample.values("betweenness", kite), betweenness) {
            #expect(abs(try #require(found) - printed) < 5e-5)
        }
    }

    private var clubs: MeasureOptions {
        var options = MeasureOptions()
        options.grouping = "club"
        return options
    }
}
