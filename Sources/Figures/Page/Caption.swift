import NetworkModel
import TerritoryScoring
import Vocabulary

/// The words under a figure: what it is, of when, how much of it, how made, from where.
public struct Caption {
    let title: String
    let sentences: [String]
    let language: Language
    private static let fontSize = 7.5

    init(title: String, sentences: [String], language: Language) {
        self.title = title
        self.sentences = sentences.filter { !$0.isEmpty }.map { $0.replacing(" %", with: "\u{A0}%") }
        self.language = language
    }

    /// All words in one line, for the description of the picture.
    var text: String { ([title + "."] + sentences).joined(separator: " ") }

    func scene(width: Double) -> Scene {
        var scene = Scene(width: width, height: 0, language: language, title: "", description: "")
        let heading = PlainText.wrapped(title, width: width / 1.1, most: 2, size: 9).lines
        scene.write(heading, at: .zero, size: 9, isBold: true)
        scene.height = Double(heading.count) * 9 * TextMetrics.lineHeight + 2
        // Small differences between fonts must not push a word over the margin.
        let body = PlainText.wrapped(
            sentences.joined(separator: " "), width: width * 0.95, most: 12, size: Self.fontSize)
        let lines = filled(Self.joined(body.lines), width: width * 0.95)
        scene.write(lines, at: Point(0, scene.height), size: Self.fontSize, colour: Colour(0x444444))
        scene.height += Double(lines.count) * Self.fontSize * TextMetrics.lineHeight + 2
        return scene
    }

    /// Lines as one again; a word that was broken at its hyphen is whole.
    private static func joined(_ lines: [String]) -> String {
        lines.dropFirst().reduce(lines.first ?? "") { text, line in
            let isBroken = text.hasSuffix("-") && !text.hasSuffix(" -")
            return text + (isBroken ? "" : " ") + line
        }
    }

    /// Lines as full as they can be, as in running text.
    private func filled(_ text: String, width: Double) -> [String] {
        var lines = [""]
        for word in text.split(separator: " ") {
            let longer = lines[lines.count - 1].isEmpty ? String(word) : lines[lines.count - 1] + " " + word
            if TextMetrics.width(of: longer, size: Self.fontSize) <= width || lines[lines.count - 1].isEmpty {
                lines[lines.count - 1] = longer
            } else {
                lines.append(String(word))
            }
        }
        return lines
    }
}

extension Caption {
    /// The title that was asked for, else the territory's or the dataset's.
    public static func title(of view: NetworkView, _ options: FigureOptions) -> String {
        let description = view.network.description
        let own = PlainText.cleaned(options.title ?? description.title)
        return own.isEmpty ? PlainText.cleaned(description.name) : own
    }

    /// "68 actors, 104 ties (97 tied pairs), as of 2016."
    static func numbers(of view: NetworkView, _ language: Language) -> String {
        let french = language == .french
        var parts = [NumberWords.counted(view.actorCount, "actor", "acteur", language)]
        let events = view.eventCount
        if events > 0 { parts.append(NumberWords.counted(events, "event", "événement", language)) }
        parts.append(TieCounts(of: view).ofView(language) { NumberWords.text($0, language) })
        if let date = view.date { parts.append(french ? "état de \(date)" : "as of \(date)") }
        return parts.joined(separator: ", ") + " (\(view.summary(language)))."
    }

    /// What to know of ties that are led along others.
    static func bundling(_ language: Language) -> String {
        language == .french
            ? "Faisceaux : les longs liens suivent d'autres liens, par un détour du double au plus."
            : "Bundles: long ties follow other ties, by a detour of twice their length at most."
    }

    /// The dataset, its version, and its first source by author and year.
    static func source(of view: NetworkView, _ language: Language) -> String {
        let description = view.network.description
        let version = description.version.map { " " + PlainText.cleaned($0, limit: 20) } ?? ""
        var text = PlainText.cleaned(description.name, limit: 80) + version
        if let first = view.network.sources.first {
            text += language == .french ? ", d'après " : ", after "
            text += short(PlainText.cleaned(first.citation, limit: 300))
            let rest = view.network.sources.count - 1
            let number = NumberWords.text(rest, language)
            if rest == 1 { text += language == .french ? " et une autre source" : " and one more source" }
            if rest > 1 { text += language == .french ? " et \(number) autres sources" : " and \(number) more sources" }
        }
        return (language == .french ? "Source : " : "Source: ") + text + (text.hasSuffix(".") ? "" : ".")
    }

    /// The datasets that were scored, with their versions.
    static func source(of scores: [TerritoryScore], _ language: Language) -> String {
        var datasets: [String] = []
        for score in scores {
            let version = score.provenance.datasetVersion.map { " " + PlainText.cleaned($0, limit: 20) } ?? ""
            let text = PlainText.cleaned(score.provenance.dataset, limit: 80) + version
            if !datasets.contains(text) { datasets.append(text) }
        }
        let shown = datasets.prefix(6).joined(separator: ", ") + (datasets.count > 6 ? "…" : "")
        let method = PlainText.cleaned("\(scores[0].method.id) \(scores[0].method.version)", limit: 60)
        return language == .french ? "Méthode : \(method). Données : \(shown)." : "Method: \(method). Data: \(shown)."
    }

    /// "Perret, Cécile (2016)": a citation as far as its year, where that stands near its beginning.
    private static func short(_ citation: String) -> String {
        if let end = citation.firstIndex(of: ")"), citation.distance(from: citation.startIndex, to: end) < 80,
            citation[..<end].suffix(4).allSatisfy(\.isNumber)
        {
            return String(citation[...end])
        }
        return PlainText.cleaned(citation, limit: 80)
    }
}
