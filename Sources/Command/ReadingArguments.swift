import ArgumentParser
import Milieu

/// What a person says of an input that does not say it itself.
struct ReadingArguments: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            en: """
                The format to read, where neither ending nor content tells it: \
                \((FormatCatalogue.all.map(\.id) + ["dataset"]).joined(separator: ", ")).
                """,
            fr: """
                Le format à lire, quand ni le suffixe ni le contenu ne le disent : \((FormatCatalogue.all.map(\.id) + ["dataset"]).joined(separator: ", ")).
                """))
    var from: String?

    @Option(
        help: ArgumentHelp(
            en: "Of a workbook, the sheet that holds the ties or the matrix.",
            fr: "D'un classeur, la feuille qui contient les liens ou la matrice."))
    var sheet: String?

    @Option(
        help: ArgumentHelp(
            en: "A table of the actors (CSV, .xlsx, .ods), where the input is a list of ties.",
            fr: "Une table des acteurs (CSV, .xlsx, .ods), quand l'entrée est une liste de liens."), completion: .file()
    )
    var actors: String?

    @OptionGroup var links: LinkArgument

    @Option(
        help: ArgumentHelp(
            en: "Which network of a file that holds several: its name, or its number from 1.",
            fr: "Quel réseau d'un fichier qui en contient plusieurs : son nom, ou son numéro à partir de 1."))
    var network: String?

    @Option(
        help: ArgumentHelp(
            en:
                "A file that the input names and that may be read with it (the data of a DL file that stand apart).",
            fr:
                "Un fichier que l'entrée nomme et qui peut être lu avec elle (les données d'un fichier DL qui sont à part).",
            valueName: "file"), completion: .file())
    var beside: [String] = []

    @Option(
        help: ArgumentHelp(
            en:
                "A file with a value for each actor, which becomes an attribute: a partition or vector of Pajek (.clu, .vec).",
            fr:
                "Un fichier avec une valeur par acteur, qui devient un attribut : une partition ou un vecteur de Pajek (.clu, .vec).",
            valueName: "file"), completion: .file())
    var attributes: [String] = []

    @Option(
        help: ArgumentHelp(
            en: """
                For coded interviews (.qdpx of REFI-QDA, Taguette, QualCoder): the table that says which codes are actors and \
                which kinds of tie; `milieu convert` writes it to be filled where it is not there.
                """,
            fr: """
                Pour des entretiens codés (.qdpx de REFI-QDA, Taguette, QualCoder) : la table qui dit quels codes sont des \
                acteurs et lesquels des types de lien ; `milieu convert` l'écrit, à remplir, quand elle n'est pas là.
                """), completion: .file())
    var codes: String?

    @Option(
        help:
            ArgumentHelp(
                en:
                    "What coded interviews count places in, where nothing shows it: \(PassageUnit.allCases.map(\.rawValue).joined(separator: ", ")).",
                fr:
                    "Ce que les entretiens codés comptent comme places, quand rien ne le montre : \(PassageUnit.allCases.map(\.rawValue).joined(separator: ", "))."
            )
    )
    var places: PassageUnit?

    func read(_ path: String, directed: Bool?) throws(MilieuError) -> Reading {
        let format: NetworkFormat? = if let from, from != "dataset" { try FormatCatalogue.format(from) } else { nil }
        return try InputReader.read(
            path: path,
            InputReader.Options(
                directed: directed, format: format, sheet: sheet, actors: actors, network: network, beside: beside,
                attributes: attributes, codes: codes, places: places, followsLinks: links.followLinks))
    }
}

/// Whether the links in a dataset's folder may lead anywhere.
struct LinkArgument: ParsableArguments {
    @Flag(
        help: ArgumentHelp(
            en: """
                Follow symbolic links in a dataset's folder wherever they lead (without it only those that stay within \
                the folder or lead to the files of git-annex and DVC in its repository).
                """,
            fr: """
                Suivre les liens symboliques du dossier d'un jeu de données où qu'ils mènent (sans cela, seulement ceux \
                qui restent dans le dossier ou mènent aux fichiers de git-annex et de DVC dans son dépôt).
                """))
    var followLinks = false
}

extension PassageUnit: ExpressibleByArgument {}
