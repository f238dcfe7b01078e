/// The line on which each row of a table starts, at the cost of the places where a row does not
/// follow on the line after the row before it.
struct RowLines: Sendable {
    private var starts: [(row: Int, line: Int)] = []
    private var count = 0
    private var nextLine = -1

    mutating func append(_ line: Int) { append(1, from: line) }

    /// Rows on consecutive lines, the first on `line`.
    mutating func append(_ rows: Int, from line: Int) {
        guard rows > 0 else { return }
        if line != nextLine { starts.append((count, line)) }
        count += rows
        nextLine = line + rows
    }

    /// Adds the rows of the section that follows.
    mutating func join(_ next: RowLines) {
        guard let first = next.starts.first else { return }
        let same = first.line == nextLine ? 1 : 0
        starts += next.starts.dropFirst(same).map { ($0.row + count, $0.line) }
        count += next.count
        nextLine = next.nextLine
    }

    func line(of row: Int) -> Int {
        var (low, high) = (0, starts.count)
        while high - low > 1 {
            let middle = (low + high) / 2
            if starts[middle].row <= row { low = middle } else { high = middle }
        }
        return starts[low].line + row - starts[low].row
    }
}
