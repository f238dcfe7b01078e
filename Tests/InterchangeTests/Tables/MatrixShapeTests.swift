import NetworkModel
import Testing
import Vocabulary

@testable import Interchange

/// Matrices with and without ids, below titles, with sums and gaps; and tables that are none.
@Suite struct MatrixShapeTests {
    private func read(_ text: String, directed: Bool? = nil) -> Reading {
        NetworkFormat.matrix.read(Array(text.utf8), "m.csv", NetworkFormat.Options(directed: directed))
    }

    private func ties(_ text: String) throws -> [String] {
        let network = try read(text, directed: true).requireNetwork()
        return network.ties.map {
            network.actors.id(at: $0.source) + network.actors.id(at: $0.target)
                + ($0.weight == 1 ? "" : "\(Int($0.weight))")
        }
    }

    @Test(arguments: [
        ",a,b,c\na,0,1,0\nb,1,0,2\nc,0,0,0\n", "a,b,c\n0,1,0\n1,0,2\n0,0,0\n", "a,0,1,0\nb,1,0,2\nc,0,0,0\n",
        "x;a;b;c\na;;1;\nb;1;;2\nc;;;\n", "a,b,c\na,0,1,0\nb,1,0,2\nc,0,0,0\n",
        ",a,b,c\na,NA,1,0\nb,1,NA,2\nc,0,.,NA\n",
        "Conseils reçus\n\n,a,b,c\na,0,1,0\nb,1,0,2\nc,0,0,0\n",
        ";Conseils reçus de;;\n;a;b;c\na;0;1;0\nb;1;0;2\nc;0;0;0\n",
        ",a,b,c,Total\na,0,1,0,1\nb,1,0,2,3\nc,0,0,0,0\nTotal,1,1,2,4\n",
        "\"\" a b c\na 0 1 0\nb 1 0 2\nc 0 0 0\n".replacing(" ", with: "\t"),
    ])
    func formsOfOneMatrix(_ text: String) throws {
        #expect(MatrixReader.recognises(text.lowercased()))
        #expect(try ties(text) == ["ab", "ba", "bc2"])
    }

    @Test func numbersAloneAreAMatrixWhereTheyCanBeNothingElse() throws {
        #expect(try ties("0,1,1\n1,0,0\n1,0,0\n") == ["12", "13", "21", "31"])
        #expect(brief(read("0,1,1\n1,0,0\n1,0,0\n")).contains("warning guessed-matrix m.csv:1"))
        #expect(try ties("0 1 1 0\n1 0 0 0\n1 0 0 1\n0 0 1 0\n").count == 6)
        #expect(!MatrixReader.recognises("1,2,5\n2,3,1\n3,1,4\n") && !MatrixReader.recognises("1,2,5\n2,3,1\n"))
    }

    @Test func rowsAndColumnsOfTwoSortsAreTwoModes() throws {
        let network = try read("Acteur;Club;Jury;Salon\nAlix;1;0;x\nBruno;0;1;oui\n").requireNetwork()
        #expect(
            network.actors.map(\.id) == ["Alix", "Bruno"] && network.events.map(\.id) == ["Club", "Jury", "Salon"])
        #expect(network.participation.map { [$0.actor, $0.event] } == [[0, 0], [0, 2], [1, 1], [1, 2]])
    }

    @Test func whatIsNotKnownIsSaid() {
        #expect(brief(read(",a,b\na,0,NA\nb,1,0\n")).contains("warning unknown-cells m.csv:2"))
        #expect(brief(read(",a,b\na,,\nb,1,0\n")).contains("note empty-cells m.csv"))
        #expect(brief(read(",a,b,Total\na,0,1,1\nb,1,0,1\nTotal,1,1,2\n")).contains("warning total-row m.csv:1"))
        // An actor of that name, whose row is no sum.
        #expect(throws: Never.self) { try read(",a,Total\na,0,5\nTotal,3,0\n").requireNetwork() }
        #expect((try? read(",a,Total\na,0,5\nTotal,3,0\n").requireNetwork())?.actors.count == 2)
    }

    @Test(arguments: [
        "id,inside,collective\na,1,0\nb,0,1\n", "nom;effectif;membres\na;3;4\nb;5;6\n", "source,target,weight\na,b,1\n",
        "\"\",\"ego\",\"alter\",\"w\"\n\"1\",11,12,1\n\"2\",12,13,2\n", "Alix,Bruno,2\nBruno,Chloe,3\n", "a,b\nb,c\n",
        "i,j\n1,2\n2,1\n",
    ])
    func tablesThatAreNone(_ text: String) {
        #expect(!MatrixReader.recognises(text))
    }
}
