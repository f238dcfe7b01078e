import NetworkModel
import Vocabulary

/// Two coders' datasets of the same source: how far they agree, on what they do not, and what follows for each tie.
///
/// Of what neither coder found nothing tells how much there was to find, so that of actors and events only the shares
/// are told; ties and parts in events are coded over all pairs of what both found, where not finding is a code of its
/// own, and α corrects for how easily two coders agree that there is none.
public struct Agreement: Sendable {
    /// The first coder's dataset, whose word stands in a merged one where the two differ.
    public let first: Network
    /// The second coder's dataset.
    public let second: Network
    /// Which actors of the two are the same.
    public let actors: CoderMatching
    /// Which events of the two are the same, by id or a name that no other has.
    public let events: CoderMatching
    /// One for each subject that either dataset says something of, actors first.
    public let subjects: [SubjectAgreement]
    /// Everything that the two tell differently, by subject.
    public let disagreements: [Disagreement]
    /// What the intervals' resamplings are drawn from.
    public let seed: UInt64
    let ties: CodedTies

    /// Compares two datasets of the same source.
    ///
    /// - Parameter aliases: positions of actors that are the same, whatever their ids and names.
    /// - Throws: `MilieuError` of cause `data` where the two declare a kind of tie differently.
    /// - Complexity: O(`SubjectAgreement.resamples` · (actors + ties + participations)).
    public init(
        _ first: Network, _ second: Network, aliases: [(first: Int, second: Int)] = [], seed: UInt64 = 1
    ) throws(MilieuError) {
        (self.first, self.second, self.seed) = (first, second, seed)
        actors = CoderMatching(actors: first, second, aliases: aliases)
        events = CoderMatching(events: first, second)
        ties = try CodedTies(first, second, actors)
        var coding = AgreementCoding(
            first: first, second: second, actors: actors, events: events, ties: ties, seed: seed)
        coding.codeActors()
        coding.codeTies()
        coding.codeTieDetails()
        coding.codeEvents()
        (subjects, disagreements) = (coding.subjects, coding.disagreements)
    }

    /// The agreement on one subject, by its id; nil where neither dataset says anything of it.
    public func subject(_ id: String) -> SubjectAgreement? { subjects.first { $0.subject.id == id } }
}
