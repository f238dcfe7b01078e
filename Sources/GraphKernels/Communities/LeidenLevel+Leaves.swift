extension LeidenLevel {
    /// The level without the nodes of a single edge, each of which has become part of its only neighbour: at a
    /// resolution of 1 or less none of them gains by being anywhere else, as long as no community has all the weight.
    /// In a territory these are half of all actors.
    ///
    /// - Returns: nil where they are too few to be worth it; else the level, and of each node its number there.
    /// - Precondition: a level of a graph, whose nodes have no weight inside.
    /// - Complexity: O(nodes + edges).
    func folded() -> (level: LeidenLevel, place: [Int32])? {
        func isLeaf(_ node: Int) -> Bool {
            guard row(node).count == 1 else { return false }
            let neighbour = Int(targets[offsets[node]])
            // Of a pair one stays.
            return row(neighbour).count > 1 || neighbour < node
        }
        var place = [Int32](repeating: -1, count: nodeCount)
        var kept: Int32 = 0
        for node in 0..<nodeCount where !isLeaf(node) {
            place[node] = kept
            kept += 1
        }
        guard Int(kept) < nodeCount - nodeCount / 10 else { return nil }
        var strengths = [Double](repeating: 0, count: Int(kept))
        var (newOffsets, newTargets, newWeights): ([Int], [Int32], [Double]) = ([0], [], [])
        newOffsets.reserveCapacity(Int(kept) + 1)
        newTargets.reserveCapacity(targets.count)
        for node in 0..<nodeCount where place[node] >= 0 {
            strengths[Int(place[node])] += self.strengths[node]
            for entry in row(node) {
                let neighbour = Int(targets[entry])
                if place[neighbour] >= 0 {
                    newTargets.append(place[neighbour])
                    if !weights.isEmpty { newWeights.append(weights[entry]) }
                } else {
                    strengths[Int(place[node])] += self.strengths[neighbour]
                }
            }
            newOffsets.append(newTargets.count)
        }
        for node in 0..<nodeCount where place[node] < 0 { place[node] = place[Int(targets[offsets[node]])] }
        let level = LeidenLevel(
            offsets: newOffsets, targets: newTargets, weights: newWeights, strengths: strengths, total: total)
        return (level, place)
    }

    /// Modularity but for what lies inside the nodes, which no partition changes.
    func quality(_ partition: [Int32], _ resolution: Double) -> Double {
        guard total > 0 else { return 0 }
        var strengthOf = [Double](repeating: 0, count: nodeCount)
        for node in 0..<nodeCount { strengthOf[Int(partition[node])] += strengths[node] }
        let inside = Parallel.chunks(of: nodeCount, grain: 16_384) { nodes in
            let (labels, ends) = (partition.span, targets.span)
            var sum = 0.0
            for node in nodes {
                for entry in row(node) where labels[Int(ends[entry])] == labels[node] { sum += weight(entry) }
            }
            return sum
        }
        let expected = strengthOf.reduce(0) { $0 + ($1 / total) * ($1 / total) }
        return inside.reduce(0, +) / total - resolution * expected
    }
}
