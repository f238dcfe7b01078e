import NetworkModel
import Vocabulary

/// What came of reading an input.
public struct Reading: Sendable {
    /// Nil where there are errors among the findings.
    public let network: Network?
    /// All of them, file by file and line by line.
    public let findings: [Finding]

    package init(network: Network?, findings: [Finding]) {
        (self.network, self.findings) = (network, findings)
    }

    /// How many errors the findings list; where it is above 0 there is no network.
    public var errorCount: Int { findings.count { $0.severity == .error } }

    /// The network, for callers that can do nothing without one.
    ///
    /// - Throws: `MilieuError` of cause `data` with all findings, where there are errors.
    public func requireNetwork() throws(MilieuError) -> Network {
        if let network { return network }
        let errors = findings.filter { $0.severity == .error }
        throw MilieuError(
            .data, errors.first?.statement ?? Bilingual(en: "The data has errors.", fr: "Les données ont des erreurs."),
            remedy: errors.count > 1
                ? Bilingual(
                    en: "There are \(errors.count) errors; `milieu check` shows them all.",
                    fr: "Il y a \(errors.count, fr: "erreur", "erreurs") ; `milieu check` les montre toutes.")
                : errors.first?.advice ?? .empty,
            at: errors.first?.place, findings: findings)
    }
}
