import Vocabulary

extension Bilingual {
    /// A file says less than it announces.
    static let isItWhole = Bilingual(en: "Check that the file is whole.", fr: "Vérifiez que le fichier est complet.")
}

/// What ends the reading of a file: what is wrong, where, and what to do about it.
struct TextFault: Error {
    let code: String
    let message: Bilingual
    let remedy: Bilingual
    let line: Int
    /// The place in the line, from 1; nil where only the line is known.
    var column: Int?

    init(_ message: Bilingual, remedy: Bilingual, line: Int, column: Int? = nil, code: String = "bad-syntax") {
        (self.code, self.message, self.remedy, self.line, self.column) = (code, message, remedy, line, column)
    }

    func finding(in file: String) -> Finding {
        Finding(
            .error, code, message, remedy: remedy,
            at: Place(file: file, line: line, column: column.map { String($0) }))
    }
}
