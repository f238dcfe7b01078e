import Files
import TerritoryScoring
import TOMLKit
import Tabular
import Vocabulary

/// Which file and which column of a register is what: a text in TOML, data and no code. `milieu areas prepare
/// --print-map` shows those that come with Milieu, to start one's own from.
///
/// Each `[[table]]` reads one file as a table of a dataset: `role` (actors, ties, events, participation), `file` (names
/// of which the first that is there is taken; of one with a star, `rna_waldec_*.csv`, all that begin and end so, in the
/// order of their names: some registers are published in parts), `[table.columns]`
/// (from a dataset's column to a header of the file, or a list of which the first that is filled counts, or `{ value =
/// … }`), `[table.only]` (rows whose cell is one of these), and of actors `area` (columns that say it), `area_only`
/// (rows that are in one) and `distinct` (rows of an id behind the first are no actors of their own). `[shared]` holds
/// small tables as CSV texts.
public struct AreaMapping: Sendable {
    /// What lists call it.
    public let id: String
    /// What it reads, in both languages.
    public let name: Bilingual
    /// Where the files are published.
    public let source: String
    private var tables: [MappedTable] = []
    private var shared: [String: String] = [:]
    /// The text it was read from.
    public let text: String

    private struct MappedTable: Sendable {
        let role: SourceTable.Role
        let files: [String]
        let columns: [SourceTable.Column]
        let conditions: [SourceTable.Condition]
        let area: [String]?
        let areaConditions: [SourceTable.Condition]
        let isDistinct: Bool
    }

    /// Reads a mapping.
    ///
    /// - Throws: `MilieuError` of cause `usage` where it is no TOML, or says what no mapping can say.
    public init(toml text: String, file: String) throws(MilieuError) {
        let root = try TOMLText.parse(text, file: file, Bilingual(en: "mapping", fr: "correspondance"))
        let top = MappingSection(root, file, "")
        try top.refuseOthers(["id", "name_en", "name_fr", "source", "table", "shared"])
        id = try top.text("id") ?? FilePath.stem(of: file)
        name = Bilingual(en: try top.text("name_en") ?? id, fr: try top.text("name_fr") ?? id)
        source = try top.text("source") ?? ""
        self.text = text
        for section in try top.sections("table") { tables.append(try Self.table(section)) }
        if let section = try top.section("shared") {
            for key in section.keys {
                guard key.hasSuffix(".csv") || key == "datapackage.json", !key.contains("/"), !key.hasPrefix(".") else {
                    throw section.fault(
                        Bilingual(
                            en: "\"\(Excerpt.of(key))\" is no table of a dataset.",
                            fr: "« \(Excerpt.of(key)) » n'est pas une table d'un jeu de données."),
                        Bilingual(
                            en: "Write for instance \"tie-kinds.csv\".", fr: "Écrivez par exemple « tie-kinds.csv »."))
                }
                shared[key] = try section.text(key)
            }
        }
        guard !tables.isEmpty else {
            throw top.fault(
                Bilingual(en: "The mapping names no table.", fr: "La correspondance ne nomme aucune table."),
                Bilingual(
                    en: "Write [[table]], with role, file and [table.columns].",
                    fr: "Écrivez [[table]], avec role, file et [table.columns]."))
        }
    }

    private static func table(_ section: MappingSection) throws(MilieuError) -> MappedTable {
        try section.refuseOthers(["role", "file", "columns", "only", "area", "area_only", "distinct"])
        let word = try section.text("role") ?? ""
        guard let role = SourceTable.Role(rawValue: word) else {
            let known = SourceTable.Role.allCases.map(\.rawValue)
            throw section.fault(
                Bilingual(
                    en: "There is no role \"\(Excerpt.of(word))\".", fr: "Il n'y a pas de rôle « \(Excerpt.of(word)) »."
                ),
                Bilingual(
                    en: "Write one of: \(known.joined(separator: ", ")).",
                    fr: "Écrivez l'un de : \(known.joined(separator: ", "))."))
        }
        guard let files = try section.texts("file"), !files.isEmpty else {
            throw section.fault(
                Bilingual(en: "The table names no file.", fr: "La table ne nomme pas de fichier."),
                Bilingual(en: "Write file = \"NAME.csv\".", fr: "Écrivez file = \"NOM.csv\"."))
        }
        guard let columns = try section.section("columns") else {
            throw section.fault(
                Bilingual(en: "The table has no columns.", fr: "La table n'a pas de colonnes."),
                Bilingual(
                    en: "Write [table.columns] and a line for each.",
                    fr: "Écrivez [table.columns] et une ligne pour chacune."))
        }
        var mapped: [SourceTable.Column] = []
        for key in columns.keys { mapped.append(try columns.column(key)) }
        if let key = role.keys.first(where: { !columns.keys.contains($0) }) {
            throw columns.fault(
                Bilingual(
                    en: "The table of \(role.rawValue) does not say which column is \"\(key)\".",
                    fr: "La table \(role.rawValue) ne dit pas quelle colonne est « \(key) »."),
                Bilingual(
                    en: "Write \(key) = \"COLUMN\" under [table.columns].",
                    fr: "Écrivez \(key) = \"COLONNE\" sous [table.columns]."))
        }
        // A library's table has no order that a file's lines show; a job's has.
        mapped.sort { ($0.name == "id" ? "" : $0.name) < ($1.name == "id" ? "" : $1.name) }
        return MappedTable(
            role: role, files: files, columns: mapped, conditions: try section.conditions("only"),
            area: try section.texts("area"), areaConditions: try section.conditions("area_only"),
            isDistinct: try section.flag("distinct") ?? false)
    }

    /// What the mapping finds in folders.
    ///
    /// - Throws: `MilieuError` of cause `file` where a file is not there.
    func input(_ folders: [String]) throws(MilieuError) -> AreaInput {
        var input = AreaInput(name: id, sources: [])
        for table in tables {
            for path in try paths(table, folders) {
                var source = SourceTable(role: table.role, path: path)
                source.columns = table.columns
                (source.conditions, source.areaConditions) = (table.conditions, table.areaConditions)
                (source.area, source.isDistinct) = (table.area, table.isDistinct)
                input.sources.append(source)
            }
        }
        input.shared = shared.mapValues { Array($0.utf8) }
        return input
    }

    /// The files of the first name that any folder holds, or that is itself given for one.
    private func paths(_ table: MappedTable, _ folders: [String]) throws(MilieuError) -> [String] {
        let known = folders.map { folder in
            InputFile.kind(folder) == .file
                ? [(name: FilePath.name(of: folder), path: folder)]
                : (FilePath.names(in: folder) ?? []).sorted().map { (name: $0, path: folder + "/" + $0) }
        }
        for pattern in table.files {
            let found = known.flatMap { files in files.filter { Self.fits($0.name, pattern) }.map(\.path) }
            if let first = found.first { return pattern.contains("*") ? found : [first] }
        }
        throw MilieuError(
            .file,
            Bilingual(
                en: "None of the folders holds a file \(table.files.map { "\"\($0)\"" }.joined(separator: " / ")).",
                fr:
                    "Aucun des dossiers ne contient de fichier \(table.files.map { "\"\($0)\"" }.joined(separator: " / "))."
            ),
            remedy: source.isEmpty
                ? Bilingual(
                    en: "Name the folder in which the files of \(id) are.",
                    fr: "Indiquez le dossier où sont les fichiers de \(id).")
                : Bilingual(
                    en: "Name the folder in which the files of \(id) are; they are published at \(source).",
                    fr: "Indiquez le dossier où sont les fichiers de \(id) ; ils sont publiés à \(source)."),
            at: folders.first.map { Place(file: Excerpt.of($0, limit: 400)) })
    }

    /// Whether a file's name is the pattern, in which one star stands for anything.
    private static func fits(_ name: String, _ pattern: String) -> Bool {
        let parts = pattern.split(separator: "*", maxSplits: 1, omittingEmptySubsequences: false)
        guard parts.count == 2 else { return name == pattern }
        return name.count >= parts[0].count + parts[1].count && name.hasPrefix(parts[0]) && name.hasSuffix(parts[1])
    }
}

extension AreaMapping {
    /// The ids of those that come with Milieu.
    public static let presets = ["sirene", "rna", "cordis", "bodacc"]

    /// One that comes with Milieu, by its id, or that of a file.
    ///
    /// - Throws: `MilieuError` of cause `usage` or `file` where there is neither.
    public static func named(_ name: String) throws(MilieuError) -> AreaMapping {
        let texts = [
            "sirene": PackageResources.sirene_toml, "rna": PackageResources.rna_toml,
            "cordis": PackageResources.cordis_toml,
            "bodacc": PackageResources.bodacc_toml,
        ]
        if let bytes = texts[name] {
            return try AreaMapping(toml: String(decoding: bytes, as: UTF8.self), file: name + ".toml")
        }
        guard name.hasSuffix(".toml") else {
            throw MilieuError(
                .usage,
                Bilingual(
                    en: "There is no mapping \"\(Excerpt.of(name))\".",
                    fr: "Il n'y a pas de correspondance « \(Excerpt.of(name)) »."),
                remedy: NearestMatch.hint(name, in: presets)
                    + Bilingual(
                        en: "There are: \(presets.joined(separator: ", ")); or name a file that ends in .toml.",
                        fr: "Il y a : \(presets.joined(separator: ", ")) ; ou indiquez un fichier qui finit en .toml."))
        }
        return try AreaMapping(toml: TextFile.read(path: name), file: FilePath.name(of: name))
    }
}

extension AreaInput {
    /// The files of registers, by mappings.
    ///
    /// - Parameters:
    ///   - folders: folders or files in which each mapping finds its own.
    ///   - areas: a table that says in which area each code is.
    ///   - communes: tables of the official geographic code: of communes (`TYPECOM`, `COM`, `COMPARENT`) or of their
    ///     mergers (`MOD`, `COM_AV`, `COM_AP`).
    /// - Throws: `MilieuError` where a file is not there, or a table lacks a column.
    public init(
        mappings: [AreaMapping], folders: [String], areas: String? = nil, communes: [String] = []
    ) throws(MilieuError) {
        self.init(name: mappings.map(\.id).joined(separator: "-"), sources: [])
        for mapping in mappings {
            let found = try mapping.input(folders)
            sources += found.sources
            for (name, bytes) in found.shared {
                // Kinds of several registers are one table: rows behind the header of the first.
                if let known = shared[name], name.hasSuffix(".csv") {
                    shared[name] = known + Array(bytes.drop { $0 != AreaLine.lineFeed }.dropFirst())
                } else {
                    shared[name] = shared[name] ?? bytes
                }
            }
        }
        if let areas { lookup = try AreaLookup(table: areas) }
        for path in communes { try lookup.communes.read(path) }
    }
}
