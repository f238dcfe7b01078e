import Vocabulary

/// What a figure can be written as.
public enum ImageFormat: String, Sendable, CaseIterable {
    /// Vectors for the screen, vectors for print with fonts embedded, dots at 300 to the inch, and Graphviz's own text;
    /// the raw value is the ending of a file's name.
    case svg, pdf, png, dot

    /// The format that a file's name asks for.
    ///
    /// - Throws: `MilieuError` of cause `usage`, with the formats that there are.
    public init(fileName: String) throws(MilieuError) {
        let ending = fileName.split(separator: ".").last.map { $0.lowercased() } ?? ""
        guard fileName.contains("."), let format = ImageFormat(rawValue: ending) else {
            throw MilieuError(
                .usage, "A figure cannot be written as \"\(PlainText.cleaned(fileName))\".",
                remedy: "End its name with .svg, .pdf, .png or .dot.")
        }
        self = format
    }
}
