import Files
import NetworkModel
import Tabular
import Vocabulary

/// What a job is prepared from: tables that are parted by area, and small ones that every area reads whole.
public struct AreaInput: Sendable {
    /// What results call the data.
    var name: String
    var sources: [SourceTable]
    /// By the names of their files.
    var shared: [String: [UInt8]] = [:]
    var lookup = AreaLookup()

    init(name: String, sources: [SourceTable]) { (self.name, self.sources) = (name, sources) }

    /// The folders of datasets that together are a country: their actors have a column that says the area.
    ///
    /// - Parameters:
    ///   - folders: each with `actors.csv` and whatever else a dataset has; kinds, sources, places and the description
    ///     are those of the first.
    ///   - area: the column of the actors that says the area; nil: `area`, else `place`.
    ///   - areas: a table that says in which area each code of that column is; nil: each code is an area.
    ///   - communes: tables of the official geographic code, by which codes lead to those of today.
    /// - Throws: `MilieuError` of cause `usage` without a folder, of cause `file` where one is not there or has no
    ///   actors.
    public init(
        datasets folders: [String], area: String? = nil, areas: String? = nil, communes: [String] = []
    ) throws(MilieuError) {
        guard let first = folders.first else {
            throw MilieuError(
                .usage, "No dataset is named.", remedy: "Name one: milieu areas prepare DATASET -o JOB")
        }
        self.init(name: FilePath.name(of: first), sources: [])
        for folder in folders {
            guard InputFile.kind(folder) == .folder else {
                throw MilieuError(
                    .file, "There is no such folder.", remedy: "Name the folder of a dataset, or use --map.",
                    at: Place(file: Excerpt.of(folder, limit: 400)))
            }
            for role in SourceTable.Role.allCases {
                guard let path = Self.path(of: role.schema, in: folder) else { continue }
                var source = SourceTable(role: role, path: path)
                if role == .actors { source.area = area.map { [$0] } }
                sources.append(source)
            }
        }
        guard sources.contains(where: { $0.role == .actors }) else {
            throw MilieuError(
                .file, "The file \"actors.csv\" is missing.", remedy: "Add it, with a column \"area\".",
                at: Place(file: Excerpt.of(first, limit: 400)))
        }
        try takeShared(from: first)
        if let areas { lookup = try AreaLookup(table: areas) }
        for path in communes { try lookup.communes.read(path) }
    }

    /// A table's file: by its own name, else the first that is called so in another language.
    private static func path(of schema: TableSchema, in folder: String) -> String? {
        let names = FilePath.names(in: folder) ?? []
        let found =
            names.contains(schema.file)
            ? schema.file
            : names.first { name in
                ["csv", "tsv", "txt"].contains(FilePath.fileExtension(of: name))
                    && schema.isNamed(FilePath.stem(of: name))
            }
        // A link may lead out of the folder, and what it leads to into the results.
        guard let found, InputFile.kind(folder + "/" + found, followsLinks: false) == .file else { return nil }
        return folder + "/" + found
    }

    private mutating func takeShared(from folder: String) throws(MilieuError) {
        let parted = SourceTable.Role.allCases.map { $0.schema.id }
        for schema in DatasetSchema.tables
        where !parted.contains(schema.id) && schema.id != DiscPosition.table.schema.id {
            guard let path = Self.path(of: schema, in: folder) else { continue }
            shared[schema.file] = try InputFile.read(path, followsLinks: false, limit: 1 << 28)
        }
        let package = folder + "/" + DatasetSchema.package
        if InputFile.kind(package, followsLinks: false) == .file {
            shared[DatasetSchema.package] = try InputFile.read(package, followsLinks: false, limit: 1 << 24)
        }
    }
}

extension AreaLookup {
    /// A table of codes and the areas that they are in.
    ///
    /// - Parameter path: a CSV table whose columns `code` and `area` (as those of a list of INSEE: `CODGEO`, `ZE2020`,
    ///   `LIBZE2020`) say it, and perhaps `name` what an area is called.
    init(table path: String) throws(MilieuError) {
        try self.init(
            table: path, code: ["code", "codgeo", "com", "commune", "insee"],
            area: ["area", "zone", "ze2020", "ze2010", "epci", "dep"],
            name: ["name", "nom", "area_name", "libze2020", "libze2010", "libepci"])
    }

    /// - Parameters:
    ///   - code: headers that name the column of codes; the first that is there counts. Case and accents do not.
    ///   - name: that of the areas' names, which may be missing.
    init(table path: String, code: [String], area: [String], name: [String]) throws(MilieuError) {
        let file = FilePath.name(of: path)
        var reader = CSVReader(DecodedText(try InputFile.read(path, limit: 1 << 28), file: file), file: file)
        guard reader.next() else {
            throw MilieuError(
                .data, "The list of areas is empty.", remedy: "Name a table with a header.", at: Place(file: file))
        }
        let header = reader.fields.indices.map { reader.string($0) }
        func place(_ words: [String]) -> Int? {
            words.lazy.compactMap { word in header.firstIndex { FoldedWord.of($0) == FoldedWord.of(word) } }.first
        }
        guard let codePlace = place(code), let areaPlace = place(area) else {
            throw MilieuError(
                .data, "The list of areas has not both a column of codes and one of areas.",
                remedy:
                    "Give it the header \"code,area,name\". It has: \(header.prefix(20).map { Excerpt.of($0) }.joined(separator: ", ")).",
                at: Place(file: file, line: 1))
        }
        let namePlace = place(name)
        var areaOf: [String: String] = [:]
        while reader.next() {
            guard reader.fields.count > max(codePlace, areaPlace, namePlace ?? 0) else { continue }
            let (code, area) = (reader.string(codePlace), reader.string(areaPlace))
            guard !code.isEmpty, !area.isEmpty else { continue }
            guard areaOf.updateValue(area, forKey: code).map({ $0 == area }) ?? true else {
                throw MilieuError(
                    .data, "The code \"\(Excerpt.of(code))\" is in two areas.", remedy: "Delete one of the rows.",
                    at: Place(file: file, line: reader.line))
            }
            if let namePlace, !reader.fields[namePlace].isEmpty { names[area] = reader.string(namePlace) }
        }
        areaOfCode = areaOf
    }
}
