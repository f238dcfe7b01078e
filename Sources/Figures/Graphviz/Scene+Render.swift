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
        if format == .svg { return try screenSVG(idPrefix: idPrefix) }
        let image = try GraphvizGraph.draw(as: format.graphvizName) { (graph) throws(MilieuError) in
            var drawing = SceneDrawing(scene: self, format: format, idPrefix: idPrefix, dotsPerInch: dotsPerInch)
            try drawing.draw(on: &graph)
        }
        return switch format {
        case .png: PNGResolution.tagged(image, dotsPerInch: dotsPerInch)
        case .pdf: DatelessPDF.finished(image)
        case .tiff: try TIFFImage(png: image).bytes(dotsPerInch: dotsPerInch)
        case .eps: DatelessEPS.finished(image)
        case .dot, .svg: image
        }
    }

    /// How many elements Graphviz draws at once into an SVG.
    static let elementsAtOnce = 20_000

    /// Part by part, one behind the other in one document.
    func screenSVG(idPrefix: String, atOnce: Int = elementsAtOnce) throws(MilieuError) -> [UInt8] {
        var document = ScreenSVG(self, idPrefix: idPrefix)
        let parts = ScenePart.parts(of: self, most: atOnce)
        for (place, part) in parts.enumerated() {
            var identities = DrawnIdentities()
            let image = try GraphvizGraph.draw(as: ImageFormat.svg.graphvizName) { (graph) throws(MilieuError) in
                var drawing = SceneDrawing(
                    scene: self, part: part, format: .svg, idPrefix: idPrefix, dotsPerInch: Self.printResolution)
                try drawing.draw(on: &graph)
                identities = drawing.identities
            }
            document.add(image, identities, isFirst: place == 0, isLast: place == parts.count - 1)
        }
        return document.bytes
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
