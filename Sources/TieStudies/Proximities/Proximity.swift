import GraphKernels
import Measures
import NetworkModel
import Tabular
import Vocabulary

/// The declaration of a proximity: how near two actors are in one respect. Lists, tables and models read it and nothing
/// else, as they do of a measure.
public struct Proximity: Sendable, Identifiable {
    /// In which respect (Boschma 2005, Regional Studies 39(1), 61–74).
    public enum Dimension: String, Sendable, CaseIterable {
        /// In space; in what they know; by who owns them; by the rules that they live under; by partners and common past.
        case geographic, cognitive, organisational, institutional, social

        /// In words.
        public var name: Bilingual {
            switch self {
            case .geographic: Bilingual(en: "geographic", fr: "géographique")
            case .cognitive: Bilingual(en: "cognitive", fr: "cognitive")
            case .organisational: Bilingual(en: "organisational", fr: "organisationnelle")
            case .institutional: Bilingual(en: "institutional", fr: "institutionnelle")
            case .social: Bilingual(en: "social", fr: "sociale")
            }
        }
    }

    /// Lower-case ASCII snake_case: the header of its column and its name in models.
    public let id: String
    /// Of its respect.
    public let dimension: Dimension
    /// What lists and figures call it.
    public let name: Bilingual
    /// How a value is made and read.
    public let reading: Bilingual
    /// When there is no value.
    public let undefined: Bilingual
    /// Of its values; nil: a count or yes and no.
    public let unit: Bilingual?
    /// Where its values can lie.
    public let range: ClosedRange<Double>
    /// Where it is from.
    public let source: Reference

    /// What a pair of nodes of a view has.
    let prepare: @Sendable (ProximityContext) throws(MilieuError) -> (Int, Int) -> Double?

    /// The column of its values.
    public var field: Field {
        Field(id, title: name, description: reading, unit: unit, references: [source], range: range)
    }

    /// Its numbers over the nodes of a view. Nodes are left out one by one, those of most undefined pairs first, until
    /// all pairs of the others have a number.
    ///
    /// - Throws: `MilieuError` where fewer than three are left.
    /// - Complexity: O(actors²), and O(actors) for each left out.
    public func numbers(in context: MeasureContext) throws(MilieuError) -> PairNumbers {
        let value = try prepare(ProximityContext(context))
        let size = context.view.nodes.count
        var matrix = SquareMatrix(size: size)
        var lacking = [Int](repeating: 0, count: size)
        var isDefined = [Bool](repeating: true, count: size * size)
        for i in 0..<size {
            for j in 0..<size where i != j {
                guard let number = value(i, j) else {
                    lacking[i] += 1
                    lacking[j] += 1
                    isDefined[i * size + j] = false
                    continue
                }
                matrix[i, j] = number
            }
        }
        var known = [Bool](repeating: true, count: size)
        while let worst = (0..<size).filter({ known[$0] }).max(by: { lacking[$0] < lacking[$1] }), lacking[worst] > 0 {
            known[worst] = false
            for other in 0..<size where other != worst {
                if !isDefined[worst * size + other] { lacking[other] -= 1 }
                if !isDefined[other * size + worst] { lacking[other] -= 1 }
            }
        }
        guard known.count(where: { $0 }) > 2 else {
            throw MilieuError(
                .usage, "\(id) is known of fewer than three actors. \(undefined.en)",
                remedy: "Fill what it is made of, or leave it out.")
        }
        return PairNumbers(matrix, known: known)
    }
}
