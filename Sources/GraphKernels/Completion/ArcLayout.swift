/// What stays the same of partly shown arcs while their model is fitted.
///
/// A class, so that the chains of several cores, who pass it on in every step, count one holder in place of ten.
final class ArcLayout: Sendable {
    /// Nodes of one block, all listed or none.
    struct Group: Sendable {
        let block: Int
        let isInner: Bool
        let isListed: Bool
        /// Places in `order`.
        let range: Range<Int>
    }

    /// An arc that can come with another of the same pair: of this kind, in the same or the opposite direction.
    struct Companion: Sendable {
        let kind: Int
        let isReversed: Bool
        /// Beta prior of its chance, in numbers of seeds with and without it: that ties are returned is known to be
        /// common, that two kinds go together less so, and against each other hardly.
        let prior: (with: Double, without: Double)
    }

    let partial: PartialArcs
    let order: [Int32]
    let groups: [Group]
    /// By kind: what can come with an arc of it.
    let companions: [[Companion]]
    /// By kind: the first that was looked at in the same way, so that what hides of the two is the same.
    let sightTwins: [Int]
    /// Ranges of the shown arcs, one for each pair of nodes.
    let pairs: [Range<Int>]
    /// Of kinds between inner nodes, and of those across.
    private let inner: Joined
    private let outer: Joined

    /// What arcs of a kind can join.
    struct Joined: Sendable {
        /// Nodes that can be at an end, ascending; and those of them that are listed.
        let nodes: [Int32]
        let listed: [Int32]
        /// By block, those at the other end.
        let partners: [[Int]]
    }

    var nodeCount: Int { partial.nodes.count }
    var blockCount: Int { partial.blockIsInner.count }
    var kindCount: Int { partial.kinds.count }

    init(_ partial: PartialArcs) {
        self.partial = partial
        let nodes = partial.nodes
        order = nodes.indices.sorted { a, b in
            (nodes[a].block, nodes[a].isListed ? 0 : 1, a) < (nodes[b].block, nodes[b].isListed ? 0 : 1, b)
        }.map(Int32.init)
        var groups: [Group] = []
        var first = 0
        for place in order.indices {
            let node = nodes[Int(order[place])]
            guard place + 1 == order.count || nodes[Int(order[place + 1])] != node else { continue }
            groups.append(
                Group(
                    block: Int(node.block), isInner: partial.blockIsInner[Int(node.block)], isListed: node.isListed,
                    range: first..<place + 1))
            first = place + 1
        }
        self.groups = groups
        var counts = [Int](repeating: 0, count: partial.kinds.count)
        for arc in partial.arcs { counts[Int(arc.kind)] += 1 }
        companions = partial.kinds.indices.map { parent in
            partial.kinds.indices.flatMap { kind in
                [false, true].compactMap { isReversed in
                    // An undirected arc has one direction.
                    if isReversed, !partial.kinds[kind].isDirected { return nil }
                    if kind == parent, !isReversed { return nil }
                    if partial.kinds[kind].isOuter != partial.kinds[parent].isOuter { return nil }
                    // The rarer kinds come with the more frequent ones, and never in a circle.
                    if (counts[kind], -kind) > (counts[parent], -parent) { return nil }
                    let prior: (with: Double, without: Double) =
                        kind == parent ? (0.5, 0.5) : isReversed ? (0.1, 3) : (0.25, 1)
                    return Companion(kind: kind, isReversed: isReversed, prior: prior)
                }
            }
        }
        var firsts: [PartialArcs.Sight: Int] = [:]
        sightTwins = partial.kinds.enumerated().map { kind, own in
            if let first = firsts[own.sight] { return first }
            firsts[own.sight] = kind
            return kind
        }
        var pairs: [Range<Int>] = []
        var start = 0
        for place in partial.arcs.indices {
            let isLast =
                place + 1 == partial.arcs.count
                || partial.arcs[place + 1].low != partial.arcs[place].low
                || partial.arcs[place + 1].high != partial.arcs[place].high
            guard isLast else { continue }
            pairs.append(start..<place + 1)
            start = place + 1
        }
        self.pairs = pairs
        func joined(isOuter: Bool) -> Joined {
            let sides = partial.blockIsInner
            let partners = sides.indices.map { block in
                sides.indices.filter { Self.joins(isOuter: isOuter, sides[block], sides[$0]) }
            }
            let ends = nodes.indices.map(Int32.init).filter { !partners[Int(nodes[Int($0)].block)].isEmpty }
            return Joined(nodes: ends, listed: ends.filter { nodes[Int($0)].isListed }, partners: partners)
        }
        (inner, outer) = (joined(isOuter: false), joined(isOuter: true))
    }

    func block(_ node: Int32) -> Int { Int(partial.nodes[Int(node)].block) }
    func isListed(_ node: Int32) -> Bool { partial.nodes[Int(node)].isListed }

    func joined(_ kind: Int) -> Joined { partial.kinds[kind].isOuter ? outer : inner }

    /// Whether a kind can join blocks of these sides.
    func joins(_ kind: Int, _ source: Bool, _ target: Bool) -> Bool {
        Self.joins(isOuter: partial.kinds[kind].isOuter, source, target)
    }

    private static func joins(isOuter: Bool, _ source: Bool, _ target: Bool) -> Bool {
        isOuter ? source != target : source && target
    }
}
