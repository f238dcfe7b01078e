import Vocabulary

extension Tie: DatasetRow {
    /// Without its ends, which a reader fills in.
    public static let blank = Tie(source: -1, target: -1)

    /// `ties.csv`.
    public static let table = DatasetTable<Tie>(
        "ties", title: Bilingual(en: "Ties", fr: "Liens"), noun: "tie",
        also: ["tie", "lien", "edges", "edge", "edge list", "links", "link", "relations", "arcs", "arêtes"],
        columns: [
            .position(
                \.source,
                .actor(
                    "source", .required, also: ["from", "de", "origine", "source id"],
                    en: "Identifier of the actor from which the tie goes",
                    fr: "Identifiant de l'acteur d'où part le lien")),
            .position(
                \.target,
                .actor(
                    "target", .required, also: ["to", "vers", "cible", "destination", "target id"],
                    en: "Identifier of the actor to which the tie goes",
                    fr: "Identifiant de l'acteur où va le lien")),
            .position(
                \.kind,
                .kind(
                    of: "tie-kinds",
                    also: [
                        "type", "type de lien", "type de relation", "relation", "relationship", "nature",
                        "nature du lien", "edge type", "interaction", "relation type",
                    ], en: "Kind of tie", fr: "Type de lien")),
            .number(
                \.weight,
                ColumnSchema(
                    "weight", .number(nil), fallback: .number(1),
                    also: [
                        "poids", "force", "intensité", "intensity", "strength", "value", "valeur", "freq", "frequency",
                        "fréquence", "weights", "edge weight", "w",
                    ], en: "Strength, cost or count, as the kind declares; empty: 1",
                    fr: "Force, coût ou nombre, selon le type ; vide : 1")),
            .number(
                \.details.amount,
                ColumnSchema(
                    "amount", .number(nil), unit: Bilingual(en: "euros", fr: "euros"),
                    also: ["montant", "somme", "euros", "montant en euros", "montant eur"], en: "Money, in euros",
                    fr: "Somme d'argent, en euros")),
            .date(\.details.since, .since), .date(\.details.until, .until), .word(\.details.status, .status),
            .number(
                \.details.confidence,
                ColumnSchema(
                    "confidence", .number(0...1),
                    also: ["confiance", "certitude", "certainty"],
                    en: "How sure it is that the tie exists, 0 to 1; empty counts as 1",
                    fr: "Degré de certitude que le lien existe, de 0 à 1 ; vide compte pour 1")),
            .text(
                \.details.fact,
                ColumnSchema(
                    "fact", also: ["fait"], en: "Rows that tell the same fact share it",
                    fr: "Partagé par les lignes qui disent le même fait")),
            .evidence(\.details.evidence, .evidence(.required)), .text(\.details.note, .note),
            .text(
                \.details.college,
                ColumnSchema(
                    "college", .text, .special,
                    also: ["collège"],
                    en: "The college (group of members) for which the source has part in the governance of the target",
                    fr: "Le collège au titre duquel la source prend part à la gouvernance de la cible")),
            .text(
                \.details.form,
                ColumnSchema(
                    "form", .text, .special,
                    also: ["forme"], en: "What is given through a tie of finance: capital, loan, grant, pre_order …",
                    fr: "Ce qui est donné par un lien de financement : capital, loan, grant, pre_order …")),
            .number(
                \.details.seats,
                ColumnSchema(
                    "seats", ColumnSchema.orMore, .special,
                    also: ["sièges", "nombre de sièges", "voix", "votes"],
                    en: "How many seats or votes the college has; empty: the members of the source",
                    fr: "Nombre de sièges ou de voix du collège ; vide : les membres de la source")),
            .number(
                \.details.contributors,
                ColumnSchema(
                    "contributors", ColumnSchema.orMore, .special,
                    also: ["contributeurs", "nombre de contributeurs"],
                    en: "How many persons or bodies finance through the tie; empty: the members of the source",
                    fr: "Combien de personnes ou d'organismes financent par ce lien ; vide : les membres de la source")),
            .references(
                \.details.reportedBy,
                ColumnSchema(
                    "reported_by", .references(table: "actors", column: "id"), .special,
                    also: ["dit par", "rapporté par", "déclaré par", "selon", "reported by"],
                    en: "Identifiers of the actors that told of the tie: a; b",
                    fr: "Identifiants des acteurs qui ont fait état du lien : a; b")),
        ])
}
