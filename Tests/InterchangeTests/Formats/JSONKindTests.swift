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

    /// NetworkX names the ends of edges by the nodes' values, also where they have an attribute "id" of their own.
    @Test func cytoscapeOfNodesWithIDsOfTheirOwn() throws {
        let found = try network(
            .nodeLink,
            #"{"directed":false,"elements":{"nodes":[{"data":{"id":"S1","value":"Anne","name":"Anne"}},{"data":{"id":"S2","value":"Bob","name":"Bob"}}],"edges":[{"data":{"weight":2,"source":"Anne","target":"Bob"}}]}}"#
        )
        #expect(lines(found) == ["S1-S2 2.0"] && found.actors.map(\.name) == ["Anne", "Bob"])
        // Where a value stands twice, nobody knows whom it means.
        let twice = NetworkFormat.nodeLink.read(
            Array(
                #"{"directed":false,"elements":{"nodes":[{"data":{"id":"S1","value":"A"}},{"data":{"id":"S2","value":"A"}}],"edges":[{"data":{"source":"A","target":"A"}}]}}"#
                    .utf8), "x", .init())
        #expect(twice.findings.contains { $0.severity == .error })
    }

    /// As rustworkx writes it: what is said of nodes and ties stands in `data`.
    @Test func rustworkx() throws {
        let found = try network(
            .nodeLink,
            #"{"directed":true,"multigraph":true,"attrs":null,"nodes":[{"id":0,"data":{"name":"Anne"}},{"id":1,"data":{"name":"Bob"}}],"links":[{"source":0,"target":1,"id":0,"data":{"weight":"2.5"}}]}"#
        )
        #expect(lines(found) == ["0>1 2.5"] && found.actors.map(\.name) == ["Anne", "Bob"])
    }

    /// The Hypergraph Interchange Format: hyperedges are events, told apart from nodes of the same name.
    @Test func hypergraph() throws {
        let text =
            #"{"network-type":"undirected","nodes":[{"node":1,"attrs":{"name":"Anne"}},{"node":2},{"node":3}],"edges":[{"edge":1,"attrs":{"name":"Fair"}}],"incidences":[{"edge":1,"node":1},{"edge":1,"node":2},{"edge":"m","node":2},{"edge":"m","node":"4"}]}"#
        let reading = NetworkFormat.nodeLink.read(Array(text.utf8), "x", .init())
        let found = try reading.requireNetwork()
        #expect(!reading.findings.contains { $0.severity == .error } && found.ties.isEmpty)
        #expect(found.actors.map(\.id) == ["1", "2", "3", "4"] && found.actors.map(\.name) == ["Anne", "2", "3", "4"])
        #expect(found.events.map(\.id) == ["edge 1", "m"] && found.events.map(\.name) == ["Fair", "m"])
        let took = found.participation.map { "\(found.actors[$0.actor].id) in \(found.events[$0.event].id)" }
        #expect(Set(took) == ["1 in edge 1", "2 in edge 1", "2 in m", "4 in m"])
        let directed = NetworkFormat.nodeLink.read(
            Array(#"{"network-type":"directed","incidences":[{"edge":"e","node":"a","direction":"head"}]}"#.utf8), "x", .init())
        #expect(directed.findings.map(\.code).contains("hyperedge-direction"))
        let lacking = NetworkFormat.nodeLink.read(Array(#"{"incidences":[{"edge":"e"}]}"#.utf8), "x", .init())
        #expect(lacking.findings.map(\.code).contains("missing-value"))
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
