import NetworkModel
import Vocabulary

/// The ids of a table: where each stands, and the nearest one to a mistyped id.
struct KnownIDs {
    enum State {
        case read
        /// The table is not there: that others refer to it is one error, not one for each row.
        case missing
        /// What is wrong with the table is said already; references to it cannot be checked.
        case unreadable
    }

    enum Answer {
        case known(Int)
        /// Asked by its name, which only one has.
        case named(Int)
        /// The positions of those that have the name.
        case severalNamed([Int])
        case unknown, unchecked
    }

    let table: TableSchema
    /// What findings call the table.
    var file: String
    var state = State.read
    /// Whether another table refers to this one, which is missing.
    private(set) var wasMissed = false

    private var positions: [String: Int] = [:]
    private var lines: [Int] = []
    private var ids: [String] = []
    /// Who is called so, by the name as `NameKey` has it.
    private var named: [String: [Int]] = [:]
    /// Comparing one id with a million costs a second: after so many comparisons no more nearest
    /// ids are looked for.
    private var comparisonsLeft = 2_000_000

    init(_ table: TableSchema) { (self.table, file) = (table, table.file) }

    /// Returns the line on which the id already stands, or nil if it is new.
    mutating func add(_ id: String, line: Int) -> Int? {
        if let position = positions[id] { return lines[position] }
        positions[id] = lines.count
        lines.append(line)
        ids.append(id)
        return nil
    }

    /// Says what the row that was added last is called, too.
    mutating func addName(_ name: String) {
        let key = NameKey.of(name)
        guard !key.isEmpty, !lines.isEmpty, named[key]?.last != lines.count - 1 else { return }
        named[key, default: []].append(lines.count - 1)
    }

    func id(at position: Int) -> String { ids[position] }

    func line(at position: Int) -> Int { lines[position] }

    mutating func look(up id: String) -> Answer {
        if let position = positions[id] { return .known(position) }
        if let position = positions[NameKey.spaced(id)] { return .named(position) }
        if let all = named[NameKey.of(id)] { return all.count == 1 ? .named(all[0]) : .severalNamed(all) }
        switch state {
        case .read: return .unknown
        case .unreadable: return .unchecked
        case .missing:
            wasMissed = true
            return .unchecked
        }
    }

    /// "Did you mean …? ", or nothing.
    mutating func suggestion(for id: String) -> Bilingual {
        guard comparisonsLeft >= positions.count else { return .empty }
        comparisonsLeft -= positions.count
        return NearestMatch.hint(id, in: positions.keys)
    }
}

/// The ids of every table that others refer to.
struct KnownTables {
    private var tables: [String: KnownIDs]

    /// Nothing can be looked up yet: references are taken as they are.
    init() { tables = [:] }

    init(_ schemas: [TableSchema]) {
        let keyed = schemas.filter { $0.key != nil }.map { ($0.id, KnownIDs($0)) }
        tables = Dictionary(uniqueKeysWithValues: keyed)
    }

    subscript(table: TableSchema) -> KnownIDs {
        get { tables[table.id] ?? KnownIDs(table) }
        _modify { yield &tables[table.id, default: KnownIDs(table)] }
    }

    /// Tables that are missing and that others refer to.
    func missed(among schemas: [TableSchema]) -> [TableSchema] {
        schemas.filter { tables[$0.id]?.wasMissed ?? false }
    }

    mutating func look(up id: String, in table: String) -> KnownIDs.Answer {
        tables[table]?.look(up: id) ?? .unchecked
    }

    mutating func suggestion(for id: String, in table: String) -> Bilingual {
        tables[table]?.suggestion(for: id) ?? .empty
    }

    func schema(_ table: String) -> TableSchema? { tables[table]?.table }

    /// What findings call a table.
    func file(of table: String) -> String { tables[table]?.file ?? table }

    /// Takes over what the files or sheets that hold the tables are called.
    mutating func take(files: (TableSchema) -> String) {
        for id in tables.keys { if let table = tables[id]?.table { tables[id]?.file = files(table) } }
    }

    /// The id of a row of a table.
    func id(at position: Int, in table: String) -> String { tables[table]?.id(at: position) ?? "" }
}

extension TableReader {
    /// The position of the row of another table; nil, and a finding, where there is no such row.
    mutating func look(
        up id: String, _ column: String, in table: String, _ known: inout KnownTables
    ) -> Int? {
        switch known.look(up: id, in: table) {
        case .known(let position): return position
        case .named(let position):
            let found = known.id(at: position, in: table)
            tally(
                "name-for-id",
                Bilingual(
                    en:
                        "Names stand where ids are asked, such as \"\(Excerpt.of(id))\" for \"\(Excerpt.of(found))\"; each is that of one row",
                    fr:
                        "Des noms se trouvent là où des identifiants sont demandés, comme « \(Excerpt.of(id)) » pour « \(Excerpt.of(found)) » ; chacun est celui d'une seule ligne"
                ),
                Bilingual(
                    en: "Nothing needs to be done; ids stay right when a name changes.",
                    fr: "Rien à faire ; les identifiants restent justes quand un nom change."), column: column)
            return position
        case .severalNamed(let positions):
            let ids = positions.prefix(8).map { "\"\(Excerpt.of(known.id(at: $0, in: table)))\"" }.joined(
                separator: ", ")
            report(
                .error, "ambiguous-name",
                Bilingual(
                    en: "\"\(Excerpt.of(id))\" is no id, and \(positions.count) rows are called so.",
                    fr:
                        "« \(Excerpt.of(id)) » n'est pas un identifiant, et \(positions.count, fr: "ligne porte", "lignes portent") ce nom."
                ),
                remedy: Bilingual(
                    en: "Write the id of the one that is meant: \(ids).",
                    fr: "Écrivez l'identifiant de celle qui est visée : \(ids)."), column: column)
            return nil
        case .unchecked: return nil
        case .unknown:
            guard let schema = known.schema(table) else { return nil }
            report(
                .error, schema.unknownCode,
                Bilingual(
                    en: "There is no \(schema.noun) \"\(Excerpt.of(id))\" in \(known.file(of: table)).",
                    fr: "Aucune ligne de \(known.file(of: table)) n'a l'identifiant « \(Excerpt.of(id)) »."),
                remedy: known.suggestion(for: id, in: table)
                    + Bilingual(
                        en: "Correct the id, or add a row for it to \(known.file(of: table)).",
                        fr: "Corrigez l'identifiant, ou ajoutez-lui une ligne dans \(known.file(of: table))."),
                column: column)
            return nil
        }
    }

    /// The id of a row, which no other row may have.
    mutating func newID(_ column: String, _ known: inout KnownTables) -> String? {
        guard let id = required(column) else { return nil }
        rowID = id
        guard let line = known[schema].add(id, line: csv.line) else { return id }
        report(
            .error, "duplicate-id",
            Bilingual(
                en: "The id \"\(Excerpt.of(id))\" is there already, on line \(line).",
                fr: "L'identifiant « \(Excerpt.of(id)) » est déjà là, à la ligne \(line)."),
            remedy: Bilingual(
                en: "Give each row an id of its own, or delete one of the two.",
                fr: "Donnez à chaque ligne un identifiant qui lui soit propre, ou supprimez l'une des deux."),
            column: column)
        return nil
    }
}
