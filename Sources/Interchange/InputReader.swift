import Files
import NetworkModel
import Vocabulary

/// Reads whatever holds a network: the folder of a dataset, or a network file.
public enum InputReader {
    /// Reads whatever the path leads to; what is wrong inside it is a finding.
    ///
    /// - Parameters:
    ///   - path: a dataset's folder, its `datapackage.json`, or a file of a format in the catalogue.
    ///   - directed: for a file that does not say whether its ties are directed. The kinds of tie of
    ///     a dataset say it themselves.
    ///   - known: nil: what the name of the file, or else its content, shows.
    /// - Throws: `MilieuError` of cause `file` where there is nothing to read, of cause `usage`
    ///   where the name of a file does not tell its format.
    public static func read(
        path: String, directed: Bool? = nil, format known: NetworkFormat? = nil
    ) throws(MilieuError) -> Reading {
        if InputFile.kind(path) == .folder { return try DatasetReader.read(path: path) }
        if FilePath.name(of: path) == DatasetSchema.package {
            return try DatasetReader.read(path: FilePath.folder(of: path))
        }
        // Whether the file is there is said before what its name lacks.
        let bytes = try InputFile.read(path)
        let format = if let known { known } else { try FormatCatalogue.format(forFile: path, content: bytes) }
        return format.read(bytes, FilePath.name(of: path), NetworkFormat.Options(directed: directed))
    }
}
