import ArgumentParser
import Milieu

/// How a plan of interviews is simulated.
struct PlanArguments: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            en: "With --plan: how many more interviews, separated by commas; by default six steps from none to all.",
            fr:
                "Avec --plan : combien d'entretiens de plus, séparés par des virgules ; par défaut, six étapes d'aucun à tous."
        ))
    var interviews: CommaList?

    @Option(
        help:
            ArgumentHelp(
                en:
                    "With --plan: who is asked first: \(InterviewOrder.allCases.map(\.rawValue).joined(separator: ", ")); all are compared by default.",
                fr:
                    "Avec --plan : qui est interrogé d'abord : \(InterviewOrder.allCases.map(\.rawValue).joined(separator: ", ")) ; par défaut, tous les ordres sont comparés."
            )
    )
    var order: CommaList?

    @Option(
        help: ArgumentHelp(
            en: "With --plan: how many territories are drawn from what may be.",
            fr: "Avec --plan : combien de territoires sont tirés parmi ceux qui peuvent être."))
    var territories: Int?

    @Option(help: ArgumentHelp(en: "With --plan: draws of each score.", fr: "Avec --plan : tirages de chaque score."))
    var draws: Int?

    @Option(
        help: ArgumentHelp(
            en: "With --plan: how to write the table: \(TableFormat.all.map(\.id).joined(separator: ", ")).",
            fr: "Avec --plan : forme de la table : \(TableFormat.all.map(\.id).joined(separator: ", "))."))
    var format: String?

    /// The options that were given, by name.
    var given: [String] {
        [
            ("--interviews", interviews != nil), ("--order", order != nil), ("--territories", territories != nil),
            ("--draws", draws != nil), ("--format", format != nil),
        ].filter(\.1).map(\.0)
    }

    func tableFormat() throws(MilieuError) -> TableFormat { try TableFormat.format(format ?? TableFormat.text.id) }

    func settings() throws(MilieuError) -> InterviewPlan.Settings {
        var settings = InterviewPlan.Settings()
        if let territories { settings.territories = territories }
        if let draws { settings.draws = draws }
        settings.interviews = try interviews?.items.map { word throws(MilieuError) in
            if let number = Int(word) { return number }
            throw MilieuError(
                .usage,
                Bilingual(
                    en: "\"\(Excerpt.of(word))\" is no number of interviews.",
                    fr: "« \(Excerpt.of(word)) » n'est pas un nombre d'entretiens."),
                remedy: Bilingual(
                    en: "Write for instance: --interviews 5,10,20", fr: "Écrivez par exemple : --interviews 5,10,20"))
        }
        if let order {
            let known = InterviewOrder.allCases.map(\.rawValue)
            settings.orders = try order.items.map { word throws(MilieuError) in
                if let order = InterviewOrder(rawValue: word) { return order }
                throw MilieuError(
                    .usage,
                    Bilingual(
                        en: "There is no order \"\(Excerpt.of(word))\".",
                        fr: "Il n'y a pas d'ordre « \(Excerpt.of(word)) »."),
                    remedy: NearestMatch.hint(word, in: known)
                        + Bilingual(
                            en: "Known are: \(known.joined(separator: ", ")).",
                            fr: "Ordres connus : \(known.joined(separator: ", "))."))
            }
        }
        return settings
    }
}
