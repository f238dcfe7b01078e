/// A piece of an input's text as a message can show it.
public enum Excerpt {
    /// At most `limit` characters, the cut shown by "…". Control characters are shown as `\u{1B}`,
    /// so that no input can steer a terminal or break a line of the output.
    public static func of(_ text: some StringProtocol, limit: Int = 48) -> String {
        var shown = ""
        var count = 0
        for character in text {
            guard count < limit else { return shown + "…" }
            count += 1
            // A character can be one letter under thousands of accents.
            for scalar in character.unicodeScalars.prefix(8) { append(scalar, to: &shown) }
        }
        return shown
    }

    /// The first texts of a list, each in the quotes of its language; " …" where there are more.
    package static func quoted(_ texts: [String], atMost count: Int) -> Bilingual {
        let shown = texts.prefix(count).map { Bilingual(en: "\"\(of($0))\"", fr: "« \(of($0)) »") }
        return shown.joined(separator: ", ") + (texts.count > count ? Bilingual(" …") : .empty)
    }

    /// The whole text with its control characters shown.
    public static func printable(_ text: String) -> String {
        guard text.unicodeScalars.contains(where: isControl) else { return text }
        var shown = ""
        for scalar in text.unicodeScalars { append(scalar, to: &shown) }
        return shown
    }

    /// A text of several lines with all its control characters shown but those that end lines.
    public static func printableLines(_ text: String) -> String {
        guard text.unicodeScalars.contains(where: { $0 != "\n" && isControl($0) }) else { return text }
        var shown = ""
        for scalar in text.unicodeScalars {
            if scalar == "\n" { shown += "\n" } else { append(scalar, to: &shown) }
        }
        return shown
    }

    private static func append(_ scalar: Unicode.Scalar, to text: inout String) {
        if isControl(scalar) {
            text += "\\u{" + String(scalar.value, radix: 16, uppercase: true) + "}"
        } else {
            text.unicodeScalars.append(scalar)
        }
    }

    /// Controls, line separators and the marks that turn the direction of text.
    private static func isControl(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0..<0x20, 0x7F..<0xA0, 0x2028...0x202E, 0x2066...0x2069: true
        default: false
        }
    }
}
