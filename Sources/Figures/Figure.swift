import Measures
import Vocabulary

/// The declaration of a figure: what lists, the command line and the documentation say of it.
public struct Figure: Sendable, Identifiable {
    /// Lower-case ASCII snake_case; never renamed.
    public let id: String
    public let name: Bilingual
    /// What it shows, and how to read it.
    public let reading: Bilingual
    /// What the network must have for it, beside actors; empty: nothing.
    public let needs: Bilingual
    private let make: @Sendable (MeasureContext, FigureOptions) throws(MilieuError) -> Scene

    public init(
        _ id: String, name: Bilingual, reading: Bilingual, needs: Bilingual = Bilingual(""),
        make: @escaping @Sendable (MeasureContext, FigureOptions) throws(MilieuError) -> Scene
    ) {
        (self.id, self.name, self.reading, self.needs, self.make) = (id, name, reading, needs, make)
    }

    /// Decides everything about the figure but the file format.
    ///
    /// - Throws: `MilieuError` of cause `usage` where an option names what is not there, or where
    ///   the network lacks what the figure needs.
    public func draw(
        context: MeasureContext, options: FigureOptions = FigureOptions()
    ) throws(MilieuError) -> Scene {
        guard options.width >= 150, options.width <= 4000 else {
            throw MilieuError(
                .usage, "A figure cannot be \(options.width) points wide.",
                remedy: "Choose a width from 150 to 4000 points; 16 cm are 453.5.")
        }
        return try make(context, options)
    }
}
