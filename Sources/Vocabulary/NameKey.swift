/// A name as people tell it again: the same whatever its case and the sort of its spaces.
public enum NameKey {
    /// In lower case, each run of spaces one, none at the ends. Accents count: `élu` is not `elu`. Composed and
    /// decomposed letters are the same, as they are in every comparison of strings.
    public static func of(_ name: some StringProtocol) -> String {
        spaced(name).lowercased()
    }

    /// With one plain space for each run of spaces of whatever sort, none at the ends, and without the marks that
    /// nobody sees.
    public static func spaced(_ name: some StringProtocol) -> String {
        var output = ""
        var hasSpace = false
        for scalar in name.unicodeScalars {
            if invisible.contains(scalar.value) { continue }
            if scalar.properties.isWhitespace {
                hasSpace = !output.isEmpty
            } else {
                if hasSpace { output.unicodeScalars.append(" ") }
                hasSpace = false
                output.unicodeScalars.append(scalar)
            }
        }
        return output
    }

    /// Soft hyphens, spaces of no width and the byte-order mark.
    private static let invisible: Set<UInt32> = [0xAD, 0x200B, 0x200C, 0x200D, 0x2060, 0xFEFF]
}
