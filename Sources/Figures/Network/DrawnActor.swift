import Measures
import NetworkModel
import Vocabulary

/// An actor (or an event) as the sociogram draws it: for programs that draw the network further.
public struct DrawnActor: Sendable {
    /// Of the actor; nil for an event.
    public let actor: Int?
    /// Of the event; nil for an actor.
    public let event: Int?
    /// To the right, in points.
    public let x: Double
    /// Upward, as in programs that draw networks, in points.
    public let y: Double
    /// The width of its disc in points.
    public let size: Double
    /// Of its group.
    public let colour: Colour

    /// The actors of a view at the places, in the sizes and in the colours of the figure `sociogram`.
    ///
    /// - Throws: `MilieuError` where the options name a measure or attribute that there is not.
    public static func all(_ context: MeasureContext, _ options: FigureOptions) throws(MilieuError) -> [DrawnActor] {
        var look = try NetworkLook(context, options)
        let arrangement = try DiscPlaces(context, look, options).arranged(&look, options)
        return context.view.nodes.enumerated().map { place, node in
            let centre = arrangement.discs[place].centre
            let (actor, event): (Int?, Int?) =
                switch node {
                case .actor(let position): (position, nil)
                case .event(let position): (nil, position)
                }
            return DrawnActor(
                actor: actor, event: event, x: centre.x, y: arrangement.height - centre.y,
                size: 2 * look.nodes[place].radius,
                colour: look.nodes[place].colour)
        }
    }
}
