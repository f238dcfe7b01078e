/// Latin letters with one accent or two, and the commands of LaTeX that set them.
///
/// A character is the same whether it is one scalar or a letter and marks behind it, so that one entry finds both.
struct LaTeXAccents {
    private let commands: [Character: String]

    init() {
        var commands: [Character: String] = [:]
        for base in "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ" {
            for (mark, command) in Self.marks {
                let letter = "\(base)\(mark)", latex = "\\\(command){\(base)}"
                commands[Character(letter)] = Self.inOnePiece(letter) ?? latex
                guard Self.takesTwo.contains(base) else { continue }
                for (other, outer) in Self.marks where other != mark {
                    // The first way stays: of marks above and below, either may stand first.
                    let both = Character(letter + String(other))
                    if commands[both] == nil { commands[both] = "\\\(outer){\(latex)}" }
                }
            }
        }
        self.commands = commands
    }

    /// How LaTeX sets the letter; nil where it is no Latin letter with accents that the encoding T1 has.
    func letter(_ character: Character) -> String? {
        character.isASCII ? nil : commands[character]
    }

    private static let takesTwo: Set<Character> = Set("aeiouyAEIOUYsSlLrR")

    /// Combining marks and the commands that the encoding T1 has for them.
    private static let marks: [(mark: Unicode.Scalar, command: String)] = [
        ("\u{300}", "`"), ("\u{301}", "'"), ("\u{302}", "^"), ("\u{303}", "~"), ("\u{304}", "="), ("\u{306}", "u "),
        ("\u{307}", "."), ("\u{308}", "\""), ("\u{30A}", "r "), ("\u{30B}", "H "), ("\u{30C}", "v "),
        ("\u{323}", "d "), ("\u{327}", "c "), ("\u{328}", "k "), ("\u{331}", "b "),
    ]

    /// The letter as one scalar, where pdfLaTeX knows it: every one below U+0180 that is made of a letter and a mark,
    /// and Romanian's.
    private static func inOnePiece(_ letter: String) -> String? { onePiece[Character(letter)] }

    private static let onePiece: [Character: String] = {
        let values = Array(0xC0...0x17E) + Array(0x218...0x21B)
        let letters = values.compactMap { Unicode.Scalar($0).map { String($0) } }
        return Dictionary(letters.map { (Character($0), $0) }, uniquingKeysWith: { one, _ in one })
    }()
}
