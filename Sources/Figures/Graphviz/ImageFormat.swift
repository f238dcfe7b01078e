import Vocabulary

/// What a figure can be written as.
public enum ImageFormat: String, Sendable, CaseIterable {
    /// Vectors for the screen, vectors for print with fonts embedded, dots at 300 to the inch, Graphviz's own text,
    /// PostScript to set into a page, and dots for presses; the raw value is the ending of a file's name.
    case svg, pdf, png, dot, eps, tiff

    /// Whether it is made of dots, of which there are so many to the inch.
    public var hasDots: Bool { self == .png || self == .tiff }

    /// The format that a file's name asks for.
    ///
    /// - Throws: `MilieuError` of cause `usage`, with the formats that there are.
    public init(fileName: String) throws(MilieuError) {
        let ending = fileName.split(separator: ".").last.map { $0.lowercased() } ?? ""
        guard fileName.contains("."), let format = ImageFormat(rawValue: ending == "tif" ? "tiff" : ending) else {
            throw MilieuError(
                .usage, "A figure cannot be written as \"\(PlainText.cleaned(fileName))\".",
                remedy: "End its name with .svg, .pdf, .eps, .png, .tiff or .dot.")
        }
        self = format
    }
}
