import Tabular
import Vocabulary

extension Measure {
    /// A measure in another convention: a number of its own beside the measure's, asked for by its id,
    /// or by the tool that gives it (`--as`).
    public struct Variant: Sendable {
        /// What follows the measure's id: `closeness` and `inward` make `closeness_inward`.
        let suffix: String
        /// What follows the measure's name.
        let name: Bilingual
        /// The tools whose number it is.
        public let tools: [PeerTool]
        /// All that is to be known of it: what differs and what does not.
        let convention: Bilingual
        /// Nil, here and below: as the measure.
        let undefined: Bilingual?
        let formula: String?
        let range: ClosedRange<Double>?
        let type: ValueType?
        let isSeeded: Bool
        let readsWeights: WeightReading?
        let compute: @Sendable (MeasureContext) throws(MilieuError) -> Column.Values

        init(
            _ suffix: String, _ name: Bilingual, tools: [PeerTool] = [], formula: String? = nil,
            convention: Bilingual, undefined: Bilingual? = nil, range: ClosedRange<Double>? = nil,
            type: ValueType? = nil, isSeeded: Bool = false, readsWeights: WeightReading? = nil,
            compute: @escaping @Sendable (MeasureContext) throws(MilieuError) -> Column.Values
        ) {
            self.suffix = suffix
            self.name = name
            self.tools = tools
            self.formula = formula
            self.convention = convention
            self.undefined = undefined
            self.range = range
            self.type = type
            self.isSeeded = isSeeded
            self.readsWeights = readsWeights
            self.compute = compute
        }
    }

    /// The measure with conventions beside its own.
    func offering(_ variants: [Variant]) -> Measure {
        var measure = self
        measure.variants += variants
        return measure
    }

    /// The measure, of which is known what a further tie does to it.
    func growing(_ growth: Growth) -> Measure {
        var measure = self
        measure.growth = growth
        return measure
    }

    /// The measure, whose value follows `MeasureOptions.weights`.
    func readingWeights() -> Measure { reading(.asAsked) }

    /// The measure, whose value is one of strengths whatever the options say.
    func readingStrengths() -> Measure { reading(.always) }

    private func reading(_ weights: WeightReading) -> Measure {
        var measure = self
        measure.readsWeights = weights
        return measure
    }

    /// The measure, which compares pairs of nodes of one mode as if they could be tied: refused in a two-mode view.
    ///
    /// - Parameter namesakes: the measures that answer its question there.
    func ofOneMode(namesakes: String...) -> Measure {
        var measure = self
        measure.requirements.insert(.oneMode)
        measure.twoModeNamesakes = namesakes
        return measure
    }

    /// A variant as a measure: everything that its declaration does not change is the measure's.
    public func measure(of variant: Variant) -> Measure {
        var measure = Measure(
            id + "_" + variant.suffix, level: level, family: family,
            name: Bilingual(en: "\(name.en), \(variant.name.en)", fr: "\(name.fr), \(variant.name.fr)"),
            formula: variant.formula ?? formula, reading: reading, convention: variant.convention,
            undefined: variant.undefined ?? undefined, sources: sources, range: variant.range ?? range,
            type: variant.type ?? type, polarity: polarity, requirements: requirements,
            isSeeded: variant.isSeeded, compute: variant.compute)
        measure.variantOf = (id, variant.tools)
        measure.readsWeights = variant.readsWeights ?? readsWeights
        measure.twoModeNamesakes = twoModeNamesakes
        return measure
    }

    /// Whether the tool's number is known to be another.
    public func isVaried(by tool: PeerTool) -> Bool { variants.contains { $0.tools.contains(tool) } }

    /// The measure as another tool computes it, under its own id; itself where the tool agrees, or
    /// where its convention is not known to differ.
    public func `as`(_ tool: PeerTool?) -> Measure {
        guard let tool, let variant = variants.first(where: { $0.tools.contains(tool) }) else { return self }
        let other = measure(of: variant)
        var varied = Measure(
            id, level: level, family: family,
            name: Bilingual(en: "\(name.en) (as \(tool.name))", fr: "\(name.fr) (comme \(tool.name))"),
            formula: other.formula, reading: reading,
            convention: Bilingual(
                en: "As \(tool.name): \(other.convention.en)", fr: "Comme \(tool.name) : \(other.convention.fr)"),
            undefined: other.undefined, sources: sources, range: other.range, type: other.type, polarity: polarity,
            requirements: requirements, profiles: profiles, isSeeded: other.isSeeded, compute: variant.compute)
        varied.twoModeNamesakes = twoModeNamesakes
        varied.readsWeights = other.readsWeights
        return varied
    }
}
