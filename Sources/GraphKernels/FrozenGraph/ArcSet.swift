/// A set of arcs (pairs of nodes) for chains that ask and change membership millions of times.
///
/// Open addressing with linear probing; a removal shifts the entries behind it back, so that no
/// marker stays. Built for about as many arcs as it will ever hold.
struct ArcSet: Sendable {
    private var slots: [UInt64]
    private let mask: Int
    private static let empty = UInt64.max

    init(capacity: Int) {
        var size = 16
        while size < capacity * 2 { size *= 2 }
        slots = Array(repeating: Self.empty, count: size)
        mask = size - 1
    }

    private static func key(_ source: Int32, _ target: Int32) -> UInt64 {
        UInt64(UInt32(bitPattern: source)) << 32 | UInt64(UInt32(bitPattern: target))
    }

    private func home(_ key: UInt64) -> Int {
        let mixed = (key ^ (key >> 29)) &* 0x9E37_79B9_7F4A_7C15
        return Int(truncatingIfNeeded: mixed >> 32) & mask
    }

    private func place(of key: UInt64) -> Int {
        var slot = home(key)
        while slots[slot] != Self.empty, slots[slot] != key { slot = (slot + 1) & mask }
        return slot
    }

    func contains(_ source: Int32, _ target: Int32) -> Bool {
        let key = Self.key(source, target)
        return slots[place(of: key)] == key
    }

    mutating func insert(_ source: Int32, _ target: Int32) {
        let key = Self.key(source, target)
        slots[place(of: key)] = key
    }

    mutating func remove(_ source: Int32, _ target: Int32) {
        var hole = place(of: Self.key(source, target))
        guard slots[hole] != Self.empty else { return }
        slots[hole] = Self.empty
        var slot = (hole + 1) & mask
        while slots[slot] != Self.empty {
            let distanceHome = (slot - home(slots[slot])) & mask
            if distanceHome >= (slot - hole) & mask {
                slots.swapAt(slot, hole)
                hole = slot
            }
            slot = (slot + 1) & mask
        }
    }
}
