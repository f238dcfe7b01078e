/// Four words of realisations.
typealias CascadeLanes = SIMD4<UInt64>

extension CascadeLanes {
    /// Takes another's bits where a mask has them.
    mutating func replace(with other: Self, where mask: Self) { self = self & ~mask | other & mask }
}

/// A search in all realisations at once; its buffers are kept from one to the next.
struct CascadeSearch {
    /// By node: the realisations in which it is reached.
    private(set) var reached: [CascadeLanes]
    private(set) var touched: [Int32] = []
    private var isWaiting: [Bool]
    private var queue: [Int32] = []

    init(nodeCount: Int) {
        reached = Array(repeating: .zero, count: nodeCount)
        isWaiting = Array(repeating: false, count: nodeCount)
    }

    mutating func start(at node: Int, _ realisations: CascadeLanes) {
        guard realisations != .zero else { return }
        if reached[node] == .zero { touched.append(Int32(node)) }
        reached[node] |= realisations
        guard !isWaiting[node] else { return }
        isWaiting[node] = true
        queue.append(Int32(node))
    }

    /// Goes on from where it was started until nothing more is reached.
    ///
    /// - Parameters:
    ///   - known, joined: what need not be sought, by node, and in which realisations.
    mutating func run(
        along rows: KnowledgeArcs.Rows, _ live: [CascadeLanes], without known: [CascadeLanes] = [],
        where joined: CascadeLanes = .zero
    ) {
        Self.run(rows, live, known, joined, &reached, &isWaiting, &queue, &touched)
    }

    private static func run(
        _ rows: KnowledgeArcs.Rows, _ live: [CascadeLanes], _ known: [CascadeLanes], _ joined: CascadeLanes,
        _ reached: inout [CascadeLanes], _ isWaiting: inout [Bool], _ queue: inout [Int32], _ touched: inout [Int32]
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
                if !known.isEmpty { new &= ~(known[target] & joined) }
                guard new != .zero else { continue }
                if old == .zero { touched.append(Int32(target)) }
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
        from node: Int, _ realisations: CascadeLanes, along rows: KnowledgeArcs.Rows, _ live: [CascadeLanes]
    ) -> [CascadeLanes] {
        start(at: node, realisations)
        run(along: rows, live)
        let all = reached
        clear()
        return all
    }

    mutating func clear() {
        for node in touched { reached[Int(node)] = .zero }
        touched.removeAll(keepingCapacity: true)
    }
}

/// How many of some masks have each bit, written in base two down the planes: plane k has the digits
/// of 2ᵏ, so that adding a mask takes two steps on average, not one for each bit.
struct BitSums {
    private var planes: [CascadeLanes]

    /// - Parameters:
    ///   - isCounted: by mask; those behind it are not.
    ///   - weights: by mask, how often it counts; nil: once.
    init(_ masks: [CascadeLanes], where isCounted: [Bool], weights: [Int]? = nil) {
        let most = weights?.reduce(0, +) ?? masks.count
        planes = Array(repeating: .zero, count: Int.bitWidth - most.leadingZeroBitCount)
        let (masks, isCounted) = (masks.span, isCounted.span)
        var sums = planes.mutableSpan
        for place in 0..<min(masks.count, isCounted.count) where isCounted[place] {
            var rest = weights?[place] ?? 1
            // A weight is a sum of powers of two, each of which begins its own plane higher.
            while rest > 0 {
                var (carry, plane) = (masks[place], rest.trailingZeroBitCount)
                rest &= rest - 1
                while carry != .zero {
                    let next = sums[plane] & carry
                    sums[plane] ^= carry
                    (carry, plane) = (next, plane + 1)
                }
            }
        }
    }

    /// The sum over the bits that are set, for each lane.
    func total(where bits: CascadeLanes) -> SIMD4<Int> {
        var total = SIMD4<Int>.zero
        for (plane, digits) in planes.enumerated() {
            total &+= SIMD4<Int>(truncatingIfNeeded: (digits & bits).nonzeroBitCount) &<< plane
        }
        return total
    }

    /// Each bit's count, over the first so many words.
    func all(_ words: Int) -> [Int] {
        (0..<64 * words).map { bit in
            var count = 0
            for (plane, digits) in planes.enumerated() {
                count += Int(digits[bit / 64] >> UInt64(bit % 64) & 1) << plane
            }
            return count
        }
    }
}
