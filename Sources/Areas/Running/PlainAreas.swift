import Interchange
import NetworkModel
import Vocabulary

/// Networks of areas whose rows are plain, as most of a register's are: the same as the reader of datasets makes, in a
/// fraction of its time, since what all areas share is read once and no row is looked at for what it has not.
struct PlainAreas: Sendable {
    private let dataset: AreaDataset
    /// Nil where ties tell more, or no table declares their kinds.
    private let ties: PlainTies?
    /// The network of no rows, and who reads an area's actors; nil where actors tell more.
    private let empty: (network: Network, actors: PlainActors)?

    init(_ dataset: AreaDataset) {
        self.dataset = dataset
        ties = dataset.shared.tables["tie-kinds"] == nil ? nil : PlainTies(dataset.manifest)
        empty = Self.empty(dataset)
    }

    private static func empty(_ dataset: AreaDataset) -> (network: Network, actors: PlainActors)? {
        let nobody = AreaRows(code: "")
        guard let columns = dataset.manifest.tables.first(where: { $0.table == SourceTable.Role.actors.rawValue }),
            let header = try? nobody.tables(dataset.manifest)["actors"], let delimiter = columns.delimiter.utf8.first,
            let network = try? dataset.network(nobody, leavingOut: .ties),
            network.beside.respondents.isEmpty, network.beside.positions.isEmpty,
            let actors = PlainActors(
                header: header, width: columns.names.count, delimiter: delimiter,
                kinds: dataset.shared.tables["actor-kinds"] == nil ? nil : network.actorKinds)
        else { return nil }
        return (network, actors)
    }

    /// The network of an area; nil where its ties are not plain, or anything is wrong.
    func network(_ rows: AreaRows, _ described: (DatasetDescription) -> DatasetDescription) -> Network? {
        guard let ties else { return nil }
        let (order, bytes) = rows.ordered(.tie)
        if let empty, rows.isOfActorsAndTies,
            let (actors, ids) = empty.actors.actors(rows.actors, of: bytes)
        {
            let read = ties.ties(order, of: bytes, actors: ids, kinds: empty.network.tieKinds)
            return read.map { empty.network.retold(described(empty.network.description), actors: actors, ties: $0) }
        }
        guard let network = try? dataset.network(rows, leavingOut: .ties) else { return nil }
        let ids = PlainTies.numbered(network.actors.allIDs)
        return ties.ties(order, of: bytes, actors: ids, kinds: network.tieKinds).flatMap {
            try? network.replacing(description: described(network.description), ties: $0)
        }
    }
}
