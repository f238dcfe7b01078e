/// μI − A for a matrix A with no negative entry, factorised for one μ after another.
///
/// Where μ is above the largest eigenvalue, it is a nonsingular M-matrix: every pivot is positive in any order, no
/// entry beside the diagonal changes its sign, and nothing cancels but in the pivots (Berman and Plemmons 1994,
/// Nonnegative Matrices in the Mathematical Sciences, chapter 6). A pivot that is not positive says that μ is not above.
struct ShiftedMatrix {
    private let order: NodeElimination
    private let isSymmetric: Bool
    /// The entries of −A by place: on the diagonal, to the right of it and, of an unsymmetric matrix, below it.
    private let own: Entries
    private var entries: Entries

    private struct Entries {
        var diagonal: [Double]
        var right: [Double]
        var below: [Double]
    }

    /// - Parameters:
    ///   - rows: of A.
    ///   - columns: of A; for a symmetric matrix the same.
    ///   - loops: the diagonal of A; empty: zeros.
    /// - Returns: nil where elimination is not worth it.
    init?(_ rows: Graph.Rows, _ columns: Graph.Rows, isSymmetric: Bool, loops: [Double] = []) {
        guard let order = NodeElimination(rows, isSymmetric ? nil : columns) else { return nil }
        self.order = order
        self.isSymmetric = isSymmetric
        own = Entries(
            diagonal: order.order.map { loops.isEmpty ? 0 : -loops[Int($0)] },
            right: Self.placed(rows, order), below: isSymmetric ? [] : Self.placed(columns, order))
        entries = own
    }

    /// The entries to later places.
    private static func placed(_ rows: Graph.Rows, _ order: NodeElimination) -> [Double] {
        var values = [Double](repeating: 0, count: order.later.count)
        var entry = [Int32](repeating: 0, count: order.order.count)
        for (place, node) in order.order.enumerated() {
            for index in order.offsets[place]..<order.offsets[place + 1] {
                entry[Int(order.later[index])] = Int32(index - order.offsets[place])
            }
            for index in rows.range(of: Int(node)) {
                let other = Int(order.places[Int(rows.targets[index])])
                guard other > place else { continue }
                values[order.offsets[place] + Int(entry[other])] = -(rows.weights.isEmpty ? 1 : rows.weights[index])
            }
        }
        return values
    }

    /// - Returns: false where μ is not above the largest eigenvalue, as far as the machine's numbers tell.
    mutating func factorise(_ shift: Double) -> Bool {
        entries = own
        for place in entries.diagonal.indices { entries.diagonal[place] += shift }
        for place in entries.diagonal.indices {
            guard entries.diagonal[place] > 0 else { return false }
            eliminate(place)
        }
        return true
    }

    private mutating func eliminate(_ place: Int) {
        let range = order.offsets[place]..<order.offsets[place + 1]
        let pivot = entries.diagonal[place]
        for one in range {
            let row = Int(order.later[one])
            let (right, below) = (entries.right[one], isSymmetric ? entries.right[one] : entries.below[one])
            entries.diagonal[row] -= below / pivot * right
            var search = order.offsets[row]
            for other in (one + 1)..<max(one + 1, range.upperBound) {
                search = entry(of: order.later[other], in: row, from: search)
                entries.right[search] -= below / pivot * entries.right[other]
                if !isSymmetric { entries.below[search] -= entries.below[other] / pivot * right }
            }
        }
    }

    /// Where a later place stands among those of a place; it is there.
    private func entry(of later: Int32, in place: Int, from start: Int) -> Int {
        var (low, high) = (start, order.offsets[place + 1])
        while low < high {
            let middle = (low + high) / 2
            if order.later[middle] < later { low = middle + 1 } else { high = middle }
        }
        return low
    }

    /// x with (μI − A) x = b for the μ that was factorised; positive where b is and A is irreducible.
    func solved(_ image: [Double]) -> [Double] {
        var values = order.order.map { image[Int($0)] }
        let below = isSymmetric ? entries.right : entries.below
        for place in values.indices {
            let part = values[place] / entries.diagonal[place]
            for entry in order.offsets[place]..<order.offsets[place + 1] {
                values[Int(order.later[entry])] -= below[entry] * part
            }
        }
        for place in values.indices.reversed() {
            var sum = values[place]
            for entry in order.offsets[place]..<order.offsets[place + 1] {
                sum -= entries.right[entry] * values[Int(order.later[entry])]
            }
            values[place] = sum / entries.diagonal[place]
        }
        return order.places.map { values[Int($0)] }
    }
}

extension PrincipalEigenvector {
    /// By inverse iteration with a shift that comes down on the eigenvalue from above (Noda 1971, Numerische Mathematik
    /// 17, 382–386), which converges quadratically from any positive vector (Elsner 1976, Linear Algebra and its
    /// Applications 15, 235–242): a dozen factorisations where the eigenvalues are so close, as those of a chain, that
    /// iteration with the matrix itself takes as many steps as there are nodes.
    ///
    /// - Parameters:
    ///   - rows: of an irreducible A with no negative entry.
    ///   - columns: of A.
    ///   - loops: the diagonal of A; empty: zeros.
    /// - Returns: nil where elimination is not worth it.
    static func byElimination(
        _ rows: Graph.Rows, _ columns: Graph.Rows, isSymmetric: Bool, loops: [Double] = []
    ) -> PrincipalEigenvector? {
        guard var matrix = ShiftedMatrix(rows, columns, isSymmetric: isSymmetric, loops: loops) else { return nil }
        let sums = rows.sums()
        var vector = [Double](repeating: 1, count: sums.count)
        var shift = (0..<sums.count).reduce(0.0) { max($0, sums[$1] + (loops.isEmpty ? 0 : loops[$1])) }
        for _ in 0..<mostShifts {
            // The shift has come down to the eigenvalue itself.
            guard matrix.factorise(shift) else {
                return PrincipalEigenvector(value: shift, vector: UnitVector.normalised(vector))
            }
            let next = matrix.solved(vector)
            // 1/(μ − λ) lies between the least and the largest ratio (Collatz and Wielandt).
            var (low, high, largest) = (Double.infinity, 0.0, 0.0)
            for place in next.indices {
                largest = max(largest, next[place])
                guard vector[place] > 0 else { continue }
                low = min(low, next[place] / vector[place])
                high = max(high, next[place] / vector[place])
            }
            guard largest > 0, high.isFinite else { return nil }
            vector = next.map { $0 / largest }
            let nearer = shift - 1 / high
            if high - low <= enough * high || nearer >= shift {
                return PrincipalEigenvector(value: nearer, vector: UnitVector.normalised(vector))
            }
            shift = nearer
        }
        return nil
    }

    private static let mostShifts = 200

    /// How far the ratios of the last step may differ: convergence is quadratic, and its vector then holds to all
    /// digits that the shift has.
    private static let enough = 1e-7
}
