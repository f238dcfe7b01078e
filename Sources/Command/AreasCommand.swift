import ArgumentParser
import Milieu

/// Every territory of a country: rows are parted by area, computed area by area, and put together.
struct AreasCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "areas",
        abstract: Bilingual(
            en: "Every territory of a country: measures and scores of hundreds or thousands of areas.",
            fr: "Tous les territoires d'un pays : mesures et scores de centaines ou de milliers de zones."
        ).spoken,
        discussion: Bilingual(
            en: """
                Three steps. `prepare` reads the tables of a country once and parts their rows by area, within a bound of \
                memory. `run` computes each area by the code that measures and scores one territory; what is interrupted goes \
                on, and an area that fails does not stop the rest. `collect` checks that each area came once and whole, ranks \
                them, and writes the tables and the plane. The results have the same bytes whatever the number of shards and \
                workers, and whatever the order of the rows.

                Within an area all is exact: score, degree, components, transitivity, constraint, betweenness are those of \
                its own actors and the ties between them; who is tied to them from another area stands outside, as the score \
                reads it. What is of the whole country (PageRank, components across areas) is measured with `milieu measure`.

                Examples:
                  milieu areas prepare france -o job --area ze2020
                  milieu areas run job --draws 200
                  milieu areas collect job -o results
                """,
            fr: """
                Trois étapes. `prepare` lit une fois les tables d'un pays et répartit leurs lignes par zone, dans une \
                mémoire bornée. `run` calcule chaque zone par le code qui mesure et évalue un territoire ; ce qui est \
                interrompu reprend, et une zone qui échoue n'arrête pas les autres. `collect` vérifie que chaque zone est \
                arrivée une fois et entière, les classe, et écrit les tables et le plan. Les résultats ont les mêmes \
                octets quels que soient le nombre de parts et d'ouvriers et l'ordre des lignes.

                Dans une zone, tout est exact : score, degré, composantes, transitivité, contrainte, intermédiarité sont \
                ceux de ses propres acteurs et des liens entre eux ; qui leur est lié depuis une autre zone se trouve à \
                l'extérieur, comme le score le lit. Ce qui est du pays entier (PageRank, composantes à travers les zones) \
                se mesure par `milieu measure`.

                Exemples :
                  milieu areas prepare france -o job --area ze2020
                  milieu areas run job --draws 200
                  milieu areas collect job -o results
                """
        ).spoken,
        subcommands: [AreasPrepareCommand.self, AreasRunCommand.self, AreasCollectCommand.self, AreasWorkCommand.self])
}

/// Bytes as a person writes them: `800M`, `2G`.
struct MemorySize: ExpressibleByArgument {
    let bytes: Int

    init?(argument: String) {
        let units: [Character: Int] = ["K": 1 << 10, "M": 1 << 20, "G": 1 << 30]
        let unit = argument.last.flatMap { units[Character($0.uppercased())] }
        guard let unit, let number = Double(argument.dropLast()), number > 0, number < 1e6 else { return nil }
        bytes = Int(number * Double(unit))
    }

    init(bytes: Int) { self.bytes = bytes }

    var defaultValueDescription: String { "\(bytes >> 30)G" }

    /// - Throws: `MilieuError` where it is less than what the smallest run takes.
    func checked() throws(MilieuError) -> Int {
        guard bytes >= 64 << 20 else {
            throw MilieuError(
                .usage,
                Bilingual(
                    en: "--memory is less than the program itself takes.",
                    fr: "--memory est inférieur à ce que prend le programme lui-même."),
                remedy: Bilingual(en: "Write --memory 512M or more.", fr: "Écrivez --memory 512M ou plus."))
        }
        return bytes
    }
}

struct AreasPrepareCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "prepare",
        abstract: Bilingual(en: "Part the tables of a country by area.", fr: "Répartir par zone les tables d'un pays.")
            .spoken,
        discussion: Bilingual(
            en: """
                A dataset here is a folder like any other, whose actors have a column that says the area. Codes are texts: \
                01001 keeps its 0. A tie between two areas stands in both, its other end as an actor from outside; so do \
                the participants of an event.

                Registers are read by a mapping (--map): a text in TOML that says which file and column is what. Some come             with Milieu: \(AreaMapping.presets.joined(separator: ", ")). --communes names tables of the official \
                geographic code, by which merged communes and arrondissements lead to the commune of today.

                Examples:
                  milieu areas prepare france -o job
                  milieu areas prepare france -o job --area commune --areas ze2020.csv
                  milieu areas prepare sirene -o job --map sirene --areas ze2020.csv --communes v_commune_2024.csv
                  milieu areas prepare --print-map sirene > my-map.toml
                  milieu areas prepare north south -o job --memory 4G
                """,
            fr: """
                Un jeu de données est ici un dossier comme un autre, dont les acteurs ont une colonne qui dit la zone. Les \
                codes sont des textes : 01001 garde son 0. Un lien entre deux zones se trouve dans les deux, son autre \
                extrémité comme acteur de l'extérieur ; de même pour les participants d'un événement.

                Les registres se lisent par une correspondance (--map) : un texte en TOML qui dit ce que sont le fichier \
                et la colonne. Certaines viennent avec Milieu : \(AreaMapping.presets.joined(separator: ", ")). --communes nomme des tables du code officiel \
                géographique, par lesquelles les communes fusionnées et les arrondissements mènent à la commune \
                d'aujourd'hui.

                Exemples :
                  milieu areas prepare france -o job
                  milieu areas prepare france -o job --area commune --areas ze2020.csv
                  milieu areas prepare sirene -o job --map sirene --areas ze2020.csv --communes v_commune_2024.csv
                  milieu areas prepare --print-map sirene > my-map.toml
                  milieu areas prepare north south -o job --memory 4G
                """
        ).spoken)

    @Argument(
        help: ArgumentHelp(
            en: "Folders of datasets that together are the country.",
            fr: "Des dossiers de jeux de données qui ensemble sont le pays."), completion: .directory)
    var datasets: [String] = []

    @Option(
        name: .shortAndLong,
        help: ArgumentHelp(
            en: "The folder of the job, a new or an empty one.", fr: "Le dossier du travail, nouveau ou vide."),
        completion: .directory)
    var output: String?

    @Option(
        help:
            ArgumentHelp(
                en:
                    "Read registers by a mapping: \(AreaMapping.presets.joined(separator: ", ")), or a file (TOML). Repeatable.",
                fr:
                    "Lire des registres par une correspondance : \(AreaMapping.presets.joined(separator: ", ")), ou un fichier (TOML). Répétable."
            )
    )
    var map: [String] = []

    @Option(
        help: ArgumentHelp(
            en: "Tables of the official geographic code: communes, or their mergers. Repeatable.",
            fr: "Tables du code officiel géographique : les communes, ou leurs fusions. Répétable."),
        completion: .file())
    var communes: [String] = []

    @Option(
        help: ArgumentHelp(
            en: "Print a mapping that comes with Milieu, to start one's own from; no input is needed.",
            fr: "Écrire une correspondance qui vient avec Milieu, pour en partir ; aucune entrée n'est nécessaire."))
    var printMap: String?

    @Option(
        help: ArgumentHelp(
            en: "The column of the actors that says the area (default: area, else place).",
            fr: "La colonne des acteurs qui dit la zone (par défaut : area, sinon place)."))
    var area: String?

    @Option(
        help: ArgumentHelp(
            en: "A table of codes and the areas that they are in: code,area,name.",
            fr: "Une table des codes et des zones où ils sont : code,area,name."), completion: .file())
    var areas: String?

    @Option(
        help: ArgumentHelp(en: "What may be held in memory at once.", fr: "Ce qui peut être tenu en mémoire à la fois.")
    )
    var memory = MemorySize(bytes: 2 << 30)

    @Option(
        help: ArgumentHelp(
            en: "How many parts (default: by the size of the tables); it never changes a result.",
            fr: "Combien de parts (par défaut : d'après la taille des tables) ; cela ne change jamais un résultat."))
    var shards: Int?

    @Option(
        help: ArgumentHelp(
            en: "Use at most this many cores; it never changes a result.",
            fr: "Utiliser au plus ce nombre de cœurs ; cela ne change jamais un résultat."))
    var threads: Int?

    @OptionGroup var common: CommonArguments

    func run() throws {
        if let printMap { return Console.output(try AreaMapping.named(printMap).text) }
        guard let output else {
            throw MilieuError(
                .usage, Bilingual(en: "No folder of a job is named.", fr: "Aucun dossier de travail n'est indiqué."),
                remedy: Bilingual(en: "Name one: -o JOB", fr: "Indiquez-en un : -o TRAVAIL"))
        }
        try RunArguments.limitCores(threads)
        var options = AreaPreparation.Options()
        options.memory = try memory.checked()
        options.shards = shards
        let input = try input()
        let bar = ProgressBar(common)
        defer { bar.finish() }
        let what = Bilingual(en: "rows parted", fr: "lignes réparties").text(common.lang)
        let job = try AreaPreparation.prepare(input, to: output, options) { bar.show(what, $0, $1) }
        bar.finish()
        for count in job.manifest.counts {
            let place = count.first.map { " (\($0))" } ?? ""
            common.say("\(count.count) \(count.text.text(common.lang))\(place)")
        }
        let ties = job.areas.reduce(0) { $0 + $1.tiesWithin }
        common.say(
            "\(output) holds \(job.areas.count, en: "area", "areas"), \(job.manifest.shards.count, en: "part", "parts"); rows of ties within areas: \(ties).",
            "\(output) contient \(job.areas.count, fr: "zone", "zones") en \(job.manifest.shards.count, fr: "part", "parts") ; lignes de liens internes aux zones : \(ties)."
        )
    }
}

extension AreasPrepareCommand {
    private func input() throws(MilieuError) -> AreaInput {
        guard !map.isEmpty else {
            return try AreaInput(datasets: datasets, area: area, areas: areas, communes: communes)
        }
        guard area == nil else {
            throw MilieuError(
                .usage,
                Bilingual(
                    en: "A mapping says itself which column is the area.",
                    fr: "Une correspondance dit elle-même quelle colonne est la zone."),
                remedy: Bilingual(
                    en: "Leave --area out, or change the mapping.", fr: "Omettez --area, ou modifiez la correspondance."
                ))
        }
        let mappings = try map.map { name throws(MilieuError) in try AreaMapping.named(name) }
        return try AreaInput(
            mappings: mappings, folders: datasets.isEmpty ? ["."] : datasets, areas: areas, communes: communes)
    }
}

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
        var options = AreaRun.Options(program: [program, "areas", "work"])
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

struct AreasCollectCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "collect",
        abstract: Bilingual(
            en: "Check, order, rank and write the results of all areas.",
            fr: "Vérifier, ordonner, classer et écrire les résultats de toutes les zones."
        ).spoken,
        discussion: Bilingual(
            en: """
                Writes areas.csv (a row for each area), indicators.csv, ranks.csv, actors.csv where measures of actors were \
                asked for, failed.csv and the tables of the areas that failed, plane.svg, and summary.json with the hash of each table.

                Examples:
                  milieu areas collect job -o results
                  milieu areas collect job -o resultats --lang fr
                """,
            fr: """
                Écrit areas.csv (une ligne par zone), indicators.csv, ranks.csv, actors.csv là où des mesures d'acteurs \
                ont été demandées, failed.csv et les tables des zones en échec, plane.svg, et summary.json avec \
                l'empreinte de chaque table.

                Exemples :
                  milieu areas collect job -o results
                  milieu areas collect job -o resultats --lang fr
                """
        ).spoken)

    @Argument(
        help: ArgumentHelp(en: "The folder of a job that was run.", fr: "Le dossier d'un travail qui a été exécuté."),
        completion: .directory)
    var job: String

    @Option(
        name: .shortAndLong, help: ArgumentHelp(en: "The folder to write.", fr: "Le dossier à écrire."),
        completion: .directory)
    var output: String

    @OptionGroup var common: CommonArguments

    func run() throws {
        let prepared = try AreaJob(folder: job)
        let collection = try AreaCollection(prepared, prepared.lastPlan())
        var folder = try FolderOutput(path: output)
        let summary = try collection.write(to: &folder)
        if let plane = try collection.plane(summary, language: common.lang) {
            try folder.write(plane.render(ImageFormat(fileName: "plane.svg")), to: "plane.svg")
        }
        try folder.finish()
        common.say(
            "\(output): \(summary.computed) of \(prepared.areas.count) areas; failed: \(summary.failed.count).",
            "\(output) : \(summary.computed, fr: "zone", "zones") sur \(prepared.areas.count) ; en échec : \(summary.failed.count)."
        )
        guard summary.failed.isEmpty else {
            let names = summary.failed.prefix(10).joined(separator: ", ")
            throw MilieuError(
                .data,
                Bilingual(
                    en: "Areas that failed: \(names)\(summary.failed.count > 10 ? ", …" : "").",
                    fr: "Zones en échec : \(names)\(summary.failed.count > 10 ? ", …" : "")."),
                remedy: Bilingual(
                    en: "failed.csv says why; `milieu check \(output)/failed/CODE` shows each fault.",
                    fr: "failed.csv dit pourquoi ; `milieu check \(output)/failed/CODE` montre chaque défaut."))
        }
    }
}

/// What a process of a run does: computes one shard, or what standard input brings.
struct AreasWorkCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "work",
        abstract: Bilingual(
            en: "Compute the areas of one part (what `run` starts).",
            fr: "Calculer les zones d'une part (ce que `run` lance)."
        ).spoken, shouldDisplay: false)

    @Argument(help: ArgumentHelp(en: "The folder of a job.", fr: "Le dossier d'un travail."), completion: .directory)
    var job: String

    @Option(
        help: ArgumentHelp(
            en: "The number of the part; without it, standard input brings rows sorted by area.",
            fr: "Le numéro de la part ; sans lui, l'entrée standard apporte des lignes triées par zone."))
    var shard: Int?

    func run() throws {
        // One core each: there are as many workers.
        Parallel.threadLimit = 1
        let prepared = try AreaJob(folder: job)
        let worker = try AreaWorker(prepared, prepared.lastPlan())
        if let shard {
            // Who started it may have been killed.
            let parent = ChildProcess.parent
            return try worker.work(shard: shard) { ChildProcess.parent == parent }
        }
        try worker.work(
            next: { () throws(MilieuError) in try InputFile.nextOfStandardInput(1 << 20) },
            write: { bytes throws(MilieuError) in try FileOutput.write(bytes, to: "/dev/stdout") })
    }
}
