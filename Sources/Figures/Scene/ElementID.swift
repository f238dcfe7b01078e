import NetworkModel
import Vocabulary

/// What actors, events, ties and labels are called as elements of a figure: a page that shows the figure finds
/// them by it. From the dataset's rows, so that an element is called the same in every view.
public enum ElementID {
    /// The id of an actor's mark.
    ///
    /// - Parameter position: among what the figure shows, for ids that are too long for an element.
    public static func actor(_ id: String, position: Int) -> String { SafeID.make("actor", id, position: position) }

    /// The id of an event's mark.
    ///
    /// - Parameter position: the same.
    public static func event(_ id: String, position: Int) -> String { SafeID.make("event", id, position: position) }

    /// The id of the line from an actor to an event that it took part in.
    ///
    /// - Parameter row: the position among the network's participations.
    public static func participation(_ row: Int) -> String { "participation-\(row + 1)" }

    /// Of the name of what has an element.
    public static func label(of id: String) -> String { "label-" + id }

    /// The class of all elements of a layer.
    static func layerClass(_ layer: Layer) -> String { SafeID.make("layer", layer.rawValue, position: 0) }
}

extension NetworkView {
    /// What the element of a node is called.
    public func elementID(ofNode node: Int) -> String {
        switch nodes[node] {
        case .actor: ElementID.actor(id(of: node), position: node)
        case .event: ElementID.event(id(of: node), position: node)
        }
    }

    /// What the element of a tie is called.
    public func elementID(ofTie position: Int) -> String {
        switch origins[position] {
        case .tie(let row): "tie-\(row + 1)"
        case .participation(let row): ElementID.participation(row)
        case .sharedEvent: "tie-shared-\(position + 1)"
        }
    }
}
