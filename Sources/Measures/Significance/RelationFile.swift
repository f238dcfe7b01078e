import GraphKernels
import NetworkModel
import Vocabulary

/// A relation between actors that a file brings: a network over the same actors, its weights the numbers of pairs.
public enum RelationFile {
    /// The numbers of pairs over some actors; a pair that the network does not tie has 0.
    ///
    /// Where ties have no direction, or no pair is told both ways and `isDirected` is false, j and i have what i and j
    /// have.
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
        // Which ordered pairs the file tells, a number of 0 too.
        var told = [Bool](repeating: false, count: ids.count * ids.count)
        for tie in network.ties.indices {
            let (one, other) = (places[Int(network.ties.sources[tie])], places[Int(network.ties.targets[tie])])
            guard one >= 0, other >= 0, one != other else { continue }
            let value = network.ties.weights.isEmpty ? 1 : network.ties.weights[tie]
            matrix[one, other] = value
            told[one * ids.count + other] = true
            guard !network.tieKinds[network.ties.kind(at: tie)].isDirected else { continue }
            matrix[other, one] = value
            told[other * ids.count + one] = true
        }
        if !isDirected { mirror(&matrix, told) }
        return matrix
    }

    /// A list names each pair once, in whatever order. Where it tells any pair both ways it means what it says of each:
    /// a pair that it tells one way then has 0 the other.
    private static func mirror(_ matrix: inout SquareMatrix, _ told: [Bool]) {
        let size = matrix.size
        for i in 0..<size {
            for j in 0..<i where told[i * size + j] && told[j * size + i] { return }
        }
        for i in 0..<size {
            for j in 0..<size where told[i * size + j] { matrix[j, i] = matrix[i, j] }
        }
    }
}
