import Files
import Vocabulary

/// The text of a PDF, as `pdftotext` of Poppler reads it.
///
/// A PDF may come from anybody, and what reads one is large and written in C++. So it is read by a process of its own,
/// which may take so much time, memory and disk and no more, and which can fail without this one; where the program is
/// not installed, that is said. Nothing else of Milieu needs it.
struct PDFText: Sendable {
    private let folder: String

    /// What a PDF may hold at most, in bytes.
    static let largest = 64 << 20

    /// Seconds of the processor, kibibytes of memory, and blocks of 512 bytes that are written.
    private static let limits = (seconds: 20, memory: 1 << 20, blocks: SourceTexts.largest / 512 + 1)

    /// The paths are arguments of their own, which no shell reads.
    private static let script = """
        ulimit -t \(limits.seconds); ulimit -f \(limits.blocks); ulimit -c 0; ulimit -v \(limits.memory) 2>/dev/null
        exec pdftotext -q -enc UTF-8 -eol unix "$1" "$2" </dev/null >/dev/null 2>&1
        """

    /// Calls do not run beside each other: they share the names of their files.
    init(in folder: HeldFolder) throws(MilieuError) {
        try folder.makeFolder("pdf")
        // A path is no option, whatever it begins with.
        self.folder = (folder.path.hasPrefix("/") ? "" : "./") + folder.path + "/pdf"
        clear()
    }

    private var read: String { folder + "/read.pdf" }
    private var written: String { folder + "/read.txt" }

    /// What a run that was killed left is none of the dataset's.
    private func clear() {
        FilePath.remove(read)
        FilePath.remove(written)
    }

    /// The words in their order, hyphens at the ends of lines taken out; a form feed stands behind each page.
    ///
    /// - Throws: `MilieuError` of cause `usage` where the bytes are no PDF, hold no text or more than may be kept; of
    ///   cause `file` where no program reads it.
    func text(of bytes: [UInt8]) throws(MilieuError) -> String {
        guard bytes.prefix(1_024).split(separator: 0x25).contains(where: { $0.starts(with: Array("PDF-".utf8)) }) else {
            throw MilieuError(
                .usage, Bilingual(en: "This file is no PDF.", fr: "Ce fichier n'est pas un PDF."),
                remedy: Bilingual(
                    en: "Open a PDF, a text or an HTML file.", fr: "Ouvrez un PDF, un texte ou un fichier HTML."))
        }
        defer { clear() }
        try FileOutput.rewrite(bytes, at: read)
        switch try ChildProcess.run(["sh", "-c", Self.script, "sh", read, written]) {
        case .status(0): break
        case .status(127), .status(126): throw Self.missing
        case .status: throw Self.unreadable
        case .signal: throw Self.tooMuch
        }
        guard InputFile.kind(written, followsLinks: false) == .file else { throw Self.unreadable }
        guard let bytes = try? InputFile.read(written, followsLinks: false, limit: SourceTexts.largest) else {
            throw Self.tooMuch
        }
        let text = Self.plain(String(decoding: bytes, as: UTF8.self))
        guard text.contains(where: { !$0.isWhitespace }) else { throw Self.pictures }
        return text
    }

    /// Without what no text holds, and without empty pages at the end.
    private static func plain(_ text: String) -> String {
        var scalars = String.UnicodeScalarView(
            text.unicodeScalars.filter {
                $0.value >= 0x20 && $0.value != 0x7F || "\n\t\u{0C}".unicodeScalars.contains($0)
            })
        while let last = scalars.last, last.properties.isWhitespace { scalars.removeLast() }
        return String(scalars)
    }

    // MARK: Refusals

    private static let missing = MilieuError(
        .file,
        Bilingual(
            en: "Nothing reads a PDF on this machine: the program pdftotext is missing.",
            fr: "Rien ne lit les PDF sur cette machine : le programme pdftotext manque."),
        remedy: Bilingual(
            en: "Install Poppler (Debian: poppler-utils, Homebrew: poppler), or copy the PDF's text and paste it here.",
            fr:
                "Installez Poppler (Debian : poppler-utils, Homebrew : poppler), ou copiez le texte du PDF et collez-le ici."
        ))

    private static let unreadable = MilieuError(
        .usage,
        Bilingual(
            en: "The text of this PDF cannot be read: it is damaged, or locked by a password.",
            fr: "Le texte de ce PDF ne peut pas être lu : il est endommagé ou protégé par un mot de passe."),
        remedy: Bilingual(
            en: "Open it in a PDF reader, copy its text and paste it here.",
            fr: "Ouvrez-le dans un lecteur de PDF, copiez son texte et collez-le ici."))

    private static let tooMuch = MilieuError(
        .usage,
        Bilingual(
            en:
                "Reading this PDF takes more than \(limits.seconds) seconds, too much memory, or gives too long a text.",
            fr:
                "La lecture de ce PDF prend plus de \(limits.seconds) secondes, trop de mémoire, ou donne un texte trop long."
        ),
        remedy: Bilingual(
            en: "Cut it into the parts that are coded.", fr: "Coupez-le en parties, comme il est codé."))

    private static let pictures = MilieuError(
        .usage,
        Bilingual(
            en: "This PDF holds pictures of pages and no text.",
            fr: "Ce PDF contient des images de pages et pas de texte."),
        remedy: Bilingual(
            en: "Let a program for text recognition read it first, such as OCRmyPDF.",
            fr: "Faites-le d'abord lire par un programme de reconnaissance de texte, comme OCRmyPDF."))
}
