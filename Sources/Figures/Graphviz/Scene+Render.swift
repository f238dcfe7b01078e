import Vocabulary

extension Scene {
    /// Draws the scene, in memory.
    ///
    /// Every format is the same byte for byte for the same scene and the same version of Graphviz and its libraries;
    /// PDF has its fonts embedded; PNG has 300 dots to the inch.
    ///
    /// - Parameter idPrefix: stands before every id of an SVG, so that a page can hold several
    ///   figures; ASCII letters, digits and hyphens.
    /// - Throws: `MilieuError` of cause `fault` where Graphviz fails, with what it said.
    /// - Complexity: O(elements). One figure is drawn at a time in a process.
    public func render(_ format: ImageFormat, idPrefix: String = "") throws(MilieuError) -> [UInt8] {
        let image = try GraphvizGraph.draw(as: format.rawValue) { (graph) throws(MilieuError) in
            var drawing = SceneDrawing(scene: self, format: format, idPrefix: idPrefix)
            try drawing.draw(on: &graph)
        }
        return switch format {
        case .svg: ScreenSVG(self, idPrefix: idPrefix).finished(image)
        case .pdf: DatelessPDF.finished(image)
        case .png, .dot: image
        }
    }
}
