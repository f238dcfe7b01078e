import Files
import Mustache
import Vocabulary

/// The report's templates, style and script, as they are embedded in the program.
struct ReportTemplates {
    private let library: MustacheLibrary
    static let style = String(decoding: PackageResources.report_css, as: UTF8.self)
    static let script = String(decoding: PackageResources.report_js, as: UTF8.self)
    /// Name, and text.
    static let texts: [(name: String, text: String)] = [
        ("page", String(decoding: PackageResources.page_mustache, as: UTF8.self)),
        ("network", String(decoding: PackageResources.network_mustache, as: UTF8.self)),
        ("score", String(decoding: PackageResources.score_mustache, as: UTF8.self)),
        ("table", String(decoding: PackageResources.table_mustache, as: UTF8.self)),
        ("methods", String(decoding: PackageResources.methods_mustache, as: UTF8.self)),
    ]

    /// - Throws: `MilieuError` of cause `fault` where an embedded template is not as it should be.
    init() throws(MilieuError) {
        MustacheContentTypes.register(MarkupContentType(), named: MarkupContentType.name)
        var library = MustacheLibrary()
        do {
            for (name, text) in Self.texts { try library.register(text, named: name) }
        } catch {
            throw MilieuError(
                .fault,
                Bilingual(
                    en: "A template of the report cannot be read: \(error).",
                    fr: "Un modèle du rapport ne peut pas être lu : \(error)."), remedy: .reportThis)
        }
        self.library = library
    }

    func page(_ content: [String: Any]) throws(MilieuError) -> String {
        guard let page = library.render(content, withTemplate: "page") else {
            throw MilieuError(
                .fault, Bilingual(en: "The report's template is missing.", fr: "Le modèle du rapport manque."),
                remedy: .reportThis)
        }
        return page
    }

    /// What the page allows itself: its own style and script, by their digests, and nothing else from
    /// anywhere.
    static let policy =
        "default-src 'none'; script-src '\(ContentDigest.sha256Base64(script))'; "
        + "style-src '\(ContentDigest.sha256Base64(style))'; base-uri 'none'; form-action 'none'"
}
