/// What may be missing of who takes part in events of one sort: a model of all seats, fitted to those that were shown.
///
/// Actor i takes part in event e at rate m · u(block of i) · ρᵢ · ηₑ (Bernoulli-Poisson link), every factor Gamma; what
/// is hidden is thinned from the same rates. Events of which no seat was shown are drawn too: of as many as were seen,
/// each seen with a known chance, the number unseen is negative binomial.
///
/// - Complexity: a sweep O(nodes + events + seats, shown and hidden); a draw O(events + drawn seats).
public struct SeatCompletion: Sendable {
    /// What a draw adds.
    public struct Drawn: Sendable, Hashable {
        /// In events that are known.
        public var seats: [PartialSeats.Seat] = []
        /// Events that nobody told of, each with its nodes.
        public var unseen: [[Int32]] = []
    }

    private let samples: [SeatRates]

    /// How many samples of the rates there are to draw from: `kept` of each chain.
    public var sampleCount: Int { samples.count }

    /// Fits the model, one chain of Gibbs sweeps for each entry of `told`, on as many cores as there are.
    ///
    /// - Parameters:
    /// - told: for each chain, where in its range the chance of being shown lies (0 to 1); how much more prominent
    ///   nodes are told of is not read, since seats have no such model.
    /// - burnIn: sweeps before the first sample of a chain.
    /// - kept: samples of each chain, `apart` sweeps from each other.
    public init(
        _ partial: PartialSeats, told: [(quantile: Double, prominence: Double)], burnIn: Int, kept: Int, apart: Int,
        seed: UInt64
    ) {
        samples = Parallel.chunks(of: told.count, grain: 1) { range in
            range.flatMap { number in
                var random = RandomSource(seed: seed, part: number)
                var chain = SeatChain(partial, quantile: told[number].quantile)
                for _ in 0..<burnIn { chain.step(&random) }
                return (0..<kept).map { _ in
                    for _ in 0..<apart { chain.step(&random) }
                    return chain.rates
                }
            }
        }.flatMap { $0 }
    }

    /// Seats that were not shown and may be there, each once, none of them shown.
    public func drawn(_ sample: Int, using random: inout RandomSource) -> Drawn {
        samples[sample].drawn(&random)
    }
}

/// One set of rates of taking part, and what hides.
struct SeatRates: Sendable {
    let partial: PartialSeats
    /// By node: the chance that its part was not shown.
    let hides: [Double]
    /// By node, m · u · ρ, and its running sums: as it is, times hiding, and of those that hide anything.
    private(set) var taking: [Double]
    private var hiddenSums: [Double] = []
    private var openSums: [Double] = []
    private var sums: [Double] = []
    /// By event: η.
    var drawing: [Double]
    var drawingShape = 4.0
    private let isShown: Set<PartialSeats.Seat>

    init(_ partial: PartialSeats, quantile: Double) {
        self.partial = partial
        func level(_ range: ClosedRange<Double>) -> Double {
            range.lowerBound + quantile * (range.upperBound - range.lowerBound)
        }
        let told: [Double] =
            switch partial.sight {
            case .whole: partial.nodes.map { _ in 1 }
            case .nodes(let asked, let range): asked.map { $0 ? level(range) : 0 }
            case .share(let range): partial.nodes.map { _ in ShareTold.level(quantile, range) }
            }
        hides = partial.nodes.indices.map { partial.nodes[$0].isListed ? 1 - told[$0] : 1 }
        taking = Array(repeating: 0, count: partial.nodes.count)
        drawing = Array(repeating: 1, count: partial.isComplete.count)
        isShown = Set(partial.seats)
    }

    mutating func set(taking: [Double]) {
        self.taking = taking
        (sums, hiddenSums, openSums) = ([0], [0], [0])
        for (rate, hides) in zip(taking, hides) {
            sums.append(sums[sums.count - 1] + rate)
            hiddenSums.append(hiddenSums[hiddenSums.count - 1] + rate * hides)
            openSums.append(openSums[openSums.count - 1] + (hides > 0 ? rate : 0))
        }
    }

    /// How many seats of an event of rate 1 are there, and how many of them stay hidden.
    var mass: (all: Double, hidden: Double) { (sums.last ?? 0, hiddenSums.last ?? 0) }

    func drawn(_ random: inout RandomSource) -> SeatCompletion.Drawn {
        var drawn = SeatCompletion.Drawn()
        guard partial.hasHidden else { return drawn }
        for event in drawing.indices where !partial.isComplete[event] {
            drawn.seats += nodes(drawing[event], &random)
                .map { PartialSeats.Seat(node: $0, event: Int32(event)) }.filter { !isShown.contains($0) }
        }
        drawn.unseen = unseen(&random).map { nodes($0, &random) }.filter { !$0.isEmpty }
        return drawn
    }

    /// Of an event, nodes whose part was not shown and is there, each once.
    private func nodes(_ rate: Double, _ random: inout RandomSource) -> [Int32] {
        let sums = openSums
        guard let mass = sums.last, mass > 0 else { return [] }
        var found: Set<Int32> = []
        for _ in 0..<random.poisson(mass * rate) {
            let goal = random.unit() * mass
            var (low, high) = (0, taking.count - 1)
            while low < high {
                let middle = (low + high) / 2
                if sums[middle + 1] <= goal { low = middle + 1 } else { high = middle }
            }
            let kept = ShareTold.unseen(rate: rate * taking[low], shown: 1 - hides[low])
            if random.unit() < kept { found.insert(Int32(low)) }
        }
        return found.sorted()
    }

    /// The rates η of events of which no seat was shown.
    func unseen(_ random: inout RandomSource) -> [Double] {
        let seen = Double(Set(partial.seats.map(\.event)).count)
        let shown = mass.all - mass.hidden
        // Where an event is listed of which no seat was shown, the list does not come from who told of seats.
        guard seen == Double(partial.isComplete.count), partial.sight != .whole else { return [] }
        // Gamma(β, β) averaged over e^(−η · shown).
        let missed = Logarithm.exponential(drawingShape * Logarithm.natural(drawingShape / (drawingShape + shown)))
        // Where hardly anything would be seen, the number unseen is anyone's guess: at most four times what was.
        let chance = min(missed, 0.8)
        let mean = random.gamma(seen + 0.5) * chance / (1 - chance)
        return (0..<random.poisson(mean)).map { _ in random.gamma(drawingShape) / (drawingShape + shown) }
    }
}

/// A Gibbs sampler of the rates of taking part.
struct SeatChain {
    private(set) var rates: SeatRates
    private let partial: PartialSeats
    private var level = 0.0
    private var blocks: [Double]
    private var activity: [Double]
    private var activityShape = 2.0

    init(_ partial: PartialSeats, quantile: Double) {
        self.partial = partial
        rates = SeatRates(partial, quantile: quantile)
        blocks = Array(repeating: 1, count: partial.blockCount)
        activity = Array(repeating: 1, count: partial.nodes.count)
        let shown = rates.hides.reduce(0) { $0 + 1 - $1 }
        level = (Double(partial.seats.count) + 0.5) / max(1, shown * Double(max(1, partial.isComplete.count)))
        setTaking()
    }

    private mutating func setTaking() {
        rates.set(taking: partial.nodes.indices.map { level * blocks[Int(partial.nodes[$0].block)] * activity[$0] })
    }

    /// Shown seats are counted at the rate times the chance of being shown, so that nothing hidden has to be drawn.
    mutating func step(_ random: inout RandomSource) {
        guard partial.hasHidden else { return }
        if partial.isSilent {
            // Nothing tells how many come, from one of all to everyone: any order of magnitude is as likely.
            level = Logarithm.exponential(-random.unit() * Logarithm.natural(Double(max(1, partial.nodes.count))))
            return setTaking()
        }
        guard !partial.seats.isEmpty else { return }
        var byNode = [Double](repeating: 0, count: partial.nodes.count)
        var byEvent = [Double](repeating: 0, count: partial.isComplete.count)
        for seat in partial.seats {
            let (node, event) = (Int(seat.node), Int(seat.event))
            // All that fell on a seat is shown with it, so that on average the count is the rate times the chance.
            let shown = partial.isComplete[event] ? 1 : 1 - rates.hides[node]
            // What came to light though nobody was asked says nothing of the rates.
            guard shown > 0 else { continue }
            let count = Double(random.shownPoisson(rates.taking[node] * rates.drawing[event], shown: shown))
            byNode[node] += count
            byEvent[event] += count
        }
        let mass = rates.mass
        let masses = partial.isComplete.map { $0 ? mass.all : mass.all - mass.hidden }
        Shape.redraw(&rates.drawingShape, byEvent, masses, about: 4, &random)
        let shape = rates.drawingShape
        rates.drawing = byEvent.indices.map { random.gamma(shape + byEvent[$0]) / (shape + masses[$0]) }
        redrawNodes(byNode, &random)
    }

    private mutating func redrawNodes(_ counts: [Double], _ random: inout RandomSource) {
        let complete = zip(rates.drawing, partial.isComplete).reduce(0) { $0 + ($1.1 ? $1.0 : 0) }
        let all = rates.drawing.reduce(0, +)
        // How many events each node would have been shown at, all its factors 1.
        let shown = rates.hides.map { complete + (1 - $0) * (all - complete) }
        let bases = partial.nodes.indices.map { level * blocks[Int(partial.nodes[$0].block)] * shown[$0] }
        Shape.redraw(&activityShape, counts, bases, &random)
        for node in activity.indices {
            activity[node] = random.gamma(activityShape + counts[node]) / (activityShape + bases[node])
        }
        var (sums, masses) = ([Double](repeating: 0, count: blocks.count), [Double](repeating: 0, count: blocks.count))
        for (node, place) in partial.nodes.enumerated() {
            sums[Int(place.block)] += counts[node]
            masses[Int(place.block)] += activity[node] * shown[node]
        }
        for block in blocks.indices { blocks[block] = random.gamma(2 + sums[block]) / (2 + level * masses[block]) }
        let mass = zip(blocks, masses).reduce(0) { $0 + $1.0 * $1.1 }
        level = random.gamma(0.5 + sums.reduce(0, +)) / (0.5 + mass)
        setTaking()
    }
}
