import Vocabulary

/// Columns that several tables have.
extension ColumnSchema {
    static let key = ColumnSchema(
        "id", .text, .required, also: ["identifiant", "identifier", "no", "num", "numéro", "code", "clé"],
        en: "Identifier, unique in the table", fr: "Identifiant, unique dans la table")
    static let name = ColumnSchema(
        "name", .text, .required,
        also: ["nom", "label", "libellé", "intitulé", "dénomination", "raison sociale", "désignation"],
        en: "Name as the sources write it, shown to readers",
        fr: "Nom tel que les sources l'écrivent, montré aux lecteurs")
    static let kindKey = ColumnSchema(
        "kind", .text, .required, also: ["type", "catégorie", "nature"], en: "Identifier of the kind",
        fr: "Identifiant du type")
    static let nameFr = ColumnSchema(
        "name_fr", .text, .required,
        also: ["nom fr", "nom français", "nom en français", "libellé fr", "nom", "libellé"], en: "Name in French",
        fr: "Nom en français")
    static let nameEn = ColumnSchema(
        "name_en", .text, .required, also: ["nom en", "nom anglais", "nom en anglais", "libellé en"],
        en: "Name in English", fr: "Nom en anglais")
    static let layer = ColumnSchema(
        "layer", .layer(also: []), .required,
        also: ["couche", "domaine"], en: "Layer of the kind: knowledge, cooperation … or one of your own",
        fr: "Couche du type : knowledge, cooperation … ou une couche à vous")
    static let place = ColumnSchema(
        "place",
        also: [
            "lieu", "commune", "ville", "localité", "localisation", "implantation", "town", "city", "municipality",
            "location",
        ], en: "Place as the sources name it, and the perimeters",
        fr: "Lieu tel que les sources le nomment, et les périmètres")
    static let since = ColumnSchema(
        "since", .date,
        also: [
            "depuis", "début", "date de début", "année de début", "création", "date de création", "start", "start date",
            "begin", "started", "founded",
        ], en: "Start, as far as known: 2007, 2007-04 or 2007-04-15",
        fr: "Début, pour autant qu'il soit connu : 2007, 2007-04 ou 2007-04-15")
    static let until = ColumnSchema(
        "until", .date, also: ["jusqu'à", "jusque", "fin", "date de fin", "année de fin", "end", "end date", "ended"],
        en: "End, as far as known: 2007, 2007-04 or 2007-04-15",
        fr: "Fin, pour autant qu'elle soit connue : 2007, 2007-04 ou 2007-04-15")
    static let status = ColumnSchema(
        "status",
        .oneOf(
            TieStatus.allCases.filter { $0 != .unknown }.map { Word($0.rawValue, $0.name, also: $0.alsoSaid) },
            code: "unknown-status"),
        also: ["statut", "état", "state"], en: "What is known of its present existence; empty: unknown",
        fr: "Ce qu'on sait de son existence actuelle ; vide : inconnu")
    static let note = ColumnSchema(
        "note", isRemark: true,
        also: [
            "notes", "remarque", "remarques", "commentaire", "commentaires", "observation", "observations", "comment",
            "comments", "remark", "remarks",
        ], en: "Anything else", fr: "Toute remarque")

    static func kind(of table: String, also: [String], en: String, fr: String) -> ColumnSchema {
        ColumnSchema("kind", .reference(table: table, column: "kind"), .required, also: also, en: en, fr: fr)
    }

    static func actor(_ id: String, _ need: Need, also: [String], en: String, fr: String) -> ColumnSchema {
        ColumnSchema(id, .reference(table: "actors", column: "id"), need, also: also, en: en, fr: fr)
    }

    static func evidence(_ need: Need) -> ColumnSchema {
        ColumnSchema(
            "evidence", .evidence, need,
            also: [
                "sources", "preuve", "preuves", "référence", "références", "reference", "references", "justificatif",
                "justificatifs",
            ], en: "Sources, and where in them: id:place; id:place",
            fr: "Sources, et endroit dans ces sources : id:endroit; id:endroit")
    }

    /// Of a number that is not below 0.
    static let orMore = Content.number(0...Double.greatestFiniteMagnitude)
}
