import Figures
import NetworkModel
import Vocabulary

/// What the data rests on: which rows have a source, which are doubtful, and which source tells how
/// much.
struct ReportEvidence {
    let subject: ReportSubject
    private var words: Wording { subject.words }
    private var network: Network { subject.network }

    static func text(_ evidence: [Evidence]) -> String {
        evidence.isEmpty ? Wording.undefined : evidence.map { PlainText.cleaned($0.description, limit: 80) }.joined(separator: "; ")
    }

    /// How many rows of a table tell their source.
    struct Count {
        let name: String
        let rows: Int
        let sourced: Int
        /// Rows that rest on one source alone.
        let single: Int
        let doubtful: Int
    }

    var counts: [Count] {
        func count(_ en: String, _ fr: String, _ lists: [[Evidence]], doubtful: Int = 0) -> Count {
            Count(
                name: words(en, fr), rows: lists.count, sourced: lists.count { !$0.isEmpty },
                single: lists.count { Set($0.map(\.source)).count == 1 }, doubtful: doubtful)
        }
        let details = network.ties.details
        let ties = details.isEmpty ? [[Evidence]](repeating: [], count: network.ties.count) : details.map(\.evidence)
        let actors = network.actors.hasRows ? network.actors.map(\.evidence) : network.actors.allIDs.map { _ in [] }
        return [
            count("actors", "acteurs", actors),
            count("ties", "liens", ties, doubtful: details.count { ($0.confidence ?? 1) < 1 }),
            count("events", "événements", network.events.map(\.evidence)),
            count("participations", "participations", network.participation.map(\.evidence)),
        ].filter { $0.rows > 0 }
    }

    var content: [String: Any] {
        [
            "audit": audit.content, "hasSources": !network.sources.isEmpty, "sources": sources.content,
            "hasDoubtful": !doubtfulRows.isEmpty, "doubtful": doubtful.content, "intro": intro,
        ]
    }

    private var intro: String {
        words(
            "A row of data has a source where its column “evidence” names one. A tie is doubtful where its confidence is below 1. What no source tells is unknown: documents report the ties that are there and hardly ever those that are not.",
            "Une ligne de données est sourcée si sa colonne « evidence » nomme une source. Un lien est incertain si sa confiance est inférieure à 1. Ce qu'aucune source ne dit est inconnu : les documents rapportent les liens qui existent et presque jamais ceux qui n'existent pas.")
    }

    private var audit: ReportTable {
        let rows = counts.map { count -> [ReportTable.Entry] in
            let share = Double(count.sourced) / Double(count.rows)
            return [
                .head(words.capitalised(count.name)), number(count.rows), number(count.sourced),
                .number(words.percent(share), share), number(count.single), number(count.doubtful),
            ]
        }
        return ReportTable(
            id: "table-evidence", caption: words("Rows with a source", "Lignes sourcées"),
            columns: [
                .text(words("table", "table")), .number(words("rows", "lignes")), .number(words("with a source", "sourcées")),
                .number(words("share", "part")), .number(words("with one source only", "avec une seule source")),
                .number(words("doubtful", "incertaines")),
            ], rows: rows)
    }

    private var sources: ReportTable {
        var uses: [String: Int] = [:]
        let lists = (network.actors.hasRows ? network.actors.map(\.evidence) : []) + network.ties.details.map(\.evidence)
            + network.events.map(\.evidence) + network.participation.map(\.evidence)
        for list in lists { for source in Set(list.map(\.source)) { uses[source, default: 0] += 1 } }
        let rows = network.sources.map { source -> [ReportTable.Entry] in
            [
                .head(PlainText.cleaned(source.id, limit: 60)), .text(PlainText.cleaned(source.citation, limit: 800)),
                .text(source.date?.description ?? Wording.undefined), number(uses[source.id] ?? 0),
            ]
        }
        return ReportTable(
            id: "table-sources", caption: words("Sources, and how many rows name each", "Sources, et nombre de lignes qui nomment chacune"),
            columns: [
                .text(words("id", "identifiant")), .text(words("citation", "référence")), .text(words("date", "date")),
                .number(words("rows", "lignes")),
            ], rows: rows)
    }

    private static let mostDoubtful = 200

    private var doubtfulRows: [[ReportTable.Entry]] {
        let view = subject.view
        var rows: [(confidence: Double, row: [ReportTable.Entry])] = []
        for place in 0..<view.tieCount {
            let tie = view.told(ofTie: place)
            guard let confidence = tie.details?.confidence, confidence < 1 else { continue }
            let (source, target) = view.ends(ofTie: place)
            rows.append(
                (
                    confidence,
                    [
                        .head(subject.name(ofNode: source), actor: source), .text(subject.name(ofNode: target), actor: target),
                        .text(PlainText.cleaned(words(tie.name), limit: 120)),
                        .number(words.number(confidence, digits: 2), confidence),
                        .text(Self.text(tie.details?.evidence ?? [])),
                    ]
                ))
        }
        // The most doubtful first, equals in the order of the data.
        return rows.enumerated().sorted { ($0.element.confidence, $0.offset) < ($1.element.confidence, $1.offset) }
            .prefix(Self.mostDoubtful).map(\.element.row)
    }

    private var doubtful: ReportTable {
        ReportTable(
            id: "table-doubtful", caption: words("Doubtful ties of the view", "Liens incertains de la vue"),
            columns: [
                .text(words("from", "de")), .text(words("to", "vers")), .text(words("kind", "type")),
                .number(words("confidence", "confiance")), .text(words("evidence", "preuve")),
            ], rows: doubtfulRows)
    }

    private func number(_ value: Int) -> ReportTable.Entry { .number(words.count(value), Double(value)) }
}
