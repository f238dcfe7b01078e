import ArgumentParser
import Dispatch
import Milieu

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

struct StudioCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "studio",
        abstract: Bilingual(
            en: "Code, see and arrange a territory in the browser, on this machine alone.",
            fr: "Coder, voir et arranger un territoire dans le navigateur, sur cette seule machine."
        ).spoken,
        discussion: Bilingual(
            en: """
                Opens a page that works on the dataset's own tables: select a passage of a source and make actors \
                and ties of it, type into the tables with the findings of `milieu check` beside each cell, move the \
                discs of the figure, see measures and score as they change. Every change is written at once and can \
                be undone, also after a restart. A source is a text, an HTML page or a PDF (where pdftotext of \
                Poppler is installed). The first line on standard output is the page's address; its secret part is \
                what lets the page in, and is another each time. Ctrl-C ends the studio; a page that is still open \
                waits, and goes on once the studio is started again and its new address opened beside it. What it \
                keeps beside the tables (the journal, the texts that are coded) is in the folder .studio of the \
                dataset.
                """,
            fr: """
                Ouvre une page qui travaille sur les tables mêmes du jeu de données : sélectionner un passage d'une \
                source et en faire des acteurs et des liens, taper dans les tables avec les constats de `milieu \
                check` à côté de chaque cellule, déplacer les disques de la figure, voir mesures et score changer. \
                Chaque modification est écrite aussitôt et peut être annulée, même après un redémarrage. Une source \
                est un texte, une page HTML ou un PDF (là où pdftotext de Poppler est installé). La première ligne \
                de la sortie standard est l'adresse de la page ; sa partie secrète est ce qui donne accès à la page, \
                et change à chaque fois. Ctrl-C met fin au studio ; une page encore ouverte attend, et continue une \
                fois le studio relancé et sa nouvelle adresse ouverte à côté. Ce qu'il garde à côté des tables (le \
                journal, les textes codés) est dans le dossier .studio du jeu de données.
                """
        ).withExamples(
            """
            milieu studio my-territory
            milieu studio my-territory --lang fr
            milieu studio my-territory --port 8124 --no-open
            """
        ).spoken)

    @Argument(
        help: ArgumentHelp(en: "The dataset's folder.", fr: "Le dossier du jeu de données."), completion: .directory)
    var dataset: String

    @Option(
        help: ArgumentHelp(
            en:
                "The port on the loopback address (default: the dataset's own, always the same; any where it is taken).",
            fr:
                "Le port sur l'adresse de bouclage (par défaut : celui du jeu de données, toujours le même ; s'il est pris, un autre)."
        ))
    var port: Int?

    @Flag(
        help: ArgumentHelp(
            en: "Do not open the browser; only say the address.",
            fr: "Ne pas ouvrir le navigateur ; seulement dire l'adresse."))
    var noOpen = false

    @OptionGroup var common: CommonArguments

    func run() throws {
        if let port, !(0...65_535).contains(port) {
            throw MilieuError(
                .usage, Bilingual(en: "There is no port \(port).", fr: "Il n'y a pas de port \(port)."),
                remedy: Bilingual(
                    en: "Choose one from 1024 to 65535, or leave --port out.",
                    fr: "Choisissez-en un de 1024 à 65535, ou omettez --port."))
        }
        let server = try StudioServer(dataset: dataset, port: port.map { UInt16($0) }, language: common.lang)
        Interruption.isExpected.withLock { $0 = true }
        let (opens, common) = (!noOpen, common)
        let failure = Ending()
        Task.detached {
            do throws(MilieuError) {
                try await server.run { address in
                    Console.output(address + "\n")
                    common.say(
                        "The studio is open; Ctrl-C ends it.", "Le studio est ouvert ; Ctrl-C y met fin.")
                    if opens { Self.openBrowser(at: address) }
                }
            } catch {
                failure.error = error
            }
            failure.signal.signal()
        }
        failure.signal.wait()
        if let error = failure.error { throw error }
    }

    /// What the server ended with, seen by the thread that waits for it.
    private final class Ending: @unchecked Sendable {
        let signal = DispatchSemaphore(value: 0)
        /// Sound: set before the signal, read after it.
        var error: MilieuError?
    }

    /// Asks the desktop for its browser; where there is none the address stands in the terminal.
    private static func openBrowser(at address: String) {
        #if canImport(Darwin)
            let program = "open"
        #else
            let program = "xdg-open"
        #endif
        // Sound: the strings live as long as the call, which copies them.
        var process = pid_t()
        var arguments: [UnsafeMutablePointer<CChar>?] = unsafe [strdup(program), strdup(address), nil]
        _ = unsafe posix_spawnp(&process, program, nil, nil, &arguments, environ)
        unsafe arguments.forEach { unsafe free($0) }
    }
}
