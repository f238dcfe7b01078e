/// Points moved from where they are too many to where there is room, and no further than that takes.
///
/// The page is halved again and again like a k-d tree; where one half holds more than fits, the line
/// between the halves moves towards the other, just so far that both can hold theirs, and the points of
/// each are stretched or pressed with it. So neighbours stay neighbours, what is left of another stays
/// left of it, and sparse parts keep their form.
///
/// Time: O(n log n). Memory: O(n).
enum Crowding {
    /// How much of any part of the page may be needed by what stands there, as a rule.
    private static let usualFill = 0.6
    private static let deepest = 48

    private struct Part {
        var points: Range<Int>
        /// Where the part was, and where it is now.
        var oldLow, oldHigh, low, high: SIMD2<Double>
        var depth: Int
    }

    /// - Parameters:
    ///   - needs: the area that each point takes.
    ///   - low, high: the page, to which points beside it are moved.
    static func relieved(
        _ points: [SIMD2<Double>], needs: [Double], low: SIMD2<Double>, high: SIMD2<Double>
    ) -> [SIMD2<Double>] {
        let places = points.map { pointwiseMax(low, pointwiseMin(high, $0)) }
        // No line parts points in one place, or in one row: a shift far smaller than what each takes does.
        let shift = (needs.reduce(0, +) / Double(max(needs.count, 1))).squareRoot() / 4
        var random = RandomSource(seed: 1)
        let old = places.map { place in
            let way = SIMD2(random.unit() - 0.5, random.unit() - 0.5) * shift
            return pointwiseMax(low, pointwiseMin(high, place + way))
        }
        var new = places
        var order = Array(points.indices)
        let page = (high - low).x * (high - low).y
        let fill = max(usualFill, min(1, needs.reduce(0, +) / max(page, 1e-12)))
        var parts = [Part(points: 0..<points.count, oldLow: low, oldHigh: high, low: low, high: high, depth: 0)]
        while let part = parts.popLast() {
            if part.points.count <= 3 || part.depth == deepest {
                // What was given no more room stays where it was.
                let hasMoved = part.oldLow != part.low || part.oldHigh != part.high
                for place in part.points where hasMoved { new[order[place]] = moved(old[order[place]], part) }
            } else {
                parts += halves(of: part, &order, old, needs, fill)
            }
        }
        return new
    }

    private static func moved(_ point: SIMD2<Double>, _ part: Part) -> SIMD2<Double> {
        let extent = pointwiseMax(part.oldHigh - part.oldLow, SIMD2(repeating: 1e-12))
        return part.low + (point - part.oldLow) / extent * (part.high - part.low)
    }

    /// The two halves of a part, across its longer side.
    private static func halves(
        of part: Part, _ order: inout [Int], _ old: [SIMD2<Double>], _ needs: [Double], _ fill: Double
    ) -> [Part] {
        let axis = part.high.x - part.low.x >= part.high.y - part.low.y ? 0 : 1
        let middle = (part.oldLow[axis] + part.oldHigh[axis]) / 2
        var (end, needsBefore, needsAll) = (part.points.lowerBound, 0.0, 0.0)
        for place in part.points {
            let point = order[place]
            needsAll += needs[point]
            if old[point][axis] < middle {
                needsBefore += needs[point]
                order.swapAt(place, end)
                end += 1
            }
        }
        // The part's own area is enough for all, so that one half has room where the other has none.
        let length = part.high[axis] - part.low[axis]
        let area = (part.high - part.low).x * (part.high - part.low).y
        let densest = max(fill, needsAll / max(area, 1e-12))
        let least = needsBefore / max(densest * area, 1e-12)
        let most = 1 - (needsAll - needsBefore) / max(densest * area, 1e-12)
        let cut = part.low[axis] + length * min(max(0.5, least), max(most, least))
        var (before, after) = (part, part)
        before.points = part.points.lowerBound..<end
        after.points = end..<part.points.upperBound
        before.oldHigh[axis] = middle
        after.oldLow[axis] = middle
        before.high[axis] = cut
        after.low[axis] = cut
        (before.depth, after.depth) = (part.depth + 1, part.depth + 1)
        return [before, after].filter { !$0.points.isEmpty }
    }
}
