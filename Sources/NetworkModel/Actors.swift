import Vocabulary

/// The actors of a network, in the order of the input.
///
/// A plain network of millions of nodes has only ids: rows of detail and further attributes are
/// stored only where there are any.
public struct Actors: RandomAccessCollection, Sendable {
    private let ids: [String]
    private let rows: [Actor]
    private let positions: ActorPositions
    /// Further columns of the actors' table.
    public let attributes: [Attribute]

    /// The further column of a table, by the name of this type's own.
    public typealias Attribute = NetworkModel.Attribute

    /// Actors with all that is known of them.
    ///
    /// - Throws: `MilieuError` of cause `data` for an id that is empty or there twice, or for 2,147,483,647 actors or
    ///   more.
    public init(_ rows: [Actor], attributes: [Attribute] = []) throws(MilieuError) {
        try self.init(ids: rows.map(\.id), rows: rows, attributes: attributes)
    }

    /// Actors of which only the id is known.
    ///
    /// - Throws: `MilieuError` of cause `data` for an id that is empty or there twice, or for 2,147,483,647 actors or
    ///   more.
    public init(ids: [String]) throws(MilieuError) {
        try self.init(ids: ids, rows: [], attributes: [])
    }

    private init(ids: [String], rows: [Actor], attributes: [Attribute]) throws(MilieuError) {
        try Self.requireFew(ids)
        var positions = [String: Int32](minimumCapacity: ids.count)
        for (index, id) in ids.enumerated() {
            guard !id.isEmpty else {
                throw MilieuError(
                    .data,
                    Bilingual(
                        en: "The actor in row \(index + 1) has no id.",
                        fr: "L'acteur de la ligne \(index + 1) n'a pas d'identifiant."),
                    remedy: Bilingual(en: "Give it one.", fr: "Donnez-lui-en un."))
            }
            guard positions.updateValue(Int32(index), forKey: id) == nil else {
                throw MilieuError(
                    .data,
                    Bilingual(
                        en: "The actor id \"\(id)\" is there twice.",
                        fr: "L'identifiant d'acteur « \(id) » y est deux fois."),
                    remedy: Bilingual(
                        en: "Give each actor an id of its own.",
                        fr: "Donnez à chaque acteur un identifiant qui lui soit propre."),
                    at: Place(file: "actors", id: id))
            }
        }
        for attribute in attributes where attribute.values.count != ids.count {
            throw MilieuError(
                .fault,
                Bilingual(
                    en: "The attribute \"\(attribute.name)\" has not one value for each actor.",
                    fr: "L'attribut « \(attribute.name) » n'a pas une valeur pour chaque acteur."),
                remedy: .reportThis)
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

    /// Actors with all that is known of them; where the ids are is looked up at the first question.
    ///
    /// - Precondition: as `init(distinct:)` of ids; each attribute has a value for each actor.
    package init(distinct rows: [Actor], attributes: [Attribute]) throws(MilieuError) {
        ids = rows.map(\.id)
        try Self.requireFew(ids)
        (self.rows, self.attributes) = (rows, attributes)
        positions = ActorPositions(of: ids)
    }

    private static func requireFew(_ ids: [String]) throws(MilieuError) {
        guard ids.count < Int(Int32.max) else {
            throw MilieuError(
                .data,
                Bilingual(
                    en: "A network holds fewer than 2,147,483,647 actors.",
                    fr: "Un réseau contient moins de 2 147 483 647 acteurs."),
                remedy: Bilingual(en: "Split the network.", fr: "Partagez le réseau."))
        }
    }

    /// Always 0: an actor's position is what ties and participations name it by.
    public var startIndex: Int { 0 }
    /// The number of actors.
    public var endIndex: Int { ids.count }

    /// The row of the actor at a position; of a plain network a row made of its id. O(1).
    public subscript(position: Int) -> Actor {
        rows.isEmpty ? Actor(id: ids[position]) : rows[position]
    }

    /// The id alone, without building the row.
    public func id(at position: Int) -> String { ids[position] }

    /// What readers see; of a plain network the id.
    public func name(at position: Int) -> String {
        rows.isEmpty ? ids[position] : rows[position].name
    }

    // What every view asks of each actor, without a copy of the row.

    func inside(at position: Int) -> Bool? { rows.isEmpty ? nil : rows[position].inside }
    func place(at position: Int) -> String? { rows.isEmpty ? nil : rows[position].place }
    func holds(at position: Int, on date: PartialDate) -> Bool {
        rows.isEmpty || NetworkModel.holds(since: rows[position].since, until: rows[position].until, at: date)
    }

    /// Nil where no actor has the id. O(1) in the mean, but the first question to a plain network O(actors).
    public func position(of id: String) -> Int? { positions.position(of: id) }

    /// The ids in order, without building rows.
    public var allIDs: [String] { ids }

    /// Whether more than ids is known.
    public var hasRows: Bool { !rows.isEmpty }

    /// The declared columns that can play group, resource or order: what an actor is, not what it is called.
    public static let standardAttributes = Actor.table.columns.filter {
        $0.id != "id" && $0.id != "name" && $0.schema.content != .evidence && !$0.schema.isRemark
    }.map(\.id)

    /// Any attribute as text, one value for each actor: a declared column or a further one.
    /// Returns nil where no such column exists.
    public func values(of name: String) -> [String?]? {
        if let further = attributes.first(where: { $0.name == name }) { return further.values }
        guard Self.standardAttributes.contains(name), let column = Actor.table.column(name) else { return nil }
        return map { column.get($0)?.text }
    }

    /// Any attribute as numbers, one for each actor, nil where the cell is empty. Returns nil where no such
    /// column exists, or it has a value that is no number.
    public func numbers(of name: String) -> [Double?]? {
        if let further = attributes.first(where: { $0.name == name }) { return further.numbers }
        guard Self.standardAttributes.contains(name), let column = Actor.table.column(name) else { return nil }
        switch column.schema.content {
        case .number, .count: return map { column.get($0)?.number }
        default: return nil
        }
    }
}
