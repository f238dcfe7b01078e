/// Hierarchical clustering by average linkage (Sokal and Michener 1958), by chains of nearest
/// neighbours (Murtagh 1983, The Computer Journal 26, 354–359).
public struct AverageLinkage: Sendable {
    /// One step up the tree: two clusters become one.
    public struct Merge: Sendable, Hashable {
        /// A node of each of the two clusters that become one: the smallest.
        public let first: Int
        /// The other's smallest node; the larger of the two.
        public let second: Int
        /// The mean distance between the members of the two.
        public let height: Double
    }

    /// From the lowest to the highest; one fewer than nodes.
    public let merges: [Merge]
    private let distances: SquareMatrix

    /// Builds the whole tree.
    ///
    /// - Precondition: the distances are symmetric and not negative.
    /// - Complexity: O(nodes²).
    public init(_ distances: SquareMatrix) {
        self.distances = distances
        var matrix = distances
        var sizes = [Int](repeating: 1, count: distances.size)
        var isActive = [Bool](repeating: true, count: distances.size)
        var merges: [Merge] = []
        var chain: [Int] = []
        while merges.count + 1 < distances.size {
            if chain.isEmpty, let first = isActive.firstIndex(of: true) { chain.append(first) }
            let tip = chain[chain.count - 1]
            let before = chain.count > 1 ? chain[chain.count - 2] : -1
            // Of equally near ones the one before in the chain, so that it cannot run in circles.
            var nearest = before
            for other in 0..<distances.size where isActive[other] && other != tip {
                if nearest < 0 || matrix[tip, other] < matrix[tip, nearest] { nearest = other }
            }
            guard nearest == before else {
                chain.append(nearest)
                continue
            }
            chain.removeLast(2)
            let (kept, gone) = (min(tip, nearest), max(tip, nearest))
            merges.append(Merge(first: kept, second: gone, height: matrix[tip, nearest]))
            isActive[gone] = false
            for other in 0..<distances.size where isActive[other] && other != kept {
                let sum = Double(sizes[kept]) * matrix[kept, other] + Double(sizes[gone]) * matrix[gone, other]
                let mean = sum / Double(sizes[kept] + sizes[gone])
                matrix[kept, other] = mean
                matrix[other, kept] = mean
            }
            sizes[kept] += sizes[gone]
        }
        self.merges = merges.enumerated().sorted { ($0.element.height, $0.offset) < ($1.element.height, $1.offset) }
            .map(\.element)
    }

    /// For each node the number of its cluster, from 0 in the order of first nodes, once the tree
    /// is cut into `count` clusters.
    public func classes(_ count: Int) -> [Int] {
        precondition(count > 0 || distances.size == 0)
        var label = Array(0..<distances.size)
        for merge in merges.prefix(max(0, distances.size - count)) {
            let (into, from) = (label[merge.first], label[merge.second])
            for node in label.indices where label[node] == from { label[node] = into }
        }
        var numbers: [Int: Int] = [:]
        for cluster in label where numbers[cluster] == nil { numbers[cluster] = numbers.count }
        return label.map { numbers[$0] ?? 0 }
    }

    /// The cut of highest mean silhouette among 2 … `most` clusters (Rousseeuw 1987, J. Comput.
    /// Appl. Math. 20, 53–65); the coarsest of equals. One cluster where nothing can be told apart.
    public func bestClasses(most: Int = 10) -> [Int] {
        var best = (classes: [Int](repeating: 0, count: distances.size), width: 0.0)
        for count in 2..<max(2, min(most, distances.size - 1) + 1) {
            let classes = classes(count)
            let width = silhouette(classes)
            if width > best.width + 1e-12 { best = (classes, width) }
        }
        return best.classes
    }

    /// The mean over nodes of (b − a) / max(a, b): a the mean distance within the own cluster, b
    /// to the nearest other one; 0 for a node alone.
    public func silhouette(_ classes: [Int]) -> Double {
        let count = (classes.max() ?? -1) + 1
        var sizes = [Int](repeating: 0, count: count)
        for cluster in classes { sizes[cluster] += 1 }
        let widths = classes.indices.map { node -> Double in
            var sums = [Double](repeating: 0, count: count)
            for other in classes.indices where other != node { sums[classes[other]] += distances[node, other] }
            let own = classes[node]
            guard sizes[own] > 1 else { return 0 }
            let within = sums[own] / Double(sizes[own] - 1)
            let beyond = (0..<count).filter { $0 != own }.map { sums[$0] / Double(sizes[$0]) }.min() ?? within
            let larger = max(within, beyond)
            return larger > 0 ? (beyond - within) / larger : 0
        }
        return widths.isEmpty ? 0 : widths.reduce(0, +) / Double(widths.count)
    }
}
