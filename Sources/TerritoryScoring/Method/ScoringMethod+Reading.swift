import Vocabulary

extension ScoringMethod {
    /// The method of this version of Milieu.
    ///
    /// - Throws: `MilieuError` of cause `fault` where the embedded file is not as it should be.
    public static func standard() throws(MilieuError) -> ScoringMethod {
        var reader = MethodReader(text: embeddedText, file: "method.toml", base: ScoringMethod())
        return try reader.read()
    }

    /// A user's own method file, in TOML; what it leaves out is as in the standard one.
    ///
    /// - Throws: `MilieuError` of cause `usage`, with file, line and remedy: no TOML, an unknown
    ///   name, a value of another type or out of range, no weight at all.
    public init(toml text: String, file: String) throws(MilieuError) {
        var reader = MethodReader(text: text, file: file, base: try Self.standard())
        self = try reader.read()
    }
}
