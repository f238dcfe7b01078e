import Milieu

/// A programme that is to be evaluated: who took part, who is compared with whom, and what is shown.
struct ProgrammeRequest {
    enum Part: String, CaseIterable {
        case effects, pairs
    }

    private let treated: (attribute: String, value: String)
    private let within: String?
    private let parts: [Part]

    init(_ words: String, _ arguments: TieArguments) throws(MilieuError) {
        let halves = words.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
        guard halves.count == 2, !halves[0].isEmpty, !halves[1].isEmpty else {
            throw MilieuError(
                .usage,
                Bilingual(
                    en: "\"\(Excerpt.of(words))\" names no attribute and its value.",
                    fr: "« \(Excerpt.of(words)) » ne nomme pas un attribut et sa valeur."),
                remedy: Bilingual(
                    en: "Write for instance --treated programme=yes.",
                    fr: "Écrivez par exemple --treated programme=yes."))
        }
        treated = (halves[0], halves[1])
        within = arguments.within
        parts = try arguments.shown(
            by: Bilingual(en: "an evaluation", fr: "une évaluation"), unlessSaid: Part.effects)
    }

    /// What goes together, before anything is read.
    static func validate(_ arguments: TieArguments) throws(MilieuError) {
        guard let treated = arguments.treated else {
            guard arguments.within == nil else {
                throw MilieuError(
                    .usage,
                    Bilingual(
                        en: "--within says within which groups a programme (--treated) is evaluated.",
                        fr: "--within dit dans quels groupes un programme (--treated) est évalué."),
                    remedy: Bilingual(
                        en: "Write for instance --before 2010 --treated programme=yes --within kind.",
                        fr: "Écrivez par exemple --before 2010 --treated programme=yes --within kind."))
            }
            return
        }
        guard arguments.before != nil, arguments.ergm == nil, arguments.by == nil else {
            throw MilieuError(
                .usage,
                Bilingual(
                    en:
                        "A programme (--treated) is evaluated since an earlier wave (--before), without --ergm and --by.",
                    fr:
                        "Un programme (--treated) s'évalue depuis une vague antérieure (--before), sans --ergm ni --by."
                ),
                remedy: Bilingual(
                    en: "Write for instance --before 2010 --treated programme=yes.",
                    fr: "Écrivez par exemple --before 2010 --treated programme=yes."))
        }
        _ = try ProgrammeRequest(treated, arguments)
    }

    func tables(
        _ context: MeasureContext, since earlier: MeasureContext, outcomes: [String]?, draws: Int,
        _ common: CommonArguments, _ progress: @escaping Draws.Progress
    ) throws(MilieuError) -> [Table] {
        let waves = try TieWaves(before: earlier, after: context)
        TieWaveRequest.sayLeftOut(waves, common)
        let evaluation = try ProgrammeEvaluation(
            waves, treated: treated, within: within, outcomes: outcomes, draws: draws, options: context.options,
            progress: progress)
        for note in evaluation.notes { common.say(note.text(common.lang)) }
        return parts.map { part in
            switch part {
            case .effects: evaluation.table(in: context)
            case .pairs: evaluation.pairTable(in: context)
            }
        }
    }
}
