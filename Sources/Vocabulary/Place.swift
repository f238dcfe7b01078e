/// Where in an input something stands: enough for a person to go there.
public struct Place: Sendable, Hashable, CustomStringConvertible {
    /// The file's path as it was given, or the name of a table of a network made in memory.
    public var file: String
    /// What comes by standard input has no name: this stands for it.
    public static let standardInput = "standard input"
    /// From 1; the header is line 1.
    public var line: Int?
    /// The column's header, or its number where it has none.
    public var column: String?
    /// The id of the row concerned.
    public var id: String?

    /// A place; what is not known is left out.
    public init(file: String, line: Int? = nil, column: String? = nil, id: String? = nil) {
        self.file = file
        self.line = line
        self.column = column
        self.id = id
    }

    /// `ties.csv:12, column "target" (erb)`.
    public var description: String { text(.english) }

    /// The place as a person reads it: in French `ties.csv:12, colonne « target » (erb)`.
    public func text(_ language: Language) -> String {
        let isFrench = language == .french
        var text = isFrench && file == Self.standardInput ? "entrée standard" : file
        if let line { text += ":\(line)" }
        if let column { text += isFrench ? ", colonne « \(column) »" : ", column \"\(column)\"" }
        if let id { text += " (\(id))" }
        return text
    }
}
