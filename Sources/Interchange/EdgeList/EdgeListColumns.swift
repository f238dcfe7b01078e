import NetworkModel
import Vocabulary

/// Where the columns of a list of ties stand.
struct EdgeListColumns: Sendable {
    let source: Int
    let target: Int
    let weight: Int?
    let kind: Int?
    let layer: Int?
    let type: Int?
    /// Where the numbers or names of the rows stand that R writes in front; nil: the list has none.
    let rowName: Int?
    /// Columns of 0 and 1, of which each is a relation of its own.
    let relations: [(name: String, position: Int)]
    /// Columns that say what the ends are called.
    let names: EndNames?
    /// Whether there are columns that only some lists have.
    let hasDetails: Bool

    init?(_ table: TableReader) {
        guard let source = table.position(of: "source"), let target = table.position(of: "target") else { return nil }
        self.source = source
        self.target = target
        weight = table.position(of: "weight")
        kind = table.position(of: "kind")
        layer = table.position(of: "layer")
        type = table.position(of: "type")
        rowName = table.isUsed(0) ? nil : 0
        names = EndNames(among: table.further)
        relations = kind == nil && layer == nil ? Self.relations(of: table) : []
        hasDetails =
            table.further.count > relations.count + (names == nil ? 0 : 2)
            || !RowReader<Tie>(table, leavingOut: EdgeListSchema.plainColumns).isEmpty
    }

    var hasKinds: Bool { kind != nil || layer != nil }

    /// Whether a row says no more than who is tied to whom, and how strongly.
    var isPlain: Bool { !hasKinds && type == nil && !hasDetails && names == nil && relations.isEmpty }

    /// Further columns that are no attributes of ties.
    var ownColumns: [Int] { relations.map(\.position) + (names.map { [$0.source, $0.target] } ?? []) }

    /// Two columns or more that hold 0 and 1 alone, as tables of dyads have one for each relation.
    private static func relations(of table: TableReader) -> [(name: String, position: Int)] {
        // Gephi numbers its edges from 0.
        var candidates = table.further.filter { FoldedWord.of($0.name) != "id" }
        var hasOne = Set<Int>(), hasZero = false
        var rows = table.csv
        while candidates.count > 1, rows.next() {
            candidates.removeAll { candidate in
                guard rows.fields.indices.contains(candidate.position) else { return false }
                let cell = rows.string(candidate.position)
                if cell == "1" { hasOne.insert(candidate.position) }
                if cell == "0" { hasZero = true }
                return !["0", "1", ""].contains(cell)
            }
        }
        candidates.removeAll { !hasOne.contains($0.position) }
        return candidates.count > 1 && hasZero ? candidates : []
    }
}
