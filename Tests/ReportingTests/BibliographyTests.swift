import Testing
import Vocabulary

@testable import Reporting

@Suite struct BibliographyTests {
    private let burt = Reference("Burt", 1992, "Structural Holes", "Harvard University Press", locator: "p. 55")
    private let hebert = Reference(
        "Hébert-Dufresne, Grochow and Allard", 2016, "Onion & spectrum", "Scientific Reports 6, 31708")

    @Test func `a work has one key, whatever the page cited`() {
        let elsewhere = Reference("Burt", 1992, "Structural Holes", "Harvard University Press", locator: "ch. 2")
        let list = Bibliography([burt, elsewhere])
        #expect(list.references.count == 1)
        #expect(list.citation([burt, elsewhere]) == "[@burt1992, p. 55; @burt1992, ch. 2]")
    }

    @Test func `keys are plain letters, and two works of a year differ`() {
        let other = Reference("Burt", 1992, "The Social Structure of Competition", "in Networks and Organizations, 57–91")
        let list = Bibliography([hebert, other, burt])
        #expect(list.key(of: hebert) == "hebertdufresne2016")
        #expect(Set([list.key(of: burt), list.key(of: other)]) == ["burt1992", "burt1992b"])
        #expect(Bibliography([burt, other, hebert]).key(of: burt) == list.key(of: burt), "the order does not matter")
    }

    @Test func `a journal is taken apart, a book has a publisher, anything else is told as it is`() {
        let text = Bibliography([
            Reference("Freeman", 1979, "Centrality", "Social Networks 1(3), 215–239"), burt, hebert,
            Reference("Coleman", 1988, "Social capital", "American Journal of Sociology 94, S95–S120"),
            Reference("Van Haverbeke and Li", 2007, "Distance", "Proceedings of KDD '03, 137–146"),
        ]).bibTeX()
        for line in [
            "@article{freeman1979,", "  journal = {Social Networks},", "  volume = {1},", "  number = {3},",
            "  pages = {215--239}", "@book{burt1992,", "  publisher = {Harvard University Press}",
            "  title = {{Onion \\& spectrum}},", "  pages = {S95--S120}", "  author = {{Van Haverbeke} and Li},",
            "  howpublished = {Proceedings of KDD '03, 137–146}",
        ] {
            #expect(text.contains(line), "\(line) in\n\(text)")
        }
    }

    @Test func `what is not in the list is not cited`() {
        #expect(Bibliography([burt]).citation([hebert]).isEmpty)
    }
}
