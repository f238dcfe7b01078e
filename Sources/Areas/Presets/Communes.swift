/// Codes of communes as they are today: merged ones and arrondissements lead to the commune that they are in now.
struct Communes: Sendable {
    /// From a code to the one that took its place.
    private var successor: [String: String] = [:]

    /// Says that a commune went into another, or an arrondissement is part of one.
    mutating func add(_ code: String, into current: String) {
        if code != current { successor[code] = current }
    }

    /// The code of today; of an unknown commune its own. Codes that lead in a circle (a commune that was set up again)
    /// stay as they are.
    func current(_ code: String) -> String {
        guard var next = successor[code] else { return code }
        // No commune of France was merged as often.
        for _ in 0..<16 {
            guard let further = successor[next], further != code else { return next }
            next = further
        }
        return code
    }
}
