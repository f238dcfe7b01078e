import Testing
import Vocabulary

@Suite struct WordsTests {
    @Test func `standard layers come in their order, the dataset's own after them`() {
        let layers = ["zeal", "finance", "kinship", "knowledge"].map(Layer.init(rawValue:))
        #expect(layers.sorted().map(\.rawValue) == ["knowledge", "finance", "kinship", "zeal"])
    }

    @Test func `every word has both languages`() {
        let words = Layer.standard.map(\.name) + Sphere.allCases.map(\.name) + TieStatus.allCases.map(\.name)
        #expect(words.allSatisfy { !$0.en.isEmpty && !$0.fr.isEmpty })
    }

    @Test func `a place reads like one`() {
        let place = Place(file: "ties.csv", line: 12, column: "target", id: "erb")
        #expect(place.description == #"ties.csv:12, column "target" (erb)"#)
        #expect(place.text(.french) == "ties.csv:12, colonne «\u{A0}target\u{A0}» (erb)")
        #expect(Place(file: Place.standardInput).text(.french) == "entrée standard")
        let error = MilieuError(
            .data, Bilingual(en: "No such actor.", fr: "Pas de tel acteur."),
            remedy: Bilingual(en: "Correct it.", fr: "Corrigez-le."), at: place)
        #expect(error.description == #"ties.csv:12, column "target" (erb): No such actor. Correct it."#)
    }

    @Test func `severities are ordered with errors first`() {
        #expect(Finding.Severity.error < .warning && Finding.Severity.warning < .note)
    }
}
