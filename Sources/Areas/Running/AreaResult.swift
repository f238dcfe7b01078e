import Files
import NetworkModel
import Tabular
import TerritoryScoring
import Vocabulary

/// What is written of an area: lines of a word and a table, or of a word and what is wrong; the last holds a hash of
/// those above, so that whoever collects them sees that the area came whole.
enum AreaResult {
    enum Word: String, CaseIterable, Sendable {
        /// A row of `areas.csv`.
        case area
        /// Rows of `indicators.csv`.
        case indicators
        /// Rows of `actors.csv`.
        case actors
        /// Learning and interaction in each draw, for ranks over all areas.
        case draws
        /// A row of `failed.csv`.
        case failed
        /// SHA-256 of the area's lines.
        case end
    }

    /// The lines of one area.
    struct Lines {
        private let area: [UInt8]
        private var bytes: [UInt8] = []

        init(area: String) { self.area = Array(area.utf8) }

        mutating func add(_ word: Word, _ table: Table) {
            add(word, CSVWriter.text(table.guardedForSpreadsheets))
        }

        private mutating func add(_ word: Word, _ text: String) {
            bytes += AreaLine.line([area, Array(word.rawValue.utf8), Array(text.utf8)])
        }

        consuming func finish() -> [UInt8] {
            var whole = self
            whole.add(.end, ContentHash.text(of: whole.bytes))
            return whole.bytes
        }
    }

    static let areaField = Field(
        "area", title: Bilingual(en: "area", fr: "zone"),
        description: Bilingual(en: "The area's code, a text.", fr: "Le code de la zone, un texte."))
    static let nameField = Field("name", title: Bilingual(en: "name", fr: "nom"))

    private static let counts: [(id: String, title: Bilingual, read: @Sendable (PreparedArea) -> Int)] = [
        ("actor_rows", Bilingual(en: "rows of actors", fr: "lignes d'acteurs"), { $0.actors }),
        ("ties_within", Bilingual(en: "rows of ties within", fr: "lignes de liens internes"), { $0.tiesWithin }),
        ("ties_across", Bilingual(en: "rows of ties across", fr: "lignes de liens sortants"), { $0.tiesAcross }),
        (
            "participations", Bilingual(en: "rows of participation", fr: "lignes de participation"),
            { $0.participations }
        ),
    ]

    private static func keys(_ area: PreparedArea, _ count: Int = 1) -> [Column] {
        [
            Column(areaField, .text(Array(repeating: area.code, count: count))),
            Column(nameField, .text(Array(repeating: area.name, count: count))),
        ]
    }

    static func row(_ area: PreparedArea, _ measures: [Column], _ score: TerritoryScore?) -> Table {
        let rows = counts.map { Column(Field($0.id, title: $0.title), .integer([$0.read(area)])) }
        return Table(name: "areas", columns: keys(area) + rows + measures + (score.map(scoreColumns) ?? []))
    }

    /// A score's columns; the place among other areas is told when all are there.
    private static func scoreColumns(_ score: TerritoryScore) -> [Column] {
        ScoreTables([score]).score.columns.filter { column in
            let id = column.field.id
            return id != "territory" && !id.hasSuffix("_min_max") && !id.hasSuffix("_percentile")
        }
    }

    static func indicators(_ area: PreparedArea, _ score: TerritoryScore) -> Table {
        let table = ScoreTables([score]).indicators
        let columns = table.columns.filter { !["territory", "date"].contains($0.field.id) }
        return Table(name: "indicators", columns: keys(area, table.rowCount) + columns)
    }

    /// Nil without draws.
    static func draws(_ score: TerritoryScore) -> Table? {
        guard let uncertainty = score.uncertainty else { return nil }
        return Table(
            name: "draws",
            columns: [
                Column(Field("learning"), .number(uncertainty.learning)),
                Column(Field("interaction"), .number(uncertainty.interaction)),
            ])
    }

    /// What is wrong with an area: its first error, and how many there are.
    static func failure(_ code: String, _ name: String?, _ error: MilieuError, ties: Int) -> Table {
        let errors = error.findings.count { $0.severity == .error }
        return Table(
            name: "failed",
            columns: [
                Column(areaField, .text([code])), Column(nameField, .text([name])),
                Column(Field("ties", title: Bilingual(en: "rows of ties", fr: "lignes de liens")), .integer([ties])),
                Column(Field("errors", title: Bilingual(en: "errors", fr: "erreurs")), .integer([max(1, errors)])),
                Column(Field("place", title: Bilingual(en: "where", fr: "où")), .text([error.place.map { "\($0)" }])),
                Column(Field("message", title: Bilingual(en: "message", fr: "message")), .text([error.message])),
                Column(Field("remedy", title: Bilingual(en: "remedy", fr: "remède")), .text([error.remedy])),
            ])
    }

    // MARK: Reading

    /// An area's lines in a file of results.
    struct Found: Sendable {
        let area: String
        let start: Int
        let end: Int
        let hasFailed: Bool
    }

    /// The areas that stand whole in bytes that begin with an area, and how many bytes these are; what is behind is the
    /// unfinished end of an interrupted run, or of a piece of a file.
    static func scan(_ bytes: [UInt8], at offset: Int = 0) -> (found: [Found], whole: Int) {
        var found: [Found] = []
        var (start, at, hasFailed) = (0, 0, false)
        var current: ArraySlice<UInt8>?
        while at < bytes.count, let end = bytes[at...].firstIndex(of: AreaLine.lineFeed) {
            guard let (area, word, rest) = AreaLine.parts(bytes[at..<end]) else { break }
            if let current, !current.elementsEqual(area) { break }
            current = area
            let text = String(decoding: word, as: UTF8.self)
            if text == Word.failed.rawValue { hasFailed = true }
            if text == Word.end.rawValue {
                guard String(decoding: rest, as: UTF8.self) == ContentHash.text(of: Array(bytes[start..<at])),
                    let code = AreaLine.text(area)
                else { break }
                found.append(Found(area: code, start: offset + start, end: offset + end + 1, hasFailed: hasFailed))
                (start, hasFailed, current) = (end + 1, false, nil)
            }
            at = end + 1
        }
        return (found, start)
    }

    /// The tables of an area's lines, by their words, as CSV texts.
    static func tables(_ lines: [UInt8]) -> [Word: [UInt8]] {
        var tables: [Word: [UInt8]] = [:]
        for line in lines.split(separator: AreaLine.lineFeed) {
            guard let (_, word, rest) = AreaLine.parts(line),
                let word = Word(rawValue: String(decoding: word, as: UTF8.self))
            else { continue }
            var text: [UInt8] = []
            if AreaLine.unescape(rest, into: &text) { tables[word] = text }
        }
        return tables
    }
}
