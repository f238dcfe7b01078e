import Tabular

/// What the cells of a workbook of Office Open XML mean: the texts that they share, and the formats of their numbers.
struct CellTexts: Sendable {
    private let strings: [String]
    private let formats: [CellFormat]
    private let from1904: Bool

    init(strings: [String], formats: [CellFormat], from1904: Bool) {
        // Once for all cells that share them.
        self.strings = strings.map(SheetText.plain)
        (self.formats, self.from1904) = (formats, from1904)
    }

    /// A text by its number; nil where the workbook has none of that number.
    func shared(_ number: Int) -> String? { strings.indices.contains(number) ? strings[number] : nil }

    /// What a number means in its style; what is none is a text.
    func number(_ value: String, style: Int) -> String {
        let format = formats.indices.contains(style) ? formats[style] : .general
        if format == .general, Self.isShortest(value.utf8) { return value }
        guard let number = CSVNumber.double(value) else { return SheetText.plain(value) }
        return format.text(number, from1904: from1904)
    }

    /// Whether digits are how their number is written anyway.
    private static func isShortest(_ digits: String.UTF8View) -> Bool {
        guard (1...15).contains(digits.count), digits.first != UInt8(ascii: "0") || digits.count == 1 else { return false }
        return digits.allSatisfy(ASCIIText.isDigit)
    }

    /// `BC12` as 54: the column, from 0; nil where there is none so far to the right, or no letter.
    static func column(_ reference: some Sequence<UInt8>) -> Int? {
        var column = 0
        for byte in reference.prefix(4) {
            guard ASCIIText.isLetter(byte) else { break }
            column = column * 26 + Int(byte & 0x1F)
        }
        return (1...SheetLimits.columns).contains(column) ? column - 1 : nil
    }
}
