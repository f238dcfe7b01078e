/// An id for the screen from an id of the data: letters, digits, `-`, `.` and `_` stay, anything
/// else is written as its number (`_x41_`), so that different ids stay different and no character
/// of the data means anything to XML, CSS or a script.
public enum SafeID {
    /// The prefix, a hyphen, and the id with everything that could mean something else written as numbers.
    ///
    /// - Parameter position: ends an id of more than 80 characters, which is cut.
    public static func make(_ prefix: String, _ id: String, position: Int) -> String {
        var result = prefix + "-"
        let scalars = Array(id.unicodeScalars.prefix(81))
        for (place, scalar) in scalars.enumerated() {
            if place == 80 { return result + "_x_\(position)" }
            let looksEscaped = scalar == "_" && place + 1 < scalars.count && scalars[place + 1] == "x"
            switch scalar {
            case "a"..."z", "A"..."Z", "0"..."9", "-", ".": result.unicodeScalars.append(scalar)
            case "_" where !looksEscaped: result.unicodeScalars.append(scalar)
            default: result += "_x" + String(scalar.value, radix: 16) + "_"
            }
        }
        return result
    }
}
