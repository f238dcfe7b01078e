import NetworkModel
import Tabular
import Vocabulary

/// What columns a list of ties may have.
enum EdgeListSchema {
    /// The columns of a dataset's ties, of which only the ends must be there.
    static let table = TableSchema(
        Tie.table.schema.id, title: Tie.table.schema.title,
        columns: Tie.table.columns.map { ends.contains($0.id) ? $0.schema : $0.schema.optional } + [
            ColumnSchema(
                "layer", also: ["couche", "domaine"], en: "Layer of relations", fr: "Couche de relations"),
            ColumnSchema(
                "type", also: ["orientation"], en: "Directed or Undirected", fr: "Directed ou Undirected"),
        ],
        noun: "tie", also: Tie.table.schema.also)

    static let ends: Set = ["source", "target"]
    /// What the fast way through the rows reads; all else are details.
    static let plainColumns = ends.union(["weight", "kind", "layer", "type"])

    /// What a cell of `type` says of the direction, in English or French, or a cell of `directed` by yes and no; nil: it
    /// is no such word.
    static func direction(_ word: String) -> Bool? {
        switch FoldedWord.of(word) {
        case "directed", "oriente", "orientee", "dirige", "dirigee", "true", "vrai", "yes", "oui": true
        case "undirected", "nonoriente", "nonorientee", "nondirige", "nondirigee", "mutual", "mutuel", "false", "faux",
            "no", "non":
            false
        default: nil
        }
    }
}
