/// Components moved close to one another without overlap: each takes the cells of a grid that it
/// covers, and goes to the free place nearest to the middle (Freivalds, Dogrusoz and Kikusts 2002,
/// "Disconnected graph layout and the polyomino packing approach", Graph Drawing, 378–391).
enum ComponentPacking {
    private struct Cell: Hashable {
        var x: Int
        var y: Int
    }

    /// How far each component is moved; the first goes to the middle.
    ///
    /// - Parameters:
    ///   - footprints: the points that each component covers, in units of a tie's length.
    ///   - tallness: the page's height over its width: the middle's surroundings have that shape.
    static func shifts(of footprints: [[Point]], tallness: Double) -> [Point] {
        guard footprints.count > 1 else { return footprints.map { _ in .zero } }
        let points = footprints.reduce(0) { $0 + $1.count }
        let side = points > 20_000 ? 1.0 : 0.5
        var taken: Set<Cell> = []
        // Components of one form come one after another; each starts its search where the last ended.
        var (lastForm, ring): (Set<Cell>, Int) = ([], 0)
        return footprints.map { footprint in
            let middle = footprint.reduce(.zero, +) / Double(footprint.count)
            let form = cells(footprint.map { $0 - middle }, side)
            if form != lastForm { ring = 0 }
            lastForm = form
            while true {
                for place in places(onRing: ring, tallness) where form.allSatisfy({ !taken.contains(moved($0, place)) }) {
                    for cell in form { taken.insert(moved(cell, place)) }
                    return Point(Double(place.x), Double(place.y)) * side - middle
                }
                ring += 1
            }
        }
    }

    /// The cells near the points: one cell of margin on the right and below is enough between two.
    private static func cells(_ points: [Point], _ side: Double) -> Set<Cell> {
        var cells: Set<Cell> = []
        for point in points {
            let (x, y) = (Int((point.x / side).rounded(.down)), Int((point.y / side).rounded(.down)))
            for i in -1...1 { for j in -1...1 { cells.insert(Cell(x: x + i, y: y + j)) } }
        }
        return cells
    }

    private static func moved(_ cell: Cell, _ place: Cell) -> Cell { Cell(x: cell.x + place.x, y: cell.y + place.y) }

    /// The border of a rectangle of the page's shape round the middle.
    private static func places(onRing ring: Int, _ tallness: Double) -> [Cell] {
        guard ring > 0 else { return [Cell(x: 0, y: 0)] }
        let (width, height) = (ring, max(1, Int((Double(ring) * tallness).rounded())))
        var places: [Cell] = []
        for x in -width...width { places += [Cell(x: x, y: height), Cell(x: x, y: -height)] }
        for y in -height...height { places += [Cell(x: width, y: y), Cell(x: -width, y: y)] }
        return places
    }
}
