import Vocabulary

extension Scene {
    /// Draws the scene, in memory.
    ///
    /// Every format is the same byte for byte for the same scene and the same version of Graphviz and its libraries;
    /// PDF has its fonts embedded; PNG says how many dots it has to the inch, so that a word processor shows it at its
    /// size.
    ///
    /// - Parameter idPrefix: stands before every id of an SVG, so that a page can hold several
    ///   figures; ASCII letters, digits and hyphens.
    /// - Parameter dotsPerInch: of a PNG.
    /// - Throws: `MilieuError` of cause `fault` where Graphviz fails, with what it said.
    /// - Complexity: O(elements). One figure is drawn at a time in a process.
    public func render(_ format: ImageFormat, idPrefix: String = "", dotsPerInch: Int = printResolution) throws(MilieuError)
        -> [UInt8]
    {
        let image = try GraphvizGraph.draw(as: format.rawValue) { (graph) throws(MilieuError) in
            var drawing = SceneDrawing(scene: self, format: format, idPrefix: idPrefix, dotsPerInch: dotsPerInch)
            try drawing.draw(on: &graph)
        }
        return switch format {
        case .svg: ScreenSVG(self, idPrefix: idPrefix).finished(image)
        case .png: PNGResolution.tagged(image, dotsPerInch: dotsPerInch)
        case .pdf: DatelessPDF.finished(image)
        case .dot: image
        }
    }

    /// Dots to the inch that print asks for.
    public static let printResolution = 300
}
