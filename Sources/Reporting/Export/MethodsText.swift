import Measures
import NetworkModel
import Tabular
import TerritoryScoring
import Vocabulary

/// The methods section of a paper, ready to be cut to size: data, view, measures, score, software and
/// the items that reporting guidelines ask for. Citations are Pandoc's and stand in `references.bib`.
struct MethodsText {
    let context: MeasureContext
    let measures: [Measure]
    let score: TerritoryScore?
    let bibliography: Bibliography
    let language: Language

    init(_ context: MeasureContext, measures: [Measure], score: TerritoryScore?, language: Language) {
        (self.context, self.measures, self.score, self.language) = (context, measures, score, language)
        bibliography = Self.bibliography(measures, hasScore: score != nil)
    }

    /// Everything that is cited: by the measures, by the indicators, by the text itself.
    static func bibliography(_ measures: [Measure], hasScore: Bool) -> Bibliography {
        let own = [MethodReferences.gansnerNorth2000, MethodReferences.gansnerKorenNorth2005, MethodReferences.luke2023, MethodReferences.neal2023]
        let ofScore = [
            MethodReferences.camagni1995, Axis.source, MethodReferences.handbook2008,
            MethodReferences.saisana2005, MethodReferences.benjaminiHochberg1995, MethodReferences.strona2014,
        ]
        return Bibliography(
            measures.flatMap(\.sources) + own + (hasScore ? ofScore + IndicatorCatalogue.all.flatMap(\.sources) : []))
    }

    func markdown() -> Markdown {
        let title = context.network.description.title
        var sections = [say("# Methods: \(title)", "# Méthodes : \(title)"), data, view, measureList]
        if let score { sections.append(scoring(score)) }
        sections += [software, ReportingChecklist(context, score: score, bibliography, language).markdown()]
        return Markdown.joined(sections, separator: "\n\n") + "\n"
    }

    private func say(_ en: Markdown, _ fr: Markdown) -> Markdown { language == .french ? fr : en }
    private var numerals: Numerals { Numerals(language) }
    private func cite(_ references: Reference...) -> Markdown { bibliography.citation(references) }

    // MARK: Sections

    private var data: Markdown {
        let network = context.network
        let description = network.description
        let collectives = network.actors.count(where: \.isCollective)
        let version = description.version.map { " \($0)" } ?? ""
        let hash: Markdown = description.contentHash.map { say(" (SHA-256 of the tables: \($0))", " (SHA-256 des tables : \($0))") } ?? ""
        var text = say(
            "## Data\n\nThe dataset *\(description.name)*\(version)\(hash) holds \(numerals.count(network.actors.count)) actors, of which \(numerals.count(collectives)) stand for several individuals or firms, \(numerals.count(network.ties.count)) rows of ties of \(numerals.count(network.tieKinds.count)) kinds, \(numerals.count(network.events.count)) events or pooled resources and \(numerals.count(network.participation.count)) participations, from \(numerals.count(network.sources.count)) sources. Each row names its evidence. Collective actors are one node; no individual is invented.",
            "## Données\n\nLe jeu de données *\(description.name)*\(version)\(hash) compte \(numerals.count(network.actors.count)) acteurs, dont \(numerals.count(collectives)) représentent plusieurs individus ou entreprises, \(numerals.count(network.ties.count)) lignes de liens de \(numerals.count(network.tieKinds.count)) types, \(numerals.count(network.events.count)) événements ou ressources mutualisées et \(numerals.count(network.participation.count)) participations, d'après \(numerals.count(network.sources.count)) sources. Chaque ligne nomme ce qui l'atteste. Un acteur collectif est un seul nœud ; aucun individu n'est inventé.")
        if let territory = description.territory, let perimeter = score?.perimeter ?? territory.defaultPerimeter {
            text += say(
                " The territory is \(territory.name); inside means the perimeter \"\(perimeter.name.en)\" (\(numerals.count(perimeter.places.count)) places).",
                " Le territoire est \(territory.name) ; l'intérieur est le périmètre « \(perimeter.name.fr) » (\(numerals.count(perimeter.places.count)) lieux).")
        }
        if let surveys = description.surveys {
            let rows = surveys.sorted { $0.key < $1.key }
            let list = rows.filter { $0.value.how == .census }.map(\.key).joined(separator: ", ")
            text += say(
                " Surveyed, so that what is absent there counts as absent: \(list). What was not surveyed is unknown.",
                " Ce qui a été relevé, de sorte que l'absence y vaut absence : \(list). Le reste est inconnu.")
            let partly = rows.filter { $0.value.how != .census }.map { "\($0.key) (\($0.value.how.rawValue))" }
                .joined(separator: ", ")
            if !partly.isEmpty {
                text += say(
                    " Looked at in part, so that what is absent may be unobserved: \(partly).",
                    " Ce qui a été relevé en partie, de sorte qu'une absence peut être un défaut d'observation : \(partly).")
            }
        }
        return text
    }

    private var view: Markdown {
        let (view, options) = (context.view, context.options)
        let statuses = TieStatus.allCases.filter(view.options.statuses.contains).map { $0.name.text(language) }
            .joined(separator: ", ")
        let weights: Markdown
        switch options.weights {
        case .none: weights = say("Path measures count steps", "Les mesures de chemin comptent des pas")
        case .strength:
            weights = say("A tie of strength w is 1/w long", "Un lien de force w est long de 1/w")
        case .distance: weights = say("A tie is as long as its weight", "Un lien est aussi long que son poids")
        }
        return say(
            "## Network\n\nView: \(view.summary(.english)); ties of status: \(statuses). It has \(numerals.count(view.nodes.count)) nodes and \(numerals.count(view.tieCount)) ties; \(numerals.count(view.repeatedFactCount)) rows that tell a fact told already and \(numerals.count(view.loopCount)) self-loops are left out. Ties of several kinds between the same two actors are one edge. \(weights). Isolates stay in.",
            "## Réseau\n\nVue : \(view.summary(.french)) ; liens de statut : \(statuses). Elle a \(numerals.count(view.nodes.count)) nœuds et \(numerals.count(view.tieCount)) liens ; \(numerals.count(view.repeatedFactCount)) lignes qui disent un fait déjà dit et \(numerals.count(view.loopCount)) boucles sont laissées de côté. Des liens de plusieurs types entre deux mêmes acteurs font une seule arête. \(weights). Les acteurs isolés restent.")
    }

    private var measureList: Markdown {
        let head = say(
            "## Measures\n\nAn undefined value is an empty cell. For each measure: what it says, the convention, the sources.",
            "## Mesures\n\nUne valeur indéfinie est une cellule vide. Pour chaque mesure : ce qu'elle dit, la convention, les sources.")
        let items = measures.map { measure -> Markdown in
            let words = [measure.reading, measure.convention, measure.undefined].map { $0.text(language) }
                .filter { !$0.isEmpty }.joined(separator: " ")
            let formula: Markdown = measure.formula.isEmpty ? "" : " $\(markup: measure.formula)$."
            return "- **\(measure.name.text(language))** (\(MarkdownSyntax.code(measure.id))).\(formula) \(markup: words) \(bibliography.citation(measure.sources))"
        }
        return "\(head)\n\n\(Markdown.joined(items, separator: "\n"))"
    }

    private func scoring(_ score: TerritoryScore) -> Markdown {
        let method = score.method
        let draws = score.uncertainty.map { $0.learning.count } ?? 0
        let head = say(
            "## Score\n\nTwo axes that are never merged, learning and interaction \(cite(Axis.source)), tell four configurations apart; their labels follow \(cite(MethodReferences.camagni1995)) by analogy. The thresholds, the operationalisation and the weights are conventions of Milieu (method \(method.id) \(method.version), `parameters.csv`): threshold \(numerals.shortest(method.threshold, digits: 6)), window \(method.windowYears) years, \(method.aggregation.rawValue) mean over dimensions with floor \(numerals.shortest(method.floor, digits: 6)), no point score below \(numerals.percent(method.neededCoverage)) coverage \(cite(MethodReferences.handbook2008)). The interval comes from \(numerals.count(draws)) draws over what is uncertain (`parameters.csv` lists the factors), with first-order and total Sobol indices \(cite(MethodReferences.saisana2005)). Null models: \(numerals.count(method.nullDraws)) degree-preserving rewirings (of who is tied to whom; of directed ties for reciprocity, of each layer by itself for multiplexity), curveball draws for events \(cite(MethodReferences.strona2014)), permutations of kinds and of dates; p = (1 + #)/(B + 1), adjusted \(cite(MethodReferences.benjaminiHochberg1995)).",
            "## Score\n\nDeux axes jamais fusionnés, apprentissage et interaction \(cite(Axis.source)), distinguent quatre configurations ; leurs noms suivent \(cite(MethodReferences.camagni1995)) par analogie. Les seuils, l'opérationnalisation et les poids sont des conventions de Milieu (méthode \(method.id) \(method.version), `parameters.csv`) : seuil \(numerals.shortest(method.threshold, digits: 6)), fenêtre de \(method.windowYears) ans, moyenne \(method.aggregation == .geometric ? "géométrique" : "arithmétique") des dimensions avec plancher \(numerals.shortest(method.floor, digits: 6)), pas de score ponctuel sous \(numerals.percent(method.neededCoverage)) de couverture \(cite(MethodReferences.handbook2008)). L'intervalle vient de \(numerals.count(draws)) tirages sur ce qui est incertain (`parameters.csv` énumère les facteurs), avec indices de Sobol de premier ordre et totaux \(cite(MethodReferences.saisana2005)). Modèles nuls : \(numerals.count(method.nullDraws)) recâblages conservant les degrés (de qui est lié à qui ; des liens orientés pour la réciprocité, de chaque couche à part pour la multiplexité), tirages « curveball » pour les événements \(cite(MethodReferences.strona2014)), permutations des types et des dates ; p = (1 + #)/(B + 1), ajusté \(cite(MethodReferences.benjaminiHochberg1995)).")
        let items = IndicatorCatalogue.all.map { indicator -> Markdown in
            let words = indicator.reading.text(language) + " " + indicator.undefined.text(language)
            return "- **\(indicator.name.text(language))** (\(MarkdownSyntax.code(indicator.id))). $\(markup: indicator.formula)$. \(markup: words) \(bibliography.citation(indicator.sources))"
        }
        return "\(head)\n\n\(Markdown.joined(items, separator: "\n"))"
    }

    private var software: Markdown {
        let seed = context.options.seed
        return say(
            "## Software\n\n\(Engine.name) \(Engine.version); seed \(seed); results have the same bits on any number of cores. Figures: positions by stress majorisation \(cite(MethodReferences.gansnerKorenNorth2005)), drawn by Graphviz \(cite(MethodReferences.gansnerNorth2000)).",
            "## Logiciel\n\n\(Engine.name) \(Engine.version) ; graine \(seed) ; les résultats sont identiques au bit près sur un nombre quelconque de cœurs. Figures : positions par minimisation du stress \(cite(MethodReferences.gansnerKorenNorth2005)), dessinées par Graphviz \(cite(MethodReferences.gansnerNorth2000)).")
    }
}
