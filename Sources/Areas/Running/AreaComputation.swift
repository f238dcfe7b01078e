import Files
import Interchange
import Measures
import NetworkModel
import Tabular
import TerritoryScoring
import Vocabulary

/// Computes what a plan asks of one area after another.
///
/// An area is a dataset like any other: its own actors are inside, those that ties and events lead to are outside. It is
/// read, viewed, measured and scored by the same code. Measures are of the network within: the actors inside and the
/// ties between them.
public struct AreaComputation: Sendable {
    let job: AreaJob
    let plan: AreaPlan
    private let method: ScoringMethod
    private let dataset: AreaDataset
    private let names: [String: PreparedArea]
    private let plain: PlainAreas

    /// Reads what all areas share.
    ///
    /// - Throws: `MilieuError` where a shared table was changed, or the method file has errors.
    public init(_ job: AreaJob, _ plan: AreaPlan) throws(MilieuError) {
        (self.job, self.plan) = (job, plan)
        method = try plan.scoringMethod()
        let shared = try job.shared()
        names = Dictionary(job.areas.map { ($0.code, $0) }, uniquingKeysWith: { first, _ in first })
        let dataset = AreaDataset(manifest: job.manifest, shared: shared)
        (self.dataset, plain) = (dataset, PlainAreas(dataset))
    }

    /// The lines of an area: its results, or what is wrong with it, and last a hash of them.
    func lines(_ rows: AreaRows) -> [UInt8] {
        var lines = AreaResult.Lines(area: rows.code)
        do {
            try compute(rows, &lines)
        } catch {
            lines = AreaResult.Lines(area: rows.code)
            let ties = rows.count(of: .tie)
            lines.add(.failed, AreaResult.failure(rows.code, names[rows.code]?.name, error, ties: ties))
        }
        return lines.finish()
    }

    private func compute(_ rows: AreaRows, _ lines: inout AreaResult.Lines) throws(MilieuError) {
        guard let area = names[rows.code] else {
            throw MilieuError(
                .data, Bilingual(en: "The job has no such area.", fr: "Le travail n'a pas cette zone."),
                remedy: Bilingual(en: "Prepare the job anew.", fr: "Préparez de nouveau le travail."))
        }
        guard rows.count(of: .actor) == area.actors else {
            throw MilieuError(
                .data,
                Bilingual(
                    en: "Of \(area.actors) actors of the area, \(rows.count(of: .actor)) rows came.",
                    fr: "Sur \(area.actors) acteurs de la zone, \(rows.count(of: .actor)) lignes sont arrivées."),
                remedy: Bilingual(
                    en: "Run it anew; the rows were lost on their way.",
                    fr: "Relancez ; les lignes se sont perdues en chemin."))
        }
        guard rows.count(of: .tie) == area.tiesWithin + area.tiesAcross else {
            throw MilieuError(
                .data,
                Bilingual(
                    en: "Of \(area.tiesWithin + area.tiesAcross) ties of the area, \(rows.count(of: .tie)) rows came.",
                    fr:
                        "Sur \(area.tiesWithin + area.tiesAcross) liens de la zone, \(rows.count(of: .tie)) lignes sont arrivées."
                ),
                remedy: Bilingual(
                    en: "Run it anew; the rows were lost on their way.",
                    fr: "Relancez ; les lignes se sont perdues en chemin."))
        }
        let network = try network(area, rows)
        let score = try plan.isScored ? self.score(network) : nil
        var options = ViewOptions()
        options.insideOnly = true
        // An area of participations alone is measured as its two modes, any other by its ties.
        let context = MeasureContext(try network.view(options), options: measureOptions)
        lines.add(.area, try AreaResult.row(area, measures(context), score))
        if let score { lines.add(.indicators, AreaResult.indicators(area, score)) }
        if !plan.actorMeasures.isEmpty { lines.add(.actors, try actors(area, context)) }
        if let score, let draws = AreaResult.draws(score) { lines.add(.draws, draws) }
    }

    private var measureOptions: MeasureOptions {
        var options = MeasureOptions()
        options.seed = plan.seed
        return options
    }

    /// The dataset of an area.
    private func network(_ area: PreparedArea, _ rows: AreaRows) throws(MilieuError) -> Network {
        func described(_ known: DatasetDescription) -> DatasetDescription {
            var description = known
            var territory = description.territory ?? Territory(name: area.name)
            (territory.name, territory.perimeters) = (area.name, [])
            territory.codes["area"] = area.code
            description.territory = territory
            // The population told is the country's.
            description.population = nil
            return description
        }
        if let network = plain.network(rows, described) { return network }
        let network = try dataset.network(rows)
        return try network.replacing(description: described(network.description))
    }

    private func score(_ network: Network) throws(MilieuError) -> TerritoryScore {
        var options = ScoringOptions()
        (options.seed, options.draws) = (plan.seed, plan.draws)
        (options.hasSensitivity, options.hasNulls, options.hasLeverage) = (false, false, false)
        return try Scoring.score(network, method: method, options: options)
    }

    /// A cell for each network measure; empty where it is undefined or the area does not allow it.
    private func measures(_ context: MeasureContext) throws(MilieuError) -> [Column] {
        try plan.networkMeasures.map { id throws(MilieuError) in
            let measure = try MeasureCatalogue.measure(id)
            do throws(MilieuError) {
                return Column(measure.field, try measure.values(in: context))
            } catch {
                guard error.cause == .usage else { throw error }
                return Column(measure.field, .number([nil]))
            }
        }
    }

    private func actors(_ area: PreparedArea, _ context: MeasureContext) throws(MilieuError) -> Table {
        let selection = MeasureSelection(ids: plan.actorMeasures, level: .actor, skipsRefused: true)
        let measured = try MeasureTable(selection, in: context)
        let count = measured.table.rowCount
        // A measure that this area does not allow has a column as in every other.
        let columns = try plan.actorMeasures.map { id throws(MilieuError) in
            if let column = measured.table.columns.first(where: { $0.field.id == id }) { return column }
            return Column(try MeasureCatalogue.measure(id).field, .number(Array(repeating: nil, count: count)))
        }
        let keys = [Column(AreaResult.areaField, .text(Array(repeating: area.code, count: count)))]
        return Table(name: "actors", columns: keys + measured.table.columns.prefix(2) + columns)
    }
}
