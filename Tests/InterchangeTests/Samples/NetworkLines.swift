import NetworkModel
import Testing
import Vocabulary

@testable import Interchange

/// Reads a text of a format; fails where it is none.
func network(
    _ format: NetworkFormat, _ text: String, directed: Bool? = nil, choice: String? = nil, file: String = "net",
    sourceLocation: SourceLocation = #_sourceLocation
) throws -> Network {
    let reading = format.read(Array(text.utf8), file, .init(directed: directed, network: choice))
    return try #require(reading.network, "\(brief(reading))", sourceLocation: sourceLocation)
}

/// The findings of a text that is no network.
func faults(_ format: NetworkFormat, _ text: String, choice: String? = nil, file: String = "net") -> [Finding] {
    let reading = format.read(Array(text.utf8), file, .init(network: choice))
    return reading.network == nil ? reading.findings.filter { $0.severity == .error } : []
}

/// Ties as `a>b 2.5 kind` or `a-b`, and participations as `a:e 2`; weights of 1 and the kind `tie` go without saying.
func lines(_ network: Network) -> [String] {
    func weight(_ value: Double) -> String { value == 1 ? "" : " \(value)" }
    return network.ties.map { tie in
        let kind = network.tieKinds[tie.kind]
        return network.actors.id(at: tie.source) + (kind.isDirected ? ">" : "-") + network.actors.id(at: tie.target)
            + weight(tie.weight) + (kind.id == "tie" ? "" : " \(kind.id)")
    }
        + network.participation.map {
            network.actors.id(at: $0.actor) + ":" + network.events[$0.event].id + weight($0.count ?? 1)
        }
}
