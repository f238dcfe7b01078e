/// A backslash in a text between quotes, of which formats and their readers think differently.
enum Backslash {
    /// Whether the backslash at a place has neither another beside it nor the end of the text behind it: then
    /// it stands for itself to most readers.
    static func isAlone(at place: Int, in letters: [Unicode.Scalar]) -> Bool {
        place + 1 < letters.count && letters[place + 1] != "\\" && (place == 0 || letters[place - 1] != "\\")
    }
}
