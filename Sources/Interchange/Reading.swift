import NetworkModel
import Vocabulary

/// What came of reading an input.
public struct Reading: Sendable {
    /// Nil where there are errors among the findings.
    public let network: Network?
    /// All of them, file by file and line by line.
    public let findings: [Finding]

    /// How many errors the findings list; where it is above 0 there is no network.
    public var errorCount: Int { findings.count { $0.severity == .error } }

    /// The network, for callers that can do nothing without one.
    ///
    /// - Throws: `MilieuError` of cause `data` with all findings, where there are errors.
    public func requireNetwork() throws(MilieuError) -> Network {
        if let network { return network }
        let errors = findings.filter { $0.severity == .error }
        throw MilieuError(
            .data, errors.first?.message ?? "The data has errors.",
            remedy: errors.count > 1
                ? "There are \(errors.count) errors; `milieu check` shows them all." : errors.first?.remedy ?? "",
            at: errors.first?.place, findings: findings)
    }
}
