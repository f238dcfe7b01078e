/// The nodes of a view by an attribute of the actors.
public struct Grouping: Sendable {
    /// The attribute's distinct values, in order.
    public let labels: [String]
    /// The group of each node of the view; -1 where the attribute is not known, and for events.
    public let groupOf: [Int32]

    /// How many nodes of the view are in each group.
    public var sizes: [Int] {
        var sizes = [Int](repeating: 0, count: labels.count)
        for group in groupOf where group >= 0 { sizes[Int(group)] += 1 }
        return sizes
    }
}
