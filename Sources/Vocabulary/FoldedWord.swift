/// A word as headers are compared: without case, accents, spaces and marks, so that `Vertex 1`, `vertex_1` and
/// `Début`, `debut` are the same.
public enum FoldedWord {
    /// Only letters and digits are left, in lower case; what is no letter of the Latin alphabet stays as it is.
    public static func of(_ word: some StringProtocol) -> String {
        var folded = ""
        for scalar in word.unicodeScalars {
            if scalar.isASCII {
                // What Unicode's tables say of these, without asking them: words are compared in every row.
                switch scalar {
                case "A"..."Z": folded.unicodeScalars.append(Unicode.Scalar(UInt8(scalar.value) + 32))
                case "a"..."z", "0"..."9": folded.unicodeScalars.append(scalar)
                default: break
                }
            } else if !isMark(scalar) {
                let lower = scalar.properties.lowercaseMapping
                folded += plain[lower] ?? (scalar.properties.isAlphabetic ? lower : "")
            }
        }
        return folded
    }

    private static func isMark(_ scalar: Unicode.Scalar) -> Bool { (0x300...0x36F).contains(scalar.value) }

    private static let plain: [String: String] = {
        let letters = [
            "a": "àáâãäå", "ae": "æ", "c": "ç", "e": "èéêë", "i": "ìíîï", "n": "ñ", "o": "òóôõöø", "oe": "œ", "ss": "ß",
            "u": "ùúûü", "y": "ýÿ",
        ]
        return letters.reduce(into: [:]) { plain, entry in
            for letter in entry.value { plain[String(letter)] = entry.key }
        }
    }()
}
