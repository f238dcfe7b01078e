import ArgumentParser
import Milieu

struct TestCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "test",
        abstract: Bilingual(
            en: "Would chance do as much? Null models, QAP and MRQAP, and the bootstrap.",
            fr: "Le hasard en ferait-il autant ? Modèles nuls, QAP et MRQAP, et bootstrap."
        ).spoken,
        discussion: Bilingual(
            en: """
                Without more it compares measures of the network with random networks in which every actor keeps its \
                degree (a two-mode network: every actor its number of events, every event its number of actors). p is \
                (1 + draws at least as extreme) / (1 + draws), twice the smaller side; q is p adjusted over the measures \
                (Benjamini and Hochberg). Empty where the null model leaves nothing to vary, which is said.

                What is drawn: for measures of the whole, the pairs that are tied, in whatever layers and kinds, so that \
                every draw has as many as were observed; for measures of layers (multiplexity), each layer on its own. \
                Ties without direction and directed ones are drawn apart, and neither becomes the other. Weights, kinds \
                and dates are dealt out to the drawn ties of the same sort (--null size: each takes those of an observed \
                tie by chance). With --events projected, who was at which event is drawn and projected, never the ties \
                that come of it: events keep their sizes, with degrees actors also their numbers of events, and as many \
                of the other ties as observed lie on pairs that share an event; size is refused there, since it knows of \
                no events. groups leaves all ties as they are.

                A bootstrap interval is the observed value ± 1.96 standard errors on a scale on which it cannot leave the \
                measure's range: the angle asin √x for a range with two ends, the square root for one with a lower end \
                (Tibshirani 1988).

                A relation is ties (all of the view, binary), layer:NAME, same:ATTRIBUTE, difference:ATTRIBUTE, \
                sum:ATTRIBUTE, sender:ATTRIBUTE or receiver:ATTRIBUTE (where ties have no direction, both are the sum).

                The same seed gives the same result on any number of cores.

                Examples:
                  milieu test datasets/romans-2016
                  milieu test datasets/romans-2016 -m transitivity,reciprocity --null dyads --draws 4999
                  milieu test datasets/romans-2016 -m ei_index_network --null groups --group-by place
                  milieu test datasets/romans-2016 --bootstrap -m density,transitivity
                  milieu test datasets/romans-2016 --correlate layer:cooperation,layer:membership,same:place
                  milieu test datasets/romans-2016 --regress ties --on same:place,same:kind --format csv -o mrqap.csv
                """,
            fr: """
                Sans autre indication, compare des mesures du réseau à des réseaux aléatoires où chaque acteur garde son \
                degré (réseau bimodal : chaque acteur son nombre d'événements, chaque événement son nombre d'acteurs). p \
                vaut (1 + tirages au moins aussi extrêmes) / (1 + tirages), deux fois le plus petit côté ; q est p ajusté \
                sur les mesures (Benjamini et Hochberg). Vide quand le modèle nul ne laisse rien varier, ce qui est dit.

                Ce qui est tiré : pour les mesures de l'ensemble, les paires liées, dans quelque couche et de quelque type \
                que ce soit, si bien que chaque tirage en a autant qu'il en a été observé ; pour les mesures de couches \
                (multiplexité), chaque couche à part. Les liens non orientés et orientés sont tirés à part, et aucun ne \
                devient l'autre. Poids, types et dates sont distribués aux liens tirés de la même sorte (--null size : \
                chacun prend ceux d'un lien observé, au hasard). Avec --events projected, c'est la présence aux événements \
                qui est tirée et projetée, jamais les liens qui en viennent : les événements gardent leur taille, avec \
                degrees les acteurs aussi leur nombre d'événements, et autant des autres liens qu'observé se trouvent sur \
                des paires qui partagent un événement ; size y est refusé, puisqu'il ne connaît pas d'événements. groups \
                laisse tous les liens tels qu'ils sont.

                Un intervalle de bootstrap est la valeur observée ± 1,96 erreur type sur une échelle où elle ne peut \
                sortir de l'étendue de la mesure : l'angle arcsin √x pour une étendue à deux bornes, la racine carrée pour \
                une étendue à borne inférieure (Tibshirani 1988).

                Une relation est ties (tous ceux de la vue, binaires), layer:NOM, same:ATTRIBUT, difference:ATTRIBUT, \
                sum:ATTRIBUT, sender:ATTRIBUT ou receiver:ATTRIBUT (quand les liens n'ont pas de direction, les deux sont \
                la somme).

                La même graine donne le même résultat sur n'importe quel nombre de cœurs.

                Exemples :
                  milieu test datasets/romans-2016
                  milieu test datasets/romans-2016 -m transitivity,reciprocity --null dyads --draws 4999
                  milieu test datasets/romans-2016 -m ei_index_network --null groups --group-by place
                  milieu test datasets/romans-2016 --bootstrap -m density,transitivity
                  milieu test datasets/romans-2016 --correlate layer:cooperation,layer:membership,same:place
                  milieu test datasets/romans-2016 --regress ties --on same:place,same:kind --format csv -o mrqap.csv
                """
        ).spoken)

    @Option(
        name: .shortAndLong,
        help: ArgumentHelp(
            en: "Ids of measures of network level, separated by commas.",
            fr: "Identifiants de mesures de niveau réseau, séparés par des virgules."),
        completion: .custom(Completions.networkMeasures))
    var measures: CommaList?

    @Option(
        name: .customLong("null"),
        help: ArgumentHelp(
            en: """
                What random networks keep: size, ties or dyads (conditional uniform graphs), degrees (rewiring), \
                memberships (curveball, two-mode), groups (who is of which group is reshuffled).
                """,
            fr: """
                Ce que gardent les réseaux aléatoires : size, ties ou dyads (graphes uniformes conditionnels), degrees \
                (recâblage), memberships (curveball, bimodal), groups (qui est de quel groupe est rebattu).
                """))
    var model: ReferenceModel?

    @Flag(
        help: ArgumentHelp(
            en: "Standard errors and 95 % intervals by resampling actors, instead of a null model.",
            fr: "Erreurs types et intervalles à 95 % par rééchantillonnage des acteurs, au lieu d'un modèle nul."))
    var bootstrap = false

    @Option(
        help: ArgumentHelp(
            en: "QAP: the correlations between these relations, two or more, separated by commas.",
            fr: "QAP : les corrélations entre ces relations, deux ou plus, séparées par des virgules."))
    var correlate: CommaList?

    @Option(
        help: ArgumentHelp(
            en: "MRQAP (double semi-partialling): the relation to explain, by those of --on.",
            fr: "MRQAP (double semi-partielle) : la relation à expliquer, par celles de --on."))
    var regress: String?

    @Option(
        help: ArgumentHelp(
            en: "The relations that explain, separated by commas.",
            fr: "Les relations qui expliquent, séparées par des virgules."))
    var on: CommaList?

    @Option(
        help: ArgumentHelp(
            en: "How many random networks or permutations.", fr: "Combien de réseaux aléatoires ou de permutations."))
    var draws = 999

    @OptionGroup var output: TableOutput
    @OptionGroup var input: NetworkInput
    @OptionGroup var common: CommonArguments

    func run() throws {
        let format = try output.tableFormat()
        try validateRequest()
        let context = try input.context(common)
        input.sayDirection(of: context, common)
        let bar = ProgressBar(common)
        defer { bar.finish() }
        let words = Bilingual(en: "draws", fr: "tirages").text(common.lang)
        let progress: Draws.Progress = { bar.show(words, $0, $1) }
        let table = try result(context, progress)
        bar.finish()
        try output.write([table], as: format, language: common.lang)
    }

    private func validateRequest() throws(MilieuError) {
        guard (1...1_000_000).contains(draws) else {
            throw MilieuError(
                .usage, Bilingual(en: "--draws \(draws) makes no sense.", fr: "--draws \(draws) n'a pas de sens."),
                remedy: Bilingual(en: "Write for instance --draws 999.", fr: "Écrivez par exemple --draws 999."))
        }
        let asked = [model != nil, bootstrap, correlate != nil, regress != nil].count { $0 }
        guard asked < 2 else {
            throw MilieuError(
                .usage,
                Bilingual(
                    en: "One test at a time: --null, --bootstrap, --correlate or --regress.",
                    fr: "Un test à la fois : --null, --bootstrap, --correlate ou --regress."),
                remedy: Bilingual(en: "Leave out all but one.", fr: "N'en gardez qu'un."))
        }
        guard (regress == nil) == (on == nil) else {
            throw MilieuError(
                .usage,
                Bilingual(
                    en: "A regression has a relation to explain (--regress) and relations that explain it (--on).",
                    fr:
                        "Une régression a une relation à expliquer (--regress) et des relations qui l'expliquent (--on)."
                ),
                remedy: Bilingual(
                    en: "Write for instance --regress ties --on same:place,same:kind.",
                    fr: "Écrivez par exemple --regress ties --on same:place,same:kind."))
        }
        if let correlate, correlate.items.count < 2 {
            throw MilieuError(
                .usage,
                Bilingual(
                    en: "A correlation is between two relations.", fr: "Une corrélation est entre deux relations."),
                remedy: Bilingual(
                    en: "Write for instance --correlate ties,same:place.",
                    fr: "Écrivez par exemple --correlate ties,same:place."))
        }
        if correlate != nil || regress != nil, measures != nil {
            throw MilieuError(
                .usage,
                Bilingual(
                    en: "Measures (-m) are compared with a null model, relations with each other.",
                    fr: "Les mesures (-m) sont comparées à un modèle nul, les relations entre elles."),
                remedy: Bilingual(
                    en: "Leave out -m, or --correlate and --regress.", fr: "Omettez -m, ou --correlate et --regress."))
        }
    }

    private func result(_ context: MeasureContext, _ progress: @escaping Draws.Progress) throws(MilieuError) -> Table {
        if let correlate {
            let relations = try relations(correlate.items)
            sayDirectionless(relations, context)
            return try RelationTest.correlate(relations, in: context, draws: draws, progress: progress)
        }
        if let regress, let on {
            let (response, relations) = (try Relation(words: regress), try relations(on.items))
            sayDirectionless([response] + relations, context)
            let fit = try RelationTest.regress(response, on: relations, in: context, draws: draws, progress: progress)
            if fit.unknown > 0 {
                common.say(
                    "Actors left out because an attribute of theirs is not known: \(fit.unknown).",
                    "Acteurs laissés de côté, faute de connaître un de leurs attributs : \(fit.unknown).")
            }
            return fit.table
        }
        let outcome = try outcome(try chosenMeasures(context), context, progress)
        for note in outcome.notes { common.say(note.text(common.lang)) }
        return outcome.table
    }

    private func outcome(
        _ measures: [Measure], _ context: MeasureContext, _ progress: @escaping Draws.Progress
    ) throws(MilieuError) -> NetworkTest.Outcome {
        if bootstrap { return try NetworkTest.bootstrap(measures, in: context, draws: draws, progress: progress) }
        let model = model ?? (context.view.isTwoMode ? .memberships : .degrees)
        common.say(
            "Null model: \(model.name.en), \(draws) draws.", "Modèle nul : \(model.name.fr), \(draws) tirages.")
        return try NetworkTest.compare(measures, in: context, model: model, draws: draws, progress: progress)
    }

    private func sayDirectionless(_ relations: [Relation], _ context: MeasureContext) {
        let read = relations.filter { $0 != $0.read(isDirected: context.view.isDirected) }
        guard !read.isEmpty else { return }
        let list = read.map(\.id).joined(separator: ", ")
        common.say(
            "Ties without direction have no sender and no receiver: read as the sum of both ends: \(list).",
            "Des liens sans direction n'ont ni émetteur ni récepteur : lus comme la somme des deux extrémités : \(list)."
        )
    }

    private func relations(_ words: [String]) throws(MilieuError) -> [Relation] {
        try words.map { word throws(MilieuError) in try Relation(words: word) }
    }

    private func chosenMeasures(_ context: MeasureContext) throws(MilieuError) -> [Measure] {
        if let ids = measures?.items {
            return try ids.map { id throws(MilieuError) in
                try MeasureCatalogue.measure(id).as(context.options.convention)
            }
        }
        return try NetworkTest.usualMeasures(in: context)
    }
}

extension ReferenceModel: ExpressibleByArgument {}
