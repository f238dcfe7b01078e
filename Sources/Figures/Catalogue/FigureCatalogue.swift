import Vocabulary

/// Every figure, in the order in which lists show them. A new figure is one file and one line here.
public enum FigureCatalogue {
    /// One by one; no id stands twice.
    public static let all: [Figure] = [
        Sociogram.figure,
        EgoNetwork.figure,
        LayerPanels.figure,
        YearPanels.figure,
        MapFigure.figure,
        DensityFigure.figure,
        AdjacencyMatrix.figure,
        Blockmodel.figure,
        Timeline.figure,
        Plane.figure,
        Profile.figure,
    ]

    /// The figure of an id.
    ///
    /// - Throws: `MilieuError` of cause `usage`, with the nearest known id and all there are.
    public static func figure(_ id: String) throws(MilieuError) -> Figure {
        if let known = all.first(where: { $0.id == id }) { return known }
        let nearest = NearestMatch.hint(id, in: all.map(\.id))
        throw MilieuError(
            .usage, "There is no figure \"\(PlainText.cleaned(id, limit: 60))\".",
            remedy: nearest + "There are: \(all.map(\.id).joined(separator: ", ")).")
    }
}
