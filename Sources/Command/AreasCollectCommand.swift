import ArgumentParser
import Milieu

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
                """,
            fr: """
                Écrit areas.csv (une ligne par zone), indicators.csv, ranks.csv, actors.csv là où des mesures d'acteurs \
                ont été demandées, failed.csv et les tables des zones en échec, plane.svg, et summary.json avec \
                l'empreinte de chaque table.
                """
        ).withExamples(
            """
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
    var shard: CommaList?

    @OptionGroup var common: CommonArguments

    func run() throws {
        // One core each: there are as many workers.
        Parallel.threadLimit = 1
        let prepared = try AreaJob(folder: job)
        let worker = try AreaWorker(prepared, prepared.lastPlan())
        if let shard {
            // Who started it may have been killed.
            let parent = ChildProcess.parent
            for number in try shard.items.map({ try Self.number($0) }) where ChildProcess.parent == parent {
                try worker.work(shard: number) { ChildProcess.parent == parent }
            }
            return
        }
        try worker.work(
            next: { () throws(MilieuError) in try InputFile.nextOfStandardInput(1 << 20) },
            write: { bytes throws(MilieuError) in try FileOutput.write(bytes, to: "/dev/stdout") })
    }

    private static func number(_ text: String) throws(MilieuError) -> Int {
        if let number = Int(text) { return number }
        throw MilieuError(
            .usage,
            Bilingual(
                en: "\"\(Excerpt.of(text))\" is no number of a part.",
                fr: "« \(Excerpt.of(text)) » n'est pas un numéro de part."),
            remedy: Bilingual(en: "Write for instance: --shard 0,1", fr: "Écrivez par exemple : --shard 0,1"))
    }
}
