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
    ///
    /// - Complexity: O(groups² + seeds · log nodes).
    func draw(_ kind: Int, _ random: inout RandomSource, _ found: (Int32, Int32, inout RandomSource) -> Void) {
        // What is on lists hides in part; of what is not, everything does.
        if !rates.layout.partial.kinds[kind].isWhole {
            draw(kind, hiddenSending[kind], hiddenReceiving[kind], &random, found) { $0.isListed && $1.isListed }
        }
        guard !wholeSending.isEmpty else { return }
        draw(kind, wholeSending[kind], wholeReceiving[kind], &random, found) { !$0.isListed || !$1.isListed }
    }

    /// Draws how many there are of all pairs of groups together, and then for each where it is.
    ///
    /// - Parameter isMeant: which pairs of groups.
    private func draw(
        _ kind: Int, _ sending: [Double], _ receiving: [Double], _ random: inout RandomSource,
        _ found: (Int32, Int32, inout RandomSource) -> Void, where isMeant: (ArcLayout.Group, ArcLayout.Group) -> Bool
    ) {
        let (layout, groups) = (rates.layout, rates.layout.groups)
        let (count, omega) = (layout.blockCount, rates.omega[kind])
        var pairs: [(ArcLayout.Group, ArcLayout.Group)] = []
        // Running sums of how many there are of each pair on average.
        var sums = [0.0]
        for source in groups {
            let out = Self.mass(sending, source.range)
            guard out > 0 else { continue }
            for target in groups where layout.joins(kind, source.isInner, target.isInner) && isMeant(source, target) {
                let mean = omega[source.block * count + target.block] * out * Self.mass(receiving, target.range)
                guard mean > 0 else { continue }
                pairs.append((source, target))
                sums.append(sums[pairs.count - 1] + mean)
            }
        }
        guard !pairs.isEmpty else { return }
        for _ in 0..<random.poisson(sums[pairs.count]) {
            let (source, target) = pairs[Self.drawn(sums, 0..<pairs.count, &random)]
            let one = layout.order[Self.drawn(sending, source.range, &random)]
            let other = layout.order[Self.drawn(receiving, target.range, &random)]
            guard one != other else { continue }
            let (chance, unseen) = (random.unit(), rates.unseen(kind, one, other))
            guard chance < unseen else { continue }
            if chance < unseen * rates.silence(kind, one, other) { found(one, other, &random) }
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

    /// A place of a range, with its share of the range's mass.
    private static func drawn(_ sums: [Double], _ range: Range<Int>, _ random: inout RandomSource) -> Int {
        let goal = sums[range.lowerBound] + random.unit() * mass(sums, range)
        var (low, high) = (range.lowerBound, range.upperBound - 1)
        while low < high {
            let middle = (low + high) / 2
            if sums[middle + 1] <= goal { low = middle + 1 } else { high = middle }
        }
        return low
    }
}
