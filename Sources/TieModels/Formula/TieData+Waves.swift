extension TieData {
    /// Which part of a change between two waves a model explains.
    public enum Change: String, Sendable, CaseIterable {
        /// Which pairs that were not tied became so.
        case formation
        /// Which ties lasted.
        case persistence
    }

    /// The network whose model is that of one part of the change since an earlier wave (Krivitsky and Handcock 2014, J. R.
    /// Stat. Soc. B 76(1), 29–46): ties of either wave, of which those of the earlier one stay; or ties of both, of which
    /// the earlier one's alone can be there. Given the earlier wave neither part says anything of the other.
    ///
    /// - Parameter before: the earlier wave's ties over the same nodes.
    public func change(_ change: Change, since before: [(source: Int, target: Int)]) -> TieData {
        func pair(_ tie: (source: Int, target: Int)) -> [Int] {
            isDirected && firstModeCount == nil
                ? [tie.source, tie.target] : [min(tie.source, tie.target), max(tie.source, tie.target)]
        }
        let (old, new) = (Set(before.map(pair)), Set(ties.map(pair)))
        var made = self
        func listed(_ pairs: some Sequence<[Int]>) -> [(source: Int, target: Int)] {
            pairs.sorted { $0.lexicographicallyPrecedes($1) }.map { ($0[0], $0[1]) }
        }
        switch change {
        case .formation:
            made.ties = listed(old.union(new))
            made.free = pairs.filter { !old.contains([$0.source, $0.target]) }
        case .persistence:
            made.ties = listed(old.intersection(new))
            made.free = listed(old.filter { $0[0] != $0[1] })
        }
        return made
    }

    /// Every pair that can be tied, once.
    private var pairs: [(source: Int, target: Int)] {
        var pairs: [(source: Int, target: Int)] = []
        let count = ids.count
        for source in 0..<(firstModeCount ?? count) {
            let targets = firstModeCount.map { $0..<count } ?? (isDirected ? 0..<count : source + 1..<count)
            for target in targets where target != source { pairs.append((source, target)) }
        }
        return pairs
    }
}
