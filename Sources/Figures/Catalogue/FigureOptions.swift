import NetworkModel
import Vocabulary

/// What a researcher chooses of a figure.
public struct FigureOptions: Sendable, Hashable {
    /// What actors are told apart by: with colours, hulls or blocks.
    public enum GroupChoice: Sendable, Hashable {
        /// The sphere of the actor's kind.
        case sphere
        /// The community that the measure `community` puts it in.
        case community
        /// An attribute (a column of the actors' table), or else an actor measure that gives
        /// labels, such as `concor` classes.
        case attribute(String)

        /// `sphere`, `community`, or the name of an attribute or measure.
        public init(_ text: String) {
            switch text {
            case "sphere": self = .sphere
            case "community": self = .community
            default: self = .attribute(text)
            }
        }
    }

    /// How positions are found.
    public enum Layout: String, Sendable, CaseIterable {
        /// Stress up to 1,200 actors in a component, force above.
        case automatic
        /// Distances on the page follow distances in the network.
        case stress
        /// Ties pull, actors repel.
        case force
        /// All actors on one circle, in the order of the input.
        case circle
    }

    /// Of the title, the legend, the caption and all numbers.
    public var language = Language.english
    /// Nil: the dataset's own title.
    public var title: String?
    /// The actor measure that a disc's area shows, or an attribute of numbers where no measure is called so.
    public var sizeBy = "degree"
    /// What actors are coloured by.
    public var colourBy = GroupChoice.sphere
    /// Whether groups differ in shape, too, so that grey print and those who see fewer colours tell each from all others.
    public var tellsByShape = false
    /// The groups that get a shaded hull in the network of actors; nil: none.
    public var hullBy: GroupChoice?
    /// The groups that order a matrix or make a blockmodel; nil: communities in a matrix,
    /// the blocks of CONCOR in a blockmodel.
    public var blocksBy: GroupChoice?
    /// Where discs and labels stand; nil: as the dataset's `positions.csv` says, or the actors' attributes x and y,
    /// and where there are none, as the layout finds.
    public var positions: [DiscPosition]?
    /// The years that stand side by side, each from 1 to 9999; nil: those in which something begins or has just ended,
    /// up to nine.
    public var years: [Int]?
    /// How groups, actors, layers and kinds of tie are drawn in place of what the figure chooses.
    public var look: [LookRow] = []
    /// What a map is drawn over; nil: nothing.
    public var outline: MapOutline?
    /// The id of the actor in the centre of an ego network.
    public var ego: String?
    /// How many rings an ego network has.
    public var steps = 2
    /// How positions are found in the network of actors and in the panels of layers.
    public var layout = Layout.automatic
    /// Of the layout and of where labels go; the same seed draws the same figure.
    public var seed: UInt64 = 1
    /// In points; 16 cm, the width of a printed page's text, unless said.
    public var width = 16 / 2.54 * 72
    /// The sheet that the figure fills, in place of a width; nil: as tall as it comes out.
    public var page: PageFormat?
    /// The family that words are drawn and measured with; nil: Liberation Sans, or what has its widths.
    public var font: String?
    /// What a picture is to fill, with which places are found; nil: 16 cm, as tall as its words ask for.
    var sheet: Point?
    /// The width that places are found with.
    var widthOfPlaces: Double { sheet?.x ?? FigureOptions().width }
    /// Whether long ties are led along others, so that few lines show where many run; for figures whose discs stand where
    /// positions say.
    public var bundlesTies = false
    /// Whether actors without ties stand in a list below the network of actors.
    public var hasIsolates = true
    /// Whether the figure explains its colours, lines and sizes.
    public var hasLegend = true
    /// Whether title, date, numbers, layout and source stand below; where they do not, they still are what a screen
    /// reader is told.
    public var hasCaption = true
    /// How many actors are labelled at most, the most important first; nil: all up to 100 actors,
    /// and 60 of more.
    public var labelLimit: Int?

    /// The figure as the command draws it where nothing else is asked for, in English.
    public init() {}
}
