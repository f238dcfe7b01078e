import Vocabulary

/// Columns of the tables that declare the dataset's own vocabulary.
extension DatasetColumn {
    /// The two names of a kind.
    static func names(_ path: Path<Bilingual>) -> [DatasetColumn] {
        [
            DatasetColumn(.nameFr, get: { filled($0[keyPath: path].fr) }) {
                if case .text(let fr) = $1 { $0[keyPath: path] = Bilingual(en: $0[keyPath: path].en, fr: fr) }
            },
            DatasetColumn(.nameEn, get: { filled($0[keyPath: path].en) }) {
                if case .text(let en) = $1 { $0[keyPath: path] = Bilingual(en: en, fr: $0[keyPath: path].fr) }
            },
        ]
    }

    private static func filled(_ text: String) -> CellValue? { text.isEmpty ? nil : .text(text) }
}

extension ActorKind: DatasetRow {
    /// Without an id, which a reader fills in.
    public static let blank = ActorKind(id: "", sphere: .economy)

    /// `actor-kinds.csv`.
    public static let table = DatasetTable<ActorKind>(
        "actor-kinds", title: Bilingual(en: "Kinds of actor", fr: "Types d'acteur"), key: "kind", noun: "kind",
        unknownCode: "undeclared-kind", also: ["types d'acteur", "types d'acteurs", "kinds of actors"],
        columns: [.text(\.id, .kindKey)] + DatasetColumn.names(\.name) + [
            .word(
                \.sphere,
                ColumnSchema(
                    "sphere",
                    .oneOf(
                        Sphere.allCases.map { .init($0.rawValue, $0.name, also: $0.alsoSaid) }, code: "unknown-sphere"),
                    .required, also: ["sphère"], en: "Sphere of social life of the actor's kind",
                    fr: "Sphère de la vie sociale du type d'acteur"))
        ])
}

extension TieKind: DatasetRow {
    /// Without an id, which a reader fills in.
    public static let blank = TieKind(id: "", isDirected: false)

    /// `tie-kinds.csv`.
    public static let table = DatasetTable<TieKind>(
        "tie-kinds", title: Bilingual(en: "Kinds of tie", fr: "Types de lien"), key: "kind", noun: "kind",
        unknownCode: "undeclared-kind", also: ["types de lien", "types de liens", "kinds of ties"],
        columns: [.text(\.id, .kindKey)] + DatasetColumn.names(\.name) + [
            DatasetColumn(
                ColumnSchema(
                    "directed", .yesNo, .required, also: ["orienté", "dirigé", "orientation"],
                    en: "Whether ties of this kind go from source to target",
                    fr: "Si les liens de ce type vont de la source à la cible"),
                get: { .flag($0.isDirected) }, set: { if case .flag(let flag) = $1 { $0.isDirected = flag } }),
            .word(\.layer, .layer),
            .word(
                \.weightMeans,
                ColumnSchema(
                    "weight_means",
                    .oneOf(WeightMeaning.allCases.map { .init($0.rawValue) }, code: "unknown-weight-meaning"),
                    also: ["sens du poids", "le poids signifie"],
                    en: "What a weight means; empty: nothing is said, so that it may be read as any of these",
                    fr: "Ce que signifie un poids ; vide : rien n'est dit, et toutes les lectures sont permises")),
        ])
}

extension EventKind: DatasetRow {
    /// Without an id, which a reader fills in.
    public static let blank = EventKind(id: "")

    /// `event-kinds.csv`.
    public static let table = DatasetTable<EventKind>(
        "event-kinds", title: Bilingual(en: "Kinds of event", fr: "Types d'événement"), key: "kind", noun: "kind",
        unknownCode: "undeclared-kind", also: ["types d'événement", "types d'événements", "kinds of events"],
        columns: [.text(\.id, .kindKey)] + DatasetColumn.names(\.name) + [
            .word(\.layer, .layer),
            DatasetColumn(
                ColumnSchema(
                    "pooled", .yesNo, fallback: .flag(false),
                    also: ["mutualisé", "mutualisée", "ressource mutualisée"],
                    en: "Whether it is a pooled resource, such as a shop or premises; empty: no",
                    fr: "Si c'est une ressource mutualisée, comme une boutique ou des locaux ; vide : non"),
                get: { .flag($0.isPooled) }, set: { if case .flag(let flag) = $1 { $0.isPooled = flag } }),
        ])
}

extension Source: DatasetRow {
    /// Without an id and a reference, which a reader fills in.
    public static let blank = Source(id: "", citation: "")

    /// `sources.csv`.
    public static let table = DatasetTable<Source>(
        "sources", title: Bilingual(en: "Sources", fr: "Sources"), key: "id", noun: "source",
        unknownCode: "unknown-source", also: ["source", "references", "bibliographie"],
        columns: [
            .text(\.id, .key),
            .text(
                \.citation,
                ColumnSchema(
                    "citation", .text, .required,
                    also: ["référence", "référence complète", "citation complète", "reference"], en: "Full reference",
                    fr: "Référence complète")),
            .text(
                \.url,
                ColumnSchema(
                    "url", also: ["adresse", "lien", "link"], en: "Where it is to be had",
                    fr: "Adresse où elle se trouve")),
            .date(
                \.date,
                ColumnSchema(
                    "date", .date, also: ["année", "year", "date de publication"], en: "Date of publication",
                    fr: "Date de publication")),
        ])
}
