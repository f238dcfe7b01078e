import NetworkModel
import Vocabulary

/// When the nodes and ties of a GEXF file are there, and what their values are when, until all is told.
///
/// Milieu knows one span of time for each, and one value: where a file tells several spells, the span goes from the
/// first start to the last end, and has no end where one spell has none; of several values the one that holds last
/// counts. What is told in full stays as a text, in the attributes `spells` and `NAME over time`, and a warning says so.
struct GEXFTimes {
    enum Holder: Hashable {
        case node(Int), tie(Int)
    }

    struct Span {
        var start: String?
        var end: String?
        let line: Int

        var text: String { start == end ? start ?? "" : "\(start ?? "")/\(end ?? "")" }
    }

    private struct Series: Hashable {
        let holder: Holder
        let column: Int
    }

    private struct Value {
        let text: String
        let span: Span
    }

    /// Those of spells; what an element tells of itself counts where it has none.
    private var spells: [Holder: [Span]] = [:]
    private var own: [Holder: [Span]] = [:]
    private var series: [Series: [Value]] = [:]
    /// What has a date among its attributes, by its name.
    private var dated: [String: Set<Holder>] = [:]

    mutating func add(_ spans: [Span], to holder: Holder, isSpell: Bool) {
        if isSpell { spells[holder, default: []] += spans } else { own[holder, default: []] += spans }
    }

    mutating func add(_ text: String, _ span: Span, column: Int, of holder: Holder) {
        series[Series(holder: holder, column: column), default: []].append(Value(text: text, span: span))
    }

    /// What an element tells of its time: a start and an end, one moment, or lists of either.
    static func spans(_ element: XMLElement) -> [Span] {
        let line = element.line
        if let moment = element["timestamp"] { return [Span(start: moment, end: moment, line: line)] }
        if let list = element["timestamps"] { return pieces(list, ",").map { Span(start: $0, end: $0, line: line) } }
        if let list = element["intervals"] {
            return pieces(list, ";").compactMap { piece in
                let ends = pieces(piece, ",")
                return ends.count == 2 ? Span(start: known(ends[0]), end: known(ends[1]), line: line) : nil
            }
        }
        let start = element["start"] ?? element["startopen"], end = element["end"] ?? element["endopen"]
        return start == nil && end == nil
            ? [] : [Span(start: start.flatMap(known), end: end.flatMap(known), line: line)]
    }

    /// `<[2004, 2005]; [2007, 2008]>` without its brackets.
    private static func pieces(_ text: String, _ separator: Character) -> [String] {
        let inner = text.trimmingPrefix { "<[( ".contains($0) }
        return inner.split(separator: separator).map { piece in
            PlainCell.trimmed(String(piece.filter { !"<>[]()".contains($0) }))
        }.filter { !$0.isEmpty }
    }

    /// Gephi writes an open end as infinity.
    private static func known(_ text: String) -> String? {
        text.lowercased().contains("inf") ? nil : text
    }

    // MARK: What they come to

    /// Dates of a dataset, where the file has them as attributes too, are the ones that count: Gephi's are whole days.
    mutating func fill(_ network: inout PlainNetwork) {
        for name in ["since", "until"] {
            for column in network.nodes.columns where column.name == name {
                dated[name, default: []].formUnion(column.rows.map { .node(Int($0)) })
            }
            for column in network.ties.columns where column.name == name {
                dated[name, default: []].formUnion(column.rows.map { .tie(Int($0)) })
            }
        }
        for (holder, told) in own.merging(spells, uniquingKeysWith: { _, spells in spells }).sorted(by: {
            Self.isBefore($0.key, $1.key)
        }) {
            fill(&network, holder, told)
        }
        let ordered = series.sorted {
            $0.key.holder == $1.key.holder ? $0.key.column < $1.key.column : Self.isBefore($0.key.holder, $1.key.holder)
        }
        for (key, values) in ordered { fill(&network, key, values) }
    }

    private func fill(_ network: inout PlainNetwork, _ holder: Holder, _ told: [Span]) {
        let starts = told.map(\.start), ends = told.map(\.end)
        let first = starts.contains(nil) ? nil : starts.compactMap { $0 }.min(by: Self.isEarlier)
        let last = ends.contains(nil) ? nil : ends.compactMap { $0 }.max(by: Self.isEarlier)
        if let first, !(dated["since"]?.contains(holder) ?? false) { Self.set(&network, first, "since", holder) }
        if let last, !(dated["until"]?.contains(holder) ?? false) { Self.set(&network, last, "until", holder) }
        guard told.count > 1 else { return }
        Self.set(&network, told.map(\.text).joined(separator: "; "), "spells", holder)
        network.report(
            .warning, "several-spells",
            Bilingual(
                en:
                    "It exists in \(told.count) spells; it was read as there from the first start to the last end, and the attribute \"spells\" tells them all.",
                fr:
                    "Il existe en \(told.count, fr: "période", "périodes") ; il a été lu comme présent du premier début à la dernière fin, et l'attribut « spells » les dit toutes."
            ),
            remedy: Bilingual(
                en: "Make a tie of each spell, if what lies between them matters.",
                fr: "Faites un lien de chaque période, si ce qui les sépare importe."), line: told[0].line)
    }

    private func fill(_ network: inout PlainNetwork, _ key: Series, _ values: [Value]) {
        // The last of those that end last, or never end.
        let ordered = values.enumerated().max { one, other in
            let (a, b) = (one.element.span.end, other.element.span.end)
            if a == b { return one.offset < other.offset }
            guard let a else { return false }
            return b.map { Self.isEarlier(a, $0) } ?? true
        }
        guard let last = ordered?.element else { return }
        let name: String
        switch key.holder {
        case .node(let row):
            network.nodes.set(last.text, column: key.column, row: row)
            name = network.nodes.columns[key.column].name
        case .tie(let row):
            network.ties.set(last.text, column: key.column, row: row)
            name = network.ties.columns[key.column].name
        }
        guard values.count > 1 else { return }
        let all = values.map { "\($0.text) [\($0.span.text)]" }.joined(separator: "; ")
        Self.set(&network, all, "\(name) over time", key.holder)
        network.report(
            .warning, "dynamic-values",
            Bilingual(
                en:
                    "\"\(Excerpt.of(name))\" has \(values.count) values over time; the last one, \(Excerpt.of(last.text)), was taken, and the attribute \"\(Excerpt.of(name)) over time\" tells them all.",
                fr:
                    "« \(Excerpt.of(name)) » a \(values.count, fr: "valeur", "valeurs") au fil du temps ; la dernière, \(Excerpt.of(last.text)), a été prise, et l'attribut « \(Excerpt.of(name)) over time » les dit toutes."
            ),
            remedy: Bilingual(
                en: "Make a tie or a row of each value, with its dates, if the earlier ones matter.",
                fr: "Faites un lien ou une ligne de chaque valeur, avec ses dates, si les précédentes importent."),
            line: last.span.line, column: Excerpt.of(name))
    }

    private static func set(_ network: inout PlainNetwork, _ text: String, _ name: String, _ holder: Holder) {
        switch holder {
        case .node(let row): network.nodes.set(text, name, row: row)
        case .tie(let row): network.ties.set(text, name, row: row)
        }
    }

    private static func isBefore(_ one: Holder, _ other: Holder) -> Bool {
        switch (one, other) {
        case (.node(let a), .node(let b)), (.tie(let a), .tie(let b)): a < b
        case (.node, .tie): true
        case (.tie, .node): false
        }
    }

    /// By number or by date; what is neither keeps its order.
    private static func isEarlier(_ one: String, _ other: String) -> Bool {
        if let a = PlainCell.number(one), let b = PlainCell.number(other) { return a < b }
        if let a = PlainCell.date(one), let b = PlainCell.date(other), a.earliest != b.earliest {
            return a.earliest < b.earliest
        }
        return one < other
    }
}
