/// Findings of one kind in one file, as one line tells them: the first, and where the others are.
public struct FindingSummary: Sendable {
    /// The first that was found.
    public let first: Finding
    /// How many there are, listed or not.
    public let count: Int
    /// The places of those behind the first, as far as they are kept.
    public let others: [Place]

    /// Errors first, then warnings, then notes; within each in the order in which they were found.
    public static func all(of findings: [Finding]) -> [FindingSummary] {
        struct Key: Hashable {
            let severity: Finding.Severity
            let code: String
            let file: String
            let column: String?
        }
        var order: [Key] = []
        var groups: [Key: [Finding]] = [:]
        // What stands for findings that are not listed goes with the last of its kind.
        var last: [[String]: Key] = [:]
        for finding in findings {
            let own = Key(
                severity: finding.severity, code: finding.code, file: finding.place.file, column: finding.place.column)
            let kind = [finding.severity.rawValue, finding.code, finding.place.file]
            let key = finding.count > 1 ? last[kind] ?? own : own
            last[kind] = key
            if groups[key] == nil { order.append(key) }
            groups[key, default: []].append(finding)
        }
        return order.sorted { $0.severity < $1.severity }.compactMap { key in
            guard let group = groups[key], let first = group.first else { return nil }
            return FindingSummary(
                first: first, count: group.reduce(0) { $0 + $1.count },
                others: group.dropFirst().filter { $0.count == 1 }.map(\.place))
        }
    }
}
