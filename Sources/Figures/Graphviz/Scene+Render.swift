import Vocabulary

extension Scene {
    /// Draws the scene, in memory.
    ///
    /// Every format is the same byte for byte for the same scene and the same version of Graphviz and its libraries;
    /// PDF and EPS have their fonts embedded; EPS, which knows none, has no transparency; PNG and TIFF say how many dots
    /// they have to the inch, so that a word processor shows them at their size.
    ///
    /// - Parameter idPrefix: stands before every id of an SVG, so that a page can hold several
    ///   figures; ASCII letters, digits and hyphens.
    /// - Parameter dotsPerInch: of a PNG or a TIFF.
    /// - Throws: `MilieuError` of cause `fault` where Graphviz fails, with what it said.
    /// - Complexity: O(elements). One figure is drawn at a time in a process.
    public func render(_ format: ImageFormat, idPrefix: String = "", dotsPerInch: Int = printResolution)
        throws(MilieuError)
        -> [UInt8]
    {
        let image = try GraphvizGraph.draw(as: format.graphvizName) { (graph) throws(MilieuError) in
            var drawing = SceneDrawing(scene: self, format: format, idPrefix: idPrefix, dotsPerInch: dotsPerInch)
            try drawing.draw(on: &graph)
        }
        return switch format {
        case .svg: ScreenSVG(self, idPrefix: idPrefix).finished(image)
        case .png: PNGResolution.tagged(image, dotsPerInch: dotsPerInch)
        case .pdf: DatelessPDF.finished(image)
        case .tiff: try TIFFImage(png: image).bytes(dotsPerInch: dotsPerInch)
        case .eps: DatelessEPS.finished(image)
        case .dot: image
        }
    }

    /// Dots to the inch that print asks for.
    public static let printResolution = 300
}

extension ImageFormat {
    /// What Graphviz is asked for. Its own EPS has no letters beyond Latin-1 and no fonts; that of cairo has.
    fileprivate var graphvizName: String {
        switch self {
        case .svg, .pdf, .png, .dot: rawValue
        case .eps: "eps:cairo"
        case .tiff: ImageFormat.png.rawValue
        }
    }
}
