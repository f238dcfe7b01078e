import NetworkModel

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
        hasDetails =
            !table.further.isEmpty
            || !RowReader<Tie>(table, leavingOut: EdgeListSchema.plainColumns).isEmpty
    }

    var hasKinds: Bool { kind != nil || layer != nil }

    /// Whether a row says no more than who is tied to whom, and how strongly.
    var isPlain: Bool { !hasKinds && type == nil && !hasDetails }
}
