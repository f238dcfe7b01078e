import NetworkModel
import Vocabulary

/// Which share of what an indicator can read was observed, as far as the way of looking tells it: never what a dataset
/// merely declares.
///
/// Of ties among actors inside: the pairs of whom one end was asked (times the chance of being named), for documents
/// the middle of the share that they are taken to tell. Of parts in events: who was asked. Where the list of actors is
/// not the population, the share of those who are listed; of pairs, its square.
struct ObservedShares: Sendable {
    private let knowledgeTies: Double
    private let otherTies: Double
    private let knowledgeEvents: Double
    private let otherEvents: Double

    /// - Complexity: O(layers · actors).
    init(_ observation: Observation, _ method: ScoringMethod, insiders: [String]) {
        let surveys = observation.surveys
        let population = max(
            observation.population?.total ?? 0, observation.population?.byKind.values.reduce(0, +) ?? 0)
        let listed = population > insiders.count ? Double(insiders.count) / Double(population) : 1
        func level(_ survey: Survey) -> Double {
            let range: ClosedRange<Double>
            switch survey.how {
            case .census, .roster: range = survey.share ?? 1...1
            case .recall: range = survey.share ?? method.recallChance
            case .documents: range = survey.share ?? method.documentsShare
            }
            return (range.lowerBound + range.upperBound) / 2
        }
        func askedShare(_ what: String) -> Double {
            guard !insiders.isEmpty else { return 0 }
            let asked = observation.askedIDs(about: what, .out).union(observation.askedIDs(about: what, .in))
            return Double(insiders.count(where: asked.contains)) / Double(insiders.count)
        }
        func ties(_ layer: String) -> Double {
            guard let survey = surveys[layer] else { return 0 }
            switch survey.how {
            case .census: return listed * listed
            case .documents: return level(survey) * listed * listed
            case .roster, .recall:
                let unasked = 1 - askedShare(layer)
                return (1 - unasked * unasked) * level(survey) * listed * listed
            }
        }
        func seats(_ what: String) -> Double {
            guard let survey = surveys[what] else { return 0 }
            switch survey.how {
            case .census: return listed
            case .documents: return level(survey) * listed
            case .roster, .recall: return askedShare(what) * level(survey) * listed
            }
        }
        let others = surveys.keys.filter {
            ![Layer.knowledge.rawValue, Layer.location.rawValue, "events", "pooled_resources"].contains($0)
        }
        knowledgeTies = ties(Layer.knowledge.rawValue)
        otherTies = others.isEmpty ? 0 : others.sorted().reduce(0) { $0 + ties($1) } / Double(others.count)
        knowledgeEvents = surveys["events"] == nil ? ties(Layer.knowledge.rawValue) : seats("events")
        let kinds = ["events", "pooled_resources"].filter { surveys[$0] != nil }
        otherEvents = kinds.isEmpty ? 0 : kinds.reduce(0) { $0 + seats($1) } / Double(kinds.count)
    }

    /// The mean over the parts that it reads; 1 where it reads none that has to be observed.
    func share(of reads: Reads) -> Double {
        var parts: [Double] = []
        if reads.contains(.knowledgeTies) { parts.append(knowledgeTies) }
        if !reads.isDisjoint(with: .otherTies) { parts.append(otherTies) }
        if reads.contains(.knowledgeEvents) { parts.append(knowledgeEvents) }
        if reads.contains(.interactionEvents) { parts.append(otherEvents) }
        return parts.isEmpty ? 1 : parts.reduce(0, +) / Double(parts.count)
    }
}
