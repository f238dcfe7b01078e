/// What a likelihood and its first two derivatives are at some coefficients.
struct LikelihoodSums: Sendable {
    /// Natural logarithm.
    var value = 0.0
    var gradient: [Double]
    /// What the second derivatives are, with the opposite sign.
    var information: Symmetric
    /// The least and the greatest number of each statistic.
    var low: [Double]
    var high: [Double]
    /// Observed pairs.
    var pairs = 0

    init(_ count: Int) {
        gradient = [Double](repeating: 0, count: count)
        low = [Double](repeating: .infinity, count: count)
        high = [Double](repeating: -.infinity, count: count)
        information = Symmetric(size: count)
    }

    mutating func add(_ other: LikelihoodSums) {
        value += other.value
        pairs += other.pairs
        for place in gradient.indices {
            gradient[place] += other.gradient[place]
            note(place, other.low[place])
            note(place, other.high[place])
        }
        information = information + other.information
    }

    /// Widens where a statistic lies.
    mutating func note(_ place: Int, _ value: Double) {
        low[place] = min(low[place], value)
        high[place] = max(high[place], value)
    }

    /// The half of the information that was added up, on both sides of the diagonal.
    mutating func mirror() {
        let count = gradient.count
        for row in 0..<count { for column in 0..<row { information[column, row] = information[row, column] } }
    }
}

/// The way up to the greatest likelihood: Newton's method with halved steps.
struct Ascent: Sendable {
    enum Failure: Error, Equatable {
        /// The statistic at this place does not vary, or others make it up.
        case dependent(Int)
        /// Coefficients grow without end: some combination of statistics tells ties from others without fail.
        case separated([Int])
    }

    let estimate: [Double]
    /// There.
    let sums: LikelihoodSums

    /// From coefficients of 0.
    init(_ count: Int, _ sums: ([Double]) -> LikelihoodSums) throws(Failure) {
        var estimate = [Double](repeating: 0, count: count)
        var state = sums(estimate)
        let first = state.information
        if let place = first.firstDependent(slack: 1e-9) { throw .dependent(place) }
        for _ in 0..<60 {
            guard let step = state.information.solve(state.gradient) else { throw Self.growing(estimate, state) }
            let gain = zip(step, state.gradient).reduce(0) { $0 + $1.0 * $1.1 }
            // Newton's last step squares what is left of the way, so that this is rounding.
            if gain < 1e-20 { break }
            var (share, next, moved) = (1.0, state, estimate)
            repeat {
                moved = zip(estimate, step).map { $0 + share * $1 }
                next = sums(moved)
                share /= 2
            } while next.value < state.value - 1e-9 && share > 1e-6
            (estimate, state) = (moved, next)
            // Once the fit is all but perfect along a direction, the step there never ends: what the data say of that
            // direction is then next to nothing beside what they said at first.
            if -state.value < 1e-6 * Double(state.pairs) || !state.information.holds(share: 1e-10, of: first) {
                throw Self.growing(estimate, state)
            }
        }
        guard state.information.choleskyFactor(slack: 1e-13) != nil else { throw Self.growing(estimate, state) }
        self.estimate = estimate
        self.sums = state
    }

    /// The coefficients that have left all sense: between one pair and another they change the log-odds by more than 15.
    private static func growing(_ estimate: [Double], _ state: LikelihoodSums) -> Failure {
        func size(_ place: Int) -> Double { abs(estimate[place] * (state.high[place] - state.low[place])) }
        let found = estimate.indices.filter { size($0) > 15 }
        return .separated(found.isEmpty ? estimate.indices.max { size($0) < size($1) }.map { [$0] } ?? [] : found)
    }
}
