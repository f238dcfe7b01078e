extension Exposure {
    /// Exposures in the window whose time to bear fruit is over at the date: of a later one nobody
    /// can say yet.
    static func all(
        _ code: TerritoryCode, _ window: Window, months: Int, _ cutting: ScenarioCutting, _ starts: Starts
    ) -> ExposureList {
        guard code.knowledgeIsSurveyed, let days = window.days else { return .none }
        let patience = Int((Double(months) * 30.436875).rounded())
        guard days.lowerBound <= days.upperBound - patience else { return .none }
        var finding = ExposureFinding(
            starts: starts, observed: days.lowerBound...(days.upperBound - patience), patience: patience)
        let (nodeOf, groupOf) = (cutting.nodeOf, cutting.groupOf)
        for (position, tie) in code.ties.enumerated() where tie.layer == code.knowledgeLayer {
            guard let since = tie.since, window.standing(of: tie)?.isPresent == true,
                groupOf[Int(tie.source)] != groupOf[Int(tie.target)]
            else { continue }
            for (giver, end) in tie.isDirected
                ? [(tie.source, tie.target)] : [(tie.source, tie.target), (tie.target, tie.source)]
            {
                let (from, node) = (nodeOf[Int(giver)], nodeOf[Int(end)])
                guard from >= 0, node >= 0, cutting.isInside[Int(node)] else { continue }
                finding.add(
                    .init(fact: tie.fact, giver: tie.fact >= 0 ? -1 : from, node: node, day: since.earliest),
                    tie: position)
            }
        }
        for row in code.memberships where nodeOf[Int(row.actor)] >= 0 {
            let (event, node) = (code.events[Int(row.event)], nodeOf[Int(row.actor)])
            guard code.isOfLearning(event), let date = event.since, window.holds(event), cutting.isInside[Int(node)]
            else { continue }
            finding.add(.init(event: row.event, node: node, day: date.earliest))
        }
        return finding.list
    }
}

/// Exposures in the making.
private struct ExposureFinding {
    struct Key: Hashable {
        var fact: Int32 = -1
        var event: Int32 = -1
        var giver: Int32 = -1
        let node: Int32
        var day: Int
    }

    /// When cooperations and activities began, ascending.
    let cooperations: [Int]
    let activities: [Int]
    let observed: ClosedRange<Int>
    let patience: Int
    private var exposures: [Exposure] = []
    /// Each exposure that a tie shows, with the tie.
    private var shown: [(place: Int, tie: Int32)] = []
    private var days: [Int] = []
    private var places: [Key: Int] = [:]

    init(starts: Starts, observed: ClosedRange<Int>, patience: Int) {
        (cooperations, activities) = (starts.cooperations.days, starts.activities.days)
        (self.observed, self.patience) = (observed, patience)
    }

    mutating func add(_ key: Key, tie: Int? = nil) {
        guard observed.contains(key.day) else { return }
        var known = key
        // One fact is one exposure of an actor, whatever days its rows give; the first day counts.
        if key.fact >= 0 { known.day = 0 }
        let place = places[known] ?? exposures.count
        if place == exposures.count {
            places[known] = place
            exposures.append(
                Exposure(event: key.event, node: key.node, fact: key.fact, cooperations: 0..<0, activities: 0..<0))
            days.append(.max)
        }
        if let tie { shown.append((place, Int32(tie))) }
        guard key.day < days[place] else { return }
        days[place] = key.day
        let span = key.day + 1...key.day + patience
        exposures[place].cooperations = Starts.within(span, cooperations)
        exposures[place].activities = Starts.within(span, activities)
    }

    /// All of them, each with the ties that show it.
    var list: ExposureList {
        var ends = [Int](repeating: 0, count: exposures.count + 1)
        for (place, _) in shown { ends[place + 1] += 1 }
        for place in exposures.indices { ends[place + 1] += ends[place] }
        var (all, ties, next) = (exposures, [Int32](repeating: 0, count: shown.count), ends)
        for place in all.indices { all[place].ties = ends[place]..<ends[place + 1] }
        for (place, tie) in shown {
            ties[next[place]] = tie
            next[place] += 1
        }
        return ExposureList(all: all, ties: ties)
    }
}
