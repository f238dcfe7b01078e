@testable import TieModels

/// Padgett and Ansell's families of Florence: marriages, and wealth in thousand lire of 1427.
enum Florence {
    static let wealth = [10, 36, 55, 44, 20, 32, 8, 42, 103, 48, 49, 3, 27, 10, 146, 48]
    static let ties: [(Int, Int)] = [
        (0, 8), (1, 5), (1, 6), (1, 8), (2, 4), (2, 8), (3, 6), (3, 10), (3, 14), (4, 10), (4, 14), (6, 7), (6, 15),
        (8, 12), (8, 13), (8, 15), (9, 13), (10, 14), (12, 14), (12, 15),
    ]

    static var marriages: TieData {
        var data = numbered(16, directed: false, ties)
        data.attributes["wealth"] = wealth.map { "\($0)" }
        return data
    }
}

/// A network of numbered nodes.
func numbered(_ count: Int, directed: Bool, _ ties: [(Int, Int)], firstMode: Int? = nil) -> TieData {
    TieData(
        ids: (0..<count).map { "n\($0)" }, isDirected: directed, firstModeCount: firstMode,
        ties: ties.map { (source: $0.0, target: $0.1) })
}
