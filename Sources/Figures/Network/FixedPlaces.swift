/// Where the nodes of a view stand, and what is known of their labels.
struct FixedPlaces: Sendable {
    /// By node, in parts of the page's width, y downwards; nil: it stands in the list below.
    var places: [Point?]
    /// Of what they fill, in parts of the page's width.
    var height: Double
    /// By node, where a hand wants the label.
    var sides: [LabelSide?]
    /// By node, how far its disc reached when its place was found, on a page of the standard width.
    var keptRadii: [Double?]
    /// By node, the label that it had when its place was found, on a page of the standard width.
    var keptLabels: [(fontSize: Double, text: LabelCandidate)?]
}
