import Tabular
import Testing

@testable import TerritoryScoring

/// What the tables of a score say beside their numbers.
struct ScoreTablesTests {
    /// A p says nothing without what it is the chance of.
    @Test func everyPOfAnIndicatorStandsBesideItsModel() throws {
        var tested = 0
        for seed in 0..<4 {
            let score = try Made.random(UInt64(seed), insiders: 12).score { method, options in
                options.hasNulls = true
                method.nullDraws = 19
            }
            let table = ScoreTables([score]).indicators
            func column(_ id: String) throws -> Column { try #require(table.columns.first { $0.field.id == id }) }
            let (ids, models, p) = (try column("indicator"), try column("model"), try column("p"))
            #expect(models.field.title.en == "null model")
            for row in 0..<table.rowCount {
                guard case .number(let value) = p[row] else {
                    #expect(models[row] == .empty)
                    continue
                }
                tested += 1
                let test = score.nullTests.first { test in
                    ids[row] == .text(test.subject.id) && models[row] == .text(test.model.rawValue)
                }
                #expect(test?.p == value, "\(ids[row])")
            }
        }
        #expect(tested > 8)
    }

    /// Every column is declared: a paper that prints the table finds words for it.
    @Test func everyColumnHasItsWords() throws {
        let scores = try (0..<2).map { seed in
            try Made.random(UInt64(seed), insiders: 9).score(draws: 40) { method, options in
                (options.hasNulls, options.hasLeverage, options.hasSensitivity) = (true, true, true)
                (method.nullDraws, method.sobolRows) = (9, 8)
            }
        }
        for table in ScoreTables(scores).all {
            for field in table.columns.map(\.field) where !field.id.hasPrefix("probability_") {
                #expect(!field.description.en.isEmpty && !field.description.fr.isEmpty, "\(field.id)")
            }
        }
    }
}
