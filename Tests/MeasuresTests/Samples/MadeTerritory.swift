import GraphKernels
import Measures
import NetworkModel
import Vocabulary

/// A random territory with layers, dates, statuses, spheres and sizes, for slow verifiers that work
/// from its rows.
struct MadeTerritory {
    let network: Network
    let context: MeasureContext
    private static let kinds = ["firm", "fund", "town", "school"]

    init(seed: Int, isDirected: Bool) throws {
        var random = RandomSource(seed: 17, part: seed)
        let count = 4 + random.below(8)
        let actors = (0..<count).map { number in
            var actor = Actor(id: String(number), kind: Self.kinds[random.below(4)])
            actor.size = random.below(4) == 0 ? nil : Double([0, 1, 5, 5, 60, 300][random.below(6)])
            return actor
        }
        var ties: [Tie] = []
        for _ in 0..<(2 + random.below(3 * count)) {
            let (source, target) = (random.below(count), random.below(count))
            guard source != target else { continue }
            let since = random.below(3) == 0 ? nil : PartialDate(year: 2000 + random.below(10))
            let until = since.flatMap { date in random.below(3) == 0 ? PartialDate(year: date.year + random.below(5)) : nil }
            let status: TieStatus = [.active, .dormant, .unknown][random.below(3)]
            ties.append(
                Tie(
                    source: source, target: target, kind: random.below(3), weight: Double(1 + random.below(3)),
                    details: Tie.Details(since: since, until: until, status: status)))
        }
        var description = DatasetDescription(name: "made")
        description.territory = Territory(name: "Made", referenceDate: PartialDate(year: 2012))
        network = try Network(
            description: description, actors: Actors(actors), ties: Ties(ties),
            tieKinds: [
                TieKind(id: "k0", isDirected: isDirected, layer: .cooperation),
                TieKind(id: "k1", isDirected: isDirected, layer: .finance),
                TieKind(id: "k2", isDirected: isDirected, layer: .knowledge),
            ],
            actorKinds: [
                ActorKind(id: "firm", sphere: .economy), ActorKind(id: "fund", sphere: .finance),
                ActorKind(id: "town", sphere: .public), ActorKind(id: "school", sphere: .knowledge),
            ])
        context = MeasureContext(try network.view())
    }

    var actors: Range<Int> { 0..<network.actors.count }
    var layers: [Layer] { Array(Set(network.ties.map { network.tieKinds[$0.kind].layer })).sorted() }

    /// The ties between two actors, in either direction.
    func ties(_ one: Int, _ other: Int) -> [Tie] {
        network.ties.filter { ($0.source, $0.target) == (one, other) || ($0.source, $0.target) == (other, one) }
    }

    func has(_ source: Int, _ target: Int) -> Bool {
        let isDirected = network.tieKinds[0].isDirected
        return network.ties.contains { ($0.source, $0.target) == (source, target) || (!isDirected && ($0.source, $0.target) == (target, source)) }
    }

    func alters(_ actor: Int) -> [Int] { actors.filter { $0 != actor && !ties(actor, $0).isEmpty } }

    /// How many other alters an actor has in a layer.
    func degree(_ actor: Int, _ layer: Layer) -> Int {
        alters(actor).count { other in ties(actor, other).contains { network.tieKinds[$0.kind].layer == layer } }
    }
}
