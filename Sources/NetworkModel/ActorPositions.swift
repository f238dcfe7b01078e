import Synchronization

/// Where each id stands among the actors. For ids that are known to be distinct the index is made at
/// the first question: of millions of actors, most programs ask for none.
final class ActorPositions: Sendable {
    private let ids: [String]
    private let index: Mutex<[String: Int32]?>

    init(_ index: [String: Int32]) {
        ids = []
        self.index = Mutex(index)
    }

    /// - Precondition: the ids are distinct.
    init(of ids: [String]) {
        self.ids = ids
        index = Mutex(nil)
    }

    func position(of id: String) -> Int? {
        index.withLock { index in
            let known = index ?? Dictionary(uniqueKeysWithValues: zip(ids, 0..<Int32(ids.count)))
            index = known
            return known[id].map(Int.init)
        }
    }
}
