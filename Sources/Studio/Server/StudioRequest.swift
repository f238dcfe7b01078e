import Tabular
import Vocabulary

/// What was asked of the studio, apart from how it came.
struct StudioRequest: Sendable {
    var method: String
    /// The parts of the path, without empty ones.
    var path: [String]
    var query: [String: String] = [:]
    /// By name in lower case.
    var headers: [String: String] = [:]
    var body: [UInt8] = []

    /// The language that the page is in.
    func language(_ usual: Language) -> Language { query["lang"].flatMap(Language.init(rawValue:)) ?? usual }

    /// The body as JSON; nil where it is none.
    var json: JSONValue? { try? JSONReader.read(body, deepest: 16) }
}

/// What the studio answers.
struct StudioAnswer: Sendable {
    var status: Int
    var type: String
    var body: [UInt8]
    /// What a download is called; nil: it is shown.
    var fileName: String?

    init(_ status: Int, _ type: String, _ body: [UInt8], fileName: String? = nil) {
        (self.status, self.type, self.body, self.fileName) = (status, type, body, fileName)
    }

    init(_ json: JSONValue) { self.init(200, json) }

    init(_ status: Int, _ json: JSONValue) {
        self.init(status, "application/json", Array(JSONWriter.text(json, indented: false).utf8))
    }

    /// A refusal in one word, which the page knows.
    init(refused code: String, _ status: Int) {
        self.init(status, ["refused": .text(code)])
    }

    /// The headers that stand on every answer, whatever it is.
    static let safety: [(String, String)] = [
        (
            "Content-Security-Policy",
            "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self' data:; "
                + "base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
        ),
        ("X-Content-Type-Options", "nosniff"), ("Referrer-Policy", "no-referrer"), ("X-Frame-Options", "DENY"),
        ("Cross-Origin-Opener-Policy", "same-origin"), ("Cross-Origin-Resource-Policy", "same-origin"),
        ("Cache-Control", "no-store"),
    ]
}
