import GraphKernels
import NetworkModel

/// Actors inside that the dataset does not list, as far as its population tells of them.
struct Newcomers: Sendable {
    /// By newcomer, its kind.
    let kinds: [Int32]
    /// By kind, the listed actors inside, whose attributes one of that kind may have.
    private let models: [Int32: [Int32]]

    var count: Int { kinds.count }

    init(_ preparation: Preparation, _ listed: [Int], _ population: Population?) {
        let (code, scenario) = (preparation.code, preparation.scenario)
        var models: [Int32: [Int32]] = [:]
        for actor in listed where scenario.isInside[Int(scenario.nodeOf[actor])] {
            models[code.actors[actor].kind, default: []].append(Int32(actor))
        }
        self.models = models
        guard let population else {
            kinds = []
            return
        }
        let names = preparation.network.actorKinds.map(\.id).sorted()
        var kinds: [Int32] = []
        for (kind, count) in population.byKind.sorted(by: { $0.key < $1.key }) {
            guard let code = names.firstIndex(of: kind).map(Int32.init), let known = models[code] else { continue }
            kinds += Array(repeating: code, count: max(0, count - known.count))
        }
        let inside = models.values.reduce(0) { $0 + $1.count }
        let missing = (population.total ?? 0) - inside - kinds.count
        if missing > 0, inside > 0 { kinds += Self.spread(missing, over: models.mapValues(\.count)) }
        self.kinds = kinds
    }

    /// In proportion to the listed ones, by largest remainders.
    private static func spread(_ count: Int, over listed: [Int32: Int]) -> [Int32] {
        let all = listed.values.reduce(0, +)
        let rows = listed.sorted { $0.key < $1.key }
        var shares = rows.map { (kind: $0.key, count: count * $0.value / all, rest: count * $0.value % all) }
        let left = count - shares.reduce(0) { $0 + $1.count }
        for place in shares.indices.sorted(by: { (shares[$1].rest, $0) < (shares[$0].rest, $1) }).prefix(left) {
            shares[place].count += 1
        }
        return shares.flatMap { Array(repeating: $0.kind, count: $0.count) }
    }

    /// Each with the attributes of a listed actor of its kind.
    func add(to code: inout TerritoryCode, _ presence: inout Presence, _ random: inout RandomSource) {
        for kind in kinds {
            guard let models = models[kind] else { continue }
            var actor = code.actors[Int(models[random.below(models.count)])]
            actor.parent = -1
            code.actors.append(actor)
            presence.actors.append(true)
        }
    }
}
