import Measures
import NetworkModel
import Tabular
import Testing
import Vocabulary

@Suite struct MeasureTableTests {
    private let edges = [(0, 1), (1, 2), (2, 2), (1, 0)]

    @Test func `an actor table has id, name and the measures in the order asked for`() throws {
        let context = try Sample.context(actors: 4, edges)
        let result = try MeasureTable(MeasureSelection(ids: ["closeness", "degree", "degree"]), in: context)
        #expect(result.table.columns.map(\.field.id) == ["id", "name", "closeness", "degree"])
        #expect(result.table.columns[3].values == .integer([1, 2, 1, 0]))
        #expect(result.table.columns[0].values == .text(["0", "1", "2", "3"]))
        #expect(result.table.provenance?.dataset == "sample")
    }

    @Test func `a tie table has a row for each tie of the view`() throws {
        let context = try Sample.context(actors: 4, edges)
        let table = try MeasureTable(MeasureSelection(level: .tie), in: context).table
        #expect(
            table.columns.map(\.field.id) == [
                "source", "target", "kind", "edge_betweenness", "local_bridge", "bridge", "bicomponent", "tie_trussness",
            ])
        #expect(table.columns[0].values == .text(["0", "1", "1"]), "the loop is left out")
        #expect(table.columns[2].values == .text(["tie", "tie", "tie"]))
        #expect(table.columns[3].values == .number([2, 2, 2]), "parallel ties share a value")
        #expect(table.columns[5].values == .flag([true, true, true]) && table.columns[6].values == .integer([1, 2, 1]))
    }

    @Test func `a network table has a row for each measure`() throws {
        let context = try Sample.context(actors: 4, edges)
        let table = try MeasureTable(MeasureSelection(ids: ["ties", "density", "isolates"]), in: context).table
        #expect(table.columns.map(\.field.id) == ["measure", "value"])
        #expect(table.columns[0].values == .text(["ties", "density", "isolates"]))
        #expect(table.columns[1].values == .number([2, 1.0 / 3, 1]))
    }

    @Test func `what the network does not allow is skipped and said, or refused when named`() throws {
        let context = try Sample.context(actors: 4, edges)
        let everything = try MeasureTable(MeasureSelection(level: .network), in: context)
        #expect(everything.skipped.map(\.measure.id).contains("reciprocity"))
        #expect(!everything.measures.map(\.id).contains("reciprocity"))
        let error = #expect(throws: MilieuError.self) {
            try MeasureTable(MeasureSelection(ids: ["reciprocity"]), in: context)
        }
        #expect(error?.cause == .usage && error?.remedy.contains("--directed") == true)
    }

    @Test func `levels do not mix, and profiles choose`() throws {
        #expect(throws: MilieuError.self) { try MeasureSelection(ids: ["degree", "density"]).measures() }
        #expect(throws: MilieuError.self) { try MeasureSelection(ids: ["degree"], level: .network).measures() }
        let roles = try MeasureSelection(profile: .roles).measures()
        #expect(roles.contains { $0.id == "brokerage_liaison" } && roles.allSatisfy { $0.profiles.contains(.roles) })
    }

    @Test func `an undirected tie of a directed view runs both ways and counts once`() throws {
        let network = try Network(
            description: DatasetDescription(name: "mixed"), actors: Actors(ids: ["a", "b", "c"]),
            ties: Ties([Tie(source: 0, target: 1, kind: 0, weight: 2), Tie(source: 1, target: 2, kind: 1, weight: 3)]),
            tieKinds: [TieKind(id: "both", isDirected: false), TieKind(id: "one", isDirected: true)])
        let context = MeasureContext(try network.view())
        #expect(try Sample.values("strength", context) == [2, 5, 3])
        #expect(try Sample.values("out_strength", context) == [2, 5, 0])
        #expect(try Sample.values("edge_betweenness", context) == [3, 2])
    }

    @Test func `weights are read by what they are declared to be`() throws {
        func context(_ meaning: WeightMeaning?, _ weights: MeasureOptions.Weights, second: Double = 4) throws -> MeasureContext {
            let network = try Network(
                description: DatasetDescription(name: "roads"), actors: Actors(ids: ["a", "b", "c"]),
                ties: Ties([
                    Tie(source: 0, target: 1, weight: 2), Tie(source: 1, target: 2, weight: second),
                    Tie(source: 1, target: 2, weight: 1),
                ]),
                tieKinds: [TieKind(id: "road", isDirected: false, weightMeans: meaning)])
            var options = MeasureOptions()
            options.weights = weights
            return MeasureContext(try network.view(), options: options)
        }
        #expect(try Sample.values("diameter", context(.cost, .distance)) == [3], "2 + the shorter of 4 and 1")
        #expect(try Sample.values("diameter", context(.strength, .strength)) == [0.7], "1/2 + 1/(4 + 1)")
        #expect(try Sample.values("diameter", context(nil, .distance)) == [3])
        #expect(try Sample.values("diameter", context(.cost, .none)) == [2])
        for (meaning, weights) in [(WeightMeaning.cost, MeasureOptions.Weights.strength), (.strength, .distance), (.count, .distance)] {
            let error = #expect(throws: MilieuError.self) { try Sample.values("closeness", context(meaning, weights)) }
            #expect(error?.cause == .usage && error?.message.contains("road") == true)
        }
        let error = #expect(throws: MilieuError.self) { try Sample.values("closeness", context(nil, .distance, second: -1)) }
        #expect(error?.cause == .data && error?.place?.id == "b – c")
        let left = try Sample.values("closeness", context(nil, .distance, second: 0))
        #expect(left == [0.4, 2.0 / 3, 0.5], "a tie of zero is no tie: a–b 2 and b–c 1 are left")
        #expect(throws: MilieuError.self) { try Sample.values("eigenvector", context(nil, .distance)) }
        #expect(try Sample.values("constraint", context(nil, .strength, second: 0)).count == 3, "a tie of zero is no tie")
    }
}
