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
                """
        ).withExamples(
            """
            milieu areas prepare france -o job --area ze2020
            milieu areas run job --draws 200
            milieu areas collect job -o results
            """
        ).spoken,
        subcommands: [AreasPrepareCommand.self, AreasRunCommand.self, AreasCollectCommand.self, AreasWorkCommand.self])
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

                Registers are read by a mapping (--map): a text in TOML that says which file and column is what. Some come with Milieu: \(AreaMapping.presets.joined(separator: ", ")). --communes names tables of the official \
                geographic code, by which merged communes and arrondissements lead to the commune of today.
                """,
            fr: """
                Un jeu de données est ici un dossier comme un autre, dont les acteurs ont une colonne qui dit la zone. Les \
                codes sont des textes : 01001 garde son 0. Un lien entre deux zones se trouve dans les deux, son autre \
                extrémité comme acteur de l'extérieur ; de même pour les participants d'un événement.

                Les registres se lisent par une correspondance (--map) : un texte en TOML qui dit ce que sont le fichier \
                et la colonne. Certaines viennent avec Milieu : \(AreaMapping.presets.joined(separator: ", ")). --communes nomme des tables du code officiel \
                géographique, par lesquelles les communes fusionnées et les arrondissements mènent à la commune \
                d'aujourd'hui.
                """
        ).withExamples(
            """
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
