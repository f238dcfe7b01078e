import Tabular

/// What every pass behind the first looks up and none changes.
struct KnownAreas: Sendable {
    private let index: AreaIndex
    private let placeOf: [Int]
    /// By area, what its lines begin with.
    let codes: [[UInt8]]
    let shardOf: [Int]
    let shardCount: Int
    let writer: CellWriter

    init(_ index: AreaIndex, _ placeOf: [Int], _ areas: [PreparedArea], shardCount: Int, _ writer: CellWriter) {
        (self.index, self.placeOf, self.shardCount, self.writer) = (index, placeOf, shardCount, writer)
        codes = areas.map { AreaLine.escaped($0.code) + [AreaLine.tab] }
        shardOf = areas.map(\.shard)
    }

    func actor(_ reader: borrowing CSVReader, _ id: Range<Int>) -> Int? { index.actor(reader.bytes, id) }

    /// The place of an actor's area; nil where it is in none.
    func area(of actor: Int) -> Int? {
        let number = index.areaOf[actor]
        return number < 0 ? nil : placeOf[Int(number)]
    }
}

/// What a block of rows gives to each shard.
struct PartedRows: Sendable {
    struct Tally: Sendable {
        var (actors, within, across, participations) = (0, 0, 0, 0)
    }

    private let known: KnownAreas
    /// By shard.
    private(set) var lines: [[UInt8]]
    /// By area.
    var tallies: [Int: Tally] = [:]
    var losses = Losses()
    /// Actors that an area needs as ones from outside.
    var outsiders: [UInt64] = []

    init(_ known: KnownAreas) {
        self.known = known
        lines = Array(repeating: [], count: known.shardCount)
    }

    /// Adds the reader's row to an area.
    mutating func add(
        _ word: RowWord, to area: Int, _ source: OpenedSource, _ reader: borrowing CSVReader,
        withoutParent: Bool = false
    ) {
        let shard = known.shardOf[area]
        lines[shard] += known.codes[area]
        lines[shard].append(word.rawValue)
        lines[shard].append(AreaLine.tab)
        source.append(reader, withoutParent: withoutParent, by: known.writer, to: &lines[shard])
        lines[shard].append(AreaLine.lineFeed)
    }
}
