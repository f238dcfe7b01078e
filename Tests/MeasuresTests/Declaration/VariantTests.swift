import Measures
import Testing
import Vocabulary

/// Measures in the conventions of other tools: declared, reached and named.
@Suite struct VariantTests {
    @Test(arguments: MeasureCatalogue.variants.map(\.id)) func `a variant is declared in both languages`(id: String) throws {
        let variant = try MeasureCatalogue.measure(id)
        let base = try MeasureCatalogue.measure(#require(variant.variantOf).id)
        for text in [variant.name, variant.convention] {
            #expect(!text.en.isEmpty && !text.fr.isEmpty && text.en != text.fr, "\(text)")
        }
        #expect(variant.convention.en.hasSuffix(".") && variant.convention.fr.hasSuffix("."))
        #expect(variant.convention != base.convention)
        #expect(variant.undefined.en.isEmpty == variant.undefined.fr.isEmpty)
        #expect(id.wholeMatch(of: /[a-z][a-z0-9]*(_[a-z0-9]+)*/) != nil)
        for french in [variant.name.fr, variant.convention.fr, variant.undefined.fr] {
            #expect(french.firstMatch(of: /\ [;:?!»]/) == nil, "a plain space before a high mark: \(french)")
        }
    }

    @Test func `ids of measures and variants are unique, and a tool has one number of a measure`() {
        let ids = (MeasureCatalogue.all + MeasureCatalogue.variants).map(\.id)
        #expect(Set(ids).count == ids.count)
        for measure in MeasureCatalogue.all {
            for tool in PeerTool.allCases { #expect(measure.variants.count { $0.tools.contains(tool) } < 2, "\(measure.id)") }
        }
        for tool in PeerTool.allCases { #expect(MeasureCatalogue.all.contains { $0.isVaried(by: tool) }, "\(tool)") }
    }

    /// The table of conventions: a path of four, a pair and an isolate.
    @Test func `closeness is that of each tool`() throws {
        let edges = [(0, 1), (1, 2), (2, 3), (4, 5)]
        func values(_ tool: PeerTool?) throws -> [Double?] {
            var options = Sample.teamOptions
            options.convention = tool
            let context = try Sample.context(actors: 7, edges, options: options)
            let table = try MeasureTable(MeasureSelection(ids: ["closeness"]), in: context).table
            #expect(table.columns[2].field.id == "closeness")
            #expect(table.columns[2].field.description.en.contains(tool.map { "As \($0.name)" } ?? "Wasserman"))
            #expect(table.provenance?.view?.en.contains("conventions") == (tool != nil))
            return Sample.numbers(table.columns[2].values)
        }
        #expect(try values(.igraph) == [0.5, 0.75, 0.75, 0.5, 1, 1, nil])
        #expect(try values(.networkx).map { $0.map { ($0 * 1000).rounded() } } == [250, 375, 375, 250, 167, 167, 0])
        #expect(try values(.sna) == [0, 0, 0, 0, 0, 0, 0])
        // Distances 1 + 2 + 3 and three times 7; 1 and five times 7; six times 7.
        #expect(try values(.ucinet).map { $0.map { ($0 * 1000).rounded() } } == [22222, 24000, 24000, 22222, 16667, 16667, 14286])
        #expect(try values(nil) == values(.networkx))
    }

    @Test func `a tool without another number leaves the measure alone`() throws {
        let measure = try MeasureCatalogue.measure("pagerank")
        #expect(measure.as(.ucinet).convention == measure.convention)
    }
}
