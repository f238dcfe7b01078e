import Vocabulary

/// That an actor was asked about its ties, and how.
public struct Respondent: Sendable, Hashable {
    /// Which ties it was asked for: those that it sends, receives, or both.
    public enum Direction: String, Sendable, CaseIterable, Codable {
        /// Ties that it sends, ties that it receives, or both.
        case out, `in`, both

        /// What codebooks and guides call it.
        public var name: Bilingual {
            switch self {
            case .out: Bilingual(en: "out", fr: "sortants")
            case .in: Bilingual(en: "in", fr: "entrants")
            case .both: Bilingual(en: "both", fr: "les deux")
            }
        }
    }

    /// What a dataset can look for beside layers.
    static let furtherSubjects = ["events", "pooled_resources"]

    /// The id of the actor.
    public var actor: String
    /// The layer that it was asked about, `events` or `pooled_resources`; nil: all that were asked about.
    public var layer: Layer?
    /// Nil: as the layer was looked at.
    public var method: Survey.How?
    /// Nil: as the layer was looked at.
    public var scope: Survey.Scope?
    /// Nil: both.
    public var direction: Direction?
    /// When it was asked, as far as known.
    public var date: PartialDate?
    /// What tells of it; empty where nothing is cited.
    public var evidence: [Evidence]

    /// A respondent; without a layer it was asked about all that were asked about.
    public init(actor: String, layer: Layer? = nil, method: Survey.How? = nil) {
        self.actor = actor
        self.layer = layer
        self.method = method
        evidence = []
    }
}

extension Respondent: SideRow {
    /// `respondents` of the side tables.
    public static let rows: WritableKeyPath<SideTables, [Respondent]> & Sendable = \.respondents
    /// Without an actor, whom a reader fills in.
    public static let blank = Respondent(actor: "")

    /// `respondents.csv`.
    public static let table = DatasetTable<Respondent>(
        "respondents", title: Bilingual(en: "Respondents", fr: "Répondants"), noun: "respondent",
        also: ["respondent", "enquêtés", "interrogés", "personnes interrogées"],
        columns: [
            .reference(
                \.actor,
                .actor(
                    "actor", .required, also: ["acteur", "enquêté", "répondant", "respondent"],
                    en: "Identifier of the actor that was asked",
                    fr: "Identifiant de l'acteur interrogé")),
            .word(
                \.layer,
                ColumnSchema(
                    "layer", .layer(also: furtherSubjects),
                    also: ["couche", "domaine"],
                    en: "The layer that it was asked about, events or pooled_resources; empty: all",
                    fr: "La couche sur laquelle il a été interrogé, events ou pooled_resources ; vide : toutes")),
            .word(
                \.method,
                ColumnSchema(
                    "how",
                    .oneOf(
                        Survey.How.allCases.map { .init($0.rawValue, $0.name, also: $0.alsoSaid) },
                        code: "unknown-method"),
                    also: ["comment", "méthode", "mode", "method"],
                    en: "How it was asked; empty: as the layer was looked at",
                    fr: "Comment il a été interrogé ; vide : comme la couche a été relevée")),
            .word(
                \.scope,
                ColumnSchema(
                    "scope",
                    .oneOf(
                        Survey.Scope.allCases.map { .init($0.rawValue, $0.name, also: $0.alsoSaid) },
                        code: "unknown-scope"),
                    also: ["portée", "côté"],
                    en: "On which side of the perimeter partners were asked for; empty: as the layer was looked at",
                    fr:
                        "De quel côté du périmètre des partenaires ont été demandés ; vide : comme la couche a été relevée"
                )),
            .word(
                \.direction,
                ColumnSchema(
                    "direction",
                    .oneOf(Direction.allCases.map { .init($0.rawValue, $0.name) }, code: "unknown-direction"),
                    also: ["sens"], en: "Which ties it was asked for, those that it sends or receives; empty: both",
                    fr: "Quels liens ont été demandés, ceux qu'il envoie ou reçoit ; vide : les deux")),
            .date(
                \.date,
                ColumnSchema(
                    "date", .date, also: ["date d'entretien", "date de l'entretien"],
                    en: "When it was asked: 2007, 2007-04 or 2007-04-15",
                    fr: "Quand il a été interrogé : 2007, 2007-04 ou 2007-04-15")),
            .evidence(\.evidence, .evidence(.required)),
        ])
}
