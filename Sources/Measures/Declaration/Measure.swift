import NetworkModel
import Tabular
import Vocabulary

/// The declaration of a measure: everything that the command line, the tables, the codebook and
/// the documentation say of it stands here, and only here.
public struct Measure: Sendable, Identifiable {
    /// Lower-case ASCII snake_case; never renamed. It is the header of the measure's column.
    public let id: String
    /// What lists, tables and figures call it.
    public let name: Bilingual
    /// What one of its values describes.
    public let level: Level
    /// The family whose chapter lists it.
    public let family: Family
    /// LaTeX, without the dollar signs.
    public let formula: String
    /// How to read a value.
    public let reading: Bilingual
    /// What is ours where conventions differ: directions, weights, normalisation, disconnection.
    public let convention: Bilingual
    /// When there is no value; empty where there always is one.
    public let undefined: Bilingual
    /// Where it is defined, the definition that ours follows first.
    public let sources: [Reference]
    /// Where its values can lie; infinite where there is no end.
    public let range: ClosedRange<Double>
    /// What the values are.
    public let type: ValueType
    /// Which way to colour and sort.
    public let polarity: Polarity
    /// What a view must have to be measured.
    public internal(set) var requirements: Set<Requirement>
    /// Of a measure that means nothing among two modes: those that answer its question there.
    public internal(set) var twoModeNamesakes: [String] = []
    /// Which profiles (`--profile`) show it.
    public let profiles: Set<Profile>
    /// Whether a seeded search, a random reference or a choice among equals is behind the value, so
    /// that another seed or order of the actors may give another.
    public let isSeeded: Bool
    /// How it is computed; `values(in:)` and `table(in:)` check the requirements before.
    public let computation: Computation
    /// The measure in other conventions.
    public internal(set) var variants: [Variant] = []
    /// Of a variant: the measure whose convention it changes, and the tools that use it.
    public internal(set) var variantOf: (id: String, tools: [PeerTool])?
    /// What more ties can do to the value; nil where they can do either.
    public internal(set) var growth: Growth?
    /// What is behind an actor's value; nil where nothing can be listed.
    public internal(set) var explanation: Explanation?

    /// What a measure gives.
    public enum Computation: Sendable {
        /// A value for each node or tie of the view, or one for the network.
        case column(@Sendable (MeasureContext) throws(MilieuError) -> Column.Values)
        /// At group level: a table whose rows are groups, pairs of groups, layers or kinds of triad.
        case table(@Sendable (MeasureContext) throws(MilieuError) -> Table)
    }

    /// What a measure is about; the page of measures has a chapter for each.
    public enum Family: String, Sendable, CaseIterable {
        /// Ties of one node, ways to all others, choices received, ways between others, weights by those of neighbours,
        /// currents, nested cores, lengths of ways, and what surrounds a node.
        case degree, closeness, prestige, betweenness, spectral, flow, core, distance, local
        /// Burt: alters that are not tied to one another.
        case structuralHoles = "structural-holes"
        /// Standing between groups; and whether ties join like to like.
        case brokerage, mixing
        /// Whose removal parts, or who reaches, the most.
        case keyPlayers = "key-players"
        /// What an actor can reach through its ties.
        case socialCapital = "social-capital"
        /// Actors and events as two kinds of node.
        case twoMode = "two-mode"
        /// Ties of several layers; alike places; groups found by their density; how tied the whole is; and groups by
        /// definition.
        case multilayer, equivalence, communities, cohesion, subgroups
        /// Whom the alters of an actor are, and how they are tied.
        case egoNetworks = "ego-networks"
        /// How unequal the actors' values are; and counts of all dyads and triads.
        case centralisation, census
    }

    /// What a further tie does to a value, if anything.
    public enum Growth: Sendable {
        /// It never falls with a further tie, or never rises.
        case rises, falls
    }

    /// What the values are: numbers with decimals, counts, numbers that only name (a community, a class), or yes and
    /// no. Labels are stored as whole numbers.
    public enum ValueType: String, Sendable { case number, integer, label, flag }

    /// Whether more is more of what the measure is named for, to colour and sort by.
    public enum Polarity: String, Sendable { case moreIsMore, moreIsLess, neutral }

    /// What the network must have; without it the measure is refused with a remedy.
    public enum Requirement: String, Sendable, CaseIterable {
        // In the order in which they are asked for: whether a measure means anything here comes first.
        /// Events among the nodes, or none; a directed view; the chosen grouping, resource, attribute of numbers or
        /// start; ties in two layers or more; dated ties.
        case twoMode, oneMode, directed, grouping, resource, attribute, start, layers, dates
    }

    /// A choice of measures for a question, the raw value behind `--profile`.
    public enum Profile: String, Sendable, CaseIterable {
        /// Who is central; who plays which part; how the whole is built.
        case centrality, roles, structure
        /// What actors can reach, and how closed their surroundings are.
        case socialCapital = "social-capital"
    }

    /// A measure of actor, tie or network level.
    ///
    /// - Parameter compute: a value for each node or tie of the view in its order, or one for the network; nil where it
    ///   is undefined.
    public init(
        _ id: String, level: Level, family: Family, name: Bilingual, formula: String,
        reading: Bilingual, convention: Bilingual, undefined: Bilingual = Bilingual(""),
        sources: [Reference], range: ClosedRange<Double>, type: ValueType = .number,
        polarity: Polarity = .moreIsMore, requirements: Set<Requirement> = [],
        profiles: Set<Profile> = [], isSeeded: Bool = false,
        compute: @escaping @Sendable (MeasureContext) throws(MilieuError) -> Column.Values
    ) {
        self.init(
            id, level, family, name, formula, reading, convention, undefined, sources, range, type, polarity,
            requirements, profiles, isSeeded, .column(compute))
    }

    /// A measure of group level: its result is a table of its own shape.
    public init(
        table id: String, family: Family, name: Bilingual, formula: String, reading: Bilingual,
        convention: Bilingual, undefined: Bilingual = Bilingual(""), sources: [Reference],
        range: ClosedRange<Double>, polarity: Polarity = .neutral, requirements: Set<Requirement> = [],
        profiles: Set<Profile> = [], isSeeded: Bool = false,
        tabulate: @escaping @Sendable (MeasureContext) throws(MilieuError) -> Table
    ) {
        self.init(
            id, .group, family, name, formula, reading, convention, undefined, sources, range, .number, polarity,
            requirements, profiles, isSeeded, .table(tabulate))
    }

    private init(
        _ id: String, _ level: Level, _ family: Family, _ name: Bilingual, _ formula: String,
        _ reading: Bilingual, _ convention: Bilingual, _ undefined: Bilingual, _ sources: [Reference],
        _ range: ClosedRange<Double>, _ type: ValueType, _ polarity: Polarity,
        _ requirements: Set<Requirement>, _ profiles: Set<Profile>, _ isSeeded: Bool,
        _ computation: Computation
    ) {
        self.id = id
        self.level = level
        self.family = family
        self.name = name
        self.formula = formula
        self.reading = reading
        self.convention = convention
        self.undefined = undefined
        self.sources = sources
        self.range = range
        self.type = type
        self.polarity = polarity
        self.requirements = requirements
        self.profiles = profiles
        self.isSeeded = isSeeded
        self.computation = computation
    }

    /// The measure as a column's header and codebook row.
    public var field: Field {
        func description(_ language: Language) -> String {
            [reading, convention, undefined].map { $0.text(language) }.filter { !$0.isEmpty }
                .joined(separator: " ")
        }
        return Field(
            id, title: name,
            description: Bilingual(en: description(.english), fr: description(.french)), formula: formula,
            references: sources, range: range)
    }
}
