import Tabular
import Vocabulary

/// Columns that tables of tests share.
enum TestFields {
    static let measure = Field("measure", title: Bilingual(en: "measure", fr: "mesure"))
    static let observed = Field("observed", title: Bilingual(en: "observed", fr: "observé"))

    static func field(_ id: String, _ en: String, _ fr: String) -> Field { Field(id, title: Bilingual(en: en, fr: fr)) }
}
