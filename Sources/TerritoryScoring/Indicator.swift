import Vocabulary

/// The declaration of a scoring indicator: everything that tables, pages and the codebook say of it
/// stands here, and only here. A new one is one file in `Indicators` and one line in
/// `IndicatorCatalogue`.
public struct Indicator: Sendable, Identifiable {
    /// Lower-case ASCII snake_case; never renamed.
    public let id: String
    /// The side of an axis that it counts for.
    public let dimension: Dimension
    /// What tables and pages call it.
    public let name: Bilingual
    /// LaTeX, without the dollar signs.
    public let formula: String
    /// How to read a value. Every indicator is in [0, 1], and more is more.
    public let reading: Bilingual
    /// When there is no value.
    public let undefined: Bilingual
    /// The tables and columns that it reads: what to fill where it is undefined.
    public let needs: Bilingual
    /// The sources of the construct; the operationalisation is Milieu's.
    public let sources: [Reference]
    /// Where nothing of it changed, nor which actors are there, the value is what it was.
    let reads: Reads
    let compute: @Sendable (Situation) -> IndicatorValue

    /// That of its dimension.
    public var axis: Axis { dimension.axis }

    init(
        _ id: String, _ dimension: Dimension, name: Bilingual, formula: String, reading: Bilingual,
        undefined: Bilingual, needs: Bilingual, sources: [Reference], reads: Reads,
        compute: @escaping @Sendable (Situation) -> IndicatorValue
    ) {
        self.id = id
        self.dimension = dimension
        self.name = name
        self.formula = formula
        self.reading = reading
        self.undefined = undefined
        self.needs = needs
        self.sources = sources
        self.reads = reads
        self.compute = compute
    }
}
