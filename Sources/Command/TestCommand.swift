import ArgumentParser
import Milieu

struct TestCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "test",
        abstract: Bilingual(
            en: "Would chance do as much, and why do ties form? Null models, QAP, random graph models.",
            fr:
                "Le hasard en ferait-il autant, et pourquoi des liens se forment-ils ? Modèles nuls, QAP, modèles de graphes aléatoires."
        ).spoken,
        discussion: TestHelp.discussion.spoken)

    @Option(
        name: .shortAndLong,
        help: ArgumentHelp(
            en: "Ids of measures of network level (with --treated: of actor level), separated by commas.",
            fr:
                "Identifiants de mesures de niveau réseau (avec --treated : de niveau acteur), séparés par des virgules."
        ),
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

    @Flag(
        help: ArgumentHelp(
            en: "With --regress: logistic regression of ties or another relation of yes and no (LR-QAP).",
            fr: "Avec --regress : régression logistique des liens ou d'une autre relation par oui ou non (LR-QAP)."))
    var logit = false

    @Option(
        help: ArgumentHelp(
            en: "With --regress, whose nodes are permuted: residuals (double semi-partialling) or response.",
            fr: "Avec --regress, ce dont les nœuds sont permutés : residuals (double semi-partielle) ou response."))
    var permute: MatrixRegression.Permuted?

    @Option(
        help: ArgumentHelp(
            en: "How many random networks or permutations.", fr: "Combien de réseaux aléatoires ou de permutations."))
    var draws = 999

    @OptionGroup(title: Bilingual(en: "Why ties form", fr: "Pourquoi des liens se forment").spoken) var ties:
        TieArguments
    @OptionGroup var output: TableOutput
    @OptionGroup var input: NetworkInput
    @OptionGroup var common: CommonArguments

    func run() throws {
        let format = try output.tableFormat()
        if ties.terms { return try output.write([TieFitTables.terms()], as: format, language: common.lang) }
        try validateRequest()
        let context = try input.context(common)
        try output.check(format)
        input.sayDirection(of: context, common)
        let bar = ProgressBar(common)
        defer { bar.finish() }
        let words = Bilingual(en: "draws", fr: "tirages").text(common.lang)
        let progress: Draws.Progress = { bar.show(words, $0, $1) }
        let tables = try tables(context, progress)
        bar.finish()
        guard tables.count == 1 || MeasureCommand.holdsSeveral(format) else {
            throw MilieuError(
                .usage,
                Bilingual(
                    en: "Each is a table of its own, and one \(format.id) text holds one.",
                    fr: "Chacune est une table à elle, et un texte \(format.id) n'en contient qu'une."),
                remedy: Bilingual(
                    en: "Show one at a time, or leave --format out to see them one below the other.",
                    fr: "Montrez-en une à la fois, ou omettez --format pour les voir l'une sous l'autre."))
        }
        try output.write(tables, as: format, language: common.lang)
    }

    private func validateRequest() throws(MilieuError) {
        guard (1...1_000_000).contains(draws) else {
            throw MilieuError(
                .usage, Bilingual(en: "--draws \(draws) makes no sense.", fr: "--draws \(draws) n'a pas de sens."),
                remedy: Bilingual(en: "Write for instance --draws 999.", fr: "Écrivez par exemple --draws 999."))
        }
        try ProgrammeRequest.validate(ties)
        try ties.validateRequest()
        let asked = [model != nil, bootstrap, correlate != nil, regress != nil, ties.isTest].count { $0 }
        guard asked < 2 else {
            throw MilieuError(
                .usage,
                Bilingual(
                    en: "One test at a time: --null, --bootstrap, --correlate, --regress, --ergm, --dyads or --before.",
                    fr:
                        "Un test à la fois : --null, --bootstrap, --correlate, --regress, --ergm, --dyads ou --before."),
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
        guard regress != nil || (!logit && permute == nil) else {
            throw MilieuError(
                .usage,
                Bilingual(
                    en: "--logit and --permute are of a regression (--regress).",
                    fr: "--logit et --permute sont d'une régression (--regress)."),
                remedy: Bilingual(
                    en: "Write for instance --regress ties --on same:place --logit.",
                    fr: "Écrivez par exemple --regress ties --on same:place --logit."))
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
        let tellsTies = ties.isTest && ties.treated == nil
        if correlate != nil || regress != nil || tellsTies, measures != nil {
            throw MilieuError(
                .usage,
                Bilingual(
                    en: "Measures (-m) are compared with a null model, relations with each other.",
                    fr: "Les mesures (-m) sont comparées à un modèle nul, les relations entre elles."),
                remedy: Bilingual(
                    en:
                        "Leave out -m, or --correlate, --regress, --ergm, --dyads and --before (unless with --treated).",
                    fr: "Omettez -m, ou --correlate, --regress, --ergm, --dyads et --before (sauf avec --treated)."))
        }
        guard ties.ergm != nil || correlate != nil || regress != nil || ties.relation.isEmpty else {
            throw MilieuError(
                .usage,
                Bilingual(
                    en: "A relation from a file (--relation) is read by --ergm, --correlate and --regress.",
                    fr: "Une relation tirée d'un fichier (--relation) se lit avec --ergm, --correlate et --regress."),
                remedy: Bilingual(
                    en: "Write for instance --ergm \"edges + edgecov(geo)\" --relation geo=km.csv.",
                    fr: "Écrivez par exemple --ergm \"edges + edgecov(geo)\" --relation geo=km.csv."))
        }
    }

    private func tables(_ context: MeasureContext, _ progress: @escaping Draws.Progress) throws(MilieuError) -> [Table]
    {
        if let correlate {
            let relations = try relations(correlate.items)
            sayDirectionless(relations, context)
            let named = try named(relations, context)
            sayExact(context)
            return [
                try RelationTest.correlate(relations, in: context, named: named, draws: draws, progress: progress)
            ]
        }
        if let regress, let on {
            return [try regression(try Relation(words: regress), on: try relations(on.items), context, progress)]
        }
        let earlier = try ties.earlier(input, context, common)
        if let ergm = ties.ergm {
            return try TieModelRequest(ties, ergm).tables(
                context, since: earlier, files: RelationFiles.read(ties.relation, over: context), common)
        }
        if let earlier, let treated = ties.treated {
            return try ProgrammeRequest(treated, ties).tables(
                context, since: earlier, outcomes: measures?.items, draws: draws, common, progress)
        }
        if let earlier {
            let proximities = ties.by == nil ? [] : try TieArguments.proximities(ties.by)
            return [try TieWaveRequest.table(context, since: earlier, by: proximities, common)]
        }
        if ties.dyads != nil {
            let shares = try DyadShares(try TieArguments.proximities(ties.dyads), in: context)
            for proximity in shares.undefined {
                common.say(
                    "\(proximity.id) has no value here: \(proximity.undefined.en)",
                    "\(proximity.id) n'a pas de valeur ici : \(proximity.undefined.fr)")
            }
            if let figure = ties.figure {
                try FigureFile.write(TieCharts.dyads(shares, in: context, common.lang), to: figure, common)
            }
            return [shares.table(in: context)]
        }
        let outcome = try outcome(try chosenMeasures(context), context, progress)
        for note in outcome.notes { common.say(note.text(common.lang)) }
        return [outcome.table]
    }

    private func regression(
        _ response: Relation, on relations: [Relation], _ context: MeasureContext, _ progress: @escaping Draws.Progress
    ) throws(MilieuError) -> Table {
        sayDirectionless([response] + relations, context)
        let named = try named([response] + relations, context)
        let permuted = permute ?? .residuals
        let outcome: (table: Table, unknown: Int)
        if logit {
            outcome = try RelationLogitTest.regress(
                response, on: relations, in: context, named: named, permuting: permuted, draws: draws,
                progress: progress)
        } else {
            let fit = try RelationTest.regress(
                response, on: relations, in: context, named: named, permuting: permuted, draws: draws,
                progress: progress)
            outcome = (fit.table, fit.unknown)
        }
        if outcome.unknown > 0 {
            common.say(
                "Actors left out because an attribute of theirs is not known: \(outcome.unknown).",
                "Acteurs laissés de côté, faute de connaître un de leurs attributs : \(outcome.unknown).")
        }
        sayExact(context, without: outcome.unknown)
        return outcome.table
    }

    private func named(_ relations: [Relation], _ context: MeasureContext) throws(MilieuError) -> [String: PairNumbers]
    {
        let wanted = relations.compactMap { relation -> String? in
            if case .named(let name) = relation { name } else { nil }
        }
        let named = try NamedRelations(RelationFiles.read(ties.relation, over: context), wanted: wanted, in: context)
        RelationFiles.sayMirrored(named, context, common)
        return named.numbers
    }

    private func sayExact(_ context: MeasureContext, without unknown: Int = 0) {
        let orders = NodeOrders(of: context.view.nodes.count - unknown, draws: draws)
        guard orders.isExact else { return }
        common.say(
            "p is exact: of all \(orders.count + 1) orders of the actors, each is taken once.",
            "p est exact : chacun des \(orders.count + 1) ordres des acteurs est pris une fois.")
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
extension MatrixRegression.Permuted: ExpressibleByArgument {}
