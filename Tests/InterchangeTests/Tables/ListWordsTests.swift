import NetworkModel
import Testing
import Vocabulary

@testable import Interchange

/// Lists as programs and people write them: the words of their headers, what stands around the rows.
@Suite struct ListWordsTests {
    private func read(_ text: String) -> Reading { EdgeListReader.read(Array(text.utf8), file: "net.csv") }

    /// `a>b kind 2` for each tie.
    private func ties(_ reading: Reading) throws -> [String] {
        let network = try reading.requireNetwork()
        return network.ties.map { tie in
            let kind = network.tieKinds[tie.kind]
            return network.actors.id(at: tie.source) + (kind.isDirected ? ">" : "-") + network.actors.id(at: tie.target)
                + (kind.id == "tie" ? "" : " " + kind.id) + (tie.weight == 1 ? "" : " \(tie.weight)")
        }
    }

    @Test(arguments: [
        "i,j", "ego,alter", "V1,V2", "From,To", "sender,receiver", "tail,head", "Vertex 1,Vertex 2", "node_1,node_2",
        ".egoID,.altID",
        "De;Vers", "de;à", "Source;Cible", "acteur;organisation", "Acteur 1;Acteur 2", "Émetteur;Récepteur",
        "depuis;vers",
        "Fournisseur;Client", "Source\tTarget", "FromNodeId\tToNodeId", "Financeur;Bénéficiaire", "noeud1;noeud2",
        "src,dst",
    ])
    func wordsForTheEndsAreAHeader(_ header: String) throws {
        let mark = header.first { ",;\t".contains($0) } ?? ","
        let reading = read("\(header)\nAlix\(mark)Bruno\nBruno\(mark)Chloe\n")
        #expect(try ties(reading) == ["Alix-Bruno", "Bruno-Chloe"])
        #expect(!reading.findings.contains { $0.severity == .warning })
    }

    @Test(arguments: ["Poids", "value", "Freq", "strength", "n", "Intensité", "edge weight", "force", "nombre"])
    func wordsForWeightsAreWeightsWhereTheyHoldNumbers(_ word: String) throws {
        #expect(
            try ties(read("De;Vers;\(word)\nAlix;Bruno;2,5\nBruno;Chloe;1\n")) == ["Alix-Bruno 2.5", "Bruno-Chloe"])
        let text = try read("De;Vers;\(word)\nAlix;Bruno;fort\n").requireNetwork()
        #expect(text.ties[0].weight == 1 && text.ties.attributes.map(\.name) == [word])
    }

    @Test func aTypeIsTheDirectionInGephisWordsAndElseTheKind() throws {
        #expect(
            try ties(
                read(
                    "Source,Target,Type,Weight\na,b,Directed,2\nb,c,Undirected,1\nc,d,\n".replacing(
                        "c,d,\n", with: "c,d,,\n")))
                == ["a>b 2.0", "b-c tie_undirected", "c-d tie_undirected"])
        #expect(try ties(read("from,to,type\na,b,advice\na,b,credit\n")) == ["a-b advice", "a-b credit"])
        #expect(try ties(read("de;vers;type\na;b;Orienté\nb;c;non orienté\n")) == ["a>b", "b-c tie_undirected"])
        let both = try read("source,target,kind,type\na,b,x,strong\n").requireNetwork()
        #expect(both.tieKinds.map(\.id) == ["x"] && both.ties.attributes.map(\.name) == ["type"])
        #expect(try ties(read("Vertex 1,Vertex 2,Color,Width,Relationship\na,b,,1,advice\n")) == ["a-b advice"])
    }

    @Test func whatStandsAroundTheRowsIsNoRow() throws {
        let sep = read("sep=;\r\nsource;target;weight\r\na;b;2,5\r\n")
        #expect(try ties(sep) == ["a-b 2.5"])
        #expect(
            try ties(read("# Directed graph: x\n# Nodes: 3 Edges: 2\n# FromNodeId\tToNodeId\n1\t2\n2\t3\n")) == [
                "1>2", "2>3",
            ])
        #expect(try ties(read("% asym weighted\n% 2 3 3\n1 2 5\n2 3 1\n")) == ["1>2 5.0", "2>3"])
        #expect(
            try ties(read("\"\",\"ego\",\"alter\",\"w\"\n\"1\",11,12,1\n\"2\",12,13,2\n")) == ["11-12", "12-13 2.0"])
        #expect(try ties(read("from to weight\n1 a b 1\n2 b c 2\n".replacing(" ", with: "\t"))) == ["a-b", "b-c 2.0"])
        let title = read("Liens, vallée, 2016\n\nsource;target;poids\na;b;2\nTotal;;2\n")
        #expect(try ties(title) == ["a-b 2.0"])
        #expect(
            brief(title).filter { $0.hasPrefix("warning") } == [
                "warning header-below net.csv:3", "warning total-row net.csv:5",
            ])
    }

    @Test func anActorMayStandAlone() throws {
        let reading = read("source;target\na;b\nc;\n;d\n")
        #expect(try reading.requireNetwork().actors.map(\.id) == ["a", "b", "c", "d"])
        #expect(try ties(reading) == ["a-b"])
        #expect(brief(reading).contains("note lone-actor net.csv:3"))
    }

    @Test func oneNameInTwoWritingsIsOneActor() throws {
        let reading = read("source,target\nCafé,a\nCafe\u{301},b\nPôle\u{A0}Sud,a\nPôle Sud,b\nPôle  Sud,c\n")
        #expect(try ties(reading) == ["Café-a", "Café-b", "Pôle Sud-a", "Pôle Sud-b", "Pôle Sud-c"])
        #expect(reading.findings.contains { $0.code == "one-name" && $0.message.contains("Café") })
        #expect(try read("source,target\nélu,a\nelu,b\n").requireNetwork().actors.count == 4)
    }

    @Test func actorsAndEventsAreParticipations() throws {
        let network = try read("acteur;événement;rôle\nAlix;Foire;hôte\nBruno;Foire;\nAlix;Alix;\n").requireNetwork()
        #expect(
            network.ties.isEmpty && network.actors.map(\.id) == ["Alix", "Bruno"]
                && network.events.map(\.id) == ["Foire", "Alix"])
        #expect(network.participation.map { [$0.actor, $0.event] } == [[0, 0], [1, 0], [0, 1]])
        #expect(network.participation[0].role == "hôte")
        let konect = try read("% bip unweighted\n1 1\n2 1\n").requireNetwork()
        #expect(konect.actors.count == 2 && konect.events.count == 1)
    }

    @Test func aGuessIsAWarningAndSoAreNearNames() throws {
        let guess = read("personne;collègue;force\na;b;2\nb;c;1\n")
        #expect(try ties(guess) == ["a-b 2.0", "b-c"])
        #expect(brief(guess).contains("warning guessed-header net.csv:1"))
        #expect(brief(read("Alix,Bruno\nBruno,Chloe\n")) == ["warning no-header net.csv:1"])
        let near = read(
            "source,target\nGroupe Archer,Pôle Sud Archer\nArcher groupe,Fromagerie Martin\nFromagerie Martine,Firm 1\nFirm 2,Firm 1\n"
        )
        let said = try #require(near.findings.first { $0.code == "near-names" })
        #expect(
            said.message.contains("(2)") && said.message.contains("Archer groupe")
                && said.message.contains("Fromagerie Martine"))
    }

    // MARK: What could be read in two ways

    @Test(arguments: [
        ("source,source_name,target,target_name\n1,Alix,2,Bruno\n2,Bruno,3,Chloé\n", 0),
        ("from;to;from label;to label;depuis\n1;2;Alix;Bruno;2004\n2;3;Bruno;Chloé;2005\n", 0),
        ("id1,nom1,id2,nom2,lieu\n1,Alix,2,Bruno,Valence\n2,Bruno,3,Chloé,Romans\n", 1),
        ("\"\",\"ego\",\"name_ego\",\"alter\",\"name_alter\"\n\"1\",1,Alix,2,Bruno\n\"2\",2,Bruno,3,Chloé\n", 0),
    ])
    func namesBesideIDsAreWhatTheActorsAreCalled(_ text: String, _ attributes: Int) throws {
        let reading = read(text)
        let network = try reading.requireNetwork()
        #expect(
            network.actors.map(\.id) == ["1", "2", "3"] && network.actors.map(\.name) == ["Alix", "Bruno", "Chloé"])
        #expect(try ties(reading) == ["1-2", "2-3"] && network.ties.attributes.count == attributes)
        #expect(!reading.findings.contains { $0.severity == .warning })
    }

    @Test func anActorOfTwoNamesHasTheFirst() throws {
        let reading = read("source,source_name,target,target_name\n1,Alix,2,\n1,Alice,2,Bruno\n3,,1,Alix\n")
        #expect(try reading.requireNetwork().actors.map(\.name) == ["Alix", "Bruno", "3"])
        #expect(brief(reading).filter { $0.contains("several-names") } == ["warning several-names net.csv:3"])
        // Of one id in two writings, too.
        let twice = read("source,source_name,target,target_name\nCafe\u{301},,b,Bar\nCafé,Le Café,b,Bar\n")
        #expect(try twice.requireNetwork().actors.map(\.name) == ["Le Café", "Bar"])
        // The names of one end alone are an attribute of the tie.
        let half = try read("source,source_name,target\n1,Alix,2\n").requireNetwork()
        #expect(half.ties.attributes.map(\.name) == ["source_name"] && half.actors.map(\.name) == ["1", "2"])
    }

    @Test(arguments: [
        ("v1,v2\nv2,v3\nv3,v1\n", ["v1-v2", "v2-v3", "v3-v1"]), ("i,j\nj,k\n", ["i-j", "j-k"]),
        ("node1 node2\nnode2 node3\n", ["node1-node2", "node2-node3"]),
        ("v1,v2,3\nv2,v3,1\n", ["v1-v2 3.0", "v2-v3"]),
        ("actorA;actorB\nactorC;actorB\n", ["actorA-actorB", "actorC-actorB"]),
    ])
    func aFirstLineLikeAllOthersIsARow(_ text: String, _ expected: [String]) throws {
        let reading = read(text)
        #expect(try ties(reading) == expected)
        let said = try #require(reading.findings.first { $0.code == "no-header" })
        #expect(said.severity == .warning && said.message.contains("like all others"))
        // What it says leads on.
        let rows = text.split(separator: "\n")
        let mark = String(rows[0].first { ",; ".contains($0) } ?? ",")
        let header = ["source", "target", "weight"].prefix(rows[0].split(separator: mark).count).joined(separator: mark)
        let told = read(header + "\n" + text)
        #expect(try ties(told) == expected && !told.findings.contains { $0.code == "no-header" })
        #expect(
            try ties(read(([header] + rows.dropFirst().map(String.init)).joined(separator: "\n")))
                == Array(expected.dropFirst()))
    }

    @Test(arguments: [
        "V1,V2\nv3,v4\n", "v1,v2\nAlix,v3\n", "i,j\na,b\n", "node1,node2,why\nnode2,node3,x\n",
        "source,target\nsource,target\n",
        "x1,x2\nx3,x4,x5\n",
    ])
    func aHeaderThatDiffersStaysOne(_ text: String) {
        #expect(!read(text).findings.contains { $0.code == "no-header" })
    }

    @Test(arguments: [
        ("acteur;organisation;projet\nAlix;Atelier;P1\n", "projet"),
        ("person,event,organization\nAlix,Fair,Atelier\n", "event"),
        ("person,group,firm\nAlix,Choir,Mill\n", "firm"),
    ])
    func aThirdModeIsSaid(_ text: String, _ column: String) throws {
        let reading = read(text)
        #expect(try reading.requireNetwork().ties.attributes.map(\.name) == [column])
        let said = try #require(reading.findings.first { $0.code == "third-mode" })
        #expect(said.severity == .warning && said.message.contains("\"\(column)\""))
        #expect(!read("source,target,project\na,b,P\n").findings.contains { $0.code == "third-mode" })
    }

    @Test func whatStandsBesideActorAndEventIsTakenOrSaid() throws {
        let reading = read("acteur,événement,lieu,âge\nAlix,Foire,Valence,30\nBruno,Foire,Valence,40\nAlix,Bal,,30\n")
        #expect(try reading.requireNetwork().events.map(\.place) == ["Valence", nil])
        let said = try #require(reading.findings.first { $0.code == "columns-left-out" })
        #expect(said.severity == .warning && said.message.hasSuffix("left out: âge."))
        let moved = read("actor,event,place\na,e,X\nb,e,Y\n")
        #expect(
            try moved.requireNetwork().events[0].place == "Y"
                && brief(moved).filter { $0.hasPrefix("warning") } == ["warning several-places net.csv:3:place"])
    }
}
