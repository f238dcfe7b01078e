import NetworkModel
import Tabular
import Vocabulary

/// Reads the actors of thousands of tables with one header, where their rows hold texts alone: ids, names, declared
/// kinds, sectors, places and further columns.
///
/// What it reads is what the reader of datasets would. Whatever is out of the ordinary (a quote, a kind that nothing
/// declares, an empty name, an id that stands twice or is not of ASCII, a stray space, an overlong name) gives nothing, and that
/// reader says what it is.
package struct PlainActors: Sendable {
    private let row: PlainRow
    private let id: Int
    private let name: Int?
    private let kind: Int?
    private let sector: Int?
    private let place: Int?
    private let further: [(name: String, position: Int)]
    /// The places of cells that may not be empty.
    private let required: [Int]
    private let kinds: [String]
    private let numbers: IDInterner
    private let decimalComma: Bool

    private static let plainColumns: Set = ["id", "name", "kind", "sector", "place"]

    /// - Parameters:
    ///   - header: the first line of the tables; columns from `width` on say of all rows the same (`inside`), or nothing.
    ///   - kinds: those that actors can be of; nil: none is declared, and a column of kinds is an attribute.
    /// - Returns: nil where another declared column is among the first, or something is wrong with the header.
    package init?(header: [UInt8], width: Int, delimiter: UInt8, kinds: [ActorKind]?) {
        // Which columns must be there is asked by whoever reads the tables' common part.
        let schema = BareSchema.eased(Actor.table.schema)
        var csv = CSVReader(header, file: schema.file)
        // A tab stands escaped in rows that were cut from a line.
        guard csv.next(), csv.dialect.delimiter == delimiter, csv.dialect != .tab, csv.fields.count >= width else {
            return nil
        }
        let columns = TableHeader(csv, schema, file: schema.file)
        let declared = columns.positions.filter { $0.value < width }
        guard !columns.findings.hasErrors, let id = declared["id"], Self.plainColumns.isSuperset(of: declared.keys),
            columns.positions["inside"] != nil, columns.further.allSatisfy({ $0.position < width }),
            declared["kind"] == nil || kinds != nil, declared.count + columns.further.count == width
        else { return nil }
        (self.id, name, kind) = (id, declared["name"], declared["kind"])
        (sector, place, further) = (declared["sector"], declared["place"], columns.further)
        required = declared.filter { Actor.table.schema.column($0.key)?.isRequired ?? true }.map(\.value)
        row = PlainRow(delimiter: delimiter, width: width)
        self.kinds = (kinds ?? []).map(\.id)
        var numbers = IDInterner()
        for kind in self.kinds { _ = numbers.intern(Array(kind.utf8), 0..<kind.utf8.count) }
        self.numbers = numbers
        decimalComma = csv.dialect.readsDecimalComma
    }

    /// The actors of groups of rows, in their order, and the numbers of their ids.
    ///
    /// - Returns: nil where a row is not plain.
    package func actors(
        _ groups: [(rows: [Range<Int>], inside: Bool)], of bytes: [UInt8]
    ) -> (actors: Actors, ids: IDInterner)? {
        let count = groups.reduce(0) { $0 + $1.rows.count }
        var ids = IDInterner()
        var actors: [Actor] = []
        actors.reserveCapacity(count)
        var attributes = further.map { _ in
            var cells: [String?] = []
            cells.reserveCapacity(count)
            return cells
        }
        var cells = [Range<Int>](repeating: 0..<0, count: row.width)
        for (rows, inside) in groups {
            for range in rows {
                guard let actor = actor(bytes, range, &cells, &ids, inside: inside) else { return nil }
                actors.append(actor)
                for (column, (_, position)) in further.enumerated() {
                    guard let text = Self.text(bytes, cells[position]) else { return nil }
                    attributes[column].append(text.isEmpty ? nil : text)
                }
            }
        }
        let columns = zip(further, attributes).map {
            Attribute(name: $0.name, cells: $1, decimalComma: decimalComma)
        }
        guard let actors = try? Actors(distinct: actors, attributes: columns) else { return nil }
        return (actors, ids)
    }

    private func actor(
        _ bytes: [UInt8], _ range: Range<Int>, _ cells: inout [Range<Int>], _ ids: inout IDInterner, inside: Bool
    ) -> Actor? {
        let span = bytes.span
        // A cell of a megabyte is cut by readers, and one of a kilobyte, if it is a name.
        guard range.count < LongName.longest, row.cut(span, range, into: &cells) else { return nil }
        for cell in cells where !PlainRow.isTight(span, cell) { return nil }
        for place in required where cells[place].isEmpty { return nil }
        let key = cells[id]
        let number = Int32(ids.count)
        // Letters with accents have two writings, which are one id.
        guard !key.isEmpty, !bytes[key].contains(where: { $0 >= 0x80 }), ids.intern(bytes, key) == number else {
            return nil
        }
        var actor = Actor(id: String(decoding: bytes[key], as: UTF8.self))
        actor.inside = inside
        if let name, !cells[name].isEmpty {
            guard let text = Self.text(bytes, cells[name]) else { return nil }
            actor.name = text
        }
        if let kind {
            guard let number = numbers.number(of: bytes, cells[kind]) else { return nil }
            actor.kind = kinds[Int(number)]
        }
        if let sector {
            guard let text = Self.text(bytes, cells[sector]) else { return nil }
            actor.sector = text.isEmpty ? nil : text
        }
        if let place {
            guard let text = Self.text(bytes, cells[place]) else { return nil }
            actor.place = text.isEmpty ? nil : text
        }
        return actor
    }

    /// Nil where the bytes are no UTF-8: a table that holds such is read in another encoding.
    private static func text(_ bytes: [UInt8], _ cell: Range<Int>) -> String? {
        String(validating: bytes[cell], as: UTF8.self)
    }
}
