import Figures
import NetworkModel
import Tabular
import Vocabulary

/// How to cite the dataset and Milieu, in words and as BibTeX.
struct ReportCitation {
    let subject: ReportSubject
    private var words: Wording { subject.words }

    var content: [[String: Any]] {
        [
            ["name": words("The data", "Les données"), "text": dataset, "bibtex": datasetBibTeX],
            ["name": words("The software", "Le logiciel"), "text": software, "bibtex": Self.softwareBibTeX],
        ]
    }

    private var dataset: String {
        let description = subject.network.description
        var text = description.contributors.isEmpty ? "" : description.contributors.map { PlainText.cleaned($0, limit: 120) }.joined(separator: ", ") + ". "
        text += PlainText.cleaned(subject.title, limit: 300)
        if let version = description.version { text += words(", version ", ", version ") + PlainText.cleaned(version, limit: 40) }
        text += words(" [dataset].", " [jeu de données].")
        if !description.licences.isEmpty {
            text += " " + description.licences.map { PlainText.cleaned($0, limit: 60) }.joined(separator: ", ") + "."
        }
        if let hash = description.contentHash { text += " SHA-256\u{A0}: \(hash.prefix(16))…" }
        return text
    }

    private var datasetBibTeX: String {
        func short(_ text: String) -> String { PlainText.cleaned(text, limit: 300) }
        let description = subject.network.description
        var fields: [(String, BibTeX)] = [("title", "{\(short(subject.title))}")]
        if !description.contributors.isEmpty {
            let names: [BibTeX] = description.contributors.map { "{\(short($0))}" }
            fields.insert(("author", BibTeX.joined(names, separator: " and ")), at: 0)
        }
        if let version = description.version { fields.append(("version", "\(short(version))")) }
        if let hash = description.contentHash { fields.append(("note", "SHA-256 \(hash)")) }
        return Self.entry("dataset", SafeID.make("data", description.name, position: 0), fields)
    }

    private var software: String {
        words(
            "\(Engine.authors). \(Engine.title), version \(Engine.version) [software]. \(Engine.licence).",
            "\(Engine.authors). \(Engine.title), version \(Engine.version) [logiciel]. \(Engine.licence).")
    }

    private static var softwareBibTeX: String {
        entry(
            "software", "milieu",
            [
                ("author", "{\(Engine.authors)}"), ("title", "\(Engine.title)"), ("version", "\(Engine.version)"),
                ("license", "\(Engine.licence)"),
            ])
    }

    private static func entry(_ type: String, _ key: String, _ fields: [(String, BibTeX)]) -> String {
        "@\(type){\(key),\n" + fields.map { "  \($0.0) = {\($0.1.text)}," }.joined(separator: "\n") + "\n}"
    }
}
