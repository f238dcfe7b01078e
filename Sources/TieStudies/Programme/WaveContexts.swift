import Measures
import NetworkModel
import Vocabulary

/// Both waves as networks of their own, over the actors of both: what measures of actors are taken of.
///
/// Ties count alike, whatever they weigh; which way they lead is kept where the waves are directed.
struct WaveContexts: Sendable {
    let before: MeasureContext
    let after: MeasureContext

    /// - Parameter left: an actor that is left out with all its ties.
    init(_ waves: TieWaves, leavingOut left: Int? = nil, options: MeasureOptions) throws(MilieuError) {
        before = try Self.context(waves, waves.before, left, options)
        after = try Self.context(waves, waves.after.ties, left, options)
    }

    private static func context(
        _ waves: TieWaves, _ ties: [(source: Int, target: Int)], _ left: Int?, _ options: MeasureOptions
    ) throws(MilieuError) -> MeasureContext {
        func moved(_ actor: Int) -> Int32 { Int32(left.map { actor > $0 ? actor - 1 : actor } ?? actor) }
        let kept = ties.filter { $0.source != left && $0.target != left }
        let ids = waves.after.ids.indices.filter { $0 != left }.map { waves.after.ids[$0] }
        let network = try Network(
            description: DatasetDescription(name: "wave"), actors: Actors(ids: ids),
            ties: Ties(sources: kept.map { moved($0.source) }, targets: kept.map { moved($0.target) }),
            tieKinds: [TieKind(id: "tie", isDirected: waves.after.isDirected)])
        return MeasureContext(try network.view(), options: options)
    }
}

/// Something of each actor that is compared between two waves.
enum ActorOutcome: Sendable {
    case pairs(PairChanges.Outcome)
    case measure(Measure)

    var id: String {
        switch self {
        case .pairs(let outcome): outcome.rawValue
        case .measure(let measure): measure.id
        }
    }

    /// What is compared where nothing is asked for.
    private static let usual = PairChanges.Outcome.allCases.map(\.rawValue) + ["harmonic", "betweenness", "constraint"]

    /// The outcomes of these ids; nil: the usual ones.
    ///
    /// - Throws: `MilieuError` for an unknown id, and for a measure that is not of actors, has no numbers, or reads more
    ///   than who is tied to whom.
    static func chosen(_ ids: [String]?) throws(MilieuError) -> [ActorOutcome] {
        try (ids ?? usual).map { id throws(MilieuError) in
            if let outcome = PairChanges.Outcome(rawValue: id) { return .pairs(outcome) }
            let measure = try MeasureCatalogue.measure(id)
            let readable: Set<Measure.Requirement> = [.oneMode, .directed]
            guard measure.level == .actor, measure.type == .number || measure.type == .integer,
                measure.requirements.isSubset(of: readable)
            else {
                throw MilieuError(
                    .usage,
                    Bilingual(
                        en: "\"\(Excerpt.of(id))\" is no number of an actor that its ties alone tell.",
                        fr: "« \(Excerpt.of(id)) » n'est pas un nombre d'un acteur que ses liens seuls donnent."),
                    remedy: Bilingual(
                        en:
                            "Take measures of actors such as degree, harmonic, betweenness, constraint; or created, kept, dissolved.",
                        fr:
                            "Prenez des mesures d'acteurs comme degree, harmonic, betweenness, constraint ; ou created, kept, dissolved."
                    ))
            }
            return .measure(measure)
        }
    }
}

extension Measure {
    /// The value of each node as a number; nil where it is undefined.
    func numbers(in context: MeasureContext) throws(MilieuError) -> [Double?] {
        switch try values(in: context) {
        case .number(let numbers): numbers
        case .integer(let integers): integers.map { $0.map { Double($0) } }
        case .flag(let flags): flags.map { $0.map { $0 ? 1 : 0 } }
        case .text(let texts): texts.map { _ in nil }
        }
    }
}
