import GraphKernels
import Measures
import Vocabulary

/// What each actor has in both waves, and by how much it changed.
struct OutcomeValues: Sendable {
    let outcomes: [ActorOutcome]
    /// Of each outcome; nil throughout where it is itself a change.
    let before: [[Double?]]
    let after: [[Double?]]
    let changes: [[Double?]]

    init(_ outcomes: [ActorOutcome], _ waves: TieWaves, _ pairs: PairChanges, _ options: MeasureOptions)
        throws(MilieuError)
    {
        let contexts = try WaveContexts(waves, options: options)
        var (before, after): ([[Double?]], [[Double?]]) = ([], [])
        for outcome in outcomes {
            switch outcome {
            case .pairs(.degree):
                before.append(pairs.degrees(after: false))
                after.append(pairs.degrees(after: true))
            case .pairs:
                before.append([Double?](repeating: nil, count: pairs.size))
                after.append(before[before.count - 1])
            case .measure(let measure):
                before.append(try measure.numbers(in: contexts.before))
                after.append(try measure.numbers(in: contexts.after))
            }
        }
        (self.outcomes, self.before, self.after) = (outcomes, before, after)
        changes = outcomes.indices.map { place in
            if case .pairs(let outcome) = outcomes[place] { return pairs.changes(outcome) }
            return Self.change(before[place], after[place])
        }
    }

    /// Known where both are.
    static func change(_ before: [Double?], _ after: [Double?]) -> [Double?] {
        zip(before, after).map { one, other in one.flatMap { start in other.map { $0 - start } } }
    }
}

/// Differences between sides: observed, without each actor, and under treatments dealt out anew.
struct ProgrammeComparison: Sendable {
    let design: TreatmentDesign
    let values: OutcomeValues
    let pairs: PairChanges

    /// By comparison and outcome.
    typealias Differences = [TreatmentContrast: [Double?]]

    /// What is drawn: the differences, and of indirect effects that among those whose own treatment stays.
    struct Random: Sendable {
        let draws: [Differences]
        let focal: [Double?]
        let focalDraws: [[Double?]]
    }

    private func differences(_ changes: [[Double?]], _ sides: [TreatmentDesign.Side]) -> [Double?] {
        changes.map { GroupDifference($0, sides, design.strata)?.value }
    }

    /// The differences without each actor: its ties are missing from the others' numbers, who is treated, and who had
    /// been tied to whom, stays.
    func withoutEach(_ waves: TieWaves, _ options: MeasureOptions) -> [Differences] {
        let sides = TreatmentContrast.allCases.map { ($0, design.sides($0, treated: design.isTreated)) }
        return Parallel.chunks(of: pairs.size, grain: 1) { range in
            range.map { left in
                let changes = changes(waves, leavingOut: left, options)
                var found: Differences = [:]
                for (contrast, sides) in sides { found[contrast] = differences(changes, sides) }
                return found
            }
        }.flatMap { $0 }
    }

    private func changes(_ waves: TieWaves, leavingOut left: Int, _ options: MeasureOptions) -> [[Double?]] {
        let needsNetworks = values.outcomes.contains { if case .measure = $0 { true } else { false } }
        let contexts = needsNetworks ? try? WaveContexts(waves, leavingOut: left, options: options) : nil
        return values.outcomes.map { outcome in
            var changes: [Double?]
            switch outcome {
            case .pairs(let outcome):
                changes = pairs.changes(outcome, leavingOut: left)
                changes[left] = nil
            case .measure(let measure):
                guard let contexts, let before = try? measure.numbers(in: contexts.before),
                    let after = try? measure.numbers(in: contexts.after)
                else { return [Double?](repeating: nil, count: pairs.size) }
                changes = OutcomeValues.change(before, after)
                changes.insert(nil, at: left)
            }
            return changes
        }
    }

    func redealt(_ draws: Int, seed: UInt64, progress: Draws.Progress?) -> Random {
        var source = RandomSource(seed: seed, part: draws)
        let focal = design.focal(using: &source)
        let observed = focalDifferences(design.isTreated, focal)
        let drawn = Draws.values(draws, seed: seed, progress: progress) { random in
            let dealt = design.redealt(using: &random)
            var found: Differences = [:]
            for contrast in TreatmentContrast.allCases where contrast != .exposedUnexposed {
                found[contrast] = differences(values.changes, design.sides(contrast, treated: dealt))
            }
            return (found, focalDifferences(design.redealt(keeping: focal, using: &random), focal))
        }
        return Random(draws: drawn.map { $0.0 }, focal: observed, focalDraws: drawn.map { $0.1 })
    }

    private func focalDifferences(_ treated: [Bool?], _ focal: Set<Int>) -> [Double?] {
        var sides = design.sides(.exposedUnexposed, treated: treated)
        for actor in sides.indices where !focal.contains(actor) { sides[actor] = .neither }
        return differences(values.changes, sides)
    }

    func row(
        _ place: Int, _ contrast: TreatmentContrast, without: [Differences], random: Random
    ) -> ProgrammeEffect {
        let id = values.outcomes[place].id
        let sides = design.sides(contrast, treated: design.isTreated)
        guard let found = GroupDifference(values.changes[place], sides, design.strata) else {
            return ProgrammeEffect(
                outcome: id, contrast: contrast, group: nil, reference: nil, difference: nil, standardError: nil,
                interval: nil, p: nil)
        }
        var pairPart: Double?
        if case .pairs(let outcome) = values.outcomes[place] { pairPart = pairs.pairPart(outcome, found.weights) }
        let error = NetworkError(
            found, without: without.map { $0[contrast]?[place] ?? nil }, pairPart: pairPart)
        let reach = error.map { $0.standardError * StudentInterval.reach($0.freedom) }
        return ProgrammeEffect(
            outcome: id, contrast: contrast, group: side(found, place, isGroup: true),
            reference: side(found, place, isGroup: false), difference: found.value, standardError: error?.standardError,
            interval: reach.map { found.value - $0...found.value + $0 }, p: p(place, contrast, found.value, random))
    }

    private func side(_ found: GroupDifference, _ place: Int, isGroup: Bool) -> ProgrammeEffect.Side {
        ProgrammeEffect.Side(
            actors: found.count(ofGroup: isGroup), before: found.mean(values.before[place], ofGroup: isGroup),
            after: found.mean(values.after[place], ofGroup: isGroup),
            change: found.mean(values.changes[place], ofGroup: isGroup))
    }

    private func p(_ place: Int, _ contrast: TreatmentContrast, _ difference: Double, _ random: Random) -> Double? {
        guard contrast == .exposedUnexposed else {
            return p(difference, random.draws.map { $0[contrast]?[place] ?? nil })
        }
        return random.focal[place].flatMap { p($0, random.focalDraws.map { $0[place] }) }
    }

    /// Nil where all draws have one value: nothing could have come out otherwise.
    private func p(_ observed: Double, _ draws: [Double?]) -> Double? {
        let known = draws.compactMap { $0 }
        guard let least = known.min(), let most = known.max(), most > least else { return nil }
        return Significance.pValue(observed: observed, draws: draws, tail: .both)
    }
}
