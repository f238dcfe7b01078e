import GraphKernels
import Measures
import NetworkModel
import Vocabulary

extension Bilingual {
    /// What to do about a view that is too large.
    static let choosePart = Bilingual(
        en: "Choose a part of it, by layer or perimeter.", fr: "Choisissez-en une partie, par couche ou périmètre.")
}

/// What proximities read of a view.
struct ProximityContext {
    let context: MeasureContext
    private var view: NetworkView { context.view }
    private var network: Network { context.network }

    /// - Throws: `MilieuError` of cause `usage` where events are among the nodes, or there are too many actors.
    init(_ context: MeasureContext) throws(MilieuError) {
        guard !context.view.isTwoMode else {
            throw MilieuError(
                .usage,
                Bilingual(
                    en: "Proximities are between actors, and this view has events among its nodes.",
                    fr: "Les proximités sont entre acteurs, et cette vue a des événements parmi ses nœuds."),
                remedy: Bilingual(
                    en: "Take --events left-out or --events projected.",
                    fr: "Prenez --events left-out ou --events projected."))
        }
        try Self.requireFew(context.view.nodes.count)
        self.context = context
    }

    /// All pairs are kept at once.
    static func requireFew(_ actors: Int) throws(MilieuError) {
        guard actors <= 3_000 else {
            throw MilieuError(
                .usage,
                Bilingual(
                    en: "The view has \(actors) actors, and pairs are told of up to 3000.",
                    fr: "La vue a \(actors) acteurs, et les paires se donnent jusqu'à 3000."),
                remedy: .choosePart)
        }
    }

    var size: Int { view.nodes.count }

    /// A column of the actors, for each node of the view; all nil where there is no such column.
    func texts(_ name: String) -> [String?] {
        let values = network.actors.values(of: name)
        return actors.map { actor in values?[actor].flatMap { $0.isEmpty ? nil : $0 } }
    }

    /// The position of each node among the network's actors.
    var actors: [Int] {
        view.nodes.map { node in
            guard case .actor(let position) = node else { preconditionFailure("a view of actors only") }
            return position
        }
    }

    /// Where each actor's place lies; nil where it has none, or none of known coordinates.
    func points() -> [(latitude: Double, longitude: Double)?] {
        var points: [String: (latitude: Double, longitude: Double)] = [:]
        for row in network.beside.places {
            if let latitude = row.latitude, let longitude = row.longitude { points[row.place] = (latitude, longitude) }
        }
        return texts("place").map { $0.flatMap { points[$0] } }
    }

    /// The outermost `parent` of each actor, itself where it has none; nil where parents stand in a circle.
    func groups() -> [Int?] {
        actors.map { actor -> Int? in
            var (root, steps) = (actor, 0)
            while let parent = network.actors[root].parent, let above = network.actors.position(of: parent) {
                root = above
                steps += 1
                guard steps <= network.actors.count else { return nil }
            }
            return root
        }
    }

    /// Alters of each node, without direction.
    func alters() -> [Set<Int>] {
        var alters = [Set<Int>](repeating: [], count: size)
        for tie in 0..<view.tieCount {
            let (one, other) = (Int(view.sources[tie]), Int(view.targets[tie]))
            guard one != other else { continue }
            alters[one].insert(other)
            alters[other].insert(one)
        }
        return alters
    }

    /// The events that each node took part in, of those that lie before the view's date where it has one: an event
    /// without a date is then left out, since nobody knows.
    func events() -> [Set<Int>] {
        var places = [Int](repeating: -1, count: network.actors.count)
        for (node, actor) in actors.enumerated() { places[actor] = node }
        var taken = [Set<Int>](repeating: [], count: size)
        for row in network.participation where places[row.actor] >= 0 {
            if let limit = view.date {
                guard let date = network.events[row.event].date, date.latest < limit.earliest else { continue }
            }
            taken[places[row.actor]].insert(row.event)
        }
        return taken
    }

    /// Pairs that had a tie which ended by the view's date; nil where the view has no date or no tie has an end.
    func endedPairs() -> Set<[Int]>? {
        guard let limit = view.date, network.ties.details.contains(where: { $0.until != nil }) else { return nil }
        var places = [Int](repeating: -1, count: network.actors.count)
        for (node, actor) in actors.enumerated() { places[actor] = node }
        var ended: Set<[Int]> = []
        for (row, detail) in network.ties.details.enumerated() {
            guard let until = detail.until, until.latest < limit.earliest else { continue }
            let (one, other) = (
                places[Int(network.ties.sources[row])], places[Int(network.ties.targets[row])]
            )
            if one >= 0, other >= 0 { ended.insert([min(one, other), max(one, other)]) }
        }
        return ended
    }

    /// The sphere of each actor's kind.
    func spheres() -> [String?] {
        var spheres: [String: String] = [:]
        for kind in network.actorKinds { spheres[kind.id] = kind.sphere.rawValue }
        return texts("kind").map { $0.flatMap { spheres[$0] } }
    }
}
