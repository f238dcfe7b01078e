import GraphKernels
import Measures
import NetworkModel
import Vocabulary

/// A network that chance made: ties without direction and arcs in two layers, weights, groups, a number
/// for each actor, events; every pair alike.
struct ChanceNetwork {
    enum Layers {
        /// Two layers of their own, each with both sorts.
        case own
        /// Two layers of the same ties, without direction.
        case same
        /// One layer without direction.
        case undirected
        /// One layer with both sorts.
        case mixed
    }

    let count = 9
    let network: Network

    init(seed: Int, layers: Layers = .own, density: Double = 0.35) throws {
        var random = RandomSource(seed: 71, part: seed)
        let count = count
        let actors = (0..<count).map { Actor(id: String($0)) }
        var ties: [Tie] = []
        for one in 0..<count {
            for other in 0..<count where one != other {
                // Kinds 0 and 1 are undirected, in two layers; 2 and 3 directed, in the same two.
                for kind in 0..<4 {
                    let isTaken: Bool =
                        switch layers {
                        case .own: kind > 1 || one < other
                        case .same: kind == 0 && one < other
                        case .undirected: kind == 0 && one < other
                        case .mixed: kind == 2 || (kind == 0 && one < other)
                        }
                    guard isTaken, random.unit() < density * (kind > 1 ? 0.4 : 0.6) else { continue }
                    let weight = Double(1 + random.below(6))
                    ties.append(Tie(source: one, target: other, kind: kind, weight: weight))
                    if layers == .same { ties.append(Tie(source: one, target: other, kind: 1, weight: weight)) }
                }
            }
        }
        let events = (0..<5).map { Event(id: "e\($0)", kind: "meeting") }
        let seats = (0..<5).flatMap { event in
            Array(0..<count).shuffled(using: &random).prefix(2 + event % 3).map {
                Participation(actor: $0, event: event, count: Double(1 + random.below(3)))
            }
        }
        network = try Network(
            description: DatasetDescription(name: "chance"),
            actors: Actors(
                actors,
                attributes: [
                    .init(name: "team", values: (0..<count).map { _ in ["a", "b", "c"][random.below(3)] }),
                    .init(name: "rank", values: (0..<count).map { _ in String(random.below(9)) }),
                ]),
            ties: Ties(ties), events: events, participation: seats,
            tieKinds: [
                TieKind(id: "k0", isDirected: false, layer: .cooperation),
                TieKind(id: "k1", isDirected: false, layer: .finance),
                TieKind(id: "k2", isDirected: true, layer: .cooperation),
                TieKind(id: "k3", isDirected: true, layer: .finance),
            ], eventKinds: [EventKind(id: "meeting")])
    }

    func context(
        events: ViewOptions.EventMode = .leftOut, weights: MeasureOptions.Weights = .none
    ) throws -> MeasureContext {
        var choice = ViewOptions()
        choice.events = events
        var options = Sample.teamOptions
        options.weights = weights
        return MeasureContext(try network.view(choice), options: options)
    }
}
