import NetworkModel
import Testing
import Vocabulary

@testable import Interchange

/// The kinds of JSON, each told by its content.
@Suite struct JSONKindTests {
    @Test func graphology() throws {
        let found = try network(
            .nodeLink,
            #"{"options":{"type":"mixed"},"nodes":[{"key":"1","attributes":{"label":"Atelier","sector":"wood"}},{"key":"2"}],"edges":[{"key":"e","source":"1","target":"2","attributes":{"weight":4}},{"source":"2","target":"1","undirected":true}]}"#
        )
        #expect(lines(found) == ["1>2 4.0", "2-1 tie_undirected"])
        #expect(found.actors.map(\.name) == ["Atelier", "2"] && found.actors.values(of: "sector") == ["wood", nil])
        let plain = try network(
            .nodeLink,
            #"{"options":{"type":"undirected"},"nodes":[{"key":"a"},{"key":"b"}],"edges":[{"source":"a","target":"b"}]}"#
        )
        #expect(lines(plain) == ["a-b"])
    }

    @Test func cytoscape() throws {
        for text in [
            #"{"elements":{"nodes":[{"data":{"id":"a","name":"A"},"position":{"x":1}},{"data":{"id":"b"}}],"edges":[{"data":{"id":"e","source":"a","target":"b","interaction":"grant","weight":2}}]}}"#,
            #"[{"group":"nodes","data":{"id":"a","name":"A"}},{"data":{"id":"b"}},{"data":{"source":"a","target":"b","interaction":"grant","weight":2}}]"#,
        ] {
            let reading = NetworkFormat.nodeLink.read(Array(text.utf8), "x", .init())
            let found = try reading.requireNetwork()
            #expect(lines(found) == ["a-b 2.0 grant"] && found.actors.map(\.name) == ["A", "b"])
            #expect(reading.findings.map(\.code) == ["direction-not-told"])
        }
        let directed = try network(
            .nodeLink,
            #"{"directed":true,"elements":{"nodes":[{"data":{"id":"a"}},{"data":{"id":"b"}}],"edges":[{"data":{"source":"a","target":"b"}}]}}"#
        )
        #expect(lines(directed) == ["a>b"])
    }

    @Test func vis() throws {
        let found = try network(
            .nodeLink,
            #"{"nodes":[{"id":1,"label":"A"},{"id":2,"label":"B"},{"id":3,"color":"red"}],"edges":[{"from":1,"to":2,"arrows":"to","value":3},{"from":2,"to":3},{"from":3,"to":1,"arrows":{"to":{"enabled":true},"from":true}},{"from":1,"to":3,"arrows":"from"}]}"#
        )
        #expect(
            lines(found) == ["1>2 3.0 tie_directed", "2-3", "3>1 tie_directed", "1>3 tie_directed", "3>1 tie_directed"]
                || lines(found) == ["1>2 3.0", "2-3 tie_undirected", "3>1", "1>3", "3>1"])
        #expect(found.actors.map(\.name) == ["A", "B", "3"] && found.actors.attributes.isEmpty)
    }

    @Test func jsonGraph() throws {
        let two = try network(
            .nodeLink,
            #"{"graph":{"directed":false,"nodes":{"a":{"label":"A","metadata":{"sector":"wood"}},"b":{}},"edges":[{"source":"a","target":"b","relation":"grant","metadata":{"weight":2}}]}}"#
        )
        #expect(
            lines(two) == ["a-b 2.0 grant"] && two.actors.values(of: "sector") == ["wood", nil]
                && two.actors[0].name == "A")
        let several =
            #"{"graphs":[{"label":"one","nodes":[{"id":"a"},{"id":"b"}],"edges":[{"source":"a","target":"b"}]},{"label":"two","nodes":[{"id":"c"}],"edges":[]}]}"#
        #expect(try lines(network(.nodeLink, several, choice: "one")) == ["a>b"])
        #expect(try network(.nodeLink, several, choice: "2").actors.allIDs == ["c"])
        #expect(faults(.nodeLink, several).map(\.code) == ["several-networks"])
        #expect(
            faults(.nodeLink, #"{"graph":{"nodes":{"a":{}},"hyperedges":[{"nodes":["a"]}]}}"#).map(\.code) == [
                "hyperedge"
            ])
    }

    @Test func kumu() throws {
        let found = try network(
            .nodeLink,
            #"{"elements":[{"label":"Atelier","type":"Firm","tags":["x","y"],"_id":"e1"},{"label":"Mairie","attributes":{"staff":4}}],"connections":[{"from":"e1","to":"Mairie","direction":"directed","type":"grant"},{"from":"Mairie","to":"Réseau","direction":"mutual","strength":3},{"from":"Mairie","to":"Atelier"}]}"#
        )
        #expect(found.actors.allIDs == ["Atelier", "Mairie", "Réseau"])
        #expect(
            lines(found) == [
                "Atelier>Mairie grant", "Mairie>Réseau 3.0 tie_directed", "Réseau>Mairie 3.0 tie_directed",
                "Mairie-Atelier",
            ]
                || lines(found) == [
                    "Atelier>Mairie grant", "Mairie>Réseau 3.0", "Réseau>Mairie 3.0", "Mairie-Atelier tie_undirected",
                ])
        #expect(
            found.actors.values(of: "kind") == ["Firm", nil, nil]
                && found.actors.values(of: "tags") == ["x; y", nil, nil])
        #expect(found.actors.values(of: "staff") == [nil, "4", nil])
    }

    @Test func adjacencyOfNetworkX() throws {
        let found = try network(
            .nodeLink,
            #"{"directed":false,"nodes":[{"id":"a"},{"id":"b"}],"adjacency":[[{"id":"b","weight":2}],[{"id":"a","weight":2},{"id":"b"}]]}"#
        )
        #expect(lines(found) == ["a-b 2.0", "b-b"])
        #expect(faults(.nodeLink, #"{"nodes":[{"id":"a"}],"adjacency":[[],[]]}"#).map(\.code) == ["ragged-row"])
    }

    @Test func nodesAloneAreSaidAndUnknownListsRefused() throws {
        let reading = NetworkFormat.nodeLink.read(Array(#"{"nodes":[{"id":"a"}]}"#.utf8), "x", .init())
        #expect(reading.network?.actors.count == 1 && reading.findings.map(\.code) == ["no-links"])
        let unknown = faults(.nodeLink, "{\"nodes\":[{\"id\":\"a\"}],\n\"relations\":[{\"a\":1}]}")
        #expect(
            unknown.map(\.code) == ["bad-syntax"] && unknown[0].message.contains("relations")
                && unknown[0].place.line == 2)
        #expect(
            try lines(network(.nodeLink, #"[{"source":"a","target":"b"},{"source":"b","target":"c"}]"#)) == [
                "a-b", "b-c",
            ])
    }

    @Test func placesSizesAndColoursAreLook() throws {
        let text = #"{"nodes":[{"id":"a","x":1,"y":2,"size":30,"color":"red"}],"links":[]}"#
        let reading = NetworkFormat.nodeLink.read(Array(text.utf8), "x", .init())
        #expect(reading.network?.actors[0].size == nil && reading.findings.map(\.code) == ["look-left-out"])
        let staff = try network(.nodeLink, #"{"nodes":[{"id":"a","x":1,"y":2,"size":30}],"links":[]}"#)
        #expect(staff.actors[0].size == 30)
    }

    @Test func faultsOfListsWithinHaveTheirLines() {
        let text =
            "{\"elements\": {\n\"nodes\": [{\"data\": {\"id\": \"a\"}},\n{\"data\": {\"id\": \"a\"}}],\n\"edges\": [\n{\"data\": {\"source\": \"a\"}}]}}"
        #expect(faults(.nodeLink, text).map(\.place.line) == [3, 5])
    }
}
