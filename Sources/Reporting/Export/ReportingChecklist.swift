import Measures
import NetworkModel
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

    func markdown() -> String {
        let grand = bibliography.citation([MethodReferences.neal2023])
        let sonhr = bibliography.citation([MethodReferences.luke2023])
        let head = say("item | answer", "point | réponse")
        return [
            say("## Reporting checklists", "## Listes de contrôle"),
            say("GRAND \(grand).", "GRAND \(grand)."), table(head, grandItems),
            say("SoNHR, by domain \(sonhr).", "SoNHR, par domaine \(sonhr)."), table(head, domainItems),
        ].joined(separator: "\n\n")
    }

    private typealias Item = (name: Bilingual, answer: Bilingual?)

    private func say(_ en: String, _ fr: String) -> String { language == .french ? fr : en }

    private func table(_ head: String, _ items: [Item]) -> String {
        let open = say("*for the author to say*", "*à compléter par l'auteur*")
        let rows = items.map { item in
            "| \(item.name.text(language)) | \((item.answer?.text(language) ?? open).replacing("|", with: "\\|")) |"
        }
        return (["| \(head) |", "| --- | --- |"] + rows).joined(separator: "\n")
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
            (Bilingual(en: "name of the network", fr: "nom du réseau"), Bilingual(description.title)),
            (Bilingual(en: "where to find it", fr: "où le trouver"), nil),
            (
                Bilingual(en: "what a node is", fr: "ce qu'est un nœud"),
                Bilingual(
                    en: "a territorial actor (\(view.actorCount)\(view.isTwoMode ? ", and \(view.eventCount) events" : ""))",
                    fr: "un acteur territorial (\(view.actorCount)\(view.isTwoMode ? ", et \(view.eventCount) événements" : ""))")
            ),
            (
                Bilingual(en: "what a tie is", fr: "ce qu'est un lien"),
                Bilingual(en: "relations of \(kinds.count) kinds (layers: \(layerNames(.english)))", fr: "des relations de \(kinds.count) types (couches : \(layerNames(.french)))")
            ),
            (
                Bilingual(en: "direction", fr: "orientation"),
                view.isDirected ? Bilingual(en: "directed", fr: "orienté") : Bilingual(en: "undirected", fr: "non orienté")
            ),
            (
                Bilingual(en: "weights, and their meaning", fr: "poids, et leur sens"),
                view.weights.isEmpty
                    ? Bilingual(en: "none", fr: "aucun")
                    : meanings.isEmpty ? nil : Bilingual(en: meanings, fr: meanings)
            ),
            (
                Bilingual(en: "boundary", fr: "frontière"),
                score?.perimeter.map { Bilingual(en: "inside: \($0.name.en); actors outside are kept where they are tied to it", fr: "intérieur : \($0.name.fr) ; les acteurs extérieurs liés sont gardés") }
            ),
            (Bilingual(en: "mode of collection", fr: "mode de collecte"), sources.map { Bilingual(en: "from \(network.sources.count) sources, first: \($0)", fr: "d'après \(network.sources.count) sources, la première : \($0)") }),
            (Bilingual(en: "when", fr: "quand"), description.territory?.referenceDate.map { Bilingual($0.description) }),
            (Bilingual(en: "topology", fr: "topologie"), Bilingual(en: "`network.csv`, `layers.csv`", fr: "`network.csv`, `layers.csv`")),
        ]
    }

    private var domainItems: [Item] {
        [
            (Bilingual(en: "conceptualisation: question, theory, why a network", fr: "conceptualisation : question, théorie, pourquoi un réseau"), nil),
            (
                Bilingual(en: "operationalisation: nodes, ties, boundary, levels", fr: "opérationnalisation : nœuds, liens, frontière, niveaux"),
                Bilingual(en: "sections Data and Network; actor, tie, group and network level", fr: "sections Données et Réseau ; niveaux acteur, lien, groupe et réseau")
            ),
            (
                Bilingual(en: "data collection and management: instrument, response, missing ties", fr: "collecte et gestion : instrument, réponse, liens manquants"),
                Bilingual(
                    en: "each row names its evidence and, where inferred, a confidence; layers that were not surveyed are unknown; `evidence.csv` counts what has a source",
                    fr: "chaque ligne nomme ce qui l'atteste et, si elle est inférée, une confiance ; les couches non relevées sont inconnues ; `evidence.csv` compte ce qui a une source")
            ),
            (
                Bilingual(en: "analyses and results: measures, models, software, figures", fr: "analyses et résultats : mesures, modèles, logiciel, figures"),
                Bilingual(en: "sections Measures, Score, Software; `figures/`", fr: "sections Mesures, Score, Logiciel ; `figures/`")
            ),
            (Bilingual(en: "ethics and equity: consent, anonymity, who is left out", fr: "éthique et équité : consentement, anonymat, qui est laissé de côté"), nil),
        ]
    }
}
