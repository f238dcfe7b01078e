import Vocabulary

/// What the tables that people read have in common: header, cells and footnote as text.
struct TableText {
    let language: Language
    /// Digits after the point.
    static let digits = 3

    func header(_ field: Field) -> String {
        field.title.text(language) + (field.unit.map { " (\($0.text(language)))" } ?? "")
    }

    /// The texts of a column's cells. Numbers have the same digits after the point, none where all
    /// are whole; where each row is of another measure, whole numbers have none of their own.
    func cells(of column: Column) -> [String] {
        let rows = (0..<column.values.count).map { column[$0] }
        let areWhole = rows.map { cell in if case .number(let number) = cell { number.isWhole } else { true } }
        let isWhole = areWhole.allSatisfy { $0 }
        return zip(rows, areWhole).map { cell, isWholeCell in
            if case .number(let number) = cell, isWhole || (column.field.mixesMeasures && isWholeCell) {
                return NumberText.shortest(number)
            }
            return text(cell)
        }
    }

    /// A cell's text; a number that rounds to 0 without being 0 keeps its digits.
    private func text(_ cell: Cell) -> String {
        switch cell {
        case .empty: ""
        case .text(let text): text
        case .integer(let integer): String(integer)
        case .flag(let flag): flag ? (language == .french ? "oui" : "yes") : (language == .french ? "non" : "no")
        case .number(let number): localised(number)
        }
    }

    private func localised(_ number: Double) -> String {
        let fixed = NumberText.fixed(number, digits: Self.digits)
        let text = number != 0 && abs(number) < 0.0005 ? Self.significant(number) : fixed
        return language == .french ? text.split(separator: ".", maxSplits: 1).joined(separator: ",") : text
    }

    /// Three digits that count.
    private static func significant(_ number: Double) -> String {
        var factor = 1000.0
        while abs(number) * factor < 100, factor < 1e300 { factor *= 10 }
        return NumberText.shortest((number * factor).rounded() / factor)
    }

    func isNumeric(_ column: Column) -> Bool {
        switch column.values {
        case .number, .integer: true
        case .text, .flag: false
        }
    }

    /// From what and by what the table was made, in one line.
    func footnote(_ provenance: Provenance) -> String {
        var parts = [provenance.dataset + (provenance.datasetVersion.map { " " + $0 } ?? "")]
        if let hash = provenance.contentHash { parts.append("SHA-256 " + hash.prefix(12)) }
        if let view = provenance.view { parts.append(view.text(language)) }
        parts.append("\(Engine.name) \(provenance.engineVersion)")
        if let seed = provenance.seed { parts.append((language == .french ? "graine " : "seed ") + String(seed)) }
        return parts.joined(separator: "; ")
    }
}

extension Double {
    /// Whether it is a whole number short enough to be written out.
    fileprivate var isWhole: Bool { self == rounded() && abs(self) < 1e15 }
}
