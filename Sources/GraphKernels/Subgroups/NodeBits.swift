/// A small set of numbers, one bit each, for searches that cut sets with one another.
struct NodeBits: Sendable {
    private(set) var words: [UInt64]

    init(capacity: Int) { words = [UInt64](repeating: 0, count: (capacity + 63) / 64) }

    var isEmpty: Bool { words.allSatisfy { $0 == 0 } }
    var count: Int { words.reduce(0) { $0 + $1.nonzeroBitCount } }

    func contains(_ number: Int) -> Bool { (words[number >> 6] >> UInt64(number & 63)) & 1 == 1 }
    mutating func insert(_ number: Int) { words[number >> 6] |= 1 << UInt64(number & 63) }
    mutating func remove(_ number: Int) { words[number >> 6] &= ~(1 << UInt64(number & 63)) }

    mutating func formUnion(_ other: NodeBits) {
        for place in words.indices { words[place] |= other.words[place] }
    }

    func intersection(_ other: NodeBits) -> NodeBits {
        var both = self
        for place in words.indices { both.words[place] &= other.words[place] }
        return both
    }

    func subtracting(_ other: NodeBits) -> NodeBits {
        var rest = self
        for place in words.indices { rest.words[place] &= ~other.words[place] }
        return rest
    }

    /// How many numbers two sets share, without making the third.
    func sharedCount(_ other: NodeBits) -> Int {
        var count = 0
        for place in words.indices { count += (words[place] & other.words[place]).nonzeroBitCount }
        return count
    }

    /// The numbers in order.
    func forEach(_ body: (Int) -> Void) {
        for place in words.indices {
            var rest = words[place]
            while rest != 0 {
                body(place << 6 + rest.trailingZeroBitCount)
                rest &= rest - 1
            }
        }
    }

    var numbers: [Int] {
        var list: [Int] = []
        forEach { list.append($0) }
        return list
    }
}
