import Tabular

@testable import Areas

/// The rows of a block, as the passes read them.
struct CSVRows {
    private var reader: CSVReader
    private let first: Int

    init(_ block: RecordBlocks.Block) {
        reader = CSVReader(block.text, file: "table.csv")
        first = block.line
    }

    mutating func next() -> (cells: [String], line: Int)? {
        guard reader.next() else { return nil }
        return (reader.fields.indices.map { reader.string($0) }, first + reader.line - 1)
    }
}
