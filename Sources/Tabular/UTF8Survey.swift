/// How much of some bytes is sound UTF-8 (Unicode standard, table 3-7), and whether a byte is 0.
package struct UTF8Survey: Sendable {
    /// Sound sequences of more than one byte.
    private(set) var multibyte = 0
    /// Bytes that belong to no sound sequence.
    private(set) var invalid = 0
    /// The place of the first such byte.
    private(set) var firstInvalid = 0
    private(set) var hasNul = false

    package init(_ bytes: Span<UInt8>) { self.init(bytes, in: 0..<bytes.count) }

    /// - Parameter range: begins at the start or behind an ASCII byte, which ends any sequence, and ends
    ///   at the end or behind such a byte. So the surveys of parts, joined, are the survey of the whole.
    package init(_ bytes: Span<UInt8>, in range: Range<Int>) {
        let block = 64
        var at = range.lowerBound
        while at < range.upperBound {
            // Most text is plain ASCII: a block of it is passed over at once.
            if at + block <= range.upperBound {
                var (union, least): (UInt8, UInt8) = (0, 0xFF)
                for offset in at..<(at + block) {
                    union |= bytes[offset]
                    least = min(least, bytes[offset])
                }
                if least == 0 { hasNul = true }
                if union < 0x80 {
                    at += block
                    continue
                }
            }
            let end = min(at + block, range.upperBound)
            while at < end { at += take(bytes, at) }
        }
    }

    /// Adds the survey of the part that follows.
    package mutating func join(_ next: UTF8Survey) {
        if invalid == 0 { firstInvalid = next.firstInvalid }
        multibyte += next.multibyte
        invalid += next.invalid
        hasNul = hasNul || next.hasNul
    }

    /// Counts the sequence that starts at `at` and returns its length.
    private mutating func take(_ bytes: Span<UInt8>, _ at: Int) -> Int {
        let lead = bytes[at]
        if lead < 0x80 {
            if lead == 0 { hasNul = true }
            return 1
        }
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
