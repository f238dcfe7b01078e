import Files
import NetworkModel
import Tabular
import Vocabulary

/// Tables that are in memory already, by the ids of their schemas: what somebody else cut out of larger ones.
struct MemoryStore: TableStore {
    let name: String
    private(set) var hash = ContentHash()
    private let tables: [String: [UInt8]]
    private let bytesOfPackage: [UInt8]?

    init(name: String, tables: [String: [UInt8]], package: [UInt8]?) {
        (self.name, self.tables, bytesOfPackage) = (name, tables, package)
        for (id, bytes) in tables.sorted(by: { $0.key < $1.key }) { hash.add(table: id, bytes) }
    }

    var hasPackage: Bool { bytesOfPackage != nil }
    func file(of table: TableSchema) -> String { table.file }
    func exists(_ table: TableSchema) -> Bool { tables[table.id] != nil }
    func package(_ findings: inout Findings) -> [UInt8]? { bytesOfPackage }

    func open(_ table: TableSchema, isRequired: Bool, _ findings: inout Findings) -> OpenedTable? {
        guard let bytes = tables[table.id] else {
            if isRequired { reportMissing(table, &findings) }
            return nil
        }
        return OpenedTable(DecodedText(bytes, file: table.file), file: table.file)
    }
}

extension DatasetReader {
    /// Reads a dataset whose tables are in memory, as that of a folder.
    ///
    /// What only helps a reader of the findings (actors of like names, actors without ties) is not sought: tables that
    /// were cut out of those of a country are read by the thousand, and asked for their errors.
    ///
    /// - Parameters:
    ///   - tables: CSV texts by the ids of their tables (`actors`, `ties`, …).
    ///   - package: `datapackage.json`; nil: nothing describes the tables.
    package static func read(name: String, tables: [String: [UInt8]], package: [UInt8]? = nil) -> Reading {
        var reading = DatasetReading(
            MemoryStore(name: name, tables: tables, package: package), directed: nil, asksForErrorsOnly: true)
        return reading.read()
    }
}
