import TerritoryScoring
import Vocabulary

/// Where a score stands in the plane of learning and interaction.
struct PlacedScore {
    let score: TerritoryScore
    /// Learning and interaction: medians of the draws, without draws the scores over what is known.
    let place: Point
    /// Whether both axes have the coverage that a score needs.
    let isScored: Bool

    /// Nil where of an axis nothing is known.
    init?(_ score: TerritoryScore) {
        guard let learning = Self.value(score.learning), let interaction = Self.value(score.interaction) else { return nil }
        self.score = score
        place = Point(learning, interaction)
        isScored = score.learning.score != nil && score.interaction.score != nil
    }

    private static func value(_ axis: AxisScore) -> Double? { axis.interval?.median ?? axis.overKnown }

    /// The draws that say something of both axes.
    var draws: [Point] {
        guard let uncertainty = score.uncertainty else { return [] }
        return zip(uncertainty.learning, uncertainty.interaction).compactMap { x, y in
            x.flatMap { x in y.map { Point(x, $0) } }
        }
    }
}

/// The scores of one territory in order of their dates.
struct Trajectory {
    let name: String
    /// At least one; more are a path.
    let stops: [PlacedScore]

    /// By territory and dataset, in the order of the first of each.
    static func all(_ placed: [PlacedScore]) -> [Trajectory] {
        var groups: [[PlacedScore]] = []
        var known: [[String]: Int] = [:]
        for stop in placed {
            let key = [stop.score.provenance.dataset, stop.score.territory, stop.score.date == nil ? "\(groups.count)" : ""]
            if let group = known[key], !groups[group].contains(where: { $0.score.date == stop.score.date }) {
                groups[group].append(stop)
            } else {
                known[key] = groups.count
                groups.append([stop])
            }
        }
        return groups.map { stops in
            Trajectory(
                name: PlainText.cleaned(stops[0].score.territory, limit: 60),
                stops: stops.sorted { ($0.score.date?.earliest ?? 0) < ($1.score.date?.earliest ?? 0) })
        }
    }

    var isPath: Bool { stops.count > 1 }
}
