import Tabular
import Vocabulary

extension MeasureCatalogue {
    /// Measures as a table, a row each: what `milieu measure --list` prints and the documentation
    /// page is made of.
    public static func table(of measures: [Measure] = all) -> Table {
        func column(_ id: String, _ title: Bilingual, _ value: (Measure) -> String) -> Column {
            Column(
                Field(id, title: title),
                .text(measures.map { measure in value(measure).isEmpty ? nil : value(measure) }))
        }
        func both(_ id: String, _ en: String, _ fr: String, _ value: (Measure) -> Bilingual) -> [Column] {
            [
                column("\(id)_en", Bilingual(en: "\(en), English", fr: "\(fr), anglais")) { value($0).en },
                column("\(id)_fr", Bilingual(en: "\(en), French", fr: "\(fr), français")) { value($0).fr },
            ]
        }
        return Table(
            name: "measures",
            columns: [
                column("id", Bilingual("id")) { $0.id },
                column("level", Bilingual(en: "level", fr: "niveau")) { $0.level.rawValue },
                column("family", Bilingual(en: "family", fr: "famille")) { $0.family.rawValue },
            ] + both("name", "name", "nom") { $0.name } + [
                column("variant_of", Bilingual(en: "variant of", fr: "variante de")) { $0.variantOf?.id ?? "" },
                column("tools", Bilingual(en: "number of", fr: "nombre de")) { $0.variantOf?.tools.map(\.name).joined(separator: " ") ?? "" },
                column("type", Bilingual("type")) { $0.type.rawValue },
                column("minimum", Bilingual("minimum")) { bound($0.range.lowerBound) },
                column("maximum", Bilingual("maximum")) { bound($0.range.upperBound) },
                column("profiles", Bilingual(en: "profiles", fr: "profils")) {
                    $0.profiles.map(\.rawValue).sorted().joined(separator: " ")
                },
                column("requires", Bilingual(en: "requires", fr: "suppose")) {
                    $0.requirements.map(\.rawValue).sorted().joined(separator: " ")
                },
                column("formula", Bilingual(en: "formula", fr: "formule")) { $0.formula },
            ] + both("reading", "how to read it", "lecture") { $0.reading }
                + both("convention", "convention", "convention") { $0.convention }
                + both("undefined", "when undefined", "indéfini quand") { $0.undefined } + [
                    column("sources", Bilingual("sources")) { $0.sources.map(\.full).joined(separator: " ") }
                ])
    }

    /// Measures as another tool computes them, with what differs.
    public static func conventions(of measures: [Measure], language: Language) -> Table {
        Table(
            name: "conventions",
            columns: [
                Column(Field("id", title: Bilingual("id")), .text(measures.map(\.id))),
                Column(
                    Field("convention", title: Bilingual(en: "convention", fr: "convention")),
                    .text(measures.map { $0.convention.text(language) })),
            ])
    }

    private static func bound(_ value: Double) -> String { value.isFinite ? NumberText.shortest(value) : "" }
}
