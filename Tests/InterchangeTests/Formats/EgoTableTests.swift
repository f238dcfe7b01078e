import Fixtures
import NetworkModel
import Testing
import Vocabulary

@testable import Interchange

/// Folders with ego networks: of Network Canvas, of R's egor, of EgoWeb.
@Suite struct EgoTableTests {
    private func reading(_ files: [String: String]) throws -> Reading {
        let folder = try TemporaryFolder()
        defer { withExtendedLifetime(folder) {} }
        for (name, text) in files { try folder.write(text, to: name) }
        return try InputReader.read(path: folder.path)
    }

    @Test func networkCanvas() throws {
        let reading = try reading([
            "P1_ego.csv": "networkCanvasEgoUUID,networkCanvasCaseID,age\ne1,P1,37\n",
            "P1_attributeList_Person.csv":
                "nodeID,networkCanvasEgoUUID,networkCanvasUUID,name,phone\n1,e1,a1,Ana,'+33 1\n2,e1,a2,Bo,\n",
            "P2_attributeList_Person.csv": "nodeID,networkCanvasEgoUUID,networkCanvasUUID,name\n1,e2,a1,Ana\n",
            "P1_edgeList_knows.csv":
                "edgeID,from,to,networkCanvasEgoUUID,networkCanvasUUID,networkCanvasSourceUUID,networkCanvasTargetUUID,weight\n1,1,2,e1,x,a1,a2,2\n",
        ])
        let found = try reading.requireNetwork()
        #expect(found.actors.allIDs == ["e1", "e1/a1", "e1/a2", "e2", "e2/a1"])
        #expect(lines(found) == ["e1/a1-e1/a2 2.0 knows", "e1>e1/a1 names", "e1>e1/a2 names", "e2>e2/a1 names"])
        #expect(found.actors.values(of: "ego") == ["e1", "e1", "e1", "e2", "e2"])
        #expect(found.actors.values(of: "kind") == ["ego", "Person", "Person", "ego", "Person"])
        #expect(found.actors.map(\.name) == ["e1", "Ana", "Bo", "e2", "Ana"])
        #expect(found.actors.values(of: "phone") == [nil, "+33 1", nil, nil, nil])
        #expect(reading.findings.map(\.code) == ["ego-networks"])
    }

    @Test func egor() throws {
        let found = try reading([
            "egos.csv": "egoID,sex\n1,f\n2,m\n", "alters.csv": "egoID,alterID,sex\n1,1,m\n1,2,f\n2,1,f\n",
            "aaties.csv": "egoID,srcID,tgtID\n1,1,2\n",
        ]).requireNetwork()
        #expect(lines(found) == ["1/1-1/2", "1>1/1 names", "1>1/2 names", "2>2/1 names"])
        #expect(
            found.actors.values(of: "sex") == ["f", "m", "f", "m", "f"]
                || found.actors.values(of: "sex") == ["f", "m", "m", "f", "f"])
    }

    @Test func egoWebListsAllPairsAndTheirAnswers() throws {
        let reading = try reading([
            "alters.csv": "Interview ID,Alter Number,Alter Name,close\n7,1,Ana,3\n7,2,Bo,1\n7,3,Cy,2\n",
            "pairs.csv":
                "Interview ID,Alter 1 Number,Alter 1 Name,Alter 2 Number,Alter 2 Name,talk,work\n7,1,Ana,2,Bo,Yes,0\n7,1,Ana,3,Cy,No,2\n7,2,Bo,3,Cy,,\n",
        ])
        // An answer of 0 is none, and nothing that need be said.
        #expect(!reading.findings.contains { $0.code == "zero-weight" })
        let found = try reading.requireNetwork()
        #expect(lines(found) == ["7/1-7/2 talk", "7/1-7/3 2.0 work", "7>7/1 names", "7>7/2 names", "7>7/3 names"])
        #expect(found.actors.map(\.name) == ["7", "Ana", "Bo", "Cy"])
    }

    @Test func aStarIsSaidAndAWrongRowRefused() throws {
        let star = try reading(["alters.csv": "egoID,alterID\n1,1\n"])
        #expect(star.findings.contains { $0.code == "no-ties-among-alters" && $0.severity == .warning })
        let wrong = try reading(["alters.csv": "egoID,alterID\n1,\n"])
        #expect(
            wrong.network == nil
                && wrong.findings.contains { $0.code == "missing-value" && $0.message.contains("alters.csv") })
        let unknown = try reading(["alters.csv": "egoID,alterID\n1,1\n", "t.csv": "egoID,srcID,tgtID\n1,1,9\n"])
        #expect(unknown.network == nil && unknown.findings.contains { $0.code == "unknown-id" })
    }
}
