import Tabular
import Vocabulary

/// A parameter of the method as outputs echo it.
public struct MethodParameter: Sendable, Hashable {
    /// As the method file has it, after its table: `uncertainty.draws`.
    public let name: String
    /// Typed as the method file has it.
    public let value: Value

    /// What a parameter can be.
    public enum Value: Sendable, Hashable {
        /// A word.
        case text(String)
        /// A finite number.
        case number(Double)
        /// A whole number.
        case integer(Int)
        /// Yes or no.
        case flag(Bool)
        /// From the first number to the second, which is not below it.
        case range(Double, Double)
        /// Words in order.
        case texts([String])
    }

    init(_ name: String, _ value: Value) {
        self.name = name
        self.value = value
    }

    /// As the method file writes it.
    public var text: String {
        switch value {
        case .text(let text): text
        case .number(let number): NumberText.shortest(number)
        case .integer(let number): String(number)
        case .flag(let flag): flag ? "true" : "false"
        case .range(let low, let high): NumberText.interval(low...high)
        case .texts(let texts): "[" + texts.joined(separator: ", ") + "]"
        }
    }
}

extension ScoringMethod {
    /// Every parameter by its name in the file, in the file's order.
    public var parameters: [MethodParameter] {
        let top: [MethodParameter] = [
            .init("id", .text(id)), .init("version", .text(version)), .init("threshold", .number(threshold)),
            .init("threshold_range", .range(thresholdRange.lowerBound, thresholdRange.upperBound)),
            .init("certainty", .number(certainty)), .init("window_years", .integer(windowYears)),
            .init("window_range", .range(Double(windowRange.lowerBound), Double(windowRange.upperBound))),
            .init("cascade_probability", .number(cascadeProbability)),
            .init("cascade_range", .range(cascadeRange.lowerBound, cascadeRange.upperBound)),
            .init("partner_scale", .number(partnerScale)),
            .init("partner_range", .range(partnerRange.lowerBound, partnerRange.upperBound)),
            .init("conversion_months", .integer(conversionMonths)),
            .init("returnable_layers", .texts(returnableLayers.sorted().map(\.rawValue))),
            .init("aggregation", .text(aggregation.rawValue)), .init("floor", .number(floor)),
            .init("needed_coverage", .number(neededCoverage)), .init("uncertainty.draws", .integer(draws)),
            .init("uncertainty.precision", .number(precision)),
            .init("uncertainty.draws_per_look", .integer(drawsPerLook)),
            .init("uncertainty.sobol_rows", .integer(sobolRows)),
            .init("uncertainty.sobol_precision", .number(sobolPrecision)),
            .init("uncertainty.bootstrap", .integer(bootstrap)),
            .init("uncertainty.null_draws", .integer(nullDraws)),
            .init("uncertainty.chance_territories", .integer(chanceTerritories)),
            .init("uncertainty.concentration", .number(concentration)),
            .init("uncertainty.documents_share", .range(documentsShare.lowerBound, documentsShare.upperBound)),
            .init("uncertainty.recall_chance", .range(recallChance.lowerBound, recallChance.upperBound)),
        ]
        let switches = Factor.allCases.map { MethodParameter("factors.\($0.rawValue)", .flag(factors.contains($0))) }
        let dimensions = Dimension.allCases.map { MethodParameter("dimensions.\($0.rawValue)", .number(weight($0))) }
        let indicators = IndicatorCatalogue.all.map { MethodParameter("indicators.\($0.id)", .number(weight($0))) }
        return top + switches + dimensions + indicators
    }

    /// What is not as in Milieu's own method, but for how much was drawn.
    public var changes: [(name: String, value: String, standard: String)] {
        guard let standard = try? Self.standard() else { return [] }
        let amounts = [
            "uncertainty.draws", "uncertainty.precision", "uncertainty.draws_per_look", "uncertainty.sobol_rows",
            "uncertainty.sobol_precision", "uncertainty.null_draws",
        ]
        return zip(parameters, standard.parameters).compactMap { own, other in
            own == other || amounts.contains(own.name) ? nil : (own.name, own.text, other.text)
        }
    }
}
