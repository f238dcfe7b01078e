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
    private let shared: (tables: [String: [UInt8]], package: [UInt8]?)
    private let names: [String: PreparedArea]
    /// Nil where ties tell more, or no table declares their kinds.
    private let plainTies: PlainTies?

    /// Reads what all areas share.
    ///
    /// - Throws: `MilieuError` where a shared table was changed, or the method file has errors.
    public init(_ job: AreaJob, _ plan: AreaPlan) throws(MilieuError) {
        (self.job, self.plan) = (job, plan)
        method = try plan.scoringMethod()
        shared = try job.shared()
        plainTies = shared.tables["tie-kinds"] == nil ? nil : PlainTies(job.manifest)
        names = Dictionary(job.areas.map { ($0.code, $0) }, uniquingKeysWith: { first, _ in first })
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
            throw MilieuError(.data, "The job has no such area.", remedy: "Prepare the job anew.")
        }
        guard rows.count(of: .actor) == area.actors else {
            throw MilieuError(
                .data, "Of \(area.actors) actors of the area, \(rows.count(of: .actor)) rows came.",
                remedy: "Run it anew; the rows were lost on their way.")
        }
        guard rows.count(of: .tie) == area.tiesWithin + area.tiesAcross else {
            throw MilieuError(
                .data, "Of \(area.tiesWithin + area.tiesAcross) ties of the area, \(rows.count(of: .tie)) rows came.",
                remedy: "Run it anew; the rows were lost on their way.")
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
        let network = if let plain = plain(rows) { plain } else { try read(rows) }
        var description = network.description
        var territory = description.territory ?? Territory(name: area.name)
        (territory.name, territory.perimeters) = (area.name, [])
        territory.codes["area"] = area.code
        description.territory = territory
        // The population told is the country's.
        description.population = nil
        return try network.replacing(description: description)
    }

    private func read(_ rows: AreaRows, leavingOut other: SourceTable.Role? = nil) throws(MilieuError) -> Network {
        var tables = try rows.tables(job.manifest, leavingOut: other)
        for (id, bytes) in shared.tables { tables[id] = bytes }
        return try DatasetReader.read(name: job.manifest.name, tables: tables, package: shared.package).requireNetwork()
    }

    /// The same network where its ties are plain (see `PlainTies`); nil where they are not, or where anything is wrong.
    private func plain(_ rows: AreaRows) -> Network? {
        guard let plainTies, let network = try? read(rows, leavingOut: .ties) else { return nil }
        let (order, bytes) = rows.ordered(.tie)
        let ties = plainTies.ties(order, of: bytes, actors: network.actors.allIDs, kinds: network.tieKinds)
        return ties.flatMap { try? network.replacing(ties: $0) }
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
