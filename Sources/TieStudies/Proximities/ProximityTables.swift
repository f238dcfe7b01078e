import GraphKernels
import Measures
import NetworkModel
import Tabular
import TieModels
import Vocabulary

/// Proximities as tables: of every pair, and of the share of pairs that are tied.
public enum ProximityTables {
    static func field(_ id: String, _ en: String, _ fr: String) -> Field { Field(id, title: Bilingual(en: en, fr: fr)) }

    /// The proximities of these ids; all where none is named.
    ///
    /// - Throws: `MilieuError` of cause `usage` for an unknown id.
    public static func chosen(_ ids: [String]) throws(MilieuError) -> [Proximity] {
        guard !ids.isEmpty else { return ProximityCatalogue.all }
        return try ids.map { id throws(MilieuError) in
            guard let found = ProximityCatalogue.all.first(where: { $0.id == id }) else {
                throw MilieuError(
                    .usage,
                    Bilingual(
                        en: "There is no proximity \"\(Excerpt.of(id))\".",
                        fr: "Il n'y a pas de proximité « \(Excerpt.of(id)) »."),
                    remedy: NearestMatch.hint(id, in: ProximityCatalogue.all.map(\.id))
                        + Bilingual(
                            en: "There are: \(ProximityCatalogue.all.map(\.id).joined(separator: ", ")).",
                            fr: "Il y a : \(ProximityCatalogue.all.map(\.id).joined(separator: ", "))."))
            }
            return found
        }
    }

    /// A row for each pair of actors: unordered where ties have no direction, else both ways; whether it is tied, and its
    /// proximities, empty where undefined.
    ///
    /// - Throws: `MilieuError` where events are among the nodes, or there are too many actors for a table of pairs.
    /// - Complexity: O(actors² · proximities).
    public static func pairs(_ proximities: [Proximity], in context: MeasureContext) throws(MilieuError) -> Table {
        let inner = try ProximityContext(context)
        let view = context.view
        guard inner.size <= 1_000 else {
            throw MilieuError(
                .usage,
                Bilingual(
                    en: "The view has \(inner.size) actors, and a table of pairs takes up to 1000.",
                    fr: "La vue a \(inner.size) acteurs, et une table de paires en prend jusqu'à 1000."),
                remedy: .choosePart)
        }
        var (sources, targets): ([Int], [Int]) = ([], [])
        for i in 0..<inner.size {
            for j in (view.isDirected ? 0 : i + 1)..<max(inner.size, i + 1) where i != j {
                sources.append(i)
                targets.append(j)
            }
        }
        var columns = [
            Column(field("source", "source", "source"), .text(sources.map { view.id(of: $0) })),
            Column(field("target", "target", "cible"), .text(targets.map { view.id(of: $0) })),
            Column(
                field("tied", "tied", "lié"),
                .integer(zip(sources, targets).map { context.graph.hasArc($0, $1) ? 1 : 0 })),
        ]
        for proximity in proximities {
            let value = try proximity.prepare(inner)
            columns.append(Column(proximity.field, .number(zip(sources, targets).map { value($0, $1) })))
        }
        return Table(name: "pair-proximities", columns: columns, provenance: context.provenance(of: []))
    }

    /// Every proximity with its words.
    public static func list() -> Table {
        let all = ProximityCatalogue.all
        return Table(
            name: "proximities",
            columns: [
                Column(field("id", "id", "identifiant"), .text(all.map(\.id))),
                Column(field("dimension_en", "respect", "aspect (anglais)"), .text(all.map(\.dimension.name.en))),
                Column(field("dimension_fr", "respect (French)", "aspect"), .text(all.map(\.dimension.name.fr))),
                Column(field("name_en", "name", "nom (anglais)"), .text(all.map(\.name.en))),
                Column(field("name_fr", "name (French)", "nom"), .text(all.map(\.name.fr))),
                Column(field("reading_en", "reading", "lecture (anglais)"), .text(all.map(\.reading.en))),
                Column(field("reading_fr", "reading (French)", "lecture"), .text(all.map(\.reading.fr))),
                Column(field("undefined_en", "undefined", "indéfini (anglais)"), .text(all.map(\.undefined.en))),
                Column(field("undefined_fr", "undefined (French)", "indéfini"), .text(all.map(\.undefined.fr))),
                Column(field("source", "source", "source"), .text(all.map(\.source.full))),
            ])
    }
}
