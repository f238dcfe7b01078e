import Vocabulary

/// How an actor counts in a share of actors: a collective of m weighs as m actors that all have its ties,
/// and nobody is invented.
extension Situation {
    /// By node, how many it stands for.
    func weight(_ node: Int32) -> Int { scenario.weights[Int(node)] }

    /// The share of the inside population that has something, each inside node adding so many heads.
    func shareOfPopulation(_ heads: (Int32) -> Int) -> Double {
        let all = insiders.reduce(0) { $0 + weight($1) }
        return Double(insiders.reduce(0) { $0 + min(weight($1), heads($1)) }) / Double(all)
    }

    /// The same where a node has it as a whole or not at all.
    func shareOfPopulation(where holds: (Int32) -> Bool) -> Double {
        shareOfPopulation { holds($0) ? weight($0) : 0 }
    }

    /// By node, how many of it took part in some of the events whose seats these are: of a collective at
    /// least as many as came to the fullest of them.
    func headsAt(_ seats: some Sequence<Scenario.Seat>) -> [Int] {
        var heads = [Int](repeating: 0, count: scenario.nodeCount)
        for seat in seats { heads[Int(seat.node)] = max(heads[Int(seat.node)], Int(seat.heads)) }
        return heads
    }

    /// The share of tied pairs of which neither is a collective. Which members of a collective hold a tie
    /// nobody knows, so that what is read off the pattern of ties is known as far as this.
    var knownPattern: Double {
        guard scenario.hasCollectives else { return 1 }
        var (pairs, plain) = (0, 0)
        for (pair, layers) in zip(scenario.pairs, pairLayers) where layers != 0 {
            pairs += 1
            if weight(pair.low) == 1, weight(pair.high) == 1 { plain += 1 }
        }
        return pairs == 0 ? 1 : Double(plain) / Double(pairs)
    }

    /// Why the pattern of ties is not wholly known.
    var patternReason: Bilingual? { knownPattern < 1 ? Reason.collectives : nil }

    /// By fact, how many of these ties tell it, where some fact is told by several pairs: it counts once
    /// over all of them.
    func tellings(of places: some Sequence<Int32>) -> [Int32: Int] {
        guard scenario.hasSharedFacts else { return [:] }
        var counts: [Int32: Int] = [:]
        for place in places {
            let fact = code.ties[Int(scenario.interaction[Int(place)].tie)].fact
            if fact >= 0 { counts[fact, default: 0] += 1 }
        }
        return counts
    }
}
