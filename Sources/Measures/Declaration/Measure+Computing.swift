import Tabular
import NetworkModel
import Vocabulary

extension Measure.Requirement {
    /// - Throws: `MilieuError` of cause `usage`, with a remedy, where the view does not have it.
    func check(_ context: MeasureContext, for declared: Measure) throws(MilieuError) {
        let measure = declared.id
        let (view, network) = (context.view, context.network)
        switch self {
        case .directed where !view.isDirected:
            throw refusal(
                measure, Bilingual(en: "a directed network", fr: "un réseau orienté"),
                view.isTwoMode
                    ? Bilingual(
                        en: "Ask for it of ties of a directed kind.",
                        fr: "Demandez-la pour des liens d'un type orienté.")
                    : Bilingual(
                        en: "Take `--directed`, or ties of a directed kind.",
                        fr: "Prenez `--directed`, ou des liens d'un type orienté."))
        case .twoMode where !view.isTwoMode:
            throw refusal(
                measure, Bilingual(en: "a two-mode network", fr: "un réseau bimodal"),
                Bilingual(
                    en: "Keep the events as nodes, where the dataset has participations.",
                    fr: "Gardez les événements comme nœuds, là où le jeu de données a des participations."))
        case .oneMode where view.isTwoMode:
            let names = declared.twoModeNamesakes.map { "`\($0)`" }
            let others = Bilingual(en: names.joined(separator: " or "), fr: names.joined(separator: " ou "))
            throw refusal(
                measure, Bilingual(en: "a network of actors only", fr: "un réseau d'acteurs seulement"),
                (others.isEmpty
                    ? Bilingual(en: "Tie", fr: "Liez")
                    : Bilingual(
                        en: "Take \(others.en), which is of two modes, or tie",
                        fr: "Prenez \(others.fr), qui est bimodale, ou liez"))
                    + Bilingual(
                        en: " the actors that share events instead of keeping events as nodes (`--events projected`).",
                        fr:
                            " les acteurs qui partagent des événements au lieu de garder les événements comme nœuds (`--events projected`)."
                    ))
        case .grouping:
            _ = try context.grouping()
        case .resource where network.actors.values(of: context.options.resource)?.contains { $0 != nil } != true:
            throw refusal(
                measure,
                Bilingual(
                    en: "the actors' \"\(context.options.resource)\"",
                    fr: "la colonne « \(context.options.resource) » des acteurs"),
                Bilingual(
                    en: "Fill that column, or choose another attribute as the resource.",
                    fr: "Remplissez cette colonne, ou choisissez un autre attribut comme ressource."))
        case .attribute where network.actors.values(of: context.options.attribute)?.contains { $0 != nil } != true:
            throw refusal(
                measure,
                Bilingual(
                    en: "the actors' \"\(context.options.attribute)\"",
                    fr: "la colonne « \(context.options.attribute) » des acteurs"),
                Bilingual(
                    en: "Fill that column, or choose another attribute of numbers (`--attribute`).",
                    fr: "Remplissez cette colonne, ou choisissez un autre attribut de nombres (`--attribute`)."))
        case .start where context.options.start.isEmpty:
            throw refusal(
                measure, Bilingual(en: "actors to start from", fr: "des acteurs d'où partir"),
                Bilingual(
                    en:
                        "Name them with `--start-at`: their ids, or an attribute and its value, as in `--start-at kind=firm`.",
                    fr:
                        "Nommez-les par `--start-at` : leurs identifiants, ou un attribut et sa valeur, comme dans `--start-at kind=firm`."
                ))
        case .layers where context.layerCount < 2:
            throw refusal(
                measure, Bilingual(en: "ties in two layers or more", fr: "des liens dans deux couches ou plus"),
                Bilingual(
                    en: "Choose more layers or kinds of tie.", fr: "Choisissez plus de couches ou de types de lien."))
        case .dates where !network.ties.details.contains { $0.since != nil || $0.until != nil }:
            throw refusal(
                measure, Bilingual(en: "dated ties", fr: "des liens datés"),
                Bilingual(
                    en: "Fill the columns \"since\" and \"until\" of the ties.",
                    fr: "Remplissez les colonnes « since » et « until » des liens."))
        case .directed, .twoMode, .oneMode, .resource, .attribute, .start, .layers, .dates:
            return
        }
    }

    private func refusal(_ measure: String, _ need: Bilingual, _ remedy: Bilingual) -> MilieuError {
        MilieuError(
            .usage,
            Bilingual(
                en: "The measure \"\(measure)\" needs \(need.en).", fr: "La mesure « \(measure) » demande \(need.fr)."),
            remedy: remedy)
    }
}

extension MeasureContext {
    /// The layers that the view's ties belong to.
    fileprivate var layerCount: Int {
        memo("layer count") {
            var kinds: Set<Int> = []
            for tie in 0..<view.tieCount {
                if case .tie(let position) = view.origins[tie] { kinds.insert(network.ties.kind(at: position)) }
            }
            return Set(kinds.map { network.tieKinds[$0].layer }).count
        }
    }
}

extension Measure {
    /// The measure's values for a view: one for each node or tie, or a single one.
    ///
    /// - Throws: `MilieuError` where the network lacks what the measure requires, or its weights
    ///   cannot be read as the options say.
    public func values(in context: MeasureContext) throws(MilieuError) -> Column.Values {
        guard case .column(let compute) = computation else {
            throw MilieuError(
                .usage,
                Bilingual(
                    en: "\"\(id)\" is a measure of groups, and gives a table of its own.",
                    fr: "« \(id) » est une mesure de groupes, et donne une table à elle."),
                remedy: Bilingual(
                    en: "Ask for it alone, at group level.", fr: "Demandez-la seule, au niveau des groupes."))
        }
        try requirementsMet(in: context)
        let values = try compute(context)
        try requireReach(values)
        return values
    }

    /// No number that has left the range of the machine's is handed on: a writer has no text for it, and a reader
    /// would take it for a value.
    private func requireReach(_ values: Column.Values) throws(MilieuError) {
        guard case .number(let numbers) = values, numbers.contains(where: { $0.map { !$0.isFinite } ?? false }) else {
            return
        }
        throw MilieuError(
            .usage,
            Bilingual(
                en:
                    "The measure \"\(id)\" is out of numerical reach: on these weights a value leaves the range of the machine's numbers.",
                fr:
                    "La mesure « \(id) » est hors de portée numérique : avec ces poids, une valeur sort de l'étendue des nombres de la machine."
            ),
            remedy: Bilingual(
                en:
                    "Give the weights in another unit, leave out ties that are next to nothing, or take `--weights none`.",
                fr:
                    "Donnez les poids dans une autre unité, laissez de côté les liens presque nuls, ou prenez `--weights none`."
            ))
    }

    /// The table of a measure of group level.
    ///
    /// - Throws: as `values(in:)`, and for a measure of another level.
    public func table(in context: MeasureContext) throws(MilieuError) -> Table {
        guard case .table(let tabulate) = computation else {
            throw MilieuError(
                .usage,
                Bilingual(
                    en: "\"\(id)\" is a measure of \(level.rawValue) level.",
                    fr: "« \(id) » est une mesure de niveau \(level.rawValue)."),
                remedy: Bilingual(en: "Ask for it at that level.", fr: "Demandez-la à ce niveau."))
        }
        try requirementsMet(in: context)
        var table = try tabulate(context)
        for column in table.columns { try requireReach(column.values) }
        table.provenance = context.provenance(of: [self])
        return table
    }

    /// - Throws: `MilieuError` where the network lacks what the measure requires.
    func requirementsMet(in context: MeasureContext) throws(MilieuError) {
        for requirement in Requirement.allCases where requirements.contains(requirement) {
            try requirement.check(context, for: self)
        }
    }
}
