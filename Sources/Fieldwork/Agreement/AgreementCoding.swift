import GraphKernels
import NetworkModel
import Vocabulary

/// The subjects of an agreement, one after the other.
struct AgreementCoding {
    let first: Network
    let second: Network
    let actors: CoderMatching
    let events: CoderMatching
    let ties: CodedTies
    let seed: UInt64
    private(set) var subjects: [SubjectAgreement] = []
    private(set) var disagreements: [Disagreement] = []

    init(
        first: Network, second: Network, actors: CoderMatching, events: CoderMatching, ties: CodedTies, seed: UInt64
    ) {
        (self.first, self.second, self.actors, self.events) = (first, second, actors, events)
        (self.ties, self.seed) = (ties, seed)
    }

    // MARK: Actors

    mutating func codeActors() {
        addFound(.actors, actors, first.actors.map { ($0.id, $0.evidence) }, second.actors.map { ($0.id, $0.evidence) })
        let (inside, otherInside) = (first.insideness(), second.insideness())
        func words(_ inside: Bool?) -> String? { inside.map { $0 ? "inside" : "outside" } }
        addActors(.actorKind) {
            $0.kind.isEmpty ? nil : $0.kind
        } _: {
            $0.kind.isEmpty ? nil : $0.kind
        }
        addWords(
            .inside,
            actors.pairs.map { pair in
                Coded(
                    what: first.actors.id(at: pair.first), first: words(inside[pair.first]),
                    second: words(otherInside[pair.second]), firstEvidence: first.actors[pair.first].evidence,
                    secondEvidence: second.actors[pair.second].evidence)
            })
        addActors(.sector) {
            $0.sector
        } _: {
            $0.sector
        }
    }

    private mutating func addActors(
        _ subject: AgreementSubject, _ one: (Actor) -> String?, _ other: (Actor) -> String?
    ) {
        addWords(
            subject,
            actors.pairs.map { pair in
                let (a, b) = (first.actors[pair.first], second.actors[pair.second])
                return Coded(
                    what: a.id, first: one(a), second: other(b), firstEvidence: a.evidence, secondEvidence: b.evidence)
            })
    }

    /// What either coder found: no α, since what neither found cannot be counted.
    private mutating func addFound(
        _ subject: AgreementSubject, _ matching: CoderMatching, _ one: [(id: String, evidence: [Evidence])],
        _ other: [(id: String, evidence: [Evidence])]
    ) {
        let presence = SubjectAgreement.Presence(
            both: matching.pairs.count, onlyFirst: matching.onlyFirst.count, onlySecond: matching.onlySecond.count)
        let all = presence.both + presence.onlyFirst + presence.onlySecond
        guard all > 0 else { return }
        subjects.append(
            SubjectAgreement(
                subject: subject, units: all, agreed: presence.both, presence: presence, alpha: nil, low: nil,
                high: nil,
                reason: Bilingual(
                    en: "what neither found cannot be counted", fr: "ce que personne n'a relevé ne se compte pas")))
        for place in matching.onlyFirst {
            add(subject, one[place].id, "found", nil, one[place].evidence, [])
        }
        for place in matching.onlySecond {
            add(subject, other[place].id, nil, "found", [], other[place].evidence)
        }
    }

    // MARK: Words and dates

    /// One unit of a subject of words.
    struct Coded {
        let what: String
        let first: String?
        let second: String?
        let firstEvidence: [Evidence]
        let secondEvidence: [Evidence]
    }

    private mutating func addWords(_ subject: AgreementSubject, _ coded: [Coded]) {
        let known = coded.filter { $0.first != nil && $0.second != nil }
        guard !known.isEmpty else { return }
        let words = Set(known.flatMap { [$0.first, $0.second] }.compactMap { $0 }).sorted()
        let number = Dictionary(uniqueKeysWithValues: words.enumerated().map { ($1, Double($0)) })
        let units = known.map {
            KrippendorffAlpha.Unit([$0.first.flatMap { number[$0] }, $0.second.flatMap { number[$0] }])
        }
        append(subject, units, agreed: known.count { $0.first == $0.second })
        for unit in known where unit.first != unit.second {
            add(subject, unit.what, unit.first, unit.second, unit.firstEvidence, unit.secondEvidence)
        }
    }

    mutating func codeTieDetails() {
        let pairs = ties.keys.filter { ties.isShared($0) }.flatMap { key in
            zip(ties.first[key] ?? [], ties.second[key] ?? []).map {
                (key: key, first: first.ties[$0], second: second.ties[$1])
            }
        }
        func status(_ tie: Tie) -> String? { tie.details.status == .unknown ? nil : tie.details.status.rawValue }
        addWords(
            .status,
            pairs.map {
                Coded(
                    what: name(of: $0.key), first: status($0.first), second: status($0.second),
                    firstEvidence: $0.first.details.evidence, secondEvidence: $0.second.details.evidence)
            })
        for (subject, path) in [(AgreementSubject.since, \Tie.Details.since), (.until, \Tie.Details.until)] {
            let dated = pairs.compactMap { pair in
                pair.first.details[keyPath: path].flatMap { one in
                    pair.second.details[keyPath: path].map { (pair: pair, first: one, second: $0) }
                }
            }
            guard !dated.isEmpty else { continue }
            append(
                subject, dated.map { KrippendorffAlpha.Unit([Self.year($0.first), Self.year($0.second)]) },
                agreed: dated.count { Self.canAgree($0.first, $0.second) })
            for row in dated where !Self.canAgree(row.first, row.second) {
                add(
                    subject, name(of: row.pair.key), row.first.description, row.second.description,
                    row.pair.first.details.evidence, row.pair.second.details.evidence)
            }
        }
    }

    /// The middle of what a date can mean, in years.
    static func year(_ date: PartialDate) -> Double { Double(date.earliest + date.latest) / 2 / 365.2425 }

    /// Whether two partial dates can be the same day.
    static func canAgree(_ one: PartialDate, _ other: PartialDate) -> Bool {
        one.earliest <= other.latest && other.earliest <= one.latest
    }

    // MARK: Presence

    mutating func codeTies() {
        addTies(.ties, of: nil)
        let layers = Set(ties.keys.map { ties.layer($0) }).sorted()
        if layers.count > 1 {
            for layer in layers { addTies(.ties(of: layer), of: layer) }
            addLayers()
        }
        for key in ties.keys {
            let (one, other) = (ties.first[key]?.count ?? 0, ties.second[key]?.count ?? 0)
            guard (one == 0) != (other == 0) else { continue }
            func evidence(_ network: Network, _ rows: [Int]?) -> [Evidence] {
                (rows ?? []).flatMap { network.ties[$0].details.evidence }
            }
            add(
                .ties, name(of: key), one > 0 ? "tied" : nil, other > 0 ? "tied" : nil,
                evidence(first, ties.first[key]), evidence(second, ties.second[key]))
        }
    }

    private struct Ends: Hashable {
        let low: Int
        let high: Int

        init(_ key: CodedTies.Key) { (low, high) = (min(key.source, key.target), max(key.source, key.target)) }
    }

    /// Pairs of actors that both have, tied or not; the interval resamples actors, since a pair's two hang on others'.
    private mutating func addTies(_ subject: AgreementSubject, of layer: Layer?) {
        func tied(_ rows: [CodedTies.Key: [Int]]) -> Set<Ends> {
            Set(rows.keys.filter { ties.isShared($0) && (layer == nil || layer == ties.layer($0)) }.map(Ends.init))
        }
        let (one, other) = (tied(ties.first), tied(ties.second))
        let count = actors.pairs.count
        guard count > 1, !(one.isEmpty && other.isEmpty) else { return }
        let cells = one.union(other).sorted { ($0.low, $0.high) < ($1.low, $1.high) }.map { ends in
            PresenceTable.Cell(
                row: ends.low, column: ends.high, first: one.contains(ends), second: other.contains(ends))
        }
        append(subject, PresenceTable(rows: count, columns: nil, cells: cells))
    }

    private mutating func addLayers() {
        func layers(_ rows: [CodedTies.Key: [Int]]) -> [Ends: Set<Layer>] {
            rows.keys.filter { ties.isShared($0) }.reduce(into: [:]) {
                $0[Ends($1), default: []].insert(ties.layer($1))
            }
        }
        func words(_ layers: Set<Layer>) -> String { layers.sorted().map(\.rawValue).joined(separator: " + ") }
        let (one, other) = (layers(ties.first), layers(ties.second))
        let both = one.keys.filter { other[$0] != nil }.sorted { ($0.low, $0.high) < ($1.low, $1.high) }
        addWords(
            .layers,
            both.map { ends in
                Coded(
                    what: "\(name(ends.low)) – \(name(ends.high))", first: one[ends].map(words),
                    second: other[ends].map(words),
                    firstEvidence: [], secondEvidence: [])
            })
    }

    mutating func codeEvents() {
        addFound(.events, events, first.events.map { ($0.id, $0.evidence) }, second.events.map { ($0.id, $0.evidence) })
        var actorPlace: [Int: Int] = [:]
        var otherActor: [Int: Int] = [:]
        for (place, pair) in actors.pairs.enumerated() {
            (actorPlace[pair.first], otherActor[pair.second]) = (place, place)
        }
        var eventPlace: [Int: Int] = [:]
        var otherEvent: [Int: Int] = [:]
        for (place, pair) in events.pairs.enumerated() {
            (eventPlace[pair.first], otherEvent[pair.second]) = (place, place)
        }
        var cells: [[Int]: (first: [Evidence]?, second: [Evidence]?)] = [:]
        for row in first.participation {
            guard let actor = actorPlace[row.actor], let event = eventPlace[row.event] else { continue }
            cells[[actor, event], default: (nil, nil)].first = row.evidence
        }
        for row in second.participation {
            guard let actor = otherActor[row.actor], let event = otherEvent[row.event] else { continue }
            cells[[actor, event], default: (nil, nil)].second = row.evidence
        }
        guard !cells.isEmpty, actors.pairs.count > 1 else { return }
        let sorted = cells.sorted { $0.key.lexicographicallyPrecedes($1.key) }
        append(
            .participation,
            PresenceTable(
                rows: actors.pairs.count, columns: events.pairs.count,
                cells: sorted.map { .init(row: $0[0], column: $0[1], first: $1.first != nil, second: $1.second != nil) }
            ))
        for (ends, cell) in sorted where (cell.first == nil) != (cell.second == nil) {
            let event = first.events[events.pairs[ends[1]].first].id
            add(
                .participation, "\(name(ends[0])) @ \(event)", cell.first.map { _ in "took part" },
                cell.second.map { _ in "took part" }, cell.first ?? [], cell.second ?? [])
        }
    }

    // MARK: Adding up

    private mutating func append(_ subject: AgreementSubject, _ units: [KrippendorffAlpha.Unit], agreed: Int) {
        let alpha = KrippendorffAlpha.value(units, subject.metric)
        let interval =
            alpha == nil
            ? nil
            : Self.interval(seed: seed, subject) { random in
                var drawn = units.map { KrippendorffAlpha.Unit($0.values, weight: 0) }
                for _ in units { drawn[random.below(units.count)].weight += 1 }
                return KrippendorffAlpha.value(drawn, subject.metric)
            }
        subjects.append(
            SubjectAgreement(
                subject: subject, units: units.count, agreed: agreed, presence: nil, alpha: alpha, low: interval?.low,
                high: interval?.high, reason: alpha == nil ? Self.noVariation : nil))
    }

    private mutating func append(_ subject: AgreementSubject, _ table: PresenceTable) {
        let alpha = table.alpha()
        let interval = alpha == nil ? nil : Self.interval(seed: seed, subject) { table.alpha(resampledBy: &$0) }
        subjects.append(
            SubjectAgreement(
                subject: subject, units: table.unitCount, agreed: table.unitCount - table.differing,
                presence: table.presence, alpha: alpha, low: interval?.low, high: interval?.high,
                reason: alpha == nil ? Self.noVariation : nil))
    }

    /// The central 95 % of resampled values; nil where fewer than half have one.
    private static func interval(
        seed: UInt64, _ subject: AgreementSubject, _ draw: @Sendable (inout RandomSource) -> Double?
    ) -> (low: Double, high: Double)? {
        // A stream of its own for each subject, so that one subject more leaves the others' intervals as they are.
        let stream = subject.id.utf8.reduce(seed) { ($0 &* 0x0100_0000_01B3) ^ UInt64($1) }
        let drawn = Parallel.chunks(of: SubjectAgreement.resamples, grain: 50) { range in
            range.map { number -> Double? in
                var random = RandomSource(seed: stream, part: number)
                return draw(&random)
            }
        }.flatMap { $0 }.compactMap { $0 }.sorted()
        guard drawn.count * 2 >= SubjectAgreement.resamples else { return nil }
        func quantile(_ share: Double) -> Double {
            drawn[min(drawn.count - 1, max(0, Int((share * Double(drawn.count)).rounded(.down))))]
        }
        return (quantile(0.025), quantile(0.975))
    }

    private static let noVariation = Bilingual(
        en: "all values are the same, or too few can be compared",
        fr: "toutes les valeurs sont égales, ou trop peu se comparent")

    private mutating func add(
        _ subject: AgreementSubject, _ what: String, _ one: String?, _ other: String?, _ evidence: [Evidence],
        _ otherEvidence: [Evidence]
    ) {
        func text(_ evidence: [Evidence]) -> String? {
            evidence.isEmpty ? nil : evidence.map(\.description).joined(separator: "; ")
        }
        disagreements.append(
            Disagreement(
                subject: subject, what: what, first: one, second: other, firstEvidence: text(evidence),
                secondEvidence: text(otherEvidence)))
    }

    /// An end of a tie by the first coder's id, or the second's where only that one has it.
    private func name(_ place: Int) -> String {
        if place < actors.pairs.count { return first.actors.id(at: actors.pairs[place].first) }
        let alone = place - actors.pairs.count
        if alone < actors.onlyFirst.count { return first.actors.id(at: actors.onlyFirst[alone]) }
        return second.actors.id(at: actors.onlySecond[alone - actors.onlyFirst.count])
    }

    private func name(of key: CodedTies.Key) -> String {
        let mark = ties.kinds[key.kind]?.isDirected == true ? "→" : "–"
        return "\(name(key.source)) \(mark) \(name(key.target)) (\(key.kind))"
    }
}
