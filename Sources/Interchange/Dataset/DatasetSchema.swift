import NetworkModel
import Vocabulary

/// The tables of a dataset, in the order in which they are read and hashed.
public enum DatasetSchema {
    /// The file that describes the dataset as a whole.
    public static let package = "datapackage.json"

    public static let tables = [
        sources, actorKinds, tieKinds, eventKinds, actors, events, ties, participation,
    ]

    static let sources = TableSchema(
        id: "sources", title: Bilingual(en: "Sources", fr: "Sources"),
        columns: [
            ColumnSchema("id", required: true, en: "Id, unique in this table", fr: "Identifiant, unique dans cette table"),
            ColumnSchema("citation", required: true, en: "Full reference", fr: "Référence complète"),
            ColumnSchema("url", en: "Where it is to be had", fr: "Adresse où elle se trouve"),
            ColumnSchema("date", .date, en: "Date of publication", fr: "Date de publication"),
        ], key: "id")

    static let actorKinds = TableSchema(
        id: "actor-kinds", title: Bilingual(en: "Kinds of actor", fr: "Types d’acteur"),
        columns: [kind, nameFr, nameEn,
            ColumnSchema(
                "sphere", .oneOf(Sphere.allCases.map(\.rawValue)), required: true,
                en: "Sphere of social life", fr: "Sphère de la vie sociale"),
        ], key: "kind")

    static let tieKinds = TableSchema(
        id: "tie-kinds", title: Bilingual(en: "Kinds of tie", fr: "Types de lien"),
        columns: [kind, nameFr, nameEn,
            ColumnSchema(
                "directed", .yesNo, required: true,
                en: "Whether the tie goes from source to target", fr: "Si le lien va de la source à la cible"),
            layer,
            ColumnSchema(
                "weight_means", .oneOf(WeightMeaning.allCases.map(\.rawValue)),
                en: "What a weight means; empty: strength", fr: "Ce que signifie un poids ; vide : force"),
        ], key: "kind")

    static let eventKinds = TableSchema(
        id: "event-kinds", title: Bilingual(en: "Kinds of event", fr: "Types d’événement"),
        columns: [kind, nameFr, nameEn, layer,
            ColumnSchema(
                "pooled", .yesNo, en: "Whether it is a pooled resource (a shop, premises)",
                fr: "Si c’est une ressource mutualisée (boutique, locaux)"),
        ], key: "kind")

    static let actors = TableSchema(
        id: "actors", title: Bilingual(en: "Actors", fr: "Acteurs"),
        columns: [
            ColumnSchema("id", required: true, en: "Id, unique in this table", fr: "Identifiant, unique dans cette table"),
            ColumnSchema("name", required: true, en: "Name shown to readers", fr: "Nom montré aux lecteurs"),
            ColumnSchema(
                "kind", .reference(table: "actor-kinds", column: "kind"), required: true,
                en: "Kind of actor", fr: "Type d’acteur"),
            ColumnSchema(
                "sector", en: "Path in a nomenclature, broadest first: C.15.20",
                fr: "Chemin dans une nomenclature, du plus large au plus fin : C.15.20"),
            place,
            ColumnSchema(
                "inside", .yesNo, en: "Whether it belongs to the territory; empty: follows from the place",
                fr: "S’il appartient au territoire ; vide : selon le lieu"),
            since, until,
            ColumnSchema("size", .number(0...Double.greatestFiniteMagnitude), en: "Staff", fr: "Effectif"),
            ColumnSchema(
                "members", .count(atLeast: 1), en: "How many individuals or firms a collective actor stands for",
                fr: "Combien de personnes ou d’entreprises un acteur collectif représente"),
            ColumnSchema(
                "qualified_share", .number(0...1), en: "Share of staff with a qualification, 0 to 1",
                fr: "Part du personnel qualifié, de 0 à 1"),
            ColumnSchema(
                "parent", .reference(table: "actors", column: "id"), en: "Id of the actor that it is a part of",
                fr: "Identifiant de l’acteur dont il fait partie"),
            evidence(required: false), note,
        ], key: "id")

    static let events = TableSchema(
        id: "events", title: Bilingual(en: "Events and pooled resources", fr: "Événements et ressources mutualisées"),
        columns: [
            ColumnSchema("id", required: true, en: "Id, unique in this table", fr: "Identifiant, unique dans cette table"),
            ColumnSchema("name", required: true, en: "Name shown to readers", fr: "Nom montré aux lecteurs"),
            ColumnSchema(
                "kind", .reference(table: "event-kinds", column: "kind"), required: true,
                en: "Kind of event", fr: "Type d’événement"),
            ColumnSchema("date", .date, en: "First day: 2007, 2007-04 or 2007-04-15", fr: "Premier jour : 2007, 2007-04 ou 2007-04-15"),
            until, status,
            ColumnSchema(
                "participants", .count(atLeast: 0), en: "Number of participants, where it is told",
                fr: "Nombre de participants, s’il est connu"),
            place, evidence(required: true), note,
        ], key: "id")

    static let ties = TableSchema(
        id: "ties", title: Bilingual(en: "Ties", fr: "Liens"),
        columns: [
            ColumnSchema(
                "source", .reference(table: "actors", column: "id"), required: true,
                en: "Id of the actor from which the tie goes", fr: "Identifiant de l’acteur d’où part le lien"),
            ColumnSchema(
                "target", .reference(table: "actors", column: "id"), required: true,
                en: "Id of the actor to which the tie goes", fr: "Identifiant de l’acteur où va le lien"),
            ColumnSchema(
                "kind", .reference(table: "tie-kinds", column: "kind"), required: true,
                en: "Kind of tie", fr: "Type de lien"),
            ColumnSchema("weight", .number(nil), en: "Weight; empty: 1", fr: "Poids ; vide : 1"),
            ColumnSchema("amount", .number(nil), en: "Money, in euros", fr: "Montant, en euros"),
            since, until, status,
            ColumnSchema(
                "confidence", .number(0...1), en: "How sure it is that the tie exists, 0 to 1",
                fr: "Degré de certitude que le lien existe, de 0 à 1"),
            ColumnSchema(
                "fact", en: "Rows that tell the same fact share this id", fr: "Les lignes d’un même fait partagent cet identifiant"),
            evidence(required: true), note,
        ], key: nil)

    static let participation = TableSchema(
        id: "participation", title: Bilingual(en: "Participation", fr: "Participations"),
        columns: [
            ColumnSchema(
                "actor", .reference(table: "actors", column: "id"), required: true,
                en: "Id of the actor", fr: "Identifiant de l’acteur"),
            ColumnSchema(
                "event", .reference(table: "events", column: "id"), required: true,
                en: "Id of the event", fr: "Identifiant de l’événement"),
            ColumnSchema("role", en: "Role in the event", fr: "Rôle dans l’événement"),
            ColumnSchema(
                "count", .number(0...Double.greatestFiniteMagnitude),
                en: "How often, or how many of a collective actor; empty: 1",
                fr: "Combien de fois, ou combien d’un acteur collectif ; vide : 1"),
            evidence(required: true),
        ], key: nil)

    // MARK: Columns that several tables have

    private static let kind = ColumnSchema(
        "kind", required: true, en: "Id of the kind", fr: "Identifiant du type")
    private static let nameFr = ColumnSchema("name_fr", required: true, en: "Name in French", fr: "Nom en français")
    private static let nameEn = ColumnSchema("name_en", required: true, en: "Name in English", fr: "Nom en anglais")
    private static let layer = ColumnSchema(
        "layer", required: true, en: "Layer of relations: knowledge, cooperation … or one of your own",
        fr: "Domaine de relations : knowledge, cooperation … ou un domaine à vous")
    private static let place = ColumnSchema("place", en: "Place, as the perimeters name it", fr: "Lieu, tel que nommé par les périmètres")
    private static let since = ColumnSchema(
        "since", .date, en: "From when: 2007, 2007-04 or 2007-04-15", fr: "Depuis quand : 2007, 2007-04 ou 2007-04-15")
    private static let until = ColumnSchema(
        "until", .date, en: "Until when: 2007, 2007-04 or 2007-04-15", fr: "Jusqu’à quand : 2007, 2007-04 ou 2007-04-15")
    private static let status = ColumnSchema(
        "status", .oneOf(TieStatus.allCases.map(\.rawValue).filter { !$0.isEmpty }),
        en: "What is known of its present existence; empty: unknown",
        fr: "Ce qu’on sait de son existence actuelle ; vide : inconnu")
    private static let note = ColumnSchema("note", en: "Anything else", fr: "Toute remarque")

    private static func evidence(required: Bool) -> ColumnSchema {
        ColumnSchema(
            "evidence", .evidence, required: required, en: "Sources and where in them: id:place; id:place",
            fr: "Sources et endroit : id:endroit; id:endroit")
    }
}

extension EventKind {
    /// Kinds of event that a dataset can use without declaring them.
    public static let standard = [
        EventKind(id: "training", name: Bilingual(en: "training", fr: "formation"), layer: .knowledge),
        EventKind(
            id: "creativity_session", name: Bilingual(en: "creativity session", fr: "séance de créativité"),
            layer: .knowledge),
        EventKind(
            id: "experience_exchange", name: Bilingual(en: "exchange of experience", fr: "échange d’expériences"),
            layer: .knowledge),
        EventKind(id: "shared_shop", name: Bilingual(en: "shared shop", fr: "boutique partagée"), isPooled: true),
        EventKind(id: "shared_premises", name: Bilingual(en: "shared premises", fr: "locaux partagés"), isPooled: true),
        EventKind(
            id: "group_purchasing", name: Bilingual(en: "group purchasing", fr: "achats groupés"), isPooled: true),
        EventKind(
            id: "shared_services", name: Bilingual(en: "shared services", fr: "services mutualisés"), isPooled: true),
    ]
}
