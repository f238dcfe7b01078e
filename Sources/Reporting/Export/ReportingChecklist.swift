import Measures
import NetworkModel
import Tabular
import TerritoryScoring
import Vocabulary

/// The items that two guidelines ask of a paper on networks, with what the dataset answers; what it
/// does not is left for the author to fill in, and says so.
///
/// GRAND asks what a network represents, when and where it comes from and how it was measured; SoNHR
/// asks for eighteen points in five domains (conceptualisation, operationalisation, data, analysis, ethics).
struct ReportingChecklist {
    private let context: MeasureContext
    private let score: TerritoryScore?
    private let bibliography: Bibliography
    private let language: Language

    init(_ context: MeasureContext, score: TerritoryScore?, _ bibliography: Bibliography, _ language: Language) {
        (self.context, self.score, self.bibliography, self.language) = (context, score, bibliography, language)
    }

    func markdown() -> Markdown {
        let grand = bibliography.citation([MethodReferences.neal2023])
        let sonhr = bibliography.citation([MethodReferences.luke2023])
        let head = say("item | answer", "point | réponse")
        let parts: [Markdown] = [
            say("## Reporting checklists", "## Listes de contrôle"),
            say("GRAND \(grand).", "GRAND \(grand)."), table(head, grandItems),
            say("SoNHR, by domain \(sonhr).", "SoNHR, par domaine \(sonhr)."), table(head, domainItems),
        ]
        return Markdown.joined(parts, separator: "\n\n")
    }

    /// A text of the page in the two languages; what of the dataset is put into it is escaped.
    private struct Told {
        let en: Markdown
        let fr: Markdown

        init(en: Markdown, fr: Markdown) { (self.en, self.fr) = (en, fr) }

        init(_ both: Markdown) { self.init(en: both, fr: both) }
    }

    private typealias Item = (name: Told, answer: Told?)

    private func say(_ en: Markdown, _ fr: Markdown) -> Markdown { language == .french ? fr : en }

    private func table(_ head: Markdown, _ items: [Item]) -> Markdown {
        let open = say("*for the author to say*", "*à compléter par l'auteur*")
        let rows: [Markdown] = items.map { item in
            "| \(say(item.name.en, item.name.fr)) | \(item.answer.map { say($0.en, $0.fr) } ?? open) |"
        }
        return Markdown.joined(["| \(head) |", "| --- | --- |"] + rows, separator: "\n")
    }

    private var grandItems: [Item] {
        let (network, view) = (context.network, context.view)
        let description = network.description
        let kinds = network.tieKinds
        let meanings = Set(kinds.compactMap(\.weightMeans?.rawValue)).sorted().joined(separator: ", ")
        let layers = Set(kinds.map(\.layer)).sorted()
        func layerNames(_ language: Language) -> String { layers.map { $0.name.text(language) }.joined(separator: ", ") }
        let sources = network.sources.map(\.citation).first
        return [
            (Told(en: "name of the network", fr: "nom du réseau"), Told("\(description.title)")),
            (Told(en: "where to find it", fr: "où le trouver"), nil),
            (
                Told(en: "what a node is", fr: "ce qu'est un nœud"),
                Told(
                    en: "a territorial actor (\(view.actorCount)\(view.isTwoMode ? ", and \(view.eventCount) events" : ""))",
                    fr: "un acteur territorial (\(view.actorCount)\(view.isTwoMode ? ", et \(view.eventCount) événements" : ""))")
            ),
            (
                Told(en: "what a tie is", fr: "ce qu'est un lien"),
                Told(en: "relations of \(kinds.count) kinds (layers: \(layerNames(.english)))", fr: "des relations de \(kinds.count) types (couches : \(layerNames(.french)))")
            ),
            (
                Told(en: "direction", fr: "orientation"),
                view.isDirected ? Told(en: "directed", fr: "orienté") : Told(en: "undirected", fr: "non orienté")
            ),
            (
                Told(en: "weights, and their meaning", fr: "poids, et leur sens"),
                view.weights.isEmpty
                    ? Told(en: "none", fr: "aucun")
                    : meanings.isEmpty ? nil : Told("\(meanings)")
            ),
            (
                Told(en: "boundary", fr: "frontière"),
                score?.perimeter.map { Told(en: "inside: \($0.name.en); actors outside are kept where they are tied to it", fr: "intérieur : \($0.name.fr) ; les acteurs extérieurs liés sont gardés") }
            ),
            (Told(en: "mode of collection", fr: "mode de collecte"), sources.map { Told(en: "from \(network.sources.count) sources, first: \($0)", fr: "d'après \(network.sources.count) sources, la première : \($0)") }),
            (Told(en: "when", fr: "quand"), description.territory?.referenceDate.map { Told("\($0.description)") }),
            (Told(en: "topology", fr: "topologie"), Told(en: "`network.csv`, `layers.csv`", fr: "`network.csv`, `layers.csv`")),
        ]
    }

    private var domainItems: [Item] {
        [
            (Told(en: "conceptualisation: question, theory, why a network", fr: "conceptualisation : question, théorie, pourquoi un réseau"), nil),
            (
                Told(en: "operationalisation: nodes, ties, boundary, levels", fr: "opérationnalisation : nœuds, liens, frontière, niveaux"),
                Told(en: "sections Data and Network; actor, tie, group and network level", fr: "sections Données et Réseau ; niveaux acteur, lien, groupe et réseau")
            ),
            (
                Told(en: "data collection and management: instrument, response, missing ties", fr: "collecte et gestion : instrument, réponse, liens manquants"),
                Told(
                    en: "each row names its evidence and, where inferred, a confidence; layers that were not surveyed are unknown; `evidence.csv` counts what has a source",
                    fr: "chaque ligne nomme ce qui l'atteste et, si elle est inférée, une confiance ; les couches non relevées sont inconnues ; `evidence.csv` compte ce qui a une source")
            ),
            (
                Told(en: "analyses and results: measures, models, software, figures", fr: "analyses et résultats : mesures, modèles, logiciel, figures"),
                Told(en: "sections Measures, Score, Software; `figures/`", fr: "sections Mesures, Score, Logiciel ; `figures/`")
            ),
            (Told(en: "ethics and equity: consent, anonymity, who is left out", fr: "éthique et équité : consentement, anonymat, qui est laissé de côté"), nil),
        ]
    }
}
