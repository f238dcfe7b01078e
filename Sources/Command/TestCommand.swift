import ArgumentParser
import Milieu

struct TestCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "test",
        abstract: "Would chance do as much, and why do ties form? Null models, QAP, random graph models.",
        discussion: """
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

            A relation is ties (all of the view, binary), weights (the same, valued), layer:NAME, same:ATTRIBUTE, \
            difference:ATTRIBUTE (without sign), signed:ATTRIBUTE (sender less receiver), sum:ATTRIBUTE, \
            sender:ATTRIBUTE, receiver:ATTRIBUTE (where ties have no direction, both are the sum), or relation:NAME of \
            a file (--relation NAME=FILE) or of a proximity (`milieu measure --level pair --list`). Where there are no \
            more orders of the actors than --draws, each is taken once and p is exact.

            --ergm fits an exponential random graph model: the log-odds of a tie, by what it adds to each term, all \
            other ties held. Terms have the names of R's statnet (`milieu test --terms` lists them); the decay of a \
            geometrically weighted one is taken as given. Where no term depends on other ties the fit is exact, else \
            it is Monte Carlo maximum likelihood; se holds what simulation adds, which mcmc_se shows. Of pairs that \
            nobody in respondents.csv was asked about nothing is known, and the fit takes them so. A relation of \
            edgecov(NAME) is a file of labelled rows and columns or of pairs (--relation NAME=FILE), or a proximity; a \
            pair that a file does not name has the number 0.

            --before compares with an earlier wave over the actors of both: how many ties were kept, created and \
            dissolved; with --ergm two models, of which pairs became tied and of which ties lasted (a separable \
            temporal model: Krivitsky and Handcock 2014).

            The same seed gives the same result on any number of cores.

            Examples:
              milieu test datasets/romans-2016
              milieu test datasets/romans-2016 -m transitivity,reciprocity --null dyads --draws 4999
              milieu test datasets/romans-2016 -m ei_index_network --null groups --group-by place
              milieu test datasets/romans-2016 --bootstrap -m density,transitivity
              milieu test datasets/romans-2016 --correlate layer:cooperation,layer:membership,same:place
              milieu test datasets/romans-2016 --regress ties --on same:place,same:kind --format csv -o mrqap.csv
              milieu test ties.csv --actors actors.csv --ergm "edges + nodematch(kind) + gwesp(0.25, fixed)"
              milieu test ties.csv --ergm "edges + mutual + edgecov(geo)" --relation geo=km.csv --format latex
              milieu test ties.csv --ergm "edges + gwesp(0.25, fixed)" --show coefficients,diagnostics,fit
              milieu test datasets/romans-2016 --dyads same_place,same_sphere
              milieu test datasets/romans-2016 --before 2010 --by same_sphere
              milieu test datasets/romans-2016 --regress ties --on relation:same_sphere --logit
            """)

    @Option(
        name: .shortAndLong, help: "Ids of measures of network level, separated by commas.",
        completion: .custom(Completions.networkMeasures))
    var measures: CommaList?

    @Option(
        name: .customLong("null"),
        help: """
            What random networks keep: size, ties or dyads (conditional uniform graphs), degrees (rewiring), \
            memberships (curveball, two-mode), groups (who is of which group is reshuffled).
            """)
    var model: ReferenceModel?

    @Flag(help: "Standard errors and 95 % intervals by resampling actors, instead of a null model.")
    var bootstrap = false

    @Option(help: "QAP: the correlations between these relations, two or more, separated by commas.")
    var correlate: CommaList?

    @Option(help: "MRQAP (double semi-partialling): the relation to explain, by those of --on.")
    var regress: String?

    @Option(help: "The relations that explain, separated by commas.")
    var on: CommaList?

    @Flag(help: "With --regress: logistic regression of ties or another relation of yes and no (LR-QAP).")
    var logit = false

    @Option(help: "With --regress, whose nodes are permuted: residuals (double semi-partialling) or response.")
    var permute: MatrixRegression.Permuted?

    @Option(help: "How many random networks or permutations.")
    var draws = 999

    @OptionGroup(title: "Why ties form") var ties: TieArguments
    @OptionGroup var output: TableOutput
    @OptionGroup var input: NetworkInput
    @OptionGroup var common: CommonArguments

    func run() throws {
        let format = try output.tableFormat()
        if ties.terms { return try output.write([TieFitTables.terms()], as: format, language: common.lang) }
        try validateRequest()
        let context = try input.context(common)
        input.sayDirection(of: context, common)
        let bar = ProgressBar(common)
        defer { bar.finish() }
        let words = Bilingual(en: "draws", fr: "tirages").text(common.lang)
        let progress: Draws.Progress = { bar.show(words, $0, $1) }
        let tables = try tables(context, progress)
        bar.finish()
        guard tables.count == 1 || MeasureCommand.holdsSeveral(format) else {
            throw MilieuError(
                .usage, "Each is a table of its own, and one \(format.id) text holds one.",
                remedy: "Show one at a time, or leave --format out to see them one below the other.")
        }
        try output.write(tables, as: format, language: common.lang)
    }

    private func validateRequest() throws(MilieuError) {
        guard (1...1_000_000).contains(draws) else {
            throw MilieuError(.usage, "--draws \(draws) makes no sense.", remedy: "Write for instance --draws 999.")
        }
        try ties.validateRequest()
        let asked = [model != nil, bootstrap, correlate != nil, regress != nil, ties.isTest].count { $0 }
        guard asked < 2 else {
            throw MilieuError(
                .usage, "One test at a time: --null, --bootstrap, --correlate, --regress, --ergm, --dyads or --before.",
                remedy: "Leave out all but one.")
        }
        guard (regress == nil) == (on == nil) else {
            throw MilieuError(
                .usage, "A regression has a relation to explain (--regress) and relations that explain it (--on).",
                remedy: "Write for instance --regress ties --on same:place,same:kind.")
        }
        guard regress != nil || (!logit && permute == nil) else {
            throw MilieuError(
                .usage, "--logit and --permute are of a regression (--regress).",
                remedy: "Write for instance --regress ties --on same:place --logit.")
        }
        if let correlate, correlate.items.count < 2 {
            throw MilieuError(
                .usage, "A correlation is between two relations.",
                remedy: "Write for instance --correlate ties,same:place.")
        }
        if correlate != nil || regress != nil || ties.isTest, measures != nil {
            throw MilieuError(
                .usage, "Measures (-m) are compared with a null model, relations with each other.",
                remedy: "Leave out -m, or --correlate, --regress, --ergm, --dyads and --before.")
        }
        guard ties.ergm != nil || correlate != nil || regress != nil || ties.relation.isEmpty else {
            throw MilieuError(
                .usage, "A relation from a file (--relation) is read by --ergm, --correlate and --regress.",
                remedy: "Write for instance --ergm \"edges + edgecov(geo)\" --relation geo=km.csv.")
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
        if let earlier {
            let proximities = ties.by == nil ? [] : try TieArguments.proximities(ties.by)
            return [try TieWaveRequest.table(context, since: earlier, by: proximities, common)]
        }
        if ties.dyads != nil {
            let shares = try DyadShares(try TieArguments.proximities(ties.dyads), in: context)
            for proximity in shares.undefined {
                common.say(
                    "\(proximity.id) has no value here: \(proximity.undefined.en)",
                    "\(proximity.id) n'a pas de valeur ici : \(proximity.undefined.fr)")
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
                "Acteurs laissés de côté, faute de connaître un de leurs attributs : \(outcome.unknown).")
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
            "p est exact : chacun des \(orders.count + 1) ordres des acteurs est pris une fois.")
    }

    private func outcome(
        _ measures: [Measure], _ context: MeasureContext, _ progress: @escaping Draws.Progress
    ) throws(MilieuError) -> NetworkTest.Outcome {
        if bootstrap { return try NetworkTest.bootstrap(measures, in: context, draws: draws, progress: progress) }
        let model = model ?? (context.view.isTwoMode ? .memberships : .degrees)
        common.say(
            "Null model: \(model.name.en), \(draws) draws.", "Modèle nul : \(model.name.fr), \(draws) tirages.")
        return try NetworkTest.compare(measures, in: context, model: model, draws: draws, progress: progress)
    }

    private func sayDirectionless(_ relations: [Relation], _ context: MeasureContext) {
        let read = relations.filter { $0 != $0.read(isDirected: context.view.isDirected) }
        guard !read.isEmpty else { return }
        let list = read.map(\.id).joined(separator: ", ")
        common.say(
            "Ties without direction have no sender and no receiver: read as the sum of both ends: \(list).",
            "Des liens sans direction n'ont ni émetteur ni récepteur : lus comme la somme des deux extrémités : \(list)."
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
