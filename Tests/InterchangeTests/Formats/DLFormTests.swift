import Fixtures
import NetworkModel
import Testing
import Vocabulary

@testable import Interchange

/// The many ways in which DL tells one network, and those in which it tells none.
@Suite struct DLFormTests {
    @Test(arguments: [
        // The same network in every form: a>b, a>c, b>c, c>a.
        "dl n=3 format=fullmatrix\nlabels:\na b c\ndata:\n0 1 1\n0 0 1\n1 0 0\n",
        "dl n=3 format=edgelist\nlabels: a,b,c\ndata:\n1 2\n1 3\n2 3\n3 1\n",
        "DL N=3 FORMAT=EDGELIST1\nLABELS EMBEDDED\nDATA:\na b\na c\nb c\nc a\n",
        "dl format=edgelist1\nlabels embedded:\ndata:\na b\nA c\nB c\nC a\n",
        "dl n=3 format=edgelist1\nlabels:\na,b,c\ndata:\na b\na c\nB C\nc A\n",
        "dl n=3 format=nodelist1\nlabels:\na,b,c\ndata:\n1 2 3\n2 3\n3 1\n",
        "dl n=3 format=nodelist1b\nlabels: a b c\ndata:\n2 2 3\n1 3\n1 1\n",
        "dl n=3 format=edgearray1\nlabels: a b c\ndata:\n1 2 1\n1 3 1\n2 1 0\n2 3 1\n3 1 1\n",
        "dl n=3 format=blockmatrix\nlabels: a b c\ndata:\nrows 1 cols 2 to 3 value 1\nrow 2 col 3 value = 1\nrows 3 cols 1-1 value 1\n",
        "dl n=3 format=blockmatrix\nlabels = a b c\ndata:\nrows all cols all value 1\nrows 2 3 cols 1 value 0\nrow 3 cols all value 0\nrows 3 cols 1 value 1\ndiag 0\n",
        "dl nr=3 nc=3\nrow labels: a b c\ncolumn labels: a b c\ndata:\n0 1 1\n0 0 1\n1 0 0\n",
        "dl ni=3, nj=3\nrow labels: a b c\ncol labels: a b c\ndata:\n0 1 1\n0 0 1\n1 0 0\n",
    ])
    func everyFormTellsTheSame(_ text: String) throws {
        let found = try network(.ucinet, text)
        #expect(found.actors.allIDs == ["a", "b", "c"] && lines(found) == ["a>b", "a>c", "b>c", "c>a"])
    }

    @Test func labelsOfSeveralWords() throws {
        for labels in [
            "Pole Sud\nGroupe Archer\nMairie", "Pole Sud, Groupe Archer,Mairie",
            "\"Pole Sud\",\"Groupe Archer\" Mairie",
        ] {
            let found = try network(.ucinet, "dl n=3\nlabels:\n\(labels)\ndata:\n0 1 0\n0 0 1\n0 0 0\n")
            #expect(lines(found) == ["Pole Sud>Groupe Archer", "Groupe Archer>Mairie"])
        }
        let equal = try network(.ucinet, "dl n=3 labels: a=b=c data: 0 1 0 0 0 1 0 0 0")
        #expect(lines(equal) == ["a>b", "b>c"])
        let kept = try network(.ucinet, "dl n=2 format=edgelist1\nlabels:\nx=1,y=2\ndata:\n1 2\n")
        #expect(lines(kept) == ["x=1>y=2"])
    }

    @Test func aLabelTooFewIsNotTheWordData() {
        let found = faults(.ucinet, "dl n=3\nlabels:\na b\ndata:\n0 1 0\n1 0 0\n0 1 0\n")
        #expect(found.map(\.code) == ["bad-syntax"] && found[0].message.contains("for 3"))
    }

    @Test func ranksAreCostsAndNotStrengths() throws {
        let found = try network(.ucinet, "dl n=3 format=rankedlist1\nlabels: a b c\ndata:\n1 3 2\n2 1\n")
        #expect(lines(found) == ["a>c", "a>b 2.0", "b>a"] && found.tieKinds.map(\.weightMeans) == [.cost])
    }

    @Test func anArrayHasAValueForEachRelation() throws {
        let text =
            "dl n=3 nm=2 format=edgearray1\nlabels embedded\nmatrix labels:\nadvice,credit\ndata:\na b 1 0\nb c 2 3\n"
        let found = try network(.ucinet, text)
        #expect(lines(found) == ["a>b advice", "b>c 2.0 advice", "b>c 3.0 credit"])
        #expect(faults(.ucinet, text.replacing("a b 1 0", with: "a b 1")).map(\.code) == ["ragged-row"])
    }

    @Test func whatIsNotKnownIsSaid() throws {
        let reading = NetworkFormat.ucinet.read(Array("dl nr=2 nc=2\ndata:\n1 NA\n. 1\n".utf8), "x", .init())
        let found = try reading.requireNetwork()
        #expect(found.participation.count == 2)
        #expect(reading.findings.filter { $0.severity == .warning }.map(\.code) == ["missing-ties"])
        #expect(reading.findings.contains { $0.message.hasPrefix("2 cells") })
    }

    @Test(arguments: [
        ("dl n=3 format=nodelist1b\ndata:\n2 2 3\n2 3\n1 1\n", "ragged-row"),
        ("dl n=3 format=nodelist1b\ndata:\n1 2\n1 3\n", "ragged-row"),
        ("dl n=1 format=nodelist1b\ndata:\n0\n0\n", "ragged-row"),
        ("dl format=edgelist1\ndata:\n1 2\n", "missing-value"),
        ("dl n=2 format=blockmatrix\ndata:\nrows 1 to 3 cols 1 value 1\n", "unknown-id"),
        ("dl n=2 format=blockmatrix\ndata:\nlines 1\n", "bad-syntax"),
        ("dl n=9000 format=blockmatrix\ndata:\nrows all cols all value 1\n", "too-large"),
    ])
    func anotherNetworkIsNone(_ text: String, _ code: String) {
        #expect(faults(.ucinet, text).map(\.code) == [code])
    }

    /// A hostile file makes us read none that its user did not name.
    @Test func dataElsewhereAreReadOnlyWherePermitted() throws {
        let folder = try TemporaryFolder()
        try folder.write("0 1\n0 0\n", to: "matrix.dat")
        for name in ["matrix.dat", "C:\\data\\MATRIX.DAT", "../../matrix.dat", "\"matrix.dat\""] {
            try folder.write("dl n=2\nlabels: a b\ndatafile=\(name)\n", to: "net.dl")
            let refused = try InputReader.read(path: folder.file("net.dl"))
            #expect(refused.network == nil && refused.findings.map(\.code) == ["other-file"])
            #expect(refused.findings.allSatisfy { $0.remedy.lowercased().contains("--beside \"matrix.dat\"") })
            let other = try InputReader.read(
                path: folder.file("net.dl"), InputReader.Options(beside: [folder.file("net.dl")]))
            #expect(other.network == nil)
            let read = try InputReader.read(
                path: folder.file("net.dl"), InputReader.Options(beside: [folder.file("matrix.dat")]))
            #expect(try lines(read.requireNetwork()) == ["a>b"])
        }
        try folder.write("0 1\n0 x\n", to: "matrix.dat")
        let broken = try InputReader.read(
            path: folder.file("net.dl"), InputReader.Options(beside: [folder.file("matrix.dat")]))
        #expect(broken.findings.map(\.code) == ["bad-number"] && broken.findings[0].message.contains("matrix.dat"))
    }
}
