import Foundation
import GraphKernels
import NetworkModel
import Testing
import Vocabulary

#if canImport(FoundationXML)
    import FoundationXML
#endif

@testable import Figures

@Suite(.serialized) struct RenderTests {
    /// What an XML parser finds in a picture.
    private final class Reader: NSObject, XMLParserDelegate {
        var elements: [String: Int] = [:]
        var ids: [String] = []
        var titles: [String] = []
        var texts: [String] = []
        var attributes: Set<String> = []
        private var text = ""

        func parser(
            _ parser: XMLParser, didStartElement name: String, namespaceURI: String?, qualifiedName: String?,
            attributes found: [String: String]
        ) {
            elements[name, default: 0] += 1
            attributes.formUnion(found.keys)
            if let id = found["id"] { ids.append(id) }
            text = ""
        }

        func parser(_ parser: XMLParser, foundCharacters string: String) { text += string }

        func parser(_ parser: XMLParser, didEndElement name: String, namespaceURI: String?, qualifiedName: String?) {
            if name == "title" { titles.append(text) }
            if name == "text" { texts.append(text) }
        }
    }

    private func read(_ svg: [UInt8]) throws -> Reader {
        let reader = Reader()
        let parser = XMLParser(data: Data(svg))
        parser.delegate = reader
        #expect(parser.parse(), "well-formed: \(String(describing: parser.parserError))")
        return reader
    }

    static let hostile = [
        "\\N", "\\\\G\\l\\n", "<b>bold</b>", "\"quoted\" 'too'", "R&D &amp; &lt;b&gt; &#233; &eacute;", "]]><script>alert(1)</script>",
        "--><svg onload=x>", "line\nbreak\r\ntab\there", "\u{0}\u{1}bell\u{7}\u{1B}[31m", "مرحبا بالعالم", "שלום 123",
        "\u{202E}turned\u{202C}", "👩‍🌾🚀 emoji", "日本語の名前", "e\u{301}\u{301}\u{301}", "%s%n{}", "${x}", "HTML:<TABLE>",
        "\u{FFFE}\u{FFFF}", " ", "{record|a}", "é", String(repeating: "very long name ", count: 700),
        String(repeating: "W", count: 10_000), String(repeating: "&", count: 300),
    ]

    func hostileNetwork() throws -> Network {
        let kinds = [ActorKind(id: "\"><x y='", sphere: .economy)]
        let actors = Self.hostile.enumerated().map { Actor(id: $1 + "\($0)", name: $1, kind: kinds[0].id) }
        var description = DatasetDescription(name: "<i>&\\N", title: Self.hostile.joined())
        description.version = "\"1\\N\""
        let ties = (1..<actors.count).map { Tie(source: 0, target: $0) }
        return try Network(
            description: description, actors: Actors(actors), ties: Ties(ties),
            tieKinds: [
                TieKind(id: "<k>", name: Bilingual("<k> & \\E"), isDirected: true, layer: Layer(rawValue: "<l> &\\T\"")),
                TieKind(id: "k", isDirected: true),
            ],
            actorKinds: kinds, sources: [Source(id: "s", citation: Self.hostile.reversed().joined())])
    }

    @Test func `hostile words are shown, never interpreted`() throws {
        let scene = try Drawn.scene(hostileNetwork())
        #expect(Drawn.overlaps(scene) == Drawn.Overlaps())
        let svg = try read(scene.render(.svg))
        #expect(Set(svg.elements.keys).isSubset(of: ["svg", "g", "title", "desc", "path", "polygon", "ellipse", "text"]))
        #expect(!svg.attributes.contains { $0.contains("href") || $0.hasPrefix("on") })
        #expect(Set(svg.ids).count == svg.ids.count)
        for shown in ["\\N", "\\\\G\\l\\n", "<b>bold</b>", "\"quoted\" 'too'", "مرحبا بالعالم", "%s%n{}", "日本語の名前"] {
            #expect(svg.texts.contains(shown), "\(shown)")
            #expect(svg.titles.contains(shown), "\(shown)")
        }
        #expect(svg.titles.contains("R&D &amp; &lt;b&gt; &#233; &eacute;"))
        #expect(svg.texts.joined().replacing(" ", with: "").contains("R&D&amp;&lt;b&gt;&#233;&eacute;"))
        #expect(svg.titles.contains("turned") && svg.titles.contains("line break tab here"))
        #expect(svg.titles.allSatisfy { $0.count <= 2100 })
        #expect(scene.description.contains("Names shortened"))
        for format in ImageFormat.allCases { #expect(try !scene.render(format).isEmpty) }
    }

    @Test func `a picture has ids, classes, titles and a description, and nothing from outside`() throws {
        let scene = try Drawn.scene(Valley.network())
        let bytes = try scene.render(.svg)
        let text = String(decoding: bytes, as: UTF8.self)
        let svg = try read(bytes)
        #expect(svg.ids.contains("actor-a0") && svg.ids.contains("tie-1") && svg.ids.contains("label-actor-a0"))
        #expect(svg.titles.first == scene.title && svg.titles.contains("Groupe Archer"))
        #expect(svg.elements["desc"] == 1 && text.contains("role=\"img\"") && text.contains("lang=\"en\""))
        #expect(text.contains("class=\"node actor kind-firm sphere-economy\""))
        #expect(text.contains("from-a1 to-"))
        #expect(svg.texts.contains("Groupe Archer"))
        #expect(!text.contains("http://www.w3.org/Graphics") && !text.contains("<!"))
        #expect(!text.contains("<title>n") && !text.contains("font-family=\"Liberation Sans,Arial,Helvetica,sans-serif Bold"))
        #expect(text.contains("font-weight=\"bold\""))
    }

    @Test func `the same data and seed give the same bytes, on one core and on two`() throws {
        func svg(_ seed: UInt64) throws -> [UInt8] {
            var options = FigureOptions()
            options.seed = seed
            return try Drawn.scene(Valley.network(), options).render(.svg)
        }
        let first = try svg(1)
        let before = Parallel.threadLimit
        Parallel.threadLimit = 1
        let again = try svg(1)
        Parallel.threadLimit = before
        #expect(first == again)
        #expect(try svg(2) != first)
    }

    @Test func `PDF has its fonts in it, PNG three hundred dots to the inch`() throws {
        let scene = try Drawn.scene(Valley.network())
        let pdf = try scene.render(.pdf)
        #expect(pdf.starts(with: Array("%PDF-".utf8)))
        let text = String(decoding: pdf, as: UTF8.self)
        #expect(text.contains("/FontFile"))
        #expect(text.contains("/Producer") && !text.contains("Date"), "nothing says when it was drawn")
        let png = try scene.render(.png)
        #expect(png.starts(with: [0x89, 0x50, 0x4E, 0x47]))
        let size = [16, 20].map { at in png[at..<at + 4].reduce(0) { $0 * 256 + Int($1) } }
        #expect(abs(Double(size[0]) - scene.width / 72 * 300) < 5)
        #expect(abs(Double(size[1]) - scene.height / 72 * 300) < 5)
        let dot = String(decoding: try scene.render(.dot), as: UTF8.self)
        #expect(dot.hasPrefix("digraph") && dot.contains("Groupe Archer"))
    }

    @Test func `what Graphviz refuses is thrown with what it said`() throws {
        let error = #expect(throws: MilieuError.self) {
            try GraphvizGraph.draw(as: "no-such-format") { (graph) throws(MilieuError) in _ = try graph.addNode() }
        }
        #expect(error?.cause == .fault && error?.message.contains("no-such-format") == true)
        let own = MilieuError(.data, "mine", remedy: "")
        let thrown = #expect(throws: MilieuError.self) {
            try GraphvizGraph.draw(as: "svg") { (_) throws(MilieuError) in throw own }
        }
        #expect(thrown == own)
        #expect(try !Drawn.scene(Valley.network()).render(.svg).isEmpty, "and the next one works")
    }

    @Test func `figures can be drawn from many threads`() async throws {
        let network = try Valley.network()
        let alone = try Drawn.scene(network).render(.svg)
        let pictures = try await withThrowingTaskGroup(of: [UInt8].self) { group in
            for _ in 0..<6 { group.addTask { try Drawn.scene(network).render(.svg) } }
            return try await group.reduce(into: []) { $0.append($1) }
        }
        #expect(pictures.allSatisfy { $0 == alone })
    }

    #if os(Linux)
        /// Resident memory in bytes, as the kernel counts it.
        private func residentMemory() throws -> Int {
            let text = try String(contentsOfFile: "/proc/self/statm", encoding: .utf8)
            return try #require(Int(text.split(separator: " ")[1])) * 4096
        }

        @Test func `two hundred renders leave no memory behind`() throws {
            let scene = try Drawn.scene(Drawn.network(["a", "b", "c"], [(0, 1), (1, 2)]))
            for _ in 0..<30 { _ = try scene.render(.svg) }
            let before = try residentMemory()
            for _ in 0..<200 { _ = try scene.render(.svg) }
            let grown = try residentMemory() - before
            #expect(grown < 6_000_000, "\(grown) bytes")
        }
    #endif

    @Test func `a file's name chooses the format`() throws {
        #expect(try ImageFormat(fileName: "a/b.SVG") == .svg && ImageFormat(fileName: "x.y.png") == .png)
        #expect(try ImageFormat(fileName: "x.TIF") == .tiff && ImageFormat(fileName: "x.tiff") == .tiff)
        for name in ["figure.gif", "svg", "figure", ""] {
            #expect(throws: MilieuError.self) { try ImageFormat(fileName: name) }
        }
    }
}
