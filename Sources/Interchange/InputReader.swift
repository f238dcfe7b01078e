import Files
import NetworkModel
import Vocabulary

/// Reads whatever holds a network: the folder of a dataset, or a network file.
public enum InputReader {
    /// Reads whatever the path leads to; what is wrong inside it is a finding.
    ///
    /// - Parameters:
    ///   - path: a dataset's folder, its `datapackage.json`, or a file of a format in the catalogue.
    ///   - options: what the input may not say itself.
    /// - Throws: `MilieuError` of cause `file` where there is nothing to read, of cause `usage`
    ///   where the name of a file does not tell its format.
    public static func read(path: String, _ options: InputOptions = InputOptions()) throws(MilieuError) -> Reading {
        var reading = try network(path, options)
        for attributes in options.attributes { reading = try ActorValues.join(attributes, to: reading) }
        return reading
    }

    private static func network(_ path: String, _ options: InputOptions) throws(MilieuError) -> Reading {
        if InputFile.kind(path) == .folder {
            if EgoTables.areIn(path) { return EgoTables.read(path, directed: options.directed) }
            return try DatasetReader.read(path: path)
        }
        if FilePath.name(of: path) == DatasetSchema.package {
            return try DatasetReader.read(path: FilePath.folder(of: path))
        }
        // Whether the file is there is said before what its name lacks.
        let bytes = try InputFile.read(path)
        let format =
            if let known = options.format { known } else { try FormatCatalogue.format(forFile: path, content: bytes) }
        return format.read(
            bytes, FilePath.name(of: path),
            NetworkFormat.Options(
                directed: options.directed, network: options.network,
                neighbours: NeighbouringFiles(of: path, permitted: options.beside)))
    }
}
