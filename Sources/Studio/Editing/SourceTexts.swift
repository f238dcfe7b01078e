import Files
import Tabular
import Vocabulary

/// The texts that are being coded, kept beside the dataset so that they are there when the page is opened again. They
/// are the studio's own and no part of the dataset.
struct SourceTexts: Sendable {
    private let folder: String

    /// What a text may hold at most, in bytes.
    static let largest = 4 << 20

    init(in folder: HeldFolder) throws(MilieuError) {
        try folder.makeFolder("texts")
        self.folder = folder.path + "/texts"
    }

    /// The text that belongs to a source; nil where there is none.
    func text(of source: String) -> String? {
        guard let bytes = try? InputFile.read(file(of: source), followsLinks: false, limit: Self.largest * 2) else {
            return nil
        }
        return String(validating: bytes, as: UTF8.self)
    }

    /// Keeps a text in place of the one that was there.
    func keep(_ text: String, of source: String) throws(MilieuError) {
        guard text.utf8.count <= Self.largest else {
            throw MilieuError(
                .usage, "The text has more than \(Self.largest) bytes.", remedy: "Cut it into the parts that are coded."
            )
        }
        try FileOutput.rewrite(Array(text.utf8), at: file(of: source))
    }

    /// A name that no id can lead out of the folder by.
    private func file(of source: String) -> String {
        folder + "/" + ContentHash.text(of: Array(source.utf8)).prefix(32) + ".txt"
    }
}
