import Measures
import NetworkModel
import Tabular
import Vocabulary

/// The tables of an export: what the dataset says and what the engine measured, side by side.
///
/// - `actors`: each actor's own columns, then every measure of actor level that the network allows;
/// - `ties`: each tie of the view, its own columns, then every measure of tie level;
/// - `events`, `participation`: where there are any;
/// - `network`: every measure of network level; `layers`: the main ones for each layer alone;
/// - one table for each measure of groups.
struct ExportTables {
    let tables: [Table]
    /// Why measures are not there, in the order of the catalogue.
    let skipped: [MeasureTable.Skipped]

    init(_ context: MeasureContext) throws(MilieuError) {
        let network = context.network
        let actors = try MeasureTable(MeasureSelection(level: .actor), in: context)
        let ties = try MeasureTable(MeasureSelection(level: .tie), in: context)
        let whole = try MeasureTable(MeasureSelection(level: .network), in: context)
        var tables = [
            Self.actors(context, actors.table), Self.ties(context, ties.table), Self.renamed(whole.table, "network"),
        ]
        if let layers = try Self.layers(context) { tables.append(layers) }
        let groups = try Self.groups(context)
        tables += groups.tables
        if !network.events.isEmpty { tables.append(DatasetColumns.events(network)) }
        if !network.participation.isEmpty { tables.append(DatasetColumns.participation(network)) }
        tables += DatasetColumns.beside(network)
        for index in tables.indices where tables[index].provenance == nil {
            tables[index].provenance = context.provenance(of: [])
        }
        self.tables = tables
        skipped = actors.skipped + ties.skipped + whole.skipped + groups.skipped
    }

    /// The dataset's columns and the measures'; rows of events in a two-mode view have only the latter.
    private static func actors(_ context: MeasureContext, _ measured: Table) -> Table {
        let own = DatasetColumns.actors(context.network)
        let rows = context.view.nodes.map { node -> Int? in
            if case .actor(let position) = node { position } else { nil }
        }
        let isWhole = rows.allSatisfy { $0 != nil }
        let known = isWhole ? own.rows(at: rows.compactMap { $0 }).columns : []
        return Table(
            name: "actors", columns: known.isEmpty ? measured.columns : known + measured.columns.dropFirst(2),
            provenance: measured.provenance)
    }

    private static func ties(_ context: MeasureContext, _ measured: Table) -> Table {
        Table(
            name: "ties",
            columns: measured.columns.prefix(3) + DatasetColumns.tieColumns(context.view) + measured.columns.dropFirst(3),
            provenance: measured.provenance)
    }

    private static func groups(
        _ context: MeasureContext
    ) throws(MilieuError) -> (tables: [Table], skipped: [MeasureTable.Skipped]) {
        var (tables, skipped): ([Table], [MeasureTable.Skipped]) = ([], [])
        for measure in MeasureCatalogue.all where measure.level == .group {
            do throws(MilieuError) {
                tables.append(renamed(try measure.table(in: context), measure.id))
            } catch {
                guard error.cause == .usage else { throw error }
                skipped.append(MeasureTable.Skipped(measure: measure, reason: error))
            }
        }
        return (tables, skipped)
    }

    private static func renamed(_ table: Table, _ name: String) -> Table {
        Table(name: name, columns: table.columns, provenance: table.provenance)
    }

    /// What is told of each layer alone; nil where there is but one.
    private static func layers(_ context: MeasureContext) throws(MilieuError) -> Table? {
        let network = context.network
        let layers = Set(network.tieKinds.map(\.layer)).filter { context.view.options.layers?.contains($0) ?? true }
        guard layers.count > 1, !context.view.isTwoMode else { return nil }
        let measures = try layerMeasures.map { id throws(MilieuError) in try MeasureCatalogue.measure(id) }
        var cells: [[Double?]] = measures.map { _ in [] }
        for layer in layers.sorted() {
            var options = context.view.options
            options.layers = [layer]
            let part = MeasureContext(try network.view(options), options: context.options)
            for (place, measure) in measures.enumerated() {
                cells[place].append(try value(measure, in: part))
            }
        }
        let sorted = layers.sorted()
        return Table(
            name: "layers",
            columns: [
                Column(layer, .text(sorted.map(\.rawValue))),
                Column(Field("name_en"), .text(sorted.map(\.name.en))),
                Column(Field("name_fr"), .text(sorted.map(\.name.fr))),
            ] + zip(measures, cells).map { Column($0.field, .number($1)) },
            provenance: context.provenance(of: measures))
    }

    /// Nil also where the layer alone does not allow the measure: an undirected one has no reciprocity.
    private static func value(_ measure: Measure, in context: MeasureContext) throws(MilieuError) -> Double? {
        do throws(MilieuError) {
            return Column(measure.field, try measure.values(in: context)).numbers?.first ?? nil
        } catch {
            guard error.cause == .usage else { throw error }
            return nil
        }
    }

    private static let layer = Field(
        "layer", description: Bilingual(en: "Layer of the kind.", fr: "Couche du type."))
    private static let layerMeasures = [
        "ties", "isolates", "components", "density", "average_degree", "reciprocity", "transitivity",
        "degree_centralization",
    ]
}
