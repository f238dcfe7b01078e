import ArgumentParser
import Milieu

/// Every territory of a country: rows are parted by area, computed area by area, and put together.
struct AreasCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "areas",
        abstract: "Every territory of a country: measures and scores of hundreds or thousands of areas.",
        discussion: """
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
                .usage, "--memory is less than the program itself takes.", remedy: "Write --memory 512M or more.")
        }
        return bytes
    }
}

struct AreasPrepareCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "prepare", abstract: "Part the tables of a country by area.",
        discussion: """
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
            """)

    @Argument(help: "Folders of datasets that together are the country.", completion: .directory)
    var datasets: [String] = []

    @Option(name: .shortAndLong, help: "The folder of the job, a new or an empty one.", completion: .directory)
    var output: String?

    @Option(
        help:
            "Read registers by a mapping: \(AreaMapping.presets.joined(separator: ", ")), or a file (TOML). Repeatable."
    )
    var map: [String] = []

    @Option(
        help: "Tables of the official geographic code: communes, or their mergers. Repeatable.", completion: .file())
    var communes: [String] = []

    @Option(help: "Print a mapping that comes with Milieu, to start one's own from; no input is needed.")
    var printMap: String?

    @Option(help: "The column of the actors that says the area (default: area, else place).")
    var area: String?

    @Option(help: "A table of codes and the areas that they are in: code,area,name.", completion: .file())
    var areas: String?

    @Option(help: "What may be held in memory at once.")
    var memory = MemorySize(bytes: 2 << 30)

    @Option(help: "How many parts (default: by the size of the tables); it never changes a result.")
    var shards: Int?

    @Option(help: "Use at most this many cores; it never changes a result.")
    var threads: Int?

    @OptionGroup var common: CommonArguments

    func run() throws {
        if let printMap { return Console.output(try AreaMapping.named(printMap).text) }
        guard let output else {
            throw MilieuError(.usage, "No folder of a job is named.", remedy: "Name one: -o JOB")
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
            "\(output) holds \(job.areas.count) areas, \(job.manifest.shards.count) parts; rows of ties within areas: \(ties).",
            "\(output) contient \(job.areas.count) zones en \(job.manifest.shards.count) parts ; lignes de liens internes aux zones : \(ties)."
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
                .usage, "A mapping says itself which column is the area.",
                remedy: "Leave --area out, or change the mapping.")
        }
        let mappings = try map.map { name throws(MilieuError) in try AreaMapping.named(name) }
        return try AreaInput(
            mappings: mappings, folders: datasets.isEmpty ? ["."] : datasets, areas: areas, communes: communes)
    }
}

struct AreasRunCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "run", abstract: "Compute every area of a job, or go on where a run was interrupted.",
        discussion: """
            Examples:
              milieu areas run job
              milieu areas run job -m actors,ties,density,degree,betweenness --no-score
              milieu areas run job --draws 1000 --workers 4 --memory 8G
              milieu areas run job --engine spark --master spark://host:7077
            """)

    @Argument(help: "The folder of a job.", completion: .directory)
    var job: String

    @Option(
        name: .shortAndLong,
        help: """
            Ids of measures, separated by commas, of the network within each area (columns of areas.csv) and of its \
            actors (columns of actors.csv) (default: \(AreaPlan.standardMeasures.joined(separator: ","))).
            """)
    var measures: CommaList?

    @Flag(inversion: .prefixedNo, help: "Score each area.")
    var score = true

    @Option(help: "Draws behind the interval of each score; 0: bounds alone.")
    var draws = AreaPlan.standardDraws

    @Option(help: "Seed of whatever is drawn at random; the same seed gives the same result.")
    var seed: UInt64 = 1

    @Option(help: "A method file (TOML) in place of Milieu's own.", completion: .file(extensions: ["toml"]))
    var method: String?

    @Option(help: "What all workers may take together.")
    var memory = MemorySize(bytes: 2 << 30)

    @Option(help: "Where it is computed: local, or spark (Apache Spark, whose spark-sql the shell finds or SPARK_HOME has).")
    var engine = AreaEngine.local

    @Option(help: "Where Spark runs, in its own words (default: local[*,4]): spark://HOST:7077, yarn.")
    var master: String?

    @Option(help: "How many areas at once (default: one a core); it never changes a result.")
    var workers: Int?

    @OptionGroup var common: CommonArguments

    func run() throws {
        try RunArguments.limitCores(workers)
        guard (0...ScoringMethod.mostDraws).contains(draws) else {
            throw MilieuError(
                .usage, "--draws \(draws) makes no sense.",
                remedy: "Write a number from 0 to \(ScoringMethod.mostDraws).")
        }
        let plan = try AreaPlan(
            measures: measures?.items, isScored: score, draws: draws, seed: seed,
            method: method.map { path throws(MilieuError) in try TextFile.read(path: path) })
        let prepared = try AreaJob(folder: job)
        // What is wrong with the plan is said once, before a thousand workers say it.
        _ = try AreaComputation(prepared, plan)
        let program = ChildProcess.thisProgram(CommandLine.arguments[0])
        if engine == .spark {
            var options = SparkRun.Options(program: program, command: ChildProcess.command("spark-sql", home: "SPARK_HOME"))
            options.master = master
            try SparkRun(prepared, plan, options).run()
            return sayDone(prepared)
        }
        guard master == nil else {
            throw MilieuError(.usage, "--master is about Spark.", remedy: "Add --engine spark.")
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
            "Les \(prepared.areas.count) zones sont faites : milieu areas collect \(job) -o DOSSIER")
    }
}

enum AreaEngine: String, ExpressibleByArgument, CaseIterable { case local, spark }

struct AreasCollectCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "collect", abstract: "Check, order, rank and write the results of all areas.",
        discussion: """
            Writes areas.csv (a row for each area), indicators.csv, ranks.csv, actors.csv where measures of actors were \
            asked for, failed.csv and the tables of the areas that failed, plane.svg, and summary.json with the hash of each table.

            Examples:
              milieu areas collect job -o results
              milieu areas collect job -o resultats --lang fr
            """)

    @Argument(help: "The folder of a job that was run.", completion: .directory)
    var job: String

    @Option(name: .shortAndLong, help: "The folder to write.", completion: .directory)
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
            "\(output) : \(summary.computed) zones sur \(prepared.areas.count) ; en échec : \(summary.failed.count).")
        guard summary.failed.isEmpty else {
            let names = summary.failed.prefix(10).joined(separator: ", ")
            throw MilieuError(
                .data, "Areas that failed: \(names)\(summary.failed.count > 10 ? ", …" : "").",
                remedy: "failed.csv says why; `milieu check \(output)/failed/CODE` shows each fault.")
        }
    }
}

/// What a process of a run does: computes one shard, or what standard input brings.
struct AreasWorkCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "work", abstract: "Compute the areas of one part (what `run` starts).", shouldDisplay: false)

    @Argument(help: "The folder of a job.", completion: .directory)
    var job: String

    @Option(help: "The number of the part; without it, standard input brings rows sorted by area.")
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
