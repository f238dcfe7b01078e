/// A graph whose paths are to be counted, in which a node may stand for several.
struct PathProblem: Sendable {
    let rows: Graph.Rows
    /// How many ends of paths lie at a node.
    let ends: [Double]
    /// As how many a path through a node counts, which is how many twins the node stands for. A search
    /// starts at one of them; its twins are then neither passed nor reached.
    let copies: [Double]

    var nodeCount: Int { ends.count }
}
