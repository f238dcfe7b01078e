import Testing

@testable import GraphKernels

/// What returned and doubled arcs say of the share told.
struct ToldEvidenceTests {
    /// A ring of forty in which every arc is returned or none is, of which a share is shown.
    private func shown(_ share: Double, isReturned: Bool, seed: Int) -> ArcLayout {
        var random = RandomSource(seed: 41, part: seed)
        var arcs: [PartialArcs.Arc] = []
        for step in [1, 2, 5] {
            for node in Int32(0)..<40 {
                let other = (node + Int32(step)) % 40
                if random.unit() < share { arcs.append(.init(source: node, target: other, kind: 0)) }
                if isReturned, random.unit() < share { arcs.append(.init(source: other, target: node, kind: 0)) }
            }
        }
        return ArcLayout(
            PartialArcs(
                nodes: (0..<40).map { _ in .init(block: 0) }, blockIsInner: [true],
                kinds: [.init(isDirected: true, sight: .share(0.02...1))], arcs: arcs))
    }

    private func levels(_ layout: ArcLayout) -> [Double] {
        var random = RandomSource(seed: 1, part: 0)
        let evidence = ToldEvidence(layout)
        return (0..<20).map { place in
            let quantile = evidence.placed((Double(place) + 0.5) / 20, prominence: 0, &random)
            return ShareTold.level(quantile, 0.02...1)
        }
    }

    /// Where all arcs are returned, no fewer are told than the share of the shown ones whose return was shown.
    @Test(arguments: [0.3, 0.6, 0.9])
    func whatIsReturnedBoundsTheShareFromBelow(_ share: Double) {
        for seed in 0..<3 {
            let levels = levels(shown(share, isReturned: true, seed: seed))
            #expect(levels.allSatisfy { $0 > 0.4 * share })
            // It may be more: then not all arcs are returned. The truth is not shut out.
            #expect(levels[0] < share && levels[19] > 0.97)
        }
    }

    @Test func whatIsNeverReturnedSaysNothing() {
        let levels = levels(shown(0.6, isReturned: false, seed: 1))
        for (place, level) in levels.enumerated() {
            #expect(abs(level - ShareTold.level((Double(place) + 0.5) / 20, 0.02...1)) < 1e-9)
        }
    }
}
