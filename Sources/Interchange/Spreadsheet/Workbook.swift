import Files
import Vocabulary

/// The sheets of a workbook, of whichever format, that hold anything.
struct Workbook: Sendable {
    let sheets: [Sheet]
    let file: String

    /// - Throws: where the bytes are no workbook, or one that asks for too much.
    init(_ bytes: [UInt8], file: String) throws(TextFault) {
        self.file = file
        if ZipArchive.recognises(bytes) {
            let archive = try ZipArchive(bytes)
            sheets =
                try archive.contains("content.xml")
                ? OdsReader.sheets(of: archive, file: file) : XlsxReader.sheets(of: archive, file: file)
        } else if bytes.starts(with: Self.old) {
            throw TextFault(
                Bilingual(
                    en: "The workbook has a password, or the old format .xls.",
                    fr: "Le classeur a un mot de passe, ou l'ancien format .xls."),
                remedy: Bilingual(
                    en: "Open it in a spreadsheet program and save it as .xlsx or .ods, without a password.",
                    fr: "Ouvrez-le dans un tableur et enregistrez-le en .xlsx ou .ods, sans mot de passe."), line: 1,
                code: "encrypted")
        } else if Self.isFlat(bytes) {
            sheets = try OdsReader.sheets(of: bytes, file: file)
        } else {
            throw TextFault(
                Self.isPage(bytes)
                    ? Bilingual(
                        en: "The file is a web page that is called a workbook.",
                        fr: "Le fichier est une page web que son nom dit être un classeur.")
                    : Bilingual(
                        en: "The file is no workbook, whatever its name says.",
                        fr: "Le fichier n'est pas un classeur, quoi qu'en dise son nom."),
                remedy: Self.isPage(bytes)
                    ? Bilingual(
                        en: "Open it in a spreadsheet program and save it as .xlsx.",
                        fr: "Ouvrez-la dans un tableur et enregistrez-la en .xlsx.")
                    : Bilingual(
                        en: "Save it as .xlsx or .ods, or name it after what it is: a text with separators .csv.",
                        fr:
                            "Enregistrez-le en .xlsx ou .ods, ou nommez-le d'après ce qu'il est : un texte avec des séparateurs, .csv."
                    ),
                line: 1, code: "bad-workbook")
        }
    }

    /// What databases on the web give out as `.xls`.
    private static func isPage(_ bytes: [UInt8]) -> Bool {
        let head = String(decoding: bytes.prefix(2_000), as: UTF8.self).lowercased()
        return head.contains("<html") || head.contains("<table")
    }

    /// The container of the old formats, and of those with a password.
    private static let old: [UInt8] = [0xD0, 0xCF, 0x11, 0xE0]

    static let fileExtensions = ["xlsx", "ods", "xlsm", "xltx", "ots", "fods"]

    /// Whether bytes are, or their name says that they are, a workbook.
    static func recognises(_ bytes: [UInt8], name: String) -> Bool {
        ZipArchive.recognises(bytes) || bytes.starts(with: old)
            || fileExtensions.contains(FilePath.fileExtension(of: name))
    }

    private static func isFlat(_ bytes: [UInt8]) -> Bool {
        let head = String(decoding: bytes.prefix(2_000), as: UTF8.self)
        return head.contains("opendocument") && head.contains("<office:document")
    }

    /// Those that hold anything.
    var filled: [Sheet] { sheets.filter { !$0.isEmpty } }

    /// The sheet of that name, whatever its case.
    func sheet(named name: String) -> Sheet? {
        sheets.first { $0.name == name } ?? sheets.first { NameKey.of($0.name) == NameKey.of(name) }
    }

    /// What is to be said where nothing tells which sheet is meant.
    ///
    /// - Parameter name: the one that was asked for, and is not there.
    func unclear(_ name: String?, among candidates: [Sheet]) -> TextFault {
        if let name {
            return TextFault(
                Bilingual(
                    en: "The workbook has no sheet \"\(Excerpt.of(name))\".",
                    fr: "Le classeur n'a pas de feuille « \(Excerpt.of(name)) »."),
                remedy: NearestMatch.hint(name, in: sheets.map(\.name))
                    + Bilingual(en: "It has: \(names(of: sheets)).", fr: "Il a : \(names(of: sheets))."), line: 1,
                code: "no-sheet")
        }
        guard !candidates.isEmpty else {
            return TextFault(
                Bilingual(en: "Its sheets are empty.", fr: "Ses feuilles sont vides."),
                remedy: Bilingual(
                    en: "Write a list of ties or a matrix into one.",
                    fr: "Écrivez une liste de liens ou une matrice dans l'une d'elles."), line: 1,
                code: "empty-table")
        }
        return TextFault(
            Bilingual(
                en: "The workbook has several sheets, and which one is meant is not clear: \(names(of: candidates)).",
                fr: "Le classeur a plusieurs feuilles, et on ne voit pas laquelle est visée : \(names(of: candidates))."
            ),
            remedy:
                Bilingual(
                    en:
                        "Choose one with --sheet; or call the sheets actors and ties (acteurs, liens), and they are read together.",
                    fr:
                        "Choisissez-en une par --sheet ; ou appelez les feuilles actors et ties (acteurs, liens), et elles sont lues ensemble."
                ),
            line: 1, code: "several-sheets")
    }

    func names(of sheets: [Sheet]) -> String { sheets.prefix(20).map { Excerpt.of($0.name) }.joined(separator: ", ") }

    /// What findings call a sheet.
    func place(of sheet: Sheet) -> String { "\(file)[\(Excerpt.of(sheet.name))]" }
}
