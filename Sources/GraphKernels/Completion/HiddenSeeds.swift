/// Sums of the rates' factors over the groups, from which what is hidden is drawn in a time that does not depend on how
/// many pairs of nodes there are.
struct HiddenSeeds: Sendable {
    let rates: ArcRates
    /// By kind, over places of the order: running sums of the factors of those that hide anything, and of all.
    private let hiddenSending: [[Double]]
    private let hiddenReceiving: [[Double]]
    private let wholeSending: [[Double]]
    private let wholeReceiving: [[Double]]

    init(_ rates: ArcRates) {
        self.rates = rates
        let order = rates.layout.order
        func sums(_ kind: Int, _ factor: [[Double]], _ hides: [[Double]]?) -> [Double] {
            var sums = [0.0]
            sums.reserveCapacity(order.count + 1)
            for node in order {
                let hidesNothing = hides.map { $0[kind][Int(node)] == 0 } ?? false
                sums.append(sums[sums.count - 1] + (hidesNothing ? 0 : factor[kind][Int(node)]))
            }
            return sums
        }
        let kinds = 0..<rates.layout.kindCount
        hiddenSending = kinds.map { sums($0, rates.sending, rates.senderHides) }
        hiddenReceiving = kinds.map { sums($0, rates.receiving, rates.receiverHides) }
        // Only what nobody had on a list needs these.
        let hasUnlisted = rates.layout.groups.contains { !$0.isListed }
        wholeSending = hasUnlisted ? kinds.map { sums($0, rates.sending, nil) } : []
        wholeReceiving = hasUnlisted ? kinds.map { sums($0, rates.receiving, nil) } : []
    }

    /// Calls `found` for every hidden seed of a kind that has no shown companion.
    func draw(_ kind: Int, _ random: inout RandomSource, _ found: (Int32, Int32, inout RandomSource) -> Void) {
        let (layout, groups) = (rates.layout, rates.layout.groups)
        let (count, omega) = (layout.blockCount, rates.omega[kind])
        // What is on lists hides in part; of what is not, everything does.
        let hidden = layout.partial.kinds[kind].isWhole
            ? nil : Factors(hiddenSending[kind], hiddenReceiving[kind], groups)
        let whole = wholeSending.isEmpty ? nil : Factors(wholeSending[kind], wholeReceiving[kind], groups)
        for (place, source) in groups.enumerated() {
            for (end, target) in groups.enumerated() where layout.joins(kind, source.isInner, target.isInner) {
                guard let factors = source.isListed && target.isListed ? hidden : whole else { continue }
                let (out, into) = (factors.out[place], factors.into[end])
                let mean = omega[source.block * count + target.block] * out * into
                guard mean > 0 else { continue }
                for _ in 0..<random.poisson(mean) {
                    let one = layout.order[Self.place(factors.sending, source.range, random.unit() * out)]
                    let other = layout.order[Self.place(factors.receiving, target.range, random.unit() * into)]
                    guard one != other else { continue }
                    let chance = rates.unseen(kind, one, other) * rates.silence(kind, one, other)
                    if random.unit() < chance { found(one, other, &random) }
                }
            }
        }
    }

    /// The factors of one kind, and their sums by group.
    private struct Factors {
        let sending: [Double]
        let receiving: [Double]
        let out: [Double]
        let into: [Double]

        init(_ sending: [Double], _ receiving: [Double], _ groups: [ArcLayout.Group]) {
            (self.sending, self.receiving) = (sending, receiving)
            out = groups.map { HiddenSeeds.mass(sending, $0.range) }
            into = groups.map { HiddenSeeds.mass(receiving, $0.range) }
        }
    }

    /// Calls `found` for every hidden companion of an arc, none of whose further companions was shown.
    func drawCompanions(
        of kind: Int, _ source: Int32, _ target: Int32, _ random: inout RandomSource, _ found: (PartialArcs.Arc) -> Void
    ) {
        for (companion, share) in zip(rates.layout.companions[kind], rates.companions[kind]) {
            let (one, other) = rates.ends(companion, of: source, target)
            let hiding = rates.hiding(companion.kind, one, other)
            guard hiding > 0 else { continue }
            if random.unit() < share * hiding / (1 - share * (1 - hiding)) {
                found(PartialArcs.Arc(source: one, target: other, kind: Int32(companion.kind)))
            }
        }
    }

    private static func mass(_ sums: [Double], _ range: Range<Int>) -> Double {
        sums[range.upperBound] - sums[range.lowerBound]
    }

    /// The place of the range where the running sum passes `mass` above its start.
    private static func place(_ sums: [Double], _ range: Range<Int>, _ mass: Double) -> Int {
        let goal = sums[range.lowerBound] + mass
        var (low, high) = (range.lowerBound, range.upperBound - 1)
        while low < high {
            let middle = (low + high) / 2
            if sums[middle + 1] <= goal { low = middle + 1 } else { high = middle }
        }
        return low
    }
}
