import NetworkModel
import Tabular

extension Attribute {
    /// A further column as a table holds it. Where every cell is a number by the marks of the table, those with a
    /// decimal comma or with thousands set apart are written plainly, so that the model has no other marks.
    init(name: String, cells: [String?], decimalComma: Bool) {
        self.init(name: name, values: decimalComma ? Self.plain(cells) : cells)
    }

    private static func plain(_ cells: [String?]) -> [String?] {
        var plain: [String?] = []
        plain.reserveCapacity(cells.count)
        for cell in cells {
            guard let cell else {
                plain.append(nil)
                continue
            }
            guard CSVNumber.double(cell, decimalComma: true) != nil, let text = CSVNumber.withoutFrenchMarks(cell)
            else {
                return cells
            }
            plain.append(text)
        }
        return plain
    }
}
