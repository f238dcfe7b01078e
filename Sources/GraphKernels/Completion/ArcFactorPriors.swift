/// The distributions that the factors of one kind's rates come from, themselves drawn.
///
/// φ and ψ are Gamma of mean 1 and an own shape each, ω Gamma about a mean for each direction across the perimeter, and
/// that mean Gamma of shape ½ about one arc for each inner node.
struct ArcFactorPriors: Sendable {
    private(set) var senderShape = Shape.middle
    private(set) var receiverShape = Shape.middle
    /// What the shapes of all kinds lie about.
    var middle = Shape.middle
    /// From inner nodes, and from outer ones.
    private var means = [0.0, 0.0]

    /// How near to their mean the blocks' rates are: as if one arc had been seen there.
    private static let blockShape = 1.0
    static let meanShape = 0.5

    mutating func redrawSenders(
        _ rates: inout ArcRates, _ kind: Int, counts: [Double], _ random: inout RandomSource
    ) {
        let exposures = rates.exposures(kind, ofSenders: true, areShown: true)
        Shape.redraw(&senderShape, counts, exposures, about: middle, scale: Shape.about, &random)
        for node in counts.indices {
            rates.sending[kind][node] = random.gamma(senderShape + counts[node]) / (senderShape + exposures[node])
        }
    }

    mutating func redrawReceivers(
        _ rates: inout ArcRates, _ kind: Int, counts: [Double], _ random: inout RandomSource
    ) {
        let exposures = rates.exposures(kind, ofSenders: false, areShown: true)
        Shape.redraw(&receiverShape, counts, exposures, about: middle, scale: Shape.about, &random)
        for node in counts.indices {
            rates.receiving[kind][node] = random.gamma(receiverShape + counts[node]) / (receiverShape + exposures[node])
        }
    }

    mutating func redrawBlocks(_ rates: inout ArcRates, _ kind: Int, counts: [Double], _ random: inout RandomSource) {
        let (layout, count) = (rates.layout, rates.layout.blockCount)
        let masses = Self.shownMasses(rates, kind)
        let inner = layout.partial.blockIsInner
        var partners = [0.0, 0.0]
        for group in layout.groups where layout.partial.kinds[kind].isOuter != group.isInner {
            partners = partners.map { $0 + Double(group.range.count) }
        }
        var (arcs, pairs) = ([0.0, 0.0], [0.0, 0.0])
        var ratios = [Double](repeating: 0, count: count * count)
        func forEachPair(_ each: (_ place: Int, _ side: Int) -> Void) {
            for source in 0..<count {
                for target in 0..<count where layout.joins(kind, inner[source], inner[target]) {
                    each(source * count + target, inner[source] ? 0 : 1)
                }
            }
        }
        forEachPair { place, side in
            if means[side] == 0 { means[side] = max(1e-12, rates.omega[kind][place]) }
            ratios[place] =
                random.gamma(Self.blockShape + counts[place]) / (Self.blockShape + means[side] * masses[place])
            arcs[side] += counts[place]
            pairs[side] += ratios[place] * masses[place]
        }
        // One arc for each inner node is one for so many ordered pairs.
        for side in 0..<2 {
            means[side] =
                random.gamma(Self.meanShape + arcs[side]) / (Self.meanShape * max(1, partners[side]) + pairs[side])
        }
        forEachPair { place, side in rates.omega[kind][place] = ratios[place] * means[side] }
    }

    /// By two blocks, how many seeds would be shown on average at ω = 1.
    private static func shownMasses(_ rates: ArcRates, _ kind: Int) -> [Double] {
        let (layout, count) = (rates.layout, rates.layout.blockCount)
        let isWhole = layout.partial.kinds[kind].isWhole
        let (sending, receiving) = (rates.sending[kind], rates.receiving[kind])
        let (senderHides, receiverHides) = (rates.senderHides[kind], rates.receiverHides[kind])
        let none = [Double](repeating: 0, count: count)
        var (out, into, hiddenOut, hiddenInto, itself) = (none, none, none, none, none)
        for node in 0..<layout.nodeCount where layout.isListed(Int32(node)) {
            let block = layout.block(Int32(node))
            let (leaving, arriving) = isWhole ? (0, 0) : (senderHides[node], receiverHides[node])
            out[block] += sending[node]
            into[block] += receiving[node]
            hiddenOut[block] += sending[node] * leaving
            hiddenInto[block] += receiving[node] * arriving
            itself[block] += sending[node] * receiving[node] * (1 - leaving * arriving)
        }
        return (0..<count * count).map { place in
            let (source, target) = (place / count, place % count)
            let mass = out[source] * into[target] - hiddenOut[source] * hiddenInto[target]
            return max(0, mass - (source == target ? itself[source] : 0))
        }
    }
}
