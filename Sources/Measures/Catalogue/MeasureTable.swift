import NetworkModel
import Tabular
import Vocabulary

/// Measures of a view as a table, and those that could not be had.
///
/// - Actor level: a row for each node of the view (in a two-mode view events follow the actors),
///   columns `id,name` and one for each measure.
/// - Tie level: a row for each tie of the view, columns `source,target,kind` and one for each measure.
/// - Network level: a row for each measure, columns `measure,value`.
/// - Group level: the table of one measure, in its own shape.
public struct MeasureTable: Sendable {
    /// In the shape of its level, as above.
    public let table: Table
    /// Those that have a column (at network level a row), in its order; of the tool's convention where one was asked
    /// for.
    public let measures: [Measure]
    /// Left out because the network does not allow them; the error says why and what would help.
    public let skipped: [Skipped]

    /// Those of the measures that are undefined in every row; their declaration says when.
    public var undefinedThroughout: [Measure] {
        measures.filter { measure in
            if measure.level == .network, let row = measures.firstIndex(where: { $0.id == measure.id }) {
                return table.columns[1][row] == .empty
            }
            guard table.rowCount > 0, let column = table.columns.first(where: { $0.field.id == measure.id })
            else { return false }
            return (0..<table.rowCount).allSatisfy { column[$0] == .empty }
        }
    }

    /// A measure that could not be had, and why.
    public struct Skipped: Sendable {
        /// In the convention that was asked for.
        public let measure: Measure
        /// Of cause `usage`.
        public let reason: MilieuError

        /// A measure left out for a reason.
        public init(measure: Measure, reason: MilieuError) {
            self.measure = measure
            self.reason = reason
        }
    }

    init(table: Table, measures: [Measure], skipped: [Skipped]) {
        self.table = table
        self.measures = measures
        self.skipped = skipped
    }

    /// Computes a selection in the order of its ids, or of the catalogue.
    ///
    /// - Throws: `MilieuError` where a measure asked for by name cannot be had, and for a fault of
    ///   the data; a measure that was not named is skipped where the request cannot be met.
    public init(_ selection: MeasureSelection, in context: MeasureContext) throws(MilieuError) {
        let wanted = try selection.measures().map { $0.as(context.options.convention) }
        let level = wanted.first?.level ?? selection.level ?? .actor
        guard level != .group else {
            guard let measure = wanted.first, wanted.count == 1 else {
                let known = MeasureCatalogue.all.filter { $0.level == .group }.map(\.id)
                throw MilieuError(
                    .usage,
                    Bilingual(
                        en: "Measures of groups have tables of their own shape.",
                        fr: "Les mesures de groupes ont des tables d'une forme à elles."),
                    remedy: Bilingual(
                        en: "Ask for one of them: \(known.joined(separator: ", ")).",
                        fr: "Demandez-en une : \(known.joined(separator: ", "))."))
            }
            table = try measure.table(in: context)
            measures = [measure]
            skipped = []
            return
        }
        var (taken, columns, skipped): ([Measure], [Column], [Skipped]) = ([], [], [])
        for measure in wanted {
            do throws(MilieuError) {
                let values = try measure.values(in: context)
                columns.append(Column(measure.field, values))
                taken.append(measure)
            } catch {
                guard !selection.isByName, error.cause == .usage else { throw error }
                skipped.append(Skipped(measure: measure, reason: error))
            }
        }
        table = Table(
            name: "\(level.rawValue)-measures", columns: Self.columns(level, taken, columns, context.view),
            provenance: context.provenance(of: taken))
        measures = taken
        self.skipped = skipped
    }

    private static func columns(
        _ level: Level, _ measures: [Measure], _ columns: [Column], _ view: NetworkView
    ) -> [Column] {
        switch level {
        case .actor, .group:  // A table of groups never comes here.
            let nodes = view.nodes.indices
            return [
                Column(Self.id, .text(nodes.map { view.id(of: $0) })),
                Column(Self.name, .text(nodes.map { view.name(of: $0) })),
            ] + columns
        case .tie:
            let ties = 0..<view.tieCount
            return [
                Column(Self.source, .text(ties.map { view.id(of: Int(view.sources[$0])) })),
                Column(Self.target, .text(ties.map { view.id(of: Int(view.targets[$0])) })),
                Column(Self.kind, .text(ties.map { view.kindID(ofTie: $0) })),
            ] + columns
        case .network:
            return [Column(Self.measure, .text(measures.map(\.id))), Column(Self.value, firstCells(columns))]
        }
    }

    /// The single cells of network measures as one column: numbers, or text where one is text.
    private static func firstCells(_ columns: [Column]) -> Column.Values {
        let cells = columns.map { $0[0] }
        let isText = cells.contains {
            if case .text = $0 { true } else { false }
        }
        if isText {
            return .text(
                cells.map { cell in
                    switch cell {
                    case .empty: nil
                    case .text(let text): text
                    case .number(let number): NumberText.shortest(number)
                    case .integer(let integer): String(integer)
                    case .flag(let flag): String(flag)
                    }
                })
        }
        return .number(
            cells.map { cell in
                switch cell {
                case .empty, .text: nil
                case .number(let number): number
                case .integer(let integer): Double(integer)
                case .flag(let flag): flag ? 1 : 0
                }
            })
    }

    private static let id = Field(
        "id", title: Bilingual(en: "id", fr: "identifiant"),
        description: Bilingual(en: "The id in the input.", fr: "L'identifiant dans les données."))
    private static let name = Field("name", title: Bilingual(en: "name", fr: "nom"))
    private static let source = Field("source", title: Bilingual(en: "source", fr: "source"))
    private static let target = Field("target", title: Bilingual(en: "target", fr: "cible"))
    private static let kind = Field("kind", title: Bilingual(en: "kind of tie", fr: "type de lien"))
    private static let measure = Field("measure", title: Bilingual(en: "measure", fr: "mesure"))
    private static let value: Field = {
        var field = Field("value", title: Bilingual(en: "value", fr: "valeur"))
        field.mixesMeasures = true
        return field
    }()
}
