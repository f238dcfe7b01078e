/// Sums by key for one row: a table twice as large as the row, which for most nodes lies in the nearest
/// cache where one sum for each community would not.
struct LeidenTally {
    private struct Slot {
        /// -1: free.
        var key: Int32 = -1
        var sum = 0.0
    }

    private var slots: [Slot] = []
    /// The slots in use, in the order in which their keys came.
    private var used: [Int32] = []
    private(set) var count = 0
    private var mask = 0
    /// The keys of the row that is being added.
    private var keys: [Int32] = []

    /// Makes room for a row of so many entries, all sums nothing.
    mutating func clear(forRow length: Int) {
        for index in 0..<count { slots[Int(used[index])].key = -1 }
        count = 0
        var size = 16
        while size < 2 * length { size *= 2 }
        mask = size - 1
        guard size > slots.count else { return }
        slots = [Slot](repeating: Slot(), count: size)
        used = [Int32](repeating: 0, count: size)
        keys = used
    }

    /// The sums in the order in which their keys came.
    subscript(index: Int) -> (key: Int32, sum: Double) {
        let slot = slots[Int(used[index])]
        return (slot.key, slot.sum)
    }

    /// Adds up entries by the labels of their ends; without weights, each counts 1.
    mutating func add(_ row: Range<Int>, ends: Span<Int32>, weights: Span<Double>, labels: Span<Int32>) {
        Self.gather(ends.extracting(row), labels, &keys)
        let weights = weights.isEmpty ? weights : weights.extracting(row)
        Self.add(keys[0..<row.count], weights, &slots, &used, &count, mask)
    }

    /// The first key.
    mutating func start(with key: Int32) {
        let slot = Self.home(of: key) & mask
        slots[slot] = Slot(key: key, sum: 0)
        used[0] = Int32(slot)
        count = 1
    }

    /// Apart from the sums, so that reading a label from far memory does not wait for the one before.
    private static func gather(_ ends: Span<Int32>, _ labels: Span<Int32>, _ keys: inout [Int32]) {
        var keys = keys.mutableSpan
        for place in ends.indices { keys[place] = labels[Int(ends[place])] }
    }

    private static func add(
        _ keys: ArraySlice<Int32>, _ weights: Span<Double>, _ slots: inout [Slot], _ used: inout [Int32],
        _ count: inout Int, _ mask: Int
    ) {
        let keys = keys.span
        var slots = slots.mutableSpan
        var used = used.mutableSpan
        for place in keys.indices {
            let (key, weight) = (keys[place], weights.isEmpty ? 1 : weights[place])
            var slot = home(of: key) & mask
            while slots[slot].key != key, slots[slot].key >= 0 { slot = (slot + 1) & mask }
            if slots[slot].key == key {
                slots[slot].sum += weight
            } else {
                slots[slot] = Slot(key: key, sum: weight)
                used[count] = Int32(truncatingIfNeeded: slot)
                count += 1
            }
        }
    }

    private static func home(of key: Int32) -> Int {
        Int(truncatingIfNeeded: UInt32(bitPattern: key) &* 0x9E37_79B1 >> 7)
    }
}
