import Figures
import Measures
import NetworkModel
import TerritoryScoring
import Vocabulary

/// What the page's template reads: each section in its own part.
struct ReportPage {
    let subject: ReportSubject
    let isWhole: Bool

    init(_ subject: ReportSubject, _ extent: ReportExtent) {
        self.subject = subject
        isWhole = extent == .whole
    }

    private var words: Wording { subject.words }

    func content() throws(MilieuError) -> [String: Any] {
        let summary = ReportSummary(subject: subject)
        let tables = ReportTables(subject: subject)
        let evidence = ReportEvidence(subject: subject)
        let network = networkContent
        let score = ReportScore(subject)?.content()
        let methods = isWhole ? try ReportMethods(subject: subject).content() : []
        let actors = isWhole ? tables.actors : ShortActors(subject: subject).table(of: tables.actors)
        return [
            "language": words.language.rawValue, "policy": ReportTemplates.policy,
            "title": words("\(subject.title): network report", "\(subject.title) : rapport de réseau"),
            "heading": subject.title, "subtitle": subtitle, "labels": PageLabels.all(words),
            "keyNumbers": summary.keyNumbers.map { ["number": $0.number, "label": $0.label] },
            "paragraphs": summary.paragraphs, "limits": summary.limits,
            "hasVerdict": subject.score != nil, "verdict": summary.verdict,
            "contents": contents(hasScore: score != nil, hasEvents: tables.events != nil),
            "network": network, "hasNetwork": subject.figures[InlineFigure.network] != nil,
            "hasScore": score != nil, "score": score ?? [:], "noScore": noScore,
            "isWhole": isWhole, "actors": actors.content, "ties": tables.ties.content,
            "hasEvents": tables.events != nil, "events": tables.events?.content ?? [:],
            "whole": tables.whole.content, "skipped": tables.skipped, "hasSkipped": !tables.skipped.isEmpty,
            "pictures": pictures, "hasPictures": !pictures.isEmpty,
            "evidence": evidence.content, "methods": methods,
            "provenance": provenance, "citations": ReportCitation(subject: subject).content,
            "engine": "\(Engine.name) \(Engine.version)", "style": ReportTemplates.style,
            "script": ReportTemplates.script, "data": ReportData(subject: subject).json(),
        ]
    }

    private var subtitle: String {
        let description = subject.network.description
        var parts: [String] = []
        if let territory = description.territory, territory.name != subject.title { parts.append(territory.name) }
        if let date = subject.date { parts.append(words.at(date)) }
        if !isWhole { parts.append(words("short report", "rapport court")) }
        parts.append(
            words("dataset ", "jeu de données ") + description.name + (description.version.map { " " + $0 } ?? ""))
        return parts.joined(separator: " · ")
    }

    private var noScore: String {
        words(
            subject.noScore
                ?? Bilingual(
                    en:
                        "The input describes no territory (no `datapackage.json` with a territory), so that there is nothing to score on learning and interaction: the report tells the network alone.",
                    fr:
                        "Les données ne décrivent pas de territoire (pas de `datapackage.json` avec un territoire) : il n'y a rien à évaluer sur l'apprentissage et l'interaction, et le rapport ne parle que du réseau."
                ))
    }

    private func contents(hasScore: Bool, hasEvents: Bool) -> [[String: Any]] {
        var entries = [("summary", words("In brief", "En bref")), ("network", words("The network", "Le réseau"))]
        entries.append(("score", words("Learning and interaction", "Apprentissage et interaction")))
        entries.append(("actors", words("Actors", "Acteurs")))
        if isWhole { entries.append(("ties", words("Ties", "Liens"))) }
        if isWhole, hasEvents { entries.append(("events", words("Events", "Événements"))) }
        if isWhole { entries.append(("measures", words("Measures of the network", "Mesures du réseau"))) }
        entries.append(("evidence", words("Evidence", "Sources et preuves")))
        if isWhole { entries.append(("methods", words("Methods", "Méthodes"))) }
        entries.append(("provenance", words("Provenance and citation", "Provenance et citation")))
        return entries.map { ["id": $0.0, "label": $0.1] }
    }

    private var networkContent: [String: Any] {
        guard let figure = subject.figures[InlineFigure.network] else { return [:] }
        let view = subject.view
        var layers: Set<Layer> = []
        for place in 0..<view.tieCount { layers.insert(view.told(ofTie: place).layer) }
        let known = Set(subject.network.tieKinds.map(\.layer) + subject.network.eventKinds.map(\.layer)).sorted()
        let spheres = subject.network.spheres
        let present = Set(
            view.nodes.compactMap { node -> Sphere? in
                if case .actor(let actor) = node { spheres[actor] } else { nil }
            })
        func options(_ all: [(place: Int, name: String)]) -> [[String: Any]] {
            all.map { ["place": $0.place, "name": $0.name] }
        }
        let layerOptions = options(known.enumerated().filter { layers.contains($1) }.map { ($0, words($1.name)) })
        let sphereOptions = options(
            Sphere.allCases.enumerated().filter { present.contains($1) }.map { ($0, words($1.name)) })
        return [
            "reading": words(figure.reading), "svg": figure.markup,
            "layers": layerOptions, "hasLayers": layerOptions.count > 1,
            "spheres": sphereOptions, "hasSpheres": sphereOptions.count > 1,
            "hasYears": hasYears,
        ]
    }

    private var hasYears: Bool {
        (0..<subject.view.tieCount).contains { place in
            subject.view.told(ofTie: place).details.map { $0.since != nil || $0.until != nil } ?? false
        }
    }

    /// The figures beside the network and the score's.
    private var pictures: [[String: Any]] {
        ["layers", "timeline"].compactMap { subject.figures[$0] }.map {
            ["id": $0.id, "name": words.capitalised(words($0.name)), "reading": words($0.reading), "svg": $0.markup]
        }
    }

    private var provenance: [[String: Any]] {
        let provenance = subject.context.provenance
        var rows: [(String, String)] = [(words("Dataset", "Jeu de données"), provenance.dataset)]
        if let version = provenance.datasetVersion { rows.append((words("Version", "Version"), version)) }
        if let hash = provenance.contentHash {
            rows.append((words("SHA-256 of the tables", "SHA-256 des tables"), hash))
        }
        if let view = provenance.view { rows.append((words("View", "Vue"), words(view))) }
        rows.append((words("Engine", "Moteur"), "\(Engine.name) \(provenance.engineVersion)"))
        if let seed = provenance.seed { rows.append((words("Seed", "Graine"), String(seed))) }
        if let score = subject.score {
            rows.append((words("Scoring method", "Méthode du score"), "\(score.method.id) \(score.method.version)"))
            if let perimeter = score.perimeter {
                rows.append((words("Perimeter of the score", "Périmètre du score"), words(perimeter.name)))
            }
            if let uncertainty = score.uncertainty {
                rows.append((words("Draws", "Tirages"), words.count(uncertainty.learning.count)))
            }
            if !score.nullTests.isEmpty {
                rows.append(
                    (
                        words("Draws of each null model", "Tirages de chaque modèle nul"),
                        words.count(score.method.nullDraws)
                    ))
            }
        }
        let licences = subject.network.description.licences
        if !licences.isEmpty {
            rows.append((words("Licence of the data", "Licence des données"), licences.joined(separator: ", ")))
        }
        return rows.map { ["name": $0.0, "value": $0.1] }
    }
}

/// What the templates say in either language.
enum PageLabels {
    static func all(_ words: Wording) -> [String: Any] {
        Dictionary(uniqueKeysWithValues: texts.map { ($0.id, words($0.text)) })
    }

    private static let texts: [(id: String, text: Bilingual)] = [
        ("skip", "Skip to the report", "Aller au rapport"),
        ("contents", "Contents", "Sommaire"),
        ("summary", "In brief", "En bref"),
        ("limits", "How far the data carries", "Jusqu'où portent les données"),
        ("network", "The network", "Le réseau"),
        ("explore", "Explore the network", "Explorer le réseau"),
        ("search", "Find an actor", "Chercher un acteur"),
        ("layers", "Layers", "Couches"),
        ("spheres", "Spheres", "Sphères"),
        ("year", "What held in", "Ce qui valait en"),
        ("reset", "Show all", "Tout afficher"),
        ("zoomIn", "Enlarge", "Agrandir"),
        ("zoomOut", "Reduce", "Réduire"),
        (
            "noScript", "Exploring the network and sorting the tables need JavaScript; all else is here without it.",
            "L'exploration du réseau et le tri des tableaux demandent JavaScript ; tout le reste est là sans lui."
        ),
        ("score", "Learning and interaction", "Apprentissage et interaction"),
        ("actors", "Actors", "Acteurs"),
        ("ties", "Ties", "Liens"),
        ("events", "Events and shared resources", "Événements et ressources partagées"),
        ("measures", "Measures of the network", "Mesures du réseau"),
        ("skipped", "Measures that this network does not allow: ", "Mesures que ce réseau ne permet pas : "),
        ("evidence", "Evidence", "Sources et preuves"),
        ("methods", "Methods", "Méthodes"),
        ("provenance", "Provenance and citation", "Provenance et citation"),
        ("made", "How this report was made", "Comment ce rapport a été fait"),
        ("cite", "How to cite", "Comment citer"),
        ("formula", "Formula", "Formule"),
        ("convention", "Convention", "Convention"),
        ("needs", "Reads", "Lit"),
        ("sources", "Sources", "Sources"),
        ("madeWith", "Made with", "Fait avec"),
        (
            "empty", "A dash (–) means undefined or not known, never zero.",
            "Un tiret (–) signifie indéfini ou inconnu, jamais zéro."
        ),
    ].map { ($0.0, Bilingual(en: $0.1, fr: $0.2)) }
}
