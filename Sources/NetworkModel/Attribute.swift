/// A column of a table that nobody declared: its name and a text for each row, nil where the cell is empty.
///
/// The texts are as they were written, so that a code such as 01001 or 2.10 stays what it is; numbers among
/// them have a decimal point. Where every text is a number, the numbers are known beside.
public struct Attribute: Sendable, Hashable {
    /// The column's header as it was written.
    public let name: String
    /// One text for each row; nil where the cell is empty.
    public let values: [String?]
    /// The values as numbers; nil where some are none, or all cells are empty.
    public let numbers: [Double?]?

    /// A column of texts; whether they are numbers is found out here.
    ///
    /// - Complexity: O(characters), of a column of words O(rows).
    public init(name: String, values: [String?]) {
        self.name = name
        self.values = values
        numbers = Self.numbers(values)
    }

    private init(name: String, values: [String?], numbers: [Double?]?) {
        self.name = name
        self.values = values
        self.numbers = numbers
    }

    /// The attribute of these rows, in this order; nil: a row of which nothing is known.
    public func rows(at places: [Int?]) -> Attribute {
        Attribute(
            name: name, values: places.map { $0.flatMap { values[$0] } },
            numbers: numbers.map { numbers in places.map { $0.flatMap { numbers[$0] } } })
    }

    private static func numbers(_ texts: [String?]) -> [Double?]? {
        var numbers: [Double?] = []
        var hasAny = false
        for text in texts {
            guard let text else {
                numbers.append(nil)
                continue
            }
            // What `Double` reads and a table does not mean: nan, inf, 0x1p3.
            guard text.utf8.count <= 400, text.utf8.allSatisfy(isOfNumbers),
                let number = Double(text), number.isFinite
            else { return nil }
            numbers.append(number)
            hasAny = true
        }
        return hasAny ? numbers : nil
    }

    private static func isOfNumbers(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "."),
            UInt8(ascii: "e"), UInt8(ascii: "E"):
            true
        default: false
        }
    }
}
