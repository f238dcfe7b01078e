import GraphKernels

/// Networks made of what fast kernels treat apart: trees, cliques, twins with the same neighbours,
/// bridges between them, isolates and several components, in shuffled order, of more nodes than there
/// are bits in a word.
enum StructuredEdges {
    static let seeds = 0..<40

    static func make(seed: Int, isWeighted: Bool) -> RandomEdges {
        var random = RandomSource(seed: 13, part: seed)
        var pairs: [(Int, Int)] = []
        var count = 0
        var anchors: [Int] = []
        for _ in 0..<(6 + random.below(4)) {
            let first = count
            switch random.below(4) {
            case 0:
                // A tree.
                let size = 1 + random.below(12)
                for node in 1..<max(2, size) where size > 1 { pairs.append((first + node, first + random.below(node))) }
                count += size
            case 1:
                // A clique.
                let size = 3 + random.below(4)
                for node in 0..<size { for other in 0..<node { pairs.append((first + node, first + other)) } }
                count += size
            case 2:
                // Twins around two or three centres, which may know each other.
                let (centres, twins) = (2 + random.below(2), 2 + random.below(5))
                for twin in 0..<twins {
                    for centre in 0..<centres { pairs.append((first + centres + twin, first + centre)) }
                }
                if random.below(2) == 0 { pairs.append((first, first + 1)) }
                count += centres + twins
            default:
                // Isolates.
                count += 1 + random.below(3)
            }
            // A bridge to something before it, or a component of its own.
            if let anchor = anchors.last, random.below(3) > 0 { pairs.append((anchor, first)) }
            anchors.append(first + random.below(count - first))
        }
        var order = Array(0..<(count + 40))
        order.shuffle(using: &random)
        return RandomEdges(
            nodeCount: count + 40, sources: pairs.map { Int32(order[$0.0]) }, targets: pairs.map { Int32(order[$0.1]) },
            weights: isWeighted ? pairs.map { _ in [0.25, 0.5, 1, 3][random.below(4)] } : [])
    }
}
