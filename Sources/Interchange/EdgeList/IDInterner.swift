import GraphKernels

/// Gives each distinct id of a text a number, from 0, in the order in which they first occur.
///
/// A table of numbers and parts of hashes, eight bytes a slot and eight slots a bucket, beside one key of
/// sixteen bytes for each id. An id of at most fifteen bytes, as most are, is its key; only longer
/// ones stand elsewhere. So no string is made before all are known, and an id costs two looks into
/// memory, of which many are waited for at once.
package struct IDInterner: Sendable {
    /// Filled from the first slot on; what finds no room stands in the next bucket that has some.
    private struct Bucket: Sendable {
        /// The upper halves of the hashes.
        var tags = SIMD8<UInt32>(repeating: 0)
        /// -1: the slot is free.
        var numbers = SIMD8<Int32>(repeating: -1)

        /// The number, or one of them, whose tag this is; -1: none.
        func number(tagged tag: UInt32) -> Int32 {
            numbers.replacing(with: -1, where: tags .!= SIMD8(repeating: tag)).max()
        }
    }

    /// A short id: its bytes, and in the topmost byte how many they are. A long id: a hash of its
    /// bytes; then 255, its place in the arena (35 bits) and its length (21 bits).
    private struct Key: Sendable, Equatable {
        var low: UInt64
        var high: UInt64

        static let long: UInt64 = 0xFF << 56
        var isLong: Bool { high >= Self.long }
        var length: Int { isLong ? Int(high & 0x1F_FFFF) : Int(high >> 56) }
        var place: Int { Int((high & ~Self.long) >> 21) }
    }

    private var buckets = [Bucket](repeating: Bucket(), count: 1 << 7)
    private var keys: [Key] = []
    private var arena: [UInt8] = []

    /// Ids of more bytes than this are no ids (a cell holds less).
    package static let longest = 0x1F_FFFF

    package init() {}

    package var count: Int { keys.count }

    /// What the table takes in memory, in bytes: keys, buckets, and what is long.
    package var footprint: Int {
        keys.capacity * MemoryLayout<Key>.stride + buckets.capacity * MemoryLayout<Bucket>.stride + arena.capacity
    }

    /// The number of an id that was interned before; nil for any other.
    package func number(of bytes: [UInt8], _ range: Range<Int>) -> Int32? {
        let key = Self.key(bytes.span, range.lowerBound, range.upperBound)
        let hash = Self.hash(key)
        let tag = Self.tag(hash)
        var place = hash & (buckets.count - 1)
        while true {
            let bucket = buckets[place]
            for slot in 0..<8 {
                let number = bucket.numbers[slot]
                if number < 0 { return nil }
                if bucket.tags[slot] == tag, isSame(keys[Int(number)], key, bytes, range.lowerBound) { return number }
            }
            place = (place + 1) & (buckets.count - 1)
        }
    }

    /// The bytes of an id.
    package func string(at number: Int) -> String { string(keys[number]) }

    package mutating func intern(_ bytes: [UInt8], _ range: Range<Int>) -> Int32 {
        let key = Self.key(bytes.span, range.lowerBound, range.upperBound)
        return find(key, Self.hash(key), bytes, range.lowerBound)
    }

    /// Interns many ids, given as where each starts and ends, and appends their numbers.
    ///
    /// In a large network each look is at another part of memory. All first looks are made before
    /// the first answer is needed, so that the processor waits for them at once and not one after the
    /// other.
    mutating func intern(_ bytes: [UInt8], _ ids: ArraySlice<SIMD2<Int>>, into numbers: inout [Int32]) {
        intern(ids.map { (Self.key(bytes.span, $0.x, $0.y), $0.x) }, bytes, into: &numbers)
    }

    /// Interns the ids of another in the order of their numbers, and returns what number each has here.
    mutating func join(_ next: IDInterner) -> [Int32] {
        var numbers: [Int32] = []
        numbers.reserveCapacity(next.count)
        for start in stride(from: 0, to: next.count, by: 512) {
            let keys = next.keys[start..<min(next.count, start + 512)]
            intern(keys.map { ($0, $0.place) }, next.arena, into: &numbers)
        }
        return numbers
    }

    private mutating func intern(_ ids: [(key: Key, start: Int)], _ bytes: [UInt8], into numbers: inout [Int32]) {
        let hashes = ids.map { Self.hash($0.key) }
        // Short loops: the more looks fit into the processor's window, the more are waited for at once.
        let mask = buckets.count - 1
        let looks = hashes.map { buckets[$0 & mask].number(tagged: Self.tag($0)) }
        let known = looks.map { $0 >= 0 ? keys[Int($0)] : Key(low: 0, high: 0) }
        for index in ids.indices {
            // A slot that is filled stays what it is.
            if looks[index] >= 0, known[index] == ids[index].key, !known[index].isLong {
                numbers.append(looks[index])
            } else {
                numbers.append(find(ids[index].key, hashes[index], bytes, ids[index].start))
            }
        }
    }

    private mutating func find(_ key: Key, _ hash: Int, _ bytes: [UInt8], _ start: Int) -> Int32 {
        let tag = Self.tag(hash)
        var place = hash & (buckets.count - 1)
        while true {
            let bucket = buckets[place]
            for slot in 0..<8 {
                let number = bucket.numbers[slot]
                if number < 0 { return insert(key, tag, place, slot, bytes, start) }
                if bucket.tags[slot] == tag, isSame(keys[Int(number)], key, bytes, start) { return number }
            }
            place = (place + 1) & (buckets.count - 1)
        }
    }

    private func isSame(_ known: Key, _ key: Key, _ bytes: [UInt8], _ start: Int) -> Bool {
        guard key.isLong else { return known == key }
        guard known.isLong, known.low == key.low, known.length == key.length else { return false }
        return arena[known.place..<known.place + key.length].elementsEqual(bytes[start..<start + key.length])
    }

    private mutating func insert(
        _ key: Key, _ tag: UInt32, _ place: Int, _ slot: Int, _ bytes: [UInt8], _ start: Int
    ) -> Int32 {
        let number = Int32(keys.count)
        if key.isLong {
            keys.append(Key(low: key.low, high: Key.long | UInt64(arena.count) << 21 | UInt64(key.length)))
            arena.append(contentsOf: bytes[start..<start + key.length])
        } else {
            keys.append(key)
        }
        buckets[place].tags[slot] = tag
        buckets[place].numbers[slot] = number
        // Two thirds full at most, so that few buckets are.
        if keys.count * 3 > buckets.count * 16 { grow() }
        return number
    }

    private mutating func grow() {
        let mask = buckets.count * 2 - 1
        buckets = []
        buckets = [Bucket](repeating: Bucket(), count: mask + 1)
        for (number, key) in keys.enumerated() {
            let hash = Self.hash(key)
            var place = hash & mask
            while buckets[place].numbers[7] >= 0 { place = (place + 1) & mask }
            var slot = 0
            while buckets[place].numbers[slot] >= 0 { slot += 1 }
            buckets[place].tags[slot] = Self.tag(hash)
            buckets[place].numbers[slot] = Int32(number)
        }
    }

    /// The distinct ids as strings.
    func strings() -> [String] {
        let parts = Parallel.chunks(of: count, grain: 1 << 16) { numbers in
            numbers.map { string(keys[$0]) }
        }
        var all: [String] = []
        all.reserveCapacity(count)
        for part in parts { all.append(contentsOf: part) }
        return all
    }

    private func string(_ key: Key) -> String {
        if key.isLong { return String(decoding: arena[key.place..<key.place + key.length], as: UTF8.self) }
        // Sound: the key is its sixteen bytes, of which an id of at most fifteen is the first.
        return unsafe withUnsafeBytes(of: (key.low.littleEndian, key.high.littleEndian)) { bytes in
            unsafe String(decoding: bytes[..<key.length], as: UTF8.self)
        }
    }

    // MARK: Keys and hashes

    /// Differs from run to run, so that nobody can make a file whose ids all collide. What the
    /// numbers are does not depend on it.
    private static let seed = UInt64.random(in: 0 ... .max)

    private static func hash(_ key: Key) -> Int {
        Int(truncatingIfNeeded: mixed(key.low ^ seed, key.isLong ? UInt64(key.length) : key.high))
    }

    private static func tag(_ hash: Int) -> UInt32 { UInt32(truncatingIfNeeded: hash >> 32) }

    /// The key of an id; that of a long one has no place yet.
    private static func key(_ bytes: Span<UInt8>, _ start: Int, _ end: Int) -> Key {
        let length = end - start
        if length < 16 {
            let low = word(bytes, start, min(length, 8))
            return Key(low: low, high: (length > 8 ? word(bytes, start + 8, length - 8) : 0) | UInt64(length) << 56)
        }
        var hash = seed
        for at in stride(from: start, to: end, by: 8) { hash = mixed(hash, word(bytes, at, min(8, end - at))) }
        return Key(low: hash, high: Key.long | UInt64(length))
    }

    /// At most eight bytes as one number: byte by byte, an id takes a third longer where tables lie in the cache.
    private static func word(_ bytes: Span<UInt8>, _ start: Int, _ length: Int) -> UInt64 {
        guard start + 8 <= bytes.count else {
            var word: UInt64 = 0
            for place in 0..<length { word |= UInt64(bytes[start + place]) << UInt64(8 * place) }
            return word
        }
        // Sound: a number has no wrong bits, and the load checks its bounds.
        let word = UInt64(littleEndian: unsafe bytes.bytes.unsafeLoadUnaligned(fromByteOffset: start, as: UInt64.self))
        return length == 8 ? word : word & (1 << UInt64(8 * length) - 1)
    }

    /// A full multiplication, its halves folded: each bit of the input reaches every bit.
    private static func mixed(_ one: UInt64, _ other: UInt64) -> UInt64 {
        let (high, low) = (one ^ 0x9E37_79B9_7F4A_7C15).multipliedFullWidth(by: other ^ 0xE703_7ED1_A0B4_28DB)
        return high ^ low
    }
}
