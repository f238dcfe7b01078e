/// The page that all figures share: the picture, the legend and the caption, one below the other.
enum FigurePage {
    static let margin = 3.0

    static func innerWidth(_ options: FigureOptions) -> Double { options.width - 2 * margin }

    /// - Parameter legend: an empty scene of no height where there is nothing to explain.
    static func scene(_ picture: Scene, legend: Scene?, _ caption: Caption, _ options: FigureOptions) -> Scene {
        let words = caption.scene(width: picture.width - 2 * margin)
        var scene = picture
        scene.title = caption.title
        scene.description = caption.text
        guard options.hasLegend || options.hasCaption else { return scene }
        scene.height += 8
        scene.strokes.append(
            Scene.Stroke(
                Path(from: Point(margin, scene.height), to: Point(picture.width - margin, scene.height)),
                colour: Colour(0xBBBBBB), width: 0.4))
        scene.height += 5
        if let legend, legend.height > 0, options.hasLegend {
            scene.add(legend, movedBy: Point(margin, scene.height))
            scene.height += legend.height + 7
        }
        guard options.hasCaption else { return scene }
        scene.add(words, movedBy: Point(margin, scene.height))
        scene.height += words.height + 2
        return scene
    }

    /// An empty picture of the page's width.
    static func picture(_ options: FigureOptions) -> Scene {
        Scene(width: options.width, height: 0, language: options.language, title: "", description: "")
    }
}
