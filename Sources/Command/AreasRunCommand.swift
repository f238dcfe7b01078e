import ArgumentParser
import Milieu

struct AreasRunCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "run",
        abstract: Bilingual(
            en: "Compute every area of a job, or go on where a run was interrupted.",
            fr: "Calculer chaque zone d'un travail, ou reprendre là où il a été interrompu."
        ).spoken,
        discussion: Bilingual(
            en: """
                Examples:
                  milieu areas run job
                  milieu areas run job -m actors,ties,density,degree,betweenness --no-score
                  milieu areas run job --draws 1000 --workers 4 --memory 8G
                  milieu areas run job --engine spark --master spark://host:7077
                """,
            fr: """
                Exemples :
                  milieu areas run job
                  milieu areas run job -m actors,ties,density,degree,betweenness --no-score
                  milieu areas run job --draws 1000 --workers 4 --memory 8G
                  milieu areas run job --engine spark --master spark://host:7077
                """
        ).spoken)

    @Argument(help: ArgumentHelp(en: "The folder of a job.", fr: "Le dossier d'un travail."), completion: .directory)
    var job: String

    @Option(
        name: .shortAndLong,
        help: ArgumentHelp(
            en: """
                Ids of measures, separated by commas, of the network within each area (columns of areas.csv) and of its \
                actors (columns of actors.csv) (default: \(AreaPlan.standardMeasures.joined(separator: ","))).
                """,
            fr: """
                Identifiants de mesures, séparés par des virgules, du réseau dans chaque zone (colonnes de areas.csv) et \
                de ses acteurs (colonnes de actors.csv) (par défaut : \(AreaPlan.standardMeasures.joined(separator: ","))).
                """))
    var measures: CommaList?

    @Flag(inversion: .prefixedNo, help: ArgumentHelp(en: "Score each area.", fr: "Évaluer chaque zone."))
    var score = true

    @Option(
        help: ArgumentHelp(
            en: "Draws behind the interval of each score; 0: bounds alone.",
            fr: "Tirages derrière l'intervalle de chaque score ; 0 : des bornes seulement."))
    var draws = AreaPlan.standardDraws

    @Option(
        help: ArgumentHelp(
            en: "Seed of whatever is drawn at random; the same seed gives the same result.",
            fr: "Graine de tout ce qui est tiré au hasard ; la même graine donne le même résultat."))
    var seed: UInt64 = 1

    @Option(
        help: ArgumentHelp(
            en: "A method file (TOML) in place of Milieu's own.",
            fr: "Un fichier de méthode (TOML) à la place de celui de Milieu."), completion: .file(extensions: ["toml"]))
    var method: String?

    @Option(
        help: ArgumentHelp(
            en: "What all workers may take together.", fr: "Ce que tous les ouvriers ensemble peuvent prendre."))
    var memory = MemorySize(bytes: 2 << 30)

    @Option(
        help: ArgumentHelp(
            en:
                "Where it is computed: local, or spark (Apache Spark, whose spark-sql the shell finds or SPARK_HOME has).",
            fr:
                "Où se fait le calcul : local, ou spark (Apache Spark, dont spark-sql est trouvé par le shell ou dans SPARK_HOME)."
        ))
    var engine = AreaEngine.local

    @Option(
        help: ArgumentHelp(
            en: "Where Spark runs, in its own words (default: local[*,4]): spark://HOST:7077, yarn.",
            fr: "Où tourne Spark, dans ses mots (par défaut : local[*,4]) : spark://HÔTE:7077, yarn."))
    var master: String?

    @Option(
        help: ArgumentHelp(
            en: "How many areas at once (default: one a core); it never changes a result.",
            fr: "Combien de zones à la fois (par défaut : une par cœur) ; cela ne change jamais un résultat."))
    var workers: Int?

    @OptionGroup var common: CommonArguments

    func run() throws {
        try RunArguments.limitCores(workers)
        guard (0...ScoringMethod.mostDraws).contains(draws) else {
            throw MilieuError(
                .usage, Bilingual(en: "--draws \(draws) makes no sense.", fr: "--draws \(draws) n'a pas de sens."),
                remedy: Bilingual(
                    en: "Write a number from 0 to \(ScoringMethod.mostDraws).",
                    fr: "Écrivez un nombre de 0 à \(ScoringMethod.mostDraws)."))
        }
        // By its own name: workers know the text alone.
        if let method { _ = try ScoringMethod(toml: TextFile.read(path: method), file: method) }
        let plan = try AreaPlan(
            measures: measures?.items, isScored: score, draws: draws, seed: seed,
            method: method.map { path throws(MilieuError) in try TextFile.read(path: path) })
        let prepared = try AreaJob(folder: job)
        // What is wrong with the plan is said once, before a thousand workers say it.
        _ = try AreaComputation(prepared, plan)
        let program = ChildProcess.thisProgram(CommandLine.arguments[0])
        if engine == .spark {
            var options = SparkRun.Options(
                program: program, command: ChildProcess.command("spark-sql", home: "SPARK_HOME"))
            options.master = master
            try SparkRun(prepared, plan, options).run()
            return sayDone(prepared)
        }
        guard master == nil else {
            throw MilieuError(
                .usage, Bilingual(en: "--master is about Spark.", fr: "--master concerne Spark."),
                remedy: Bilingual(en: "Add --engine spark.", fr: "Ajoutez --engine spark."))
        }
        // What a worker says is said to the same reader.
        var options = AreaRun.Options(program: [program, "areas", "work", "--lang", common.lang.rawValue])
        options.memory = try memory.checked()
        options.workers = workers
        let bar = ProgressBar(common)
        defer { bar.finish() }
        let what = Bilingual(en: "areas", fr: "zones").text(common.lang)
        try AreaRun(prepared, plan, options).run { bar.show(what, $0, $1) }
        bar.finish()
        sayDone(prepared)
    }

    private func sayDone(_ prepared: AreaJob) {
        common.say(
            "All \(prepared.areas.count) areas are done: milieu areas collect \(job) -o DIR",
            "Tout est fait (\(prepared.areas.count, fr: "zone", "zones")) : milieu areas collect \(job) -o DOSSIER")
    }
}

enum AreaEngine: String, ExpressibleByArgument, CaseIterable { case local, spark }
