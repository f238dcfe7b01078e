import NetworkModel
import Vocabulary

/// Actors.
extension DatasetReading {
    mutating func readActors(_ table: inout TableReader) {
        // A kind that nothing declares has no sphere: it is an attribute like any other.
        let ofKinds = isImplied(ActorKind.table.schema) ? ["kind"] : []
        let rows = RowReader<Actor>(table, leavingOut: Set(ofKinds))
        var further = FurtherCells(table, beside: ofKinds)
        var parents: [(child: Int, parent: String, line: Int)] = []
        var withoutEvidence: (count: Int, firstLine: Int) = (0, 0)
        let places = PlaceCheck(knowsPerimeters ? description.territory : nil)
        var unknownPlaces: Set<String> = []
        while table.next() {
            let line = table.csv.line
            guard var actor = rows.row(&table, &known) else { continue }
            if actor.name.isEmpty { actor.name = actor.id }
            if let parent = actor.parent { parents.append((actors.count, parent, line)) }
            if actor.evidence.isEmpty {
                withoutEvidence = (
                    withoutEvidence.count + 1, withoutEvidence.count == 0 ? line : withoutEvidence.firstLine
                )
            }
            if let place = actor.place, places.isOutside(place), unknownPlaces.insert(place).inserted {
                table.report(
                    .note, "place-outside-perimeters",
                    Bilingual(
                        en: "No perimeter has the place \"\(Excerpt.of(place))\".",
                        fr: "Aucun périmètre ne contient le lieu « \(Excerpt.of(place)) »."),
                    remedy:
                        Bilingual(
                            en:
                                "Add it to a perimeter in \(DatasetSchema.package), if it is inside; to its \"overlapping\", if it contains it.",
                            fr:
                                "Ajoutez-le à un périmètre de \(DatasetSchema.package) s'il est à l'intérieur, à son « overlapping » s'il le contient."
                        ),
                    column: "place")
            }
            if actor.collective == false, let members = actor.members, members > 1 {
                table.report(
                    .warning, "no-collective",
                    Bilingual(
                        en: "It stands for \(members), and is said to be no collective.",
                        fr: "Il représente \(members), et il est dit qu'il n'est pas collectif."),
                    remedy: Bilingual(en: "Correct one of the two columns.", fr: "Corrigez l'une des deux colonnes."),
                    column: "collective")
            }
            actors.append(actor)
            further.append(table)
        }
        actorAttributes = further.attributes(decimalComma: table.csv.dialect.readsDecimalComma)
        reportActors(withoutEvidence: withoutEvidence, &table)
        check(parents, &table)
    }

    private mutating func reportActors(withoutEvidence: (count: Int, firstLine: Int), _ table: inout TableReader) {
        if actors.isEmpty {
            table.report(
                .warning, "empty-table",
                Bilingual(en: "The table has no actors yet.", fr: "La table n'a pas encore d'acteurs."),
                remedy: Bilingual(en: "Write one actor in a row.", fr: "Écrivez un acteur par ligne."),
                column: nil)
        } else if withoutEvidence.count > 0, !isBare {
            table.report(
                .note, "no-evidence",
                Bilingual(
                    en: "\(withoutEvidence.count) of \(actors.count) actors have no evidence.",
                    fr: "Sans source : \(withoutEvidence.count) sur \(actors.count, fr: "acteur", "acteurs")."),
                remedy: Bilingual(
                    en: "Name the source of each in the column \"evidence\".",
                    fr: "Nommez la source de chacun dans la colonne « evidence »."), column: "evidence",
                line: withoutEvidence.firstLine)
        }
    }

    // MARK: Parents

    private mutating func check(
        _ parents: [(child: Int, parent: String, line: Int)], _ table: inout TableReader
    ) {
        var parentOf: [Int: Int] = [:]
        for (child, parent, line) in parents {
            switch known[Actor.table.schema].look(up: parent) {
            case .known(let position): parentOf[child] = position
            case .named(let position):
                parentOf[child] = position
                actors[child].parent = actors[position].id
            case .unchecked: break
            case .severalNamed, .unknown:
                table.report(
                    .error, "unknown-id",
                    Bilingual(
                        en: "There is no actor \"\(Excerpt.of(parent))\" in \(table.file).",
                        fr: "Il n'y a pas d'acteur « \(Excerpt.of(parent)) » dans \(table.file)."),
                    remedy: known[Actor.table.schema].suggestion(for: parent)
                        + Bilingual(
                            en: "Correct the id, or add a row for it.",
                            fr: "Corrigez l'identifiant, ou ajoutez une ligne pour lui."),
                    column: "parent",
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
            .error, "parent-cycle",
            Bilingual(
                en: "An actor is part of itself: \(names.joined(separator: " → ")).",
                fr: "Un acteur fait partie de lui-même : \(names.joined(separator: " → "))."),
            remedy: Bilingual(en: "Empty one of these cells.", fr: "Videz l'une de ces cellules."), column: "parent",
            line: known[Actor.table.schema].line(at: first),
            id: actors[first].id)
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
