import Tabular
import Vocabulary

/// What the number of a cell means by the format in which it is shown.
struct CellFormat: Sendable, Equatable {
    /// The parts of a date or of a time that are shown; none: it is a number.
    var hasYear = false
    var hasMonth = false
    var hasDay = false
    var hasTime = false
    /// Digits that a whole number is filled up to with zeros: `00000` of a postal code.
    var zeros = 0

    static let general = CellFormat()

    private var isDate: Bool { hasYear || hasMonth || hasDay }

    /// The format of a code such as `dd/mm/yyyy` (ECMA-376, part 1, 18.8.31): its first section counts.
    init(code: String) {
        let letters = Self.bare(code)
        zeros = letters.count > 1 && letters.allSatisfy { $0 == "0" } ? letters.count : 0
        hasTime = letters.contains { $0 == "h" || $0 == "s" }
        hasYear = letters.contains("y")
        hasDay = letters.contains("d")
        // Beside hours or seconds alone, m is minutes.
        hasMonth = letters.contains("m") && (hasYear || hasDay || !hasTime)
        if letters.contains("#") || letters.contains("?") || letters.contains("general") { self = .general }
    }

    init() {}

    /// The first section without what is quoted, escaped or in brackets, in lower case; hours and minutes in
    /// brackets are durations.
    private static func bare(_ code: String) -> String {
        var letters = ""
        var rest = code.lowercased()[...]
        while let letter = rest.popFirst() {
            switch letter {
            case ";": return letters
            case "\"": _ = rest.firstIndex(of: "\"").map { rest = rest[rest.index(after: $0)...] }
            case "\\", "_", "*": _ = rest.popFirst()
            case "[":
                guard let end = rest.firstIndex(of: "]") else { return letters }
                let inner = rest[..<end]
                if !inner.isEmpty, inner.allSatisfy({ "hms".contains($0) }) { letters += "h" }
                rest = rest[rest.index(after: end)...]
            default: letters.append(letter)
            }
        }
        return letters
    }

    /// The formats that need no code in the file (ECMA-376, part 1, 18.8.30), as far as they are dates.
    static func builtIn(_ id: Int) -> CellFormat {
        switch id {
        case 14, 15, 27...31, 36, 50...54, 57, 58: CellFormat(code: "yyyy-mm-dd")
        case 16: CellFormat(code: "d-mmm-yyyy")
        case 17: CellFormat(code: "mmm-yy")
        case 22: CellFormat(code: "yyyy-mm-dd h:mm")
        case 18...21, 32...35, 45...47, 55, 56: CellFormat(code: "h:mm:ss")
        default: .general
        }
    }

    /// A number as its cell means it: a date as far as it is shown, a time, or the number itself.
    ///
    /// - Parameter from1904: whether days are counted from 1 January 1904.
    func text(_ value: Double, from1904: Bool) -> String {
        guard isDate || hasTime else {
            guard zeros > 0, value >= 0, value < 1e15, value == value.rounded() else {
                return NumberText.shortest(value)
            }
            let digits = String(Int(value))
            return String(repeating: "0", count: max(0, min(zeros, 20) - digits.count)) + digits
        }
        guard value >= 0, value < 2_958_466 else { return NumberText.shortest(value) }
        // A second is the finest that is shown.
        let seconds = Int((value * 86_400).rounded())
        let (day, second) = (seconds / 86_400, seconds % 86_400)
        guard isDate else { return Self.time(second, days: day) }
        guard let date = Self.date(day, from1904: from1904) else { return NumberText.shortest(value) }
        return shown(date) + (second > 0 && hasDay ? "T" + Self.time(second, days: 0) : "")
    }

    /// As much of a date as is shown: `avr-07` is a month, `2007` a year.
    func shown(_ date: PartialDate) -> String {
        if hasDay || !hasYear { return date.description }
        let part = hasMonth ? PartialDate(year: date.year, month: date.month) : PartialDate(year: date.year)
        return (part ?? date).description
    }

    private static func time(_ second: Int, days: Int) -> String {
        func two(_ number: Int) -> String { (number < 10 ? "0" : "") + String(number) }
        return [second / 3600 + days * 24, second / 60 % 60, second % 60].map(two).joined(separator: ":")
    }

    /// The date of a serial number. In the system of 1900, day 60 is a 29 February that never was.
    static func date(_ day: Int, from1904: Bool) -> PartialDate? {
        if from1904 { return civil(day + 695_055) }
        return day == 60 || day == 0 ? nil : civil(day + (day < 60 ? 693_594 : 693_593))
    }

    /// The date so many days after 1 January of year 1 (the inverse of `PartialDate.earliest`).
    private static func civil(_ day: Int) -> PartialDate? {
        guard day >= 0 else { return nil }
        var year = day * 400 / 146_097 + 1
        while let next = PartialDate(year: year + 1), next.earliest <= day { year += 1 }
        while year > 1, let this = PartialDate(year: year), this.earliest > day { year -= 1 }
        var month = 12
        while month > 1, let start = PartialDate(year: year, month: month), start.earliest > day { month -= 1 }
        guard let start = PartialDate(year: year, month: month) else { return nil }
        return PartialDate(year: year, month: month, day: day - start.earliest + 1)
    }
}
