import Files
import NetworkModel
import Tabular
import Vocabulary

/// The folder of a dataset: finds its tables, reads nothing outside but where links may lead, and hashes what it
/// read.
struct DatasetFolder: TableStore {
    let path: String
    private(set) var hash = ContentHash()
    /// Files that `datapackage.json` names in place of the usual ones, by table.
    private var files: [String: String] = [:]
    /// Tables whose path was refused.
    private var refused: Set<String> = []
    private let links: DatasetLinks

    /// Files that hold a table by another name, since nothing has its own: `acteurs.csv`, `nodes.csv`, `liens.xlsx`.
    private var others: [String: String] = [:]

    init(path: String, followsLinks: Bool = false) throws(MilieuError) {
        self.path = path
        links = DatasetLinks(folder: path, followsAll: followsLinks)
        switch InputFile.kind(path) {
        case .folder: others = Self.others(in: path)
        case .missing:
            throw MilieuError(
                .file, Bilingual(en: "There is no such folder.", fr: "Ce dossier n'existe pas."),
                remedy: Bilingual(
                    en: "Check the name; `milieu init` makes a new dataset.",
                    fr: "Vérifiez le nom ; `milieu init` crée un nouveau jeu de données."),
                at: Place(file: Excerpt.of(path, limit: 400)))
        default:
            throw MilieuError(
                .file, Bilingual(en: "This is not a folder.", fr: "Ce n'est pas un dossier."),
                remedy: Bilingual(
                    en: "A dataset is a folder of CSV tables; name it.",
                    fr: "Un jeu de données est un dossier de tables CSV ; indiquez-le."),
                at: Place(file: Excerpt.of(path, limit: 400)))
        }
    }

    /// The last part of the path: the name of a dataset that does not tell its own.
    var name: String {
        path.split(separator: "/").last.map(String.init) ?? "dataset"
    }

    /// What the folder has under other names, of each table the first in the order of names. Nothing else is
    /// looked at, and no folder below.
    private static func others(in path: String) -> [String: String] {
        let endings = ["csv", "tsv", "txt"] + Workbook.fileExtensions
        var others: [String: String] = [:]
        for name in FilePath.names(in: path) ?? [] where endings.contains(FilePath.fileExtension(of: name)) {
            guard let table = WorkbookStore.table(named: FilePath.stem(of: name)), others[table.id] == nil,
                InputFile.kind(path + "/" + table.file, followsLinks: false) == .missing
            else { continue }
            others[table.id] = name
        }
        return others
    }

    var hasPackage: Bool { InputFile.kind(path + "/" + DatasetSchema.package, followsLinks: false) != .missing }

    func file(of table: TableSchema) -> String { files[table.id] ?? others[table.id] ?? table.file }

    /// Whether something of that name is there, or a path was refused: then a finding says why the
    /// table was not read.
    func exists(_ table: TableSchema) -> Bool {
        refused.contains(table.id) || InputFile.kind(path + "/" + file(of: table), followsLinks: false) != .missing
    }

    mutating func open(_ table: TableSchema, isRequired: Bool, _ findings: inout Findings) -> OpenedTable? {
        let file = file(of: table)
        guard !refused.contains(table.id) else { return nil }
        let isNamed = files[table.id] != nil
        guard let bytes = bytes(of: file, limit: InputFile.largest, isRequired: isRequired || isNamed, &findings) else {
            return nil
        }
        guard Workbook.recognises(bytes, name: file) else {
            return OpenedTable(DecodedText(bytes, file: file), file: file)
        }
        do throws(TextFault) {
            let workbook = try Workbook(bytes, file: file)
            let filled = workbook.filled
            guard let sheet = filled.first(where: { table.isNamed($0.name) }) ?? (filled.count == 1 ? filled[0] : nil)
            else {
                throw workbook.unclear(nil, among: filled)
            }
            return try OpenedTable(sheet, file: file)
        } catch {
            findings.add(error.finding(in: file))
            return nil
        }
    }

    mutating func package(_ findings: inout Findings) -> [UInt8]? {
        bytes(of: DatasetSchema.package, limit: PackageReader.largest, isRequired: false, &findings)
    }

    private mutating func bytes(
        of file: String, limit: Int, isRequired: Bool, _ findings: inout Findings
    ) -> [UInt8]? {
        let whole = path + "/" + file
        if InputFile.kind(whole, followsLinks: false) == .missing {
            if isRequired {
                findings.add(
                    .error, "missing-file",
                    Bilingual(en: "The file \"\(file)\" is missing.", fr: "Le fichier « \(file) » manque."),
                    remedy: Bilingual(
                        en: "Add it; `milieu init` writes an empty one to start from.",
                        fr: "Ajoutez-le ; `milieu init` en écrit un vide pour commencer."), at: Place(file: file))
            }
            return nil
        }
        do {
            let bytes = try InputFile.read(links.target(of: whole), followsLinks: false, limit: limit)
            hash.add(table: file, bytes)
            return bytes
        } catch {
            findings.add(.error, "unreadable-file", error.statement, remedy: error.advice, at: Place(file: file))
            return nil
        }
    }

    /// Takes the paths of the tables from the package's `resources`: plain names of this folder,
    /// so that no dataset can make its reader open a file elsewhere.
    mutating func take(resources: [JSONValue], _ findings: inout Findings) {
        for (index, resource) in resources.enumerated() {
            let place = Place(file: DatasetSchema.package, column: "resources[\(index)].path")
            guard case .text(let name)? = resource["name"],
                let table = DatasetSchema.tables.first(where: { $0.id == name })
            else { continue }
            guard case .text(let file)? = resource["path"] else {
                if resource["path"] != nil {
                    refuse(
                        table, Bilingual(en: "The path is no text.", fr: "Le chemin n'est pas un texte."), place,
                        &findings)
                }
                continue
            }
            guard Self.isPlainName(file) else {
                refuse(
                    table,
                    Bilingual(
                        en: "The path \"\(Excerpt.of(file))\" leads out of the folder.",
                        fr: "Le chemin « \(Excerpt.of(file)) » mène hors du dossier."), place, &findings)
                continue
            }
            if file != table.file { files[table.id] = file }
        }
    }

    private mutating func refuse(
        _ table: TableSchema, _ message: Bilingual, _ place: Place, _ findings: inout Findings
    ) {
        refused.insert(table.id)
        findings.add(
            .error, "unsafe-path", message + Bilingual(en: " It was not read.", fr: " Elle n'a pas été lue."),
            remedy: Bilingual(
                en: "Put the table into the dataset's folder and name it without a folder.",
                fr: "Mettez la table dans le dossier du jeu de données et nommez-la sans dossier."), at: place)
    }

    private static func isPlainName(_ file: String) -> Bool {
        !file.isEmpty && !file.hasPrefix(".") && !file.contains { "/\\:\0".contains($0) } && file.utf8.count <= 200
    }
}
