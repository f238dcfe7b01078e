import NetworkModel
import Tabular
import Vocabulary

/// A dataset's own tables, as columns with their meaning: what the export prints beside the measures.
public enum DatasetColumns {
    /// One row for each actor: what the dataset says of it.
    public static func actors(_ network: Network) -> Table {
        let actors = network.actors
        let inside = network.insideness()
        let spheres = network.spheres
        var columns = [
            Column(Fields.id, .text(actors.map(\.id))),
            Column(Fields.name, .text(actors.map(\.name))),
            Column(Fields.kind, .text(actors.map { $0.kind.isEmpty ? nil : $0.kind })),
            Column(Fields.sphere, .text(spheres.map { $0?.rawValue })),
            Column(Fields.sector, .text(actors.map(\.sector))),
            Column(Fields.place, .text(actors.map(\.place))),
            Column(Fields.inside, .flag(inside)),
            Column(Fields.since, .text(actors.map { $0.since?.description })),
            Column(Fields.until, .text(actors.map { $0.until?.description })),
            Column(Fields.size, .number(actors.map(\.size))),
            Column(Fields.members, .integer(actors.map(\.members))),
            Column(Fields.qualifiedShare, .number(actors.map(\.qualifiedShare))),
            Column(Fields.parent, .text(actors.map(\.parent))),
        ]
        columns += actors.attributes.map { attribute in
            Column(Field(attribute.name, description: Fields.own), .text(attribute.values))
        }
        columns.append(Column(Fields.evidence, .text(actors.map { evidence($0.evidence) })))
        return Table(name: "actors", columns: columns)
    }

    /// One row for each event.
    public static func events(_ network: Network) -> Table {
        let events = network.events
        let kinds = Dictionary(uniqueKeysWithValues: network.eventKinds.map { ($0.id, $0) })
        return Table(
            name: "events",
            columns: [
                Column(Fields.id, .text(events.map(\.id))),
                Column(Fields.name, .text(events.map(\.name))),
                Column(Fields.kind, .text(events.map { $0.kind.isEmpty ? nil : $0.kind })),
                Column(Fields.layer, .text(events.map { kinds[$0.kind]?.layer.rawValue })),
                Column(Fields.pooled, .flag(events.map { kinds[$0.kind]?.isPooled })),
                Column(Fields.date, .text(events.map { $0.date?.description })),
                Column(Fields.until, .text(events.map { $0.until?.description })),
                Column(Fields.status, .text(events.map { status($0.status) })),
                Column(Fields.participants, .integer(events.map(\.participants))),
                Column(Fields.place, .text(events.map(\.place))),
                Column(Fields.evidence, .text(events.map { evidence($0.evidence) })),
            ])
    }

    /// One row for each participation of an actor in an event.
    public static func participation(_ network: Network) -> Table {
        let rows = network.participation
        return Table(
            name: "participation",
            columns: [
                Column(Fields.actor, .text(rows.map { network.actors.id(at: $0.actor) })),
                Column(Fields.event, .text(rows.map { network.events[$0.event].id })),
                Column(Fields.role, .text(rows.map(\.role))),
                Column(Fields.count, .number(rows.map(\.count))),
                Column(Fields.evidence, .text(rows.map { evidence($0.evidence) })),
            ])
    }

    /// The columns that a view's ties have in the dataset, one row for each tie of the view.
    public static func tieColumns(_ view: NetworkView) -> [Column] {
        let network = view.network
        let ties: [Tie?] = (0..<view.tieCount).map { position in
            if case .tie(let tie) = view.origins[position] { network.ties[tie] } else { nil }
        }
        func text(_ value: (Tie) -> String?) -> Column.Values { .text(ties.map { $0.flatMap(value) }) }
        func number(_ value: (Tie) -> Double?) -> Column.Values { .number(ties.map { $0.flatMap(value) }) }
        return [
            Column(Fields.layer, text { network.tieKinds[$0.kind].layer.rawValue }),
            Column(Fields.directed, .flag(ties.map { $0.map { network.tieKinds[$0.kind].isDirected } })),
            Column(Fields.weight, number(\.weight)),
            Column(Fields.amount, number(\.details.amount)),
            Column(Fields.since, text { $0.details.since?.description }),
            Column(Fields.until, text { $0.details.until?.description }),
            Column(Fields.status, text { status($0.details.status) }),
            Column(Fields.confidence, number(\.details.confidence)),
            Column(Fields.fact, text(\.details.fact)),
            Column(Fields.evidence, text { evidence($0.details.evidence) }),
        ]
    }

    private static func status(_ status: TieStatus) -> String? { status == .unknown ? nil : status.rawValue }

    private static func evidence(_ list: [Evidence]) -> String? {
        list.isEmpty ? nil : list.map(\.description).joined(separator: "; ")
    }
}
