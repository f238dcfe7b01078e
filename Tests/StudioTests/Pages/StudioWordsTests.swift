import Testing
import Vocabulary

@testable import Studio

@Suite struct StudioWordsTests {
    /// The same word in both languages, or a sign.
    private static let same: Set<String> = [
        "studio", "source", "passage", "figure", "which", "score", "when", "tables", "actor_kind", "bench",
    ]

    @Test func `each text has a name of its own, and both languages`() {
        let names = StudioWords.all.map(\.name)
        #expect(Set(names).count == names.count)
        for (name, words) in StudioWords.all where !Self.same.contains(name) {
            #expect(words.text(.english) != words.text(.french), "\(name)")
        }
    }

    @Test func `French has no space that breaks before a sign of two parts`() {
        for (name, words) in StudioWords.all {
            let french = Array(words.text(.french))
            for (before, sign) in zip(french, french.dropFirst()) where ":;?!%»".contains(sign) {
                #expect(before != " ", "\(name): \(words.text(.french))")
            }
        }
    }

    @Test(arguments: [Language.english, .french]) func `the page and its scripts ask for no text that there is not`(
        language: Language
    ) throws {
        #expect(!StudioPage.html(language).contains("{{"))
        let names = Set(StudioWords.all.map(\.name))
        var asked = 0
        for script in ["core", "runs", "tables", "passages", "bench", "figure", "numbers"] {
            let answer = try #require(StudioPage.answer("GET", [script + ".js"], language))
            for found in String(decoding: answer.body, as: UTF8.self).matches(of: /\bt\("(\w+)"\)|"((?:one|many)_\w+)"/)
            {
                asked += 1
                let name = String(found.1 ?? found.2 ?? "")
                #expect(names.contains(name), "\(script): \(name)")
            }
        }
        #expect(asked > 60)
    }
}
