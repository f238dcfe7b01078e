import NetworkModel
import Testing
import Vocabulary

@testable import Interchange

@Suite struct EdgeListTests {
    private func read(_ text: String, directed: Bool? = nil) -> Reading {
        EdgeListReader.read(Array(text.utf8), file: "net.csv", directed: directed)
    }

    /// `a-b 2` for each tie, and all findings.
    private func ties(_ reading: Reading) throws -> [String] {
        let network = try reading.requireNetwork()
        return network.ties.map { tie in
            let (source, target) = (network.actors.id(at: tie.source), network.actors.id(at: tie.target))
            return "\(source)-\(target)" + (tie.weight == 1 ? "" : " \(tie.weight)")
        }
    }

    @Test(
        arguments: [
            ("source,target\na,b\nb,c\n", ["a-b", "b-c"], []),
            ("source,target,weight\na,b,2.5\nb,c,\n", ["a-b 2.5", "b-c"], []),
            ("from,to\na,b\n", ["a-b"], []),
            ("Weight;Target;Source\n2,5;b;a\n", ["a-b 2.5"], ["note delimiter net.csv:1"]),
            ("a,b\nb,c\n", ["a-b", "b-c"], ["warning no-header net.csv:1"]),
            ("a,b,2\nb,c,3\n", ["a-b 2.0", "b-c 3.0"], ["warning no-header net.csv:1"]),
            ("1\t2\n2\t3\n", ["1-2", "2-3"], ["note delimiter net.csv:1", "note no-header net.csv:1"]),
            ("1 2 2.5\n2 3 1\n", ["1-2 2.5", "2-3"], ["note delimiter net.csv:1", "note no-header net.csv:1"]),
            ("1 2\n", ["1-2"], ["note delimiter net.csv:1", "note no-header net.csv:1"]),
            (
                " a   b  2.5 \n\n\"c d\"  a 3\n", ["a-b 2.5", "c d-a 3.0"],
                ["note delimiter net.csv:1", "warning no-header net.csv:1"]
            ),
            ("source target weight\n  1  2 2.5\n", ["1-2 2.5"], ["note delimiter net.csv:1"]),
            (
                "a b\n   \nb c\n", ["a-b", "b-c"],
                ["note delimiter net.csv:1", "warning no-header net.csv:1", "note empty-row net.csv:2"]
            ),
            ("Big Town,b\nb,Small Town\n", ["Big Town-b", "b-Small Town"], ["warning no-header net.csv:1"]),
            (
                "source,target\n\"a \"\"x\"\"\",b\nb,\"a \"\"x\"\"\"\n", ["a \"x\"-b", "b-a \"x\""],
                ["warning duplicate-tie net.csv:3:target"]
            ),
            (
                "source,target\na,a\nb,a\n\n\na,b\n", ["a-a", "b-a", "a-b"],
                ["warning self-loop net.csv:2:target", "warning duplicate-tie net.csv:6:target"]
            ),
            ("source,target\n", [], ["warning empty-table net.csv:1"]),
            ("source,target\n01,1\n", ["01-1"], []),
        ] as [(String, [String], [String])])
    func lists(_ text: String, _ expected: [String], _ findings: [String]) throws {
        let reading = read(text)
        #expect(brief(reading) == findings)
        #expect(try ties(reading) == expected)
    }

    @Test(arguments: [
        ("", ["error empty-table net.csv:1"]),
        ("source,targte\na,b\n", ["error missing-column net.csv:1:target"]),
        ("who,whom,how\na,b,x\n", ["error missing-column net.csv:1:source", "error missing-column net.csv:1:target"]),
        ("source,target\na\n", ["error ragged-row net.csv:2:2"]),
        (
            "source,target,weight\na,,2\n,b,1\n",
            ["error missing-value net.csv:2:target", "error missing-value net.csv:3:source"]
        ),
        ("a b\nb c\nc d 2 x\n", ["warning no-header net.csv:1", "error ragged-row net.csv:3:3"]),
        ("a b 1\nb c x\n", ["warning no-header net.csv:1", "error bad-number net.csv:2:weight"]),
        ("a b c d\n", ["error no-ends net.csv:1"]), ("My list\na,b\n", ["error no-ends net.csv:1"]),
        ("source,target,weight\na,b,x\n", ["error bad-number net.csv:2:weight"]),
        ("source,target,weight\na,b,inf\n", ["error bad-number net.csv:2:weight"]),
        ("source,target,status\na,b,gone\n", ["error unknown-status net.csv:2:status"]),
        ("source,target,type\na,b,Directed\nb,c,Undirected\nc,d,Both\n", ["error unknown-direction net.csv:4:type"]),
        ("source,target,kind,layer\na,b,x,finance\nb,c,x,knowledge\n", ["error two-layers net.csv:3:layer"]),
    ])
    func faults(_ text: String, _ findings: [String]) {
        let reading = read(text)
        #expect(brief(reading).filter { !$0.hasPrefix("note") } == findings)
        #expect(reading.network == nil)
    }

    @Test func directionIsTheCallersThenTheFiles() throws {
        let typed = "Source,Target,Type,Weight\na,b,Directed,1\nb,a,Directed,1\n"
        #expect(try read(typed).requireNetwork().tieKinds.map(\.isDirected) == [true])
        #expect(read(typed).findings.isEmpty)
        let undirected = read(typed, directed: false)
        #expect(try undirected.requireNetwork().tieKinds.map(\.isDirected) == [false])
        #expect(brief(undirected) == ["warning duplicate-tie net.csv:3:target"])
        #expect(try read("a,b\n").requireNetwork().tieKinds.map(\.isDirected) == [false])
        #expect(try read("a,b\n", directed: true).requireNetwork().tieKinds.map(\.isDirected) == [true])
    }

    @Test func kindsLayersAndFurtherColumnsAreKept() throws {
        let reading = read(
            "source,target,kind,layer,since,colour\na,b,loan,finance,2001,red\nb,a,advice,knowledge,,\na,b,loan,finance,,blue\n"
        )
        let network = try reading.requireNetwork()
        #expect(network.tieKinds.map(\.id) == ["loan", "advice"])
        #expect(network.tieKinds.map(\.layer) == [.finance, .knowledge])
        #expect(network.ties.map(\.kind) == [0, 1, 0])
        #expect(network.ties[0].details.since == PartialDate("2001"))
        #expect(network.ties.attributes == [Attribute(name: "colour", values: ["red", nil, "blue"])])
        #expect(brief(reading) == ["warning duplicate-tie net.csv:4:target"])
    }

    @Test func manyFaultsAreCountedNotListed() {
        let rows = String(repeating: "a,a\n", count: 1000)
        let findings = read("source,target\n" + rows).findings
        #expect(findings.count == Findings.keptOfEachCode + 1)
        #expect(findings.last?.message.contains("900") == true)
    }

    @Test func internedIdsAgreeWithADictionary() {
        var random = TestRandom(seed: 6)
        var (interner, together) = (IDInterner(), IDInterner())
        var numbers: [[UInt8]: Int32] = [:]
        var (bytes, ranges, expected): ([UInt8], [SIMD2<Int>], [Int32]) = ([], [], [])
        for _ in 0..<20_000 {
            // Few letters and lengths around eight, so that near misses abound.
            let id = (0..<(random.below(12) + (random.below(9) == 0 ? 12 : 0))).map { _ in UInt8(97 + random.below(2)) }
            let number = numbers[id] ?? Int32(numbers.count)
            numbers[id] = number
            #expect(interner.intern(id, id.indices) == number)
            ranges.append(SIMD2(bytes.count, bytes.count + id.count))
            bytes += id
            expected.append(number)
        }
        var found: [Int32] = []
        for start in stride(from: 0, to: ranges.count, by: 100) {
            together.intern(bytes, ranges[start..<start + 100], into: &found)
        }
        #expect(found == expected)
        #expect(interner.strings() == together.strings() && interner.count == numbers.count)
        #expect(numbers.allSatisfy { interner.strings()[Int($0.value)] == String(decoding: $0.key, as: UTF8.self) })
    }

    @Test func whatIsWrittenReadsBack() throws {
        let text =
            "source,target,kind,weight,since,layer\na,\"b, \"\"x\"\"\",loan,2.5,2001-04,finance\nb,a,advice,1,,knowledge\n"
        let network = try read(text).requireNetwork()
        let output = try NetworkFormat.edgeList.write(network, .init())
        #expect(output.text == text)
        #expect(output.findings.isEmpty)
        let dataset = try SmallDataset().read().requireNetwork()
        let lost = try NetworkFormat.edgeList.write(dataset, .init()).findings
        #expect(lost.count == 4 && lost.allSatisfy { $0.code == "not-carried" })
    }
}
