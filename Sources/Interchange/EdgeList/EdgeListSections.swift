import GraphKernels
import Tabular

/// A text cut behind line ends into sections that can be read at the same time.
///
/// A quoted cell may hold a line end, so that a cut may lie within a row. Nobody knows before the
/// section in front is read: each section is read as if its cut were sound, and once more from where
/// the one in front really ended if it was not. So what is read never depends on the cuts.
struct EdgeListSections {
    /// Where each section starts, and the end.
    let cuts: [Int]
    /// The line on which each section starts, and the one behind the last.
    let lines: [Int]

    /// Each section has a table of ids of its own until they are joined; more than two would cost
    /// more memory than they are worth. A small file is read in one.
    static let usual = 2
    private static let worthCutting = 1 << 20

    static func count(forBytes bytes: Int) -> Int { bytes < worthCutting ? 1 : usual }

    init(_ bytes: [UInt8], count: Int) {
        let cuts = Self.cuts(bytes, count: count)
        self.cuts = cuts
        let breaks = Parallel.chunks(of: cuts.count - 1, grain: 1) { section in
            Self.lineBreaks(bytes.span, cuts[section.lowerBound]..<cuts[section.lowerBound + 1])
        }
        lines = breaks.reduce(into: [1]) { $0.append(($0.last ?? 1) + $1) }
    }

    var count: Int { cuts.count - 1 }

    /// Positions behind line feeds, near to equal parts; the start and the end among them.
    private static func cuts(_ bytes: [UInt8], count: Int) -> [Int] {
        var cuts = [0]
        for section in 1..<max(1, count) {
            let place = max(bytes.count / count * section, cuts.last ?? 0)
            guard let feed = bytes[place...].firstIndex(of: UInt8(ascii: "\n")), feed + 1 < bytes.count else { break }
            if feed + 1 > (cuts.last ?? 0) { cuts.append(feed + 1) }
        }
        return cuts + [bytes.count]
    }

    /// Line feeds, and carriage returns that none follows: what the reader of rows counts.
    ///
    /// Eight bytes at a time: byte by byte, with a check for each, the lines of ten million ties took a sixth
    /// of the time of reading them.
    private static func lineBreaks(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Int {
        var count = 0
        var at = range.lowerBound
        while at + 8 <= range.upperBound {
            let start = at
            // A byte of this counts to at most 255.
            let end = min(at + 255 * 8, range.upperBound)
            var (feeds, returns): (UInt64, UInt64) = (0, 0)
            while at + 8 <= end {
                // Sound: a number has no wrong bits, and the load checks its bounds.
                let word = unsafe bytes.bytes.unsafeLoadUnaligned(fromByteOffset: at, as: UInt64.self)
                feeds &+= ones(word, 0x0A0A_0A0A_0A0A_0A0A)
                returns |= ones(word, 0x0D0D_0D0D_0D0D_0D0D)
                at += 8
            }
            for byte in 0..<8 { count += Int(feeds >> UInt64(8 * byte) & 0xFF) }
            if returns != 0 { count += loneReturns(bytes, start..<at) }
        }
        for place in at..<range.upperBound where bytes[place] == 0x0A { count += 1 }
        return count + loneReturns(bytes, at..<range.upperBound)
    }

    /// 1 in each byte that is the same in both words, 0 in the others.
    private static func ones(_ word: UInt64, _ sought: UInt64) -> UInt64 {
        let low: UInt64 = 0x7F7F_7F7F_7F7F_7F7F
        let difference = word ^ sought
        return ~(((difference & low) &+ low) | difference | low) >> 7
    }

    private static func loneReturns(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Int {
        range.count { bytes[$0] == 0x0D && ($0 + 1 == bytes.count || bytes[$0 + 1] != 0x0A) }
    }

    /// The survey of a whole text, made of those of its sections.
    func survey(_ bytes: [UInt8]) -> UTF8Survey {
        let parts = Parallel.chunks(of: count, grain: 1) { section in
            UTF8Survey(bytes.span, in: cuts[section.lowerBound]..<cuts[section.lowerBound + 1])
        }
        return parts.dropFirst().reduce(into: parts[0]) { $0.join($1) }
    }
}
