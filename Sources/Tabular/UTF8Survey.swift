/// How much of some bytes is sound UTF-8 (Unicode standard, table 3-7).
struct UTF8Survey {
    /// Sound sequences of more than one byte.
    private(set) var multibyte = 0
    /// Bytes that belong to no sound sequence.
    private(set) var invalid = 0
    /// The place of the first such byte.
    private(set) var firstInvalid = 0

    init(_ bytes: Span<UInt8>) {
        let block = 64
        var at = 0
        while at < bytes.count {
            // Most text is plain ASCII: a block of it is passed over at once.
            if at + block <= bytes.count {
                var union: UInt8 = 0
                for offset in at..<(at + block) { union |= bytes[offset] }
                if union < 0x80 {
                    at += block
                    continue
                }
            }
            let end = min(at + block, bytes.count)
            while at < end { at += take(bytes, at) }
        }
    }

    /// Counts the sequence that starts at `at` and returns its length.
    private mutating func take(_ bytes: Span<UInt8>, _ at: Int) -> Int {
        let lead = bytes[at]
        if lead < 0x80 { return 1 }
        let (length, second): (Int, ClosedRange<UInt8>)
        switch lead {
        case 0xC2...0xDF: (length, second) = (2, 0x80...0xBF)
        case 0xE0: (length, second) = (3, 0xA0...0xBF)
        case 0xED: (length, second) = (3, 0x80...0x9F)
        case 0xE1...0xEF: (length, second) = (3, 0x80...0xBF)
        case 0xF0: (length, second) = (4, 0x90...0xBF)
        case 0xF1...0xF3: (length, second) = (4, 0x80...0xBF)
        case 0xF4: (length, second) = (4, 0x80...0x8F)
        default: return refuse(at)
        }
        guard at + length <= bytes.count, second.contains(bytes[at + 1]) else { return refuse(at) }
        for offset in (at + 2)..<max(at + 2, at + length) where bytes[offset] & 0xC0 != 0x80 { return refuse(at) }
        multibyte += 1
        return length
    }

    private mutating func refuse(_ at: Int) -> Int {
        if invalid == 0 { firstInvalid = at }
        invalid += 1
        return 1
    }
}
