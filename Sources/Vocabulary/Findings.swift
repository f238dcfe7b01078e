/// The findings of one reading, in the order in which they were made.
///
/// Of each code in each file only the first hundred are kept and the rest counted, so that a
/// file that is wrong in every row costs no more than one that is wrong in a hundred.
public struct Findings: Sendable {
    /// How many findings of one code in one file are kept word for word.
    public static let keptOfEachCode = 100

    private struct Group: Hashable {
        let code: String
        let file: String
    }

    private var kept: [Finding] = []
    private var counts: [Group: Int] = [:]
    private var groups: [(group: Group, severity: Finding.Severity)] = []
    /// Whether any finding was an error, kept or only counted.
    public private(set) var hasErrors = false

    /// None yet.
    public init() {}

    /// Notes a finding: kept while there are few of its code in its file, else counted. O(1) in the mean.
    public mutating func add(_ finding: Finding) {
        if finding.severity == .error { hasErrors = true }
        let group = Group(code: finding.code, file: finding.place.file)
        let count = counts[group, default: 0]
        if count == 0 { groups.append((group, finding.severity)) }
        if count < Self.keptOfEachCode { kept.append(finding) }
        counts[group] = count + 1
    }

    /// Notes a finding made of its parts.
    public mutating func add(
        _ severity: Finding.Severity, _ code: String, _ statement: Bilingual, remedy: Bilingual, at place: Place
    ) {
        add(Finding(severity, code, statement, remedy: remedy, at: place))
    }

    /// Takes over what another reading found; its counts of the rest add up.
    public mutating func add(contentsOf other: Findings) {
        for finding in other.kept { add(finding) }
        for (group, severity) in other.groups {
            let rest = (other.counts[group] ?? 0) - Self.keptOfEachCode
            guard rest > 0 else { continue }
            if severity == .error { hasErrors = true }
            counts[group, default: 0] += rest
        }
    }

    /// How many findings of a code there were, kept or not.
    public func count(of code: String) -> Int {
        counts.reduce(0) { $0 + ($1.key.code == code ? $1.value : 0) }
    }

    /// Those kept, then one for each code of which more were made.
    public var all: [Finding] {
        kept
            + groups.compactMap { group, severity in
                let rest = (counts[group] ?? 0) - Self.keptOfEachCode
                guard rest > 0 else { return nil }
                return Finding(
                    severity, group.code,
                    Bilingual(
                        en: "\(rest, en: "more finding of this kind is", "more findings of this kind are") not listed.",
                        fr: "Autres constats de ce genre, qui ne figurent pas dans la liste : \(rest)."
                    ),
                    remedy: Bilingual(
                        en: "Correct those listed and check again.",
                        fr: "Corrigez ceux de la liste, puis vérifiez de nouveau."), at: Place(file: group.file),
                    count: rest)
            }
    }
}
