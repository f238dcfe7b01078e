import NetworkModel
import Vocabulary

extension Agreement {
    /// How sure a tie of a layer is; nil where the agreement on it, and on ties in all, is undefined.
    public func confidence(of layer: Layer) -> CoderConfidence? {
        CoderConfidence(subject(AgreementSubject.ties(of: layer).id))
            ?? CoderConfidence(subject(AgreementSubject.ties.id))
    }

    /// The two datasets as one, whose `confidence` follows from the agreement (`CoderConfidence`) times the coders' own.
    ///
    /// Where both tell of a thing and differ, the first coder's word stands: the list of disagreements says where. Of
    /// two partial dates that can be one the finer stands. Evidence is that of both.
    ///
    /// - Throws: `MilieuError` of cause `data` where the two declare a kind differently.
    public func merged() throws(MilieuError) -> Network {
        var union = NetworkUnion(first)
        let places = try union.take(second, actors: actors.inFirst, events: events.inFirst, .first)
        mergeTies(&union, places)
        mergeParticipation(&union, places)
        union.beside.respondents += second.beside.respondents.map { row in
            var row = row
            row.actor = places.ids[row.actor] ?? row.actor
            return row
        }.filter { !union.beside.respondents.contains($0) }
        var description = first.description
        description.contentHash = nil
        description.contributors += second.description.contributors.filter { !description.contributors.contains($0) }
        let told = Set(union.ties.filter { $0.weight != 0 }.map { Ends(of: $0, union.tieKinds) })
        // A row by which one coder denies what the other tells goes: what is left of both is the tie's confidence.
        return try union.network(
            description,
            keeping: union.ties.indices.filter {
                union.ties[$0].weight != 0 || !told.contains(Ends(of: union.ties[$0], union.tieKinds))
            })
    }

    /// A tie by its kind and ends, in order where it has no direction.
    private struct Ends: Hashable {
        let source: Int
        let target: Int
        let kind: Int

        init(of tie: Tie, _ kinds: [TieKind]) {
            let isTurned = !kinds[tie.kind].isDirected && tie.source > tie.target
            (source, target) = isTurned ? (tie.target, tie.source) : (tie.source, tie.target)
            kind = tie.kind
        }
    }

    private func mergeTies(_ union: inout NetworkUnion, _ places: NetworkUnion.Places) {
        var isTaken = Set<Int>()
        for key in ties.keys {
            let (one, other) = (ties.first[key] ?? [], ties.second[key] ?? [])
            let sure = confidence(of: ties.layer(key))
            let factor = one.isEmpty || other.isEmpty ? sure?.ofOne : sure?.ofBoth
            isTaken.formUnion(other)
            for (row, twin) in zip(one, other) {
                let told = places.tie(second.ties[twin])
                let own = Self.mean(union.ties[row].details.confidence, told.details.confidence)
                union.ties[row] = RowMerging.merged(
                    union.ties[row], told, .first, leavingOut: ["source", "target", "kind", "confidence"])
                union.ties[row].details.confidence = Self.confidence(factor, own)
            }
            for row in one.dropFirst(other.count) {
                union.ties[row].details.confidence = Self.confidence(factor, union.ties[row].details.confidence)
            }
            for row in other.dropFirst(one.count) {
                var tie = places.tie(second.ties[row])
                tie.details.confidence = Self.confidence(factor, tie.details.confidence)
                union.append(tie, row: row, of: second)
            }
        }
        // What is no tie between two: within a collective, or told to be absent.
        var others = Set(
            union.ties.filter { $0.weight == 0 || $0.source == $0.target }.map { Ends(of: $0, union.tieKinds) })
        for (row, tie) in second.ties.enumerated() where !isTaken.contains(row) {
            let told = places.tie(tie)
            if others.insert(Ends(of: told, union.tieKinds)).inserted { union.append(told, row: row, of: second) }
        }
    }

    private func mergeParticipation(_ union: inout NetworkUnion, _ places: NetworkUnion.Places) {
        struct Key: Hashable {
            let actor: Int
            let event: Int
            let role: String?
        }
        let sure = CoderConfidence(subject(AgreementSubject.participation.id))
        let own = union.participation.count
        var rows: [Key: Int] = [:]
        for (row, part) in union.participation.enumerated() {
            rows[Key(actor: part.actor, event: part.event, role: part.role)] = row
        }
        var isBoth = [Bool](repeating: false, count: own)
        for row in second.participation {
            var part = row
            (part.actor, part.event) = (places.actors[row.actor], places.events[row.event])
            // A role is no other part, unless both tell of one.
            let keys = [
                Key(actor: part.actor, event: part.event, role: part.role),
                Key(actor: part.actor, event: part.event, role: nil),
            ]
            guard let known = keys.compactMap({ rows[$0] }).first(where: { !isBoth[$0] }) else {
                part.confidence = Self.confidence(sure?.ofOne, part.confidence)
                union.participation.append(part)
                continue
            }
            isBoth[known] = true
            let mean = Self.mean(union.participation[known].confidence, part.confidence)
            union.participation[known] = RowMerging.merged(
                union.participation[known], part, .first, leavingOut: ["actor", "event", "confidence"])
            union.participation[known].confidence = Self.confidence(sure?.ofBoth, mean)
        }
        for row in 0..<own where !isBoth[row] {
            union.participation[row].confidence = Self.confidence(sure?.ofOne, union.participation[row].confidence)
        }
    }

    /// Nil, which counts as 1, stays nil where nothing makes it less.
    private static func mean(_ one: Double?, _ other: Double?) -> Double? {
        one == nil && other == nil ? nil : ((one ?? 1) + (other ?? 1)) / 2
    }

    /// To three digits: more would be false precision.
    private static func confidence(_ factor: Double?, _ own: Double?) -> Double? {
        guard let factor else { return own }
        return (factor * (own ?? 1) * 1000).rounded() / 1000
    }
}
