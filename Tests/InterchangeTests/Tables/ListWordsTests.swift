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
            "source,target\nGroupe Archer,Pôle Sud Archer\nArcher groupe,Fromagerie Martin\nFromagerie Marti,Firm 1\nFirm 2,Firm 1\n"
        )
        let said = try #require(near.findings.first { $0.code == "near-names" })
        #expect(
            said.message.contains("(2)") && said.message.contains("Archer groupe")
                && said.message.contains("Fromagerie Marti"))
    }
}
