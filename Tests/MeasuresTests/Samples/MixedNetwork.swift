import GraphKernels
import Measures
import NetworkModel
import Vocabulary

/// A random network of directed and undirected ties side by side, some parallel, with whole weights.
struct MixedNetwork: CustomStringConvertible {
    let actorCount: Int
    private(set) var ties: [Tie] = []

    init(seed: Int) {
        var random = RandomSource(seed: 31, part: seed)
        actorCount = 3 + random.below(6)
        for _ in 0..<(2 + random.below(3 * actorCount)) {
            let (source, target) = (random.below(actorCount), random.below(actorCount))
            guard source != target else { continue }
            ties.append(Tie(source: source, target: target, kind: random.below(2), weight: Double(1 + random.below(4))))
        }
    }

    /// Whether a tie has a direction.
    static func isDirected(_ tie: Tie) -> Bool { tie.kind == 1 }

    func context(_ weights: MeasureOptions.Weights = .none, _ direction: ViewOptions.Direction = .byKind) throws
        -> MeasureContext
    {
        let network = try Network(
            description: DatasetDescription(name: "mixed"),
            actors: Actors((0..<actorCount).map { Actor(id: String($0)) }),
            ties: Ties(ties),
            tieKinds: [TieKind(id: "both", isDirected: false), TieKind(id: "one", isDirected: true)])
        var (choice, options) = (ViewOptions(), Sample.teamOptions)
        (choice.direction, options.weights) = (direction, weights)
        return MeasureContext(try network.view(choice), options: options)
    }

    var description: String {
        ties.map { "\($0.source)\(Self.isDirected($0) ? "→" : "–")\($0.target):\($0.weight)" }.joined(separator: " ")
    }
}
