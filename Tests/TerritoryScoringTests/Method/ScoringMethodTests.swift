import NetworkModel
import Tabular
import Testing
import Vocabulary

@testable import TerritoryScoring

/// The method file: what it may say, and what it is told where it is wrong.
struct ScoringMethodTests {
    private func refusal(_ text: String) -> MilieuError? {
        do {
            _ = try ScoringMethod(toml: text, file: "m.toml")
            return nil
        } catch { return error }
    }

    @Test func theStandardFileSetsEveryParameter() throws {
        let text = ScoringMethod.embeddedText
        for parameter in try ScoringMethod.standard().parameters {
            let name = parameter.name.split(separator: ".").last!
            #expect(text.split(separator: "\n").contains { $0.hasPrefix("\(name) = ") }, "\(parameter.name)")
        }
        #expect(try ScoringMethod.standard().changes.isEmpty)
    }

    /// One that a file leaves out and nothing behind it supplies has no weight, which is not the weight 0.
    @Test(arguments: ["pooling", "shared_governance", "activity_creation", "structure"])
    func aWeightThatIsMissingIsAnErrorThatNamesIt(_ name: String) throws {
        let lines = ScoringMethod.embeddedText.split(separator: "\n", omittingEmptySubsequences: false)
        let text = lines.filter { !$0.hasPrefix("\(name) = ") }.joined(separator: "\n")
        var reader = MethodReader(text: text, file: "m.toml", base: ScoringMethod())
        do {
            _ = try reader.read()
            Issue.record("\(name) has no weight")
        } catch {
            #expect(error.message.contains("\"\(name)\" has no weight") && error.place?.file == "m.toml", "\(error)")
        }
        var whole = MethodReader(text: ScoringMethod.embeddedText, file: "m.toml", base: ScoringMethod())
        #expect(throws: Never.self) { try whole.read() }
    }

    @Test func anOwnFileReplacesWhatItSaysAndKeepsTheRest() throws {
        let method = try ScoringMethod(
            toml: """
                id = "mine"
                threshold = 0.6
                [dimensions]
                creation = 2
                [indicators]
                pooling = 0.5
                [factors]
                window = false
                """, file: "m.toml")
        let standard = try ScoringMethod.standard()
        #expect(method.threshold == 0.6 && method.dimensionWeights[.creation] == 2)
        #expect(method.indicatorWeights["pooling"] == 0.5 && method.indicatorWeights["mixing"] == 1)
        #expect(!method.factors.contains(.window) && method.factors.count == standard.factors.count - 1)
        #expect(method.certainty == standard.certainty)
        #expect(method.changes.map(\.name) == ["id", "threshold", "factors.window", "dimensions.creation", "indicators.pooling"])
    }

    @Test(arguments: [
        ("thresold = 0.5", "threshold", 1),
        ("id = \"x\"\n[indicators]\nreciprocty = 1", "reciprocity", 3),
        ("[dimensions]\nengagement = 1\nstrukture = 1", "structure", 3),
        ("[dimensions]\nties = 1", "engagement", 2),
        ("[indicators]\nbroker_independence = 1", "robustness", 2),
        ("id = \"milieu\"\nversion = \"1\"", "method 1", 2),
        ("version = \"1\"\nthreshold = 0.4", "method 1", 1),
        ("[factors]\nwindows = true", "window", 2),
        ("[uncertainty]\ndraw = 5", "draws", 2),
        ("[indicators]\nmixing = -1", "0 or more", 2),
        ("[indicators]\nmixing = \"much\"", "0 or more", 2),
        ("[indicators]\nmixing = nan", "0 or more", 2),
        ("threshold = 1.5", "from 0", 1),
        ("threshold = \"high\"", "from 0", 1),
        ("window_years = 2.5", "whole number", 1),
        ("threshold_range = [0.6, 0.4]", "smaller one first", 1),
        ("threshold_range = 0.5", "smaller one first", 1),
        ("aggregation = \"median\"", "geometric", 1),
        ("returnable_layers = \"supply\"", "list", 1),
        ("[factors]\nwindow = 1", "true or false", 2),
        ("indicators = 3", "[indicators]", 1),
        ("id = \"x\"\n\nthreshold = = 1", "TOML", 3),
        ("id = \"x\"\nthreshold = 0.6\0", "null character", 2),
        ("[uncertainty]\ndraws = 99999999999", "whole number", 2),
        ("id = \"x\"\r\n [.dimensions]\r\n", "no name", 2),
        ("[\n", "no name", 1),
        ("[[ =", "no name", 1),
    ])
    func aFaultIsTold(_ text: String, _ word: String, _ line: Int) throws {
        let error = try #require(refusal(text))
        #expect(error.cause == .usage && error.description.contains(word), "\(error.description)")
        #expect(error.place?.line == line, "\(error.description)")
    }

    @Test func anAxisWithoutAnyWeightIsRefused() throws {
        let zeros = IndicatorCatalogue.all.filter { $0.axis == .learning }.map { "\($0.id) = 0" }.joined(separator: "\n")
        let error = try #require(refusal("[indicators]\n" + zeros))
        #expect(error.message.contains("learning") && !error.remedy.isEmpty)
        let dimensions = Axis.interaction.dimensions.map { "\($0.rawValue) = 0" }.joined(separator: "\n")
        #expect(refusal("[dimensions]\n" + dimensions)?.message.contains("interaction") == true)
    }

    /// Half of the seeds are beyond a signed number.
    @Test(arguments: [1, UInt64(Int64.max), UInt64(Int64.max) + 1, UInt64.max])
    func theSeedIsToldDigitByDigit(_ seed: UInt64) throws {
        let score = try Made.random(1).score(draws: 10, seed: seed)
        let tables = ScoreTables([score])
        for format in TableFormat.all {
            for text in [format.text(tables.score), format.text(tables.parameters)] {
                #expect(text.contains("\(seed)") && !text.contains("-\(seed)"), "\(format.id)")
            }
        }
    }

    @Test func theTablesAreThoseThatAreNamed() throws {
        let score = try Made.random(1).score(draws: 10)
        #expect(ScoreTables([score, score]).all.map(\.name).sorted() == ScoreTables.names.sorted())
        for table in ScoreTables([score, score]).all {
            for column in table.columns {
                let field = column.field
                #expect(!field.description.en.isEmpty && !field.description.fr.isEmpty, "\(table.name).\(field.id)")
            }
        }
    }
}
