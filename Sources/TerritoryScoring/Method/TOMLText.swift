import TOMLKit
import Vocabulary

/// A text in TOML that a user wrote, and the faults that the library does not tell.
package enum TOMLText {
    /// Parses a text.
    ///
    /// - Parameter what: what messages call it: `method file`.
    /// - Throws: `MilieuError` of cause `usage`, with the line, where it is no TOML.
    package static func parse(_ text: String, file: String, _ what: String) throws(MilieuError) -> TOMLTable {
        // The library would read up to it and be content.
        if let place = text.unicodeScalars.firstIndex(of: "\0") {
            let line = text.unicodeScalars[..<place].count { $0 == "\n" } + 1
            throw MilieuError(
                .usage, "The \(what) is not TOML: it has a null character.", remedy: "Write it as text in UTF-8.",
                at: Place(file: file, line: line))
        }
        if let line = lineOfNamelessTable(text) {
            throw MilieuError(
                .usage, "The \(what) is not TOML: the brackets hold no name.",
                remedy: "Write the name of a table between them, as in [dimensions].", at: Place(file: file, line: line)
            )
        }
        do {
            return try TOMLTable(string: text)
        } catch let error as TOMLParseError {
            throw MilieuError(
                .usage, "The \(what) is not TOML: \(error.description).", remedy: "Correct it there.",
                at: Place(file: file, line: error.source.begin.line))
        } catch {
            throw MilieuError(
                .usage, "The \(what) is not TOML: \(error).", remedy: "Correct it.", at: Place(file: file))
        }
    }

    /// The first line that opens a table with what can be no name. The library takes it for granted that
    /// there is one, and would end the program. (No value is a list in a list, whose lines may
    /// begin so.)
    private static func lineOfNamelessTable(_ text: String) -> Int? {
        let names = Set("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_-\"']".utf8)
        let spaces = Set(" \t\r".utf8)
        for (number, line) in text.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
            .enumerated()
        {
            let inner = line.drop { spaces.contains($0) }
            guard inner.first == UInt8(ascii: "[") else { continue }
            let name = inner.dropFirst().drop { spaces.contains($0) || $0 == UInt8(ascii: "[") }
            guard let first = name.first, names.contains(first) else { return number + 1 }
        }
        return nil
    }
}
