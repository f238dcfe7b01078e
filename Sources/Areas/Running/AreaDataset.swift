import Interchange
import NetworkModel
import Vocabulary

/// Reads the rows of an area, with what all areas share, as a dataset.
struct AreaDataset: Sendable {
    let manifest: AreaManifest
    /// The tables that every area reads whole, by their ids, and `datapackage.json`.
    let shared: (tables: [String: [UInt8]], package: [UInt8]?)

    /// - Parameter other: a table that somebody else reads.
    func network(_ rows: AreaRows, leavingOut other: SourceTable.Role? = nil) throws(MilieuError) -> Network {
        var tables = try rows.tables(manifest, leavingOut: other)
        for (id, bytes) in shared.tables { tables[id] = bytes }
        return try DatasetReader.read(name: manifest.name, tables: tables, package: shared.package).requireNetwork()
    }
}
