import Measures
import NetworkModel
import Testing
import Vocabulary

@testable import Figures

@Suite struct CaptionTests {
    private func numbers(_ change: (inout ViewOptions) -> Void = { _ in }) throws -> [String] {
        var options = ViewOptions()
        change(&options)
        let view = try Drawn.romans().view(options)
        return Language.allCases.map { Caption.numbers(of: view, $0) }.sorted()
    }

    /// Four of the 98 actors had ended by the day of which the dataset tells.
    @Test func `the day that is named is that of the actors shown`() throws {
        for text in try numbers() {
            #expect(text.hasPrefix("94 act") && text.contains("2016-06-06, ") == false)
        }
        #expect(
            try numbers().contains {
                $0.contains("as of 2016-06-06 (without 4 actors not there at 2016-06-06; directed)")
            })
        #expect(
            try numbers().contains { $0.contains("état de 2016-06-06 (sans 4 acteurs absents au 2016-06-06\u{A0}; orienté)") }
        )
        #expect(
            try numbers { $0.date = PartialDate("2014") }.contains {
                $0.hasPrefix("96 actors") && $0.contains("as of 2014 (at 2014")
            })
    }

    @Test func `of all times no day is named`() throws {
        for text in try numbers({ $0.statuses = Set(TieStatus.allCases) }) {
            #expect(
                text.hasPrefix("98 act") && !text.contains("as of") && !text.contains("état de")
                    && !text.contains("not there"))
        }
    }
}
