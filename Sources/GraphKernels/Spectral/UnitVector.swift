/// What all searches for eigenvectors share: the length of a vector, and when a pair is found.
enum UnitVector {
    /// The residual ‖Ax − λx‖ relative to λ at which iteration stops.
    static let precision = 1e-13

    /// The same direction with L2 norm 1; zeros stay zeros.
    static func normalised(_ vector: [Double]) -> [Double] {
        let norm = dot(vector, vector).squareRoot()
        return norm > 0 ? vector.map { $0 / norm } : vector
    }

    static func dot(_ one: [Double], _ other: [Double]) -> Double {
        var sum = 0.0
        for place in one.indices { sum += one[place] * other[place] }
        return sum
    }
}
