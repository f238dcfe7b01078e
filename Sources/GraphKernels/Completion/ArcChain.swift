/// A Gibbs sampler of the rates of partly shown arcs.
///
/// Shown seeds are counted at the rate times the chance of being shown, so that nothing hidden has to be drawn to fit
/// the rates: each factor is drawn from its own Gamma distribution given the others and the shown seeds.
struct ArcChain {
    private(set) var rates: ArcRates
    private(set) var labels: ArcLabels
    private let layout: ArcLayout
    private let telling: ArcTelling
    private var priors: [ArcFactorPriors]
    private var random: RandomSource
    private var sweepCount = 0

    init(_ layout: ArcLayout, _ telling: ArcTelling, random: RandomSource) {
        self.layout = layout
        self.telling = telling
        self.random = random
        rates = ArcRates(layout)
        labels = ArcLabels(layout)
        priors = Array(repeating: ArcFactorPriors(), count: layout.kindCount)
        telling.hide(&rates, degrees: Array(repeating: 1, count: layout.nodeCount), &self.random)
        start()
    }

    /// As many seeds as were shown, spread evenly.
    private mutating func start() {
        var counts = [Double](repeating: ArcFactorPriors.meanShape, count: layout.kindCount)
        for arc in layout.partial.arcs { counts[Int(arc.kind)] += 1 }
        for kind in 0..<layout.kindCount {
            func forEachPair(_ each: (Int, inout [Double]) -> Void) {
                for source in 0..<layout.blockCount {
                    for target in 0..<layout.blockCount {
                        let (one, other) = (layout.partial.blockIsInner[source], layout.partial.blockIsInner[target])
                        if layout.joins(kind, one, other) {
                            each(source * layout.blockCount + target, &rates.omega[kind])
                        }
                    }
                }
            }
            forEachPair { $1[$0] = 1 }
            let pairs = rates.exposures(kind, ofSenders: true, areShown: true).reduce(0, +)
            forEachPair { $1[$0] = counts[kind] / max(1, pairs) }
        }
    }

    /// One sweep.
    mutating func step() {
        labels.redraw(rates, &random)
        if sweepCount % 4 == 0 { telling.hide(&rates, degrees: expectedDegrees, &random) }
        let (nodes, blocks) = (layout.nodeCount, layout.blockCount * layout.blockCount)
        var sent = [[Double]](repeating: Array(repeating: 0, count: nodes), count: layout.kindCount)
        var received = sent
        var between = [[Double]](repeating: Array(repeating: 0, count: blocks), count: layout.kindCount)
        for place in labels.seeds {
            let arc = layout.partial.arcs[place]
            let kind = Int(arc.kind)
            var (source, target) = (arc.source, arc.target)
            let mean = rates.rate(kind, source, target)
            if !layout.partial.kinds[kind].isDirected,
                random.unit() * mean < rates.orientedRate(kind, target, source)
            {
                (source, target) = (target, source)
            }
            // All seeds of an arc are shown with it, so that on average the count is the rate times the chance.
            let shown = 1 - rates.hiding(kind, source, target)
            // What came to light though nobody was asked says nothing of the rates.
            guard shown > 0 else { continue }
            let count = Double(random.shownPoisson(mean, shown: shown))
            sent[kind][Int(source)] += count
            received[kind][Int(target)] += count
            between[kind][layout.block(source) * layout.blockCount + layout.block(target)] += count
        }
        var middle = priors.first?.middle ?? Shape.middle
        Shape.redrawMiddle(&middle, of: priors.flatMap { [$0.senderShape, $0.receiverShape] }, &random)
        for kind in 0..<layout.kindCount {
            priors[kind].middle = middle
            priors[kind].redrawSenders(&rates, kind, counts: sent[kind], &random)
            priors[kind].redrawReceivers(&rates, kind, counts: received[kind], &random)
            priors[kind].redrawBlocks(&rates, kind, counts: between[kind], &random)
        }
        redrawCompanions()
        sweepCount += 1
    }

    /// By node: its shown arcs, and how many more it has on average.
    private var expectedDegrees: [Double] {
        var degrees = [Double](repeating: 0, count: layout.nodeCount)
        for arc in layout.partial.arcs {
            degrees[Int(arc.source)] += 1
            degrees[Int(arc.target)] += 1
        }
        for kind in 0..<layout.kindCount {
            let out = rates.exposures(kind, ofSenders: true, areShown: false)
            let into = rates.exposures(kind, ofSenders: false, areShown: false)
            for node in degrees.indices {
                degrees[node] += out[node] * rates.sending[kind][node] + into[node] * rates.receiving[kind][node]
            }
        }
        return degrees
    }

    /// Over shown seeds, those of their companions that were not shown being drawn; and over hidden seeds whose
    /// companion would be shown: those that have one, which is shown, and those that have none, of whom nothing is,
    /// and whose number is therefore drawn.
    private mutating func redrawCompanions() {
        var with = layout.companions.map { $0.map(\.prior.with) }
        var without = layout.companions.map { $0.map(\.prior.without) }
        for pair in layout.pairs {
            for place in pair where labels.isSeed(place) {
                let arc = layout.partial.arcs[place]
                let kind = Int(arc.kind)
                for (number, companion) in layout.companions[kind].enumerated() {
                    let (one, other) = rates.ends(companion, of: arc.source, arc.target)
                    let hiding = rates.hiding(companion.kind, one, other)
                    guard hiding < 1 else { continue }
                    let chance = rates.companions[kind][number]
                    let isThere =
                        labels.companion(companion.kind, one, other, of: place, in: pair)
                        ?? (hiding > 0 && random.unit() < chance * hiding / (1 - chance * (1 - hiding)))
                    if isThere { with[kind][number] += 1 } else { without[kind][number] += 1 }
                }
            }
        }
        for (kind, number) in labels.hiddenCompanions { with[kind][number] += 1 }
        for kind in with.indices {
            let telling = rates.tellingHidden(kind)
            for number in with[kind].indices {
                let chance = rates.companions[kind][number]
                let silent = telling[number] * (1 - chance)
                if silent > 0 { without[kind][number] += Double(random.poisson(silent)) }
                let (hit, miss) = (random.gamma(with[kind][number]), random.gamma(without[kind][number]))
                rates.companions[kind][number] = min(0.999, hit / (hit + miss))
            }
        }
    }
}
