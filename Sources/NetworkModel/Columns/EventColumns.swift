import Vocabulary

extension Event: DatasetRow {
    /// Without an id, which a reader fills in.
    public static let blank = Event(id: "")

    /// `events.csv`.
    public static let table = DatasetTable<Event>(
        "events", title: Bilingual(en: "Events and pooled resources", fr: "Événements et ressources mutualisées"),
        key: "id", noun: "event", also: ["event", "événements", "événement", "ressources mutualisées"],
        columns: [
            .text(\.id, .key), .text(\.name, .name),
            .reference(
                \.kind,
                .kind(
                    of: "event-kinds", also: ["type", "type d'événement", "catégorie", "category", "nature"],
                    en: "Kind of event, in the dataset's vocabulary",
                    fr: "Type d'événement, dans le vocabulaire du jeu de données")),
            .date(
                \.date,
                ColumnSchema(
                    "date", .date, nodeName: "since",
                    also: ["début", "date de début", "depuis", "start", "start date"],
                    en: "Date or start: 2007, 2007-04 or 2007-04-15",
                    fr: "Date ou début : 2007, 2007-04 ou 2007-04-15")),
            .date(\.until, .until), .word(\.status, .status),
            .count(
                \.participants,
                ColumnSchema(
                    "participants", .count(atLeast: 0), also: ["nombre de participants", "participation"],
                    en: "Number of participants, where it is told",
                    fr: "Nombre de participants, s'il est dit")),
            .text(\.place, .place), .evidence(\.evidence, .evidence(.required)), .text(\.note, .note),
            .flag(
                \.isComplete,
                ColumnSchema(
                    "complete", .yesNo, .special, also: ["complet", "liste complète"],
                    en: "Whether the list of its participants is whole; empty: not known",
                    fr: "Si la liste de ses participants est complète ; vide : inconnu")),
        ])
}

extension Participation: DatasetRow {
    /// Without its ends, which a reader fills in.
    public static let blank = Participation(actor: -1, event: -1)

    /// `participation.csv`.
    public static let table = DatasetTable<Participation>(
        "participation", title: Bilingual(en: "Participation", fr: "Participations"), noun: "participation",
        also: ["participations", "participants", "affiliations", "affiliation"],
        columns: [
            .position(
                \.actor,
                .actor(
                    "actor", .required,
                    also: ["acteur", "participant", "membre", "member", "organisation", "organization", "structure"],
                    en: "Identifier of the actor", fr: "Identifiant de l'acteur")),
            .position(
                \.event,
                ColumnSchema(
                    "event", .reference(table: "events", column: "id"), .required,
                    also: ["événement", "rencontre", "réunion", "ressource", "meeting"], en: "Identifier of the event",
                    fr: "Identifiant de l'événement")),
            .text(
                \.role,
                ColumnSchema("role", also: ["rôle", "fonction"], en: "Role in the event", fr: "Rôle dans l'événement")),
            .number(
                \.count,
                ColumnSchema(
                    "count", ColumnSchema.orMore, also: ["nombre", "nombre de fois", "fois", "times"],
                    en: "How often, or how many of a collective actor; empty: 1",
                    fr: "Combien de fois, ou combien d'un acteur collectif ; vide : 1")),
            .evidence(\.evidence, .evidence(.required)),
            .number(
                \.confidence,
                ColumnSchema(
                    "confidence", .number(0...1), .special,
                    also: ["confiance", "certitude", "certainty"],
                    en: "How sure it is that the actor took part, 0 to 1; empty counts as 1",
                    fr: "Degré de certitude que l'acteur a pris part, de 0 à 1 ; vide compte pour 1")),
        ])
}
