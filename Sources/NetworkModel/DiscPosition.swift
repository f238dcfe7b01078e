import Vocabulary

/// Where a hand put an actor's disc in a figure, and its label.
public struct DiscPosition: Sendable, Hashable {
    /// The id of the actor.
    public var actor: String
    /// To the right; nil where only the label's place was chosen.
    public var x: Double?
    /// Upwards; nil where only the label's place was chosen.
    public var y: Double?
    /// Where the label stands beside the disc.
    public var label: String?

    /// What is not given is left to the figure.
    public init(actor: String, x: Double? = nil, y: Double? = nil, label: String? = nil) {
        self.actor = actor
        self.x = x
        self.y = y
        self.label = label
    }
}

extension DiscPosition: SideRow {
    /// `positions` of the side tables.
    public static let rows: WritableKeyPath<SideTables, [DiscPosition]> & Sendable = \.positions
    /// Without an actor, whom a reader fills in.
    public static let blank = DiscPosition(actor: "")

    /// `positions.csv`.
    public static let table = DatasetTable<DiscPosition>(
        "positions", title: Bilingual(en: "Positions in figures", fr: "Positions dans les figures"), key: "actor",
        noun: "position", isInTemplate: false,
        columns: [
            .reference(
                \.actor,
                .actor(
                    "actor", .required, also: ["acteur"], en: "Identifier of the actor", fr: "Identifiant de l'acteur")),
            .number(\.x, ColumnSchema("x", .number(nil), en: "To the right", fr: "Vers la droite")),
            .number(\.y, ColumnSchema("y", .number(nil), en: "Upwards", fr: "Vers le haut")),
            .text(
                \.label,
                ColumnSchema(
                    "label", also: ["étiquette"], en: "Where the label stands beside the disc",
                    fr: "Où l'étiquette se trouve à côté du disque")),
        ])
}
