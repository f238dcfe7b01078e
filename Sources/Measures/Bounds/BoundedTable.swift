import GraphKernels
import NetworkModel
import Tabular
import Vocabulary

/// Measures with the least and the most that they can be, where ties were not observed for sure.
///
/// Two networks bracket the true one: the ties that are certain (confidence 1 or not told), and those
/// that are told at all, certain or doubtful; where the view holds a layer that was not surveyed, the
/// upper one has every tie. A measure that more ties can only raise, or only lower, lies between its
/// values on the two. Of other measures (betweenness, constraint, transitivity …) a further tie can do
/// either, and no two networks bracket them: they have no bounds here.
public enum BoundedTable {
    /// Columns `ID`, `ID_low`, `ID_high` at actor level; `measure, value, low, high` at network level.
    ///
    /// - Throws: `MilieuError` as `MeasureTable`, and where a measure asked for by name has no bounds.
    public static func make(_ selection: MeasureSelection, in context: MeasureContext) throws(MilieuError)
        -> MeasureTable
    {
        let measured = try MeasureTable(bounded(selection), in: context)
        let level = measured.measures.first?.level ?? .actor
        guard level == .actor || level == .network else {
            throw MilieuError(
                .usage,
                Bilingual(
                    en: "Bounds are given of actors and of the network.",
                    fr: "Des bornes sont données pour les acteurs et pour le réseau."),
                remedy: Bilingual(en: "Leave out --bounds.", fr: "Omettez --bounds."))
        }
        guard context.options.weights == .none else {
            throw MilieuError(
                .usage,
                Bilingual(
                    en: "Nobody knows the weight of a tie that was not observed.",
                    fr: "Personne ne connaît le poids d'un lien qui n'a pas été observé."),
                remedy: Bilingual(en: "Leave out --weights, or --bounds.", fr: "Omettez --weights, ou --bounds."))
        }
        let (few, many) = try context.brackets()
        var bounds: [(low: [Double?], high: [Double?])] = []
        for measure in measured.measures {
            let (one, other) = (try numbers(measure, few), try numbers(measure, many))
            bounds.append(measure.growth == .falls ? (other, one) : (one, other))
        }
        return MeasureTable(
            table: level == .actor ? actorTable(measured, bounds) : networkTable(measured, bounds),
            measures: measured.measures, skipped: measured.skipped)
    }

    /// The measures of the selection that have bounds.
    private static func bounded(_ selection: MeasureSelection) throws(MilieuError) -> MeasureSelection {
        let measures = try selection.measures()
        if selection.isByName, let other = measures.first(where: { $0.growth == nil }) {
            let known = MeasureCatalogue.all.filter { $0.growth != nil && $0.level == other.level }.map(\.id)
            throw MilieuError(
                .usage,
                Bilingual(
                    en: "A further tie can raise \"\(other.id)\" or lower it, so that it has no bounds here.",
                    fr:
                        "Un lien de plus peut augmenter « \(other.id) » ou le diminuer, si bien qu'il n'a pas de bornes ici."
                ),
                remedy: known.isEmpty
                    ? Bilingual(en: "Leave out --bounds.", fr: "Omettez --bounds.")
                    : Bilingual(
                        en: "Bounds can be had of: \(known.joined(separator: ", ")).",
                        fr: "Des bornes existent pour : \(known.joined(separator: ", "))."))
        }
        let ids = measures.filter { $0.growth != nil }.map(\.id)
        guard !ids.isEmpty else {
            throw MilieuError(
                .usage, Bilingual(en: "None of these measures has bounds.", fr: "Aucune de ces mesures n'a de bornes."),
                remedy: Bilingual(
                    en: "Leave out --bounds, or ask for actors or the network.",
                    fr: "Omettez --bounds, ou demandez les acteurs ou le réseau."))
        }
        return MeasureSelection(ids: ids, level: measures.first?.level, skipsRefused: !selection.isByName)
    }

    private static func numbers(_ measure: Measure, _ context: MeasureContext) throws(MilieuError) -> [Double?] {
        Column(measure.field, try measure.values(in: context)).numbers ?? []
    }

    private static func actorTable(_ measured: MeasureTable, _ bounds: [(low: [Double?], high: [Double?])]) -> Table {
        var columns = Array(measured.table.columns.prefix(2))
        for (place, measure) in measured.measures.enumerated() {
            columns.append(measured.table.columns[2 + place])
            columns.append(Column(field(measure, "low", lowest), .number(bounds[place].low)))
            columns.append(Column(field(measure, "high", highest), .number(bounds[place].high)))
        }
        return Table(name: "actor-measures", columns: columns, provenance: measured.table.provenance)
    }

    private static func networkTable(_ measured: MeasureTable, _ bounds: [(low: [Double?], high: [Double?])]) -> Table {
        func column(_ id: String, _ title: Bilingual, _ values: [Double?]) -> Column {
            var field = Field(id, title: title)
            field.mixesMeasures = true
            return Column(field, .number(values))
        }
        return Table(
            name: "network-measures",
            columns: measured.table.columns + [
                column("low", lowest, bounds.map { $0.low.first ?? nil }),
                column("high", highest, bounds.map { $0.high.first ?? nil }),
            ], provenance: measured.table.provenance)
    }

    private static let lowest = Bilingual(en: "least", fr: "minimum")
    private static let highest = Bilingual(en: "most", fr: "maximum")

    private static func field(_ measure: Measure, _ suffix: String, _ word: Bilingual) -> Field {
        Field(
            "\(measure.id)_\(suffix)",
            title: Bilingual(en: "\(measure.name.en), \(word.en)", fr: "\(measure.name.fr), \(word.fr)"),
            description: Bilingual(
                en:
                    "The \(word.en) that the value can be: doubtful ties (confidence below 1) absent or present; where a layer of the view was not surveyed, all ties possible.",
                fr:
                    "Le \(word.fr) que peut atteindre la valeur : liens douteux (confiance sous 1) absents ou présents ; si une couche de la vue n'a pas été enquêtée, tous les liens possibles."
            ),
            range: measure.range)
    }
}

extension MeasureContext {
    /// The network of the certain ties, and that of all ties that there may be.
    fileprivate func brackets() throws(MilieuError) -> (certain: MeasureContext, conceivable: MeasureContext) {
        var choice = view.options
        choice.minimumConfidence = 0
        let told = try network.view(choice)
        let certain = told.keeping { network.ties.details.isEmpty || (network.ties.details[$0].confidence ?? 1) >= 1 }
        let few = MeasureContext(certain, options: options)
        let many = MeasureContext(told, options: options)
        guard hasUnsurveyedLayer, !view.isTwoMode else { return (few, many) }
        try requireSize(atMost: 2_000, for: "--bounds")
        return (few, try complete())
    }

    /// The actors of the view, all tied to all.
    private func complete() throws(MilieuError) -> MeasureContext {
        let positions = view.nodes.compactMap { node -> Int? in
            if case .actor(let position) = node { position } else { nil }
        }
        let rows = positions.map { position in
            var row = network.actors[position]
            row.parent = nil
            return row
        }
        let attributes = network.actors.attributes.map { attribute in
            Actors.Attribute(name: attribute.name, values: positions.map { attribute.values[$0] })
        }
        let nodes = 0..<Int32(rows.count)
        let pairs = nodes.flatMap { one in nodes.filter { view.isDirected ? $0 != one : $0 > one }.map { (one, $0) } }
        let made = try Network(
            description: network.description, actors: Actors(rows, attributes: attributes),
            ties: Ties(sources: pairs.map(\.0), targets: pairs.map(\.1), weights: []),
            tieKinds: [TieKind(id: "conceivable", isDirected: view.isDirected, layer: .cooperation)],
            actorKinds: network.actorKinds)
        var choice = ViewOptions()
        choice.events = .leftOut
        choice.direction = view.isDirected ? .directed : .undirected
        return MeasureContext(try made.view(choice), options: options)
    }

    /// Whether the dataset names the layers that were surveyed, and the view holds another.
    fileprivate var hasUnsurveyedLayer: Bool {
        let description = network.description
        guard description.surveyed != nil else { return false }
        let held = view.options.layers ?? Set(network.tieKinds.map(\.layer))
        return held.contains { !description.wasSurveyed($0.rawValue) }
    }
}
