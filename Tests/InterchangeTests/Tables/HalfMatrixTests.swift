import NetworkModel
import Testing
import Vocabulary

@testable import Interchange

/// Matrices of which one half is written, with and without diagonal and ids, and surveys whose rows are not whole.
@Suite struct HalfMatrixTests {
    private func read(_ text: String, directed: Bool? = nil) -> Reading {
        NetworkFormat.matrix.read(Array(text.utf8), "m.csv", NetworkFormat.Options(directed: directed))
    }

    @Test(arguments: [
        // Below the diagonal.
        (",A,B,C,D\nA,0\nB,1,0\nC,0,2,0\nD,1,0,1,0\n", ["B-A", "C-B 2.0", "D-A", "D-C"]),
        (",A,B,C,D\nB,1\nC,0,2\nD,1,0,1\n", ["B-A", "C-B 2.0", "D-A", "D-C"]),
        (",A,B,C,D\nA\nB,1\nC,0,2\nD,1,0,1\n", ["B-A", "C-B 2.0", "D-A", "D-C"]),
        (",A,B,C,D\nA,\nB,1\nC,0,2\nD,1,0,1\n", ["B-A", "C-B 2.0", "D-A", "D-C"]),
        ("  A B C\nB 1    \nC 0 2  \nD 1 0 1\n", ["B-A", "C-B 2.0", "D-A", "D-C"]),
        (",A,B,C\nB,1,,\nC,0,2,\nD,1,0,1\n", ["B-A", "C-B 2.0", "D-A", "D-C"]),
        ("A 0\nB 1 0\nC 0 2 0\nD 1 0 1 0\n", ["B-A", "C-B 2.0", "D-A", "D-C"]),
        ("0\n1 0\n0 2 0\n1 0 1 0\n", ["2-1", "3-2 2.0", "4-1", "4-3"]),
        ("1\n0 2\n1 0 1\n", ["2-1", "3-2 2.0", "4-1", "4-3"]),
        ("A,B,C,D\n1\n0,2\n1,0,1\n", ["B-A", "C-B 2.0", "D-A", "D-C"]),
        // Above it.
        (",A,B,C,D\nA,0,1,0,1\nB,0,2,0\nC,0,1\nD,0\n", ["A-B", "A-D", "B-C 2.0", "C-D"]),
        (",A,B,C,D\nA,1,0,1\nB,2,0\nC,1\nD\n", ["A-B", "A-D", "B-C 2.0", "C-D"]),
        (",A,B,C,D\nA,1,0,1\nB,2,0\nC,1\n", ["A-B", "A-D", "B-C 2.0", "C-D"]),
        (",B,C,D\nA,1,0,1\nB,2,0\nC,1\n", ["A-B", "A-D", "B-C 2.0", "C-D"]),
        ("0 1 0 1\n0 2 0\n0 1\n0\n", ["1-2", "1-4", "2-3 2.0", "3-4"]),
        ("Liens de 2016\n\n;A;B;C\nA;0;1,5;NA\nB;0;2\nC;0\n", ["A-B 1.5", "B-C 2.0"]),
    ])
    func halves(_ text: String, _ expected: [String]) throws {
        let reading = read(text)
        #expect(try lines(reading.requireNetwork()) == expected)
        #expect(MatrixReader.recognises(text.lowercased()) && reading.findings.map(\.code).contains("half-matrix"))
        let directed = try read(text, directed: true).requireNetwork()
        #expect(lines(directed) == expected.map { $0.replacing("-", with: ">") })
    }

    @Test func aDiagonalThatNothingShowsIsAskedFor() {
        let reading = read("1\n0.5 1\n0.2 0.3 1\n")
        #expect(
            reading.network == nil && reading.findings.filter { $0.severity == .error }.map(\.code) == ["half-matrix"])
        #expect(MatrixReader.recognises("1\n0.5 1\n0.2 0.3 1\n"))
    }

    @Test(arguments: [
        // Neighbours by number, one row each; a matrix whose last cells were cut; other lengths; a word.
        "1 2\n2 1 3\n3 2 1 4\n", ",A,B,C\nA,,1\nB,1\nC\n", "0\n1 0\n0 1\n1 0 1 0\n", "0\n1 0\n0 x 0\n1 0 1 0\n",
        "A\nB C\nC D 2\n",
    ])
    func otherTables(_ text: String) {
        #expect(!MatrixReader.recognises(text))
    }

    @Test func whatElseASurveyAsks() throws {
        let text = "code,name,age,A,B,C\nA,Alix,40,0,1,0\nB,Bruno,35,1,0,2\nC,Chloe,22,0,1,0\n"
        let found = try read(text).requireNetwork()
        #expect(lines(found) == ["A>B", "B>A", "B>C 2.0", "C>B"] && MatrixReader.recognises(text))
        #expect(
            found.actors.map(\.name) == ["Alix", "Bruno", "Chloe"]
                && found.actors.values(of: "age") == ["40", "35", "22"])
    }

    @Test func whoHasNoRowWasNotAsked() throws {
        let reading = read("Répondant;Alix;Bruno;Chloé\nAlix;0;3;1\nBruno;2;0;0\n")
        #expect(try lines(reading.requireNetwork()) == ["Alix>Bruno 3.0", "Alix>Chloé", "Bruno>Alix 2.0"])
        let said = try #require(reading.findings.first { $0.code == "no-row" })
        #expect(said.message.contains("Chloé") && !said.message.contains("Alix"))
        // Without a word in the corner a row may have been lost.
        #expect(read(",A,B,C\nA,0,1,1\nB,1,0,0\n").network == nil)
    }

    @Test func aTableThatRNumberedIsAGuess() {
        let reading = read("\"\",\"age\",\"staff\"\n\"1\",40,2\n\"2\",35,3\n")
        #expect(brief(reading).contains("warning guessed-matrix m.csv:1"))
    }
}
