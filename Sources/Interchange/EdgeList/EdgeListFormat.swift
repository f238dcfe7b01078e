import NetworkModel
import Tabular
import Vocabulary

extension NetworkFormat {
    /// A table of ties, one in each row: two columns of ids and whatever attributes they have. Read for dozens of names
    /// of columns, in any dialect of CSV.
    public static let edgeList = NetworkFormat(
        id: "edge-list", name: Bilingual(en: "edge list", fr: "liste de liens"),
        carries: Bilingual(
            en: "ties with all their attributes; neither isolates nor actors' attributes",
            fr: "liens avec tous leurs attributs ; ni isolés ni attributs des acteurs"),
        fileExtensions: ["csv", "tsv", "txt", "edges", "ncol"],
        read: { EdgeListReader.read($0, file: $1, directed: $2.directed) }, write: EdgeListWriter.write)
}

/// Writes the ties of a network as `source,target` with the columns that say anything.
enum EdgeListWriter {
    static func write(_ whole: Network, _ options: NetworkFormat.WritingOptions) -> NetworkFormat.Output {
        let present = whole.withoutToldAbsences()
        if present.ties.isEmpty, !present.participation.isEmpty { return affiliations(present, whole.lostAbsences) }
        let network = options.bothWays ? present.withTiesBothWays() : present
        var columns = DatasetTables.tieColumns(network)
        if network.tieKinds.count <= 1 { columns.removeAll { $0.name == "kind" } }
        if network.tieKinds.count > 1 {
            columns.append(.init("layer") { network.tieKinds[network.ties.kind(at: $0)].layer.rawValue })
        }
        let directions = Set(network.tieKinds.map(\.isDirected))
        if directions == [true] { columns.append(.init("type") { _ in "Directed" }) }
        let text = DatasetTables.text(columns, rowCount: network.ties.count)
        return NetworkFormat.Output(
            text: text, findings: lost(network, whole.lostAbsences, isMixed: directions.count > 1))
    }

    /// Who takes part in what: pairs of an actor and an event, where nothing else ties anybody.
    private static func affiliations(_ network: Network, _ absences: String?) -> NetworkFormat.Output {
        let columns = DatasetTables.columns(network.participation, network).filter { column in
            ["actor", "event"].contains(column.name)
                || network.participation.indices.contains { column.cell($0) != nil }
        }
        let text = DatasetTables.text(columns, rowCount: network.participation.count)
        var hasPart = [Bool](repeating: false, count: network.actors.count)
        var isAttended = [Bool](repeating: false, count: network.events.count)
        for part in network.participation {
            hasPart[part.actor] = true
            isAttended[part.event] = true
        }
        let losses: [(Int, String)] = [
            (hasPart.count { !$0 }, "actors without a part"), (isAttended.count { !$0 }, "events without anybody"),
        ]
        return NetworkFormat.Output(
            text: text,
            findings: losses.filter { $0.0 > 0 }.map {
                Finding(
                    .note, "not-carried", "A list of pairs cannot hold \($0.1) (\($0.0)).",
                    remedy: "Keep the dataset beside it.",
                    at: Place(file: network.description.name))
            }
                + lost(network, absences, isMixed: false).filter {
                    !$0.message.contains("events and") && !$0.message.contains("without a tie")
                })
    }

    /// What an edge list has no room for.
    private static func lost(_ network: Network, _ absences: String?, isMixed: Bool) -> [Finding] {
        var isTied = [Bool](repeating: false, count: network.actors.count)
        for node in network.ties.sources { isTied[Int(node)] = true }
        for node in network.ties.targets { isTied[Int(node)] = true }
        let isolates = isTied.count { !$0 }
        let losses: [(Bool, String)] = [
            (isolates > 0, "actors without a tie (\(isolates))"),
            (network.actors.hasRows, "what is known of the actors beside their ids"),
            (!network.events.isEmpty, "events and participations"),
            (isMixed, "which kinds of tie are directed"),
            (network.description.territory != nil, "the territory"),
            (absences != nil, absences ?? ""),
        ]
        return losses.filter(\.0).map {
            Finding(
                .note, "not-carried", "An edge list cannot hold \($0.1).", remedy: "Keep the dataset beside it.",
                at: Place(file: network.description.name))
        }
    }
}
