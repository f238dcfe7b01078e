/// A date of which only the year, or the year and month, may be known.
///
/// It stands for the whole interval that it covers: 2007 runs from `earliest`, 1 January, to
/// `latest`, 31 December. Days are counted in the proleptic Gregorian calendar.
public struct PartialDate: Sendable, Hashable, CustomStringConvertible {
    /// 1 to 9999.
    public let year: Int
    /// 1 to 12; nil where only the year is known.
    public let month: Int?
    /// A day that the month has; nil where no more than the month is known, and always where that is not.
    public let day: Int?

    /// Returns nil where the date does not exist, or has a day without a month.
    public init?(year: Int, month: Int? = nil, day: Int? = nil) {
        guard (1...9999).contains(year) else { return nil }
        if let month {
            guard (1...12).contains(month) else { return nil }
            if let day {
                guard day >= 1, day <= Self.days(inMonth: month, of: year) else { return nil }
            }
        } else if day != nil {
            return nil
        }
        self.year = year
        self.month = month
        self.day = day
    }

    /// Reads `2007`, `2007-04` or `2007-04-15`; anything else gives nil.
    public init?(_ text: some StringProtocol) {
        // Most are years alone.
        if text.utf8.count == 4, text.utf8.allSatisfy({ (48...57).contains($0) }) {
            self.init(year: text.utf8.reduce(0) { $0 * 10 + Int($1 - 48) })
            return
        }
        let parts = text.split(separator: "-", omittingEmptySubsequences: false)
        let widths = [4, 2, 2]
        guard (1...3).contains(parts.count) else { return nil }
        var numbers: [Int] = []
        for (part, width) in zip(parts, widths) {
            guard part.utf8.count == width, part.utf8.allSatisfy({ (48...57).contains($0) }),
                let number = Int(part)
            else { return nil }
            numbers.append(number)
        }
        self.init(
            year: numbers[0], month: numbers.count > 1 ? numbers[1] : nil,
            day: numbers.count > 2 ? numbers[2] : nil)
    }

    /// The first day it can mean, as a day number.
    public var earliest: Int {
        Self.dayNumber(year, month ?? 1, day ?? 1)
    }

    /// The last day it can mean, as a day number.
    public var latest: Int {
        let lastMonth = month ?? 12
        return Self.dayNumber(year, lastMonth, day ?? Self.days(inMonth: lastMonth, of: year))
    }

    /// ISO 8601, as long as the date is known: `2007`, `2007-04`, `2007-04-15`; `init(_:)` reads it back.
    public var description: String {
        func padded(_ number: Int, _ width: Int) -> String {
            let digits = String(number)
            return String(repeating: "0", count: max(0, width - digits.count)) + digits
        }
        var text = padded(year, 4)
        if let month { text += "-" + padded(month, 2) }
        if let day { text += "-" + padded(day, 2) }
        return text
    }

    static func days(inMonth month: Int, of year: Int) -> Int {
        switch month {
        case 4, 6, 9, 11: 30
        case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
        default: 31
        }
    }

    /// Days since 1 January of year 1: whole years, then the days of the months passed.
    private static func dayNumber(_ year: Int, _ month: Int, _ day: Int) -> Int {
        let passed = year - 1
        var days = passed * 365 + passed / 4 - passed / 100 + passed / 400
        for earlier in 1..<month { days += Self.days(inMonth: earlier, of: year) }
        return days + day - 1
    }
}
