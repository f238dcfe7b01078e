/// The digest of a text as a content security policy names it.
public enum ContentDigest {
    /// `sha256-` and the digest of the text's UTF-8 in base 64 (Content Security Policy Level 3, 2.3.1). Time:
    /// O(length).
    public static func sha256Base64(_ text: String) -> String {
        var hash = ContentHash()
        hash.add(Array(text.utf8))
        return "sha256-" + base64(hash.bytes())
    }

    private static let letters = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/")

    static func base64(_ bytes: [UInt8]) -> String {
        var text = ""
        for start in stride(from: 0, to: bytes.count, by: 3) {
            let group = bytes[start..<min(start + 3, bytes.count)]
            let bits = group.enumerated().reduce(0) { $0 | Int($1.element) << (16 - 8 * $1.offset) }
            for place in 0..<4 {
                text.append(place <= group.count ? letters[bits >> (18 - 6 * place) & 63] : "=")
            }
        }
        return text
    }
}
