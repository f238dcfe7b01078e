/// A line of a job's files: the code of an area, a word, and what belongs to it, with tabs between.
///
/// No cell holds a tab, a line end, the separator of Hive's streams (U+0001) or a lone `\N`: each is written with a
/// backslash, so that whoever carries the lines (a file, a pipe, a shuffle between machines) cannot change them.
enum AreaLine {
    static let tab = UInt8(ascii: "\t")
    static let lineFeed = UInt8(ascii: "\n")
    private static let backslash = UInt8(ascii: "\\")

    /// Appends bytes with what must not stand in a line escaped.
    static func append(_ bytes: [UInt8], to line: inout [UInt8]) {
        var start = 0
        for place in bytes.indices {
            let byte = bytes[place]
            guard byte < 0x20 || byte == backslash || byte == 0x7F else { continue }
            line.append(contentsOf: bytes[start..<place])
            start = place + 1
            line.append(backslash)
            switch byte {
            case backslash: line.append(backslash)
            case 0x09: line.append(UInt8(ascii: "t"))
            case 0x0A: line.append(UInt8(ascii: "n"))
            case 0x0D: line.append(UInt8(ascii: "r"))
            default:
                // A control character as two digits of base sixteen.
                let digits = Array("0123456789abcdef".utf8)
                line += [UInt8(ascii: "x"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
            }
        }
        line.append(contentsOf: bytes[start...])
    }

    static func escaped(_ text: String) -> [UInt8] {
        var line: [UInt8] = []
        append(Array(text.utf8), to: &line)
        return line
    }

    /// A whole line, its end included.
    static func line(_ parts: [[UInt8]]) -> [UInt8] {
        var line: [UInt8] = []
        for (place, part) in parts.enumerated() {
            if place > 0 { line.append(tab) }
            append(part, to: &line)
        }
        line.append(lineFeed)
        return line
    }

    /// Appends the bytes that a part of a line stands for; nil where a backslash stands before nothing known.
    static func unescape(_ bytes: ArraySlice<UInt8>, into output: inout [UInt8]) -> Bool {
        guard bytes.contains(backslash) else {
            output.append(contentsOf: bytes)
            return true
        }
        var at = bytes.startIndex
        while at < bytes.endIndex {
            let byte = bytes[at]
            at += 1
            guard byte == backslash else {
                output.append(byte)
                continue
            }
            guard at < bytes.endIndex else { return false }
            let mark = bytes[at]
            at += 1
            switch mark {
            case backslash: output.append(backslash)
            case UInt8(ascii: "t"): output.append(0x09)
            case UInt8(ascii: "n"): output.append(0x0A)
            case UInt8(ascii: "r"): output.append(0x0D)
            case UInt8(ascii: "x"):
                guard at + 2 <= bytes.endIndex,
                    let value = UInt8(String(decoding: bytes[at..<at + 2], as: UTF8.self), radix: 16)
                else { return false }
                output.append(value)
                at += 2
            default: return false
            }
        }
        return true
    }

    static func text(_ bytes: ArraySlice<UInt8>) -> String? {
        var plain: [UInt8] = []
        return unescape(bytes, into: &plain) ? String(decoding: plain, as: UTF8.self) : nil
    }

    /// Where a byte stands first at or behind a place; the end, where it does not.
    static func first(_ wanted: UInt8, in bytes: Span<UInt8>, from start: Int) -> Int {
        let ones: UInt64 = 0x0101_0101_0101_0101
        let mask = ones &* UInt64(wanted)
        var at = start
        while at + 8 <= bytes.count {
            // Sound: a number has no wrong bits, and the load checks its bounds. The lowest upper bit that is set is
            // that of the first byte without a difference.
            let word = UInt64(littleEndian: unsafe bytes.bytes.unsafeLoadUnaligned(fromByteOffset: at, as: UInt64.self))
            let others = word ^ mask
            let marks = (others &- ones) & ~others & (ones << 7)
            if marks != 0 { return at + marks.trailingZeroBitCount / 8 }
            at += 8
        }
        while at < bytes.count, bytes[at] != wanted { at += 1 }
        return at
    }

    /// Area, word and the rest of a line without its end; nil where it has not three parts.
    static func parts(_ line: ArraySlice<UInt8>) -> (
        area: ArraySlice<UInt8>, word: ArraySlice<UInt8>, rest: ArraySlice<UInt8>
    )? {
        guard let first = line.firstIndex(of: tab), let second = line[(first + 1)...].firstIndex(of: tab) else {
            return nil
        }
        return (line[..<first], line[(first + 1)..<second], line[(second + 1)...])
    }
}
