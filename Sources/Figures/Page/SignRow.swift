/// Signs with their words beside one another, in as many rows as it takes.
enum SignRow {
    struct Entry {
        var text: String
        /// Of the sign.
        var width: Double
        var draw: (inout Scene, Point) -> Void
    }

    private static let rowHeight = 11.0

    /// - Returns: the height that they take.
    static func write(_ entries: [Entry], on scene: inout Scene, at start: Point, width: Double) -> Double {
        let size = ChartStyle.fontSize
        var place = start
        for entry in entries {
            let text = PlainText.wrapped(entry.text, width: width - entry.width - 6, most: 1, size: size).lines
            let extent = TextMetrics.extent(of: text, size: size).x + entry.width + 4
            if place.x > start.x, place.x + extent > start.x + width {
                place = Point(start.x, place.y + rowHeight)
            }
            let middle = place + Point(entry.width / 2, rowHeight / 2)
            entry.draw(&scene, middle)
            let top = middle.y - ChartStyle.lineHeight() / 2
            scene.write(text, at: Point(place.x + entry.width + 4, top), size: size)
            place.x += extent + 14
        }
        return entries.isEmpty ? 0 : place.y - start.y + rowHeight
    }
}
