import Interchange
import NetworkModel
import Vocabulary

/// What to ask the actors of a territory so that the score has what it reads: of each layer a list of all actors and lines
/// for those who are not on it, inside and outside, then events, pooled resources, and the organisation itself.
public struct Questionnaire: Sendable {
    /// One layer, and the kinds of tie by which answers are told.
    public struct LayerQuestions: Sendable {
        /// What the ties are about.
        public let layer: Layer
        /// At least one.
        public let kinds: [TieKind]
    }

    /// What is known so far but for the ties and parts in events, which are what is asked: the form's own dataset.
    public let form: Network
    /// In the order in which layers are listed everywhere.
    public let layers: [LayerQuestions]
    /// The actors inside that are there at the reference date, by name.
    public let roster: [Actor]
    /// Those outside.
    public let outsiders: [Actor]
    /// Events that are no pooled resources, but for planned ones.
    public let gatherings: [Event]
    /// Pooled resources, but for planned ones.
    public let pooled: [Event]
    /// Who is to be asked; empty: a form for whoever it is.
    public let respondents: [Actor]
    /// How partners are named: on the list, or from memory; always from memory where no actor inside is known.
    public let method: Survey.How

    /// From so many names on a list is long for one sitting (Marsden 2011, in *The SAGE Handbook of Social Network
    /// Analysis*, ch. 25).
    public static let longRoster = 150

    /// A questionnaire on what a dataset does not know yet.
    ///
    /// - Parameters:
    ///   - base: the dataset so far; `DatasetTemplate.network(named:)` for a territory of which nothing is known.
    ///   - wanted: the layers to ask about; nil: those that the score reads and those of the dataset's own kinds, but for
    ///     `location`.
    ///   - asked: ids of the actors to be asked.
    /// - Throws: `MilieuError` of cause `usage` for an actor or a layer that there is not, or a way of looking that asks
    ///   nobody.
    public init(
        _ base: Network, layers wanted: [Layer]? = nil, asking asked: [String] = [], by method: Survey.How = .roster
    ) throws(MilieuError) {
        guard method == .roster || method == .recall else {
            throw MilieuError(
                .usage,
                Bilingual(
                    en: "A questionnaire cannot be asked by \(method.rawValue).",
                    fr: "Un questionnaire ne peut pas être posé par \(method.rawValue)."),
                remedy: Bilingual(en: "Write roster or recall.", fr: "Écrivez roster ou recall."))
        }
        let kinds =
            base.tieKinds
            + Self.standardKinds.filter { standard in
                !base.tieKinds.contains { $0.layer == standard.layer || $0.id == standard.id }
            }
        let known = Set(kinds.map(\.layer)).subtracting([.location])
        if let other = wanted?.first(where: { !known.contains($0) }) {
            throw MilieuError(
                .usage,
                Bilingual(
                    en: "There is no kind of tie in the layer \"\(Excerpt.of(other.rawValue))\".",
                    fr: "Il n'y a pas de type de lien dans la couche « \(Excerpt.of(other.rawValue)) »."),
                remedy: NearestMatch.hint(other.rawValue, in: known.map(\.rawValue))
                    + Bilingual(
                        en: "Known are: \(known.sorted().map(\.rawValue).joined(separator: ", ")).",
                        fr: "Sont connus : \(known.sorted().map(\.rawValue).joined(separator: ", "))."))
        }
        layers = known.filter { wanted?.contains($0) ?? true }.sorted().map { layer in
            LayerQuestions(layer: layer, kinds: kinds.filter { $0.layer == layer })
        }
        let inside = base.insideness()
        let date = base.description.territory?.referenceDate
        let present = base.actors.indices.filter { Self.isThere(base.actors[$0], at: date) }
        func named(_ rows: [Int]) -> [Actor] {
            rows.map { base.actors[$0] }.sorted {
                (CoderMatching.folded($0.name), $0.id) < (CoderMatching.folded($1.name), $1.id)
            }
        }
        roster = named(present.filter { inside[$0] != false })
        // Without a list, whoever is named is named from memory, and what is declared must say so.
        self.method = roster.isEmpty ? .recall : method
        outsiders = named(present.filter { inside[$0] == false })
        let pooledKinds = Set(base.eventKinds.filter(\.isPooled).map(\.id))
        let events = base.events.filter { $0.status != .planned && $0.status != .potential }
        gatherings = events.filter { !pooledKinds.contains($0.kind) }
        pooled = events.filter { pooledKinds.contains($0.kind) }
        respondents = try asked.map { id throws(MilieuError) in
            guard let row = base.actors.position(of: id) else {
                throw MilieuError(
                    .usage,
                    Bilingual(
                        en: "There is no actor \"\(Excerpt.of(id))\" to ask.",
                        fr: "Il n'y a pas d'acteur « \(Excerpt.of(id)) » à interroger."),
                    remedy: NearestMatch.hint(id, in: base.actors.allIDs)
                        + Bilingual(en: "Ids stand in actors.csv.", fr: "Les identifiants se trouvent dans actors.csv."),
                    at: Place(file: Actor.table.schema.file, id: Excerpt.of(id)))
            }
            return base.actors[row]
        }
        form = try Self.form(base, kinds, layers, respondents, self.method)
    }

    private static func isThere(_ actor: Actor, at date: PartialDate?) -> Bool {
        guard let date else { return true }
        return (actor.since?.earliest ?? .min) <= date.latest && (actor.until?.latest ?? .max) >= date.earliest
    }

    /// Kinds for the layers that the score reads and a dataset has no kind of yet.
    static let standardKinds = [
        TieKind(id: "advice", name: Bilingual(en: "advice", fr: "conseil"), isDirected: true, layer: .knowledge),
        TieKind(id: "cooperation", name: Bilingual(en: "cooperation", fr: "coopération"), isDirected: false),
        TieKind(id: "funding", name: Bilingual(en: "funding", fr: "financement"), isDirected: true, layer: .finance),
        TieKind(id: "seat", name: Bilingual(en: "seat", fr: "siège"), isDirected: true, layer: .governance),
        TieKind(id: "supply", name: Bilingual(en: "supply", fr: "approvisionnement"), isDirected: true, layer: .supply),
    ]

    /// The tables to fill: what is known of actors and events, and a row in respondents.csv for who is to be asked. It
    /// has no date until the interview: then only does it count.
    private static func form(
        _ base: Network, _ kinds: [TieKind], _ layers: [LayerQuestions], _ asked: [Actor], _ method: Survey.How
    ) throws(MilieuError) -> Network {
        var description = base.description
        description.contentHash = nil
        let looked = layers.map(\.layer.rawValue) + Respondent.furtherSubjects
        description.surveys = Dictionary(uniqueKeysWithValues: looked.map { ($0, Survey(method)) })
        var beside = base.beside
        var sources = base.sources
        beside.respondents = asked.map { actor in
            var source = interview(actor)
            while sources.contains(where: { $0.id == source.id }) { source.id += "_2" }
            sources.append(source)
            var respondent = Respondent(actor: actor.id)
            respondent.evidence = [Evidence(source: source.id)]
            return respondent
        }
        let eventKinds =
            base.eventKinds
            + EventKind.standard.filter { standard in
                !base.eventKinds.contains { $0.id == standard.id }
            }
        return try base.replacing(
            description: description, ties: Ties([]), participation: [], tieKinds: kinds, eventKinds: eventKinds,
            sources: sources, beside: beside)
    }

    /// A source's id has neither colon nor semicolon, which set pieces of evidence apart.
    private static func interview(_ actor: Actor) -> Source {
        let id = actor.id.map { ":; ".contains($0) ? "_" : String($0) }.joined()
        return Source(id: "interview_" + id, citation: "Interview: \(actor.name)")
    }

    /// The tables to fill, by file name: a dataset of their own.
    public var tables: [(name: String, text: String)] {
        DatasetForm.files(
            form, special: ["ties": ["reported_by", "college"], "events": ["complete"], "actors": ["collective"]])
    }
}
