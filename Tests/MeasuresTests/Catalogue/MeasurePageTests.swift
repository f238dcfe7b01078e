import Measures
import Testing
import Vocabulary

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// `Documentation/measures.*.md` says what the declarations say.
@Suite struct MeasurePageTests {
    @Test(arguments: Language.allCases) func `the page in the repository is the one that the declarations make`(language: Language) throws {
        let root = #filePath.split(separator: "/").dropLast(4).joined(separator: "/")
        let path = "/\(root)/Documentation/measures.\(language.rawValue).md"
        let written = try String(decoding: Data(contentsOf: URL(filePath: path)), as: UTF8.self)
        #expect(written == MeasurePage.text(language), "stale: call `make measure-pages`")
    }

    /// The number of measures stands in one place, the catalogue.
    @Test func `README counts the measures that there are`() throws {
        let root = #filePath.split(separator: "/").dropLast(4).joined(separator: "/")
        let readme = try String(decoding: Data(contentsOf: URL(filePath: "/\(root)/README.md")), as: UTF8.self)
        let counts = readme.matches(of: /(\d+) measures/).compactMap { Int($0.1) }
        #expect(counts == [MeasureCatalogue.all.count], "write \(MeasureCatalogue.all.count) measures into README.md")
        #expect(MeasurePage.text(.english).contains("\n\(MeasureCatalogue.all.count) measures, and \(MeasureCatalogue.variants.count) variants"))
    }

    @Test func `every measure and variant stands there once`() {
        let page = MeasurePage.text(.english)
        for measure in MeasureCatalogue.all {
            #expect(page.ranges(of: "### `\(measure.id)`").count == 1, "\(measure.id)")
        }
        for variant in MeasureCatalogue.variants {
            #expect(page.ranges(of: "- `\(variant.id)`").count == 1, "\(variant.id)")
        }
    }
}
