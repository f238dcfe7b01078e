import NetworkModel

/// What has a source and what has not.
enum EvidenceAudit {
    static func counts(_ network: Network) -> [EvidenceCount] {
        [
            EvidenceCount(
                table: "actors", rows: network.actors.count, sourced: network.actors.count { !$0.evidence.isEmpty },
                uncertain: 0),
            EvidenceCount(
                table: "ties", rows: network.ties.count,
                sourced: network.ties.details.count { !$0.evidence.isEmpty },
                uncertain: network.ties.details.count { ($0.confidence ?? 1) < 1 }),
            EvidenceCount(
                table: "events", rows: network.events.count, sourced: network.events.count { !$0.evidence.isEmpty },
                uncertain: 0),
            EvidenceCount(
                table: "participation", rows: network.participation.count,
                sourced: network.participation.count { !$0.evidence.isEmpty }, uncertain: 0),
        ]
    }
}
