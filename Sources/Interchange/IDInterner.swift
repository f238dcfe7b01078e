/// Gives each distinct id of a text a number, from 0, in the order in which they first occur.
///
/// An open-addressing table over slices of bytes, so that no string is made for any but the
/// distinct ids. Ids of at most eight bytes, the most common, stand in the table itself: one look
/// at one cache line finds them.
struct IDInterner {
    private struct Slot {
        /// The bytes of a short id; the hash of a longer one.
        var key: UInt64 = 0
        var length: Int32 = 0
        /// -1: the slot is free.
        var id: Int32 = -1
    }

    private var slots = [Slot](repeating: Slot(), count: 1 << 10)
    /// The distinct ids one after another, and where each ends.
    private var arena: [UInt8] = []
    private var ends: [Int] = []

    var count: Int { ends.count }

    mutating func intern(_ bytes: [UInt8], _ start: Int, _ end: Int) -> Int32 {
        let length = end - start
        let key = Self.key(bytes.span, start, end)
        var place = Self.mixed(key, UInt64(truncatingIfNeeded: length)) & (slots.count - 1)
        while true {
            let slot = slots[place]
            if slot.id < 0 { break }
            if slot.key == key, slot.length == length, length <= 8 || isSame(slot.id, bytes, start, end) {
                return slot.id
            }
            place = (place + 1) & (slots.count - 1)
        }
        return insert(bytes, start, end, key, place)
    }

    /// The distinct ids as strings.
    func strings() -> [String] {
        var strings: [String] = []
        strings.reserveCapacity(ends.count)
        var start = 0
        for end in ends {
            strings.append(String(decoding: arena[start..<end], as: UTF8.self))
            start = end
        }
        return strings
    }

    private mutating func insert(_ bytes: [UInt8], _ start: Int, _ end: Int, _ key: UInt64, _ place: Int) -> Int32 {
        let id = Int32(ends.count)
        arena.append(contentsOf: bytes[start..<end])
        ends.append(arena.count)
        slots[place] = Slot(key: key, length: Int32(end - start), id: id)
        if ends.count * 2 > slots.count { grow() }
        return id
    }

    private mutating func grow() {
        let old = slots
        slots = [Slot](repeating: Slot(), count: old.count * 2)
        for slot in old where slot.id >= 0 {
            var place = Self.mixed(slot.key, UInt64(truncatingIfNeeded: slot.length)) & (slots.count - 1)
            while slots[place].id >= 0 { place = (place + 1) & (slots.count - 1) }
            slots[place] = slot
        }
    }

    private func isSame(_ id: Int32, _ bytes: [UInt8], _ start: Int, _ end: Int) -> Bool {
        let first = id == 0 ? 0 : ends[Int(id) - 1]
        return arena[first..<ends[Int(id)]].elementsEqual(bytes[start..<end])
    }

    private static func key(_ bytes: Span<UInt8>, _ start: Int, _ end: Int) -> UInt64 {
        if end - start <= 8 { return word(bytes, start, end) }
        var hash: UInt64 = 0
        var at = start
        while at < end {
            hash = UInt64(truncatingIfNeeded: mixed(hash, word(bytes, at, min(at + 8, end))))
            at += 8
        }
        return hash
    }

    /// At most eight bytes as one number.
    private static func word(_ bytes: Span<UInt8>, _ start: Int, _ end: Int) -> UInt64 {
        var word: UInt64 = 0
        var at = end
        while at > start {
            at -= 1
            word = word << 8 | UInt64(bytes[at])
        }
        return word
    }

    /// A full multiplication, its halves folded: each bit of the input reaches every bit.
    private static func mixed(_ one: UInt64, _ other: UInt64) -> Int {
        let (high, low) = (one ^ 0x9E37_79B9_7F4A_7C15).multipliedFullWidth(by: other ^ 0xE703_7ED1_A0B4_28DB)
        return Int(truncatingIfNeeded: high ^ low)
    }
}
