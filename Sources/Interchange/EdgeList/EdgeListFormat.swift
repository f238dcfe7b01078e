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
            fr: "liens avec tous leurs attributs ; ni isolés ni attributs des acteurs"),
        fileExtensions: ["csv", "tsv", "txt", "edges", "edgelist", "el", "ncol"],
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
    private static func affiliations(_ network: Network, _ absences: Bilingual?) -> NetworkFormat.Output {
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
        let losses: [(Int, Bilingual)] = [
            (hasPart.count { !$0 }, Bilingual(en: "actors without a part", fr: "les acteurs sans participation")),
            (isAttended.count { !$0 }, Bilingual(en: "events without anybody", fr: "les événements sans personne")),
        ]
        return NetworkFormat.Output(
            text: text,
            findings: losses.filter { $0.0 > 0 }.map {
                Finding(
                    .note, "not-carried",
                    Bilingual(
                        en: "A list of pairs cannot hold \($0.1.en) (\($0.0)).",
                        fr: "Une liste de paires ne peut pas contenir \($0.1.fr) (\($0.0))."),
                    remedy: .keepTheDataset,
                    at: Place(file: network.description.name))
            }
                + lost(network, absences, isMixed: false).filter {
                    !$0.message.contains("events and") && !$0.message.contains("without a tie")
                })
    }

    /// What an edge list has no room for.
    private static func lost(_ network: Network, _ absences: Bilingual?, isMixed: Bool) -> [Finding] {
        var isTied = [Bool](repeating: false, count: network.actors.count)
        for node in network.ties.sources { isTied[Int(node)] = true }
        for node in network.ties.targets { isTied[Int(node)] = true }
        let isolates = isTied.count { !$0 }
        let losses: [(Bool, Bilingual)] = [
            (
                isolates > 0,
                Bilingual(en: "actors without a tie (\(isolates))", fr: "les acteurs sans lien (\(isolates))")
            ),
            (
                network.actors.hasRows,
                Bilingual(
                    en: "what is known of the actors beside their ids",
                    fr: "ce qui est connu des acteurs en plus de leurs identifiants")
            ),
            (
                !network.events.isEmpty,
                Bilingual(en: "events and participations", fr: "les événements et les participations")
            ),
            (isMixed, Bilingual(en: "which kinds of tie are directed", fr: "quels types de lien sont orientés")),
            (network.description.territory != nil, Bilingual(en: "the territory", fr: "le territoire")),
            (absences != nil, absences ?? .empty),
        ]
        return losses.filter(\.0).map {
            Finding(
                .note, "not-carried",
                Bilingual(
                    en: "An edge list cannot hold \($0.1.en).",
                    fr: "Une liste de liens ne peut pas contenir \($0.1.fr)."), remedy: .keepTheDataset,
                at: Place(file: network.description.name))
        }
    }
}
