import Vocabulary

/// The actors of a network, in the order of the input.
///
/// A plain network of millions of nodes has only ids: rows of detail and further attributes are
/// stored only where there are any.
public struct Actors: RandomAccessCollection, Sendable {
    private let ids: [String]
    private let rows: [Actor]
    private let positions: ActorPositions
    /// Further columns of the actors' table, kept as they were written.
    public let attributes: [Attribute]

    /// A further column: its name and a value for each actor, nil where the cell is empty.
    public struct Attribute: Sendable, Hashable {
        public let name: String
        public let values: [String?]

        public init(name: String, values: [String?]) {
            self.name = name
            self.values = values
        }
    }

    /// Actors with all that is known of them.
    public init(_ rows: [Actor], attributes: [Attribute] = []) throws(MilieuError) {
        try self.init(ids: rows.map(\.id), rows: Self.told(rows, by: attributes), attributes: attributes)
    }

    /// Actors of which only the id is known.
    public init(ids: [String]) throws(MilieuError) {
        try self.init(ids: ids, rows: [], attributes: [])
    }

    private init(ids: [String], rows: [Actor], attributes: [Attribute]) throws(MilieuError) {
        try Self.requireFew(ids)
        var positions = [String: Int32](minimumCapacity: ids.count)
        for (index, id) in ids.enumerated() {
            guard !id.isEmpty else {
                throw MilieuError(
                    .data, "The actor in row \(index + 1) has no id.", remedy: "Give it one.")
            }
            guard positions.updateValue(Int32(index), forKey: id) == nil else {
                throw MilieuError(
                    .data, "The actor id \"\(id)\" is there twice.",
                    remedy: "Give each actor an id of its own.", at: Place(file: "actors", id: id))
            }
        }
        for attribute in attributes where attribute.values.count != ids.count {
            throw MilieuError(
                .fault, "The attribute \"\(attribute.name)\" has not one value for each actor.",
                remedy: "Please report this.")
        }
        self.ids = ids
        self.rows = rows
        self.attributes = attributes
        self.positions = ActorPositions(positions)
    }

    /// Actors of which only the id is known; where the ids are is looked up at the first question.
    ///
    /// - Precondition: the ids are distinct and none is empty, which a reader that has numbered them
    ///   need not have checked twice.
    package init(distinct ids: [String]) throws(MilieuError) {
        try Self.requireFew(ids)
        self.ids = ids
        (rows, attributes) = ([], [])
        positions = ActorPositions(of: ids)
    }

    /// The rows with what an attribute "collective" tells of them, where they do not tell it themselves.
    package static func told(_ rows: [Actor], by attributes: [Attribute]) -> [Actor] {
        guard let column = attributes.first(where: { $0.name == "collective" }), column.values.count == rows.count
        else { return rows }
        let flags = ["yes": true, "oui": true, "true": true, "no": false, "non": false, "false": false]
        return zip(rows, column.values).map { row, word in
            var row = row
            row.collective = row.collective ?? word.flatMap { flags[$0.lowercased()] }
            return row
        }
    }

    private static func requireFew(_ ids: [String]) throws(MilieuError) {
        guard ids.count < Int(Int32.max) else {
            throw MilieuError(
                .data, "A network holds fewer than 2,147,483,647 actors.",
                remedy: "Split the network.")
        }
    }

    public var startIndex: Int { 0 }
    public var endIndex: Int { ids.count }

    public subscript(position: Int) -> Actor {
        rows.isEmpty ? Actor(id: ids[position]) : rows[position]
    }

    /// The id alone, without building the row.
    public func id(at position: Int) -> String { ids[position] }

    public func name(at position: Int) -> String {
        rows.isEmpty ? ids[position] : rows[position].name
    }

    public func position(of id: String) -> Int? { positions.position(of: id) }

    public var allIDs: [String] { ids }

    /// Whether more than ids is known.
    public var hasRows: Bool { !rows.isEmpty }

    /// The columns of `actors.csv` that DESIGN names and that can play group, resource or order.
    public static let standardAttributes = [
        "kind", "sector", "place", "inside", "since", "until", "size", "members",
        "qualified_share", "parent",
    ]

    /// Any attribute as text, one value for each actor: a standard column or a further one.
    /// Returns nil where no such column exists.
    public func values(of name: String) -> [String?]? {
        if let further = attributes.first(where: { $0.name == name }) { return further.values }
        guard Self.standardAttributes.contains(name) else { return nil }
        return map { $0.text(of: name) }
    }
}

extension Actor {
    /// A standard column's value as text.
    func text(of column: String) -> String? {
        switch column {
        case "kind": kind.isEmpty ? nil : kind
        case "sector": sector
        case "place": place
        case "inside": inside.map { $0 ? "yes" : "no" }
        case "since": since?.description
        case "until": until?.description
        case "size": size.map { $0 == $0.rounded() && abs($0) < 1e15 ? String(Int($0)) : $0.description }
        case "members": members.map { String($0) }
        case "qualified_share": qualifiedShare?.description
        case "parent": parent
        default: nil
        }
    }
}
