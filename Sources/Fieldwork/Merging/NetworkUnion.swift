import NetworkModel
import Vocabulary

/// A network that takes over what another has beside it: kinds, sources, actors, events. Which ties and parts in events
/// are one is for the caller to say.
struct NetworkUnion {
    private(set) var base: Network
    private(set) var tieKinds: [TieKind]
    private(set) var actorKinds: [ActorKind]
    private(set) var eventKinds: [EventKind]
    private(set) var sources: [Source]
    private(set) var actors: [Actor]
    private(set) var events: [Event]
    var ties: [Tie]
    var participation: [Participation]
    var beside: SideTables
    /// Cells of the base that the other's replaced.
    private(set) var changes: [Change] = []
    private var actorColumns: [FurtherColumn]
    private var tieColumns: [FurtherColumn]

    struct Change {
        let table: String
        let id: String
        let column: String
        let from: String
        let to: String
    }

    /// A column of the dataset's own, by row.
    private struct FurtherColumn {
        let name: String
        var values: [String?]
    }

    /// Where the other's actors, events and kinds of tie stand in the union, and what their ids became.
    struct Places {
        let actors: [Int]
        let events: [Int]
        let tieKinds: [Int]
        let ids: [String: String]

        /// A tie of the other's in the union's positions and ids.
        func tie(_ tie: Tie) -> Tie {
            var tie = tie
            (tie.source, tie.target, tie.kind) = (actors[tie.source], actors[tie.target], tieKinds[tie.kind])
            tie.details.reportedBy = tie.details.reportedBy.map { ids[$0] ?? $0 }
            return tie
        }
    }

    init(_ base: Network) {
        self.base = base
        (tieKinds, actorKinds, eventKinds) = (base.tieKinds, base.actorKinds, base.eventKinds)
        (sources, actors, events) = (base.sources, Array(base.actors), base.events)
        (ties, participation, beside) = (Array(base.ties), base.participation, base.beside)
        actorColumns = base.actors.attributes.map { FurtherColumn(name: $0.name, values: $0.values) }
        tieColumns = base.ties.attributes.map { FurtherColumn(name: $0.name, values: $0.values) }
    }

    /// - Parameters:
    ///   - actors: for positions of the other's actors the base's, where they are the same.
    ///   - events: the same of events.
    /// - Throws: `MilieuError` of cause `data` where both declare a kind differently.
    mutating func take(
        _ other: Network, actors known: [Int: Int], events knownEvents: [Int: Int],
        _ precedence: RowMerging.Precedence
    ) throws(MilieuError) -> Places {
        let tieKinds = try Self.take(other.tieKinds, into: &self.tieKinds, \.id) {
            $0.isDirected == $1.isDirected && $0.layer == $1.layer
        }
        _ = try Self.take(other.actorKinds, into: &actorKinds, \.id) { $0.sphere == $1.sphere }
        _ = try Self.take(other.eventKinds, into: &eventKinds, \.id) {
            $0.layer == $1.layer && $0.isPooled == $1.isPooled
        }
        _ = try Self.take(other.sources, into: &sources, \.id) { _, _ in true }
        let (places, ids) = takeActors(of: other, known, precedence)
        return Places(
            actors: places, events: takeEvents(of: other, knownEvents, precedence), tieKinds: tieKinds, ids: ids)
    }

    private static func take<Row: DatasetRow>(
        _ rows: [Row], into known: inout [Row], _ id: (Row) -> String, fits: (Row, Row) -> Bool
    ) throws(MilieuError) -> [Int] {
        var places = Dictionary(known.enumerated().map { (id($1), $0) }, uniquingKeysWith: { one, _ in one })
        var found: [Int] = []
        for row in rows {
            if let place = places[id(row)] {
                guard fits(known[place], row) else {
                    throw MilieuError(
                        .data,
                        Bilingual(
                            en:
                                "The two datasets declare the \(Row.table.schema.noun) \"\(Excerpt.of(id(row)))\" differently.",
                            fr:
                                "Les deux jeux de données déclarent différemment « \(Excerpt.of(id(row))) » (\(Row.table.schema.noun))."
                        ),
                        remedy: Bilingual(
                            en: "Let both say the same of it, or give it two names.",
                            fr: "Faites dire la même chose aux deux, ou donnez-lui deux noms."),
                        at: Place(file: Row.table.schema.file, id: Excerpt.of(id(row))))
                }
                found.append(place)
            } else {
                places[id(row)] = known.count
                found.append(known.count)
                known.append(row)
            }
        }
        return found
    }

    private mutating func takeActors(
        of other: Network, _ known: [Int: Int], _ precedence: RowMerging.Precedence
    ) -> (places: [Int], ids: [String: String]) {
        var taken = Set(actors.map(\.id))
        var places: [Int] = []
        var ids: [String: String] = [:]
        var rows: [(place: Int, row: Int)] = []
        for (row, actor) in other.actors.enumerated() {
            if let place = known[row] {
                places.append(place)
                ids[actor.id] = actors[place].id
            } else {
                var new = actor
                new.id = Self.free(actor.id, &taken)
                ids[actor.id] = new.id
                places.append(actors.count)
                actors.append(new)
            }
            rows.append((places[row], row))
        }
        // A parent is named by its id, which may have become another.
        for (place, row) in rows {
            var told = other.actors[row]
            told.parent = told.parent.map { ids[$0] ?? $0 }
            guard known[row] != nil else {
                actors[place].parent = told.parent
                continue
            }
            let id = actors[place].id
            var found: [Change] = []
            actors[place] = RowMerging.merged(actors[place], told, precedence, leavingOut: ["id"]) {
                found.append(Change(table: Actor.table.schema.file, id: id, column: $0, from: $1, to: $2))
            }
            changes += found
        }
        takeColumns(of: other.actors.attributes, places, precedence)
        return (places, ids)
    }

    private mutating func takeColumns(
        of attributes: [Attribute], _ places: [Int], _ precedence: RowMerging.Precedence
    ) {
        for place in actorColumns.indices { Self.lengthen(&actorColumns[place], actors.count) }
        for attribute in attributes {
            let position: Int
            if let known = actorColumns.firstIndex(where: { $0.name == attribute.name }) {
                position = known
            } else {
                position = actorColumns.count
                actorColumns.append(
                    FurtherColumn(name: attribute.name, values: Array(repeating: nil, count: actors.count)))
            }
            for (row, place) in places.enumerated() {
                guard let told = attribute.values[row] else { continue }
                if actorColumns[position].values[place] == nil || precedence == .second {
                    actorColumns[position].values[place] = told
                }
            }
        }
    }

    private static func lengthen(_ column: inout FurtherColumn, _ count: Int) {
        column.values += Array(repeating: nil, count: max(0, count - column.values.count))
    }

    private mutating func takeEvents(
        of other: Network, _ known: [Int: Int], _ precedence: RowMerging.Precedence
    ) -> [Int] {
        var taken = Set(events.map(\.id))
        return other.events.enumerated().map { row, event in
            guard let place = known[row] else {
                var new = event
                new.id = Self.free(event.id, &taken)
                events.append(new)
                return events.count - 1
            }
            let id = events[place].id
            var found: [Change] = []
            events[place] = RowMerging.merged(events[place], event, precedence, leavingOut: ["id"]) {
                found.append(Change(table: Event.table.schema.file, id: id, column: $0, from: $1, to: $2))
            }
            changes += found
            return place
        }
    }

    /// An id that nobody has yet.
    private static func free(_ id: String, _ taken: inout Set<String>) -> String {
        var (name, number) = (id, 2)
        while !taken.insert(name).inserted { (name, number) = ("\(id)_\(number)", number + 1) }
        return name
    }

    /// Adds a tie of the other's that the base has not, with its further columns.
    mutating func append(_ tie: Tie, row: Int, of other: Network) {
        ties.append(tie)
        for attribute in other.ties.attributes {
            guard let told = attribute.values[row] else { continue }
            if !tieColumns.contains(where: { $0.name == attribute.name }) {
                tieColumns.append(FurtherColumn(name: attribute.name, values: []))
            }
            guard let place = tieColumns.firstIndex(where: { $0.name == attribute.name }) else { continue }
            Self.lengthen(&tieColumns[place], ties.count - 1)
            tieColumns[place].values.append(told)
        }
    }

    /// - Parameter keeping: positions of ties, where not all of them stay.
    func network(_ description: DatasetDescription, keeping: [Int]? = nil) throws(MilieuError) -> Network {
        let kept = keeping ?? Array(ties.indices)
        func attributes(_ columns: [FurtherColumn], _ count: Int, _ rows: [Int]) -> [Attribute] {
            columns.map { column in
                var column = column
                Self.lengthen(&column, count)
                return Attribute(name: column.name, values: rows.map { column.values[$0] })
            }
        }
        return try Network(
            description: description,
            actors: Actors(actors, attributes: attributes(actorColumns, actors.count, Array(actors.indices))),
            ties: Ties(kept.map { ties[$0] }, attributes: attributes(tieColumns, ties.count, kept)), events: events,
            participation: participation, tieKinds: tieKinds, actorKinds: actorKinds, eventKinds: eventKinds,
            sources: sources, beside: beside)
    }
}
