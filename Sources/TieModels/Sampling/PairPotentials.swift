/// What the pair terms of a model add up to for each pair, at given coefficients, and beside it the chance that the pair
/// is drawn: a step reads both of one place.
struct PairPotentials: Sendable {
    private struct Cell: Sendable {
        var value = 0.0
        var chance = 0.0
    }

    /// Row by row; without direction above the diagonal only. Of one cell where all pairs are alike.
    private var cells: [Cell]
    private let size: Int

    /// - Complexity: O(pairs · pair terms).
    init(_ model: TieModel, _ coefficients: [Double], chances: [Double] = [0]) {
        size = model.tellsPairsApart || chances.count > 1 ? model.nodeCount : 0
        cells = [Cell](repeating: Cell(), count: max(1, size * size))
        for (place, term) in model.pairTerms.enumerated() {
            let weight = coefficients[model.order[place]]
            if case .one = term {
                for cell in cells.indices { cells[cell].value += weight }
            } else {
                model.forEachPair { cells[$0 * size + $1].value += weight * term.value($0, $1) }
            }
        }
        if !model.offsets.isEmpty { model.forEachPair { cells[$0 * size + $1].value += model.offset($0, $1) } }
        for cell in cells.indices { cells[cell].chance = chances[chances.count == 1 ? 0 : cell] }
    }

    @inline(__always)
    private func cell(_ tail: Int, _ head: Int) -> Cell { cells[size == 0 ? 0 : tail &* size &+ head] }

    @inline(__always)
    func value(_ tail: Int, _ head: Int) -> Double { cell(tail, head).value }

    /// That a draw among all pairs is this one.
    @inline(__always)
    func chance(_ tail: Int, _ head: Int) -> Double { cell(tail, head).chance }
}
