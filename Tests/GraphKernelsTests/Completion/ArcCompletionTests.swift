import Testing

@testable import GraphKernels

/// Drawing arcs that were not shown: sums and draws against the model pair by pair, what may never be drawn, and
/// whether networks made by the model are found again.
struct ArcCompletionTests {
    private let told = (0..<12).map { (quantile: (Double($0) + 0.5) / 12, prominence: 0.0) }

    private func random(_ seed: Int) -> RandomSource { RandomSource(seed: 11, part: seed) }

    /// Two inner blocks, an outer one and an unlisted node; kinds of all sights, within and across.
    private func mixed(_ seed: Int) -> PartialArcs {
        var random = random(seed)
        let nodes = (0..<9).map { PartialArcs.Node(block: Int32($0 % 3), isListed: $0 != 4) }
        let asked = nodes.indices.map { $0 % 2 == 0 }
        let ends = PartialArcs.Sight.ends(senders: asked, receivers: asked.map { !$0 }, detection: 0.5...0.9)
        let kinds: [PartialArcs.Kind] = [
            .init(isDirected: true, sight: ends), .init(isDirected: false, sight: .share(0.3...0.6)),
            .init(isDirected: true, sight: .whole), .init(isDirected: true, isOuter: true, sight: .share(0.2...0.9)),
            .init(isDirected: false, isOuter: true, sight: ends),
        ]
        let arcs = (0..<40).map { _ in
            PartialArcs.Arc(
                source: Int32(random.below(9)), target: Int32(random.below(9)), kind: Int32(random.below(kinds.count)))
        }
        return PartialArcs(nodes: nodes, blockIsInner: [true, true, false], kinds: kinds, arcs: arcs)
    }

    private func chain(_ partial: PartialArcs, sweeps: Int, prominence: Double = 0.5) -> ArcChain {
        let layout = ArcLayout(partial)
        var chain = ArcChain(
            layout, ArcTelling(layout, quantile: 0.4, prominence: prominence), random: RandomSource(seed: 3, part: 0))
        for _ in 0..<sweeps { chain.step() }
        return chain
    }

    @Test func exposuresAreTheSumsOverAllPairs() {
        for seed in 0..<3 {
            let rates = chain(mixed(seed), sweeps: 3).rates
            let slow = SlowCompletion(rates: rates)
            for kind in 0..<5 {
                for isSender in [true, false] {
                    for areShown in [true, false] {
                        let fast = rates.exposures(kind, ofSenders: isSender, areShown: areShown)
                        for node in 0..<9 {
                            let expected = slow.exposure(kind, Int32(node), isSender: isSender, areShown: areShown)
                            #expect(abs(fast[node] - expected) < 1e-9 * max(1, expected))
                        }
                    }
                }
            }
        }
    }

    @Test func shownMassesAreTheSumsOverAllPairs() {
        for seed in 0..<3 {
            let rates = chain(mixed(seed), sweeps: 3).rates
            let (slow, layout) = (SlowCompletion(rates: rates), rates.layout)
            for kind in 0..<5 {
                let masses = ArcFactorPriors.shownMasses(rates, kind)
                for source in 0..<layout.blockCount {
                    for target in 0..<layout.blockCount {
                        let expected = slow.shownMass(kind, from: source, to: target)
                        let found = masses[source * layout.blockCount + target]
                        #expect(abs(found - expected) < 1e-9 * max(1, expected), "\(kind): \(source) → \(target)")
                    }
                }
            }
        }
    }

    @Test func whatHidesWithATellingCompanionIsTheSumOverAllPairs() {
        for seed in 0..<3 {
            let rates = chain(mixed(seed), sweeps: 3).rates
            let slow = SlowCompletion(rates: rates)
            var (count, sum) = (0, 0.0)
            for (kind, companions) in rates.layout.companions.enumerated() {
                for companion in companions {
                    let expected = slow.tellingHidden(kind, companion)
                    #expect(abs(rates.tellingHidden(kind, companion) - expected) < 1e-9 * max(1, expected))
                    (count, sum) = (count + 1, sum + expected)
                }
            }
            #expect(count > 4 && sum > 0)
        }
    }

    /// Each hidden arc as often as every combination of seeds and companions of its pair gives it.
    @Test func drawnArcsHaveTheChancesOfTheModel() {
        let sight = PartialArcs.Sight.ends(
            senders: [true, false, false, true], receivers: [true, false, false, true], detection: 0.5...0.5)
        let partial = PartialArcs(
            nodes: [0, 0, 1, 1].map { PartialArcs.Node(block: $0) }, blockIsInner: [true, true],
            kinds: [.init(isDirected: true, sight: sight)], arcs: [])
        var rates = chain(partial, sweeps: 2, prominence: 0).rates
        rates.omega[0] = [0.5, 0.2, 0.9, 0.1]
        rates.companions[0] = [0.6]
        let (hidden, slow) = (HiddenSeeds(rates), SlowCompletion(rates: rates))
        var counts: [PartialArcs.Arc: Int] = [:]
        let draws = 6000
        var random = random(1)
        for _ in 0..<draws {
            var arcs: Set<PartialArcs.Arc> = []
            hidden.draw(0, &random) { source, target, random in
                arcs.insert(.init(source: source, target: target, kind: 0))
                hidden.drawCompanions(of: 0, source, target, &random) { arcs.insert($0) }
            }
            for arc in arcs { counts[arc, default: 0] += 1 }
        }
        for source in Int32(0)..<4 {
            for target in Int32(0)..<4 where source != target {
                let chance = slow.chance(0, source, target)
                let share = Double(counts[.init(source: source, target: target, kind: 0)] ?? 0) / Double(draws)
                #expect(abs(share - chance) < 4.5 * (chance * (1 - chance) / Double(draws)).squareRoot())
            }
        }
    }

    @Test func whatWasShownWholeStaysAsItIs() {
        var partial = mixed(1)
        partial = PartialArcs(
            nodes: partial.nodes.map { .init(block: $0.block) }, blockIsInner: partial.blockIsInner,
            kinds: partial.kinds.map { .init(isDirected: $0.isDirected, isOuter: $0.isOuter, sight: .whole) },
            arcs: partial.arcs)
        let model = ArcCompletion(partial, told: told, burnIn: 2, kept: 1, apart: 1, seed: 1)
        var random = random(2)
        for sample in 0..<model.sampleCount { #expect(model.drawn(sample, using: &random).isEmpty) }
    }

    /// Nothing that was shown or denied, nothing across the perimeter by a kind that does not cross it.
    @Test func onlyTheUnobservedIsDrawn() {
        for seed in 0..<4 {
            let partial = mixed(seed)
            let model = ArcCompletion(partial, told: told, burnIn: 4, kept: 2, apart: 1, seed: UInt64(seed))
            let shown = Set(partial.arcs)
            var random = random(seed)
            var count = 0
            for sample in 0..<model.sampleCount {
                for arc in model.drawn(sample, using: &random) {
                    let ends = [arc.source, arc.target].map { partial.nodes[Int($0)] }
                    let isInner = ends.map { partial.blockIsInner[Int($0.block)] }
                    #expect(!shown.contains(arc) && arc.source != arc.target)
                    #expect(partial.kinds[Int(arc.kind)].isOuter ? isInner[0] != isInner[1] : isInner[0] && isInner[1])
                    // Of a kind that was shown whole, only the unlisted node's.
                    if arc.kind == 2 { #expect(ends.contains { !$0.isListed }) }
                    count += 1
                }
            }
            #expect(count > 0)
        }
    }

    @Test func theSameSeedGivesTheSameArcsOnAnyNumberOfCores() {
        let limit = Parallel.threadLimit
        defer { Parallel.threadLimit = limit }
        let drawn = [1, 4].map { threads in
            Parallel.threadLimit = threads
            let model = ArcCompletion(mixed(5), told: told, burnIn: 3, kept: 2, apart: 1, seed: 9)
            var random = random(3)
            return (0..<model.sampleCount).map { model.drawn($0, using: &random) }
        }
        #expect(drawn[0] == drawn[1])
    }

    /// Kinds whose ties all are even, or all held by few, draw what those of a further kind lie about.
    @Test func shapesOfOneTerritoryLieTogether() {
        func middle(_ shapes: [Double]) -> Double {
            var (random, middle, sum) = (random(4), Shape.middle, 0.0)
            for _ in 0..<2000 {
                Shape.redrawMiddle(&middle, of: shapes, &random)
                sum += Logarithm.natural(middle)
            }
            return Logarithm.exponential(sum / 2000)
        }
        let (uneven, even) = (middle([0.3, 0.4, 0.3, 0.4]), middle([20, 30, 20, 30]))
        #expect(uneven < 0.8 && even > 8)
        #expect(abs(Logarithm.natural(middle([]) / Shape.middle)) < 0.6)
    }

    /// A star whose hub nobody asked, but a third of its members: who is drawn is tied to the hub.
    @Test func aHubStaysAHub() {
        let asked = (0..<31).map { $0 > 0 && $0 % 3 == 0 }
        let star = PartialArcs(
            nodes: asked.map { _ in .init(block: 0) }, blockIsInner: [true],
            kinds: [.init(isDirected: true, sight: .ends(senders: asked, receivers: asked, detection: 1...1))],
            arcs: (1..<31).filter { asked[$0] }.map { .init(source: 0, target: Int32($0), kind: 0) })
        let model = ArcCompletion(star, told: told, burnIn: 40, kept: 4, apart: 3, seed: 1)
        var random = random(4)
        var (ofHub, all) = (0, 0)
        for sample in 0..<model.sampleCount {
            for arc in model.drawn(sample, using: &random) {
                all += 1
                if arc.source == 0 { ofHub += 1 }
            }
        }
        #expect(ofHub > 15 * model.sampleCount && Double(ofHub) > 0.75 * Double(all))
    }

    /// A network by the model, with returned arcs and a second kind along the first.
    private func made(_ random: inout RandomSource, nodes: Int) -> Set<PartialArcs.Arc> {
        var arcs: Set<PartialArcs.Arc> = []
        let activity = (0..<nodes).map { _ in random.gamma(2) / 2 }
        for one in 0..<nodes {
            for other in 0..<nodes where one != other && random.unit() < 0.08 * activity[one] {
                arcs.insert(.init(source: Int32(one), target: Int32(other), kind: 0))
                if random.unit() < 0.6 { arcs.insert(.init(source: Int32(other), target: Int32(one), kind: 0)) }
                if random.unit() < 0.5 { arcs.insert(.init(source: Int32(one), target: Int32(other), kind: 1)) }
            }
        }
        return arcs
    }

    /// How many arcs there are, and the share of them that is returned and doubled.
    private func shape(_ arcs: Set<PartialArcs.Arc>) -> [Double] {
        let first = arcs.filter { $0.kind == 0 }
        let returned = first.count { arcs.contains(.init(source: $0.target, target: $0.source, kind: 0)) }
        let doubled = first.count { arcs.contains(.init(source: $0.source, target: $0.target, kind: 1)) }
        let count = Double(max(1, first.count))
        return [Double(arcs.count), Double(returned) / count, Double(doubled) / count]
    }

    /// 90 % intervals of number, reciprocity and overlap: 48 of them, of which 43 should hold.
    @Test(arguments: [true, false])
    func networksOfTheModelAreFoundAgain(_ isByEnds: Bool) {
        var (held, all) = (0, 0)
        for seed in 0..<8 {
            var random = random(seed)
            let arcs = made(&random, nodes: 24)
            let asked = (0..<24).map { _ in random.unit() < 0.4 }
            let shown = arcs.sorted { $0.precedes($1) }.filter { arc in
                isByEnds ? asked[Int(arc.source)] || asked[Int(arc.target)] : random.unit() < 0.6
            }
            let sight: PartialArcs.Sight =
                isByEnds ? .ends(senders: asked, receivers: asked, detection: 1...1) : .share(0.6...0.6)
            let partial = PartialArcs(
                nodes: asked.map { _ in .init(block: 0) }, blockIsInner: [true],
                kinds: [.init(isDirected: true, sight: sight), .init(isDirected: true, sight: sight)], arcs: shown)
            let model = ArcCompletion(partial, told: told, burnIn: 30, kept: 5, apart: 3, seed: UInt64(seed))
            let drawn = (0..<model.sampleCount).map { shape(Set(shown).union(model.drawn($0, using: &random))) }
            for (place, truth) in shape(arcs).enumerated() {
                let values = drawn.map { $0[place] }.sorted()
                if (values[2]...values[values.count - 3]).contains(truth) { held += 1 }
                all += 1
            }
        }
        #expect(held >= 17 && all == 24)
    }
}
