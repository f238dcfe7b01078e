import GraphKernels
import NetworkModel
import Vocabulary

/// What a random network keeps of the observed one.
public enum ReferenceModel: String, Sendable, CaseIterable {
    /// The number of actors (conditional uniform graph).
    case size
    /// Actors and ties (conditional uniform graph).
    case ties
    /// Actors, mutual and one-way dyads (conditional uniform graph).
    case dyads
    /// Every actor's in- and out-degree, in each layer on its own (switches).
    case degrees
    /// Every actor's number of events, and every event's of actors (curveball).
    case memberships
    /// All ties and how many actors are of each group; who is of which is drawn.
    case groups

    public var name: Bilingual {
        switch self {
        case .size: Bilingual(en: "networks of the same size", fr: "réseaux de même taille")
        case .ties: Bilingual(en: "networks of the same number of ties", fr: "réseaux de même nombre de liens")
        case .dyads: Bilingual(en: "networks of the same dyad census", fr: "réseaux de même recensement des dyades")
        case .degrees: Bilingual(en: "networks of the same degrees, layer by layer", fr: "réseaux de mêmes degrés, couche par couche")
        case .memberships:
            Bilingual(en: "networks of the same participations by actor and event", fr: "réseaux de mêmes participations par acteur et par événement")
        case .groups: Bilingual(en: "the same network with the groups reshuffled", fr: "le même réseau aux groupes rebattus")
        }
    }
}

extension MeasureContext {
    /// - Throws: `MilieuError` of cause `usage` where the model does not fit the view.
    func require(_ model: ReferenceModel) throws(MilieuError) {
        switch model {
        case .memberships where !view.isTwoMode:
            throw MilieuError(
                .usage, "Only a two-mode view has participations to reshuffle.",
                remedy: "Keep the events as nodes, or take another null model.")
        case .size, .ties, .dyads, .degrees, .groups:
            guard view.isTwoMode else { break }
            throw MilieuError(
                .usage, "In a two-mode view only participations can be tied at random.",
                remedy: "Take the null model \"memberships\".")
        case .memberships: break
        }
        if model == .groups { _ = try grouping() }
    }

    /// A random network of the model with the same actors.
    ///
    /// Ties keep their layer where the model is `degrees`, and lose dates and evidence always.
    func randomised(_ model: ReferenceModel, using random: inout RandomSource) throws(MilieuError) -> MeasureContext {
        switch model {
        case .size:
            return try replacingTies([(nil, UniformGraph.ofSize(binary.nodeCount, isDirected: binary.isDirected, using: &random))])
        case .ties:
            let drawn = UniformGraph.ofEdges(
                binary.nodeCount, edges: binary.edgeCount, isDirected: binary.isDirected, using: &random)
            return try replacingTies([(nil, drawn)])
        case .dyads where binary.isDirected:
            let census = DyadCensus(binary)
            let drawn = UniformGraph.ofDyads(
                binary.nodeCount, mutual: census.mutual, asymmetric: census.asymmetric, using: &random)
            return try replacingTies([(nil, drawn)])
        case .dyads:
            return try randomised(.ties, using: &random)
        case .degrees where layers.count < 2:
            return try replacingTies([(layers.first?.layer, Rewiring.degreePreserving(graph, using: &random))])
        case .degrees:
            var drawn: [(Layer?, Graph)] = []
            for layer in layers { drawn.append((layer.layer, Rewiring.degreePreserving(layer.directed, using: &random))) }
            return try replacingTies(drawn)
        case .memberships:
            return try replacingParticipations(
                Curveball.randomised(binary, firstMode: view.actorCount, using: &random))
        case .groups:
            return try reshufflingGroups(&random)
        }
    }

    /// The actors of the view, in order, with their attributes; `drawn` says which actor each is
    /// made from, and is the view's own order where nothing is given.
    func actors(drawn: [Int]? = nil, reshuffled: [String?]? = nil) throws(MilieuError) -> Actors {
        let positions = view.nodes.compactMap { node -> Int? in
            if case .actor(let position) = node { position } else { nil }
        }
        let source = drawn.map { $0.map { positions[$0] } } ?? positions
        let rows = source.enumerated().map { place, position in
            var row = network.actors[position]
            if drawn != nil { row.id = String(place) }
            row.parent = nil
            return row
        }
        var attributes = network.actors.attributes.map { $0.rows(at: source) }
        if let reshuffled { attributes.append(Actors.Attribute(name: Self.reshuffledGroups, values: reshuffled)) }
        return try Actors(rows, attributes: attributes)
    }

    /// Another network of the same actors, one kind of tie for each layer.
    func replacingTies(_ layers: [(Layer?, Graph)], actors: Actors? = nil) throws(MilieuError) -> MeasureContext {
        var ties: [Tie] = []
        for (kind, (_, graph)) in layers.enumerated() {
            for node in 0..<graph.nodeCount {
                for place in graph.outgoing.range(of: node) {
                    let target = Int(graph.outgoing.targets[place])
                    guard graph.isDirected || node < target else { continue }
                    ties.append(
                        Tie(
                            source: node, target: target, kind: kind,
                            weight: graph.isWeighted ? graph.outgoing.weights[place] : 1))
                }
            }
        }
        let kinds = layers.enumerated().map { number, layer in
            TieKind(id: "random-\(number)", isDirected: view.isDirected, layer: layer.0 ?? .cooperation)
        }
        let own = if let actors { actors } else { try self.actors() }
        let made = try Network(
            description: network.description, actors: own, ties: Ties(ties), tieKinds: kinds,
            actorKinds: network.actorKinds)
        var choice = ViewOptions()
        choice.events = .leftOut
        choice.direction = view.isDirected ? .directed : .undirected
        return MeasureContext(try made.view(choice), options: options)
    }

    private func replacingParticipations(_ graph: Graph) throws(MilieuError) -> MeasureContext {
        let rows = (0..<view.actorCount).flatMap { actor in
            graph.outgoing.neighbours(of: actor).map { Participation(actor: actor, event: Int($0) - view.actorCount) }
        }
        let events = view.nodes.compactMap { node -> Event? in
            if case .event(let position) = node { network.events[position] } else { nil }
        }
        let made = try Network(
            description: network.description, actors: try actors(), ties: Ties([]), events: events,
            participation: rows, tieKinds: [], actorKinds: network.actorKinds, eventKinds: network.eventKinds)
        var choice = ViewOptions()
        choice.events = .twoMode
        choice.statuses = Set(TieStatus.allCases)
        return MeasureContext(try made.view(choice), options: options)
    }

    private static let reshuffledGroups = "reshuffled groups"

    private func reshufflingGroups(_ random: inout RandomSource) throws(MilieuError) -> MeasureContext {
        let grouping = try grouping()
        var labels = grouping.groupOf.prefix(view.actorCount).map { $0 < 0 ? nil : grouping.labels[Int($0)] }
        let known = labels.indices.filter { labels[$0] != nil }
        let shuffled = known.map { labels[$0] }.shuffled(using: &random)
        for (place, value) in zip(known, shuffled) { labels[place] = value }
        var options = options
        options.grouping = Self.reshuffledGroups
        let actors = try actors(reshuffled: labels)
        let ties: [(Layer?, Graph)] = layers.isEmpty ? [(nil, graph)] : layers.map { ($0.layer, $0.directed) }
        return MeasureContext(try replacingTies(ties, actors: actors).view, options: options)
    }
}
