import Files
import Interchange
import NetworkModel
import Tabular
import Vocabulary

/// A questionnaire's tables as they came back: what was answered, by whom.
///
/// Who was not interviewed (no date in respondents.csv) denies nothing and is left out. Whoever told a tie is found from
/// `reported_by`, else from the interview that its evidence names, else from its ends. A tie that was told has the status
/// that was told, else it is active: the questionnaire asks for the present.
public enum FilledSurvey {
    /// Reads the folder of a form; the network holds the answers alone.
    ///
    /// - Throws: `MilieuError` of cause `file` where there is no such folder; whatever is wrong in it is a finding.
    public static func read(path: String) throws(MilieuError) -> Reading {
        let reading = try DatasetReader.read(path: path)
        guard let network = reading.network else { return reading }
        var answers = Answers(network, path: path)
        let filled = try answers.network()
        // That nobody is said to be asked is said better by the answers, and who was not named stays in a list of all.
        let known = reading.findings.filter { !["no-respondent", "isolate"].contains($0.code) }
        return Reading(
            network: answers.findings.hasErrors ? nil : filled, findings: known + answers.findings.all)
    }
}

/// Answers on their way into a dataset.
private struct Answers {
    private let told: Network
    private let path: String
    private(set) var findings = Findings()
    private var asked: [Respondent] = []
    /// By source, who told in it.
    private var tellers: [String: [String]] = [:]

    init(_ network: Network, path: String) {
        (told, self.path) = (network, path)
    }

    mutating func network() throws(MilieuError) -> Network {
        readRespondents()
        let ties = readTies()
        let participation = readParticipation()
        var beside = told.beside
        beside.respondents = asked
        return try told.replacing(
            description: datedDescription(), ties: Ties(ties, attributes: told.ties.attributes),
            participation: participation, beside: beside)
    }

    /// A questionnaire asks for the present: where nothing says when that is, it is when the last one answered.
    private mutating func datedDescription() -> DatasetDescription {
        var description = told.description
        let last = asked.compactMap(\.date).max { $0.latest < $1.latest }
        guard let last, description.territory?.referenceDate == nil else { return description }
        description.territory = description.territory ?? Territory(name: description.title)
        description.territory?.referenceDate = last
        findings.add(
            .note, "reference-date",
            Bilingual(
                en: "No reference date is given: that of the last interview, \(last), was taken.",
                fr: "Aucune date de référence n'est donnée : celle du dernier entretien, \(last), a été prise."),
            remedy: Bilingual(
                en: "Write \"reference_date\" into datapackage.json, if another is meant.",
                fr: "Écrivez « reference_date » dans datapackage.json, si c'est une autre."),
            at: Place(file: "datapackage.json", column: "milieu.reference_date"))
        return description
    }

    private mutating func readRespondents() {
        let lines = lines(of: Respondent.table.schema, rows: told.beside.respondents.count)
        for (row, respondent) in told.beside.respondents.enumerated() {
            let place = Place(
                file: Respondent.table.schema.file, line: lines?[row], column: "date", id: Excerpt.of(respondent.actor))
            guard respondent.date != nil else {
                findings.add(
                    .warning, "not-interviewed",
                    Bilingual(
                        en: "It has no date, so that it counts as not interviewed: it denies no tie.",
                        fr: "Il n'a pas de date, et compte donc comme non interrogé : il ne dément aucun lien."),
                    remedy: Bilingual(
                        en: "Write the date of the interview, if there was one.",
                        fr: "Écrivez la date de l'entretien, s'il a eu lieu."), at: place)
                continue
            }
            asked.append(respondent)
            for piece in respondent.evidence where tellers[piece.source]?.contains(respondent.actor) != true {
                tellers[piece.source, default: []].append(respondent.actor)
            }
        }
        if asked.isEmpty {
            findings.add(
                .error, "nobody-interviewed",
                Bilingual(
                    en: "No row of respondents.csv has a date: nobody was interviewed.",
                    fr: "Aucune ligne de respondents.csv n'a de date : personne n'a été interrogé."),
                remedy: Bilingual(
                    en: "Write who was asked, and when, one in a row.",
                    fr: "Écrivez qui a été interrogé, et quand, une personne par ligne."),
                at: Place(file: Respondent.table.schema.file))
        }
    }

    private mutating func readTies() -> [Tie] {
        let lines = lines(of: Tie.table.schema, rows: told.ties.count)
        let byActor = Dictionary(grouping: asked, by: \.actor)
        return told.ties.enumerated().map { row, tie in
            var tie = tie
            let ends = [tie.source, tie.target].map { told.actors.id(at: $0) }
            func place(_ column: String) -> Place {
                Place(
                    file: Tie.table.schema.file, line: lines?[row], column: column,
                    id: Excerpt.of("\(ends[0]) → \(ends[1]), \(told.tieKinds[tie.kind].id)", limit: 100))
            }
            tie.details.reportedBy = reporters(of: tie, ends, byActor, place("reported_by"))
            let interviews = tie.details.reportedBy.flatMap { byActor[$0] ?? [] }
            if tie.details.evidence.isEmpty {
                for piece in interviews.flatMap(\.evidence) where !tie.details.evidence.contains(piece) {
                    tie.details.evidence.append(piece)
                }
            }
            let asked = interviews.compactMap { $0.date?.latest }.max()
            if tie.details.status == .unknown, tie.weight != 0, (tie.details.until?.latest ?? .max) >= (asked ?? .max) {
                tie.details.status = .active
            }
            return tie
        }
    }

    private mutating func reporters(
        of tie: Tie, _ ends: [String], _ asked: [String: [Respondent]], _ place: Place
    ) -> [String] {
        if let other = tie.details.reportedBy.first(where: { asked[$0] == nil }) {
            findings.add(
                .error, "reporter-not-asked",
                Bilingual(
                    en: "\"\(Excerpt.of(other))\" told of the tie, but was not interviewed.",
                    fr: "« \(Excerpt.of(other)) » a parlé du lien, mais n'a pas été interrogé."),
                remedy: NearestMatch.hint(other, in: asked.keys.sorted())
                    + Bilingual(
                        en: "Write it into respondents.csv, with the date, or correct the id.",
                        fr: "Écrivez-le dans respondents.csv, avec la date, ou corrigez l'identifiant."), at: place)
            return []
        }
        if !tie.details.reportedBy.isEmpty { return tie.details.reportedBy }
        var found: [String] = []
        for id in tie.details.evidence.flatMap({ tellers[$0.source] ?? [] }) where !found.contains(id) {
            found.append(id)
        }
        if !found.isEmpty { return found }
        found = (ends[0] == ends[1] ? [ends[0]] : ends).filter { asked[$0] != nil }
        switch found.count {
        case 1: return found
        case 0:
            findings.add(
                .error, "no-reporter",
                Bilingual(
                    en: "Neither end of the tie was interviewed, and its evidence names no interview.",
                    fr:
                        "Aucune des deux extrémités du lien n'a été interrogée, et ses sources ne nomment pas d'entretien."
                ),
                remedy: Bilingual(
                    en: "Write into reported_by who told of it, or name the interview in evidence.",
                    fr: "Écrivez dans reported_by qui en a parlé, ou nommez l'entretien dans evidence."), at: place)
        default:
            findings.add(
                .error, "unclear-reporter",
                Bilingual(
                    en: "Both ends of the tie were interviewed: who told of it is not clear.",
                    fr: "Les deux extrémités du lien ont été interrogées : on ne voit pas laquelle en a parlé."),
                remedy:
                    Bilingual(
                        en:
                            "Write \"\(ends[0])\", \"\(ends[1])\" or \"\(ends[0]); \(ends[1])\" into reported_by, or name the interview in evidence.",
                        fr:
                            "Écrivez « \(ends[0]) », « \(ends[1]) » ou « \(ends[0]); \(ends[1]) » dans reported_by, ou nommez l'entretien dans evidence."
                    ),
                at: place)
        }
        return []
    }

    private func readParticipation() -> [Participation] {
        let byActor = Dictionary(grouping: asked, by: \.actor)
        return told.participation.map { row in
            var row = row
            if row.evidence.isEmpty {
                for piece in (byActor[told.actors.id(at: row.actor)] ?? []).flatMap(\.evidence)
                where !row.evidence.contains(piece) { row.evidence.append(piece) }
            }
            return row
        }
    }

    /// The lines on which a table's rows stand; nil where that cannot be told.
    private func lines(of schema: TableSchema, rows: Int) -> [Int]? {
        guard let bytes = try? InputFile.read(path + "/" + schema.file, followsLinks: false) else { return nil }
        var csv = CSVReader(bytes, file: schema.file)
        var lines: [Int] = []
        _ = csv.next()
        while csv.next() {
            if !csv.fields.allSatisfy(\.isEmpty) { lines.append(csv.line) }
        }
        return lines.count == rows ? lines : nil
    }
}
