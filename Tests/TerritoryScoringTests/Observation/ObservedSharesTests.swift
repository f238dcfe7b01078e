import NetworkModel
import Testing

@testable import TerritoryScoring

struct ObservedSharesTests {
    private let insiders = (0..<10).map { "a\($0)" }

    private func shares(_ surveys: [String: Survey], asked: Int = 0, population: Int? = nil) throws -> ObservedShares {
        let observation = Observation(
            surveys: surveys, respondents: insiders.prefix(asked).map { Respondent(actor: $0) },
            population: population.map { Population(total: $0) })
        return ObservedShares(observation, try .standard(), insiders: insiders)
    }

    @Test func aCensusIsAll() throws {
        let shares = try shares(["knowledge": .census, "supply": .census, "events": .census])
        #expect(shares.share(of: .knowledge) == 1 && shares.share(of: .interaction) == 1 && shares.share(of: []) == 1)
    }

    /// Of ten actors four were asked: of pairs, all but those of the six others.
    @Test func aRosterIsThePairsOfThoseAsked() throws {
        let shares = try shares(["knowledge": Survey(.roster), "events": Survey(.roster)], asked: 4)
        #expect(abs(shares.share(of: .knowledgeTies) - (1 - 0.36)) < 1e-12)
        #expect(abs(shares.share(of: .knowledgeEvents) - 0.4) < 1e-12)
        #expect(abs(shares.share(of: .knowledge) - (0.64 + 0.4) / 2) < 1e-12)
    }

    @Test func documentsAreTheMiddleOfWhatTheyMayTell() throws {
        let stated = try shares(["supply": Survey(.documents, share: 0.2...0.6)])
        #expect(abs(stated.share(of: .interactionTies) - 0.4) < 1e-12)
        #expect(try shares(["knowledge": .census]).share(of: .interactionTies) == 0)
    }

    @Test func theUnlistedAreUnobserved() throws {
        let shares = try shares(["knowledge": .census, "events": .census], population: 40)
        #expect(abs(shares.share(of: .knowledgeTies) - 1.0 / 16) < 1e-12)
        #expect(abs(shares.share(of: .interactionEvents) - 0.25) < 1e-12)
    }
}
