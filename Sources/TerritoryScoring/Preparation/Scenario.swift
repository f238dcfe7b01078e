import NetworkModel
import Vocabulary

/// A territory within one window and one perimeter, entities apart or merged: all that the
/// indicators read, found once, so that a draw only has to say which ties are there.
///
/// A node is an actor of the code; a merged entity's node is its parent's.
struct Scenario: Sendable {
    struct Settings: Sendable, Hashable {
        var window: Window
        var windowYears: Int
        /// Position among the code's perimeters.
        var perimeter = 0
        var isMerged = false
        /// Layers in which a directed tie can be returned.
        var returnableLayers: Set<Layer>
        /// How soon after an exposure a cooperation or an activity counts as its conversion.
        var conversionMonths: Int
        /// κ of `intensity`.
        var partnerScale: Double

        func with(window: Window, years: Int, perimeter: Int, isMerged: Bool) -> Settings {
            var settings = self
            (settings.window, settings.windowYears) = (window, years)
            (settings.perimeter, settings.isMerged) = (perimeter, isMerged)
            return settings
        }
    }

    /// A tie that some indicator may read.
    struct Link: Sendable, Hashable {
        /// Position among the code's ties.
        var tie: Int32
        var source: Int32
        var target: Int32
        /// Position among `pairs`, for a tie of knowledge among `knowledgePairs`.
        var pair: Int32 = -1
        /// For a tie of interaction that can be returned, position among `arcs`.
        var arc: Int32 = -1
        var layer: UInt8
        var isDirected: Bool
        var weight: Double
        var standing: Standing
    }

    struct Seat: Sendable, Hashable {
        var node: Int32
        var event: Int32
        /// The actor of the code that took part.
        var actor: Int32
        /// How many of the node were there, at most its weight.
        var heads: Int32 = 1
        /// Whether nobody told of it.
        var isDrawn = false
    }

    struct Pair: Sendable, Hashable {
        var low: Int32
        var high: Int32
    }

    struct Arc: Sendable, Hashable {
        var source: Int32
        var target: Int32
        /// Position of the arc back; −1 where no tie runs back.
        var back: Int32 = -1
    }

    var code: TerritoryCode
    let settings: Settings
    /// By actor of the code: its node; −1 where the actor does not hold in the window.
    let nodeOf: [Int32]
    /// By actor of the code, where it holds: a node is on its own side.
    let isInside: [Bool]
    let isOutside: [Bool]
    /// By actor of the code: the organisation or group that it belongs to, named by its head.
    let groupOf: [Int32]
    /// By node: how many it stands for (`members`; 1 where that is not told).
    let weights: [Int]
    /// Whether some node stands for several.
    let hasCollectives: Bool
    /// Inside actors that were there at some day of the window, those that have ended since among them.
    let everInside: [Int32]
    /// Present ties of knowledge with an inside end.
    let knowledge: [Link]
    let knowledgeSeats: [Seat]
    /// Ties of the surveyed layers of interaction between two inside nodes, of any standing.
    let interaction: [Link]
    let interactionSeats: [Seat]
    let pairs: [Pair]
    let arcs: [Arc]
    /// Whether some fact is told by several pairs.
    let hasSharedFacts: Bool
    let knowledgePairs: [Pair]
    /// By pair of knowledge, the first of its ties: all of them pass knowledge on together.
    let knowledgePairTies: [Int32]
    /// Present ties of finance that an inside node receives.
    var finance: [Link]
    /// Present ties of governance or membership towards an inside node.
    var governance: [Link]
    let exposures: ExposureList
    /// When cooperations and the activities of parents began, in order.
    let starts: Starts
    let sectors: SectorDepth
    let knowledgeArcs: KnowledgeArcs
    /// What the closure expected by chance is, relative to its approximation.
    var calibration = ClosureCalibration()
    /// The same of the overlap of layers.
    var overlapCalibration = 1.0
    /// Where a draw completes what people were asked for, what became of the knowledge of the others.
    var hiddenConversion: HiddenConversion?

    /// By tie of the code: what reads it here; nothing, where no indicator does.
    func readsOfTies() -> [Reads] {
        var reads = [Reads](repeating: [], count: code.ties.count)
        for link in knowledge { reads[Int(link.tie)].insert(.knowledgeTies) }
        let starting = Set(starts.cooperations.ties)
        for link in interaction {
            reads[Int(link.tie)].insert(link.standing.isPresent ? .interactionTies : .latentTies)
            if starting.contains(link.tie) { reads[Int(link.tie)].insert(.starts) }
        }
        for link in finance + governance { reads[Int(link.tie)].insert(.support) }
        return reads
    }

    var nodeCount: Int { code.actors.count }
    var window: Window { settings.window }
}
