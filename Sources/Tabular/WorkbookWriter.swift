import CXlsxWriter
import Vocabulary

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// Writes tables as one `.xlsx` workbook through libxlsxwriter, a sheet for each.
///
/// A text stays a text whatever it looks like (`007`, `=1+1`): no cell is a formula. A number is a number, what
/// is not known an empty cell, yes and no are booleans. The header is bold and stays in view. The same tables
/// give the same bytes, since no clock is asked.
public enum WorkbookWriter {
    /// A sheet on its way out.
    public struct Sheet: Sendable {
        /// Shortened and freed of what no name of a sheet may have, where it must be.
        public let name: String
        /// The first row.
        public let header: [String]
        /// Row by row, a cell for each column.
        public let rows: [[Cell]]

        /// A sheet of its rows.
        public init(name: String, header: [String], rows: [[Cell]]) {
            (self.name, self.header, self.rows) = (name, header, rows)
        }
    }

    /// What one sheet of the format holds.
    private static let mostRows = 1_048_576
    private static let mostColumns = 16_384
    /// Characters of one cell, in UTF-16.
    private static let longestText = 32_767

    /// The bytes of a workbook of these tables, with ids for headers.
    ///
    /// - Throws: `MilieuError` of cause `usage` where a table is larger than a sheet can be, of cause `file`
    ///   where the system has no room for the file while it is made.
    public static func bytes(_ tables: [Table]) throws(MilieuError) -> [UInt8] {
        try bytes(
            tables.map { table in
                Sheet(
                    name: table.name, header: table.columns.map(\.field.id),
                    rows: (0..<table.rowCount).map { row in table.columns.map { $0[row] } })
            })
    }

    /// The bytes of a workbook of these sheets.
    ///
    /// - Throws: as `bytes(_:)` of tables does.
    public static func bytes(_ sheets: [Sheet]) throws(MilieuError) -> [UInt8] {
        for sheet in sheets { try requireRoom(sheet) }
        return try TemporaryFile.bytes { path in unsafe write(sheets, to: path) }
    }

    private static func requireRoom(_ sheet: Sheet) throws(MilieuError) {
        guard sheet.rows.count < mostRows, sheet.header.count <= mostColumns else {
            throw MilieuError(
                .usage,
                Bilingual(
                    en:
                        "A sheet of \(sheet.rows.count) rows and \(sheet.header.count) columns is larger than the format allows.",
                    fr:
                        "Une feuille de \(sheet.rows.count, fr: "ligne", "lignes") et \(sheet.header.count, fr: "colonne", "colonnes") dépasse ce que le format permet."
                ),
                remedy: Bilingual(en: "Write CSV instead.", fr: "Écrivez plutôt du CSV."))
        }
        for row in sheet.rows {
            for case .text(let text) in row where text.utf16.count > longestText {
                throw MilieuError(
                    .usage,
                    Bilingual(
                        en: "A text of \(text.utf16.count) characters is longer than a cell of a workbook can be.",
                        fr:
                            "Un texte de \(text.utf16.count, fr: "caractère", "caractères") dépasse ce qu'une cellule de classeur peut contenir."
                    ),
                    remedy: Bilingual(
                        en: "Write CSV instead, or shorten \"\(Excerpt.of(text))\".",
                        fr: "Écrivez plutôt du CSV, ou raccourcissez « \(Excerpt.of(text)) »."))
            }
        }
    }

    /// Whether it was written.
    @unsafe private static func write(_ sheets: [Sheet], to path: String) -> Bool {
        // Sound here and below: the library copies the strings that it is handed, owns all that it returns, and
        // frees it when the workbook is closed.
        guard let workbook = unsafe workbook_new(path) else { return false }
        var properties = unsafe lxw_doc_properties()
        // 1 January 1980, as the entries of the archive have it: the library would take the clock's.
        unsafe properties.created = 315_532_800
        unsafe workbook_set_properties(workbook, &properties)
        let bold = unsafe workbook_add_format(workbook)
        unsafe format_set_bold(bold)
        var isSound = true
        for (sheet, name) in zip(sheets, names(of: sheets.map(\.name))) {
            guard let worksheet = unsafe workbook_add_worksheet(workbook, name) else {
                isSound = false
                break
            }
            unsafe write(sheet, to: worksheet, bold)
        }
        return unsafe workbook_close(workbook) == LXW_NO_ERROR && isSound
    }

    @unsafe private static func write(
        _ sheet: Sheet, to worksheet: UnsafeMutablePointer<lxw_worksheet>, _ bold: UnsafeMutablePointer<lxw_format>?
    ) {
        for (column, title) in sheet.header.enumerated() {
            unsafe worksheet_write_string(worksheet, 0, lxw_col_t(column), plain(title), bold)
        }
        unsafe worksheet_freeze_panes(worksheet, 1, 0)
        for (row, cells) in sheet.rows.enumerated() {
            for (column, cell) in cells.enumerated() {
                let (row, column) = (lxw_row_t(row + 1), lxw_col_t(column))
                switch cell {
                case .empty: break
                case .text(let text): unsafe worksheet_write_string(worksheet, row, column, plain(text), nil)
                case .number(let number): unsafe worksheet_write_number(worksheet, row, column, number, nil)
                case .integer(let integer) where abs(integer) >= 1 << 53:
                    // Beyond, a workbook's numbers are not exact.
                    unsafe worksheet_write_string(worksheet, row, column, String(integer), nil)
                case .integer(let integer): unsafe worksheet_write_number(worksheet, row, column, Double(integer), nil)
                case .flag(let flag): unsafe worksheet_write_boolean(worksheet, row, column, flag ? 1 : 0, nil)
                }
            }
        }
    }

    /// A byte 0 would end the text.
    private static func plain(_ text: String) -> String {
        text.utf8.contains(0) ? String(text.unicodeScalars.filter { $0 != "\0" }.map(Character.init)) : text
    }

    /// Names that the format allows: at most 31 characters, none of `[]:*?/\`, no apostrophe at an end, no two alike.
    private static func names(of wanted: [String]) -> [String] {
        var taken: Set<String> = []
        return wanted.map { name in
            let allowed = name.map { "[]:*?/\\'\0".contains($0) ? "_" : $0 }
            var count = 1
            while true {
                let suffix = count == 1 ? "" : "_\(count)"
                var short = allowed.isEmpty ? "table" : String(allowed)
                while short.utf16.count + suffix.count > 31 { short.removeLast() }
                count += 1
                if taken.insert((short + suffix).lowercased()).inserted { return short + suffix }
            }
        }
    }
}

/// A file that is there only while it is written and read back, for a library that writes nowhere else.
private enum TemporaryFile {
    /// - Parameter write: writes the file of that path; false: it could not.
    static func bytes(_ write: (String) -> Bool) throws(MilieuError) -> [UInt8] {
        let folder = unsafe getenv("TMPDIR").map { unsafe String(cString: $0) } ?? "/tmp"
        var template = Array((folder + "/milieu-XXXXXX").utf8CString)
        // Sound: the call writes the letters that it chose over the six at the end.
        let descriptor = unsafe template.withUnsafeMutableBufferPointer { unsafe mkstemp($0.baseAddress!) }
        guard descriptor >= 0 else { throw failure }
        let path = unsafe template.withUnsafeBufferPointer { unsafe String(cString: $0.baseAddress!) }
        defer {
            close(descriptor)
            unsafe unlink(path)
        }
        // The library opens the file by its name, and so writes into the same one.
        guard write(path), let bytes = read(descriptor) else { throw failure }
        return bytes
    }

    private static func read(_ descriptor: Int32) -> [UInt8]? {
        let size = lseek(descriptor, 0, SEEK_END)
        guard size > 0 else { return nil }
        var bytes = [UInt8](repeating: 0, count: Int(size))
        var done = 0
        while done < bytes.count {
            // Sound: at most as many bytes are read as there is room for behind `done`.
            let count = unsafe bytes.withUnsafeMutableBytes { buffer in
                unsafe pread(descriptor, buffer.baseAddress! + done, buffer.count - done, off_t(done))
            }
            guard count > 0 else { return nil }
            done += count
        }
        return bytes
    }

    private static let failure = MilieuError(
        .file,
        Bilingual(
            en: "The workbook could not be made: there is no room for it, or no right to write.",
            fr: "Le classeur n'a pas pu être fait : la place manque, ou le droit d'écrire."),
        remedy: Bilingual(
            en: "Make room in the folder for temporary files (TMPDIR), or write CSV instead.",
            fr: "Faites de la place dans le dossier des fichiers temporaires (TMPDIR), ou écrivez plutôt du CSV."))
}
