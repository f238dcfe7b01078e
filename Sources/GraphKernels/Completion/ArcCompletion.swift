/// What may be missing of partly shown arcs: a model of all of them, fitted to those that were shown.
///
/// Each node sends and receives at its own rate (Karrer and Newman 2011), each pair of blocks has one; an arc can bring
/// companions of other kinds and directions between the same two nodes, so that multiplexity and reciprocity survive.
/// What was shown is what the way of looking lets through (Handcock and Gile 2010), so that what it does not is drawn
/// by thinning the same rates. Rates come from several Markov chains; each takes the share told, which no data tell,
/// from another part of its range.
///
/// - Complexity: a sweep of a chain O(nodes · kinds + arcs, shown and hidden); a draw O(shown + drawn arcs).
public struct ArcCompletion: Sendable {
    /// Rates, and what of the shown arcs' surroundings they were drawn with.
    struct Sample: Sendable {
        let hidden: HiddenSeeds
        /// Shown arcs that have hidden companions, should any come.
        let seeds: [PartialArcs.Arc]
        let hiddenParents: [PartialArcs.Arc]
        let kinds: [Int]
    }

    let layout: ArcLayout
    private let samples: [Sample]
    /// By chain, where in its range the share told lies, and how much more prominent nodes are told of.
    public let told: [(quantile: Double, prominence: Double)]

    /// How many points of the posterior are kept.
    public var sampleCount: Int { samples.count }

    /// Fits the model, one chain of sweeps for each entry of `told`, on as many cores as there are.
    ///
    /// - Parameters:
    ///   - told: for each chain, which share of what may be believed of the shares told and the chances of being named
    ///     lies below those that it takes (0 to 1), and how much more prominent nodes are told of (0 to 1).
    ///   - burnIn: sweeps before the first sample of a chain.
    ///   - kept: samples of each chain, `apart` sweeps from each other.
    public init(
        _ partial: PartialArcs, told: [(quantile: Double, prominence: Double)], burnIn: Int, kept: Int, apart: Int,
        seed: UInt64
    ) {
        let layout = ArcLayout(partial)
        self.layout = layout
        let evidence = ToldEvidence(layout)
        let told = Parallel.chunks(of: told.count, grain: 4) { range in
            range.map { number in
                // A stream of its own, so that where nothing is to be learned the chains are as they were.
                var random = RandomSource(seed: seed ^ 0x701D, part: number)
                let (quantile, prominence) = told[number]
                return (quantile: evidence.placed(quantile, prominence: prominence, &random), prominence: prominence)
            }
        }.flatMap { $0 }
        self.told = told
        samples = Parallel.chunks(of: told.count, grain: 1) { range in
            range.flatMap { number in
                let telling = ArcTelling(layout, quantile: told[number].quantile, prominence: told[number].prominence)
                var chain = ArcChain(layout, telling, random: RandomSource(seed: seed, part: number))
                for _ in 0..<burnIn { chain.step() }
                return (0..<kept).map { _ in
                    for _ in 0..<apart { chain.step() }
                    return Sample(chain)
                }
            }
        }.flatMap { $0 }
    }

    /// Arcs that were not shown and may be there, each once, in the order of pairs.
    ///
    /// - Parameter sample: 0 ..< `sampleCount`.
    public func drawn(_ sample: Int, using random: inout RandomSource) -> [PartialArcs.Arc] {
        let sample = samples[sample]
        var arcs = sample.hiddenParents
        for seed in sample.seeds + sample.hiddenParents {
            sample.hidden.drawCompanions(of: Int(seed.kind), seed.source, seed.target, &random) { arcs.append($0) }
        }
        let kinds = layout.partial.kinds
        for kind in sample.kinds {
            sample.hidden.draw(kind, &random) { source, target, random in
                let isTurned = !kinds[kind].isDirected && source > target
                let (one, other) = isTurned ? (target, source) : (source, target)
                arcs.append(PartialArcs.Arc(source: one, target: other, kind: Int32(kind)))
                sample.hidden.drawCompanions(of: kind, one, other, &random) { arcs.append($0) }
            }
        }
        return unknown(arcs)
    }

    /// Without repetitions and without what was shown.
    private func unknown(_ arcs: [PartialArcs.Arc]) -> [PartialArcs.Arc] {
        let shown = layout.partial.arcs
        var place = 0
        return PartialArcs.once(arcs, layout.partial.kinds).filter { arc in
            while place < shown.count, shown[place].precedes(arc) { place += 1 }
            return place == shown.count || shown[place] != arc
        }
    }
}

extension ArcCompletion.Sample {
    init(_ chain: ArcChain) {
        let rates = chain.rates
        let layout = rates.layout
        hidden = HiddenSeeds(rates)
        hiddenParents = chain.labels.hiddenParents
        let hasHidden = rates.hasHidden
        seeds = chain.labels.seeds.map { layout.partial.arcs[$0] }.filter { arc in
            layout.companions[Int(arc.kind)].contains { companion in
                let (one, other) = rates.ends(companion, of: arc.source, arc.target)
                return rates.hiding(companion.kind, one, other) > 0
            }
        }
        kinds = hasHidden.indices.filter { hasHidden[$0] }
    }
}
