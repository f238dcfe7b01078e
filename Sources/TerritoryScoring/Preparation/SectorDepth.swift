/// How many levels of the nomenclature the territory's own sectors go down to: what an actor outside
/// adds below is not asked for.
struct SectorDepth: Sendable {
    let levels: Int

    init(_ code: TerritoryCode, isInside: [Bool]) {
        levels = zip(code.actors, isInside).reduce(0) { $1.1 ? max($0, $1.0.sector.levels) : $0 }
    }

    /// How many of the levels differ, from 0 (the same sub-sector) to all (nothing in common); nil where
    /// those that are known do not settle it, or there is but one.
    func levelsApart(_ one: TerritoryCode.Sector, _ other: TerritoryCode.Sector) -> Int? {
        guard levels > 1 else { return nil }
        let pairs = [(one.first, other.first), (one.second, other.second), (one.third, other.third)].prefix(levels)
        for (common, level) in pairs.enumerated() {
            guard level.0 >= 0, level.1 >= 0 else { return nil }
            if level.0 != level.1 { return levels - common }
        }
        return 0
    }
}

extension TerritoryCode.Sector {
    /// How many are known.
    var levels: Int { third >= 0 ? 3 : second >= 0 ? 2 : first >= 0 ? 1 : 0 }
}
