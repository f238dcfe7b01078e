/// The orders that nodes of a relation are permuted to: drawn by chance, or, where there are no more of them than were
/// asked for, each once but the one they stand in. Then a share of them is no estimate, and p is exact.
public struct NodeOrders: Sendable {
    private let size: Int
    /// Whether each order is there once.
    public let isExact: Bool
    /// Orders.
    public let count: Int

    /// The orders that a test of so many draws takes.
    ///
    /// - Parameters:
    ///   - size: nodes.
    ///   - draws: as many orders as may be taken.
    public init(of size: Int, draws: Int) {
        self.size = size
        var all = 1
        for factor in stride(from: 2, through: size, by: 1) where all - 1 <= draws { all *= factor }
        isExact = size > 1 && all - 1 <= draws
        count = isExact ? all - 1 : draws
    }

    /// What each order gives, on as many cores as there are.
    ///
    /// - Parameter firstPart: the number of the first stream, where one seed serves several families.
    public func values<Value: Sendable>(
        seed: UInt64, firstPart: Int = 0, progress: Draws.Progress? = nil, _ value: @Sendable ([Int]) -> Value
    ) -> [Value] {
        let size = size
        guard isExact else {
            return Draws.values(count, seed: seed, firstPart: firstPart, progress: progress) { random in
                value(Array(0..<size).shuffled(using: &random))
            }
        }
        return Parallel.chunks(of: count, grain: 64) { range in range.map { value(Self.order($0 + 1, of: size)) } }
            .flatMap { $0 }
    }

    /// The order of a number in the factorial system; 0 is that in which all stand.
    static func order(_ number: Int, of size: Int) -> [Int] {
        var (left, order, rest) = (Array(0..<size), [Int](), number)
        var digits: [Int] = []
        for base in 1..<max(size + 1, 2) {
            digits.append(rest % base)
            rest /= base
        }
        for digit in digits.reversed() where !left.isEmpty { order.append(left.remove(at: digit)) }
        return order
    }
}
