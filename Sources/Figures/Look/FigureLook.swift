import Vocabulary

/// What a researcher says of how a figure looks: of single groups, actors and ties, and of the figure as a whole.
public struct FigureLook: Sendable, Hashable {
    /// What a row can say of the whole figure; its value stands where others have a group's or an actor's.
    public enum Setting: String, Sendable, CaseIterable {
        /// The sheet that it fills: `a4`, `170x240`.
        case page
        /// Whether the sheet lies on its longer side: `landscape`, or `portrait`.
        case orientation
        /// The family of its letters.
        case font
        /// The measure or attribute of numbers that a disc's area shows.
        case size
        /// How many actors have their names.
        case labels
        /// Whether actors without ties are shown, below the others.
        case isolates
        /// Whether long ties are led along others.
        case bundle
        /// Whether it explains its colours, lines and sizes.
        case legend
        /// Whether title, numbers and source stand below it.
        case caption
    }

    /// One for each group, actor, layer or kind of tie that is not left to the figure.
    public var rows: [LookRow] = []
    /// Nil: said nowhere.
    public var page: String?
    /// Nil: as the page's name says.
    public var orientation: PageFormat.Orientation?
    /// Nil: said nowhere.
    public var font: String?
    /// Nil: said nowhere.
    public var sizeBy: String?
    /// Nil: said nowhere.
    public var labelLimit: Int?
    /// Nil: said nowhere.
    public var hasIsolates: Bool?
    /// Nil: said nowhere.
    public var bundlesTies: Bool?
    /// Nil: said nowhere.
    public var hasLegend: Bool?
    /// Nil: said nowhere.
    public var hasCaption: Bool?

    /// Everything is left to the figure.
    public init() {}

    /// Takes over what is said, and leaves the rest of the options as it is.
    ///
    /// - Throws: `MilieuError` of cause `usage` where the page is none.
    public func apply(to options: inout FigureOptions) throws(MilieuError) {
        options.look = rows
        if let page {
            options.page = try PageFormat(page, orientation)
        } else if let orientation {
            options.page = try PageFormat("a4", orientation)
        }
        if let font { options.font = font }
        if let sizeBy { options.sizeBy = sizeBy }
        if let labelLimit { options.labelLimit = labelLimit }
        if let hasIsolates { options.hasIsolates = hasIsolates }
        if let bundlesTies { options.bundlesTies = bundlesTies }
        if let hasLegend { options.hasLegend = hasLegend }
        if let hasCaption { options.hasCaption = hasCaption }
    }
}
