import GraphKernels
import Measures
import NetworkModel
import Tabular
import Vocabulary

extension TieWaves {
    /// What became of pairs since the earlier wave: of all, then by each class of each proximity.
    ///
    /// - Parameter context: the later view.
    /// - Throws: `MilieuError` where a proximity cannot be had.
    public func table(by proximities: [Proximity], in context: MeasureContext) throws(MilieuError) -> Table {
        var rows: [(proximity: String, from: Double?, to: Double?, count: Count)] = []
        rows.append(("all", nil, nil, counts { _, _ in 0 }[0] ?? Count()))
        let inner = try ProximityContext(context)
        for proximity in proximities {
            let value = try proximity.prepare(inner)
            let places = places
            var values: [Double] = []
            for i in places { for j in places where i < j { if let number = value(i, j) { values.append(number) } } }
            guard !values.isEmpty else { continue }
            let classes = ProximityClasses(values, of: proximity)
            let found = counts { one, other in value(places[one], places[other]).flatMap { classes.place(of: $0) } }
            for (place, range) in classes.ranges.enumerated() {
                rows.append((proximity.id, range.lowerBound, range.upperBound, found[place] ?? Count()))
            }
        }
        typealias T = ProximityTables
        return Table(
            name: "tie-changes",
            columns: [
                Column(T.field("proximity", "proximity", "proximité"), .text(rows.map { $0.proximity })),
                Column(T.field("from", "from", "de"), .number(rows.map { $0.from })),
                Column(T.field("to", "to", "à"), .number(rows.map { $0.to })),
                Column(T.field("pairs", "pairs", "paires"), .integer(rows.map { $0.count.pairs })),
                Column(T.field("tied_before", "tied before", "liées avant"), .integer(rows.map { $0.count.before })),
                Column(T.field("tied_after", "tied after", "liées après"), .integer(rows.map { $0.count.after })),
                Column(T.field("kept", "kept", "maintenus"), .integer(rows.map { $0.count.kept })),
                Column(T.field("created", "created", "créés"), .integer(rows.map { $0.count.created })),
                Column(T.field("dissolved", "dissolved", "dissous"), .integer(rows.map { $0.count.dissolved })),
                Column(T.field("jaccard", "Jaccard", "Jaccard"), .number(rows.map { $0.count.jaccard })),
                Column(
                    T.field("creation", "created of the untied", "créés parmi les non liées"),
                    .number(rows.map { $0.count.creation })),
                Column(
                    T.field("dissolution", "dissolved of the tied", "dissous parmi les liées"),
                    .number(rows.map { $0.count.dissolution })),
            ], provenance: context.provenance(of: []))
    }
}
