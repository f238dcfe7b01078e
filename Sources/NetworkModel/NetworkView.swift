import Vocabulary

/// A choice of nodes and ties from a network, ready to be frozen into a graph.
///
/// Self-loops are counted and left out, since they count in no measure. Rows that tell the same
/// fact of the same two actors count once. Isolates stay.
public struct NetworkView: Sendable {
    /// What a node of the view stands for.
    public enum Node: Sendable, Hashable {
        /// Position among the network's actors.
        case actor(Int)
        /// Position among the network's events.
        case event(Int)
    }

    /// Where an edge of the view comes from.
    public enum Origin: Sendable, Hashable {
        /// Position among the network's ties.
        case tie(Int)
        /// Position among the network's participations.
        case participation(Int)
        /// Position of the event that two actors share.
        case sharedEvent(Int)
    }

    /// The whole network that it is a choice of.
    public let network: Network
    /// What was asked for; `date`, `isDirected` and `isTwoMode` say what came of it.
    public let options: ViewOptions
    /// Actors in the order of the input; in a two-mode view the events that it takes after them.
    public let nodes: [Node]
    /// How many of the nodes are actors: they come first.
    public let actorCount: Int
    /// Whether some ties run from their source to their target only.
    public let isDirected: Bool
    /// Whether events are nodes, and each tie joins an actor, its source, to an event.
    public let isTwoMode: Bool
    /// Positions among `nodes`; one entry for each tie of the view.
    public let sources: [Int32]
    /// Positions among `nodes`, as many as `sources`; in an undirected view source and target are the row's order and
    /// mean nothing.
    public let targets: [Int32]
    /// Empty where all are 1.
    public let weights: [Double]
    /// Whether the tie itself has a direction (an undirected tie in a directed view runs both ways).
    /// Empty where all are like the view.
    public let tieIsDirected: [Bool]
    /// For each tie of the view, what it comes from.
    public let origins: Origins
    /// The node of each self-loop that the view left out.
    public let loops: [Int32]
    /// Rows left out because another told the same fact of the same two actors.
    public let repeatedFactCount: Int
    /// Actors left out because they were not there at the view's date.
    public let absentActorCount: Int

    /// The origins of a view's ties, in a compact form where all are ties in order.
    public enum Origins: Sendable {
        /// Every tie of the network, in order.
        case allTies
        /// One for each tie.
        case listed([Origin])

        /// What the tie at a position of the view comes from; O(1). `.allTies` answers for any position.
        public subscript(position: Int) -> Origin {
            switch self {
            case .allTies: .tie(position)
            case .listed(let origins): origins[position]
            }
        }
    }

    /// The day whose actors the view holds; nil: of all times.
    public var date: PartialDate? { options.date(in: network) }
    /// Ties of the view, several between two nodes counted apart.
    public var tieCount: Int { sources.count }
    /// Rows left out since they tie an actor to itself.
    public var loopCount: Int { loops.count }
    /// Events among the nodes; 0 but in a two-mode view.
    public var eventCount: Int { nodes.count - actorCount }

    /// Of the actor or event that a node stands for.
    public func id(of node: Int) -> String {
        switch nodes[node] {
        case .actor(let position): network.actors.id(at: position)
        case .event(let position): network.events[position].id
        }
    }

    /// What readers see of the actor or event that a node stands for.
    public func name(of node: Int) -> String {
        switch nodes[node] {
        case .actor(let position): network.actors.name(at: position)
        case .event(let position): network.events[position].name
        }
    }

    /// The kind of the tie's origin, as the network's vocabulary names it.
    public func kindID(ofTie position: Int) -> String {
        switch origins[position] {
        case .tie(let tie): network.tieKinds[network.ties.kind(at: tie)].id
        case .participation: "participation"
        case .sharedEvent(let event): network.events[event].kind
        }
    }

    init(
        network: Network, options: ViewOptions, nodes: [Node], actorCount: Int, isDirected: Bool, isTwoMode: Bool,
        sources: [Int32], targets: [Int32], weights: [Double], tieIsDirected: [Bool],
        origins: Origins, loops: [Int32], repeatedFactCount: Int, absentActorCount: Int
    ) {
        self.network = network
        self.options = options
        self.nodes = nodes
        self.actorCount = actorCount
        self.isDirected = isDirected
        self.isTwoMode = isTwoMode
        self.sources = sources
        self.targets = targets
        self.weights = weights
        self.tieIsDirected = tieIsDirected
        self.origins = origins
        self.loops = loops
        self.repeatedFactCount = repeatedFactCount
        self.absentActorCount = absentActorCount
    }
}

extension NetworkView {
    /// The view with only those of its ties that stand for a chosen tie of the network; participations
    /// and shared events stay.
    ///
    /// - Parameter isKept: from the position of a tie among the network's.
    public func keeping(_ isKept: (Int) -> Bool) -> NetworkView {
        let kept = sources.indices.filter { place in
            if case .tie(let position) = origins[place] { isKept(position) } else { true }
        }
        return NetworkView(
            network: network, options: options, nodes: nodes, actorCount: actorCount, isDirected: isDirected,
            isTwoMode: isTwoMode, sources: kept.map { sources[$0] }, targets: kept.map { targets[$0] },
            weights: weights.isEmpty ? [] : kept.map { weights[$0] },
            tieIsDirected: tieIsDirected.isEmpty ? [] : kept.map { tieIsDirected[$0] },
            origins: .listed(kept.map { origins[$0] }), loops: loops, repeatedFactCount: repeatedFactCount,
            absentActorCount: absentActorCount)
    }

    /// What the view shows, in words: for captions, codebooks and provenance.
    public func summary(_ language: Language) -> String {
        let french = language == .french
        var parts: [String] = []
        func add(_ en: String, _ fr: String) { parts.append(french ? fr : en) }
        if let layers = options.layers {
            let names = layers.sorted().map { $0.name.text(language) }.joined(separator: ", ")
            add("layers: \(names)", "couches : \(names)")
        }
        if let kinds = options.kinds {
            let names = kinds.sorted().joined(separator: ", ")
            add("kinds: \(names)", "types : \(names)")
        }
        if let date = options.date {
            add("at \(date)", "au \(date)")
        } else if absentActorCount > 0, let date {
            let (actors, absents) = absentActorCount == 1 ? ("actor", "acteur absent") : ("actors", "acteurs absents")
            add(
                "without \(absentActorCount) \(actors) not there at \(date)",
                "sans \(absentActorCount) \(absents) au \(date)")
        }
        if options.insideOnly { add("inside actors only", "acteurs internes seulement") }
        if let perimeter = options.perimeter { add("perimeter: \(perimeter)", "périmètre : \(perimeter)") }
        if options.minimumConfidence > 0 {
            add("confidence at least \(options.minimumConfidence)", "confiance d'au moins \(options.minimumConfidence)")
        }
        if options.statuses != ViewOptions().statuses {
            let names = TieStatus.allCases.filter(options.statuses.contains)
                .map { $0.name.text(language) }.joined(separator: ", ")
            add("status: \(names)", "statut : \(names)")
        }
        if isTwoMode { add("two-mode", "bimodal") }
        if options.events == .projected { add("with shared events", "avec événements partagés") }
        add(isDirected ? "directed" : "undirected", isDirected ? "orienté" : "non orienté")
        return parts.joined(separator: language.semicolon)
    }
}
