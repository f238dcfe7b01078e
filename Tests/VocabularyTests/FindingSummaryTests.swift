import Testing
import Vocabulary

@Suite struct FindingSummaryTests {
    @Test func aFaultThatRepeatsIsOneLineAndErrorsComeFirst() {
        var findings = Findings()
        findings.add(.note, "n", Bilingual("note"), remedy: .empty, at: Place(file: "a.csv", line: 1))
        for line in 2..<252 {
            findings.add(
                .error, "e", Bilingual("error \(line)"), remedy: .empty,
                at: Place(file: "a.csv", line: line, column: "x"))
        }
        findings.add(
            .error, "e", Bilingual("other column"), remedy: .empty, at: Place(file: "b.csv", line: 9, column: "y"))
        findings.add(.warning, "w", Bilingual("warning"), remedy: .empty, at: Place(file: "a.csv", line: 3))
        let all = FindingSummary.all(of: findings.all)
        #expect(all.map(\.first.code) == ["e", "e", "w", "n"])
        #expect(all.map(\.count) == [250, 1, 1, 1])
        #expect(all[0].first.message == "error 2" && all[0].others.count == 99 && all[0].others[0].line == 3)
    }

    @Test func wordsAndNamesFold() {
        #expect(FoldedWord.of("Vertex 1") == "vertex1" && FoldedWord.of("Début_de l’Œuvre") == "debutdeloeuvre")
        #expect(FoldedWord.of("E\u{301}tat") == FoldedWord.of("état") && FoldedWord.of("日本 x") == "日本x")
        #expect(NameKey.of(" Pôle\u{A0} Sud\u{200B} ") == "pôle sud" && NameKey.spaced("\u{FEFF}") == "")
    }
}
