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

    mutating func intern(_ bytes: [UInt8], _ range: Range<Int>) -> Int32 {
        let key = Self.key(bytes.span, range.lowerBound, range.upperBound)
        return find(bytes, range, key, Self.hash(key, range.count))
    }

    /// Interns one range after another and appends the numbers to `ids`.
    ///
    /// In a large network each id is a look at another part of memory. All first looks are made
    /// before the first answer is needed, so that the processor waits for them at once and not
    /// one after the other: measured on ten million ties, a third of the time.
    mutating func intern(_ bytes: [UInt8], _ ranges: [Range<Int>], into ids: inout [Int32]) {
        var keys: [(key: UInt64, hash: Int)] = []
        var looks: [Slot] = []
        keys.reserveCapacity(ranges.count)
        looks.reserveCapacity(ranges.count)
        for range in ranges {
            let key = Self.key(bytes.span, range.lowerBound, range.upperBound)
            keys.append((key, Self.hash(key, range.count)))
        }
        // A short loop: the more looks fit into the processor's window, the more are waited for at once.
        let mask = slots.count - 1
        for key in keys { looks.append(slots[key.hash & mask]) }
        for index in ranges.indices {
            // A slot that is filled stays what it is.
            let (range, slot) = (ranges[index], looks[index])
            if slot.id >= 0, slot.key == keys[index].key, slot.length == range.count, range.count <= 8 {
                ids.append(slot.id)
            } else {
                ids.append(find(bytes, range, keys[index].key, keys[index].hash))
            }
        }
    }

    private mutating func find(_ bytes: [UInt8], _ range: Range<Int>, _ key: UInt64, _ hash: Int) -> Int32 {
        var place = hash & (slots.count - 1)
        while true {
            let slot = slots[place]
            if slot.id < 0 { break }
            if slot.key == key, slot.length == range.count, range.count <= 8 || isSame(slot.id, bytes, range) {
                return slot.id
            }
            place = (place + 1) & (slots.count - 1)
        }
        return insert(bytes, range, key, place)
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

    private mutating func insert(_ bytes: [UInt8], _ range: Range<Int>, _ key: UInt64, _ place: Int) -> Int32 {
        let id = Int32(ends.count)
        arena.append(contentsOf: bytes[range])
        ends.append(arena.count)
        slots[place] = Slot(key: key, length: Int32(range.count), id: id)
        if ends.count * 2 > slots.count { grow() }
        return id
    }

    private mutating func grow() {
        let old = slots
        slots = [Slot](repeating: Slot(), count: old.count * 2)
        for slot in old where slot.id >= 0 {
            var place = Self.hash(slot.key, Int(slot.length)) & (slots.count - 1)
            while slots[place].id >= 0 { place = (place + 1) & (slots.count - 1) }
            slots[place] = slot
        }
    }

    private func isSame(_ id: Int32, _ bytes: [UInt8], _ range: Range<Int>) -> Bool {
        let first = id == 0 ? 0 : ends[Int(id) - 1]
        return arena[first..<ends[Int(id)]].elementsEqual(bytes[range])
    }

    private static func hash(_ key: UInt64, _ length: Int) -> Int { mixed(key, UInt64(truncatingIfNeeded: length)) }

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
