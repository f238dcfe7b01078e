import Figures
import Measures
import Tabular
import Vocabulary

/// The page itself: one document, its styles and its scripts, all embedded in the program.
enum StudioPage {
    /// Nil where the path is none of the page's.
    static func answer(_ method: String, _ path: [String], _ language: Language) -> StudioAnswer? {
        guard method == "GET", path.count <= 1 else { return nil }
        switch path.first {
        case nil: return StudioAnswer(200, "text/html", Array(html(language).utf8))
        case "studio.css"?: return StudioAnswer(200, "text/css", PackageResources.studio_css)
        case "core.js"?: return script(PackageResources.core_js)
        case "runs.js"?: return script(PackageResources.runs_js)
        case "passages.js"?: return script(PackageResources.passages_js)
        case "tables.js"?: return script(PackageResources.tables_js)
        case "bench.js"?: return script(PackageResources.bench_js)
        case "figure.js"?: return script(PackageResources.figure_js)
        case "numbers.js"?: return script(PackageResources.numbers_js)
        default: return nil
        }
    }

    private static func script(_ bytes: [UInt8]) -> StudioAnswer { StudioAnswer(200, "text/javascript", bytes) }

    /// The document with its words in one language, and all of them for the scripts.
    static func html(_ language: Language) -> String {
        var text = String(decoding: PackageResources.studio_html, as: UTF8.self)
        for (name, words) in StudioWords.all { text = text.replacing("{{\(name)}}", with: words.text(language)) }
        let words =
            StudioWords.all.map { JSONValue.Member($0.name, .text($0.words.text(language))) }
            + [JSONValue.Member("figures", .object(declared(language)))]
        return text.replacing("{{lang}}", with: language.rawValue)
            .replacing("{{words}}", with: JSONWriter.text(.object(words), indented: false))
    }

    /// What figures and measures are called where they are declared.
    private static func declared(_ language: Language) -> [JSONValue.Member] {
        FigureCatalogue.all.map { JSONValue.Member($0.id, .text($0.name.text(language))) }
            + Numbers.actorMeasures.compactMap { id in
                MeasureCatalogue.all.first { $0.id == id }.map { JSONValue.Member(id, .text($0.name.text(language))) }
            }
    }
}
