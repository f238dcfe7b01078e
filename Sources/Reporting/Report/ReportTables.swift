import Figures
import Measures
import NetworkModel
import Tabular
import Vocabulary

/// The tables of actors, ties, events and of the network as a whole.
struct ReportTables {
    let subject: ReportSubject
    private var words: Wording { subject.words }

    /// Each actor with the main measures; the script shows others in their place.
    var actors: ReportTable {
        let view = subject.view
        let spheres = subject.network.spheres
        let hasKinds = subject.network.actors.hasRows && !subject.network.actorKinds.isEmpty
        let hasInside = subject.inside.contains { $0 != nil }
        let columns = ReportMeasures.mainColumns(subject)
        let kinds = Dictionary(uniqueKeysWithValues: subject.network.actorKinds.map { ($0.id, words($0.name)) })
        var heads: [ReportTable.Head] = [.text(words("actor", "acteur"))]
        if hasKinds { heads += [.text(words("kind", "type")), .text(words("sphere", "sphère"))] }
        if hasInside { heads.append(.text(words("inside", "interne"))) }
        heads += columns.map { head(subject.actors.measures[$0]) }
        let measured = columns.map { entries(subject.actors.table.columns[$0 + 2]) }
        let rows = view.nodes.indices.map { place -> [ReportTable.Entry] in
            var row: [ReportTable.Entry] = [.head(subject.name(ofNode: place), actor: place)]
            var (kind, sphere, inside): (String?, Sphere?, Bool?) = (nil, nil, nil)
            if case .actor(let actor) = view.nodes[place] {
                if hasKinds { kind = kinds[subject.network.actors[actor].kind] }
                (sphere, inside) = (spheres[actor], subject.inside[actor])
            }
            if hasKinds {
                row += [.text(kind ?? Wording.undefined), .text(sphere.map { words($0.name) } ?? Wording.undefined)]
            }
            if hasInside {
                row.append(.text(inside.map { $0 ? words("yes", "oui") : words("no", "non") } ?? Wording.undefined))
            }
            return row + measured.map { $0[place] }
        }
        return ReportTable(
            id: "table-actors", caption: words("Actors and their main measures", "Acteurs et leurs principales mesures"),
            columns: heads, rows: rows)
    }

    var ties: ReportTable {
        let view = subject.view
        let told = (0..<view.tieCount).map { view.told(ofTie: $0) }
        let hasDetails = told.contains { $0.details != nil }
        let hasAmounts = told.contains { $0.details?.amount != nil }
        let hasConfidence = told.contains { ($0.details?.confidence ?? 1) < 1 }
        var heads: [ReportTable.Head] = [
            .text(words("from", "de")), .text(words("to", "vers")), .text(words("kind", "type")),
            .text(words("layer", "couche")),
        ]
        if hasDetails { heads += [.text(words("dates", "dates")), .text(words("status", "statut"))] }
        if hasAmounts { heads.append(.number(words("amount (€)", "montant (€)"))) }
        if hasConfidence {
            heads.append(
                .number(
                    words("confidence", "confiance"),
                    hint: words("How sure it is that the tie exists", "Degré de certitude que le lien existe")))
        }
        if hasDetails { heads.append(.text(words("evidence", "preuve"))) }
        let rows = told.enumerated().map { place, tie -> [ReportTable.Entry] in
            let (source, target) = view.ends(ofTie: place)
            var row: [ReportTable.Entry] = [
                .head(subject.name(ofNode: source), actor: source), .text(subject.name(ofNode: target), actor: target),
                .text(PlainText.cleaned(words(tie.name), limit: 120)), .text(words(tie.layer.name)),
            ]
            let details = tie.details ?? Tie.Details()
            if hasDetails {
                let status = details.status == .unknown ? Wording.undefined : words(details.status.name)
                row += [.text(TieWords.period(details.since, details.until, words) ?? Wording.undefined), .text(status)]
            }
            if hasAmounts { row.append(.number(words.number(details.amount, digits: 2), details.amount)) }
            if hasConfidence {
                let confidence = details.confidence ?? 1
                row.append(.number(words.number(confidence, digits: 2), confidence))
            }
            if hasDetails { row.append(.text(ReportEvidence.text(details.evidence))) }
            return row
        }
        return ReportTable(
            id: "table-ties", caption: words("Ties of the view", "Liens de la vue"), columns: heads, rows: rows)
    }

    /// Nil where the dataset has none.
    var events: ReportTable? {
        let network = subject.network
        guard !network.events.isEmpty else { return nil }
        var members = [[Int]](repeating: [], count: network.events.count)
        for row in network.participation { members[row.event].append(row.actor) }
        let kinds = Dictionary(uniqueKeysWithValues: network.eventKinds.map { ($0.id, $0) })
        let rows = network.events.enumerated().map { place, event -> [ReportTable.Entry] in
            let kind = kinds[event.kind]
            let names = members[place].map { subject.name(ofActor: $0) }
            let status = event.status == .unknown ? Wording.undefined : words(event.status.name)
            return [
                .head(ReportSubject.shown(event.name, orElse: event.id)),
                .text(kind.map { words($0.name) } ?? Wording.undefined),
                .text(kind.map { words($0.layer.name) } ?? Wording.undefined),
                .text(TieWords.period(event.date, event.until, words) ?? Wording.undefined), .text(status),
                .number(words.number(event.participants.map(Double.init)), event.participants.map(Double.init)),
                .text(names.isEmpty ? Wording.undefined : names.prefix(40).joined(separator: ", ") + (names.count > 40 ? ", …" : "")),
                .text(ReportEvidence.text(event.evidence)),
            ]
        }
        return ReportTable(
            id: "table-events", caption: words("Events and shared resources", "Événements et ressources partagées"),
            columns: [
                .text(words("event", "événement")), .text(words("kind", "type")), .text(words("layer", "couche")),
                .text(words("dates", "dates")), .text(words("status", "statut")),
                .number(words("headcount", "effectif"), hint: words("As the sources tell it", "Tel que les sources le disent")),
                .text(words("known participants", "participants connus")), .text(words("evidence", "preuve")),
            ], rows: rows)
    }

    /// Each measure of network level, with how to read it.
    var whole: ReportTable {
        let values = entries(subject.whole.table.columns[1], isOfOneMeasure: false)
        let rows = subject.whole.measures.enumerated().map { place, measure -> [ReportTable.Entry] in
            [
                .head(words.capitalised(words(measure.name))), values[place], .text(words(measure.reading)),
            ]
        }
        return ReportTable(
            id: "table-network", caption: words("Measures of the whole network", "Mesures du réseau entier"),
            columns: [
                .text(words("measure", "mesure")), .number(words("value", "valeur")),
                .text(words("how to read it", "comment la lire")),
            ], rows: rows)
    }

    var skipped: String {
        (subject.actors.skipped + subject.ties.skipped + subject.whole.skipped)
            .map { words($0.measure.name) }.joined(separator: ", ")
    }

    private func head(_ measure: Measure) -> ReportTable.Head {
        ReportTable.Head(
            title: words(measure.name), hint: words(measure.reading),
            isNumeric: measure.type != .label && measure.type != .flag)
    }

    /// The numbers of one measure have the same digits after the point, none where all are whole.
    private func entries(_ column: Column, isOfOneMeasure: Bool = true) -> [ReportTable.Entry] {
        let cells = (0..<column.values.count).map { column[$0] }
        let isWhole = cells.allSatisfy { cell in
            if case .number(let number) = cell { number == number.rounded() } else { true }
        }
        return cells.map { entry($0, isPadded: isOfOneMeasure && !isWhole) }
    }

    private func entry(_ cell: Cell, isPadded: Bool) -> ReportTable.Entry {
        switch cell {
        case .empty: .number(Wording.undefined, nil)
        case .number(let number): .number(isPadded ? words.padded(number) : words.number(number), number)
        case .integer(let integer): .number(words.count(integer), Double(integer))
        case .flag(let flag): .number(flag ? words("yes", "oui") : words("no", "non"), flag ? 1 : 0)
        case .text(let text):
            // A table of network measures that holds a text holds texts only.
            Double(text).map { .number(words.number($0), $0) } ?? .text(text)
        }
    }
}
