import Measures
import NetworkModel
import Vocabulary

/// Where the discs of a network's figures stand, as rows that a hand can change.
public enum FigurePositions {
    /// The place of every actor that has a tie in the whole network, at whatever layer, date or width the figure was
    /// drawn: x and y in parts of the page's width, to the right and upwards. Read again, they give the same places.
    ///
    /// - Throws: `MilieuError` of cause `usage` where the figure could not be drawn either.
    /// - Complexity: that of the layout.
    public static func rows(context: MeasureContext, options: FigureOptions) throws(MilieuError) -> [DiscPosition] {
        let look = try NetworkLook(context, options)
        let places = try DiscPlaces(context, look, options)
        return places.kept(context.network, options.positions ?? context.network.beside.positions)
    }
}
