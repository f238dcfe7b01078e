/// Which actors belong to one organisation or group: those that lead to the same head by their parents.
///
/// A group on one side of the perimeter can be taken as one actor: its head, or where the head is on the
/// other side, the first of them.
struct Groups {
    /// By actor: the head of its group, itself where it has no parent.
    let groupOf: [Int32]
    /// By actor: the node that stands for its group on its side of the perimeter.
    let nodeOf: [Int32]

    /// - Parameter holds: a parent that is not there holds nothing together.
    init(_ code: TerritoryCode, holds: [Bool], side: (Int) -> Bool?) {
        groupOf = code.actors.indices.map { actor in
            var head = actor
            // The steps are bounded, since a dataset could close a circle of parents.
            for _ in code.actors.indices {
                let parent = Int(code.actors[head].parent)
                guard parent >= 0, parent != actor, holds[parent] else { break }
                head = parent
            }
            return Int32(head)
        }
        var first: [Side: Int32] = [:]
        for (actor, group) in groupOf.enumerated() where holds[actor] {
            let own = Side(group: group, isInside: side(actor))
            if Int(group) == actor || first[own] == nil { first[own] = Int32(actor) }
        }
        nodeOf = groupOf.enumerated().map { actor, group in
            first[Side(group: group, isInside: side(actor))] ?? Int32(actor)
        }
    }

    private struct Side: Hashable {
        let group: Int32
        let isInside: Bool?
    }
}
