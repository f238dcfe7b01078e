import Fixtures
import NetworkModel
import Testing
import Vocabulary

@testable import Interchange

/// A weight of zero is no tie in any format, and is said once; a negative one stays, and is said once.
@Suite struct ZeroWeightTests {
    /// Ties a–b 2, b–c 0, c–a 0, a–d −1, in each format that can tell a weight beside the ends.
    static let texts: [(String, String)] = [
        ("csv", "source,target,weight\na,b,2\nb,c,0\nc,a,0.0\na,d,-1\n"),
        ("csv", "source,target,weight,kind,note\na,b,2,k,\nb,c,0,k,x\nc,a,0,l,\na,d,-1,l,y\n"),
        (
            "graphml",
            """
            <graphml><key id="w" for="edge" attr.name="weight" attr.type="double"/><graph edgedefault="undirected">
            <node id="a"/><node id="b"/><node id="c"/><node id="d"/>
            <edge source="a" target="b"><data key="w">2</data></edge><edge source="b" target="c"><data key="w">0</data></edge>
            <edge source="c" target="a"><data key="w">0</data></edge><edge source="a" target="d"><data key="w">-1</data></edge>
            </graph></graphml>
            """
        ),
        (
            "gexf",
            """
            <gexf version="1.3"><graph defaultedgetype="undirected"><nodes><node id="a"/><node id="b"/><node id="c"/><node id="d"/></nodes>
            <edges><edge id="0" source="a" target="b" weight="2"/><edge id="1" source="b" target="c" weight="0"/>
            <edge id="2" source="c" target="a" weight="0"/><edge id="3" source="a" target="d" weight="-1"/></edges></graph></gexf>
            """
        ),
        ("net", "*Vertices 4\n1 \"a\"\n2 \"b\"\n3 \"c\"\n4 \"d\"\n*Edges\n1 2 2\n2 3 0\n3 1 0\n1 4 -1\n"),
        ("dl", "DL n=4\nformat = edgelist1\nlabels:\na,b,c,d\ndata:\n1 2 2\n2 1 2\n2 3 0\n3 1 0\n1 4 -1\n4 1 -1\n"),
        (
            "gml",
            """
            graph [ node [ id 1 label "a" ] node [ id 2 label "b" ] node [ id 3 label "c" ] node [ id 4 label "d" ]
            edge [ source 1 target 2 weight 2 ] edge [ source 2 target 3 weight 0 ] edge [ source 3 target 1 weight 0 ]
            edge [ source 1 target 4 weight -1 ] ]
            """
        ),
        ("dot", "graph { a -- b [weight=2]; b -- c [weight=0]; c -- a [weight=0]; a -- d [weight=-1] }"),
        (
            "json",
            """
            {"directed": false, "nodes": [{"id": "a"}, {"id": "b"}, {"id": "c"}, {"id": "d"}], "links": [
            {"source": "a", "target": "b", "weight": 2}, {"source": "b", "target": "c", "weight": 0},
            {"source": "c", "target": "a", "weight": 0}, {"source": "a", "target": "d", "weight": -1}]}
            """
        ),
    ]

    @Test(arguments: texts) func `zero is no tie, and is counted once`(suffix: String, text: String) throws {
        let folder = try TemporaryFolder()
        try folder.write(text, to: "net.\(suffix)")
        let reading = try InputReader.read(path: folder.file("net.\(suffix)"))
        let network = try reading.requireNetwork()
        let ties = network.ties.map { tie in
            [network.actors.id(at: tie.source), network.actors.id(at: tie.target)].sorted().joined() + " \(tie.weight)"
        }
        #expect(ties.sorted() == ["ab 2.0", "ad -1.0"] && network.actors.count == 4, "\(suffix): actors stay")
        let zeros = reading.findings.filter { $0.code == "zero-weight" }
        #expect(zeros.count == 1 && zeros[0].severity == .warning && zeros[0].message.contains(": 2, the first here"))
        let negatives = reading.findings.filter { $0.code == "negative-weight" }
        // A matrix of both ways tells a tie without direction twice, and is folded before.
        #expect(negatives.count == 1 && negatives[0].message.contains(": 1, the first here"))
        #expect(network.tieKinds.allSatisfy { !$0.isDirected }, "\(suffix): a tie that is none has no twin to miss")
    }

    @Test func `zero is no tie of a dataset, nor a part in an event`() throws {
        let small = try SmallDataset([
            "ties.csv":
                "source,target,kind,weight,evidence\na,b,cooperation,0,report:1\na,c,funding,3,report:2\nb,c,cooperation,0,report:1\n",
            "participation.csv": "actor,event,role,count,evidence\nb,e,guest,0,report:5\nc,e,,,report:5\n",
        ])
        let reading = try DatasetReader.read(path: small.folder.path)
        let network = try reading.requireNetwork()
        // A source's word that there is no tie stays a row of the dataset.
        #expect(try network.ties.map(\.weight) == [0, 3, 0] && network.view().weights == [3])
        #expect(network.participation.map(\.actor) == [2])
        let zeros = reading.findings.filter { $0.code == "zero-weight" }
        #expect(zeros.map(\.place.line) == [2, 2] && zeros.map(\.place.column) == ["weight", "count"])
        #expect(zeros[0].message.contains("no ties") && zeros[0].message.contains(": 2,"))
        #expect(zeros[1].message.contains("no participations") && zeros[1].message.contains(": 1,"))
    }
}
