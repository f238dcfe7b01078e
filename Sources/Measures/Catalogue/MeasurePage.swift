import Tabular
import Vocabulary

/// The page of all measures, made from their declarations: `Documentation/measures.en.md` and
/// `measures.fr.md`.
public enum MeasurePage {
    /// The page in Markdown, ended by a line feed.
    public static func text(_ language: Language) -> String {
        var page = PageText(language: language)
        page.head()
        for family in Measure.Family.allCases {
            let measures = MeasureCatalogue.all.filter { $0.family == family }
            guard !measures.isEmpty else { continue }
            page.add("## \(family.name.text(language))")
            for measure in measures { page.add(measure) }
        }
        page.tools()
        return page.lines.joined(separator: "\n") + "\n"
    }
}

/// Paragraphs in the making, one blank line between them.
private struct PageText {
    let language: Language
    var lines: [String] = []

    mutating func add(_ text: String) {
        if !lines.isEmpty { lines.append("") }
        lines.append(text)
    }

    private func words(_ en: String, _ fr: String) -> String { language == .french ? fr : en }

    mutating func head() {
        let (count, others) = (MeasureCatalogue.all.count, MeasureCatalogue.variants.count)
        add("# " + words("Measures", "Mesures"))
        add(
            words(
                "\(count) measures, and \(others) variants in other conventions. This page is written by `milieu measure --page` from the declarations that the program itself reads; it is not edited by hand.",
                "\(count) mesures, et \(others) variantes selon d'autres conventions. Cette page est écrite par `milieu measure --page` à partir des déclarations que lit le programme lui-même ; elle n'est pas modifiée à la main."))
        add(
            words(
                "A value that is not defined is an empty cell, never 0; one that leaves the range of the machine's numbers is refused. A weight of zero is no tie. In a two-mode view events are nodes beside the actors and count as such unless the measure says otherwise; a measure that compares pairs which cannot be tied there is refused and names its namesake of two modes. Self-loops count in no measure unless a variant says so. Each measure is taken by its id, `milieu measure DATASET -m ID`; a variant by its own id, or by its tool, `--as TOOL`.",
                "Une valeur non définie est une cellule vide, jamais 0 ; une valeur qui sort de l'étendue des nombres de la machine est refusée. Un poids nul n'est pas un lien. Dans une vue bimodale, les événements sont des nœuds à côté des acteurs et comptent comme tels, sauf mesure qui dit autrement ; une mesure qui compare des paires qui ne peuvent y être liées est refusée et nomme son homologue à deux modes. Les boucles ne comptent dans aucune mesure, sauf variante qui le dit. Chaque mesure se prend par son identifiant, `milieu measure JEU -m ID` ; une variante par le sien, ou par son outil, `--as OUTIL`."))
    }

    mutating func add(_ measure: Measure) {
        add("### `\(measure.id)`: \(measure.name.text(language))")
        var facts = [levelName(measure.level), Self.interval(measure.range)]
        if !measure.requirements.isEmpty {
            let needs = measure.requirements.map { $0.name.text(language) }.sorted().joined(separator: ", ")
            facts.append(words("needs \(needs)", "suppose \(needs)"))
        }
        if measure.isSeeded { facts.append(words("seeded", "à graine fixée")) }
        if measure.explanation != nil { facts.append("`--explain`") }
        add("*" + facts.joined(separator: " · ") + "*")
        add(measure.reading.text(language))
        add("$$\(measure.formula)$$")
        add(measure.convention.text(language))
        let undefined = measure.undefined.text(language)
        if !undefined.isEmpty { add(undefined) }
        if !measure.variants.isEmpty {
            add(measure.variants.map { item($0, measure) }.joined(separator: "\n"))
        }
        add(measure.sources.map(\.full).joined(separator: " "))
    }

    private func item(_ variant: Measure.Variant, _ base: Measure) -> String {
        let measure = base.measure(of: variant)
        let tools = variant.tools.isEmpty ? "" : " (\(variant.tools.map(\.name).joined(separator: ", ")))"
        let formula = variant.formula.map { " $\($0)$" } ?? ""
        return "- `\(measure.id)`\(tools)\(words(":", "\u{A0}:"))\(formula) \(measure.convention.text(language))"
    }

    /// What `--as` changes, tool by tool.
    mutating func tools() {
        add("## " + words("Numbers of other tools", "Nombres d'autres outils"))
        add(
            words(
                "With `--as TOOL` the column keeps its id and takes the tool's convention; the codebook says so. Measures that are not named here are computed in Milieu's convention.",
                "Avec `--as OUTIL`, la colonne garde son identifiant et prend la convention de l'outil ; le dictionnaire des variables le dit. Les mesures qui ne sont pas nommées ici suivent la convention de Milieu."))
        for tool in PeerTool.allCases {
            let pairs = MeasureCatalogue.all.compactMap { measure -> String? in
                guard let variant = measure.variants.first(where: { $0.tools.contains(tool) }) else { return nil }
                return "`\(measure.id)` → `\(measure.measure(of: variant).id)`"
            }
            let habit = tool.habit.map { ". " + $0.text(language) } ?? ""
            add("- **\(tool.name)**\(words(":", "\u{A0}:")) " + pairs.joined(separator: ", ") + habit)
        }
    }

    private func levelName(_ level: Level) -> String {
        switch level {
        case .actor: words("of actors", "des acteurs")
        case .tie: words("of ties", "des liens")
        case .network: words("of the network", "du réseau")
        case .group: words("a table of groups", "un tableau de groupes")
        }
    }

    private static func interval(_ range: ClosedRange<Double>) -> String {
        func bound(_ value: Double) -> String { value.isFinite ? NumberText.shortest(value) : value < 0 ? "−∞" : "∞" }
        let (open, close) = (range.lowerBound.isFinite ? "[" : "(", range.upperBound.isFinite ? "]" : ")")
        return "\(open)\(bound(range.lowerBound)), \(bound(range.upperBound))\(close)"
    }
}

extension Measure.Family {
    /// What pages and lists call it.
    public var name: Bilingual {
        switch self {
        case .degree: Bilingual(en: "Degree", fr: "Degré")
        case .closeness: Bilingual(en: "Closeness", fr: "Proximité")
        case .prestige: Bilingual(en: "Prestige", fr: "Prestige")
        case .betweenness: Bilingual(en: "Betweenness", fr: "Intermédiarité")
        case .spectral: Bilingual(en: "Spectral measures", fr: "Mesures spectrales")
        case .flow: Bilingual(en: "Current flow", fr: "Flux de courant")
        case .core: Bilingual(en: "Cores", fr: "Cœurs")
        case .distance: Bilingual(en: "Distance", fr: "Distance")
        case .local: Bilingual(en: "Surroundings", fr: "Entourage")
        case .structuralHoles: Bilingual(en: "Structural holes", fr: "Trous structuraux")
        case .brokerage: Bilingual(en: "Brokerage", fr: "Courtage")
        case .mixing: Bilingual(en: "Mixing", fr: "Mixité")
        case .keyPlayers: Bilingual(en: "Key players", fr: "Acteurs clés")
        case .socialCapital: Bilingual(en: "Social capital", fr: "Capital social")
        case .twoMode: Bilingual(en: "Two modes", fr: "Deux modes")
        case .multilayer: Bilingual(en: "Layers", fr: "Couches")
        case .equivalence: Bilingual(en: "Equivalence", fr: "Équivalence")
        case .communities: Bilingual(en: "Communities", fr: "Communautés")
        case .cohesion: Bilingual(en: "Cohesion", fr: "Cohésion")
        case .subgroups: Bilingual(en: "Cohesive subgroups", fr: "Sous-groupes cohésifs")
        case .egoNetworks: Bilingual(en: "Ego networks", fr: "Réseaux personnels")
        case .centralisation: Bilingual(en: "Centralisation", fr: "Centralisation")
        case .census: Bilingual(en: "Censuses", fr: "Recensements")
        }
    }
}

extension Measure.Requirement {
    /// What the page says that a measure needs: the object of a sentence.
    public var name: Bilingual {
        switch self {
        case .directed: Bilingual(en: "directed ties", fr: "des liens orientés")
        case .twoMode: Bilingual(en: "two modes", fr: "deux modes")
        case .oneMode: Bilingual(en: "actors only", fr: "des acteurs seulement")
        case .grouping: Bilingual(en: "groups", fr: "des groupes")
        case .resource: Bilingual(en: "a resource", fr: "une ressource")
        case .attribute: Bilingual(en: "an attribute of numbers", fr: "un attribut numérique")
        case .start: Bilingual(en: "actors to start from", fr: "des acteurs de départ")
        case .layers: Bilingual(en: "two layers", fr: "deux couches")
        case .dates: Bilingual(en: "dates", fr: "des dates")
        }
    }
}
