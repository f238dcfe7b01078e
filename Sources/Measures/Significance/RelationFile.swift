import GraphKernels
import NetworkModel
import Vocabulary

/// Numbers of the pairs of a view's nodes that neither its ties nor a column tell: of a file, or made by whoever calls.
public struct PairNumbers: Sendable {
    /// Over the nodes of the view, in their order.
    public let matrix: SquareMatrix
    /// Of which nodes the numbers are known; a test leaves the others out.
    public let known: [Bool]

    /// Numbers of which all, or those among some nodes, are known.
    public init(_ matrix: SquareMatrix, known: [Bool]? = nil) {
        self.matrix = matrix
        self.known = known ?? [Bool](repeating: true, count: matrix.size)
    }
}

/// A relation between actors that a file brings: a network over the same actors, its weights the numbers of pairs.
public struct RelationFile: Sendable {
    /// The numbers of pairs; a pair that the file does not tell has 0.
    public let matrix: SquareMatrix
    /// Whether the file tells each pair once, in whatever order, so that j and i have what i and j have. Where it tells
    /// any pair both ways it means what it says of each, and a pair that it tells one way has 0 the other.
    public let isMirrored: Bool

    /// What a network over the actors says of each pair of them.
    ///
    /// - Parameters:
    ///   - network: read as directed, since only then it shows which way a pair is told.
    ///   - ids: the actors, in the order of the matrix.
    /// - Throws: `MilieuError` where the relation lacks an actor, or tells a pair twice with different numbers.
    /// - Complexity: O(actors² + ties).
    public init(_ network: Network, named name: String, over ids: [String]) throws(MilieuError) {
        let places = try Self.places(network, name, ids)
        let size = ids.count
        var matrix = SquareMatrix(size: size)
        // Which ordered pairs the file tells, a number of 0 too.
        var told = [Bool](repeating: false, count: size * size)
        func tell(_ one: Int, _ other: Int, _ value: Double) throws(MilieuError) {
            guard !told[one * size + other] || matrix[one, other] == value else {
                throw MilieuError(
                    .data,
                    "The relation \"\(Excerpt.of(name))\" has two numbers for \"\(Excerpt.of(ids[one]))\" and \"\(Excerpt.of(ids[other]))\": \(matrix[one, other]) and \(value).",
                    remedy: "Tell each pair once.")
            }
            matrix[one, other] = value
            told[one * size + other] = true
        }
        for tie in network.ties.indices {
            let (one, other) = (places[Int(network.ties.sources[tie])], places[Int(network.ties.targets[tie])])
            guard one >= 0, other >= 0, one != other else { continue }
            let value = network.ties.weight(at: tie)
            try tell(one, other, value)
            if !network.tieKinds[network.ties.kind(at: tie)].isDirected { try tell(other, one, value) }
        }
        isMirrored = (0..<size).allSatisfy { i in (0..<i).allSatisfy { !told[i * size + $0] || !told[$0 * size + i] } }
        if isMirrored {
            for i in 0..<size {
                for j in 0..<size where told[i * size + j] { matrix[j, i] = matrix[i, j] }
            }
        }
        self.matrix = matrix
    }

    /// Where each of the network's actors stands among the ids; −1: nowhere.
    private static func places(_ network: Network, _ name: String, _ ids: [String]) throws(MilieuError) -> [Int] {
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
        return places
    }
}
