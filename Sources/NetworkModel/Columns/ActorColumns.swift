import Vocabulary

extension Actor: DatasetRow {
    /// Without an id, which a reader fills in.
    public static let blank = Actor(id: "")

    /// `actors.csv`.
    public static let table = DatasetTable<Actor>(
        "actors", title: Bilingual(en: "Actors", fr: "Acteurs"), key: "id", noun: "actor",
        also: ["actor", "acteur", "nodes", "node", "noeuds", "noeud", "vertices", "sommets"],
        columns: [
            .text(
                \.id,
                ColumnSchema(
                    "id", .text, .required, also: ColumnSchema.key.also + ["vertex", "sommet", "node", "nœud"],
                    en: "Identifier, unique in the table", fr: "Identifiant, unique dans la table")),
            .text(\.name, .name),
            .reference(
                \.kind,
                .kind(
                    of: "actor-kinds", also: ["type", "type d'acteur", "catégorie", "category", "nature"],
                    en: "Kind of actor, in the dataset's vocabulary",
                    fr: "Type d'acteur, dans le vocabulaire du jeu de données")),
            .text(
                \.sector,
                ColumnSchema(
                    "sector",
                    also: [
                        "secteur", "secteur d'activité", "activité", "activity", "naf", "ape", "code naf", "code ape",
                        "nace",
                    ], en: "Activity, a path in a nomenclature, broadest level first: C.15.20",
                    fr: "Activité, chemin dans une nomenclature, du niveau le plus large au plus fin : C.15.20")),
            .text(\.place, .place),
            .flag(
                \.inside,
                ColumnSchema(
                    "inside", .yesNo, also: ["intérieur", "interne", "dans le territoire", "local", "internal"],
                    en: "Whether it belongs to the territory; empty: follows from the place",
                    fr: "S'il appartient au territoire ; vide : selon le lieu")),
            .date(\.since, .since), .date(\.until, .until),
            .number(
                \.size,
                ColumnSchema(
                    "size", ColumnSchema.orMore,
                    also: [
                        "effectif", "effectifs", "taille", "salariés", "nombre de salariés", "employees", "staff",
                        "headcount",
                    ], en: "Staff", fr: "Effectif salarié")),
            .count(
                \.members,
                ColumnSchema(
                    "members", .count(atLeast: 1),
                    also: ["membres", "adhérents", "nombre de membres", "nombre d'adhérents"],
                    en: "How many individuals or firms a collective actor stands for",
                    fr: "Nombre d'individus ou d'entreprises que représente un acteur collectif")),
            .number(
                \.qualifiedShare,
                ColumnSchema(
                    "qualified_share", .number(0...1),
                    also: [
                        "part qualifiée", "part de qualifiés", "part des qualifiés", "qualified share", "qualifiés",
                    ], en: "Share of staff with a qualification, 0 to 1",
                    fr: "Part de l'effectif ayant une qualification, de 0 à 1")),
            .reference(
                \.parent,
                .actor(
                    "parent", .usual,
                    also: [
                        "fait partie de", "rattachement", "rattaché à", "structure mère", "maison mère", "part of",
                        "groupe parent",
                    ], en: "The actor that it is a part of, by its identifier",
                    fr: "L'acteur dont celui-ci est une partie, par son identifiant")),
            .evidence(\.evidence, .evidence(.usual)), .text(\.note, .note),
            .flag(
                \.collective,
                ColumnSchema(
                    "collective", .yesNo, .special,
                    also: ["collectif", "acteur collectif"],
                    en: "Whether it stands for many; empty: where it has more than one member",
                    fr: "S'il en représente plusieurs ; vide : s'il a plus d'un membre")),
        ])
}
