import Files
import GraphKernels
import NetworkModel
import Vocabulary

/// From what a file holds to a network of the model: which attribute is what.
///
/// Attributes named like the columns of a dataset (`kind`, `since`, `weight` …) are read as such
/// where all their cells are; all others are kept as further ones. Nodes whose `mode` is `event`
/// are events, and their ties participations.
extension PlainNetwork {
    consuming func reading(of bytes: [UInt8], directed: Bool?) -> Reading {
        var plain = self
        if !plain.isCut {
            plain.closeEnds()
            plain.checkSize()
        }
        guard !plain.findings.hasErrors else { return Reading(network: nil, findings: plain.findings.all) }
        var description = DatasetDescription(name: FilePath.stem(of: plain.file))
        description.contentHash = ContentHash.text(of: bytes)
        var making = NetworkMaking(plain, directed: directed)
        let network = making.network(description)
        return Reading(network: network, findings: making.plain.findings.all)
    }

    private mutating func checkSize() {
        if nodes.isMostlyEmpty(rowCount: nodeCount) || ties.isMostlyEmpty(rowCount: tieCount) {
            report(
                .error, "too-many-attributes",
                Bilingual(
                    en:
                        "The nodes or ties have \(max(nodes.columns.count, ties.columns.count)) attributes, most of them of one or a few only.",
                    fr:
                        "Les nœuds ou les liens ont \(max(nodes.columns.count, ties.columns.count), fr: "attribut", "attributs"), dont la plupart d'un seul ou de quelques-uns seulement."
                ),
                remedy: Bilingual(
                    en: "Give what means the same the same name; at most \(PlainTable.mostColumns) names are read.",
                    fr: "Donnez le même nom à ce qui a le même sens ; \(PlainTable.mostColumns) noms au plus sont lus."),
                line: nil)
        }
        if nodeCount == 0 {
            report(
                .warning, "empty-network", Bilingual(en: "The file has no nodes.", fr: "Le fichier n'a pas de nœuds."),
                remedy: Bilingual(en: "Check that it is the right file.", fr: "Vérifiez que c'est le bon fichier."),
                line: nil)
        }
    }
}

/// A plain network on its way to one of the model.
private struct NetworkMaking {
    var plain: PlainNetwork
    private let directed: Bool?
    private var nodes: PlainColumns
    private var ties: PlainColumns
    private var names: [String?] = []
    /// The ids by which the file speaks of nodes.
    private let fileIDs: [String]
    /// Whether each node is an event; nil where none is.
    private var isEvent: [Bool]?
    /// The cells of the actors' declared columns, by name.
    private var taken: [String: [CellValue?]] = [:]

    init(_ plain: PlainNetwork, directed: Bool?) {
        self.plain = plain
        self.directed = directed
        fileIDs = plain.ids
        nodes = PlainColumns(plain.nodes, rowCount: plain.nodeCount)
        ties = PlainColumns(plain.ties, rowCount: plain.tieCount)
        self.plain.reportMissing(nodes.emptyMissing() + ties.emptyMissing())
    }

    mutating func network(_ description: DatasetDescription) -> Network? {
        takeNames()
        isEvent = modes()
        do {
            let (rows, kinds) = actorRows()
            let eventKinds = takeEventKinds()
            let events = self.events(rows, kinds: eventKinds)
            plain.reportKept(nodes.notes)
            plain.report(renamed: nodes.makeNamesUnique(["id", "name"]))
            let actorPlaces = plain.ids.indices.filter { !(isEvent?[$0] ?? false) }
            let actors = try actors(rows, at: actorPlaces)
            let parts = tieParts(actorPlaces)
            guard !plain.findings.hasErrors else { return nil }
            return try Network(
                description: description, actors: actors, ties: parts.ties, events: events,
                participation: parts.participation, tieKinds: parts.kinds, actorKinds: kinds, eventKinds: eventKinds,
                beside: beside(actors))
        } catch {
            plain.report(
                .error, "invalid-network", error.statement, remedy: error.advice, line: nil, id: error.place?.id)
            return nil
        }
    }

    /// Where the file puts its nodes, with y upwards: attributes x and y alone would turn the picture upside down.
    private func beside(_ actors: Actors) -> SideTables {
        var beside = SideTables()
        guard plain.countsPlacesFromTop, let xs = actors.numbers(of: "x"), let ys = actors.numbers(of: "y") else {
            return beside
        }
        beside.positions = actors.indices.compactMap { actor in
            guard let x = xs[actor], let y = ys[actor] else { return nil }
            return DiscPosition(actor: actors.id(at: actor), x: x, y: 1 - y)
        }
        return beside
    }

    // MARK: Nodes

    /// Ids that only number the nodes give way to labels, where those are unique; a name is what
    /// else tells what a node is called.
    private mutating func takeNames() {
        let isPlainlyNumbered = plain.ids.indices.allSatisfy { plain.ids[$0] == "n\($0)" }
        let candidates = plain.hasNumberedIDs ? ["label", "name"] : isPlainlyNumbered ? ["name", "label"] : []
        for candidate in candidates {
            let labels = (nodes.values(candidate) ?? []).compactMap { $0 }
            guard !labels.isEmpty, labels.count == plain.nodeCount, Set(labels).count == labels.count else { continue }
            _ = nodes.take(candidate)
            plain.rename(labels)
            break
        }
        names = nodes.take("name") ?? nodes.take("label") ?? []
    }

    private mutating func modes() -> [Bool]? {
        guard let modes = nodes.values("mode"), modes.allSatisfy({ $0 == "actor" || $0 == "event" }) else {
            plain.reportParts(
                ["mode", "bipartite", "type"].compactMap { name in nodes.values(name).map { (name, $0) } })
            return nil
        }
        let isEvent = modes.map { $0 == "event" }
        guard !zip(plain.sources, plain.targets).contains(where: { isEvent[Int($0)] && isEvent[Int($1)] }) else {
            plain.report(
                .warning, "tied-events",
                Bilingual(
                    en: "Two events are tied to each other; all nodes were read as actors.",
                    fr: "Deux événements sont liés l'un à l'autre ; tous les nœuds ont été lus comme des acteurs."),
                remedy: Bilingual(
                    en: "Tie actors to events only, or take the attribute \"mode\" away.",
                    fr: "Ne liez les acteurs qu'à des événements, ou enlevez l'attribut « mode »."), line: nil)
            return nil
        }
        _ = nodes.take("mode")
        return isEvent
    }

    /// A row for each node, and the kinds of actor; no rows where only ids are known.
    private mutating func actorRows() -> (rows: [Actor], kinds: [ActorKind]) {
        let (kindIDs, kinds) = takeActorKinds()
        let parents = takeParents()
        let own: Set = ["id", "name", "kind", "parent"]
        taken = nodes.take(Actor.table.columns.map(\.schema).filter { !own.contains($0.id) })
        plain.reportReversed(taken["since"], taken["until"], lines: plain.nodeLines)
        guard
            !names.isEmpty || kindIDs != nil || parents != nil || !taken.isEmpty || isEvent != nil
                || !nodes.further.isEmpty
        else { return ([], kinds) }
        let rows = plain.ids.indices.map { row in
            var actor = Actor(id: plain.ids[row], name: names.isEmpty ? nil : names[row], kind: kindIDs?[row] ?? "")
            actor.parent = parents?[row]
            Actor.table.fill(&actor, row) { taken[$0.id] }
            return actor
        }
        return (rows, kinds)
    }

    /// Kinds of actor, where the file tells the sphere of each: without one a kind is an attribute
    /// like any other.
    private mutating func takeActorKinds() -> (ids: [String?]?, kinds: [ActorKind]) {
        guard let ids = nodes.values("kind"), let spheres = nodes.values("sphere") else { return (nil, []) }
        var sphereOf: [String: Sphere] = [:]
        var kinds: [ActorKind] = []
        for row in ids.indices where !(isEvent?[row] ?? false) {
            guard let id = ids[row] else { continue }
            guard let sphere = spheres[row].flatMap({ Sphere(rawValue: $0.lowercased()) }),
                sphereOf[id] ?? sphere == sphere
            else { return (nil, []) }
            if sphereOf.updateValue(sphere, forKey: id) == nil { kinds.append(ActorKind(id: id, sphere: sphere)) }
        }
        _ = nodes.take("kind")
        _ = nodes.take("sphere")
        return (ids, kinds)
    }

    /// The nodes that others are part of, where each is there and none is part of itself.
    private mutating func takeParents() -> [String?]? {
        guard let parents = nodes.values("parent") else { return nil }
        guard let places = places(of: parents, among: plain.ids) ?? places(of: parents, among: fileIDs) else {
            return nil
        }
        var walk = [Int](repeating: -1, count: places.count)
        for start in places.indices where walk[start] < 0 {
            var at = start
            walk[at] = start
            while let next = places[at] {
                guard walk[next] != start else { return nil }
                guard walk[next] < 0 else { break }
                walk[next] = start
                at = next
            }
        }
        _ = nodes.take("parent")
        return places.map { $0.map { plain.ids[$0] } }
    }

    /// The node that each parent's id leads to; nil where one leads to no actor.
    private func places(of parents: [String?], among ids: [String]) -> [Int?]? {
        let actors = ids.indices.filter { !(isEvent?[$0] ?? false) }
        let positions = Dictionary(actors.map { (ids[$0], $0) }, uniquingKeysWith: { one, _ in one })
        var places: [Int?] = []
        for parent in parents {
            guard let parent else {
                places.append(nil)
                continue
            }
            guard let place = positions[parent] else { return nil }
            places.append(place)
        }
        return places
    }

    private mutating func actors(_ rows: [Actor], at places: [Int]) throws(MilieuError) -> Actors {
        guard !rows.isEmpty else { return try Actors(ids: plain.ids) }
        let attributes = nodes.further.map { column in
            Attribute(name: column.name, values: places.map { column.values[$0] })
        }
        // An attribute that only events have says nothing of actors.
        let saying = isEvent == nil ? attributes : attributes.filter { $0.values.contains { $0 != nil } }
        return try Actors(places.map { rows[$0] }, attributes: saying)
    }

    // MARK: Events

    private mutating func takeEventKinds() -> [EventKind] {
        guard let isEvent else { return [] }
        let layers = nodes.take("event_layer"), pooled = nodes.take("event_pooled")
        let ids = nodes.values("event_kind") ?? []
        var seen: Set<String> = []
        return ids.indices.compactMap { row in
            guard isEvent[row], let id = ids[row], seen.insert(id).inserted else { return nil }
            return EventKind(
                id: id, layer: layers?[row].map { Layer(rawValue: $0.lowercased()) } ?? .cooperation,
                isPooled: pooled?[row].flatMap(PlainCell.flag) ?? false)
        }
    }

    /// What actors and events both have (a place, dates, evidence) stands in the same attributes; the rest of
    /// what an event has is called so.
    private mutating func events(_ rows: [Actor], kinds: [EventKind]) -> [Event] {
        guard let isEvent else { return [] }
        let kindIDs = nodes.take("event_kind")
        var cells: [String: [CellValue?]] = [:]
        for column in Event.table.columns where !["id", "name", "kind"].contains(column.id) {
            let name = OutgoingColumns.nodeName(column.schema)
            cells[column.id] = taken[name] ?? nodes.take(name, column.schema.content)
        }
        return rows.indices.filter { isEvent[$0] }.map { row in
            var event = Event(id: rows[row].id, name: rows[row].name, kind: kindIDs?[row] ?? "")
            Event.table.fill(&event, row) { cells[$0.id] }
            return event
        }
    }

    // MARK: Ties

    private struct Parts {
        var ties = Ties([])
        var participation: [Participation] = []
        var kinds: [TieKind] = []
    }

    private mutating func tieParts(_ actorPlaces: [Int]) -> Parts {
        let weights = takeWeights()
        let kindIDs = ties.take("kind"), layers = ties.take("layer"), meanings = ties.take("weight_means")
        let cells = takeTieCells(actorPlaces)
        plain.reportKept(ties.notes)
        plain.report(renamed: ties.makeNamesUnique(["source", "target"]))
        plain.reportReversed(cells["since"], cells["until"], lines: plain.tieLines)

        var positions = [Int32](repeating: -1, count: plain.nodeCount)
        for (position, place) in actorPlaces.enumerated() { positions[place] = Int32(position) }
        let found = participations(positions, weights, cells)
        var parts = found.parts
        let rows = found.rows
        var kinds = KindMaking()
        let kindOfRow = rows.map { row in
            kinds.kind(
                (kindIDs?[row] ?? nil) ?? "tie", isDirected: directed ?? plain.directions[row] ?? false,
                layer: layers?[row] ?? nil,
                means: (meanings?[row] ?? nil).flatMap { WeightMeaning(rawValue: $0.lowercased()) },
                line: plain.tieLines[row], &plain)
        }
        parts.kinds = kinds.finish(&plain)
        let tieWeights = rows.map { (weights?[$0] ?? nil) ?? 1 }
        // Roles are of participations alone.
        let hasDetails = !ties.further.isEmpty || Tie.table.columns.contains { cells[$0.id] != nil }
        let blank = Tie.blank
        parts.ties = Ties(
            sources: rows.map { positions[Int(plain.sources[$0])] },
            targets: rows.map { positions[Int(plain.targets[$0])] },
            kinds: parts.kinds.count > 1 ? kindOfRow.map(Int32.init) : [],
            weights: tieWeights.contains { $0 != 1 } ? tieWeights : [],
            details: hasDetails
                ? rows.map { row in
                    var tie = blank
                    Tie.table.fill(&tie, row) { cells[$0.id] }
                    return tie.details
                } : [],
            attributes: ties.further.map { column in
                Attribute(name: column.name, values: rows.map { column.values[$0] })
            })
        plain.report(parts.ties, kinds: parts.kinds, lines: rows.map { plain.tieLines[$0] })
        return parts
    }

    /// The cells of the declared columns that ties have, and participations where there are any. What both have
    /// (evidence) stands in the same attributes.
    private mutating func takeTieCells(_ actorPlaces: [Int]) -> [String: [CellValue?]] {
        var columns = Tie.table.columns.map(\.schema)
        if isEvent != nil { columns += Participation.table.columns.map(\.schema) }
        let own: Set = ["source", "target", "kind", "weight", "actor", "event", "count"]
        let named = columns.contains { column in
            if case .references = column.content { ties.has(column.id) } else { false }
        }
        let ids = named ? Set(actorPlaces.map { plain.ids[$0] }) : []
        return ties.take(columns.filter { !own.contains($0.id) }) { ids.contains($0) }
    }

    /// The participations, and the rows that are ties.
    private mutating func participations(
        _ positions: [Int32], _ weights: [Double?]?, _ cells: [String: [CellValue?]]
    ) -> (parts: Parts, rows: [Int]) {
        var eventPositions = [Int](repeating: -1, count: isEvent == nil ? 0 : plain.nodeCount)
        var eventCount = 0
        for place in eventPositions.indices where positions[place] < 0 {
            eventPositions[place] = eventCount
            eventCount += 1
        }
        var parts = Parts()
        var rows: [Int] = []
        var weightsSeen = WeightsSeen()
        for row in plain.sources.indices where weightsSeen.isTie((weights?[row] ?? nil) ?? 1, line: plain.tieLines[row])
        {
            let (source, target) = (Int(plain.sources[row]), Int(plain.targets[row]))
            guard positions[source] < 0 || positions[target] < 0 else {
                rows.append(row)
                continue
            }
            let (actor, event) = positions[source] < 0 ? (target, source) : (source, target)
            var part = Participation(
                actor: Int(positions[actor]), event: eventPositions[event], count: weights?[row] ?? nil)
            Participation.table.fill(&part, row) { cells[$0.id] }
            parts.participation.append(part)
        }
        for finding in weightsSeen.findings(Bilingual(en: "ties", fr: "liens"), file: plain.file, column: "weight") {
            plain.findings.add(finding)
        }
        return (parts, rows)
    }

    /// The weights: what is called so, or `value`, as older files have it, where all of it are numbers.
    private mutating func takeWeights() -> [Double?]? {
        if let texts = ties.take("weight") {
            return texts.indices.map { row in
                guard let text = texts[row] else { return nil }
                if let weight = PlainCell.number(text) { return weight }
                plain.report(
                    .error, "bad-number",
                    Bilingual(
                        en: "The weight \"\(Excerpt.of(text))\" is no number.",
                        fr: "Le poids « \(Excerpt.of(text)) » n'est pas un nombre."),
                    remedy: Bilingual(
                        en: "Write digits with a point, such as 12.5; leave it out where nothing is known.",
                        fr: "Écrivez des chiffres avec un point, comme 12.5 ; omettez-le si rien n'est connu."),
                    line: plain.tieLines[row], column: "weight")
                return nil
            }
        }
        guard let texts = ties.values("value"), texts.allSatisfy({ $0.map { PlainCell.number($0) != nil } ?? true }),
            let values = ties.take("value", .number(nil))
        else { return nil }
        plain.report(
            .note, "value-as-weight",
            Bilingual(
                en: "The attribute \"value\" of the ties was read as their weight.",
                fr: "L'attribut « value » des liens a été lu comme leur poids."),
            remedy: Bilingual(
                en: "Nothing needs to be done, if that is what it means.",
                fr: "Rien à faire, si c'est bien ce qu'il veut dire."), line: nil, column: "value")
        return values.map { $0?.number }
    }
}
