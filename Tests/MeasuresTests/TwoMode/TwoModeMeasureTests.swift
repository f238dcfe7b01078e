import Interchange
import Measures
import NetworkModel
import Testing
import Vocabulary

@Suite struct TwoModeMeasureTests {
    /// Three actors of whom one takes part in nothing; three events, one of another layer and one planned.
    private func town(_ choose: (inout ViewOptions) -> Void = { _ in }) throws -> MeasureContext {
        var planned = Event(id: "planned", kind: "meeting", status: .planned)
        planned.date = PartialDate(year: 2020)
        var past = Event(id: "school", kind: "school", status: .active)
        past.date = PartialDate(year: 2010)
        let network = try Network(
            description: DatasetDescription(name: "town"), actors: Actors(ids: ["a", "b", "c"]), ties: Ties([]),
            events: [planned, past, Event(id: "fair", kind: "meeting", status: .active)],
            participation: [
                Participation(actor: 0, event: 0), Participation(actor: 0, event: 1), Participation(actor: 1, event: 1),
                Participation(actor: 0, event: 2),
            ],
            tieKinds: [],
            eventKinds: [EventKind(id: "meeting"), EventKind(id: "school", layer: .knowledge)])
        var options = ViewOptions()
        choose(&options)
        return MeasureContext(try network.view(options))
    }

    @Test func `events that the view leaves out are no nodes`() throws {
        #expect(try Sample.values("degree_two_mode", town()) == [1, 0.5, 0, 2.0 / 3, 1.0 / 3])
        #expect(try Sample.values("degree_two_mode", town { $0.layers = [.knowledge] }) == [1, 1, 0, 2.0 / 3])
        #expect(
            try Sample.values("degree_two_mode", town { $0.date = PartialDate(year: 2010) }) == [
                1, 0.5, 0, 2.0 / 3, 1.0 / 3,
            ])
        #expect(try Sample.values("density", town { $0.layers = [.knowledge] }) == [2.0 / 3])
        let all = try town { $0.statuses = Set(TieStatus.allCases) }
        #expect(all.view.eventCount == 3 && all.view.actorCount == 3)
    }

    @Test func `isolates and mean degrees are of actors`() throws {
        let context = try town()
        #expect(try Sample.values("isolates", context) == [1])
        #expect(try Sample.values("average_degree", context) == [1], "three participations of three actors")
        #expect(try Sample.values("actors", context) == [3])
    }

    @Test func `a direction of two modes is refused`() throws {
        let error = #expect(throws: MilieuError.self) { try town { $0.direction = .directed } }
        #expect(error?.cause == .usage && error?.remedy.contains("--directed") == true)
    }

    @Test(arguments: MeasureCatalogue.all.filter { $0.requirements.contains(.oneMode) }.map(\.id))
    func `what compares pairs that cannot be tied is refused, and names its namesake`(id: String) throws {
        let (measure, context) = (try MeasureCatalogue.measure(id), try town())
        let error = #expect(throws: MilieuError.self) {
            if measure.level == .group {
                _ = try measure.table(in: context)
            } else {
                _ = try measure.values(in: context)
            }
        }
        #expect(error?.cause == .usage && error?.remedy.contains("projected") == true)
        for namesake in measure.twoModeNamesakes {
            #expect(error?.remedy.contains("`\(namesake)`") == true)
            let other = try MeasureCatalogue.measure(namesake)
            #expect(other.requirements.contains(.twoMode) && other.level == measure.level, "\(id) and \(namesake)")
            _ = try other.values(in: context)
        }
    }

    /// Whatever is left for two modes is no constant of all networks of two modes.
    @Test func `the measures named for want of two modes`() {
        let refused = Set(MeasureCatalogue.all.filter { $0.requirements.contains(.oneMode) }.map(\.id))
        #expect(
            refused.isSuperset(of: [
                "transitivity", "average_clustering", "clustering", "triangles", "triad_census", "dyad_census",
                "modularity",
                "community", "small_world_sigma", "small_world_omega", "constraint", "core_periphery_fit",
                "core_member",
                "degree_centralization", "degree_normalized", "rich_club", "brokerage_liaison",
            ]))
        #expect(refused.isDisjoint(with: ["degree", "isolates", "average_degree", "betweenness", "eigenvector"]))
    }

    private func davis(_ weights: MeasureOptions.Weights = .none) throws -> MeasureContext {
        var options = MeasureOptions()
        options.weights = weights
        return MeasureContext(
            try DatasetReader.read(path: GoldenValuesTests.folder("davis")).requireNetwork().view(), options: options)
    }

    @Test func `the eigenvector of either mode has length 1 and is the other's image`() throws {
        let context = try davis()
        let values = try Sample.values("eigenvector_two_mode", context).map { $0 ?? 0 }
        let (actors, events) = (values[..<18], values[18...])
        #expect(
            abs(actors.reduce(0) { $0 + $1 * $1 } - 1) < 1e-12 && abs(events.reduce(0) { $0 + $1 * $1 } - 1) < 1e-12)
        for tie in 0..<context.view.tieCount {
            #expect(context.view.sources[tie] < 18 && context.view.targets[tie] >= 18)
        }
        var images = [Double](repeating: 0, count: values.count)
        for tie in 0..<context.view.tieCount {
            let (actor, event) = (Int(context.view.sources[tie]), Int(context.view.targets[tie]))
            images[actor] += values[event]
            images[event] += values[actor]
        }
        let ratios = values.indices.map { images[$0] / values[$0] }
        #expect((ratios.max() ?? 0) - (ratios.min() ?? 0) < 1e-9)
        let one = try Sample.values("eigenvector", context).map { $0 ?? 0 }
        for (whole, part) in zip(one, values) { #expect(abs(whole * 2.0.squareRoot() - part) < 1e-12) }
    }

    /// The best known division of the Southern women, of four communities.
    @Test func `the Southern women fall into four communities`() throws {
        let context = try davis()
        #expect(abs((try Sample.values("modularity_two_mode", context)[0] ?? 0) - 0.3455) < 5e-5)
        #expect(Set(try Sample.values("community_two_mode", context)).count == 4)
    }
}
