import Vocabulary

/// A territory's actors, ties and events. Valid by construction: every reference leads somewhere,
/// every id is unique, every share is a share.
public struct Network: Sendable {
    /// What is said of the dataset as a whole.
    public private(set) var description: DatasetDescription
    /// In the order of the input; ties and participations name them by position.
    public private(set) var actors: Actors
    /// In the order of the input; they name actors and kinds by position.
    public private(set) var ties: Ties
    /// In the order of the input, gatherings and pooled resources.
    public private(set) var events: [Event]
    /// Who took part in what; an actor may stand in several rows of one event.
    public private(set) var participation: [Participation]
    /// Never empty where there are ties.
    public private(set) var tieKinds: [TieKind]
    /// The kinds that actors name by id; empty where none has a kind.
    public private(set) var actorKinds: [ActorKind]
    /// The kinds that events name by id; empty where none has a kind.
    public private(set) var eventKinds: [EventKind]
    /// What evidence can cite; that each cited one is there is asked by a reader, not here.
    public private(set) var sources: [Source]
    /// Tables that stand beside the network.
    public private(set) var beside: SideTables

    /// Checks every reference and range.
    ///
    /// - Throws: `MilieuError` of cause `data` at the first thing that does not hold. A reader
    ///   that wants all findings with their places makes them before it calls this.
    public init(
        description: DatasetDescription, actors: Actors, ties: Ties, events: [Event] = [],
        participation: [Participation] = [], tieKinds: [TieKind], actorKinds: [ActorKind] = [],
        eventKinds: [EventKind] = [], sources: [Source] = [], beside: SideTables = SideTables()
    ) throws(MilieuError) {
        try Self.requireUnique(tieKinds.map(\.id), in: "tie-kinds")
        try Self.requireUnique(actorKinds.map(\.id), in: "actor-kinds")
        try Self.requireUnique(eventKinds.map(\.id), in: "event-kinds")
        try Self.requireUnique(events.map(\.id), in: "events")
        try Self.requireUnique(sources.map(\.id), in: "sources")
        try Self.check(actors, kinds: Set(actorKinds.map(\.id)))
        try Self.check(ties, actorCount: actors.count, kindCount: tieKinds.count)
        try Self.check(events, kinds: Set(eventKinds.map(\.id)))
        for row in participation {
            guard actors.indices.contains(row.actor), events.indices.contains(row.event) else {
                throw Self.invalid(
                    Bilingual(
                        en: "A participation leads to no actor or no event.",
                        fr: "Une participation ne mène à aucun acteur ou à aucun événement."), "participation")
            }
            if let fault = Participation.table.fault(in: row) { throw Self.invalid(fault, "participation") }
        }
        if let fault = beside.fault(actors) { throw Self.invalid(fault.message, fault.table) }
        try Self.checkReporters(ties, actors)
        self.description = description
        self.actors = actors
        self.ties = ties
        self.events = events
        self.participation = participation
        self.tieKinds = tieKinds
        self.actorKinds = actorKinds
        self.eventKinds = eventKinds
        self.sources = sources
        self.beside = beside
    }

    private static func check(_ actors: Actors, kinds: Set<String>) throws(MilieuError) {
        // Of a plain network's actors only the ids are known, and those are checked already.
        guard actors.hasRows else { return }
        for actor in actors {
            guard actor.kind.isEmpty || kinds.contains(actor.kind) else {
                throw invalid(
                    Bilingual(
                        en: "The actor kind \"\(actor.kind)\" is not declared.",
                        fr: "Le type d'acteur « \(actor.kind) » n'est pas déclaré."), "actors", actor.id)
            }
            if let fault = Actor.table.fault(in: actor) { throw invalid(fault, "actors", actor.id) }
            guard actor.parent.map({ actors.position(of: $0) != nil && $0 != actor.id }) ?? true else {
                throw invalid(
                    Bilingual(
                        en: "The parent is no other actor of the network.",
                        fr: "La structure mère n'est aucun autre acteur du réseau."), "actors", actor.id)
            }
        }
    }

    private static func check(_ ties: Ties, actorCount: Int, kindCount: Int) throws(MilieuError) {
        func require(_ holds: (Int) -> Bool, _ message: Bilingual) throws(MilieuError) {
            if let position = ties.indices.first(where: { !holds($0) }) {
                throw invalid(message, "ties", "row \(position + 1)")
            }
        }
        let (sources, targets, kinds, weights) = (ties.sources, ties.targets, ties.kinds, ties.weights)
        // Below zero, an unsigned number is larger than any count.
        try require(
            { UInt32(bitPattern: sources[$0]) < actorCount && UInt32(bitPattern: targets[$0]) < actorCount },
            Bilingual(en: "A tie leads to no actor.", fr: "Un lien ne mène à aucun acteur."))
        guard kindCount > 0 || ties.isEmpty else {
            throw invalid(
                Bilingual(en: "A tie's kind is not declared.", fr: "Le type d'un lien n'est pas déclaré."), "ties",
                "row 1")
        }
        if !kinds.isEmpty {
            try require(
                { (0..<kindCount).contains(Int(kinds[$0])) },
                Bilingual(en: "A tie's kind is not declared.", fr: "Le type d'un lien n'est pas déclaré."))
        }
        if !weights.isEmpty {
            try require(
                { weights[$0].isFinite },
                Bilingual(en: "A tie's weight is not a number.", fr: "Le poids d'un lien n'est pas un nombre."))
        }
        for position in ties.details.indices {
            if let fault = Tie.table.fault(in: ties[position]) { throw invalid(fault, "ties", "row \(position + 1)") }
        }
    }

    private static func checkReporters(_ ties: Ties, _ actors: Actors) throws(MilieuError) {
        for (position, detail) in ties.details.enumerated() {
            guard let id = detail.reportedBy.first(where: { actors.position(of: $0) == nil }) else { continue }
            throw invalid(
                Bilingual(
                    en: "The tie is reported by \"\(id)\", who is no actor.",
                    fr: "Le lien est rapporté par « \(id) », qui n'est pas un acteur."), "ties", "row \(position + 1)")
        }
    }

    private static func check(_ events: [Event], kinds: Set<String>) throws(MilieuError) {
        for event in events where !(event.kind.isEmpty || kinds.contains(event.kind)) {
            throw invalid(
                Bilingual(
                    en: "The event kind \"\(event.kind)\" is not declared.",
                    fr: "Le type d'événement « \(event.kind) » n'est pas déclaré."), "events", event.id)
        }
        for event in events {
            if let fault = Event.table.fault(in: event) { throw invalid(fault, "events", event.id) }
        }
    }

    private static func requireUnique(_ ids: [String], in table: String) throws(MilieuError) {
        var seen: Set<String> = []
        for id in ids where !seen.insert(id).inserted {
            throw invalid(Bilingual(en: "The id is there twice.", fr: "L'identifiant y est deux fois."), table, id)
        }
    }

    private static func invalid(_ message: Bilingual, _ table: String, _ id: String? = nil) -> MilieuError {
        MilieuError(
            .data, message,
            remedy: Bilingual(en: "Correct the table \"\(table)\".", fr: "Corrigez la table « \(table) »."),
            at: Place(file: table, id: id))
    }
}

extension Network {
    /// Whether each actor belongs to the territory within a perimeter (the default one where none
    /// is named): its own `inside`, else whether its place is in the perimeter; nil where neither
    /// is known, or where the place overlaps the perimeter without lying in it.
    public func insideness(perimeter: Perimeter? = nil) -> [Bool?] {
        let perimeter = perimeter ?? description.territory?.defaultPerimeter
        return actors.indices.map { position in
            if let inside = actors.inside(at: position) { return inside }
            guard let perimeter, let place = actors.place(at: position) else { return nil }
            if perimeter.places.contains(place) { return true }
            return perimeter.overlapping.contains(place) ? nil : false
        }
    }

    /// The sphere of each actor, through its kind; nil where the kind is not known.
    public var spheres: [Sphere?] {
        let byKind = Dictionary(uniqueKeysWithValues: actorKinds.map { ($0.id, $0.sphere) })
        return actors.map { byKind[$0.kind] }
    }
}

extension Network {
    /// The network with some of its parts changed; whatever is not named stays, and so does what a network may
    /// hold one day.
    ///
    /// - Throws: `MilieuError` of cause `data` where the parts do not fit each other, as the initialiser says.
    /// - Complexity: O(actors + ties + events + participations), since all is checked anew.
    public func replacing(
        description: DatasetDescription? = nil, actors: Actors? = nil, ties: Ties? = nil, events: [Event]? = nil,
        participation: [Participation]? = nil, tieKinds: [TieKind]? = nil, actorKinds: [ActorKind]? = nil,
        eventKinds: [EventKind]? = nil, sources: [Source]? = nil, beside: SideTables? = nil
    ) throws(MilieuError) -> Network {
        var changed = self
        if let description { changed.description = description }
        if let actors { changed.actors = actors }
        if let ties { changed.ties = ties }
        if let events { changed.events = events }
        if let participation { changed.participation = participation }
        if let tieKinds { changed.tieKinds = tieKinds }
        if let actorKinds { changed.actorKinds = actorKinds }
        if let eventKinds { changed.eventKinds = eventKinds }
        if let sources { changed.sources = sources }
        if let beside { changed.beside = beside }
        _ = try Network(
            description: changed.description, actors: changed.actors, ties: changed.ties, events: changed.events,
            participation: changed.participation, tieKinds: changed.tieKinds, actorKinds: changed.actorKinds,
            eventKinds: changed.eventKinds, sources: changed.sources, beside: changed.beside)
        return changed
    }

    /// The network with other actors and ties, and no events.
    ///
    /// - Precondition: whoever made them has looked up what the initialiser checks, and need not have it checked again:
    ///   each actor's kind is one of the network's or empty, it has neither numbers nor a parent; each tie leads to two
    ///   of the actors, is of one of the network's kinds, and has a finite weight and no details; nothing beside the
    ///   network is about actors.
    package func retold(_ description: DatasetDescription, actors: Actors, ties: Ties) -> Network {
        var changed = self
        (changed.description, changed.actors, changed.ties) = (description, actors, ties)
        (changed.events, changed.participation) = ([], [])
        return changed
    }
}
