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
        } else if bytes.starts(with: [0xD0, 0xCF, 0x11, 0xE0]) {
            throw TextFault(
                "The workbook has a password, or the old format .xls.",
                remedy: "Open it in a spreadsheet program and save it as .xlsx or .ods, without a password.", line: 1,
                code: "encrypted")
        } else if Self.isFlat(bytes) {
            sheets = try OdsReader.sheets(of: bytes, file: file)
        } else {
            throw TextFault(
                "The file is no workbook, whatever its name says.", remedy: "Save it as .xlsx or .ods, or name it after what it is.",
                line: 1, code: "bad-workbook")
        }
    }

    private static func isFlat(_ bytes: [UInt8]) -> Bool {
        let head = String(decoding: bytes.prefix(2_000), as: UTF8.self)
        return head.contains("opendocument") && head.contains("<office:document")
    }

    /// Those that hold anything.
    var filled: [Sheet] { sheets.filter { !$0.isEmpty } }

    /// The sheet of that name, whatever its case.
    ///
    /// - Throws: where there is none, with those that there are.
    func sheet(named name: String) throws(MilieuError) -> Sheet {
        if let sheet = sheets.first(where: { $0.name == name }) ?? sheets.first(where: { $0.name.lowercased() == name.lowercased() }) {
            return sheet
        }
        throw MilieuError(
            .usage, "The workbook has no sheet \"\(Excerpt.of(name))\".",
            remedy: NearestMatch.hint(name, in: sheets.map(\.name)) + "It has: \(names(of: sheets)).", at: Place(file: file))
    }

    func names(of sheets: [Sheet]) -> String { sheets.prefix(20).map { Excerpt.of($0.name) }.joined(separator: ", ") }

    /// What findings call a sheet.
    func place(of sheet: Sheet) -> String { "\(file)[\(Excerpt.of(sheet.name))]" }
}
