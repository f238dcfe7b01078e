import NetworkModel
import Testing
import Vocabulary

@testable import Interchange

/// Files as other programs write them.
@Suite struct FormatReadingTests {
    private func read(_ format: NetworkFormat, _ text: String, directed: Bool? = nil) throws -> Network {
        let reading = format.read(Array(text.utf8), "net", .init(directed: directed))
        return try #require(reading.network, "\(brief(reading))")
    }

    private func ties(_ network: Network) -> [String] {
        network.ties.map { tie in
            let kind = network.tieKinds[tie.kind]
            return network.actors.id(at: tie.source) + (kind.isDirected ? ">" : "-") + network.actors.id(at: tie.target)
                + (tie.weight == 1 ? "" : " \(tie.weight)") + (kind.id == "tie" ? "" : " \(kind.id)")
        }
    }

    @Test func graphMLOfIgraph() throws {
        let network = try read(
            .graphML,
            """
            <?xml version="1.0" encoding="UTF-8"?>
            <graphml xmlns="http://graphml.graphdrawing.org/xmlns">
              <key id="v_name" for="node" attr.name="name" attr.type="string"/>
              <key id="e_weight" for="edge" attr.name="weight" attr.type="double"/>
              <graph id="G" edgedefault="directed">
                <node id="n0"><data key="v_name">a</data></node>
                <node id="n1"><data key="v_name">b</data></node>
                <edge source="n0" target="n1"><data key="e_weight">2.5</data></edge>
              </graph>
            </graphml>
            """)
        #expect(network.actors.allIDs == ["a", "b"] && ties(network) == ["a>b 2.5"] && !network.actors.hasRows)
    }

    @Test func graphMLWithNestedGraphsDefaultsAndMixedDirection() throws {
        let network = try read(
            .graphML,
            """
            <graphml><key id="c" for="all" attr.name="colour"><default>grey</default></key>
              <graph edgedefault="undirected">
                <edge source="a" target="b"/>
                <node id="a"><data key="c">red</data><graph edgedefault="directed"><node id="a1"/><edge source="a1" target="b"/></graph></node>
                <node id="b"/><edge source="b" target="a" directed="true"/>
              </graph></graphml>
            """)
        #expect(network.actors.map(\.parent) == [nil, "a", nil] && network.actors.allIDs == ["a", "a1", "b"])
        #expect(network.actors.values(of: "colour") == ["red", "grey", "grey"])
        #expect(ties(network) == ["a-b", "a1>b tie_directed", "b>a tie_directed"])
    }

    @Test func graphMLOfYEd() throws {
        let network = try read(
            .graphML,
            """
            <graphml xmlns:y="http://www.yworks.com/xml/graphml"><key for="node" id="d6" yfiles.type="nodegraphics"/>
              <graph edgedefault="directed"><node id="n0"><data key="d6"><y:ShapeNode><y:NodeLabel>Mairie
              <y:Model/></y:NodeLabel></y:ShapeNode></data></node></graph></graphml>
            """)
        #expect(network.actors.allIDs == ["Mairie"])
    }

    @Test func gexfWithSpellsDatesAndLooks() throws {
        let network = try read(
            .gexf,
            """
            <gexf xmlns="http://gexf.net/1.3" xmlns:viz="http://gexf.net/1.3/viz" version="1.3">
            <graph defaultedgetype="directed" mode="dynamic" timeformat="date">
              <attributes class="node"><attribute id="0" title="size" type="float"><default>1</default></attribute></attributes>
              <nodes><node id="a" label="Alpha" start="2001-04-15T10:00:00"><viz:color r="1" g="2" b="3"/></node>
                <node id="b" end="2005.0"><attvalues><attvalue for="0" value="2.5"/></attvalues><nodes><node id="c"/></nodes></node></nodes>
              <edges><edge id="0" source="a" target="b" weight="3"><spells><spell start="1999" end="2000"/><spell start="2002" end="2004"/></spells></edge>
                <edge id="1" source="b" target="c" type="undirected" kind="trust"/><edge id="2" source="a" target="c" type="mutual"/></edges>
            </graph></gexf>
            """)
        #expect(network.actors.map(\.name) == ["Alpha", "b", "c"] && network.actors.map(\.size) == [1, 2.5, 1])
        #expect(network.actors.map { $0.since?.description } == ["2001-04-15", nil, nil])
        #expect(network.actors.map { $0.until?.description } == [nil, "2005", nil] && network.actors[2].parent == "b")
        #expect(ties(network) == ["a>b 3.0", "b-c trust", "a>c", "c>a"])
        #expect(
            network.ties[0].details.since?.description == "1999" && network.ties[0].details.until?.description == "2004"
        )
    }

    @Test func placesOfGephiAndPajekAreReadWithYUpwards() throws {
        let gexf = try read(
            .gexf,
            """
            <gexf xmlns:viz="http://gexf.net/1.3/viz"><graph><attributes class="node"><attribute id="0" title="y" type="float"/>
            </attributes><nodes><node id="a"><viz:position x="-3.5" y="12" z="0"/></node>
            <node id="b"><attvalues><attvalue for="0" value="7"/></attvalues><viz:position x="4" y="wrong"/></node>
            <node id="c"><attvalues><attvalue for="0" value="8"/></attvalues><viz:position x="4" y="9"/></node></nodes></graph></gexf>
            """)
        #expect(gexf.actors.numbers(of: "x") == [-3.5, nil, 4], "what is no number is no place")
        #expect(gexf.actors.numbers(of: "y") == [nil, 7, 8], "an attribute of the file's own counts")
        let pajek = try read(.pajek, "*Vertices 2\n1 a 0.25 0.125\n2 b 0.5 1\n*Edges\n1 2\n")
        #expect(pajek.beside.positions.map(\.x) == [0.25, 0.5] && pajek.beside.positions.map(\.y) == [0.875, 0])
    }

    @Test func pajekWithRelationsYearsAndTwoModes() throws {
        let network = try read(
            .pajek,
            """
            *Network a test
            % a comment
            *Vertices 3
            1 "Mairie \\"A\\"" 0.1 0.2 0.5 box ic Red [1999-2005]
            2 lab
            3 "c d"
            *Arcs :1 "funds"
            1 2 10.5 [2001]
            *Edges :2 "meets"
            2 3
            *Arcslist :1
            3 1 2
            *Edgeslist
            1 3
            *Partition sector
            *Vertices 3
            4
            5
            6
            """)
        #expect(network.actors.allIDs == ["Mairie \"A\"", "lab", "c d"])
        #expect(
            ties(network) == [
                "Mairie \"A\">lab 10.5 funds", "lab-c d meets", "c d>Mairie \"A\" funds", "c d>lab funds",
                "Mairie \"A\"-c d",
            ])
        #expect(
            network.actors.values(of: "sector") == ["4", "5", "6"]
                && network.actors.values(of: "ic") == ["Red", nil, nil])
        #expect(network.actors[0].since?.description == "1999" && network.actors[0].until?.description == "2005")
        #expect(
            network.ties[0].details.since?.description == "2001" && network.ties[0].details.until?.description == "2001"
        )
        let two = try read(.pajek, "*Vertices 3 2\n1 a\n2 b\n3 e\n*Edges\n1 3 2\n2 3\n")
        #expect(
            two.actors.allIDs == ["a", "b"] && two.events.map(\.id) == ["e"]
                && two.participation.map(\.count) == [2, nil])
        let modes = try read(.pajek, "*Vertices 5 2\n*Matrix\n1 0 2\n0 1 0\n")
        #expect(modes.actors.count == 2 && modes.events.count == 3)
        #expect(modes.participation.map { "\($0.actor) \($0.event)" } == ["0 0", "0 2", "1 1"])
        let matrix = try read(.pajek, "*Vertices 2\n*Matrix\n0 1\n0 0\n")
        #expect(ties(matrix) == ["1>2"])
    }

    @Test func spellsOfPajekGoFromTheFirstStartToTheLastEnd() throws {
        let text = "*Vertices 2\n1 a [1999,2003]\n2 b [5-*]\n*Arcs\n1 2 1 [2001-2004,2006-2009]\n"
        let network = try read(.pajek, text)
        #expect(network.actors.map { $0.since?.description } == ["1999", "0005"])
        #expect(network.actors.map { $0.until?.description } == ["2003", nil])
        let details = network.ties[0].details
        #expect(details.since?.description == "2001" && details.until?.description == "2009")
    }

    @Test(arguments: [
        ("dl n=3\nlabels:\na,b,\"c d\"\ndata:\n0 1 0\n1 0 2\n0 2 0\n", ["a-b", "b-c d 2.0"]),
        (
            "DL N = 3, FORMAT = FULLMATRIX\nLABELS EMBEDDED\nDATA:\n a b c\na 0 1 0\nb 0 0 2\nc 0 0 0",
            ["a>b", "b>c 2.0"]
        ),
        ("dl n=3 diagonal=absent\nlabels:\na b c\ndata:\n1 0\n1 1\n0 1\n", ["a-b", "b-c"]),
        ("dl n=3 format=lowerhalf\nlabels:\na b c\ndata:\n0\n1 0\n0 2 0\n", ["b-a", "c-b 2.0"]),
        ("dl n=3 format=uh diagonal=absent\nlabels:\na b c\ndata:\n1 0\n2\n", ["a-b", "b-c 2.0"]),
        ("dl n=3 format=edgelist1\nlabels:\na\nb\nc\ndata:\n1 2 0.5\n3 1\n", ["a>b 0.5", "c>a"]),
        ("dl n=3 format = el1\nlabels embedded:\ndata:\nb a\na \"c d\" 4\n", ["b>a", "a>c d 4.0"]),
        ("dl n=3 format=nodelist1\nlabels:\na b c\ndata:\n1 2 3\n2 1\n", ["a>b", "a>c", "b>a"]),
        ("dl n=3 format=nodelist1\nlabels embedded\ndata:\na b c\n", ["a>b", "a>c"]),
        (
            "dl n=2 nm=2\nlabels:\na b\nmatrix labels:\ntrust,advice\ndata:\n0 1\n1 0\n\n0 1\n0 0\n",
            ["a-b trust", "a>b advice"]
        ),
        ("dl n=2 nm=2 format=edgelist1\nlabels:\na b\ndata:\n1 2\n!\n2 1\n", ["a>b relation1", "b>a relation2"]),
    ])
    func ucinetInItsManyForms(_ text: String, _ expected: [String]) throws {
        #expect(try ties(read(.ucinet, text)).sorted() == expected.sorted())
    }

    @Test func ucinetOfTwoModes() throws {
        for text in [
            "dl nr=2 nc=3\nrow labels:\na b\ncolumn labels:\ne f g\ndata:\n1 0 1\n0 2 0\n",
            "dl nr=2, nc=3 format=edgelist2\nrow labels:\na\nb\ncol labels:\ne\nf\ng\ndata:\n1 1\n1 3\n2 2 2\n",
            "dl nr=2 nc=3\nrow labels embedded\ncol labels embedded\ndata:\n e f g\na 1 0 1\nb 0 2 0\n",
        ] {
            let network = try read(.ucinet, text)
            #expect(network.actors.allIDs == ["a", "b"] && network.events.map(\.id) == ["e", "f", "g"])
            #expect(
                network.participation.map { [$0.actor, $0.event, Int($0.count ?? 1)] } == [
                    [0, 0, 1], [0, 2, 1], [1, 1, 2],
                ])
        }
    }

    @Test func gmlOfNewmanNetworkXAndGephi() throws {
        let network = try read(
            .gml,
            """
            Creator "Mark Newman"
            # a comment
            graph
            [
              directed 0
              node [ id 3 label "Cit&eacute; &#xE9; &amp; co" graphics [ x 1.5 fill [ r 2 ] ] tags "p" tags "q" ]
              node [ id 7 label "b" ]
              edge [ source 7 target 3 value 4 ]
              edge [ source 3 target 7 directed 1 ]
            ]
            """)
        #expect(
            network.actors.allIDs == ["Cité é & co", "b"]
                && ties(network) == ["b-Cité é & co 4.0", "Cité é & co>b tie_directed"])
        #expect(
            network.actors.values(of: "graphics.x") == ["1.5", nil]
                && network.actors.values(of: "graphics.fill.r") == ["2", nil])
        #expect(network.actors.values(of: "tags") == ["p; q", nil])
        let same = try read(.gml, "graph [ node [ id 1 label \"x\" ] node [ id 2 label \"x\" ] ]")
        #expect(same.actors.allIDs == ["1", "2"] && same.actors.map(\.name) == ["x", "x"])
    }

    @Test func dotWithChainsSubgraphsDefaultsAndComments() throws {
        let network = try read(
            .dot,
            """
            /* a */ strict digraph "my graph" { // b
            # c
              rankdir=LR; node [color=red, label="\\N"]; edge [weight=2]
              a -> b -> c [kind="x"];
              subgraph cluster_1 { label="In the \\"town\\""; d; e }
              { d e } -> { a b } [dir=none]
              "f" + "g" [label=<<b>bold</b>> color=blue]
              a:n:sw -> h; 1.5 -> -2
            }
            """)
        #expect(network.actors.allIDs == ["a", "b", "c", "d", "e", "fg", "h", "1.5", "-2"])
        #expect(ties(network)[..<3] == ["a>b 2.0 x", "b>c 2.0 x", "d-a 2.0"] && network.ties.count == 8)
        #expect(
            network.actors.values(of: "cluster") == [
                nil, nil, nil, "In the \"town\"", "In the \"town\"", nil, nil, nil, nil,
            ])
        #expect(network.actors.values(of: "color")?[5] == "blue" && network.actors.name(at: 5) == "<<b>bold</b>>")
        #expect(network.ties.attributes.first { $0.name == "tailport" }?.values[6] == "n:sw")
    }

    /// As doubles the three would be one.
    @Test func idsOfJSONBeyondASignedNumberStayApart() throws {
        let ids = ["18446744073709551613", "18446744073709551614", "18446744073709551615"]
        let text = "{\"nodes\": [\(ids.map { "{\"id\": \($0)}" }.joined(separator: ","))], "
            + "\"links\": [{\"source\": \(ids[0]), \"target\": \(ids[2])}]}"
        let network = try FormatCatalogue.format("json").read(Array(text.utf8), "n.json", .init(directed: nil)).requireNetwork()
        #expect(network.actors.allIDs == ids && network.ties.targets == [2])
    }

    @Test func jsonOfNetworkXAndD3() throws {
        let networkX =
            #"{"directed": true, "multigraph": true, "graph": {}, "nodes": [{"id": 1, "x": [1, {"y": null}]}, {"id": "b"}], "edges": [{"source": 1, "target": "b", "key": 0, "weight": 2}]}"#
        let network = try read(.nodeLink, networkX)
        #expect(network.actors.allIDs == ["1", "b"] && ties(network) == ["1>b 2.0"])
        #expect(network.actors.values(of: "x") == [#"[1,{"y":null}]"#, nil])
        let old =
            #"{"nodes": [{"name": "Myriel", "group": 1}, {"name": "Valjean"}], "links": [{"source": 1, "target": 0, "value": 8}]}"#
        #expect(try ties(read(.nodeLink, old)) == ["Valjean-Myriel 8.0"])
        let simulated =
            #"{"nodes": [{"id": "a"}, {"id": "b"}], "links": [{"source": {"id": "a", "x": 3}, "target": {"id": "b"}}]}"#
        #expect(try ties(read(.nodeLink, simulated)) == ["a-b"])
    }

    @Test func matricesSymmetricDirectedAndOfTwoModes() throws {
        #expect(try ties(read(.matrix, ",a,b\na,0,2\nb,2,1\n")) == ["a-b 2.0", "b-b"])
        #expect(try ties(read(.matrix, "x;a;b\na;0;1,5\nb;;0\n")) == ["a>b 1.5"])
        #expect(try ties(read(.matrix, ",a,b\na,0,2\nb,2,0\n", directed: true)) == ["a>b 2.0", "b>a 2.0"])
        let davis = try read(.matrix, ",e1,e2\nEvelyn,1,0\nLaura,1,1\n")
        #expect(
            davis.actors.allIDs == ["Evelyn", "Laura"] && davis.events.map(\.id) == ["e1", "e2"]
                && davis.participation.count == 3)
    }

    @Test func aFileIsKnownByItsContentWhereItsEndingSaysLittle() throws {
        let contents: [(String, String)] = [
            ("a,b\nb,c\n", "edge-list"), ("source,target\na,b\n", "edge-list"), ("a,b,2\nb,c,3\n", "edge-list"),
            ("Source,Target,Type,Weight\na,b,Directed,1\n", "edge-list"), (",a,b\na,0,1\nb,0,0\n", "matrix"),
            ("id,a,b,c\na,0,1,0\nb,1,0,0\nc,0,0,0\n", "matrix"), ("<?xml version='1.0'?>\n<graphml>", "graphml"),
            ("<gexf xmlns='x'>", "gexf"),
            ("*Vertices 3\n", "pajek"), ("% hi\n*Network x\n", "pajek"), ("DL n=3\n", "dl"), ("dl\nn=3", "dl"),
            ("Creator \"x\"\ngraph [\n", "gml"), ("graph\n[\n node", "gml"), ("strict digraph x {", "dot"),
            ("graph {a--b}", "dot"),
            ("{\"nodes\": []}", "json"),
        ]
        for (text, id) in contents {
            #expect(try FormatCatalogue.format(forFile: "net.txt", content: Array(text.utf8)).id == id, "\(text)")
        }
        #expect(try FormatCatalogue.format(forFile: "net.gml", content: Array("{\"nodes\": []}".utf8)).id == "gml")
    }

    /// Of what only the whole shows: ties that come twice, events that are tied to each other.
    @Test(arguments: [
        ("graph {\na -- b\nb -- a\n}", ["warning duplicate-tie net:3:target"]),
        ("digraph {\na -> b\nb -> a\na -> b\n}", ["warning duplicate-tie net:4:target"]),
        ("digraph {\na -> b [kind=x]\na -> b [kind=y]\n}", []),
        ("graph { a [mode=actor]; e [mode=event]; f [mode=event]\na -- e }", []),
        ("graph { a [mode=actor]; e [mode=event]; f [mode=event]\na -- e; e -- f }", ["warning tied-events net"]),
    ])
    func whatOnlyTheWholeShowsIsTold(_ text: String, _ findings: [String]) throws {
        let reading = NetworkFormat.dot.read(Array(text.utf8), "net", .init())
        #expect(brief(reading) == findings)
        let network = try reading.requireNetwork()
        let isTwoMode = text.contains("event") && findings.isEmpty
        #expect(network.events.map(\.id) == (isTwoMode ? ["e", "f"] : []))
    }

    @Test func gephisEdgeListIsRead() throws {
        let text = "Source,Target,Type,Id,Label,timeset,Weight\na,b,Undirected,0,,,2.0\nb,c,Undirected,1,x,,1.0\n"
        #expect(try ties(read(.edgeList, text)) == ["a-b 2.0", "b-c"])
    }
}
