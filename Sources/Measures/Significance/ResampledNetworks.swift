import GraphKernels
import NetworkModel

/// Networks of resampled actors: what ties two of them, in every layer and by events, is what ties the
/// two that they stand for.
struct ResampledNetworks: Sendable {
    private let context: MeasureContext
    /// By pair, the lesser actor first: the rows of the view that tie them.
    private let rows: [Pair: [Int]]

    private struct Pair: Hashable {
        let low: Int
        let high: Int
    }

    init(_ context: MeasureContext) {
        self.context = context
        let view = context.view
        var rows: [Pair: [Int]] = [:]
        for row in 0..<view.tieCount {
            let (one, other) = (Int(view.sources[row]), Int(view.targets[row]))
            rows[Pair(low: min(one, other), high: max(one, other)), default: []].append(row)
        }
        self.rows = rows
    }

    func drawn(using random: inout RandomSource) -> MeasureContext {
        let view = context.view
        var (likes, sources, targets): ([Int], [Int32], [Int32]) = ([], [], [])
        let drawn = VertexBootstrap.resample(view.nodes.count, using: &random) { one, other in
            let pair = Pair(low: min(one.node, other.node), high: max(one.node, other.node))
            for row in rows[pair] ?? [] {
                let isForth = Int(view.sources[row]) == one.node
                likes.append(row)
                sources.append(Int32(isForth ? one.place : other.place))
                targets.append(Int32(isForth ? other.place : one.place))
            }
        }
        return MeasureContext(
            view.retied(like: likes, sources: sources, targets: targets, nodes: drawn.map { view.nodes[$0] }),
            options: context.options)
    }
}
