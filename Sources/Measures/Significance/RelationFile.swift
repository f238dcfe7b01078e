import GraphKernels
import NetworkModel
import Vocabulary

/// A relation between actors that a file brings: a network over the same actors, its weights the numbers of pairs.
public enum RelationFile {
    /// The numbers of pairs over some actors; a pair that the network does not tie has 0.
    ///
    /// Where all actors are tied without direction, or no pair is told both ways and `isDirected` is false, i and j have
    /// what j and i have.
    ///
    /// - Throws: `MilieuError` where the relation lacks an actor.
    /// - Complexity: O(actors² + ties).
    public static func matrix(
        _ network: Network, named name: String, over ids: [String], isDirected: Bool
    ) throws(MilieuError) -> SquareMatrix {
        let lacking = ids.filter { network.actors.position(of: $0) == nil }
        guard lacking.isEmpty else {
            let shown = lacking.prefix(5).map { "\"\(Excerpt.of($0))\"" }.joined(separator: ", ")
            throw MilieuError(
                .data,
                "The relation \"\(Excerpt.of(name))\" lacks \(lacking.count) of \(ids.count) actors: \(shown)\(lacking.count > 5 ? " …" : "").",
                remedy: "Name each actor in it: a row of zeros in a matrix, a pair of weight 0 in a list.")
        }
        var places = [Int](repeating: -1, count: network.actors.count)
        for (place, id) in ids.enumerated() {
            if let position = network.actors.position(of: id) { places[position] = place }
        }
        var matrix = SquareMatrix(size: ids.count)
        for tie in network.ties.indices {
            let (one, other) = (places[Int(network.ties.sources[tie])], places[Int(network.ties.targets[tie])])
            guard one >= 0, other >= 0, one != other else { continue }
            let value = network.ties.weights.isEmpty ? 1 : network.ties.weights[tie]
            matrix[one, other] = value
            if !network.tieKinds[network.ties.kind(at: tie)].isDirected { matrix[other, one] = value }
        }
        if !isDirected { mirror(&matrix) }
        return matrix
    }

    /// A list names each pair once, in whatever order.
    private static func mirror(_ matrix: inout SquareMatrix) {
        for i in 0..<matrix.size {
            for j in 0..<i where matrix[i, j] != 0 && matrix[j, i] != 0 && matrix[i, j] != matrix[j, i] { return }
        }
        for i in 0..<matrix.size {
            for j in 0..<i {
                let value = matrix[i, j] != 0 ? matrix[i, j] : matrix[j, i]
                (matrix[i, j], matrix[j, i]) = (value, value)
            }
        }
    }
}
