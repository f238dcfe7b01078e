/// Words from data on their way into a figure: what would steer a program is taken out, what a
/// reader sees stays.
public enum PlainText {
    /// Spaces for whatever breaks a line; nothing for control characters, for marks that turn the
    /// direction of text, and for what XML cannot hold; at most `limit` characters.
    public static func cleaned(_ text: String, limit: Int = 500) -> String {
        if isPlain(text, limit: limit) { return text }
        var result = ""
        var count = 0
        var endsInSpace = true
        for character in text {
            guard count < limit else { return result + "…" }
            let isSpace = character.isWhitespace && !"\u{A0}\u{202F}".contains(character)
            if isSpace {
                if !endsInSpace { result.append(" ") }
            } else {
                let kept = String.UnicodeScalarView(character.unicodeScalars.filter(isShown).prefix(8))
                if kept.isEmpty { continue }
                result.unicodeScalars.append(contentsOf: kept)
            }
            count += 1
            endsInSpace = isSpace
        }
        if endsInSpace, !result.isEmpty { result.removeLast() }
        return result
    }

    /// Whether nothing is to be done: letters and signs of European languages with single spaces between them.
    private static func isPlain(_ text: String, limit: Int) -> Bool {
        let space: UInt32 = 0x20
        var (count, last) = (0, space)
        for scalar in text.unicodeScalars {
            switch scalar.value {
            case space: if last == space { return false }
            // Latin, dashes, quotation marks, arrows; no hyphen that is seen at the end of a line only.
            case 0x21..<0x7F, 0xA1..<0xAD, 0xAE..<0x250, 0x2010...0x2027, 0x2190...0x21FF: break
            default: return false
            }
            (count, last) = (count + 1, scalar.value)
        }
        return count <= limit && (last != space || count == 0)
    }

    /// A title or a sentence as it stands within another: small, but for an acronym.
    static func withinSentence(_ text: String) -> String {
        if text.dropFirst().first?.isUppercase == true { return text }
        return text.prefix(1).lowercased() + text.dropFirst()
    }

    /// Whether the first letter is of a script that is written from right to left (Unicode Standard Annex 9, rules P2
    /// and P3, by the blocks of these scripts).
    static func beginsFromTheRight(_ text: String) -> Bool {
        let first = text.unicodeScalars.first {
            $0.properties.isAlphabetic && !$0.properties.isDefaultIgnorableCodePoint
        }
        return switch first?.value ?? 0 {
        case 0x590...0x8FF, 0xFB1D...0xFDFF, 0xFE70...0xFEFC, 0x10800...0x10FFF, 0x1E800...0x1EFFF: true
        default: false
        }
    }

    private static func isShown(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0..<0x20, 0x7F..<0xA0: false
        case 0x200E, 0x200F, 0x202A...0x202E, 0x2060...0x206F, 0xFEFF, 0xFFF0...0xFFFF: false
        default: !scalar.properties.isNoncharacterCodePoint
        }
    }

    /// Lines no wider than `width`, at most `most`; what does not fit is cut with "…", and said.
    ///
    /// Breaks stand at spaces, and after hyphens and slashes. The lines are made as equal as the
    /// words allow: the narrowest that need no more lines.
    public static func wrapped(
        _ text: String, width: Double, most: Int, size: Double
    ) -> (lines: [String], isShortened: Bool) {
        let words = words(text).map { (text: $0, width: TextMetrics.width(of: $0, size: size)) }
        func isWithin(_ limit: Double) -> [String]? { filled(words, limit, most: most, size: size) }
        let widest = words.map { TextMetrics.width(of: trimmed($0.text), size: size) }.max() ?? 0
        if widest <= width, let lines = isWithin(width) {
            // Same number of lines, least width: halve the interval until a point is left.
            var (low, high, best) = (widest, width, lines)
            while high - low > 0.5 {
                let middle = (low + high) / 2
                if let narrower = isWithin(middle), narrower.count <= lines.count {
                    (high, best) = (middle, narrower)
                } else {
                    low = middle
                }
            }
            return (best, false)
        }
        return (cut(words.map(\.text), width: width, most: most, size: size), true)
    }

    /// Words with the space, hyphen or slash that ends them. French signs stay with their word.
    private static func words(_ text: String) -> [String] {
        var words = [""]
        let characters = Array(text)
        for (place, character) in characters.enumerated() {
            words[words.count - 1].append(character)
            guard " -/–".contains(character) else { continue }
            let isHeld =
                character == " "
                && (place > 0 && characters[place - 1] == "«"
                    || place + 1 < characters.count && "»:;?!".contains(characters[place + 1]))
            if !isHeld { words.append("") }
        }
        return words.filter { !$0.isEmpty }
    }

    private static func filled(
        _ words: [(text: String, width: Double)], _ limit: Double, most: Int, size: Double
    ) -> [String]? {
        var (lines, used) = ([""], 0.0)
        for word in words {
            let bare = TextMetrics.width(of: trimmed(word.text), size: size)
            if used > 0, used + bare > limit {
                if lines.count == most { return nil }
                lines.append("")
                used = 0
            }
            lines[lines.count - 1] += word.text
            used += word.width
        }
        return lines.map(trimmed)
    }

    /// Fills lines letter by letter where a word is too long, and ends with "…".
    private static func cut(_ words: [String], width: Double, most: Int, size: Double) -> [String] {
        var lines = [""]
        func room(_ line: String, _ isLast: Bool) -> Bool {
            TextMetrics.width(of: isLast ? line + "…" : line, size: size) <= width
        }
        for word in words {
            if !lines[lines.count - 1].isEmpty, !room(lines[lines.count - 1] + trimmed(word), false),
                lines.count < most
            {
                lines.append("")
            }
            for character in word {
                if !room(lines[lines.count - 1] + String(character), lines.count == most) {
                    if lines.count == most { return lines.dropLast().map(trimmed) + [trimmed(lines[most - 1]) + "…"] }
                    lines.append("")
                }
                lines[lines.count - 1].append(character)
            }
        }
        return lines.map(trimmed)
    }

    private static func trimmed(_ text: String) -> String {
        var text = Substring(text)
        while text.first == " " { text.removeFirst() }
        while text.last == " " { text.removeLast() }
        return String(text)
    }
}
