import ArgumentParser
import Milieu

/// The choice of a view, common to all that read a network.
struct ViewArguments: ParsableArguments {
    enum Direction: EnumerableFlag {
        case directed, undirected

        static func help(for value: Direction) -> ArgumentHelp? {
            switch value {
            case .directed:
                ArgumentHelp(
                    en: "Read ties as directed from source to target.",
                    fr: "Lire les liens comme orientés de source à target.")
            case .undirected: ArgumentHelp(en: "Read ties without direction.", fr: "Lire les liens sans direction.")
            }
        }
    }

    @Flag(exclusivity: .exclusive)
    var direction: Direction?

    @Option(
        help: ArgumentHelp(
            en: "Take only ties of these layers, separated by commas.",
            fr: "Ne prendre que les liens de ces couches, séparées par des virgules."),
        completion: .custom(Completions.layers))
    var layer: CommaList?

    @Option(
        help: ArgumentHelp(
            en: "Take only ties of these kinds, separated by commas.",
            fr: "Ne prendre que les liens de ces types, séparés par des virgules."),
        completion: .custom(Completions.tieKinds))
    var kind: CommaList?

    @Option(
        help: ArgumentHelp(
            en: """
                Take what held then: 2014, 2014-06 or 2014-06-30 (without it, actors are those of the dataset's \
                reference date, where it states one, and ties and events those of --status).
                """,
            fr: """
                Prendre ce qui valait alors : 2014, 2014-06 ou 2014-06-30 (sans cela, les acteurs sont ceux de la date de \
                référence du jeu de données, s'il en a une, et les liens et événements ceux de --status).
                """))
    var at: String?

    @Flag(
        help: ArgumentHelp(
            en: "Take only actors inside the territory.", fr: "Ne prendre que les acteurs internes au territoire."))
    var insideOnly = false

    @OptionGroup var perimeter: PerimeterArgument

    @Option(
        help: ArgumentHelp(
            en: "Leave out ties of lower confidence, 0 to 1.",
            fr: "Laisser de côté les liens de moindre confiance, de 0 à 1."))
    var minConfidence = 0.0

    @Option(
        help: ArgumentHelp(
            en: """
                Take ties of these statuses: active, dormant, potential, planned, past, unknown, or any \
                (default: active,dormant,unknown). With past or any, actors that have ended are taken, too.
                """,
            fr: """
                Prendre les liens de ces statuts : active, dormant, potential, planned, past, unknown, ou any (par \
                défaut : active,dormant,unknown). Avec past ou any, les acteurs qui ont pris fin sont pris aussi.
                """))
    var status: CommaList?

    @Option(
        help: ArgumentHelp(
            en: """
                What events are: \(ViewOptions.EventMode.allCases.map(\.rawValue).joined(separator: ", ")) \
                (automatic: two-mode where there are participations and no ties, else left out).
                """,
            fr: """
                Ce que sont les événements : \(ViewOptions.EventMode.allCases.map(\.rawValue).joined(separator: ", ")) (automatic : bimodal quand il y a des participations et pas de liens, \
                sinon laissés de côté).
                """))
    var events = ViewOptions.EventMode.automatic

    func options() throws(MilieuError) -> ViewOptions {
        var options = ViewOptions()
        options.layers = layer.map { Set($0.items.map(Layer.init(rawValue:))) }
        options.kinds = kind.map { Set($0.items) }
        options.insideOnly = insideOnly
        options.perimeter = perimeter.perimeter
        options.events = events
        options.direction = direction.map { $0 == .directed ? .directed : .undirected } ?? .byKind
        if let at {
            guard let date = PartialDate(at) else {
                throw MilieuError(
                    .usage, Bilingual(en: "\"\(at)\" is no date.", fr: "« \(at) » n'est pas une date."),
                    remedy: Bilingual(
                        en: "Write --at 2014, --at 2014-06 or --at 2014-06-30.",
                        fr: "Écrivez --at 2014, --at 2014-06 ou --at 2014-06-30."))
            }
            options.date = date
        }
        guard (0...1).contains(minConfidence) else {
            throw MilieuError(
                .usage,
                Bilingual(
                    en: "A confidence lies between 0 and 1, not at \(minConfidence).",
                    fr: "Une confiance est comprise entre 0 et 1, et non à \(minConfidence)."),
                remedy: Bilingual(
                    en: "Write for instance --min-confidence 0.5.", fr: "Écrivez par exemple --min-confidence 0.5."))
        }
        options.minimumConfidence = minConfidence
        if let status { options.statuses = try Self.statuses(status.items) }
        return options
    }

    private static func statuses(_ words: [String]) throws(MilieuError) -> Set<TieStatus> {
        if words == ["any"] { return Set(TieStatus.allCases) }
        var statuses: Set<TieStatus> = []
        for word in words {
            guard let status = word == "unknown" ? .unknown : TieStatus(rawValue: word) else {
                let known = TieStatus.allCases.map { $0 == .unknown ? "unknown" : $0.rawValue }
                let nearest = NearestMatch.hint(word, in: known)
                throw MilieuError(
                    .usage, Bilingual(en: "There is no status \"\(word)\".", fr: "Il n'y a pas de statut « \(word) »."),
                    remedy: nearest
                        + Bilingual(
                            en: "There are: \(known.joined(separator: ", ")), or any.",
                            fr: "Il y a : \(known.joined(separator: ", ")), ou any."))
            }
            statuses.insert(status)
        }
        return statuses
    }
}

extension ViewOptions.EventMode: ExpressibleByArgument {}
