import Vocabulary

/// Reads a small text that a user wrote, such as a method file.
public enum TextFile {
    /// What such a text may hold at most, in bytes.
    public static let largest = 1 << 20

    /// The text of a file.
    ///
    /// - Throws: `MilieuError` of cause `file` where there is no such regular file, it is too large or
    ///   no UTF-8.
    public static func read(path: String) throws(MilieuError) -> String {
        let bytes = try InputFile.read(path, limit: largest)
        guard let text = String(validating: bytes, as: UTF8.self) else {
            throw MilieuError(
                .file, Bilingual(en: "The file is no UTF-8 text.", fr: "Le fichier n'est pas un texte UTF-8."),
                remedy: Bilingual(en: "Save it as UTF-8.", fr: "Enregistrez-le en UTF-8."), at: Place(file: path))
        }
        return text
    }
}
