import NetworkModel
import Testing
import Vocabulary

@testable import Interchange

/// Lists of neighbours, as people and programs write them.
@Suite struct NeighbourListTests {
    private static let texts: [(String, [String])] = [
        ("a: b c d\nb: c\nc: d\nd:\n", ["a-b", "a-c", "a-d", "b-c", "c-d"]),
        ("Léa Roux: Max Petit, Zoé\nMax Petit: Zoé\n", ["Léa Roux-Max Petit", "Léa Roux-Zoé", "Max Petit-Zoé"]),
        ("# remark\na b c d\nb c\nc d\nd\n", ["a-b", "a-c", "a-d", "b-c", "c-d"]),
        ("A;B;C\nB;D\nC;A;D;E\n", ["A-B", "A-C", "B-D", "C-A", "C-D", "C-E"]),
        ("A,B,C,D\nB,C,,\nC,D,,\n", ["A-B", "A-C", "A-D", "B-C", "C-D"]),
        ("ego,alter1,alter2,alter3\nA,B,C,D\nB,C,,\nC,NA,NA,NA\n", ["A-B", "A-C", "A-D", "B-C"]),
        ("ego,alter1,alter2,alter3\nA,B,C,D\nB,C\nC\n", ["A-B", "A-C", "A-D", "B-C"]),
        ("Enquêté;Contact 1;Contact 2\nAlix;Bruno;Chloé\nBruno;Alix;\n", ["Alix-Bruno", "Alix-Chloé", "Bruno-Alix"]),
        ("acteur;partenaires\nAlix;Bruno, Chloé\nBruno;Chloé\n", ["Alix-Bruno", "Alix-Chloé", "Bruno-Chloé"]),
        ("name,contacts\nAlix,\"Dupont, Jean; Chloe\"\n", ["Alix-Dupont, Jean", "Alix-Chloe"]),
        ("a 2\nb {}\nc {'weight': 2.0}\nb 1\nc {}\nc 0\n", ["a-b", "a-c 2.0", "b-c"]),
        // Each tie in the lists of both its ends is one.
        ("a: b\nb: a c\nc: b\n", ["a-b", "b-c"]),
    ]

    @Test(arguments: texts)
    func forms(_ text: String, _ expected: [String]) throws {
        #expect(AdjacencyListReader.recognises(text))
        #expect(try lines(network(.adjacencyList, text)) == expected)
    }

    @Test func whatElseIsToldOfEgosAndOfTies() throws {
        let text = "id,age,alter1,freq1,relation1,alter2,freq2,relation2\nA,40,B,3,kin,C,1,work\nB,35,C,2,work,,,\n"
        let found = try network(.adjacencyList, text)
        #expect(lines(found) == ["A-B 3.0 kin", "A-C work", "B-C 2.0 work"])
        #expect(found.actors.values(of: "age") == ["40", "35", nil])
        #expect(try lines(network(.adjacencyList, text, directed: true)).first == "A>B 3.0 kin")
    }

    @Test(arguments: [
        // Ties, of which some have weights; ties among the alters of egos; texts with colons; names; quotes.
        "A,B,1.5\nB,C\nC,D,2\n", "ego,alter1,alter2,strength\n1,Ann,Bob,2\n1,Ann,Cid,1\n", "Author: X, Y\nYear: 2016\n",
        "Jean Dupont\nMarie Curie Paul\n", "Titre\nA,B,ami\nB,C,ami\n", "ID;Q1_1;Q1_2;Q1_3\n1;2;3;\n2;1;;\n3;1;2;\n",
        "source,target,weight\na,b,1\n",
        "Q,Q1,Q2\n1,2,3\n", "", "a 2\nb {}\n c\n",
        "a: b: c\n",
    ])
    func otherTexts(_ text: String) { #expect(!AdjacencyListReader.recognises(text)) }

    @Test func faultsOfLists() {
        #expect(faults(.adjacencyList, "a 2\nb {}\n", file: "x").map(\.code) == ["ragged-row"])
        #expect(faults(.adjacencyList, "a 1\nb {'w': }\n", file: "x").map(\.code) == ["bad-syntax"])
        #expect(faults(.adjacencyList, "", file: "x").map(\.code) == ["empty-table"])
    }

    @Test func dictionariesOfPython() throws {
        let text = "#c\nA B {}\nB C {'weight': 2.5, 'kind': \"it's\", 'x': None, 'l': [1, 2], 'ok': True}\n"
        #expect(DictionaryLines.recognises(text))
        let found = try network(.dictionaries, text)
        #expect(lines(found) == ["A-B", "B-C 2.5 it's"] || lines(found).last == "B-C 2.5 it's")
        #expect(
            found.ties.attributes.map(\.name) == ["l", "ok"] && found.ties.attributes.first?.values == [nil, "[1, 2]"])
        #expect(!DictionaryLines.recognises("A B C {}\n") && !DictionaryLines.recognises("A B\n"))
        #expect(faults(.dictionaries, "A B {'x': 1\n").map(\.code) == ["bad-syntax"])
    }

    @Test func listsOfOtherPrograms() throws {
        #expect(try lines(network(.lgl, "# A\nB 1\nC 2.5\n# B\nC\n# D\n")) == ["A-B", "A-C 2.5", "B-C"])
        #expect(try network(.lgl, "# A\nB\n# D\n").actors.map(\.id) == ["A", "B", "D"])
        #expect(
            faults(.lgl, "A B\n").map(\.code) == ["bad-syntax"]
                && faults(.lgl, "# A\nB 1 2\n").map(\.code) == ["ragged-row"])
        #expect(faults(.lgl, "#\nB\n").map(\.code) == ["bad-syntax"])
        #expect(try lines(network(.sif, "A pp B C\nB pd D\nE\n")) == ["A-B pp", "A-C pp", "B-D pd"])
        #expect(try network(.sif, "Node A\tpp\tNode B\nE\n").actors.map(\.id) == ["Node A", "Node B", "E"])
        #expect(faults(.sif, "A pp\n").map(\.code) == ["missing-value"])
        let found = try network(.tgf, "1 Alix\n2 Bruno\n3\n#\n1 2 knows\n2 3\n")
        #expect(lines(found) == ["1-2", "2-3"] && found.actors.map(\.name) == ["Alix", "Bruno", "3"])
        #expect(found.ties.attributes.first?.values == ["knows", nil])
        #expect(
            try network(.tgf, "1 A\n\u{2028}\n#\n").actors.count == 1
                && faults(.tgf, "1 A\n").map(\.code) == ["bad-syntax"]
                && faults(.tgf, "1\n#\n1\n").map(\.code) == ["missing-value"])
    }

    @Test func cytoscapesTableOfEdges() throws {
        let text =
            "\"SUID\",\"interaction\",\"name\",\"selected\",\"shared interaction\",\"shared name\",\"weight\"\n"
            + "\"1\",\"pp\",\"A (x) (pp) B\",\"false\",\"pp\",\"A (x) (pp) B\",\"2\"\n\"2\",\"pd\",\"B (pd) C\",\"false\",\"pd\",\"B (pd) C\",\"\"\n"
        #expect(CytoscapeEdges.recognises(text.lowercased()))
        let found = try network(.cytoscapeEdges, text)
        #expect(lines(found) == ["A (x)-B 2.0 pp", "B-C pd"] && found.ties.attributes.isEmpty)
        #expect(faults(.cytoscapeEdges, text.replacing("B (pd) C", with: "B C")).map(\.code) == ["bad-value"])
        #expect(faults(.cytoscapeEdges, "a,b\n").map(\.code) == ["missing-column"])
        #expect(!CytoscapeEdges.recognises("name,interaction,weight\nA,pp,2\n"))
    }

    @Test func matrixMarket() throws {
        let head = "%%MatrixMarket matrix coordinate"
        let found = try network(.matrixMarket, "\(head) real symmetric\n% c\n3 3 2\n2 1 1.5\n3 2 2\n")
        #expect(lines(found) == ["2-1 1.5", "3-2 2.0"])
        #expect(try lines(network(.matrixMarket, "\(head) pattern general\n2 2 1\n2 1\n")) == ["2>1"])
        #expect(
            try lines(network(.matrixMarket, "\(head) integer general\n2 3 2\n1 3 4\n2 1 1\n")) == ["1:c3 4.0", "2:c1"])
        for (text, code) in [
            ("\(head) complex general\n1 1 0\n", "not-read"), ("\(head) real general\n2 2 2\n1 1 1\n", "ragged-row"),
            ("\(head) real general\n2 2 1\n3 1 1\n", "bad-value"),
            ("\(head) real general\n2 2 1\n1 1 x\n", "bad-value"),
            ("\(head) real general\n999999999 999999999 0\n", "too-many-nodes"),
            ("\(head) real symmetric\n2 3 0\n", "bad-syntax"),
            ("\(head) real general\n", "bad-syntax"), ("x\n", "bad-syntax"),
        ] { #expect(faults(.matrixMarket, text).map(\.code) == [code], "\(text)") }
    }

    @Test func jsonOfNeighboursPairsAndMaps() throws {
        #expect(try lines(network(.nodeLink, #"{"A": ["B", "C"], "B": ["A"], "C": ["A"]}"#)) == ["A-B", "A-C"])
        #expect(
            try lines(network(.nodeLink, #"{"A": {"B": 2, "C": {"weight": 3}}, "B": {}}"#)) == ["A-B 2.0", "A-C 3.0"])
        #expect(try lines(network(.nodeLink, #"[["A", "B"], ["B", "C", 2.5]]"#)) == ["A-B", "B-C 2.5"])
        #expect(
            try lines(
                network(.nodeLink, "{\"source\":\"A\",\"target\":\"B\"}\n{\"source\":\"B\",\"target\":\"C\"}\n\n"))
                == ["A-B", "B-C"])
        let map = try network(
            .nodeLink,
            #"{"network":{"items":[{"id":7,"label":"Alix","x":1,"y":2,"weights":{"Links":3}},{"id":8,"label":"Bruno"}],"links":[{"source_id":7,"target_id":8,"strength":3}]}}"#
        )
        #expect(lines(map) == ["Alix-Bruno 3.0"] && map.actors.values(of: "Links") == ["3", nil])
        #expect(!map.actors.attributes.map(\.name).contains("x"))
    }
}
