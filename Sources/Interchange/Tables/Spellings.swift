import Vocabulary

/// Ids that are one, though their bytes differ: composed and decomposed letters, spaces of other sorts.
struct Spellings {
    /// The ids without those that are another's; of each the form of the fewest bytes.
    private(set) var ids: [String]
    /// Which of `ids` each of the given ids is; nil: each is its own.
    private(set) var numbers: [Int32]?
    /// Of each id with more than one spelling, the one kept.
    private(set) var joined: [String] = []

    /// - Complexity: O(bytes), and a dictionary of all ids where any of them can have a twin.
    init(_ given: [String]) {
        ids = given
        guard given.contains(where: Self.mayHaveTwin) else { return }
        var positions: [String: Int32] = [:]
        var (kept, numbers): ([String], [Int32]) = ([], [])
        var isJoined: Set<Int32> = []
        for id in given {
            let key = NameKey.spaced(id)
            guard let known = positions[key] else {
                positions[key] = Int32(kept.count)
                numbers.append(Int32(kept.count))
                kept.append(id)
                continue
            }
            numbers.append(known)
            isJoined.insert(known)
            if id.utf8.count < kept[Int(known)].utf8.count { kept[Int(known)] = id }
        }
        guard !isJoined.isEmpty else { return }
        joined = isJoined.sorted().map { kept[Int($0)] }
        (ids, self.numbers) = (kept, numbers)
    }

    /// Whether it has letters put together, or spaces that others write as one plain space.
    private static func mayHaveTwin(_ id: String) -> Bool {
        var wasSpace = false
        for byte in id.utf8 {
            if byte >= 0x80 { return id.unicodeScalars.contains(where: isDoubtful) || id.contains("  ") }
            if byte == 0x20, wasSpace { return true }
            wasSpace = byte == 0x20
        }
        return false
    }

    private static func isDoubtful(_ scalar: Unicode.Scalar) -> Bool {
        scalar.properties.canonicalCombiningClass != .notReordered
            || (scalar.value >= 0x80
                && (scalar.properties.isWhitespace || scalar.properties.generalCategory == .format))
    }
}
