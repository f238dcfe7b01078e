import Vocabulary

/// Columns that several tables have.
extension ColumnSchema {
    static let key = ColumnSchema(
        "id", .text, .required, en: "Identifier, unique in the table", fr: "Identifiant, unique dans la table")
    static let name = ColumnSchema(
        "name", .text, .required, en: "Name as the sources write it, shown to readers",
        fr: "Nom tel que les sources l'écrivent, montré aux lecteurs")
    static let kindKey = ColumnSchema(
        "kind", .text, .required, en: "Identifier of the kind", fr: "Identifiant du type")
    static let nameFr = ColumnSchema("name_fr", .text, .required, en: "Name in French", fr: "Nom en français")
    static let nameEn = ColumnSchema("name_en", .text, .required, en: "Name in English", fr: "Nom en anglais")
    static let layer = ColumnSchema(
        "layer", .layer(also: []), .required,
        en: "Layer of the kind: knowledge, cooperation … or one of your own",
        fr: "Couche du type : knowledge, cooperation … ou une couche à vous")
    static let place = ColumnSchema(
        "place", en: "Place as the sources name it, and the perimeters",
        fr: "Lieu tel que les sources le nomment, et les périmètres")
    static let since = ColumnSchema(
        "since", .date, en: "Start, as far as known: 2007, 2007-04 or 2007-04-15",
        fr: "Début, pour autant qu'il soit connu : 2007, 2007-04 ou 2007-04-15")
    static let until = ColumnSchema(
        "until", .date, en: "End, as far as known: 2007, 2007-04 or 2007-04-15",
        fr: "Fin, pour autant qu'elle soit connue : 2007, 2007-04 ou 2007-04-15")
    static let status = ColumnSchema(
        "status",
        .oneOf(
            TieStatus.allCases.filter { $0 != .unknown }.map { Word($0.rawValue, $0.name) }, code: "unknown-status"),
        en: "What is known of its present existence; empty: unknown",
        fr: "Ce qu'on sait de son existence actuelle ; vide : inconnu")
    static let note = ColumnSchema("note", isRemark: true, en: "Anything else", fr: "Toute remarque")

    static func kind(of table: String, en: String, fr: String) -> ColumnSchema {
        ColumnSchema("kind", .reference(table: table, column: "kind"), .required, en: en, fr: fr)
    }

    static func actor(_ id: String, _ need: Need, en: String, fr: String) -> ColumnSchema {
        ColumnSchema(id, .reference(table: "actors", column: "id"), need, en: en, fr: fr)
    }

    static func evidence(_ need: Need) -> ColumnSchema {
        ColumnSchema(
            "evidence", .evidence, need, en: "Sources, and where in them: id:place; id:place",
            fr: "Sources, et endroit dans ces sources : id:endroit; id:endroit")
    }

    /// Of a number that is not below 0.
    static let orMore = Content.number(0...Double.greatestFiniteMagnitude)
}
