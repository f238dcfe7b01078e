import ArgumentParser
import Milieu

/// The input of a command that reads a network, and the view of it.
struct NetworkInput: ParsableArguments {
    @Argument(
        help: ArgumentHelp(
            en: """
                A dataset's folder, a workbook, a network file (`milieu convert --list` names the formats), or - for one \
                that standard input brings.
                """,
            fr: """
                Le dossier d'un jeu de données, un classeur, un fichier de réseau (`milieu convert --list` nomme les \
                formats), ou - pour celui qu'apporte l'entrée standard.
                """), completion: .file())
    var input: String?

    @OptionGroup(title: Bilingual(en: "How to read the input", fr: "Lecture de l'entrée").spoken) var reading:
        ReadingArguments
    @OptionGroup(title: Bilingual(en: "What to take from the network", fr: "Ce qui est pris du réseau").spoken)
    var view: ViewArguments
    @OptionGroup(title: Bilingual(en: "How to measure", fr: "Manière de mesurer").spoken) var measures: MeasureArguments

    /// Reads the input and freezes the view; what was noticed is said on standard error.
    func context(_ common: CommonArguments) throws(MilieuError) -> MeasureContext {
        let options = try measures.options()
        let viewOptions = try view.options()
        let network = try network(common)
        guard viewOptions.events != .twoMode || !network.participation.isEmpty else {
            throw MilieuError(
                .usage,
                Bilingual(
                    en: "The network has no participations, so that there are no two modes.",
                    fr: "Le réseau n'a pas de participations, si bien qu'il n'y a pas deux modes."),
                remedy:
                    Bilingual(
                        en:
                            "Leave --events out; a list of who takes part in what has the header actor,event (acteur;événement).",
                        fr:
                            "Omettez --events ; une liste de qui prend part à quoi a l'en-tête actor,event (acteur;événement)."
                    )
            )
        }
        let view = try network.view(viewOptions)
        if view.loopCount > 0 {
            common.say(
                "Self-loops left out, since they count in no measure: \(view.loopCount).",
                "Boucles laissées de côté, car elles ne comptent dans aucune mesure : \(view.loopCount).")
        }
        if network.ties.isEmpty, view.isTwoMode {
            common.say(
                "The network has participations and no ties: events are nodes beside the actors (--events).",
                "Le réseau a des participations et pas de liens : les événements sont des nœuds à côté des acteurs (--events)."
            )
        }
        return MeasureContext(view, options: options)
    }

    /// Says how ties are read where nobody asked and the measures depend on it.
    func sayDirection(of context: MeasureContext, _ common: CommonArguments) {
        guard view.direction == nil, context.view.isDirected else { return }
        common.say(
            "Directed, since kinds of tie in the view are (--undirected reads them without direction).",
            "Orienté, car des types de lien de la vue le sont (--undirected les lit sans direction).")
    }

    func network(_ common: CommonArguments) throws(MilieuError) -> Network {
        guard let input else {
            throw MilieuError(
                .usage, Bilingual(en: "No input is named.", fr: "Aucune entrée n'est indiquée."),
                remedy: Bilingual(
                    en: "Name a dataset's folder or a network file, for instance datasets/romans-2016.",
                    fr:
                        "Indiquez le dossier d'un jeu de données ou un fichier de réseau, par exemple datasets/romans-2016."
                ))
        }
        let reading = try self.reading.read(input, directed: view.direction.map { $0 == .directed })
        let warnings = reading.findings.count { $0.severity == .warning }
        let network = try reading.requireNetwork()
        if warnings > 0 {
            common.say(
                "Warnings in the data: \(warnings); `milieu check \(input)` shows them.",
                "Avertissements dans les données : \(warnings) ; `milieu check \(input)` les montre.")
        }
        return network
    }
}
