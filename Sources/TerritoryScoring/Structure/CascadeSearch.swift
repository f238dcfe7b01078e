/// Realisations of the cascade, one a bit, that are gone through together.
protocol CascadeWords: Equatable, Sendable {
    static var none: Self { get }
    /// So many words of 64.
    static var count: Int { get }
    static func & (one: Self, other: Self) -> Self
    static func | (one: Self, other: Self) -> Self
    static prefix func ~ (words: Self) -> Self
    subscript(word place: Int) -> UInt64 { get set }
}

/// One word of realisations.
extension UInt64: CascadeWords {
    static var none: UInt64 { 0 }
    static var count: Int { 1 }
    subscript(word place: Int) -> UInt64 {
        get { self }
        set { self = newValue }
    }
}

/// Four words of realisations.
typealias CascadeLanes = SIMD4<UInt64>

extension CascadeLanes: CascadeWords {
    static var none: CascadeLanes { .zero }
    static var count: Int { 4 }
    subscript(word place: Int) -> UInt64 {
        get { self[place] }
        set { self[place] = newValue }
    }
}

extension CascadeWords {
    /// Takes another's bits where a mask has them.
    mutating func replace(with other: Self, where mask: Self) { self = self & ~mask | other & mask }
}

/// A search in all realisations at once; its buffers are kept from one to the next.
struct CascadeSearch<Words: CascadeWords> {
    /// By node: the realisations in which it is reached.
    private(set) var reached: [Words]
    private(set) var touched: [Int32] = []
    private var isWaiting: [Bool]
    private var queue: [Int32] = []

    init(nodeCount: Int) {
        reached = Array(repeating: .none, count: nodeCount)
        isWaiting = Array(repeating: false, count: nodeCount)
    }

    mutating func start(at node: Int, _ realisations: Words) {
        guard realisations != .none else { return }
        if reached[node] == .none { touched.append(Int32(node)) }
        reached[node] = reached[node] | realisations
        guard !isWaiting[node] else { return }
        isWaiting[node] = true
        queue.append(Int32(node))
    }

    /// Goes on from where it was started until nothing more is reached.
    ///
    /// - Parameters:
    ///   - known, joined: what need not be sought, by node, and in which realisations.
    mutating func run(
        along rows: KnowledgeArcs.Rows, _ live: [Words], without known: [Words] = [],
        where joined: Words = .none
    ) {
        Self.run(rows, live, known, joined, &reached, &isWaiting, &queue, &touched)
    }

    private static func run(
        _ rows: KnowledgeArcs.Rows, _ live: [Words], _ known: [Words], _ joined: Words,
        _ reached: inout [Words], _ isWaiting: inout [Bool], _ queue: inout [Int32], _ touched: inout [Int32]
    ) {
        let (offsets, targets, elements) = (rows.offsets.span, rows.targets.span, rows.elements.span)
        let (live, known) = (live.span, known.span)
        var reached = reached.mutableSpan
        var isWaiting = isWaiting.mutableSpan
        var next = 0
        while next < queue.count {
            let node = Int(queue[next])
            next += 1
            isWaiting[node] = false
            let own = reached[node]
            for arc in Int(offsets[node])..<Int(offsets[node + 1]) {
                let target = Int(targets[arc])
                let old = reached[target]
                var new = own & live[Int(elements[arc])] & ~old
                if !known.isEmpty { new = new & ~(known[target] & joined) }
                guard new != .none else { continue }
                if old == .none { touched.append(Int32(target)) }
                reached[target] = old | new
                guard !isWaiting[target] else { continue }
                isWaiting[target] = true
                queue.append(Int32(target))
            }
        }
        queue.removeAll(keepingCapacity: true)
    }

    /// By node, the realisations of some in which it is reached from another.
    mutating func all(
        from node: Int, _ realisations: Words, along rows: KnowledgeArcs.Rows, _ live: [Words]
    ) -> [Words] {
        start(at: node, realisations)
        run(along: rows, live)
        let all = reached
        clear()
        return all
    }

    mutating func clear() {
        for node in touched { reached[Int(node)] = .none }
        touched.removeAll(keepingCapacity: true)
    }
}

/// How many of some masks have each bit, written in base two down the planes: plane k has the digits
/// of 2ᵏ, so that adding a mask takes two steps on average, not one for each bit.
struct BitSums<Words: CascadeWords> {
    private var planes: [Words]

    /// - Parameters:
    ///   - isCounted: by mask; those behind it are not.
    ///   - weights: by mask, how often it counts; nil: once.
    init(_ masks: [Words], where isCounted: [Bool], weights: [Int]? = nil) {
        let most = weights?.reduce(0, +) ?? masks.count
        planes = Array(repeating: .none, count: Int.bitWidth - most.leadingZeroBitCount)
        let (masks, isCounted) = (masks.span, isCounted.span)
        var sums = planes.mutableSpan
        for place in 0..<min(masks.count, isCounted.count) where isCounted[place] {
            var rest = weights?[place] ?? 1
            // A weight is a sum of powers of two, each of which begins its own plane higher.
            while rest > 0 {
                var (carry, plane) = (masks[place], rest.trailingZeroBitCount)
                rest &= rest - 1
                while carry != .none {
                    let next = sums[plane] & carry
                    sums[plane] = sums[plane] & ~carry | carry & ~sums[plane]
                    (carry, plane) = (next, plane + 1)
                }
            }
        }
    }

    /// Each bit's count.
    var all: [Int] {
        var counts = [Int](repeating: 0, count: 64 * Words.count)
        for (plane, digits) in planes.enumerated() {
            for word in 0..<Words.count {
                var rest = digits[word: word]
                while rest != 0 {
                    counts[64 * word + rest.trailingZeroBitCount] += 1 << plane
                    rest &= rest - 1
                }
            }
        }
        return counts
    }
}

extension BitSums where Words == CascadeLanes {
    /// The sum over the bits that are set, for each lane.
    func total(where bits: CascadeLanes) -> SIMD4<Int> {
        var total = SIMD4<Int>.zero
        for (plane, digits) in planes.enumerated() {
            total &+= SIMD4<Int>(truncatingIfNeeded: (digits & bits).nonzeroBitCount) &<< plane
        }
        return total
    }
}
