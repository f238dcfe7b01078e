import Testing

@testable import GraphKernels

struct SeatCompletionTests {
    private let told = (0..<12).map { (quantile: (Double($0) + 0.5) / 12, prominence: 0.0) }

    /// Six events, each with a third of thirty nodes; a part of who was there is shown.
    private func partial(_ seed: Int, _ sight: (inout RandomSource) -> PartialSeats.Sight) -> (PartialSeats, all: Int) {
        var random = RandomSource(seed: 21, part: seed)
        let sight = sight(&random)
        var (seats, all): ([PartialSeats.Seat], Int) = ([], 0)
        for event in Int32(0)..<6 {
            for node in Int32(0)..<30 where random.unit() < 0.33 {
                all += 1
                let isShown: Bool
                switch sight {
                case .whole: isShown = true
                case .nodes(let asked, _): isShown = asked[Int(node)]
                case .share(let range): isShown = random.unit() < range.lowerBound
                }
                if isShown { seats.append(.init(node: node, event: event)) }
            }
        }
        let nodes = (0..<30).map { PartialArcs.Node(block: Int32($0 % 2)) }
        return (
            PartialSeats(
                nodes: nodes, blockCount: 2, isComplete: Array(repeating: false, count: 6), seats: seats, sight: sight),
            all
        )
    }

    @Test(arguments: [true, false])
    func asManySeatsAsThereAreAreFound(_ isByNodes: Bool) {
        var (held, errors) = (0, 0.0)
        for seed in 0..<10 {
            let (partial, all) = partial(seed) { random in
                isByNodes
                    ? .nodes(asked: (0..<30).map { _ in random.unit() < 0.4 }, detection: 1...1) : .share(0.4...0.4)
            }
            let model = SeatCompletion(partial, told: told, burnIn: 20, kept: 5, apart: 2, seed: UInt64(seed))
            var random = RandomSource(seed: 5, part: seed)
            let counts = (0..<model.sampleCount).map { sample in
                let drawn = model.drawn(sample, using: &random)
                return partial.seats.count + drawn.seats.count + drawn.unseen.reduce(0) { $0 + $1.count }
            }.sorted()
            if (counts[2]...counts[counts.count - 3]).contains(all) { held += 1 }
            errors += Double(counts[counts.count / 2] - all) / Double(all)
        }
        #expect(held >= 7)
        #expect(abs(errors / 10) < 0.12)
    }

    @Test func noSeatIsDrawnTwiceOrOfOneWhoWasAsked() {
        let asked = (0..<30).map { $0 < 10 }
        let (partial, _) = partial(3) { _ in .nodes(asked: asked, detection: 1...1) }
        let model = SeatCompletion(partial, told: told, burnIn: 5, kept: 2, apart: 1, seed: 1)
        var random = RandomSource(seed: 5, part: 0)
        for sample in 0..<model.sampleCount {
            let seats = model.drawn(sample, using: &random).seats
            #expect(Set(seats).count == seats.count && !seats.isEmpty)
            #expect(seats.allSatisfy { !asked[Int($0.node)] })
        }
    }

    @Test func whatIsWholeOrCompleteStaysAsItIs() {
        let (whole, _) = partial(4) { _ in .whole }
        let (part, _) = partial(4) { _ in .share(0.5...0.5) }
        let complete = PartialSeats(
            nodes: part.nodes, blockCount: 2, isComplete: Array(repeating: true, count: 6), seats: part.seats,
            sight: part.sight)
        for partial in [whole, complete] {
            let model = SeatCompletion(partial, told: told, burnIn: 5, kept: 2, apart: 1, seed: 1)
            var random = RandomSource(seed: 5, part: 0)
            for sample in 0..<model.sampleCount { #expect(model.drawn(sample, using: &random).seats.isEmpty) }
        }
    }
}
