import GraphKernels
import Measures
import NetworkModel
import Testing
import Vocabulary

/// Bounds where ties are doubtful, and the property that they rest on.
@Suite struct BoundsTests {
    /// A tie more never lowers what rises, nor raises what falls.
    @Test(arguments: 0..<80) func `measures grow as they are declared to`(seed: Int) throws {
        let network = RandomNetwork(seed: seed)
        var more = network
        var random = RandomSource(seed: 3, part: seed)
        for _ in 0..<2 {
            more.edges.append((random.below(network.actorCount), random.below(network.actorCount)))
            more.weights.append(1)
        }
        let (before, after) = (try network.context(), try more.context())
        for measure in MeasureCatalogue.all {
            guard let growth = measure.growth, let old = try? measure.values(in: before), let new = try? measure.values(in: after)
            else { continue }
            for (one, other) in zip(Sample.numbers(old), Sample.numbers(new)) {
                guard let one, let other else { continue }
                let rise = (other - one) * (growth == .rises ? 1 : -1)
                #expect(rise >= -1e-12, "\(measure.id) from \(one) to \(other) on \(network)")
            }
        }
    }

    private func network(surveyed: Set<String>?) throws -> Network {
        var description = DatasetDescription(name: "doubtful")
        description.surveyed = surveyed
        let ties = [
            Tie(source: 0, target: 1), Tie(source: 1, target: 2, details: Tie.Details(confidence: 0.5)),
            Tie(source: 2, target: 3, details: Tie.Details(confidence: 0.2)),
        ]
        return try Network(
            description: description, actors: Actors((0..<4).map { Actor(id: String($0)) }), ties: Ties(ties),
            tieKinds: [TieKind(id: "works_with", isDirected: false, layer: .cooperation)])
    }

    @Test func `doubtful ties are absent or present`() throws {
        var choice = ViewOptions()
        choice.minimumConfidence = 0.4
        let context = MeasureContext(try network(surveyed: ["cooperation"]).view(choice))
        let table = try BoundedTable.make(MeasureSelection(ids: ["degree", "coreness"]), in: context).table
        #expect(table.columns.map(\.field.id) == ["id", "name", "degree", "degree_low", "degree_high", "coreness", "coreness_low", "coreness_high"])
        #expect(table.columns[2].values == .integer([1, 2, 1, 0]))
        #expect(table.columns[3].values == .number([1, 1, 0, 0]))
        #expect(table.columns[4].values == .number([1, 2, 2, 1]))
        let whole = try BoundedTable.make(MeasureSelection(ids: ["components", "density"]), in: context).table
        #expect(whole.columns[2].values == .number([1, 1.0 / 6]))
        #expect(whole.columns[3].values == .number([3, 0.5]))
    }

    @Test func `a layer that was not surveyed may hold every tie`() throws {
        let context = MeasureContext(try network(surveyed: ["finance"]).view())
        let table = try BoundedTable.make(MeasureSelection(ids: ["degree"]), in: context).table
        #expect(table.columns[4].values == .number([3, 3, 3, 3]))
    }

    @Test func `what a tie can raise or lower has no bounds`() throws {
        let context = MeasureContext(try network(surveyed: nil).view())
        let error = #expect(throws: MilieuError.self) { try BoundedTable.make(MeasureSelection(ids: ["betweenness"]), in: context) }
        #expect(error?.cause == .usage && error?.remedy.contains("degree") == true)
    }
}
