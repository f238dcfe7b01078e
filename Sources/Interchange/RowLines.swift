/// The line on which each row of a table starts, at the cost of the places where a row does not
/// follow on the line after the row before it.
struct RowLines {
    private var starts: [(row: Int, line: Int)] = []
    private var count = 0
    private var nextLine = -1

    mutating func append(_ line: Int) {
        if line != nextLine { starts.append((count, line)) }
        count += 1
        nextLine = line + 1
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
