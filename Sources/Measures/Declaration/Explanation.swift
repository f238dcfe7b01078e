import NetworkModel
import Tabular
import Vocabulary

extension Measure {
    /// What is behind an actor's value, as a table: the triads of a brokerage score, the alters of a
    /// constraint, the pairs of a betweenness.
    public struct Explanation: Sendable {
        /// The column whose sum is the value (divided by `divisor`); nil where the value is no sum.
        let sum: String?
        let tabulate: @Sendable (MeasureContext, Int) throws(MilieuError) -> Table
    }

    /// The measure with what is behind its values.
    ///
    /// - Parameters:
    ///   - sum: the column that adds up to the value.
    ///   - rows: from a context and a node.
    func explained(
        sum: String? = nil, by rows: @escaping @Sendable (MeasureContext, Int) throws(MilieuError) -> [Column]
    ) -> Measure {
        var measure = self
        let name = "\(id)-explained"
        measure.explanation = Explanation(sum: sum) { context, node throws(MilieuError) in
            Table(name: name, columns: try rows(context, node))
        }
        return measure
    }
}

/// Columns that explanations share.
enum ExplanationColumns {
    static func field(_ id: String, _ en: String, _ fr: String) -> Field { Field(id, title: Bilingual(en: en, fr: fr)) }

    /// Ids and names of nodes, under `id` and `id_name`.
    static func nodes(_ id: String, _ en: String, _ fr: String, _ nodes: [Int], _ context: MeasureContext) -> [Column] {
        [
            Column(field(id, en, fr), .text(nodes.map { context.view.id(of: $0) })),
            Column(field("\(id)_name", "\(en), name", "\(fr), nom"), .text(nodes.map { context.view.name(of: $0) })),
        ]
    }

    static func alters(_ nodes: [Int], _ context: MeasureContext) -> [Column] {
        self.nodes("alter", "alter", "alter", nodes, context)
    }

    static func numbers(_ id: String, _ en: String, _ fr: String, _ values: [Double?]) -> Column {
        Column(field(id, en, fr), .number(values))
    }

    static func integers(_ id: String, _ en: String, _ fr: String, _ values: [Int?]) -> Column {
        Column(field(id, en, fr), .integer(values))
    }

    static func texts(_ id: String, _ en: String, _ fr: String, _ values: [String?]) -> Column {
        Column(field(id, en, fr), .text(values))
    }
}
