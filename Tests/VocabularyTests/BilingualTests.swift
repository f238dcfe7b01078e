import Testing
import Vocabulary

struct BilingualTests {
    @Test func `texts are put together in each language`() {
        let both = Bilingual(en: "a ", fr: "un ") + Bilingual(en: "tie", fr: "lien")
        #expect(both == Bilingual(en: "a tie", fr: "un lien"))
        let list = [Bilingual(en: "actor", fr: "acteur"), Bilingual("e")].joined(separator: ", ")
        #expect(list == Bilingual(en: "actor, e", fr: "acteur, e"))
        #expect(Bilingual.empty.isEmpty && !both.isEmpty && (.empty + both) == both)
    }

    @Test(arguments: [(0, "0 rows", "0\u{A0}ligne"), (1, "1 row", "1\u{A0}ligne"), (2, "2 rows", "2\u{A0}lignes")])
    func `a count goes with its noun as each language has it`(_ count: Int, _ en: String, _ fr: String) {
        #expect("\(count, en: "row", "rows")" == en)
        #expect("\(count, fr: "ligne", "lignes")" == fr)
    }

    @Test func `errors and findings hold both languages and read as English where nothing is said`() {
        let (what, remedy) = (
            Bilingual(en: "No id.", fr: "Pas d'identifiant."), Bilingual(en: "Give one.", fr: "Donnez-en un.")
        )
        let error = MilieuError(.data, what, remedy: remedy)
        #expect(error.statement == what && error.advice == remedy)
        #expect(error.message == "No id." && error.remedy == "Give one." && error.description == "No id. Give one.")
        let finding = Finding(.note, "no-id", what, remedy: remedy, at: Place(file: "actors.csv"))
        #expect(finding.statement == what && finding.advice == remedy)
        #expect(finding.message == "No id." && finding.remedy == "Give one.")
    }

    @Test func `a slip is asked about in both languages`() {
        let hint = NearestMatch.hint("closness", in: ["closeness"])
        #expect(hint.fr == "Vouliez-vous dire «\u{A0}closeness\u{A0}»\u{A0}? ")
        #expect(NearestMatch.hint("zzzzzz", in: ["closeness"]).fr.isEmpty)
    }

    @Test func `what is beyond the number kept is counted in both languages`() {
        var findings = Findings()
        for line in 1...Findings.keptOfEachCode + 1 {
            findings.add(
                .note, "n", Bilingual(en: "x.", fr: "y."), remedy: .nothingToDo, at: Place(file: "a.csv", line: line))
        }
        let rest = findings.all.last
        #expect(rest?.statement.en.hasPrefix("1 more finding of this kind is") == true)
        #expect(rest?.statement.fr.hasSuffix("\u{A0}: 1.") == true)
    }
}
