import NetworkModel
import Vocabulary

/// Actors, and what rows of all kinds share: evidence and dates.
extension DatasetReading {
    mutating func readActors(_ table: inout TableReader) {
        var further = [[String?]](repeating: [], count: table.further.count)
        var parents: [(child: Int, parent: String, line: Int)] = []
        var withoutEvidence: (count: Int, firstLine: Int) = (0, 0)
        let places = PlaceCheck(knowsPerimeters ? description.territory : nil)
        var unknownPlaces: Set<String> = []
        while table.next() {
            let id = table.newID("id", in: &actorIDs)
            let line = table.csv.line
            let actor = actor(id ?? "", &table)
            guard id != nil else { continue }
            if let parent = actor.parent { parents.append((actors.count, parent, line)) }
            if actor.evidence.isEmpty {
                withoutEvidence = (
                    withoutEvidence.count + 1, withoutEvidence.count == 0 ? line : withoutEvidence.firstLine
                )
            }
            if let place = actor.place, places.isOutside(place), unknownPlaces.insert(place).inserted {
                table.report(
                    .note, "place-outside-perimeters", "No perimeter has the place \"\(Excerpt.of(place))\".",
                    remedy:
                        "Add it to a perimeter in \(DatasetSchema.package), if it is inside; to its \"overlapping\", if it contains it.",
                    column: "place")
            }
            actors.append(actor)
            for (column, cell) in table.furtherCells().enumerated() { further[column].append(cell) }
        }
        actorAttributes = zip(table.further, further).map { Actors.Attribute(name: $0.name, values: $1) }
        actors = Actors.told(actors, by: actorAttributes)
        reportActors(withoutEvidence: withoutEvidence, &table)
        check(parents, &table)
    }

    private mutating func actor(_ id: String, _ table: inout TableReader) -> Actor {
        var actor = Actor(id: id, name: table.required("name"))
        _ = table.reference("kind", to: &actorKindIDs, "undeclared-kind", what: "kind")
        actor.kind = table.text("kind") ?? ""
        actor.sector = table.text("sector")
        actor.place = table.text("place")
        actor.inside = table.flag("inside")
        (actor.since, actor.until) = table.period("since")
        actor.size = table.number("size")
        actor.members = table.count("members")
        actor.qualifiedShare = table.number("qualified_share")
        actor.parent = table.text("parent")
        actor.evidence = evidence(&table)
        actor.note = table.text("note")
        return actor
    }

    private mutating func reportActors(withoutEvidence: (count: Int, firstLine: Int), _ table: inout TableReader) {
        if actors.isEmpty {
            table.report(
                .warning, "empty-table", "The table has no actors yet.", remedy: "Write one actor in a row.",
                column: nil)
        } else if withoutEvidence.count > 0 {
            table.report(
                .note, "no-evidence", "\(withoutEvidence.count) of \(actors.count) actors have no evidence.",
                remedy: "Name the source of each in the column \"evidence\".", column: "evidence",
                line: withoutEvidence.firstLine)
        }
    }

    // MARK: Parents

    private mutating func check(
        _ parents: [(child: Int, parent: String, line: Int)], _ table: inout TableReader
    ) {
        var parentOf: [Int: Int] = [:]
        for (child, parent, line) in parents {
            switch actorIDs.look(up: parent) {
            case .known(let position): parentOf[child] = position
            case .unchecked: break
            case .unknown:
                table.report(
                    .error, "unknown-id",
                    "There is no actor \"\(Excerpt.of(parent))\" in \(DatasetSchema.actors.file).",
                    remedy: actorIDs.suggestion(for: parent) + "Correct the id, or add a row for it.", column: "parent",
                    line: line, id: actors[child].id)
            }
        }
        reportCycles(parentOf, &table)
    }

    /// Each cycle once, at its first actor. Time: O(actors), since each is walked through once.
    private mutating func reportCycles(_ parentOf: [Int: Int], _ table: inout TableReader) {
        var walk = [Int](repeating: -1, count: actors.count)
        for start in actors.indices where walk[start] < 0 {
            var at = start
            walk[at] = start
            while let parent = parentOf[at] {
                if walk[parent] == start {
                    reportCycle(through: parent, parentOf, &table)
                    break
                }
                guard walk[parent] < 0 else { break }
                walk[parent] = start
                at = parent
            }
        }
    }

    private func reportCycle(through first: Int, _ parentOf: [Int: Int], _ table: inout TableReader) {
        var names = [Excerpt.of(actors[first].id)]
        var at = parentOf[first]
        while let next = at, next != first, names.count < 8 {
            names.append(Excerpt.of(actors[next].id))
            at = parentOf[next]
        }
        if at == first { names.append(names[0]) }
        table.report(
            .error, "parent-cycle", "An actor is part of itself: \(names.joined(separator: " → ")).",
            remedy: "Empty one of these cells.", column: "parent", line: actorIDs.line(at: first), id: actors[first].id)
    }

    // MARK: Cells that several tables have

    mutating func evidence(_ table: inout TableReader) -> [Evidence] {
        guard let cell = table.text("evidence") else { return [] }
        let evidence = Evidence.list(cell)
        for piece in evidence {
            _ = table.look(up: piece.source, "evidence", in: &sourceIDs, "unknown-source", what: "source")
        }
        return evidence
    }

    mutating func requiredEvidence(_ table: inout TableReader) -> [Evidence] {
        let evidence = evidence(&table)
        if evidence.isEmpty {
            table.report(
                .warning, "no-evidence", "Nothing says where this is known from.",
                remedy: "Name a source and the place in it, such as \"source-id:p. 12\".", column: "evidence")
        }
        return evidence
    }
}

/// Whether a place is in none of the perimeters, where there are any.
private struct PlaceCheck {
    private let known: Set<String>
    private let hasPerimeters: Bool

    init(_ territory: Territory?) {
        let perimeters = territory?.perimeters ?? []
        known = perimeters.reduce(into: []) { $0.formUnion($1.places.union($1.overlapping)) }
        hasPerimeters = !perimeters.isEmpty
    }

    func isOutside(_ place: String) -> Bool { hasPerimeters && !known.contains(place) }
}
