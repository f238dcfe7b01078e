import Files
import GraphKernels
import Tabular
import Vocabulary

/// The passes over the tables of a country (see AreaPreparation).
struct AreaParting: ~Copyable {
    private let input: AreaInput
    private let shardCount: Int
    private let memory: Int
    private let progress: ((_ done: Int, _ of: Int) -> Void)?
    private var shards: ShardFiles

    private var index: AreaIndex
    private var areas: [PreparedArea] = []
    /// By number in the index, the place among `areas`.
    private var placeOf: [Int] = []
    private var outsiders = PairSet()
    private var losses = Losses()
    /// By path, the lines of actors that an earlier row told already.
    private var repeats: [String: Set<Int>] = [:]
    private var opened: [SourceTable.Role: [OpenedSource]] = [:]
    private var manifest = AreaManifest()
    private var digests: [String: AreaManifest.File] = [:]
    private var done = 0
    private var total = 0

    init(
        _ input: AreaInput, _ shards: consuming ShardFiles, _ shardCount: Int, memory: Int,
        _ progress: ((_ done: Int, _ of: Int) -> Void)?
    ) {
        (self.input, self.shardCount, self.memory, self.progress) = (input, shardCount, memory, progress)
        self.shards = shards
        index = AreaIndex(input.lookup)
    }

    mutating func run() throws(MilieuError) -> ([PreparedArea], AreaManifest) {
        try open()
        try indexActors()
        try settleAreas()
        try partTies()
        let events = try partParticipation()
        try partEvents(events)
        try partRespondents()
        outsiders.settle()
        try requireMemory()
        try partActors()
        manifest.inputs = input.sources.compactMap { digests[$0.path] }
        manifest.counts = losses.list
        manifest.shards = try shards.finish().map {
            AreaManifest.File(file: $0.file, bytes: $0.bytes, sha256: $0.sha256)
        }
        return (areas, manifest)
    }

    /// Reads every header: the columns of a job's table are those of all its sources.
    private mutating func open() throws(MilieuError) {
        for role in SourceTable.Role.allCases {
            var sources: [OpenedSource] = []
            for table in input.sources where table.role == role {
                let blocks = try RecordBlocks(table.path)
                total += blocks.size * (role == .actors || role == .participation ? 2 : 1)
                sources.append(try OpenedSource(table, blocks))
            }
            guard let first = sources.first else { continue }
            var names: [String] = []
            for column in sources.flatMap(\.columns) where !names.contains(column.name) { names.append(column.name) }
            // Where some write decimal commas, all are read so; a point is read in any case.
            let dialect = sources.allSatisfy { $0.dialect == first.dialect } ? first.dialect : .semicolon
            opened[role] = sources.map { $0.arranged(for: names) }
            manifest.tables.append(
                AreaManifest.Columns(
                    table: role.rawValue, delimiter: String(decoding: [dialect.delimiter], as: UTF8.self), names: names)
            )
        }
    }

    private func writer(_ role: SourceTable.Role) -> CellWriter {
        let delimiter = manifest.tables.first { $0.table == role.rawValue }?.delimiter.utf8.first
        return CellWriter(CSVDialect(delimiter: delimiter ?? UInt8(ascii: ",")))
    }

    private func requireMemory() throws(MilieuError) {
        let needed = index.footprint + outsiders.footprint
        guard needed > memory else { return }
        throw MilieuError(
            .usage, "The ids of \(index.count) actors take \(needed >> 20) MB, and --memory allows \(memory >> 20) MB.",
            remedy: "Allow more: --memory \((needed >> 30) + 2)G")
    }

    /// Calls for each group of blocks, one a core, and hands on what each gave, in the order of the file.
    private mutating func pass<Part: Sendable>(
        _ role: SourceTable.Role, _ read: @escaping @Sendable (OpenedSource, RecordBlocks.Block, String) -> Part,
        _ take: (inout AreaParting, Part) throws(MilieuError) -> Void
    ) throws(MilieuError) {
        for source in opened[role] ?? [] {
            var blocks = try RecordBlocks(source.table.path)
            let file = blocks.file
            var before = 0
            while true {
                let group = try blocks.next(Parallel.threadLimit)
                if group.isEmpty { break }
                for part in Parallel.chunks(of: group.count, grain: 1, { read(source, group[$0.lowerBound], file) }) {
                    try take(&self, part)
                }
                done += blocks.position - before
                before = blocks.position
                progress?(done, total)
            }
            digests[source.table.path] = AreaManifest.File(file: file, bytes: blocks.size, sha256: blocks.digest)
        }
    }

    /// Writes what a pass made for each shard.
    private mutating func take(_ part: PartedRows) throws(MilieuError) {
        for (shard, bytes) in part.lines.enumerated() { try shards.append(bytes, to: shard) }
        losses.join(part.losses)
        outsiders.add(part.outsiders)
        for (area, tally) in part.tallies {
            areas[area].actors += tally.actors
            areas[area].tiesWithin += tally.within
            areas[area].tiesAcross += tally.across
            areas[area].participations += tally.participations
        }
    }

    // MARK: Actors and areas

    private mutating func indexActors() throws(MilieuError) {
        struct Found: Sendable {
            let bytes: [UInt8]
            var ids: [(id: Range<Int>, code: Range<Int>?, line: Int)] = []
            let path: String
            let isDistinct: Bool
        }
        try pass(.actors) { source, block, file in
            var reader = source.reader(block, file: file)
            var found = Found(bytes: reader.bytes, path: source.table.path, isDistinct: source.table.isDistinct)
            while reader.next() {
                guard source.takes(reader), let id = source.key(0, reader) else { continue }
                found.ids.append((id, source.areaCode(reader), block.line + reader.line - 1))
            }
            return found
        } _: { parting, found throws(MilieuError) in
            for (id, code, line) in found.ids {
                guard !parting.index.add(found.bytes, id: id, code: code) else { continue }
                parting.repeats[found.path, default: []].insert(line)
                if !found.isDistinct {
                    parting.losses.add(.repeatedActor, at: "\(FilePath.name(of: found.path)):\(line)")
                }
            }
        }
        try requireMemory()
    }

    private mutating func settleAreas() throws(MilieuError) {
        guard !index.codes.isEmpty else {
            throw MilieuError(
                .data, "No actor is in an area.",
                remedy: "Name the column that says it (--area), or a table of codes and areas (--areas).")
        }
        let order = index.codes.indices.sorted { index.codes[$0].utf8.lexicographicallyPrecedes(index.codes[$1].utf8) }
        placeOf = [Int](repeating: 0, count: order.count)
        for (place, number) in order.enumerated() {
            placeOf[number] = place
            let code = index.codes[number]
            areas.append(
                PreparedArea(
                    code: code, name: input.lookup.names[code] ?? code,
                    shard: ShardFiles.shard(of: code, among: shardCount)))
        }
    }

    /// What the passes behind the first know: they change none of it.
    private func known(_ role: SourceTable.Role) -> KnownAreas {
        KnownAreas(index, placeOf, areas, shardCount: shardCount, writer(role))
    }

    private mutating func partActors() throws(MilieuError) {
        let (known, outsiders, repeats) = (known(.actors), outsiders, repeats)
        try pass(.actors) { source, block, file in
            var reader = source.reader(block, file: file)
            var part = PartedRows(known)
            var place = 0
            let repeated = repeats[source.table.path] ?? []
            while reader.next() {
                guard source.takes(reader) else { continue }
                let isRepeated = repeated.contains(block.line + reader.line - 1)
                if isRepeated, source.table.isDistinct { continue }
                guard let id = source.key(0, reader), let actor = known.actor(reader, id) else {
                    part.losses.add(.actorWithoutID, at: "\(file):\(block.line + reader.line - 1)")
                    continue
                }
                let area = known.area(of: actor)
                if let area {
                    let parent = source.parentKey(reader).flatMap { known.actor(reader, $0) }
                    let isElsewhere = parent.map { known.area(of: $0) != area } ?? false
                    if isElsewhere { part.losses.add(.parentElsewhere, at: "\(file):\(block.line + reader.line - 1)") }
                    part.add(.actor, to: area, source, reader, withoutParent: isElsewhere)
                    part.tallies[area, default: .init()].actors += 1
                }
                // Elsewhere, an actor that is told twice is the one that was told first.
                let others = isRepeated ? [] : outsiders.others(of: actor, from: &place)
                if area == nil, others.isEmpty {
                    part.losses.add(.actorWithoutArea, at: "\(file):\(block.line + reader.line - 1)")
                }
                for other in others where other != area {
                    part.add(.outsider, to: other, source, reader, withoutParent: true)
                }
            }
            return part
        } _: { parting, part throws(MilieuError) in
            try parting.take(part)
        }
    }

    // MARK: Ties

    private mutating func partTies() throws(MilieuError) {
        let known = known(.ties)
        try pass(.ties) { source, block, file in
            var reader = source.reader(block, file: file)
            var part = PartedRows(known)
            while reader.next() {
                guard source.takes(reader) else { continue }
                guard let sourceField = source.key(0, reader), let targetField = source.key(1, reader),
                    let one = known.actor(reader, sourceField), let other = known.actor(reader, targetField)
                else {
                    part.losses.add(.tieToUnknown, at: "\(file):\(block.line + reader.line - 1)")
                    continue
                }
                let (here, there) = (known.area(of: one), known.area(of: other))
                guard here != nil || there != nil else {
                    part.losses.add(.tieWithoutArea, at: "\(file):\(block.line + reader.line - 1)")
                    continue
                }
                if let here {
                    part.add(.tie, to: here, source, reader)
                    if here == there {
                        part.tallies[here, default: .init()].within += 1
                    } else {
                        part.tallies[here, default: .init()].across += 1
                        part.outsiders.append(PairSet.pair(other, here))
                    }
                }
                if let there, here != there {
                    part.add(.tie, to: there, source, reader)
                    part.tallies[there, default: .init()].across += 1
                    part.outsiders.append(PairSet.pair(one, there))
                }
            }
            return part
        } _: { parting, part throws(MilieuError) in
            try parting.take(part)
        }
        try requireMemory()
    }

    // MARK: Events

    /// Which events are in which areas: those of their participants.
    private mutating func partParticipation() throws(MilieuError) -> EventAreas {
        var events = EventAreas()
        let known = known(.participation)
        struct Found: Sendable {
            let bytes: [UInt8]
            var rows: [(event: Range<Int>, area: Int?)] = []
        }
        try pass(.participation) { source, block, file in
            var reader = source.reader(block, file: file)
            var found = Found(bytes: reader.bytes)
            while reader.next() {
                guard source.takes(reader), let actor = source.key(0, reader), let event = source.key(1, reader),
                    let number = known.actor(reader, actor)
                else { continue }
                found.rows.append((event, known.area(of: number)))
            }
            return found
        } _: { _, part throws(MilieuError) in
            for row in part.rows { events.add(part.bytes, row.event, in: row.area) }
        }
        events.settle()
        let settled = events
        try pass(.participation) { source, block, file in
            var reader = source.reader(block, file: file)
            var part = PartedRows(known)
            while reader.next() {
                guard source.takes(reader) else { continue }
                func place() -> String { "\(file):\(block.line + reader.line - 1)" }
                guard let field = source.key(0, reader), let actor = known.actor(reader, field) else {
                    part.losses.add(.participationOfUnknown, at: place())
                    continue
                }
                let own = known.area(of: actor)
                var areas = source.key(1, reader).map { settled.areas(of: reader.bytes, $0) } ?? []
                if areas.count > EventAreas.most {
                    part.losses.add(.eventOfManyAreas, at: place())
                    areas = own.map { [$0] } ?? []
                }
                if areas.isEmpty { part.losses.add(.participationWithoutArea, at: place()) }
                for area in areas {
                    part.add(.participation, to: area, source, reader)
                    if area == own {
                        part.tallies[area, default: .init()].participations += 1
                    } else {
                        part.outsiders.append(PairSet.pair(actor, area))
                    }
                }
            }
            return part
        } _: { parting, part throws(MilieuError) in
            try parting.take(part)
        }
        return events
    }

    private mutating func partEvents(_ events: EventAreas) throws(MilieuError) {
        let known = known(.events)
        try pass(.events) { source, block, file in
            var reader = source.reader(block, file: file)
            var part = PartedRows(known)
            while reader.next() {
                guard source.takes(reader) else { continue }
                let areas = source.key(0, reader).map { events.areas(of: reader.bytes, $0) } ?? []
                if areas.isEmpty { part.losses.add(.eventWithoutArea, at: "\(file):\(block.line + reader.line - 1)") }
                for area in areas { part.add(.event, to: area, source, reader) }
            }
            return part
        } _: { parting, part throws(MilieuError) in
            try parting.take(part)
        }
    }

    private mutating func partRespondents() throws(MilieuError) {
        let known = known(.respondents)
        try pass(.respondents) { source, block, file in
            var reader = source.reader(block, file: file)
            var part = PartedRows(known)
            while reader.next() {
                guard source.takes(reader) else { continue }
                guard let field = source.key(0, reader), let actor = known.actor(reader, field),
                    let area = known.area(of: actor)
                else {
                    part.losses.add(.respondentWithoutArea, at: "\(file):\(block.line + reader.line - 1)")
                    continue
                }
                part.add(.respondent, to: area, source, reader)
            }
            return part
        } _: { parting, part throws(MilieuError) in
            try parting.take(part)
        }
    }
}
