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
        Self.redraw(&rates.sending[kind], senderShape, counts, exposures, rates.layout.joined(kind).nodes, &random)
    }

    mutating func redrawReceivers(
        _ rates: inout ArcRates, _ kind: Int, counts: [Double], _ random: inout RandomSource
    ) {
        let exposures = rates.exposures(kind, ofSenders: false, areShown: true)
        Shape.redraw(&receiverShape, counts, exposures, about: middle, scale: Shape.about, &random)
        Self.redraw(&rates.receiving[kind], receiverShape, counts, exposures, rates.layout.joined(kind).nodes, &random)
    }

    /// Of the nodes that can be at an end; the others' factors stay 1 and are read by nobody.
    private static func redraw(
        _ factors: inout [Double], _ shape: Double, _ counts: [Double], _ exposures: [Double], _ nodes: [Int32],
        _ random: inout RandomSource
    ) {
        for node in nodes.lazy.map({ Int($0) }) {
            factors[node] = random.gamma(shape + counts[node]) / (shape + exposures[node])
        }
    }

    mutating func redrawBlocks(_ rates: inout ArcRates, _ kind: Int, counts: [Double], _ random: inout RandomSource) {
        let (layout, count) = (rates.layout, rates.layout.blockCount)
        let (joined, inner) = (layout.joined(kind), layout.partial.blockIsInner)
        let masses = Self.shownMasses(rates, kind)
        var partners = [0.0, 0.0]
        for group in layout.groups where layout.partial.kinds[kind].isOuter != group.isInner {
            partners = partners.map { $0 + Double(group.range.count) }
        }
        var (arcs, pairs) = ([0.0, 0.0], [0.0, 0.0])
        var ratios = rates.omega[kind]
        for source in 0..<count {
            let side = inner[source] ? 0 : 1
            for target in joined.partners[source] {
                let place = source * count + target
                if means[side] == 0 { means[side] = max(1e-12, ratios[place]) }
                ratios[place] =
                    random.gamma(Self.blockShape + counts[place]) / (Self.blockShape + means[side] * masses[place])
                arcs[side] += counts[place]
                pairs[side] += ratios[place] * masses[place]
            }
        }
        // One arc for each inner node is one for so many ordered pairs.
        for side in 0..<2 {
            means[side] =
                random.gamma(Self.meanShape + arcs[side]) / (Self.meanShape * max(1, partners[side]) + pairs[side])
        }
        for source in 0..<count {
            for target in joined.partners[source] { ratios[source * count + target] *= means[inner[source] ? 0 : 1] }
        }
        rates.omega[kind] = ratios
    }

    /// By two blocks, how many seeds would be shown on average at ω = 1.
    static func shownMasses(_ rates: ArcRates, _ kind: Int) -> [Double] {
        let (layout, count) = (rates.layout, rates.layout.blockCount)
        let isWhole = layout.partial.kinds[kind].isWhole
        let (sending, receiving) = (rates.sending[kind], rates.receiving[kind])
        let (senderHides, receiverHides) = (rates.senderHides[kind], rates.receiverHides[kind])
        // By block: what leaves and what arrives, of each all and what hides; and what nobody has with itself.
        var ends = [SIMD4<Double>](repeating: .zero, count: count)
        var itself = [Double](repeating: 0, count: count)
        let joined = layout.joined(kind)
        for node in joined.listed {
            let (place, block) = (Int(node), layout.block(node))
            let (leaving, arriving) = isWhole ? (0, 0) : (senderHides[place], receiverHides[place])
            let (out, into) = (sending[place], receiving[place])
            ends[block] += SIMD4(out, into, out * leaving, into * arriving)
            itself[block] += out * into * (1 - leaving * arriving)
        }
        var masses = [Double](repeating: 0, count: count * count)
        for source in 0..<count {
            for target in joined.partners[source] {
                let mass = ends[source][0] * ends[target][1] - ends[source][2] * ends[target][3]
                masses[source * count + target] = max(0, mass - (source == target ? itself[source] : 0))
            }
        }
        return masses
    }
}
