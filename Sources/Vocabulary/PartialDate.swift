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
    public init?(_ text: String) { self.init(digits: text.utf8) }

    /// Reads part of a text as the whole of one is read.
    public init?(_ text: Substring) { self.init(digits: text.utf8) }

    /// Four digits, and twice a hyphen and two.
    private init?(digits bytes: some Sequence<UInt8>) {
        var (numbers, part, place) = ((0, 0, 0), 0, 0)
        for byte in bytes {
            if place == 4 || place == 7 {
                guard byte == UInt8(ascii: "-") else { return nil }
                part += 1
            } else {
                guard (48...57).contains(byte), place < 10 else { return nil }
                let digit = Int(byte - 48)
                switch part {
                case 0: numbers.0 = 10 * numbers.0 + digit
                case 1: numbers.1 = 10 * numbers.1 + digit
                default: numbers.2 = 10 * numbers.2 + digit
                }
            }
            place += 1
        }
        guard place == 4 || place == 7 || place == 10 else { return nil }
        self.init(year: numbers.0, month: part > 0 ? numbers.1 : nil, day: part > 1 ? numbers.2 : nil)
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
