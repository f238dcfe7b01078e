import Files
import NetworkModel
import Vocabulary

/// Reads whatever holds a network: the folder of a dataset, a network file, or one that standard input brings.
public enum InputReader {
    /// The path that stands for standard input; a file of that name is `./-`.
    public static let standardInput = "-"

    /// What a caller says of an input that may not say it itself.
    public struct Options: Sendable {
        /// For a file that does not say whether its ties are directed. The kinds of tie of a dataset say it
        /// themselves.
        public var directed: Bool?
        /// Nil: what the name of the file, or else its content, shows.
        public var format: NetworkFormat?
        /// Of a workbook, the sheet that holds the network; nil: what names and contents show.
        public var sheet: String?
        /// The table of the actors, where the input is a list of ties.
        public var actors: String?
        /// Which network of a file that holds several: its name, or its number from 1.
        public var network: String?
        /// Paths of files that the input may name and that are read then: the data of a DL file that stand apart.
        public var beside: [String]
        /// Paths of files with a value for each actor, in their order: partitions and vectors of Pajek.
        public var attributes: [String]
        /// The path of the table that says what the codes of coded interviews stand for.
        public var codes: String?
        /// What coded interviews count places in, where neither their program nor their quotations show it.
        public var places: PassageUnit?
        /// Whether a dataset's tables may be links to anywhere (`DatasetReader.read`).
        public var followsLinks: Bool

        /// Nothing is said but what is given.
        public init(
            directed: Bool? = nil, format: NetworkFormat? = nil, sheet: String? = nil, actors: String? = nil,
            network: String? = nil, beside: [String] = [], attributes: [String] = [], codes: String? = nil,
            places: PassageUnit? = nil, followsLinks: Bool = false
        ) {
            (self.codes, self.places) = (codes, places)
            (self.directed, self.format, self.sheet, self.actors) = (directed, format, sheet, actors)
            (self.network, self.beside, self.attributes) = (network, beside, attributes)
            self.followsLinks = followsLinks
        }
    }

    /// Reads whatever the path leads to; what is wrong inside it is a finding.
    ///
    /// - Parameter path: a dataset's folder, its `datapackage.json`, a file of a format in the catalogue, or `-`: what
    ///   standard input brings, a network file.
    /// - Throws: `MilieuError` of cause `file` where there is nothing to read, of cause `usage`
    ///   where neither the name of a file nor its content tells its format, or an option does not go with the input.
    public static func read(path: String, _ options: Options) throws(MilieuError) -> Reading {
        var reading = try network(path, options)
        for attributes in options.attributes { reading = try ActorValues.join(attributes, to: reading) }
        return reading
    }

    private static func network(_ path: String, _ options: Options) throws(MilieuError) -> Reading {
        if path == standardInput { return try readStandardInput(options) }
        let isProject = InputFile.kind(path + "/data.qda") == .file
        let isFolder = InputFile.kind(path) == .folder && !isProject
        if isFolder || FilePath.name(of: path) == DatasetSchema.package {
            try refuse(options, path)
            if isFolder, EgoTables.areIn(path) { return EgoTables.read(path, directed: options.directed) }
            return try DatasetReader.read(
                path: isFolder ? path : FilePath.folder(of: path), directed: options.directed,
                followsLinks: options.followsLinks)
        }
        // Whether the file is there is said before what its name lacks.
        let bytes = try InputFile.read(isProject ? CodedInterviews.file(path) : path)
        if options.format == nil, CodedInterviews.areIn(bytes, path: path) {
            return try CodedInterviews.read(bytes, path: path, codes: options.codes, places: options.places)
        }
        let format =
            if let known = options.format { known } else { try FormatCatalogue.format(forFile: path, content: bytes) }
        if let actors = options.actors { return try read(path, format, actors, options) }
        if Workbook.recognises(bytes, name: path), tableFormats.contains(format.id) {
            return try read(TableFile(path: path, sheet: options.sheet), as: format, options)
        }
        guard options.sheet == nil || format.id == NetworkFormat.workbook.id else {
            throw MilieuError(
                .usage, Bilingual(en: "Only a workbook has sheets.", fr: "Seul un classeur a des feuilles."),
                remedy: Bilingual(en: "Leave --sheet out.", fr: "Omettez --sheet."),
                at: Place(file: Excerpt.of(path, limit: 400)))
        }
        if format.id == NetworkFormat.edgeList.id {
            // Handed on, not lent: a large list lets go of its text before it is done.
            return EdgeListReader.read(consume bytes, file: FilePath.name(of: path), directed: options.directed)
        }
        return format.read(
            bytes, FilePath.name(of: path),
            NetworkFormat.Options(
                directed: options.directed, sheet: options.sheet, network: options.network,
                neighbours: NeighbouringFiles(of: path, permitted: options.beside)))
    }

    /// Reads whatever the path leads to, as `read(path:_:)` does.
    public static func read(
        path: String, directed: Bool? = nil, format: NetworkFormat? = nil
    ) throws(MilieuError) -> Reading {
        try read(path: path, Options(directed: directed, format: format))
    }

    private static func readStandardInput(_ options: Options) throws(MilieuError) -> Reading {
        guard options.sheet == nil, options.actors == nil else {
            throw MilieuError(
                .usage,
                Bilingual(
                    en: "Sheets and a table of actors go with files, not with standard input.",
                    fr: "Les feuilles et une table d'acteurs vont avec des fichiers, et non avec l'entrée standard."),
                remedy: Bilingual(
                    en: "Write what comes to a file and name it, or leave --sheet and --actors out.",
                    fr: "Écrivez ce qui arrive dans un fichier et indiquez-le, ou omettez --sheet et --actors."))
        }
        let bytes = try InputFile.readStandardInput()
        let format = if let known = options.format { known } else { try FormatCatalogue.format(content: bytes) }
        return format.read(
            bytes, "stdin", NetworkFormat.Options(directed: options.directed, network: options.network))
    }

    private static func refuse(_ options: Options, _ path: String) throws(MilieuError) {
        guard options.sheet == nil, options.actors == nil else {
            throw MilieuError(
                .usage,
                Bilingual(
                    en: "A folder has its table of actors in it, and no sheets.",
                    fr: "Un dossier contient sa table d'acteurs, et n'a pas de feuilles."),
                remedy: Bilingual(
                    en: "Leave --actors and --sheet out, or name the file.",
                    fr: "Omettez --actors et --sheet, ou indiquez le fichier."),
                at: Place(file: Excerpt.of(path, limit: 400)))
        }
    }

    /// What a sheet can be said to hold.
    private static let tableFormats = [NetworkFormat.edgeList, .matrix, .adjacencyList].map(\.id)

    /// A sheet of which somebody said what it holds.
    private static func read(_ file: TableFile, as format: NetworkFormat, _ options: Options) -> Reading {
        let own = NetworkFormat.Options(directed: options.directed)
        return switch format.id {
        case NetworkFormat.matrix.id: MatrixReader.read(file.table, of: file.bytes, file: file.name, own)
        case NetworkFormat.adjacencyList.id: AdjacencyListReader.read(file.table, of: file.bytes, file: file.name, own)
        default:
            EdgeListReader.read(
                file.table, of: file.bytes, name: FilePath.stem(of: file.name), directed: options.directed, sections: 1)
        }
    }

    /// A list of ties with the table of its actors.
    private static func read(
        _ path: String, _ format: NetworkFormat, _ actors: String, _ options: Options
    ) throws(MilieuError) -> Reading {
        guard [NetworkFormat.edgeList.id, NetworkFormat.workbook.id].contains(format.id) else {
            throw MilieuError(
                .usage,
                Bilingual(
                    en: "A table of actors goes with a list of ties; this file is of the format \(format.id).",
                    fr: "Une table d'acteurs va avec une liste de liens ; ce fichier est au format \(format.id)."),
                remedy: Bilingual(
                    en: "Leave --actors out, or say --from edge-list.",
                    fr: "Omettez --actors, ou indiquez --from edge-list."),
                at: Place(file: Excerpt.of(path, limit: 400)))
        }
        let ties = try TableFile(path: path, sheet: options.sheet)
        return DatasetReader.read(
            PairStore(ties: ties, actors: try TableFile(path: actors)), directed: options.directed)
    }
}
