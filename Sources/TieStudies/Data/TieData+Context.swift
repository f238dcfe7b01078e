import GraphKernels
import Measures
import NetworkModel
import TieModels
import Vocabulary

extension TieData {
    /// The ties of a view, what is known of its actors and events, and which pairs nobody was asked about.
    ///
    /// Where `respondents.csv` tells who was asked, a pair of actors without a tie is unobserved unless one of them was
    /// asked: of a tie from i to j, i about what it sends or j about what it receives (Handcock and Gile 2010). A row
    /// counts where it is of a layer of the view, or of all.
    ///
    /// - Parameter relations: numbers of pairs, by the names that a model calls them.
    /// - Throws: `MilieuError` where the view is too large, or a relation is not known of all its nodes.
    public init(_ context: MeasureContext, relations: [String: PairNumbers] = [:]) throws(MilieuError) {
        let view = context.view
        guard view.nodes.count <= TieData.sizeLimit else {
            throw MilieuError(
                .usage,
                Bilingual(
                    en: "The view has \(view.nodes.count) nodes, and a model of ties takes up to \(TieData.sizeLimit).",
                    fr:
                        "La vue a \(view.nodes.count) nœuds, et un modèle des liens en prend jusqu'à \(TieData.sizeLimit)."
                ),
                remedy: .choosePart)
        }
        var ties: [(source: Int, target: Int)] = []
        for row in 0..<view.tieCount {
            let (source, target) = (Int(view.sources[row]), Int(view.targets[row]))
            ties.append((source, target))
            if view.isDirected, !view.tieIsDirected.isEmpty, !view.tieIsDirected[row] { ties.append((target, source)) }
        }
        self.init(
            ids: view.nodes.indices.map(view.id(of:)), isDirected: view.isDirected,
            firstModeCount: view.isTwoMode ? view.actorCount : nil, ties: ties)
        attributes = Self.attributes(of: view)
        for (name, numbers) in relations.sorted(by: { $0.key < $1.key }) {
            let unknown = ids.indices.filter { !numbers.known[$0] }
            guard unknown.isEmpty else {
                let shown = Excerpt.quoted(unknown.map { ids[$0] }, atMost: 5)
                throw MilieuError(
                    .usage,
                    Bilingual(
                        en: "\(Excerpt.of(name)) is not known of \(unknown.count) of \(ids.count) actors: \(shown.en).",
                        fr:
                            "\(Excerpt.of(name)) n'est pas connu pour \(unknown.count) des \(ids.count) acteurs : \(shown.fr)."
                    ),
                    remedy: Bilingual(
                        en: "Fill what it is made of, leave the actors out, or the term.",
                        fr: "Remplissez ce dont il est fait, ou laissez de côté les acteurs ou le terme."))
            }
            self.relations[name] = numbers.matrix
        }
        if !view.isTwoMode { unobserved = Self.unobserved(view) }
    }

    private static func attributes(of view: NetworkView) -> [String: [String?]] {
        let actors = view.network.actors
        var made: [String: [String?]] = [:]
        for name in Set(actors.attributes.map(\.name) + Actors.standardAttributes) {
            let values = actors.values(of: name)
            made[name] = view.nodes.map { node in
                switch node {
                case .actor(let position): values?[position]
                case .event(let position): ofEvent(view.network.events[position], name)
                }
            }
        }
        return made
    }

    /// What an event says under the name of an actors' column.
    private static func ofEvent(_ event: Event, _ name: String) -> String? {
        switch name {
        case "kind": event.kind.isEmpty ? nil : event.kind
        case "place": event.place
        case "size": event.participants.map(String.init)
        default: nil
        }
    }

    private static func unobserved(_ view: NetworkView) -> [(source: Int, target: Int)] {
        let rows = view.network.beside.respondents.filter { row in
            row.layer.map { layer in view.options.layers?.contains(layer) ?? true } ?? true
        }
        guard !rows.isEmpty else { return [] }
        var (sends, receives): (Set<String>, Set<String>) = ([], [])
        for row in rows {
            let direction = row.direction ?? .both
            if direction != .in { sends.insert(row.actor) }
            if direction != .out { receives.insert(row.actor) }
        }
        let ids = view.nodes.indices.map(view.id(of:))
        let told = ids.map { (sends: sends.contains($0), receives: receives.contains($0)) }
        var pairs: [(source: Int, target: Int)] = []
        for i in ids.indices {
            for j in (view.isDirected ? 0 : i + 1)..<ids.count where i != j {
                let isObserved =
                    view.isDirected
                    ? told[i].sends || told[j].receives
                    : told[i].sends || told[i].receives || told[j].sends || told[j].receives
                if !isObserved { pairs.append((i, j)) }
            }
        }
        return pairs
    }
}
