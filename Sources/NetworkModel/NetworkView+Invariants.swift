extension Ties {
    /// What readers of the columns take for granted and does not hold, in words; empty where all holds.
    ///
    /// - Parameter actors, kinds: how many there are to name.
    func checkInvariants(actors: Int, kinds kindCount: Int) -> [String] {
        let lengths = [targets.count, kinds.count, weights.count, details.count] + attributes.map(\.values.count)
        let isWhole = zip(lengths.indices, lengths).allSatisfy { place, length in
            length == count || (length == 0 && (1...3).contains(place))
        }
        guard isWhole else { return ["a column of ties is neither empty nor as long as the others"] }
        var broken: [String] = []
        if !(sources + targets).allSatisfy({ (0..<actors).contains(Int($0)) }) { broken.append("a tie's end is no actor") }
        if !kinds.allSatisfy({ (0..<kindCount).contains(Int($0)) }) { broken.append("a tie's kind is none") }
        if count > 0, kinds.isEmpty, kindCount == 0 { broken.append("ties have a kind, and there is none") }
        if !weights.allSatisfy(\.isFinite) { broken.append("a weight is not finite") }
        return broken
    }
}

extension NetworkView {
    /// What measures and figures take for granted of a view of its network (a retied one has other ends than its
    /// origins) and does not hold of this one, in words; empty where all holds.
    func checkInvariants() -> [String] {
        var broken = network.ties.checkInvariants(actors: network.actors.count, kinds: network.tieKinds.count)
        if targets.count != tieCount || ![0, tieCount].contains(weights.count) || ![0, tieCount].contains(tieIsDirected.count) {
            return broken + ["a column of the view is neither empty nor as long as the others"]
        }
        if !(sources + targets).allSatisfy({ nodes.indices.contains(Int($0)) }) { return broken + ["an end is no node"] }
        if zip(sources, targets).contains(where: ==) { broken.append("a loop is a tie of the view") }
        if Set(nodes).count != nodes.count { broken.append("a node stands twice") }
        let isParted = nodes.enumerated().allSatisfy { place, node in
            if case .actor = node { place < actorCount } else { place >= actorCount }
        }
        if !isParted || (!isTwoMode && eventCount > 0) { broken.append("actors and events are not parted") }
        if !tieIsDirected.isEmpty, !isDirected { broken.append("a view without direction has directed ties") }
        if weights.contains(0) || weights.contains(where: { !$0.isFinite }) { broken.append("a weight is none") }
        if !(0..<tieCount).allSatisfy(isOfItsOrigin) { broken.append("a tie has other ends than its origin") }
        return broken
    }

    private func isOfItsOrigin(_ place: Int) -> Bool {
        let (source, target) = (nodes[Int(sources[place])], nodes[Int(targets[place])])
        switch origins[place] {
        case .tie(let position):
            guard network.ties.indices.contains(position) else { return false }
            let tie = network.ties[position]
            return !isTwoMode && source == .actor(tie.source) && target == .actor(tie.target)
        case .participation(let position):
            guard network.participation.indices.contains(position) else { return false }
            let row = network.participation[position]
            return isTwoMode && source == .actor(row.actor) && target == .event(row.event)
        case .sharedEvent(let event):
            let members = Set(network.participation.filter { $0.event == event }.map { Node.actor($0.actor) })
            return !isTwoMode && members.isSuperset(of: [source, target])
        }
    }
}
