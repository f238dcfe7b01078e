import ArgumentParser
import Milieu

struct TestCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "test",
        abstract: "Would chance do as much? Null models, QAP and MRQAP, and the bootstrap.",
        discussion: """
            Without more it compares measures of the network with random networks in which every actor keeps its \
            degree, layer by layer (a two-mode network: every actor its number of events, every event its number of \
            actors). p is (1 + draws at least as extreme) / (1 + draws), twice the smaller side; q is p adjusted over \
            the measures (Benjamini and Hochberg). Empty where the null model leaves nothing to vary.

            A relation is ties (all of the view), layer:NAME, same:ATTRIBUTE, difference:ATTRIBUTE, sender:ATTRIBUTE \
            or receiver:ATTRIBUTE.

            The same seed gives the same result on any number of cores.

            Examples:
              milieu test datasets/romans-2016
              milieu test datasets/romans-2016 -m transitivity,reciprocity --null dyads --draws 4999
              milieu test datasets/romans-2016 -m ei_index_network --null groups --group-by place
              milieu test datasets/romans-2016 --bootstrap -m density,transitivity
              milieu test datasets/romans-2016 --correlate layer:cooperation,layer:membership,same:place
              milieu test datasets/romans-2016 --regress ties --on same:place,same:kind --format csv -o mrqap.csv
            """)

    @Option(name: .shortAndLong, help: "Ids of measures of network level, separated by commas.")
    var measures: CommaList?

    @Option(
        name: .customLong("null"),
        help: """
            What random networks keep: size, ties or dyads (conditional uniform graphs), degrees (rewiring in each \
            layer), memberships (curveball, two-mode), groups (who is of which group is reshuffled).
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

    @Option(help: "How many random networks or permutations.")
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
        try output.write(format.text(table, language: common.lang))
    }

    private func validateRequest() throws(MilieuError) {
        guard (1...1_000_000).contains(draws) else {
            throw MilieuError(.usage, "--draws \(draws) makes no sense.", remedy: "Write for instance --draws 999.")
        }
        let asked = [model != nil, bootstrap, correlate != nil, regress != nil].count { $0 }
        guard asked < 2 else {
            throw MilieuError(
                .usage, "One test at a time: --null, --bootstrap, --correlate or --regress.", remedy: "Leave out all but one.")
        }
        guard (regress == nil) == (on == nil) else {
            throw MilieuError(
                .usage, "A regression has a relation to explain (--regress) and relations that explain it (--on).",
                remedy: "Write for instance --regress ties --on same:place,same:kind.")
        }
        if let correlate, correlate.items.count < 2 {
            throw MilieuError(
                .usage, "A correlation is between two relations.", remedy: "Write for instance --correlate ties,same:place.")
        }
        if correlate != nil || regress != nil, measures != nil {
            throw MilieuError(
                .usage, "Measures (-m) are compared with a null model, relations with each other.",
                remedy: "Leave out -m, or --correlate and --regress.")
        }
    }

    private func result(_ context: MeasureContext, _ progress: @escaping Draws.Progress) throws(MilieuError) -> Table {
        if let correlate {
            let relations = try relations(correlate.items)
            return try RelationTest.correlate(relations, in: context, draws: draws, progress: progress)
        }
        if let regress, let on {
            let fit = try RelationTest.regress(
                try Relation(words: regress), on: try relations(on.items), in: context, draws: draws, progress: progress)
            if fit.unknown > 0 {
                common.say(
                    "Actors left out because an attribute of theirs is not known: \(fit.unknown).",
                    "Acteurs laissés de côté, faute de connaître un de leurs attributs : \(fit.unknown).")
            }
            return fit.table
        }
        let measures = try chosenMeasures(context)
        if bootstrap { return try NetworkTest.bootstrap(measures, in: context, draws: draws, progress: progress) }
        let model = model ?? (context.view.isTwoMode ? .memberships : .degrees)
        common.say(
            "Null model: \(model.name.en), \(draws) draws.", "Modèle nul : \(model.name.fr), \(draws) tirages.")
        return try NetworkTest.compare(measures, in: context, model: model, draws: draws, progress: progress)
    }

    private func relations(_ words: [String]) throws(MilieuError) -> [Relation] {
        try words.map { word throws(MilieuError) in try Relation(words: word) }
    }

    private func chosenMeasures(_ context: MeasureContext) throws(MilieuError) -> [Measure] {
        if let ids = measures?.items {
            return try ids.map { id throws(MilieuError) in try MeasureCatalogue.measure(id).as(context.options.convention) }
        }
        return try NetworkTest.usualMeasures(in: context)
    }
}

extension ReferenceModel: ExpressibleByArgument {}
