import Measures
import Tabular
import TerritoryScoring
import Vocabulary

/// The tables that a paper prints, cut from the export's to what fits on a page, for LaTeX.
struct LaTeXTables {
    let language: Language
    let tables: [Table]
    let score: TerritoryScore?
    let title: String

    /// Name in the folder and text; the last is a document that shows them all.
    func files() -> [(name: String, text: String)] {
        let parts = [network, actors, layers, axes, indicators].compactMap { $0 }
        var files = parts.map { part in
            (
                "latex/\(part.table.name).\(language.rawValue).tex",
                LaTeXTableWriter.text(part.table, language: language, caption: part.caption.text(language))
            )
        }
        let hasRareLetters = files.contains { $0.1.contains("\\milieutext{") }
        let inputs = parts.map { "\\input{\($0.table.name).\(language.rawValue)}" }
        files.append(("latex/all.\(language.rawValue).tex", document(inputs, hasRareLetters)))
        return files
    }

    private typealias Part = (table: Table, caption: Bilingual)

    private func table(_ name: String) -> Table? { tables.first { $0.name == name } }

    private var network: Part? {
        guard var table = table("network") else { return nil }
        // People read names, not ids.
        if case .text(let ids) = table.columns[0].values {
            let names = ids.map { id in id.flatMap { try? MeasureCatalogue.measure($0) }?.name.text(language) }
            table.columns[0] = Column(Field("measure", title: Bilingual(en: "measure", fr: "mesure")), .text(names))
        }
        return (table, Bilingual(en: "The network in numbers: \(title).", fr: "Le réseau en nombres : \(title)."))
    }

    private var actors: Part? {
        guard let table = table("actors"), let order = table.order(byGreatest: "degree") else { return nil }
        let shown = ["name", "degree", "betweenness_normalized", "closeness", "constraint", "effective_size"]
        let columns = shown.compactMap { id in table.columns.first { $0.field.id == id } }
        let cut = Table(name: "actors", columns: columns, provenance: table.provenance)
        return (
            cut.rows(at: Array(order.prefix(20))),
            Bilingual(
                en: "The \(min(20, order.count)) actors with the most ties.",
                fr: "Les \(min(20, order.count)) acteurs qui ont le plus de liens.")
        )
    }

    private var layers: Part? {
        guard let table = table("layers") else { return nil }
        let other = language == .english ? "name_fr" : "name_en"
        let columns = table.columns.filter { $0.field.id != "layer" && $0.field.id != other }.map { column in
            column.field.id.hasPrefix("name_")
                ? Column(Field("layer", title: Bilingual(en: "layer", fr: "couche")), column.values) : column
        }
        return (
            Table(name: "layers", columns: columns, provenance: table.provenance),
            Bilingual(en: "Each layer alone.", fr: "Chaque couche prise seule.")
        )
    }

    private var axes: Part? {
        guard let score else { return nil }
        let axes = Axis.allCases.map(score.axis)
        func column(_ id: String, _ en: String, _ fr: String, _ values: [Double?]) -> Column {
            Column(Field(id, title: Bilingual(en: en, fr: fr)), .number(values))
        }
        let table = Table(
            name: "axes",
            columns: [
                Column(
                    Field("axis", title: Bilingual(en: "axis", fr: "axe")), .text(axes.map { $0.axis.name.text(language) })),
                column("score", "score", "score", axes.map(\.score)),
                column("median", "median", "médiane", axes.map { $0.interval?.median }),
                column("low", "5 %", "5 %", axes.map { $0.interval?.low }),
                column("high", "95 %", "95 %", axes.map { $0.interval?.high }),
                column("bound_low", "lower bound", "borne basse", axes.map(\.bounds.lowerBound)),
                column("bound_high", "upper bound", "borne haute", axes.map(\.bounds.upperBound)),
                column("coverage", "coverage", "couverture", axes.map(\.coverage)),
            ], provenance: score.provenance)
        return (
            table,
            Bilingual(
                en: "Learning and interaction: score where enough is known, median and 90 % interval of the draws, bounds with the undefined indicators at 0 and at 1.",
                fr: "Apprentissage et interaction : score si l'on en sait assez, médiane et intervalle à 90 % des tirages, bornes avec les indicateurs indéfinis à 0 et à 1.")
        )
    }

    private var indicators: Part? {
        guard let score else { return nil }
        let rows = Axis.allCases.flatMap { score.axis($0).indicators }
        func text(_ id: String, _ title: Bilingual, _ value: (IndicatorScore) -> Bilingual) -> Column {
            Column(Field(id, title: title), .text(rows.map { value($0).text(language) }))
        }
        func number(_ id: String, _ title: Bilingual, _ value: (IndicatorScore) -> Double?) -> Column {
            Column(Field(id, title: title), .number(rows.map(value)))
        }
        let table = Table(
            name: "indicators",
            columns: [
                text("dimension", Bilingual(en: "dimension", fr: "dimension")) { $0.indicator.dimension.name },
                text("indicator", Bilingual(en: "indicator", fr: "indicateur")) { $0.indicator.name },
                number("value", Bilingual(en: "value", fr: "valeur")) { $0.value.value },
                number("coverage", Bilingual(en: "known", fr: "connu")) { $0.value.coverage },
                number("weight", Bilingual(en: "weight", fr: "poids")) { $0.weight },
            ], provenance: score.provenance)
        return (table, Bilingual(en: "Indicators; an empty cell is undefined.", fr: "Indicateurs ; une cellule vide est indéfinie."))
    }

    /// Compiles as it stands, in the folder, with pdfLaTeX, XeLaTeX or LuaLaTeX.
    private func document(_ inputs: [String], _ hasRareLetters: Bool) -> String {
        LaTeXSyntax.preamble(hasRareLetters: hasRareLetters) + """
            \\begin{document}
            \(inputs.joined(separator: "\n\\clearpage\n"))
            \\end{document}

            """
    }
}
