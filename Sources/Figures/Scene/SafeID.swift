/// An id for the screen from an id of the data: letters, digits, `-`, `.` and `_` stay, anything
/// else is written as its number (`_x41_`), so that different ids stay different and no character
/// of the data means anything to XML, CSS or a script.
public enum SafeID {
    /// - Parameter position: ends an id of more than 80 characters, which is cut.
    public static func make(_ prefix: String, _ id: String, position: Int) -> String {
        var result = prefix + "-"
        for (count, scalar) in id.unicodeScalars.enumerated() {
            if count == 80 { return result + "_x_\(position)" }
            switch scalar {
            case "a"..."z", "A"..."Z", "0"..."9", "-", ".", "_": result.unicodeScalars.append(scalar)
            default: result += "_x" + String(scalar.value, radix: 16) + "_"
            }
        }
        return result
    }
}
