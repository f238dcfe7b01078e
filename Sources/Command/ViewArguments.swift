import ArgumentParser
import Milieu

/// The choice of a view, common to all that read a network.
struct ViewArguments: ParsableArguments {
    enum Direction: EnumerableFlag {
        case directed, undirected

        static func help(for value: Direction) -> ArgumentHelp? {
            switch value {
            case .directed: "Read ties as directed from source to target."
            case .undirected: "Read ties without direction."
            }
        }
    }

    @Flag(exclusivity: .exclusive)
    var direction: Direction?

    @Option(
        help: "Take only ties of these layers, separated by commas.", completion: .custom(Completions.layers))
    var layer: CommaList?

    @Option(help: "Take only ties of these kinds, separated by commas.", completion: .custom(Completions.tieKinds))
    var kind: CommaList?

    @Option(
        help: """
            Take what held then: 2014, 2014-06 or 2014-06-30 (without it, actors are those of the dataset's \
            reference date, where it states one, and ties and events those of --status).
            """)
    var at: String?

    @Flag(help: "Take only actors inside the territory.")
    var insideOnly = false

    @OptionGroup var perimeter: PerimeterArgument

    @Option(help: "Leave out ties of lower confidence, 0 to 1.")
    var minConfidence = 0.0

    @Option(
        help: """
            Take ties of these statuses: active, dormant, potential, planned, past, unknown, or any \
            (default: active,dormant,unknown). With past or any, actors that have ended are taken, too.
            """)
    var status: CommaList?

    @Option(
        help: """
            What events are: \(ViewOptions.EventMode.allCases.map(\.rawValue).joined(separator: ", ")) \
            (automatic: two-mode where there are participations and no ties, else left out).
            """)
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
                    .usage, "\"\(at)\" is no date.", remedy: "Write --at 2014, --at 2014-06 or --at 2014-06-30.")
            }
            options.date = date
        }
        guard (0...1).contains(minConfidence) else {
            throw MilieuError(
                .usage, "A confidence lies between 0 and 1, not at \(minConfidence).",
                remedy: "Write for instance --min-confidence 0.5.")
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
                    .usage, "There is no status \"\(word)\".",
                    remedy: nearest + "There are: \(known.joined(separator: ", ")), or any.")
            }
            statuses.insert(status)
        }
        return statuses
    }
}

extension ViewOptions.EventMode: ExpressibleByArgument {}
