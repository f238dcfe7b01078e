import Files
import NetworkModel
import Vocabulary

/// Writes a network as a dataset: the folder that `DatasetReader` reads.
///
/// What a dataset must tell and the network does not (the kinds of actors of an edge list, evidence)
/// is written as empty cells, which `milieu check` then asks for.
public enum DatasetWriter {
    /// The files of the dataset, by name: its tables, and `datapackage.json`.
    public static func files(_ network: Network) -> [(name: String, text: String)] {
        let tables = DatasetTables.all(network)
        return tables.map { ($0.schema.file, $0.text) }
            + [(DatasetSchema.package, PackageWriter.text(network.description, tables: tables))]
    }

    /// Writes the dataset into a new folder, whole or not at all.
    ///
    /// - Throws: `MilieuError` of cause `file` where the folder is not empty or cannot be written.
    public static func write(_ network: Network, to path: String) throws(MilieuError) {
        var folder = try FolderOutput(path: path, replacing: false)
        for file in files(network) { try folder.write(file.text, to: file.name) }
        try folder.finish()
    }
}
