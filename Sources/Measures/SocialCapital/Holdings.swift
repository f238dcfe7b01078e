import GraphKernels
import NetworkModel
import Vocabulary

/// An alter, what it holds, and how far the tie gives access to it.
struct Holding: Sendable {
    let alter: Int
    let resource: Double?
    let activation: Double
    let durability: Double

    var mobilizable: Double? { resource.map { $0 * activation * durability } }
}

extension MeasureContext {
    /// The attribute that plays resource, as written, for each node.
    var resourceTexts: [String?] {
        texts(of: options.resource)
    }

    /// For each node its alters, in order, with what they hold.
    ///
    /// - Throws: `MilieuError` of cause `data` where the attribute is not made of numbers.
    func holdings() throws(MilieuError) -> [[Holding]] {
        try memo("holdings") { () throws(MilieuError) in
            let resources = try numbers(of: options.resource, playing: Bilingual(en: "resource", fr: "ressource"))
            let access = tieAccess()
            return view.nodes.indices.map { node in
                binaryUndirected.outgoing.neighbours(of: node).map { alter in
                    let tie = access[Pair(node, Int(alter))] ?? (1, 1)
                    return Holding(
                        alter: Int(alter), resource: resources[Int(alter)], activation: tie.activation,
                        durability: tie.durability)
                }
            }
        }
    }

    /// Of each pair, the activation of the most active tie and the durability of the longest.
    private func tieAccess() -> [Pair: (activation: Double, durability: Double)] {
        let observed = observedDays()
        var access: [Pair: (activation: Double, durability: Double)] = [:]
        for tie in 0..<view.tieCount {
            guard case .tie(let position) = view.origins[tie] else { continue }
            let details = network.ties[position].details
            let pair = Pair(Int(view.sources[tie]), Int(view.targets[tie]))
            let known = access[pair] ?? (0, 0)
            access[pair] = (
                max(known.activation, Self.activation(details.status)),
                max(known.durability, durability(details, observed))
            )
        }
        return access
    }

    private static func activation(_ status: TieStatus) -> Double {
        switch status {
        case .active, .unknown: 1
        case .dormant: 0.5
        case .potential, .planned, .past: 0
        }
    }

    /// The days that the dataset speaks of; nil where no tie of the view has a date.
    private func observedDays() -> ClosedRange<Int>? {
        var (first, last): (Int?, Int?)
        for tie in 0..<view.tieCount where !network.ties.details.isEmpty {
            guard case .tie(let position) = view.origins[tie] else { continue }
            let details = network.ties.details[position]
            if let since = details.since { first = min(first ?? .max, since.earliest) }
            for date in [details.since, details.until].compactMap({ $0 }) { last = max(last ?? .min, date.latest) }
        }
        let end = (view.options.date ?? network.description.territory?.referenceDate)?.latest ?? last
        guard let first, let end, first <= end else { return nil }
        return first...end
    }

    private func durability(_ details: Tie.Details, _ observed: ClosedRange<Int>?) -> Double {
        guard let observed, details.since != nil || details.until != nil else { return 1 }
        let start = max(observed.lowerBound, details.since?.earliest ?? observed.lowerBound)
        let end = min(observed.upperBound, details.until?.latest ?? observed.upperBound)
        return Double(max(0, end - start + 1)) / Double(observed.count)
    }
}

/// Two nodes, whichever comes first.
private struct Pair: Hashable {
    let low: Int
    let high: Int

    init(_ one: Int, _ other: Int) {
        low = min(one, other)
        high = max(one, other)
    }
}
