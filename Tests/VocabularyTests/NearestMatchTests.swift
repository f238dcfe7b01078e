import Testing
import Vocabulary

@Suite struct NearestMatchTests {
    static let known = ["betweenness", "closeness", "groupe_archer", "erb", "romans_cuir"]

    @Test(arguments: [
        ("betweeness", "betweenness"), ("closness", "closeness"), ("Groupe-Archer", "groupe_archer"),
        ("romans cuir", "romans_cuir"), ("ebr", "erb"),
    ])
    func `finds the likely slip`(word: String, meant: String) {
        #expect(NearestMatch.find(word, in: Self.known) == meant)
    }

    @Test(arguments: ["", "zzzzzz", "x", String(repeating: "a", count: 100_000)])
    func `does not guess wildly`(word: String) {
        #expect(NearestMatch.find(word, in: Self.known) == nil)
    }

    @Test func `equal distances go to the one that sorts first`() {
        #expect(NearestMatch.find("bat", in: ["cat", "bar"]) == "bar")
    }

    @Test func `a hint is the beginning of a remedy, or nothing`() {
        #expect(NearestMatch.hint("closness", in: Self.known).en == "Did you mean \"closeness\"? ")
        #expect(NearestMatch.hint("zzzzzz", in: Self.known).isEmpty)
        #expect(NearestMatch.hint("er\u{1B}b", in: ["er\u{1B}bs"]).en == "Did you mean \"er\\u{1B}bs\"? ")
    }
}
