/// Reads the number in a cell.
public enum CSVNumber {
    /// A finite number, or nil: digits with a decimal point and perhaps an exponent. Where decimal
    /// commas are read, also `12,5` and thousands set apart by spaces (plain or no-break):
    /// `1 234,5`. Neither `NaN`, `inf`, hexadecimal nor thousands set apart by commas are numbers.
    ///
    /// - Complexity: O(length); no allocation for a number of at most fifteen digits.
    public static func double(_ bytes: ArraySlice<UInt8>, decimalComma: Bool = false) -> Double? {
        fast(bytes.span) ?? slow(bytes, decimalComma)
    }

    /// The same for a text: O(length).
    public static func double(_ text: String, decimalComma: Bool = false) -> Double? {
        double(Array(text.utf8)[...], decimalComma: decimalComma)
    }

    /// Up to fifteen digits and a point: the whole number and the power of ten are exact doubles,
    /// so that one division rounds correctly (Clinger 1990).
    private static func fast(_ bytes: Span<UInt8>) -> Double? {
        guard !bytes.isEmpty, bytes.count <= 16 else { return nil }
        var at = bytes[0] == UInt8(ascii: "-") ? 1 : 0
        var whole = 0
        var digits = 0
        var point: Int?
        while at < bytes.count {
            let byte = bytes[at]
            if byte >= UInt8(ascii: "0"), byte <= UInt8(ascii: "9") {
                whole = whole * 10 + Int(byte - UInt8(ascii: "0"))
                digits += 1
            } else if byte == UInt8(ascii: "."), point == nil, digits > 0 {
                point = digits
            } else {
                return nil
            }
            at += 1
        }
        guard digits > 0, digits <= 15, point != digits else { return nil }
        let value = Double(whole) / powersOfTen[digits - (point ?? digits)]
        return bytes[0] == UInt8(ascii: "-") ? -value : value
    }

    private static let powersOfTen: [Double] = [
        1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15,
    ]

    private static func slow(_ bytes: ArraySlice<UInt8>, _ decimalComma: Bool) -> Double? {
        guard bytes.count <= 400 else { return nil }
        var text = String(decoding: bytes, as: UTF8.self)
        if decimalComma {
            guard let plain = withoutFrenchMarks(text) else { return nil }
            text = plain
        }
        // What `Double` reads and a table does not mean: nan, inf, 0x1p3.
        guard text.utf8.allSatisfy({ "0123456789+-.eE".utf8.contains($0) }),
            text.utf8.contains(where: { (48...57).contains($0) }), let value = Double(text), value.isFinite
        else { return nil }
        return value
    }

    /// `1 234,5` as `1234.5`; nil where the spaces do not set thousands apart, or a comma stands
    /// beside a point.
    public static func withoutFrenchMarks(_ text: String) -> String? {
        let spaces: Set<Character> = [" ", "\u{A0}", "\u{202F}"]
        let halves = text.split(separator: ",", omittingEmptySubsequences: false)
        guard halves.count <= 2, !(halves.count == 2 && text.contains(".")) else { return nil }
        let groups = halves[0].split(omittingEmptySubsequences: false) { spaces.contains($0) }
        if groups.count > 1 {
            let first = groups[0].drop { $0 == "-" || $0 == "+" }
            guard (1...3).contains(first.count), groups.dropFirst().allSatisfy({ $0.utf8.count == 3 }) else {
                return nil
            }
        }
        return groups.joined() + (halves.count == 2 ? "." + halves[1] : "")
    }
}
