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
    private static func lineBreaks(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Int {
        var count = 0
        var at = range.lowerBound
        while at < range.upperBound {
            let end = min(at + 128, range.upperBound)
            var (feeds, returns): (UInt8, UInt8) = (0, 0)
            for place in at..<end {
                feeds &+= bytes[place] == 0x0A ? 1 : 0
                returns &+= bytes[place] == 0x0D ? 1 : 0
            }
            count += Int(feeds)
            if returns > 0 {
                for place in at..<end where bytes[place] == 0x0D {
                    if place + 1 == bytes.count || bytes[place + 1] != 0x0A { count += 1 }
                }
            }
            at = end
        }
        return count
    }

    /// The survey of a whole text, made of those of its sections.
    func survey(_ bytes: [UInt8]) -> UTF8Survey {
        let parts = Parallel.chunks(of: count, grain: 1) { section in
            UTF8Survey(bytes.span, in: cuts[section.lowerBound]..<cuts[section.lowerBound + 1])
        }
        return parts.dropFirst().reduce(into: parts[0]) { $0.join($1) }
    }
}
