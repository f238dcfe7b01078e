import GraphKernels

extension Case {
    /// Positions of a network's nodes.
    static var layout: Case { Case(id: "layout") { input in
        let graph = try NetworkFile(input).graph()
        return {
            let positions = ForceLayout.positions(of: graph, seed: 1)
            return { [("x", positions.map(\.x)), ("y", positions.map(\.y))] }
        }
    } }
}
