/// Texts without what stands around them.
enum TrimmedText {
    /// Without spaces, tabs and line ends at both ends.
    static func of(_ text: String) -> String {
        let isSpace = { (character: Character) in character == " " || character.isNewline || character == "\t" }
        guard text.first.map(isSpace) ?? false || text.last.map(isSpace) ?? false else { return text }
        return String(text.drop(while: isSpace).reversed().drop(while: isSpace).reversed())
    }
}
