import NetworkModel
import Vocabulary

/// A dataset with the answers to a questionnaire put into it.
public struct SurveyMerge: Sendable {
    /// The dataset with the answers in it.
    public let network: Network
    /// What was changed and what was not.
    public let findings: [Finding]
    /// How many actors the dataset did not have.
    public let newActors: Int
    /// How many ties it did not have.
    public let newTies: Int
    /// Ties that the dataset had and a respondent confirmed.
    public let confirmedTies: Int

    /// Where dataset and answers tell of one thing, the answers stand; what they leave empty stays. A tie of the same
    /// kind between the same two whose dates do not exclude each other is one tie; who reported it and the evidence are
    /// those of both, and a doubt that the dataset had (`confidence`) goes unless the answer has one.
    ///
    /// A layer that somebody was asked about and that documents told of, or nobody looked at, is from now on looked at as
    /// the questionnaire did. A census stays one: whoever was asked, it claims to know all.
    ///
    /// - Throws: `MilieuError` of cause `data` where the two declare a kind differently.
    /// - Complexity: O(actors + ties + participations).
    public init(_ base: Network, _ answers: Network) throws(MilieuError) {
        let actors = CoderMatching(actors: base, answers, aliases: [])
        let events = CoderMatching(events: base, answers)
        var union = NetworkUnion(base)
        let taken = try union.take(answers, actors: actors.inFirst, events: events.inFirst, .second)
        var findings = Findings()
        if actors.pairs.isEmpty, !base.actors.isEmpty {
            findings.add(
                .warning, "another-questionnaire",
                Bilingual(
                    en: "None of the actors of the answers is in the dataset.",
                    fr: "Aucun des acteurs des réponses n'est dans le jeu de données."),
                remedy: Bilingual(
                    en: "Name the dataset that the questionnaire came from, if this is not it.",
                    fr: "Indiquez le jeu de données d'où vient le questionnaire, si ce n'est pas celui-ci."),
                at: Place(file: Actor.table.schema.file))
        }
        let places = Set(base.beside.places.map(\.place))
        union.beside.places += answers.beside.places.filter { !places.contains($0.place) }
        for pair in actors.pairs where pair.way == .name {
            findings.add(
                .note, "matched-by-name",
                Bilingual(
                    en:
                        "\"\(Excerpt.of(answers.actors.id(at: pair.second)))\" is taken for \"\(Excerpt.of(base.actors.id(at: pair.first)))\", which has the same name.",
                    fr:
                        "« \(Excerpt.of(answers.actors.id(at: pair.second))) » est pris pour « \(Excerpt.of(base.actors.id(at: pair.first))) », qui a le même nom."
                ),
                remedy: Bilingual(
                    en: "Give the two different names, if they are two.",
                    fr: "Donnez aux deux des noms différents, si ce sont deux acteurs."),
                at: Place(file: Actor.table.schema.file))
        }
        for change in union.changes {
            findings.add(
                .note, "changed",
                Bilingual(
                    en: "\"\(Excerpt.of(change.from))\" became \"\(Excerpt.of(change.to))\", as the answers have it.",
                    fr:
                        "« \(Excerpt.of(change.from)) » est devenu « \(Excerpt.of(change.to)) », comme le veulent les réponses."
                ),
                remedy: Bilingual(
                    en: "Nothing needs to be done, if it was corrected on purpose.",
                    fr: "Rien à faire, si la correction était voulue."),
                at: Place(file: change.table, column: change.column, id: Excerpt.of(change.id)))
        }
        (newActors, confirmedTies, newTies) = (
            actors.onlySecond.count, Self.mergeTies(&union, answers, taken).confirmed,
            union.ties.count - base.ties.count
        )
        Self.mergeParticipation(&union, answers, taken)
        let description = Self.description(base, answers, &union, taken, &findings)
        network = try union.network(description)
        self.findings = findings.all
    }

    // MARK: Ties

    /// What two rows of one tie have in common, whatever their dates.
    private struct Key: Hashable {
        let low: Int
        let high: Int
        let kind: Int
        let isDenied: Bool

        init(_ tie: Tie, _ kinds: [TieKind]) {
            let isTurned = !kinds[tie.kind].isDirected && tie.target < tie.source
            (low, high) = isTurned ? (tie.target, tie.source) : (tie.source, tie.target)
            (kind, isDenied) = (tie.kind, tie.weight == 0)
        }
    }

    private static func mergeTies(
        _ union: inout NetworkUnion, _ answers: Network, _ places: NetworkUnion.Places
    ) -> (confirmed: Int, new: Int) {
        let own = union.ties.count
        var rows: [Key: [Int]] = [:]
        for (row, tie) in union.ties.enumerated() { rows[Key(tie, union.tieKinds), default: []].append(row) }
        var confirmed: Set<Int> = []
        for (row, told) in answers.ties.enumerated() {
            let tie = places.tie(told)
            let key = Key(tie, union.tieKinds)
            guard let known = rows[key]?.first(where: { isOne(union.ties[$0].details, tie.details) }) else {
                rows[key, default: []].append(union.ties.count)
                union.append(tie, row: row, of: answers)
                continue
            }
            if known < own { confirmed.insert(known) }
            let doubt =
                known < own
                ? tie.details.confidence : least(union.ties[known].details.confidence, tie.details.confidence)
            union.ties[known] = RowMerging.merged(
                union.ties[known], tie, .second, leavingOut: ["source", "target", "kind", "confidence"])
            union.ties[known].details.confidence = doubt
        }
        return (confirmed.count, union.ties.count - own)
    }

    /// Two who tell of one tie make it no surer than the surer of them.
    private static func least(_ one: Double?, _ other: Double?) -> Double? {
        guard let one, let other else { return nil }
        return max(one, other)
    }

    /// Whether two rows can tell one tie: of each date and of the fact, one says nothing or both agree.
    private static func isOne(_ one: Tie.Details, _ other: Tie.Details) -> Bool {
        func fits(_ a: PartialDate?, _ b: PartialDate?) -> Bool {
            guard let a, let b else { return true }
            return a.earliest <= b.latest && b.earliest <= a.latest
        }
        guard fits(one.since, other.since), fits(one.until, other.until) else { return false }
        return one.fact == nil || other.fact == nil || one.fact == other.fact
    }

    private static func mergeParticipation(
        _ union: inout NetworkUnion, _ answers: Network, _ places: NetworkUnion.Places
    ) {
        struct Key: Hashable {
            let actor: Int
            let event: Int
        }
        var rows: [Key: [Int]] = [:]
        for (row, part) in union.participation.enumerated() {
            rows[Key(actor: part.actor, event: part.event), default: []].append(row)
        }
        for told in answers.participation {
            var part = told
            (part.actor, part.event) = (places.actors[told.actor], places.events[told.event])
            let key = Key(actor: part.actor, event: part.event)
            let known = rows[key]?.first { row in
                let role = union.participation[row].role
                return role == nil || part.role == nil || role == part.role
            }
            guard let known else {
                rows[key, default: []].append(union.participation.count)
                union.participation.append(part)
                continue
            }
            union.participation[known] = RowMerging.merged(
                union.participation[known], part, .second, leavingOut: ["actor", "event", "confidence"])
            union.participation[known].confidence = part.confidence
        }
    }

    // MARK: What was looked at

    private static func description(
        _ base: Network, _ answers: Network, _ union: inout NetworkUnion, _ places: NetworkUnion.Places,
        _ findings: inout Findings
    ) -> DatasetDescription {
        var description = base.description
        description.contentHash = nil
        if description.territory == nil { description.territory = answers.description.territory }
        if description.population == nil { description.population = answers.description.population }
        var surveys = description.surveys ?? [:]
        let asked = SurveyedNow(surveys, answers)
        for (what, survey) in asked.merged.sorted(by: { $0.key < $1.key }) {
            if surveys[what]?.how == .census {
                findings.add(
                    .warning, "census-kept",
                    Bilingual(
                        en:
                            "\"\(Excerpt.of(what))\" counts as a census in the dataset: that respondents were asked changes nothing.",
                        fr:
                            "« \(Excerpt.of(what)) » vaut recensement dans le jeu de données : que des répondants aient été interrogés n'y change rien."
                    ),
                    remedy:
                        Bilingual(
                            en:
                                "Write in datapackage.json how it was looked at (\"documents\"), if it was no census, and read the answers again.",
                            fr:
                                "Écrivez dans datapackage.json comment il a été relevé (« documents »), si ce n'était pas un recensement, et lisez de nouveau les réponses."
                        ),
                    at: Place(file: "datapackage.json", column: "milieu.surveyed." + Excerpt.of(what)))
            } else {
                surveys[what] = survey
            }
        }
        description.surveys = surveys
        let own = asked.respecting(base.beside.respondents, base.description.surveys ?? [:])
        let new = asked.respecting(answers.beside.respondents, answers.description.surveys ?? [:]).map { row in
            var row = row
            row.actor = places.ids[row.actor] ?? row.actor
            return row
        }
        union.beside.respondents = own + new.filter { !own.contains($0) }
        return description
    }
}

/// How layers are looked at once answers are in, and what each respondent's row has to say so that it means what it meant.
struct SurveyedNow {
    let merged: [String: Survey]

    init(_ base: [String: Survey], _ answers: Network) {
        let form = answers.description.surveys ?? [:]
        let layers = answers.beside.respondents.map(\.layer?.rawValue)
        let asked =
            layers.contains(nil) ? Set(form.keys).union(layers.compactMap { $0 }) : Set(layers.compactMap { $0 })
        var merged: [String: Survey] = [:]
        for what in asked {
            let own = form[what].flatMap { $0.how == .roster || $0.how == .recall ? $0 : nil } ?? Survey(.roster)
            switch base[what]?.how {
            case nil, .documents: merged[what] = own
            case .census: merged[what] = .census
            case .roster, .recall:
                guard let known = base[what] else { continue }
                // Of two ways the weaker: what was not named may have been forgotten.
                let how: Survey.How = known.how == .recall || own.how == .recall ? .recall : .roster
                merged[what] = Survey(
                    how, scope: known.scope == own.scope ? own.scope : .all,
                    share: known.how == how ? known.share : own.share)
            }
        }
        self.merged = merged
    }

    /// Rows whose layer is now looked at with another scope than they were asked with say theirs.
    func respecting(_ rows: [Respondent], _ surveys: [String: Survey]) -> [Respondent] {
        let wider = Set(merged.filter { what, survey in surveys[what].map { $0.scope != survey.scope } ?? false }.keys)
        return rows.flatMap { row -> [Respondent] in
            guard row.scope == nil, !wider.isEmpty else { return [row] }
            guard let layer = row.layer else {
                return Set(surveys.keys).sorted().map { what in
                    var own = row
                    own.layer = Layer(rawValue: what)
                    own.scope = wider.contains(what) ? surveys[what]?.scope : nil
                    return own
                }
            }
            var own = row
            if wider.contains(layer.rawValue) { own.scope = surveys[layer.rawValue]?.scope }
            return [own]
        }
    }
}
