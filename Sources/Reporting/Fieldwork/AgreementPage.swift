import Fieldwork
import Vocabulary

/// How far two coders agree, as a page for a terminal.
public struct AgreementPage: Sendable {
    private let agreement: Agreement
    private let words: ScoreWords
    /// Of the disagreements so many are shown; the table has all.
    private static let shown = 40

    /// A page in one language; styled for a terminal that knows bold letters.
    public init(_ agreement: Agreement, language: Language, isStyled: Bool = false) {
        self.agreement = agreement
        words = ScoreWords(language: language, isStyled: isStyled)
    }

    /// At most 96 columns wide, but for long names.
    public var text: String {
        let parts = [title, subjects, notes, disagreements]
        return parts.filter { !$0.isEmpty }.joined(separator: "\n\n") + "\n"
    }

    private var title: String {
        let names = [agreement.first, agreement.second].map { Excerpt.of($0.description.title, limit: 36) }
        let ways = CoderMatching.Way.allCases.compactMap { way -> String? in
            let count = agreement.actors.pairs.count { $0.way == way }
            guard count > 0 else { return nil }
            switch way {
            case .alias: return words("\(count) by the table of aliases", "\(count) par la table des alias")
            case .id: return words("\(count) by id", "\(count) par identifiant")
            case .name: return words("\(count) by name", "\(count) par nom")
            }
        }
        let matched = ways.isEmpty ? words("none", "aucun") : ways.joined(separator: ", ")
        return words.title(words("Agreement: \(names[0]) and \(names[1])", "Accord : \(names[0]) et \(names[1])"))
            + "\n"
            + words.wrapped(words("Actors matched: \(matched).", "Acteurs appariés : \(matched).")).joined(
                separator: "\n")
    }

    private var subjects: String {
        var lines = [
            words.padded("", 30) + words.right(words("units", "unités"), 9)
                + words.right(words("agreed", "d'accord"), 10)
                + words.right(words("one's own", "d'un seul"), 11) + words.right("α", 8) + words.right("2.5–97.5 %", 16)
        ]
        for row in agreement.subjects {
            let alone = row.presence.map { words.whole($0.onlyFirst + $0.onlySecond) } ?? ""
            let interval =
                row.low.flatMap { low in row.high.map { "\(words.number(low)) – \(words.number($0))" } } ?? ""
            lines += words.row(
                words.capitalised(row.subject.name.text(words.language)), indent: 0, width: 30,
                words.right(words.whole(row.units), 9)
                    + words.right(row.percentAgreement.map(words.percent) ?? "–", 10) + words.right(alone, 11)
                    + words.right(words.number(row.alpha, digits: 3), 8) + words.right(interval, 16))
        }
        return lines.joined(separator: "\n")
    }

    private var notes: String {
        var lines: [String] = []
        for reason in Set(agreement.subjects.compactMap(\.reason)).sorted(by: { $0.en < $1.en }) {
            let names = agreement.subjects.filter { $0.reason == reason }.map { $0.subject.name.text(words.language) }
            lines += words.wrapped(
                words(
                    "α is undefined of \(words.list(names)): \(reason.en).",
                    "α n'est pas défini pour : \(words.list(names)) ; \(reason.fr)."))
        }
        lines += words.wrapped(
            words(
                "α is Krippendorff's: 1 perfect, 0 chance. From 0.8 on codes are commonly taken as reliable, below 0.667 as too unsure for conclusions (Krippendorff 2004, p. 241). Intervals: 95 % of \(SubjectAgreement.resamples) resamplings, of actors where units are pairs.",
                "α est celui de Krippendorff : 1 parfait, 0 hasard. À partir de 0,8 on tient d'ordinaire les codes pour fiables, sous 0,667 pour trop incertains (Krippendorff 2004, p. 241). Intervalles : 95 % de \(SubjectAgreement.resamples) rééchantillonnages, des acteurs quand les unités sont des paires."
            ))
        if let confidence = agreement.subject("ties").flatMap({ _ in agreement.confidence(of: .cooperation) }) {
            lines += words.wrapped(
                words(
                    "In a merged dataset (-o) a tie that both have gets a confidence of \(words.number(confidence.ofBoth, digits: 3)), one that only one has \(words.number(confidence.ofOne, digits: 3)), by layer where ties of several are coded (Batchelder and Romney 1988).",
                    "Dans un jeu fusionné (-o), un lien relevé par les deux reçoit une confiance de \(words.number(confidence.ofBoth, digits: 3)), par un seul \(words.number(confidence.ofOne, digits: 3)), par couche s'il y en a plusieurs (Batchelder et Romney 1988)."
                ))
        }
        return lines.joined(separator: "\n")
    }

    private var disagreements: String {
        let all = agreement.disagreements
        guard !all.isEmpty else { return words("The two differ in nothing.", "Les deux ne diffèrent en rien.") }
        var lines = [
            words.count(all.count, ("disagreement", "disagreements"), ("désaccord", "désaccords")) + words(":", " :")
        ]
        for row in all.prefix(Self.shown) {
            func said(_ text: String?, _ evidence: String?) -> String {
                (text.map { Excerpt.of($0) } ?? "–") + (evidence.map { " [\(Excerpt.of($0, limit: 60))]" } ?? "")
            }
            lines += words.wrapped(
                "\(row.subject.name.text(words.language)), \(Excerpt.of(row.what, limit: 120)): "
                    + "\(said(row.first, row.firstEvidence)) | \(said(row.second, row.secondEvidence))", indent: 2)
        }
        if all.count > Self.shown {
            lines.append(
                words(
                    "  … and \(all.count - Self.shown) more: --format csv --table disagreements",
                    "  … et \(all.count - Self.shown) autres : --format csv --table disagreements"))
        }
        return lines.joined(separator: "\n")
    }
}
