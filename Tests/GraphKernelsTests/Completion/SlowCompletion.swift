@testable import GraphKernels

/// What the fast sums and draws have to give, pair by pair from the model alone.
struct SlowCompletion {
    let rates: ArcRates
    private var layout: ArcLayout { rates.layout }

    private func pairs(_ kind: Int) -> [(Int32, Int32)] {
        let nodes = (0..<layout.nodeCount).map(Int32.init)
        return nodes.flatMap { one in
            nodes.compactMap { other in
                guard one != other else { return nil }
                let inner = layout.partial.blockIsInner
                return layout.joins(kind, inner[layout.block(one)], inner[layout.block(other)]) ? (one, other) : nil
            }
        }
    }

    /// Seeds that a node would send or receive, were its factor 1.
    func exposure(_ kind: Int, _ node: Int32, isSender: Bool, areShown: Bool) -> Double {
        pairs(kind).filter { isSender ? $0.0 == node : $0.1 == node }.reduce(0) { sum, pair in
            let own = isSender ? rates.sending[kind][Int(node)] : rates.receiving[kind][Int(node)]
            let hiding = rates.hiding(kind, pair.0, pair.1)
            return sum + rates.orientedRate(kind, pair.0, pair.1) / own * (areShown ? 1 - hiding : hiding)
        }
    }

    /// Seeds between two blocks that would be shown, were their rate ω 1.
    func shownMass(_ kind: Int, from source: Int, to target: Int) -> Double {
        pairs(kind).filter { layout.block($0.0) == source && layout.block($0.1) == target }.reduce(0) { sum, pair in
            let factors = rates.sending[kind][Int(pair.0)] * rates.receiving[kind][Int(pair.1)]
            return sum + factors * (1 - rates.hiding(kind, pair.0, pair.1))
        }
    }

    /// Hidden seeds whose companion would be shown: an undirected arc runs from its lower to its higher end.
    func tellingHidden(_ kind: Int, _ companion: ArcLayout.Companion) -> Double {
        pairs(kind).reduce(0) { sum, pair in
            let isDirected = layout.partial.kinds[kind].isDirected
            guard isDirected || pair.0 < pair.1 else { return sum }
            let (one, other) = companion.isReversed ? (pair.1, pair.0) : pair
            let isShown = 1 - rates.hiding(companion.kind, one, other)
            return sum + rates.rate(kind, pair.0, pair.1) * rates.hiding(kind, pair.0, pair.1) * isShown
        }
    }

    /// The chance that a hidden arc of one directed kind is drawn between two nodes of which nothing was shown, by
    /// going through every combination of seeds and companions of the pair.
    func chance(_ kind: Int, _ source: Int32, _ target: Int32) -> Double {
        let forward = rates.orientedRate(kind, source, target), back = rates.orientedRate(kind, target, source)
        let hides = (rates.hiding(kind, source, target), rates.hiding(kind, target, source))
        let share = rates.companions[kind].first ?? 0
        // An arc of rate λ that was not shown is there with chance p(1 − e)/(1 − pe), p = 1 − e^−λ: a Poisson number of
        // seeds of mean −ln of the rest; of a seed no companion may have been shown; and of those, whether the companion
        // is there, given that it was not shown.
        func silent(_ rate: Double, _ hidden: Double, _ other: Double) -> Double {
            let (there, shown) = (1 - Logarithm.exponential(-rate), 1 - hidden)
            let chance = there * (1 - shown) / (1 - there * shown)
            return -Logarithm.natural(1 - chance) * (1 - share * (1 - other))
        }
        func companion(_ other: Double) -> Double { share * other / (1 - share * (1 - other)) }
        let direct = silent(forward, hides.0, hides.1)
        let returned = silent(back, hides.1, hides.0) * companion(hides.0)
        return 1 - Logarithm.exponential(-direct - returned)
    }
}
