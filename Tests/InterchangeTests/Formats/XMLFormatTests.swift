import NetworkModel
import Testing
import Vocabulary

@testable import Interchange

/// Times of GEXF, and the GraphML of yEd, Gephi, Network Canvas and of several graphs.
@Suite struct XMLFormatTests {
    private func gexf(_ nodes: String, _ edges: String = "", _ attributes: String = "") throws -> (Network, [Finding]) {
        let text =
            "<gexf version='1.3'><graph mode='dynamic' defaultedgetype='directed'>\(attributes)<nodes>\(nodes)</nodes><edges>\(edges)</edges></graph></gexf>"
        let reading = NetworkFormat.gexf.read(Array(text.utf8), "x", .init())
        return (try #require(reading.network, "\(brief(reading))"), reading.findings)
    }

    private func span(_ actor: Actor) -> String {
        "\(actor.since?.description ?? "")/\(actor.until?.description ?? "")"
    }

    // MARK: GEXF

    @Test func spellsGoFromTheFirstStartToTheLastEnd() throws {
        let (found, findings) = try gexf(
            """
            <node id="a"><spells><spell start="2005" end="2007"/><spell start="1999" end="2001"/></spells></node>
            <node id="b"><spells><spell start="2002"/><spell start="1999" end="2001"/></spells></node>
            <node id="c" start="2001" end="2009"><spells><spell startopen="2002" endopen="2003"/></spells></node>
            <node id="d" start="-Infinity" end="2004"/><node id="e" start="2001-04" end="Infinity"/>
            <node id="f" intervals="&lt;[2001, 2003]; [2005, 2006]&gt;"/>
            """)
        #expect(found.actors.map(span) == ["1999/2007", "1999/", "2002/2003", "/2004", "2001-04/", "2001/2006"])
        #expect(
            found.actors.values(of: "spells") == [
                "2005/2007; 1999/2001", "2002/; 1999/2001", nil, nil, nil, "2001/2003; 2005/2006",
            ])
        #expect(findings.map(\.code) == ["several-spells", "several-spells", "several-spells"])
        #expect(findings.allSatisfy { $0.severity == .warning })
    }

    @Test func timestampsAreKept() throws {
        let (found, findings) = try gexf(
            """
            <node id="a"><spells><spell timestamp="2004"/><spell timestamp="2006"/></spells></node>
            <node id="b" timestamp="2004.0"/><node id="c" timestamps="&lt;[2004, 2005]&gt;"/>
            """,
            "<edge source='a' target='b' timestamp='2004'/><edge source='a' target='c'><spells><spell timestamp='2005'/></spells></edge>"
        )
        #expect(found.actors.map(span) == ["2004/2006", "2004/2004", "2004/2005"])
        #expect(found.actors.values(of: "spells") == ["2004; 2006", nil, "2004; 2005"])
        #expect(
            found.ties.map { "\($0.details.since?.description ?? "")/\($0.details.until?.description ?? "")" } == [
                "2004/2004", "2005/2005",
            ])
        #expect(findings.map(\.code) == ["several-spells", "several-spells"])
    }

    @Test func ofValuesOverTimeTheLastCountsAndAllAreKept() throws {
        let attributes = """
            <attributes class="edge" mode="dynamic"><attribute id="weight" title="Weight" type="float"/></attributes>
            <attributes class="node" mode="dynamic"><attribute id="0" title="staff" type="float"/></attributes>
            """
        let (found, findings) = try gexf(
            """
            <node id="a"><attvalues><attvalue for="0" value="50" start="2005"/><attvalue for="0" value="5" start="2004" end="2005"/></attvalues></node>
            <node id="b"><attvalues><attvalue for="0" value="7" timestamp="2004"/></attvalues></node>
            """,
            """
            <edge source="a" target="b"><attvalues><attvalue for="weight" value="8" start="2004" end="2005"/>
            <attvalue for="weight" value="1.5" start="2005" end="2006"/></attvalues></edge>
            """, attributes)
        #expect(lines(found) == ["a>b 1.5"] && found.actors.values(of: "staff") == ["50", "7"])
        #expect(found.actors.values(of: "staff over time") == ["50 [2005/]; 5 [2004/2005]", nil])
        #expect(found.ties.attributes.map(\.values) == [["8 [2004/2005]; 1.5 [2005/2006]"]])
        #expect(
            findings.map(\.code) == ["dynamic-values", "dynamic-values"]
                && findings.allSatisfy { $0.severity == .warning })
    }

    @Test func undeclaredValuesAreReadByTheirKeyAndSaid() throws {
        let (found, findings) = try gexf(
            "<node id='a'/><node id='b'/>",
            "<edge source='a' target='b'><attvalues><attvalue for='weight' value='3.0'/></attvalues></edge>"
                + "<edge source='b' target='a'><attvalues><attvalue for='weight' value='2'/></attvalues></edge>")
        #expect(lines(found) == ["a>b 3.0", "b>a 2.0"])
        #expect(findings.map { "\($0.severity.rawValue) \($0.code)" } == ["warning undeclared-key"])
    }

    // MARK: GraphML

    @Test func portsHaveKeysOfTheirOwn() throws {
        let found = try network(
            .graphML,
            "<graphml><key id='d0' for='node' attr.name='n'/><key id='d1' for='port' attr.name='p'/><graph edgedefault='directed'><node id='a'><port name='p0'><data key='d1'>x</data></port><data key='d0'>y</data></node><node id='b'/><edge source='a' target='b' sourceport='p0'/></graph></graphml>"
        )
        #expect(lines(found) == ["a>b"] && found.actors.values(of: "n") == ["y", nil])
    }

    @Test func graphsOfTheSameNodesAreRelations() throws {
        let text =
            "<graphml><graph id='advice' edgedefault='directed'><node id='1'/><node id='2'/><edge source='1' target='2'/></graph><graph id='credit' edgedefault='undirected'><node id='1'/><node id='2'/><edge source='2' target='1'/></graph></graphml>"
        let reading = NetworkFormat.graphML.read(Array(text.utf8), "x", .init())
        #expect(try lines(reading.requireNetwork()) == ["1>2 advice", "2-1 credit"])
        #expect(reading.findings.map(\.code) == ["graphs-as-relations"])
        #expect(try lines(network(.graphML, text, choice: "credit")) == ["2-1"])
        #expect(faults(.graphML, text, choice: "trust").map(\.code) == ["unknown-id"])
        let apart = text.replacing("<node id='1'/><node id='2'/><edge source='2' target='1'/>", with: "<node id='3'/>")
        #expect(faults(.graphML, apart).map(\.code) == ["several-networks"])
        #expect(try network(.graphML, apart, choice: "2").actors.allIDs == ["3"])
    }

    @Test func ofSeveralLabelsOfYEdTheFirstIsTheName() throws {
        let found = try network(
            .graphML,
            """
            <graphml xmlns:y="y"><key for="node" id="d6" yfiles.type="nodegraphics"/><key for="edge" id="d10" yfiles.type="edgegraphics"/><graph edgedefault="directed">
            <node id="n0"><data key="d6"><y:Realizers active="0"><y:GroupNode><y:NodeLabel>Cluster Nord</y:NodeLabel></y:GroupNode><y:GroupNode><y:NodeLabel>Folder 1</y:NodeLabel></y:GroupNode></y:Realizers></data>
            <graph edgedefault="directed"><node id="n0::n0"><data key="d6"><y:NodeLabel>Atelier Bois<y:LabelModel/></y:NodeLabel><y:NodeLabel>(since 2009)</y:NodeLabel></data></node></graph></node>
            <node id="n1"><data key="d6"><y:NodeLabel>Mairie</y:NodeLabel></data></node>
            <edge source="n0::n0" target="n1"><data key="d10"><y:EdgeLabel>3</y:EdgeLabel></data></edge></graph></graphml>
            """)
        #expect(found.actors.map(\.name) == ["Cluster Nord", "Atelier Bois", "Mairie"])
        #expect(found.actors.map { $0.parent != nil } == [false, true, false])
        #expect(found.actors.values(of: "further labels") == ["Folder 1", "(since 2009)", nil])
        #expect(found.ties.attributes.map(\.values) == [["3"]])
    }

    @Test func howGephiDrawsIsNoStaff() throws {
        func read(_ keys: [String]) -> Reading {
            let declared = keys.map { "<key attr.name='size' attr.type='float' for='node' id='\($0)'/>" }.joined()
            let text =
                "<graphml>\(declared)<key attr.name='r' for='node' id='r'/><key attr.name='x' for='node' id='x'/><graph edgedefault='undirected'><node id='a'><data key='\(keys[0])'>40</data><data key='r'>1</data><data key='x'>2</data></node></graph></graphml>"
            return NetworkFormat.graphML.read(Array(text.utf8), "x", .init())
        }
        let gephi = read(["size"])
        #expect(gephi.network?.actors[0].size == nil && gephi.network?.actors.attributes.isEmpty == true)
        #expect(gephi.findings.map { "\($0.severity.rawValue) \($0.code)" } == ["warning look-left-out"])
        #expect(read(["d0"]).network?.actors[0].size == 40)
    }

    /// Written by uunet 2.2: a layer stands at its edges as `e_type`, and the same two can be tied in two layers.
    @Test func layersOfUunetAreKinds() throws {
        let edges = [("1", "2", "work"), ("1", "2", "advice"), ("1", "3", "advice")].map { source, target, layer in
            "<edge source='0x\(source)' target='0x\(target)'><data key='e_type'>\(layer)</data></edge>"
        }.joined()
        let nodes = (1...3).map { "<node id='0x\($0)'><data key='v_name'>N\($0)</data></node>" }.joined()
        let text = """
            <graphml><key id="v_name" for="node" attr.name="name" attr.type="string"/>
            <key id="e_type" for="edge" attr.name="e_type" attr.type="string"/>
            <graph id="" edgedefault="directed">\(nodes)\(edges)</graph></graphml>
            """
        let reading = NetworkFormat.graphML.read(Array(text.utf8), "x", .init())
        let found = try reading.requireNetwork()
        #expect(lines(found) == ["0x1>0x2 work", "0x1>0x2 advice", "0x1>0x3 advice"])
        #expect(found.actors.map(\.name) == ["N1", "N2", "N3"])
        #expect(!reading.findings.contains { $0.code == "repeated-tie" })
    }

    @Test func interviewsOfNetworkCanvas() throws {
        let keys = ["label", "networkCanvasType", "networkCanvasUUID"].map {
            "<key id='\($0)' for='all' attr.name='\($0)' attr.type='string'/>"
        }.joined()
        func session(_ id: String, _ first: String) -> String {
            """
            <graph nc:caseId="\(id)" edgedefault="undirected"><data key="age">37</data>
            <node id="1"><data key="label">\(first)</data><data key="networkCanvasType">Person</data><data key="networkCanvasUUID">u1</data><data key="phone">'+33 1</data></node>
            <node id="2"><data key="label">Jo</data><data key="networkCanvasType">Person</data></node>
            <edge source="1" target="2"><data key="networkCanvasType">knows</data></edge></graph>
            """
        }
        let text =
            "<graphml xmlns:nc='http://schema.networkcanvas.com/xmlns'>\(keys)<key id='age' for='graph' attr.name='age'/><key id='phone' for='node' attr.name='phone'/>\(session("P1", "Ana"))\(session("P2", "Bo"))</graphml>"
        let reading = NetworkFormat.graphML.read(Array(text.utf8), "x", .init())
        let found = try reading.requireNetwork()
        #expect(found.actors.allIDs == ["P1", "P1/1", "P1/2", "P2", "P2/1", "P2/2"])
        #expect(found.actors.map(\.name) == ["P1", "Ana", "Jo", "P2", "Bo", "Jo"])
        #expect(found.actors.values(of: "ego") == ["P1", "P1", "P1", "P2", "P2", "P2"])
        #expect(found.actors.values(of: "kind") == ["ego", "Person", "Person", "ego", "Person", "Person"])
        #expect(found.actors.values(of: "age") == ["37", nil, nil, "37", nil, nil])
        #expect(found.actors.values(of: "phone") == [nil, "+33 1", nil, nil, "+33 1", nil])
        #expect(
            lines(found) == [
                "P1/1-P1/2 knows", "P2/1-P2/2 knows", "P1>P1/1 names", "P1>P1/2 names", "P2>P2/1 names",
                "P2>P2/2 names",
            ])
        #expect(reading.findings.map(\.code) == ["ego-networks"])
        #expect(try network(.graphML, text, choice: "2").actors.allIDs == ["P2", "P2/1", "P2/2"])
    }
}
