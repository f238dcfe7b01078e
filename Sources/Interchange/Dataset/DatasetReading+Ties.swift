import NetworkModel
import Vocabulary

/// Ties.
extension DatasetReading {
    /// What makes two rows the same tie; in an undirected one, the ends are in order.
    private struct Key: Hashable {
        let low: Int
        let high: Int
        let kind: Int
        let since: PartialDate?
        let until: PartialDate?
    }

    /// The columns of the ties read so far.
    private struct Columns {
        var sources: [Int32] = []
        var targets: [Int32] = []
        var kinds: [Int32] = []
        var weights: [Double] = []
        var details: [Tie.Details] = []
    }

    mutating func readTies(_ table: inout TableReader) {
        var columns = Columns()
        var seen: [Key: Int] = [:]
        while table.next() {
            table.rowID = table.text("source")
            let source = table.reference("source", to: &actorIDs, "unknown-id", what: "actor")
            let target = table.reference("target", to: &actorIDs, "unknown-id", what: "actor")
            let kind = table.reference("kind", to: &tieKindIDs, "undeclared-kind", what: "kind")
            let weight = table.number("weight")
            let details = table.tieDetails(evidence: requiredEvidence(&table))
            guard let source, let target else { continue }
            if source == target { reportLoop(of: source, &table) }
            if let kind, details.fact == nil, source != target {
                let isDirected = tieKinds.indices.contains(kind) && tieKinds[kind].isDirected
                let isTurned = !isDirected && target < source
                let key = Key(
                    low: isTurned ? target : source, high: isTurned ? source : target, kind: kind,
                    since: details.since, until: details.until)
                if let line = seen[key] { reportDuplicate(of: line, &table) } else { seen[key] = table.csv.line }
            }
            columns.sources.append(Int32(source))
            columns.targets.append(Int32(target))
            columns.kinds.append(Int32(kind ?? 0))
            columns.weights.append(weight ?? 1)
            columns.details.append(details)
        }
        ties = Ties(
            sources: columns.sources, targets: columns.targets,
            kinds: columns.kinds.contains { $0 != 0 } ? columns.kinds : [],
            weights: columns.weights.contains { $0 != 1 } ? columns.weights : [],
            details: columns.details.contains { $0 != Tie.Details() } ? columns.details : [],
            furtherColumns: table.further.map(\.name))
    }

    /// A collective's tie to itself is one among those that it stands for: nothing to correct.
    private func reportLoop(of actor: Int, _ table: inout TableReader) {
        guard actors.indices.contains(actor), actors[actor].isCollective else { return table.reportLoop() }
        table.report(
            .note, "tie-within", "A tie among those that the collective actor stands for; measures leave it out.",
            remedy: "Nothing needs to be done.", column: "target")
    }

    private func reportDuplicate(of line: Int, _ table: inout TableReader) {
        table.report(
            .warning, "duplicate-tie",
            "The same tie of the same kind and dates stands on line \(line); their weights add up.",
            remedy: "Delete one of the rows, or give both the same \"fact\" if they tell one fact.", column: "target")
    }
}
