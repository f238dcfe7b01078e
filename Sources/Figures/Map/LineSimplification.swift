/// Lines with as few points as the page can show.
enum LineSimplification {
    /// Points nearer than half the tolerance to the last one kept go first, then all that lie within the tolerance of
    /// the line between their neighbours (Douglas and Peucker 1973, The Canadian Cartographer 10(2), 112–122). Both
    /// ends stay.
    ///
    /// - Complexity: O(n), and O(k²) at worst for the k points that are as far apart as the page shows.
    static func simplified(_ points: [Point], tolerance: Double) -> [Point] {
        guard points.count > 2 else { return points }
        var thinned = [points[0]]
        for point in points.dropFirst().dropLast() where (point - thinned[thinned.count - 1]).length > tolerance / 2 {
            thinned.append(point)
        }
        thinned.append(points[points.count - 1])
        var isKept = [Bool](repeating: false, count: thinned.count)
        isKept[0] = true
        isKept[thinned.count - 1] = true
        var spans = [(0, thinned.count - 1)]
        while let (first, last) = spans.popLast() {
            var farthest = (distance: tolerance, at: -1)
            for at in (first + 1)..<max(first + 1, last) {
                let distance = distance(thinned[at], thinned[first], thinned[last])
                if distance > farthest.distance { farthest = (distance, at) }
            }
            guard farthest.at >= 0 else { continue }
            isKept[farthest.at] = true
            spans += [(first, farthest.at), (farthest.at, last)]
        }
        return zip(thinned, isKept).compactMap { $1 ? $0 : nil }
    }

    private static func distance(_ point: Point, _ start: Point, _ end: Point) -> Double {
        let way = end - start
        let square = (way * way).sum()
        let share = square > 0 ? min(max(((point - start) * way).sum() / square, 0), 1) : 0
        return (point - start - way * share).length
    }
}
