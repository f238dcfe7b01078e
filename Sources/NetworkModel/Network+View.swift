import Vocabulary

extension Network {
    /// Chooses nodes and ties.
    ///
    /// - Throws: `MilieuError` of cause `usage` where an option names a layer, kind or perimeter
    ///   that the network does not have.
    /// - Complexity: O(actors + ties + participations), plus the ties that a projection makes.
    public func view(_ options: ViewOptions = ViewOptions()) throws(MilieuError) -> NetworkView {
        try require(options)
        let (nodes, absent) = takenActors(options)
        var mode = options.events
        if mode == .automatic { mode = ties.isEmpty && !participation.isEmpty ? .twoMode : .leftOut }
        var taking = Taking(network: self, options: options, actors: nodes, absentCount: absent)
        if mode == .twoMode {
            // That an actor takes part in an event has no direction, and the kernels of two modes read none.
            guard options.direction != .directed else {
                throw MilieuError(
                    .usage,
                    Bilingual(
                        en: "A two-mode view has no direction: an actor takes part in an event.",
                        fr: "Une vue bimodale n'a pas de direction : un acteur prend part à un événement."),
                    remedy: Bilingual(
                        en: "Leave out --directed, or tie the actors that share events (--events projected).",
                        fr: "Omettez --directed, ou liez les acteurs qui partagent des événements (--events projected)."
                    ))
            }
            taking.takeParticipations()
            return taking.finish()
        }
        if mode == .leftOut, takesEverything(options), nodes.count == actors.count {
            return wholeView(options)
        }
        taking.takeTies()
        if mode == .projected { try taking.takeSharedEvents() }
        return taking.finish()
    }

    private func require(_ options: ViewOptions) throws(MilieuError) {
        let known = Set(tieKinds.map(\.layer.rawValue) + eventKinds.map(\.layer.rawValue))
        for layer in (options.layers ?? []).sorted() where !known.contains(layer.rawValue) {
            throw unknown(Bilingual(en: "layer", fr: "couche"), layer.rawValue, known.sorted())
        }
        let kinds = tieKinds.map(\.id)
        for kind in (options.kinds ?? []).sorted() where !kinds.contains(kind) {
            throw unknown(Bilingual(en: "kind of tie", fr: "type de lien"), kind, kinds)
        }
        let perimeters = description.territory?.perimeters.map(\.id) ?? []
        if let perimeter = options.perimeter, !perimeters.contains(perimeter) {
            throw unknown(Bilingual(en: "perimeter", fr: "périmètre"), perimeter, perimeters)
        }
        if options.insideOnly, !insideness(perimeter: perimeter(of: options)).contains(true) {
            throw MilieuError(
                .usage,
                Bilingual(
                    en: "The network does not say of any actor that it is inside the territory.",
                    fr: "Le réseau ne dit d'aucun acteur qu'il est dans le territoire."),
                remedy: Bilingual(
                    en: "Fill the column \"inside\", or \"place\" with a perimeter in datapackage.json.",
                    fr: "Remplissez la colonne « inside », ou « place » avec un périmètre dans datapackage.json."))
        }
    }

    private func unknown(_ what: Bilingual, _ id: String, _ known: [String]) -> MilieuError {
        let nearest = NearestMatch.hint(id, in: known)
        let list =
            known.isEmpty
            ? Bilingual(en: "It has none.", fr: "Il n'en a pas.")
            : Bilingual(en: "It has: \(known.joined(separator: ", ")).", fr: "Il a : \(known.joined(separator: ", ")).")
        return MilieuError(
            .usage,
            Bilingual(en: "The network has no \(what.en) \"\(id)\".", fr: "Le réseau n'a pas de \(what.fr) « \(id) »."),
            remedy: nearest + list)
    }

    func perimeter(of options: ViewOptions) -> Perimeter? {
        options.perimeter.flatMap { id in
            description.territory?.perimeters.first { $0.id == id }
        }
    }

    /// The actors that the view holds, in order, and how many are not there at its date.
    private func takenActors(_ options: ViewOptions) -> (taken: [Int], absent: Int) {
        let date = actors.hasRows ? options.date(in: self) : nil
        guard options.insideOnly || date != nil else { return (Array(actors.indices), 0) }
        let inside = options.insideOnly ? insideness(perimeter: perimeter(of: options)) : []
        var absent = 0
        let taken = actors.indices.filter { position in
            if options.insideOnly, inside[position] != true { return false }
            guard let date else { return true }
            if actors.holds(at: position, on: date) { return true }
            absent += 1
            return false
        }
        return (taken, absent)
    }

    private func takesEverything(_ options: ViewOptions) -> Bool {
        options.layers == nil && options.kinds == nil && ties.details.isEmpty && !ties.weights.contains(0)
            && Set(tieKinds.map(\.isDirected)).count <= 1
    }

    /// The view of a plain network: its own columns, shared and not copied.
    private func wholeView(_ options: ViewOptions) -> NetworkView {
        let loops = ties.indices.filter { ties.sources[$0] == ties.targets[$0] }.map { ties.sources[$0] }
        let kept = loops.isEmpty ? nil : ties.indices.filter { ties.sources[$0] != ties.targets[$0] }
        let ownDirection = tieKinds.first?.isDirected ?? false
        return NetworkView(
            network: self, options: options, nodes: actors.indices.map { .actor($0) }, actorCount: actors.count,
            isDirected: options.direction == .byKind ? ownDirection : options.direction == .directed,
            isTwoMode: false,
            sources: kept.map { $0.map { ties.sources[$0] } } ?? ties.sources,
            targets: kept.map { $0.map { ties.targets[$0] } } ?? ties.targets,
            weights: ties.weights.isEmpty ? [] : kept.map { $0.map { ties.weights[$0] } } ?? ties.weights,
            tieIsDirected: [],
            origins: kept.map { .listed($0.map { .tie($0) }) } ?? .allTies,
            loops: loops, repeatedFactCount: 0, absentActorCount: 0)
    }
}

/// Whether something that lasts from `since` to `until` holds at some day of `date`. What has no
/// dates holds always.
func holds(since: PartialDate?, until: PartialDate?, at date: PartialDate) -> Bool {
    (since.map { $0.earliest <= date.latest } ?? true) && (until.map { $0.latest >= date.earliest } ?? true)
}

/// The view in the making.
private struct Taking {
    let network: Network
    let options: ViewOptions
    var nodes: [NetworkView.Node]
    private let actorCount: Int
    /// For each actor of the network, its node; -1 where it is not in the view.
    private var nodeOfActor: [Int32]
    private var sources: [Int32] = []
    private var targets: [Int32] = []
    private var weights: [Double] = []
    private var tieIsDirected: [Bool] = []
    private var origins: [NetworkView.Origin] = []
    private var loops: [Int32] = []
    private var repeats = 0
    private var isTwoMode = false
    private let absentCount: Int

    /// A two-mode projection that would make more ties than this is refused.
    private static let largestProjection = 50_000_000

    init(network: Network, options: ViewOptions, actors: [Int], absentCount: Int) {
        self.network = network
        self.options = options
        self.absentCount = absentCount
        nodes = actors.map { .actor($0) }
        actorCount = actors.count
        nodeOfActor = Array(repeating: -1, count: network.actors.count)
        for (node, actor) in actors.enumerated() { nodeOfActor[actor] = Int32(node) }
    }

    mutating func takeTies() {
        let ties = network.ties
        let kindIsTaken = network.tieKinds.map { kind in
            (options.layers?.contains(kind.layer) ?? true) && (options.kinds?.contains(kind.id) ?? true)
        }
        let isDirected = network.tieKinds.map(\.isDirected)
        struct Told: Hashable { let fact: String, low: Int32, high: Int32 }
        var told: Set<Told> = []
        for position in ties.indices {
            let kind = ties.kind(at: position)
            guard kindIsTaken[kind] else { continue }
            let details = ties.details.isEmpty ? nil : ties.details[position]
            // A weight of 0 tells that there is no tie.
            guard details.map(isTaken) ?? true, ties.weight(at: position) != 0 else { continue }
            let (source, target) = (nodeOfActor[Int(ties.sources[position])], nodeOfActor[Int(ties.targets[position])])
            guard source >= 0, target >= 0 else { continue }
            guard source != target else {
                loops.append(source)
                continue
            }
            if let fact = details?.fact,
                !told.insert(Told(fact: fact, low: min(source, target), high: max(source, target))).inserted
            {
                repeats += 1
                continue
            }
            append(source, target, ties.weight(at: position), directed: isDirected[kind], .tie(position))
        }
    }

    /// By confidence, status and date. At a date, a past tie counts where its dates say that it
    /// held then, and a planned one where it was to begin before.
    private func isTaken(_ details: Tie.Details) -> Bool {
        guard (details.confidence ?? 1) >= options.minimumConfidence else { return false }
        guard let date = options.date else { return options.statuses.contains(details.status) }
        guard holds(since: details.since, until: details.until, at: date) else { return false }
        return options.statuses.contains(details.status) || (details.status == .past && details.until != nil)
    }

    mutating func takeParticipations() {
        isTwoMode = true
        var nodeOfEvent = [Int32](repeating: -1, count: network.events.count)
        for event in network.events.indices where eventIsTaken(event) {
            nodeOfEvent[event] = Int32(nodes.count)
            nodes.append(.event(event))
        }
        for (position, row) in network.participation.enumerated() {
            let (actor, event) = (nodeOfActor[row.actor], nodeOfEvent[row.event])
            guard actor >= 0, event >= 0 else { continue }
            append(actor, event, row.count ?? 1, directed: false, .participation(position))
        }
    }

    mutating func takeSharedEvents() throws(MilieuError) {
        var members: [[Int32]] = Array(repeating: [], count: network.events.count)
        for row in network.participation where eventIsTaken(row.event) && nodeOfActor[row.actor] >= 0 {
            if !members[row.event].contains(nodeOfActor[row.actor]) {
                members[row.event].append(nodeOfActor[row.actor])
            }
        }
        let count = members.reduce(0) { $0 + $1.count * ($1.count - 1) / 2 }
        guard count <= Self.largestProjection else {
            throw MilieuError(
                .usage,
                Bilingual(
                    en: "Tying all who share an event would make \(count) ties.",
                    fr: "Lier tous ceux qui partagent un événement ferait \(count, fr: "lien", "liens")."),
                remedy: Bilingual(
                    en: "Keep the events as nodes (a two-mode view).",
                    fr: "Gardez les événements comme nœuds (une vue bimodale)."))
        }
        for (event, nodes) in members.enumerated() {
            for (place, one) in nodes.enumerated() {
                for other in nodes[(place + 1)...] { append(one, other, 1, directed: false, .sharedEvent(event)) }
            }
        }
    }

    private func eventIsTaken(_ position: Int) -> Bool {
        let event = network.events[position]
        if let layers = options.layers {
            let layer = network.eventKinds.first { $0.id == event.kind }?.layer
            guard let layer, layers.contains(layer) else { return false }
        }
        guard let date = options.date else { return options.statuses.contains(event.status) || event.status == .past }
        return holds(since: event.date, until: event.until ?? event.date, at: date)
    }

    private mutating func append(
        _ source: Int32, _ target: Int32, _ weight: Double, directed: Bool, _ origin: NetworkView.Origin
    ) {
        sources.append(source)
        targets.append(target)
        weights.append(weight)
        tieIsDirected.append(directed)
        origins.append(origin)
    }

    func finish() -> NetworkView {
        let isDirected =
            switch options.direction {
            case .byKind: tieIsDirected.contains(true)
            case .directed: true
            case .undirected: false
            }
        // Asked for a directed view of undirected kinds, a researcher means the order of the row.
        let mixed = isDirected && options.direction == .byKind && tieIsDirected.contains(false)
        return NetworkView(
            network: network, options: options, nodes: nodes, actorCount: actorCount, isDirected: isDirected,
            isTwoMode: isTwoMode, sources: sources, targets: targets,
            weights: weights.contains { $0 != 1 } ? weights : [], tieIsDirected: mixed ? tieIsDirected : [],
            origins: .listed(origins), loops: loops, repeatedFactCount: repeats, absentActorCount: absentCount)
    }
}
