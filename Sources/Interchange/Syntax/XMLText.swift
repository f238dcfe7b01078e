/// Writes text into XML.
enum XMLText {
    /// The text as it can stand in an attribute's value or between tags. Line breaks and tabs are
    /// written as references, so that no reader makes spaces of them.
    static func escaped(_ text: String) -> String { escaped(text, isContent: false) }

    /// The same for text between tags only, where quotes need no reference, and `>` only behind `]]`:
    /// Tulip reads no more of such a text than what follows its last reference.
    static func content(_ text: String) -> String { escaped(text, isContent: true) }

    private static func escaped(_ text: String, isContent: Bool) -> String {
        guard text.utf8.contains(where: isSpecial) else { return text }
        var output = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "&": output += "&amp;"
            case "<": output += "&lt;"
            case "\"" where isContent: output += "\""
            case ">" where isContent && !output.utf8.suffix(2).elementsEqual("]]".utf8): output += ">"
            case ">": output += "&gt;"
            case "\"": output += "&quot;"
            case "\n": output += "&#10;"
            case "\r": output += "&#13;"
            case "\t": output += "&#9;"
            case _ where isAllowed(scalar): output.unicodeScalars.append(scalar)
            default: output += "\u{FFFD}"
            }
        }
        return output
    }

    /// Whether XML 1.0 has a way to write every character of the text.
    static func holds(_ text: String) -> Bool { text.unicodeScalars.allSatisfy(isAllowed) }

    private static func isAllowed(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x9, 0xA, 0xD: true
        case 0..<0x20, 0xFFFE, 0xFFFF: false
        default: true
        }
    }

    /// Bytes that may need a reference; 0xEF starts the two that XML does not allow.
    private static func isSpecial(_ byte: UInt8) -> Bool {
        byte < 0x20 || byte == UInt8(ascii: "&") || byte == UInt8(ascii: "<") || byte == UInt8(ascii: ">")
            || byte == UInt8(ascii: "\"") || byte == 0xEF
    }
}
