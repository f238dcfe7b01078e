import Tabular

/// Whether a first row whose words could be a header is a row like all others: `v1,v2` above `v2,v3`.
enum FirstRow {
    /// How many rows are looked at.
    private static let most = 1_000

    /// - Parameter first: stands on the row; its cells are `names`.
    static func isTie(_ names: [String], _ first: CSVReader) -> Bool {
        guard (2...3).contains(names.count) else { return false }
        let comma = first.dialect.readsDecimalComma
        if names.count == 3, CSVNumber.double(names[2], decimalComma: comma) == nil { return false }
        guard let stem = stem(of: names[0]), stem == self.stem(of: names[1]) else { return false }
        // Letters alone say little: that one of the two stands below says more.
        var isKnown = stem.count > 1
        var (rows, seen) = (first, 0)
        while seen < most, rows.next() {
            if rows.fields.allSatisfy(\.isEmpty) { continue }
            guard rows.fields.count == names.count else { return false }
            for place in 0..<2 {
                let cell = rows.string(place)
                guard self.stem(of: cell) == stem else { return false }
                isKnown = isKnown || names.prefix(2).contains(cell)
            }
            seen += 1
        }
        return seen > 0 && isKnown
    }

    /// A name with its number as `0`, or its one last letter as `x`; nil where it has neither.
    private static func stem(of name: String) -> String? {
        guard let last = name.utf8.last else { return nil }
        if ASCIIText.isDigit(last) {
            let letters = name.utf8.reversed().drop(while: ASCIIText.isDigit).count
            return String(decoding: name.utf8.prefix(letters), as: UTF8.self) + "0"
        }
        return ASCIIText.isLetter(last) ? String(decoding: name.utf8.dropLast(), as: UTF8.self) + "x" : nil
    }
}
