import Files
import NetworkModel
import Vocabulary

/// Reads whatever holds a network: the folder of a dataset, a network file, or one that standard input brings.
public enum InputReader {
    /// The path that stands for standard input; a file of that name is `./-`.
    public static let standardInput = "-"

    /// Reads whatever the path leads to; what is wrong inside it is a finding.
    ///
    /// - Parameters:
    ///   - path: a dataset's folder, its `datapackage.json`, a file of a format in the catalogue, or `-`: what
    ///     standard input brings, a network file.
    ///   - directed: for a file that does not say whether its ties are directed. The kinds of tie of
    ///     a dataset say it themselves.
    ///   - format: nil: what the name of the file, or else its content, shows.
    ///   - followsLinks: whether a dataset's tables may be links to anywhere (`DatasetReader.read`).
    /// - Throws: `MilieuError` of cause `file` where there is nothing to read, of cause `usage`
    ///   where neither the name of a file nor its content tells its format.
    public static func read(
        path: String, directed: Bool? = nil, format known: NetworkFormat? = nil, followsLinks: Bool = false
    ) throws(MilieuError) -> Reading {
        if path == standardInput {
            let bytes = try InputFile.readStandardInput()
            let format = if let known { known } else { try FormatCatalogue.format(content: bytes) }
            return format.read(bytes, "stdin", NetworkFormat.Options(directed: directed))
        }
        if InputFile.kind(path) == .folder { return try DatasetReader.read(path: path, followsLinks: followsLinks) }
        if FilePath.name(of: path) == DatasetSchema.package {
            return try DatasetReader.read(path: FilePath.folder(of: path), followsLinks: followsLinks)
        }
        // Whether the file is there is said before what its name lacks.
        let bytes = try InputFile.read(path)
        let format = if let known { known } else { try FormatCatalogue.format(forFile: path, content: bytes) }
        return format.read(bytes, FilePath.name(of: path), NetworkFormat.Options(directed: directed))
    }
}
