import Fixtures
import GraphKernels
import Interchange
import NetworkModel
import TerritoryScoring
import Testing
import Vocabulary

@testable import Fieldwork

/// A made-up territory answered by a seeded script: questionnaire → answers → dataset → score.
@Suite struct SurveyRoundTripTests {
    /// Twelve inside, three outside, of whom the dataset lists two; documents told a few ties.
    struct Town {
        let actors: [(String, String)]
        let truth: Network
        let known: Network
        let asked: [String]

        init(seed: UInt64) throws {
            var random = RandomSource(seed: seed)
            let actors = (1...12).map { ("f\($0)", "Firm \($0)") } + (1...3).map { ("o\($0)", "Far \($0)") }
            self.actors = actors
            var ties: [(String, String, String)] = []
            for one in 0..<15 {
                for other in 0..<15 where one != other && (one < 12 || other < 12) {
                    if random.unit() < 0.14 { ties.append((actors[one].0, actors[other].0, "advice")) }
                    if one < other, random.unit() < 0.2 { ties.append((actors[one].0, actors[other].0, "work")) }
                }
            }
            let parts = (0..<12).flatMap { actor in
                ["fair", "feast"].filter { _ in random.unit() < 0.4 }.map { (actors[actor].0, $0) }
            }
            let far: Set<String> = ["o1", "o2", "o3"]
            truth = try Valley.network(
                actors, ties: ties, outside: far, events: ["fair", "feast"], participation: parts)
            let documents = ["knowledge", "cooperation", "events"].map { ($0, Survey(.documents)) }
            known = try Valley.network(
                Array(actors.dropLast()),
                ties: ties.filter { _ in random.unit() < 0.15 }.filter { $0.0 != "o3" && $0.1 != "o3" },
                surveys: Dictionary(uniqueKeysWithValues: documents), outside: far, events: ["fair"])
            asked = ["f1", "f4", "f9"]
        }

        /// The answers of each who is asked, as rows of the form's tables; every second tie leaves it to the evidence who
        /// told it, the others say so.
        func answer(_ folder: TemporaryFolder) throws {
            var ties = "source,target,kind,reported_by,evidence\n"
            var parts = "actor,event,evidence\n"
            var number = 0
            for id in asked {
                for tie in truth.ties {
                    let ends = [truth.actors.id(at: tie.source), truth.actors.id(at: tie.target)]
                    guard ends.contains(id) else { continue }
                    number += 1
                    let kind = truth.tieKinds[tie.kind].id
                    // Who answers stands first where the tie has no direction.
                    let turned = kind == "work" && ends[1] == id
                    ties += "\(ends[turned ? 1 : 0]),\(ends[turned ? 0 : 1]),\(kind),"
                    ties += number % 2 == 0 ? ",interview_\(id)\n" : "\(id),\n"
                }
                for row in truth.participation where truth.actors.id(at: row.actor) == id {
                    parts += "\(id),\(truth.events[row.event].id),\n"
                }
            }
            try folder.write(ties, to: "ties.csv")
            try folder.write(parts, to: "participation.csv")
            var respondents = try folder.text("respondents.csv").split(separator: "\n").map(String.init)
            let header = respondents[0].split(separator: ",", omittingEmptySubsequences: false)
            let date = try #require(header.firstIndex(of: "date"))
            respondents = respondents.enumerated().map { line, text in
                var cells = text.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
                if line > 0 { cells[date] = "2016-11-0\(line)" }
                return cells.joined(separator: ",")
            }
            try folder.write(respondents.joined(separator: "\n") + "\n", to: "respondents.csv")
            // The third outsider was not on the list, nor the feast.
            try folder.write(
                try folder.text("actors.csv")
                    + row(try folder.text("actors.csv"), ["id": "o3", "name": "Far 3", "kind": "firm", "inside": "no"]),
                to: "actors.csv")
            try folder.write(
                try folder.text("events.csv")
                    + row(
                        try folder.text("events.csv"),
                        ["id": "feast", "name": "feast", "kind": "meeting", "status": "active"]), to: "events.csv")
        }

        private func row(_ table: String, _ cells: [String: String]) -> String {
            let header = table.prefix { $0 != "\n" }.split(separator: ",", omittingEmptySubsequences: false)
            return header.map { cells[String($0)] ?? "" }.joined(separator: ",") + "\n"
        }
    }

    static func filled(_ town: Town) throws -> TemporaryFolder {
        let folder = try TemporaryFolder()
        for file in try Questionnaire(town.known, asking: town.asked).tables {
            try folder.write(file.text, to: file.name)
        }
        try town.answer(folder)
        return folder
    }

    static func merged(_ town: Town) throws -> SurveyMerge {
        let folder = try filled(town)
        return try SurveyMerge(town.known, FilledSurvey.read(path: folder.path).requireNetwork())
    }

    struct Told: Hashable {
        let source: String
        let target: String
        let kind: String

        init(_ tie: Tie, _ network: Network) {
            let ends = [network.actors.id(at: tie.source), network.actors.id(at: tie.target)]
            let kind = network.tieKinds[tie.kind]
            let isTurned = !kind.isDirected && ends[0] > ends[1]
            (source, target, self.kind) = (ends[isTurned ? 1 : 0], ends[isTurned ? 0 : 1], kind.id)
        }
    }

    @Test(arguments: [1, 2, 3] as [UInt64])
    func answersBecomeTheDataset(seed: UInt64) throws {
        let town = try Town(seed: seed)
        let merge = try Self.merged(town)
        let network = merge.network
        let asked = Set(town.asked)
        let expected = Set(
            town.truth.ties.map { Told($0, town.truth) }.filter {
                asked.contains($0.source) || asked.contains($0.target)
            }
        )
        .union(town.known.ties.map { Told($0, town.known) })
        let found = network.ties.map { Told($0, network) }
        #expect(Set(found) == expected && found.count == expected.count, "each tie once, whoever told it")
        for tie in network.ties {
            let told = Told(tie, network)
            #expect(Set(tie.details.reportedBy) == asked.intersection([told.source, told.target]), "\(told)")
            let interviews = Set(tie.details.evidence.map(\.source)).subtracting(["s"])
            #expect(interviews == Set(tie.details.reportedBy.map { "interview_" + $0 }))
        }
        #expect(network.beside.respondents.map(\.actor) == town.asked)
        #expect(network.beside.respondents.allSatisfy { $0.date != nil && $0.layer == nil && !$0.evidence.isEmpty })
        let surveys = try #require(network.description.surveys)
        #expect(surveys["knowledge"] == Survey(.roster) && surveys["events"] == Survey(.roster))
        #expect(network.actors.position(of: "o3").map { network.actors[$0].inside } == false && merge.newActors == 1)
        let parts = town.truth.participation.filter { asked.contains(town.truth.actors.id(at: $0.actor)) }
        #expect(network.participation.count == parts.count && network.events.map(\.id) == ["fair", "feast"])
    }

    @Test func whatIsReadScoresAsIfItWereWrittenByHand() throws {
        let town = try Town(seed: 4)
        let network = try Self.merged(town).network
        // The same observation, built without a questionnaire.
        let byHand = try network.replacing(
            ties: Ties(
                network.ties.map { tie in
                    var tie = tie
                    (tie.details.evidence, tie.details.reportedBy) = ([], [])
                    return tie
                }),
            participation: network.participation.map { Participation(actor: $0.actor, event: $0.event) })
        var options = ScoringOptions()
        (options.hasNulls, options.hasLeverage, options.hasSensitivity, options.draws) = (false, false, false, 20)
        let method = try ScoringMethod.standard()
        let scores = try [network, byHand, town.known].map { try Scoring.score($0, method: method, options: options) }
        for axis in Axis.allCases {
            #expect(scores[0].axis(axis).interval == scores[1].axis(axis).interval)
            #expect(scores[0].axis(axis).coverage == scores[1].axis(axis).coverage)
            #expect(scores[0].axis(axis).interval != scores[2].axis(axis).interval)
        }
    }

    @Test func writtenAndReadAgainItIsTheSame() throws {
        let town = try Town(seed: 5)
        let network = try Self.merged(town).network
        let folder = try TemporaryFolder()
        for file in DatasetWriter.files(network) { try folder.write(file.text, to: file.name) }
        let again = try DatasetReader.read(path: folder.path).requireNetwork()
        #expect(again.beside == network.beside && again.participation == network.participation)
        #expect(Array(again.ties) == Array(network.ties) && again.description.surveys == network.description.surveys)
    }

    @Test func answersAloneAreADataset() throws {
        let town = try Town(seed: 6)
        let folder = try Self.filled(town)
        let alone = try FilledSurvey.read(path: folder.path).requireNetwork()
        #expect(alone.ties.allSatisfy { $0.details.status == .active && !$0.details.reportedBy.isEmpty })
        #expect(alone.beside.respondents.count == 3 && alone.description.territory?.name == "Val-Clair")
    }
}
