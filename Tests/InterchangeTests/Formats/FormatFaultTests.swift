import NetworkModel
import Testing
import Vocabulary

@testable import Interchange

/// Wrong files: each fault with its line, its column where there is one, and a remedy.
@Suite struct FormatFaultTests {
    struct Case: CustomTestStringConvertible, Sendable {
        let format: String
        let text: String
        let finding: String
        var testDescription: String { "\(format): \(finding)" }

        init(_ format: String, _ text: String, _ finding: String) {
            (self.format, self.text, self.finding) = (format, text, finding)
        }
    }

    static let cases = [
        Case("graphml", "<graphml><graph>\n<node id='a'/>\n<node id='a'/></graph></graphml>", "error duplicate-id x:3"),
        Case(
            "graphml", "<graphml><graph>\n<node id='abc'/><edge source='abc' target='abd'/></graph></graphml>",
            "error unknown-id x:2:target"),
        Case("graphml", "<graphml>\n <graph><node/></graph></graphml>", "error missing-value x:2:9"),
        Case("graphml", "<graphml><graph>\n<node id='a'>", "error bad-syntax x:2:14"),
        Case(
            "graphml", "<graphml><graph>\n<node id='a'><data key='q'>1</data></node></graph></graphml>",
            "error undeclared-key x:2:q"),
        Case("graphml", "<graphml><graph>\n\n<hyperedge/></graph></graphml>", "error hyperedge x:3:1"),
        Case(
            "gexf",
            "<gexf><graph><nodes><node id='b'/></nodes><edges>\n<edge source='a' target='b'/></edges></graph></gexf>",
            "error unknown-id x:2:source"),
        Case("gexf", "", "error bad-syntax x:1:1"),
        Case("pajek", "*Vertices 2\n1 \"a\"\n*Arcs\n1 3\n", "error unknown-id x:4:3"),
        Case("pajek", "*Vertices 2\n1 \"a\"\n*Arcs\n1 2 1\n2 x\n", "error bad-number x:5:3"),
        Case("pajek", "*Vertices many\n", "error bad-number x:1:11"),
        Case("pajek", "*Vertices 999999999\n", "error out-of-range x:1:11"),
        Case("pajek", "*Network x\n", "error bad-syntax x:1"),
        Case("pajek", "*Vertices 1\n*Matrix\n0 1\n", "error ragged-row x:3:1"),
        Case("pajek", "*Vertices 3\n*Matrix\n0 1 0\n1 0 1\n", "error ragged-row x:5"),
        Case("pajek", "*Vertices 3\n*Matrix\n0 1 0\n1 0 1\n0 1\n", "error ragged-row x:5:1"),
        Case("pajek", "*Vertices 3\n*Matrix\n", "error ragged-row x:3"),
        Case("pajek", "*Vertices 3 2\n*Matrix\n1\n", "error ragged-row x:4"),
        Case("pajek", "*Vertices 1\n*Vertices 1\n", "error several-networks x:2"),
        Case("dl", "dl n=2\nformat=edgelist1\ndata:\n1 2\n1 3\n", "error unknown-id x:5"),
        Case("dl", "dl n=2\ndata:\n0 1 1\n", "error ragged-row x:4:1"),
        Case("dl", "dl n=2\ndata:\n0 1 1 0 5\n", "error ragged-row x:3:9"),
        Case("dl", "dl n=2\nformat=matrix3\ndata:\n", "error unknown-format x:2:15"),
        Case("dl", "dl n=99999999\ndata:\n", "error out-of-range x:2:6"),
        Case("dl", "dl n=2\nlabels:\na", "error bad-syntax x:3:2"),
        Case("dl", "n=2", "error bad-syntax x:1:2"),
        Case("gml", "graph [\n node [ label \"a\" ]\n]", "error missing-value x:2"),
        Case("gml", "graph [\n node [ id 1 label \"a ]\n]", "error bad-syntax x:2:20"),
        Case("gml", "graph [\n edge [ source 1 ]\n]", "error missing-value x:2"),
        Case("gml", "graph [ node [ id 1 ]\n  edge [ source 1 target 2 ] ]", "error unknown-id x:2:target"),
        Case("gml", "graph [ node [ id one ] ]", "error bad-syntax x:1:19"),
        Case("gml", "graph [\n node [ id 1 ]\n", "error bad-syntax x:3:1"),
        Case("gml", "Version 1\n", "error bad-syntax x:2:1"),
        Case("dot", "graph {\n a -> b\n}", "error bad-syntax x:2:4"),
        Case("dot", "digraph {\n a [x=\"1]\n}", "error bad-syntax x:2:7"),
        Case("dot", "digraph {\n a ->\n}", "error bad-syntax x:3:1"),
        Case("dot", "digraph { a\n", "error bad-syntax x:2:1"),
        Case("dot", "network { a }", "error bad-syntax x:1:1"),
        Case("dot", "graph { a\n /* b }", "error bad-syntax x:2:2"),
        Case("dot", "graph { é -- b; $ }", "error bad-syntax x:1:17"),
        Case(
            "json", "{\"nodes\": [{\"id\": \"a\"}],\n \"links\": [{\"source\": \"a\",\n \"target\": \"b\"}]}",
            "error unknown-id x:2:target"),
        Case("json", "{\"nodes\": [{\"id\": \"a\"},\n {\"id\": \"a\"}]}", "error duplicate-id x:2"),
        Case("json", "{\"nodes\": [\n3]}", "error bad-value x:2"),
        Case("json", "{\"nodes\": [],\n}", "error bad-syntax x:2"),
        Case("json", "[]", "error bad-syntax x:1"),
        Case("json", "{\"nodes\": [{\"id\": 1}], \"links\": [\n{\"source\": 1}]}", "error missing-value x:2"),
        Case(
            "json", "{\"nodes\": [{\"id\": 1}], \"links\": [\n{\"source\": 1, \"target\": 1, \"weight\": \"x\"}]}",
            "error bad-number x:2:weight"),
        Case(
            "json", "{\"nodes\": [{\"id\": 1, \"since\": \"2001\", \"until\": \"2000\"}]}",
            "error dates-reversed x:1:until"),
        Case(
            "json",
            "{\"nodes\": [{\"id\": 1}, {\"id\": 2}], \"links\": [\n{\"source\": 1, \"target\": 2, \"kind\": \"k\", \"layer\": \"finance\"},\n"
                + "{\"source\": 2, \"target\": 1, \"kind\": \"k\", \"layer\": \"knowledge\"}]}",
            "error two-layers x:3:layer"),
        Case("matrix", ",a,b\na,0,1\nc,1,0\n", "error unknown-id x:3"),
        Case("matrix", ",a,b\na,0,1\n", "error ragged-row x:1"),
        Case("matrix", ",a,b\na,0\nb,1,0\n", "error ragged-row x:2"),
        Case("matrix", ",a,b\na,0,y\nb,1,0\n", "error bad-number x:2:b"),
        Case("matrix", "", "error empty-table x:1"),
    ]

    @Test(arguments: cases)
    func aFaultIsFoundWhereItIs(_ one: Case) throws {
        let reading = try FormatCatalogue.format(one.format).read(Array(one.text.utf8), "x", .init())
        #expect(reading.network == nil)
        #expect(brief(reading).filter { $0.hasPrefix("error") } == [one.finding])
        #expect(reading.findings.allSatisfy { !$0.remedy.isEmpty && !$0.message.isEmpty })
    }

    @Test(arguments: [
        ("<!DOCTYPE g [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;\">]><graphml><graph id='&b;'/></graphml>"),
        ("<!DOCTYPE g [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><graphml><graph><node id='a'>&x;</node></graph></graphml>"),
        ("<!DOCTYPE g SYSTEM \"file:///etc/passwd\"><graphml><graph><node id='&x;'/></graph></graphml>"),
        ("<!DOCTYPE g [<!ENTITY % p SYSTEM \"file:///etc/passwd\"> %p;]><graphml/>"),
        ("<!DOCTYPE g [<!ELEMENT g ANY>]><graphml/>"),
    ])
    func entitiesAreRefused(_ text: String) {
        for format in [NetworkFormat.graphML, .gexf] {
            let reading = format.read(Array(text.utf8), "x", .init())
            #expect(reading.network == nil)
            #expect(reading.findings.map(\.code) == ["entity"], "\(brief(reading))")
        }
    }

    @Test func aDoctypeWithoutDeclarationsIsNoHarm() throws {
        let text =
            "<?xml version='1.0'?><!DOCTYPE graphml SYSTEM 'http://example.org/graphml.dtd'><graphml><graph><node id='a'/></graph></graphml>"
        #expect(try NetworkFormat.graphML.read(Array(text.utf8), "x", .init()).requireNetwork().actors.allIDs == ["a"])
    }

    /// What is nested without end, or would grow without end, is an error and no crash.
    @Test func deepAndSwellingFilesAreBounded() throws {
        func nested(_ open: String, _ close: String, _ depth: Int = 20_000) -> String {
            String(repeating: open, count: depth) + String(repeating: close, count: depth)
        }
        let many = (0..<1500).map { "n\($0);" }.joined()
        let hostile: [(format: NetworkFormat, text: String, code: String)] = [
            (.graphML, "<graphml>" + nested("<graph><node id='a'>", "</node></graph>") + "</graphml>", "too-deep"),
            (.gexf, nested("<nodes>", "</nodes>"), "too-deep"),
            (.gml, "graph [ node [ id 1 " + nested("a [ ", "] ") + "] ]", "too-deep"),
            (.gml, nested("a [ ", "] "), "too-deep"),
            (.dot, "graph {" + nested("{", "}") + "}", "too-deep"),
            (.nodeLink, nested("[", "]"), "bad-syntax"),
            (.nodeLink, "{\"nodes\":" + nested("[", "]") + "}", "bad-syntax"),
            (.dot, "graph { {\(many)} -- {\(many)} }", "too-large"),
            (.dot, "graph { node [" + (0..<1500).map { "a\($0)=1 " }.joined() + "] \(many) }", "too-large"),
            (
                .graphML,
                "<graphml>" + (0..<10_001).map { "<key id='k\($0)' for='node' attr.name='k\($0)'/>" }.joined()
                    + "<graph><node id='a'/></graph></graphml>", "too-many-attributes"
            ),
            (
                .nodeLink,
                "{\"nodes\":[" + (0..<5000).map { "{\"id\":\($0),\"a\($0)\":1}" }.joined(separator: ",") + "]}",
                "too-many-attributes"
            ),
            (
                .graphML,
                "<graphml><graph><node id='a'><data key='k'>" + String(repeating: "x", count: 1_100_000)
                    + "</data></node></graph></graphml>", "field-too-long"
            ),
        ]
        for (format, text, code) in hostile {
            let reading = format.read(Array(text.utf8), "x", .init())
            #expect(
                reading.findings.contains { $0.code == code && $0.severity == .error },
                "\(format.id) \(code): \(brief(reading).prefix(3))")
        }
    }

    @Test func theBoundsOnNestingAreWhatTheySay() {
        func nested(_ open: String, _ close: String, _ depth: Int) -> String {
            String(repeating: open, count: depth) + String(repeating: close, count: depth)
        }
        // Of GML's 64 levels the graph and the node are two.
        let bounds: [(format: NetworkFormat, deepest: Int, text: (Int) -> String)] = [
            (.gml, 62, { "graph [ node [ id 1 " + nested("a [ ", "] ", $0) + "] ]" }),
            (.dot, 64, { "graph { b " + nested("{", "}", $0) + "}" }),
            (.graphML, 98, { "<graphml><graph>" + nested("<x>", "</x>", $0) + "</graph></graphml>" }),
        ]
        for (format, deepest, text) in bounds {
            for (depth, codes) in [(deepest, []), (deepest + 1, ["too-deep"])] {
                let findings = format.read(Array(text(depth).utf8), "x", .init()).findings
                #expect(findings.filter { $0.severity == .error }.map(\.code) == codes, "\(format.id) \(depth)")
            }
        }
    }

    private func utf16(_ text: String) -> [UInt8] {
        var bytes: [UInt8] = [0xFF, 0xFE]
        for unit in text.utf16 { bytes += [UInt8(unit & 0xFF), UInt8(unit >> 8)] }
        return bytes
    }

    @Test func encodingsAreRead() throws {
        let latin =
            Array("<?xml version='1.0' encoding='ISO-8859-1'?><graphml><graph><node id='".utf8) + [0xE9]
            + Array("'/></graph></graphml>".utf8)
        let windows =
            Array("<?xml version='1.0' encoding='windows-1252'?><graphml><graph><node id='".utf8) + [0x80, 0xE9]
            + Array("'/></graph></graphml>".utf8)
        let pajek = Array("*Vertices 1\r\n1 \"".utf8) + [0xE9, 0x9C] + Array("\"\r\n".utf8)
        let marked: [UInt8] = [0xEF, 0xBB, 0xBF] + Array("*Vertices 1\n1 \"é\"\n".utf8)
        let wide = utf16("graph { é }")
        let wideXML = utf16("<graphml><graph><node id='é'/></graph></graphml>")
        let inputs: [(NetworkFormat, [UInt8], String)] = [
            (.graphML, latin, "é"), (.graphML, windows, "€é"), (.graphML, wideXML, "é"), (.pajek, pajek, "éœ"),
            (.pajek, marked, "é"), (.dot, wide, "é"),
        ]
        for (format, bytes, id) in inputs {
            #expect(try format.read(bytes, "x", .init()).requireNetwork().actors.allIDs == [id], "\(format.id) \(id)")
        }
        let undeclared = Array("<graphml><graph><node id='".utf8) + [0xE9] + Array("'/></graph></graphml>".utf8)
        #expect(
            NetworkFormat.graphML.read(undeclared, "x", .init()).findings.first?.remedy.contains("encoding") == true)
    }
}
