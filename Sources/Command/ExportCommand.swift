import ArgumentParser
import Milieu

struct ExportCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "export",
        abstract: Bilingual(
            en: "What a paper prints: CSV tables, codebook, data package and figures, in one folder.",
            fr:
                "Ce qu'imprime un article : tables CSV, dictionnaire des variables, paquet de données et figures, dans un seul dossier."
        ).spoken,
        discussion: Bilingual(
            en: """
                The folder is written whole or not at all. One that an earlier export wrote is replaced; files that you \
                added or edited in it stay, and where a new one has the name of an edited one, it stands beside it as \
                NAME.new. Any other folder that is not empty is refused.

                Example:
                  milieu export datasets/romans-2016 -o romans
                """,
            fr: """
                Le dossier est écrit en entier ou pas du tout. Celui qu'un export précédent a écrit est remplacé ; les \
                fichiers que vous y avez ajoutés ou modifiés restent, et quand un nouveau porte le nom d'un fichier \
                modifié, il se trouve à côté sous NOM.new. Tout autre dossier qui n'est pas vide est refusé.

                Exemple :
                  milieu export datasets/romans-2016 -o romans
                """
        ).spoken)

    @Option(
        name: .shortAndLong, help: ArgumentHelp(en: "The folder to write.", fr: "Le dossier à écrire."),
        completion: .directory)
    var output: String

    @Flag(
        help: ArgumentHelp(
            en: """
                Write texts that begin with =, +, - or @ into the tables as they are; without this an apostrophe stands \
                before them, so that no spreadsheet computes them (load.py and load.R take it away).
                """,
            fr: """
                Écrire tels quels dans les tables les textes qui commencent par =, +, - ou @ ; sans cela une apostrophe \
                les précède, pour qu'aucun tableur ne les calcule (load.py et load.R l'enlèvent).
                """))
    var rawCells = false

    @OptionGroup var input: NetworkInput
    @OptionGroup var common: CommonArguments

    func run() throws {
        let context = try input.context(common)
        // Begun and let go: a folder that cannot be written is refused before all is computed.
        _ = try FolderOutput(path: output)
        let progress = ProgressBar(common)
        defer { progress.finish() }
        var score: TerritoryScore?
        // Events of a two-mode view and networks without a territory have no score.
        if context.network.description.territory != nil, context.network.actors.hasRows {
            var options = ScoringOptions()
            options.perimeter = input.view.perimeter.perimeter
            options.date = context.view.options.date
            options.seed = context.options.seed
            score = try Scoring.score(
                context.network, method: .standard(), options: options, progress: progress.report)
        }
        let export = try DatasetExport(context, score: score, rawCells: rawCells)
        let kept = try export.write(to: output)
        progress.finish()
        if !export.skipped.isEmpty {
            let ids = export.skipped.map(\.measure.id).joined(separator: ", ")
            common.say(
                "Measures that this network does not allow (`-m ID` says why): \(ids).",
                "Mesures que ce réseau ne permet pas (`-m ID` dit pourquoi) : \(ids).")
        }
        common.say(
            "\(output): \(export.files.count) files are written.",
            "\(output) : \(export.files.count, fr: "fichier écrit", "fichiers écrits").")
        say(kept)
    }

    private func say(_ kept: FolderOutput.Kept) {
        if !kept.edited.isEmpty {
            let names = kept.edited.joined(separator: ", ")
            common.say("Kept, since they were edited: \(names).", "Gardés, car ils ont été modifiés : \(names).")
        }
        if !kept.foreign.isEmpty {
            common.say(
                "Kept, since Milieu did not write them: \(kept.foreign.count) (\(kept.foreign[0]) …).",
                "Gardés, car Milieu ne les a pas écrits : \(kept.foreign.count) (\(kept.foreign[0]) …).")
        }
        if !kept.renewed.isEmpty {
            let names = kept.renewed.map { $0 + ".new" }.joined(separator: ", ")
            common.say(
                "Their new forms stand beside them: \(names).", "Leurs nouvelles versions sont à côté : \(names).")
        }
    }
}
