import ArgumentParser
import Milieu

/// What is asked of why ties form.
struct TieArguments: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            en: "A random graph model of the ties: terms joined by +.",
            fr: "Un modèle de graphe aléatoire des liens : des termes joints par +."))
    var ergm: String?

    @Option(
        help: ArgumentHelp(
            en: "A relation between the actors from a file, and the name that tests call it by.",
            fr: "Une relation entre les acteurs tirée d'un fichier, et le nom que les tests lui donnent.",
            valueName: Bilingual(en: "name=file", fr: "nom=fichier").spoken))
    var relation: [String] = []

    @Option(
        help: ArgumentHelp(
            en: """
                What to show of --ergm: coefficients, diagnostics (effective size, autocorrelation, Geweke), fit \
                (degrees, shared partners and distances beside simulated ones) or traces; of --treated: effects or \
                pairs (by how many of their ends took part); several separated by commas.
                """,
            fr: """
                Ce qu'il faut montrer de --ergm : coefficients, diagnostics (taille effective, autocorrélation, Geweke), \
                fit (degrés, partenaires communs et distances à côté de ceux simulés) ou traces ; de --treated : \
                effects ou pairs (selon combien de leurs bouts ont participé) ; plusieurs, séparés par des virgules.
                """, valueName: "tables"))
    var show: CommaList?

    @Option(
        help: ArgumentHelp(
            en: "Of --ergm: no actor may have (where directed: send) more ties than this, as a questionnaire may say.",
            fr:
                "Avec --ergm : aucun acteur ne peut avoir (réseau orienté : émettre) plus de liens, comme un questionnaire peut le fixer."
        ))
    var maxTies: Int?

    @Option(
        help: ArgumentHelp(
            en: """
                An earlier wave: a date of the same dataset, or a file of the same actors. Alone it tells what became \
                of ties, with --ergm why ties formed (Form~) and lasted (Persist~).
                """,
            fr: """
                Une vague antérieure : une date du même jeu de données, ou un fichier des mêmes acteurs. Seule, elle dit \
                ce que les liens sont devenus ; avec --ergm, pourquoi des liens se sont formés (Form~) et ont duré \
                (Persist~).
                """, valueName: Bilingual(en: "date or file", fr: "date ou fichier").spoken))
    var before: String?

    @Option(
        help: ArgumentHelp(
            en:
                "The share of pairs that are tied, by these proximities, or all (`milieu measure --level pair --list`).",
            fr: "La part des paires liées selon ces proximités, ou all (`milieu measure --level pair --list`).",
            valueName: Bilingual(en: "proximities", fr: "proximités").spoken))
    var dyads: CommaList?

    @Option(
        help: ArgumentHelp(
            en: "Proximities by which --before tells the changes.",
            fr: "Les proximités selon lesquelles --before donne les changements.",
            valueName: Bilingual(en: "proximities", fr: "proximités").spoken))
    var by: CommaList?

    @Option(
        help: ArgumentHelp(
            en: """
                With --before: who took part in a programme, as an attribute of the actors and its value. Compares what \
                changed for them with what changed for the others.
                """,
            fr: """
                Avec --before : qui a participé à un programme, par un attribut des acteurs et sa valeur. Compare ce qui a \
                changé pour eux à ce qui a changé pour les autres.
                """, valueName: Bilingual(en: "attribute=value", fr: "attribut=valeur").spoken))
    var treated: String?

    @Option(
        help: ArgumentHelp(
            en: "With --treated: compare only actors that have the same value of this attribute.",
            fr: "Avec --treated : ne comparer que des acteurs qui ont la même valeur de cet attribut.",
            valueName: Bilingual(en: "attribute", fr: "attribut").spoken))
    var within: String?

    @Option(
        help: ArgumentHelp(
            en:
                "With --ergm: also write the network and a script for R's statnet (of two waves for RSiena, too) to this folder.",
            fr:
                "Avec --ergm : écrire aussi dans ce dossier le réseau et un script pour statnet de R (pour deux vagues, pour RSiena aussi).",
            valueName: Bilingual(en: "folder", fr: "dossier").spoken), completion: .directory)
    var script: String?

    @Option(
        help: ArgumentHelp(
            en: "With --dyads, or --ergm and --show fit: also draw it (.svg, .pdf, .png …).",
            fr: "Avec --dyads, ou --ergm et --show fit : le dessiner aussi (.svg, .pdf, .png…).",
            valueName: Bilingual(en: "file", fr: "fichier").spoken), completion: .file())
    var figure: String?

    @Flag(
        help: ArgumentHelp(
            en: "List the terms that a model may have instead; no input is needed.",
            fr: "Donner plutôt la liste des termes qu'un modèle peut avoir ; aucune entrée n'est nécessaire."))
    var terms = false

    /// Whether a test of its own is asked for.
    var isTest: Bool { ergm != nil || before != nil || dyads != nil }

    /// The tables that --show names, of those that what is asked for has.
    func shown<Part: RawRepresentable<String> & CaseIterable>(
        by what: Bilingual, unlessSaid usual: Part
    ) throws(MilieuError) -> [Part] {
        guard let show else { return [usual] }
        return try show.items.map { word throws(MilieuError) in
            if let part = Part(rawValue: word) { return part }
            let known = Part.allCases.map(\.rawValue)
            throw MilieuError(
                .usage,
                Bilingual(
                    en: "\"\(Excerpt.of(word))\" is nothing that \(what.en) shows.",
                    fr: "« \(Excerpt.of(word)) » n'est rien qu'\(what.fr) montre."),
                remedy: NearestMatch.hint(word, in: known)
                    + Bilingual(
                        en: "Write \(known.joined(separator: ", ")).",
                        fr: "Écrivez \(known.joined(separator: ", "))."))
        }
    }

    func validateRequest() throws(MilieuError) {
        if ((show != nil && treated == nil) || maxTies != nil) && ergm == nil {
            throw MilieuError(
                .usage,
                Bilingual(
                    en: "--show and --max-ties are of a model (--ergm), --show of a programme, too (--treated).",
                    fr: "--show et --max-ties sont d'un modèle (--ergm), --show aussi d'un programme (--treated)."),
                remedy: Bilingual(
                    en: "Write for instance --ergm \"edges + mutual\" --show diagnostics.",
                    fr: "Écrivez par exemple --ergm \"edges + mutual\" --show diagnostics."))
        }
        if script != nil && ergm == nil {
            throw MilieuError(
                .usage,
                Bilingual(
                    en: "--script writes a model (--ergm) for R.", fr: "--script écrit un modèle (--ergm) pour R."),
                remedy: Bilingual(
                    en: "Write for instance --ergm \"edges + mutual\" --script r-files.",
                    fr: "Écrivez par exemple --ergm \"edges + mutual\" --script r-files."))
        }
        if let figure {
            guard dyads != nil || (ergm != nil && before == nil && show?.items.contains("fit") == true) else {
                throw MilieuError(
                    .usage,
                    Bilingual(
                        en: "--figure draws the shares of --dyads, or what --show fit of one model shows.",
                        fr: "--figure dessine les parts de --dyads, ou ce que montre --show fit pour un seul modèle."),
                    remedy: Bilingual(
                        en: "Write for instance --dyads same_place --figure dyads.svg.",
                        fr: "Écrivez par exemple --dyads same_place --figure dyads.svg."))
            }
            _ = try ImageFormat(fileName: figure)
        }
        if by != nil && (before == nil || ergm != nil) {
            throw MilieuError(
                .usage,
                Bilingual(
                    en: "--by tells changes since an earlier wave (--before) apart.",
                    fr: "--by distingue des changements depuis une vague antérieure (--before)."),
                remedy: Bilingual(
                    en: "Write for instance --before 2010 --by same_place.",
                    fr: "Écrivez par exemple --before 2010 --by same_place."))
        }
        if let maxTies, maxTies < 1 {
            throw MilieuError(
                .usage,
                Bilingual(
                    en: "--max-ties \(maxTies) allows no tie.", fr: "--max-ties \(maxTies) ne permet aucun lien."),
                remedy: Bilingual(
                    en: "Write for instance --max-ties 5.", fr: "Écrivez par exemple --max-ties 5."))
        }
        if dyads != nil && (ergm != nil || before != nil) {
            throw MilieuError(
                .usage,
                Bilingual(
                    en: "One at a time: --dyads, --ergm or --before.",
                    fr: "Un seul à la fois : --dyads, --ergm ou --before."),
                remedy: Bilingual(en: "Leave all but one out.", fr: "N'en gardez qu'un."))
        }
    }

    /// The proximities of a list; `all` is every one.
    static func proximities(_ list: CommaList?) throws(MilieuError) -> [Proximity] {
        let ids = list?.items ?? []
        return try ProximityTables.chosen(ids == ["all"] ? [] : ids)
    }

    /// The earlier wave as the later one is viewed.
    func earlier(_ input: NetworkInput, _ context: MeasureContext, _ common: CommonArguments) throws(MilieuError)
        -> MeasureContext?
    {
        guard let before else { return nil }
        var options = try input.view.options()
        let network: Network
        if let date = PartialDate(before) {
            options.date = date
            network = context.network
        } else {
            network = try input.reading.read(before, directed: context.view.isDirected).requireNetwork()
        }
        return MeasureContext(try network.view(options), options: context.options)
    }
}
