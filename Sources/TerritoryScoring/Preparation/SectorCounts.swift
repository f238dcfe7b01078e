/// How many sub-sectors each sector has, as far as the dataset knows (any actor, inside or not):
/// what the variety inside a sector is measured against.
struct SectorCounts: Sendable {
    private let subsectors: [Int32: Int]

    init(_ code: TerritoryCode) {
        var seen: [Int32: Set<TerritoryCode.Sector>] = [:]
        for actor in code.actors where actor.sector.second >= 0 { seen[actor.sector.first, default: []].insert(actor.sector) }
        subsectors = seen.mapValues(\.count)
    }

    /// At least two: a sector in which all do the same has no variety, which is not unknown.
    func subsectors(of sector: Int32) -> Int { max(2, subsectors[sector] ?? 0) }
}
