import Vocabulary

/// What a tie of a view is, whatever its columns leave out because it goes without saying.
extension NetworkView {
    /// The nodes that a tie joins.
    public func ends(ofTie position: Int) -> (source: Int, target: Int) {
        (Int(sources[position]), Int(targets[position]))
    }

    /// 1 where the view has no weights.
    public func weight(ofTie position: Int) -> Double { weights.isEmpty ? 1 : weights[position] }

    /// Whether a tie runs from its source to its target only: an undirected tie of a directed view runs both
    /// ways.
    public func isOneWay(_ position: Int) -> Bool {
        isDirected && (tieIsDirected.isEmpty || tieIsDirected[position])
    }

    /// The position among the network's ties; nil for a participation or an event that two actors share.
    public func networkTie(ofTie position: Int) -> Int? {
        if case .tie(let tie) = origins[position] { tie } else { nil }
    }

    /// What the network's tables tell of a tie of a view.
    public struct ToldTie: Sendable {
        /// Of its kind, or of the event that two actors share.
        public let name: Bilingual
        /// Of its kind, or of the event's; cooperation where the event has no kind.
        public let layer: Layer
        /// Nil where the network tells none of its ties anything further.
        public let details: Tie.Details?
    }

    /// What the row behind a tie tells: its own, or the event's that an actor takes part in or two share.
    public func told(ofTie position: Int) -> ToldTie {
        switch origins[position] {
        case .tie(let tie):
            let kind = network.tieKinds[network.ties.kind(at: tie)]
            return ToldTie(
                name: kind.name, layer: kind.layer,
                details: network.ties.details.isEmpty ? nil : network.ties.details[tie])
        case .participation(let row):
            let event = network.events[network.participation[row].event]
            let kind = network.eventKinds.first { $0.id == event.kind }
            return ToldTie(
                name: kind?.name ?? Bilingual(en: "participation", fr: "participation"),
                layer: kind?.layer ?? .cooperation,
                details: Tie.Details(
                    since: event.date, until: event.until ?? event.date, status: event.status,
                    evidence: network.participation[row].evidence))
        case .sharedEvent(let shared):
            let event = network.events[shared]
            let kind = network.eventKinds.first { $0.id == event.kind }
            return ToldTie(
                name: Bilingual(event.name), layer: kind?.layer ?? .cooperation,
                details: Tie.Details(
                    since: event.date, until: event.until ?? event.date, evidence: event.evidence))
        }
    }
}
