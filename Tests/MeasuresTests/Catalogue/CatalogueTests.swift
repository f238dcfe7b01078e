import Measures
import Testing
import Vocabulary

/// What holds of every declaration.
@Suite struct CatalogueTests {
    @Test func `ids are unique snake_case`() {
        let ids = MeasureCatalogue.all.map(\.id)
        #expect(Set(ids).count == ids.count)
        for id in ids {
            #expect(id.wholeMatch(of: /[a-z][a-z0-9]*(_[a-z0-9]+)*/) != nil, "\(id)")
        }
    }

    @Test(arguments: MeasureCatalogue.all.map(\.id)) func `a declaration is complete in both languages`(id: String) throws {
        let measure = try MeasureCatalogue.measure(id)
        for text in [measure.name, measure.reading, measure.convention] {
            #expect(!text.en.isEmpty && !text.fr.isEmpty)
        }
        for text in [measure.reading, measure.convention] {
            #expect(text.en != text.fr, "not translated: \(text.en)")
            #expect(text.en.hasSuffix(".") && text.fr.hasSuffix("."), "\(text)")
        }
        #expect(measure.undefined.en.isEmpty == measure.undefined.fr.isEmpty)
        #expect(!measure.formula.isEmpty && !measure.sources.isEmpty)
        for source in measure.sources {
            #expect((1900...2030).contains(source.year) && !source.container.isEmpty)
        }
        for french in [measure.name.fr, measure.reading.fr, measure.convention.fr, measure.undefined.fr] {
            #expect(french.firstMatch(of: /\ [;:?!»]/) == nil, "a plain space before a high mark: \(french)")
        }
    }

    @Test func `an unknown id is refused with the nearest one`() {
        let error = #expect(throws: MilieuError.self) { try MeasureCatalogue.measure("betweeness") }
        #expect(error?.cause == .usage && error?.remedy.contains("betweenness") == true)
    }
}
