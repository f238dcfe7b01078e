import NetworkModel
import Vocabulary

/// A network made ready to be scored under some options.
struct Preparation {
    let network: Network
    let method: ScoringMethod
    let options: ScoringOptions
    let code: TerritoryCode
    let presence: Presence
    /// How the territory was looked at.
    let observation: Observation
    let aggregation: Aggregation
    /// The scenario of the point score.
    let scenario: Scenario

    init(_ network: Network, _ method: ScoringMethod, _ options: ScoringOptions) throws(MilieuError) {
        self.network = network
        var method = method
        // What outputs echo is what was done.
        if let draws = options.draws {
            // Who asks for so many gets them, each of a look of its own.
            (method.draws, method.precision, method.drawsPerLook) = (draws, 0, 1)
        }
        if !options.hasNulls { method.nullDraws = 0 }
        if !options.hasSensitivity || method.draws == 0 { method.sobolRows = 0 }
        self.method = method
        self.options = options
        code = TerritoryCode(network, extraTies: options.extraTies)
        var presence = Presence(of: code, withExtra: options.takesExtra)
        try ScoringOptions.require(options.without, in: network)
        for row in options.without.compactMap(network.actors.position(of:)) {
            if let place = code.actorRow.firstIndex(of: row) { presence.actors[place] = false }
        }
        self.presence = presence
        observation = Observation(network, respondents: options.respondents)
        aggregation = Aggregation(method)
        var perimeter = 0
        if let id = options.perimeter {
            guard let known = code.perimeters.firstIndex(where: { $0.id == id }) else {
                let ids = code.perimeters.map(\.id)
                let nearest = NearestMatch.hint(id, in: ids)
                let list =
                    ids.isEmpty
                    ? Bilingual(en: "It has none.", fr: "Il n'en a pas.")
                    : Bilingual(
                        en: "It has: \(ids.joined(separator: ", ")).", fr: "Il a : \(ids.joined(separator: ", ")).")
                throw MilieuError(
                    .usage,
                    Bilingual(
                        en: "The network has no perimeter \"\(id)\".", fr: "Le réseau n'a pas de périmètre « \(id) »."),
                    remedy: nearest + list)
            }
            perimeter = known
        }
        let date = options.date ?? network.description.territory?.referenceDate
        var scenario = Scenario(
            code,
            Scenario.Settings(
                window: Window(upTo: date, years: method.windowYears), windowYears: method.windowYears,
                perimeter: perimeter, isMerged: code.hasParents, returnableLayers: method.returnableLayers,
                conversionMonths: method.conversionMonths, partnerScale: method.partnerScale))
        scenario.calibrate(presence)
        self.scenario = scenario
    }

    var situation: Situation {
        var situation = Situation(scenario, presence, cascadeProbability: method.cascadeProbability)
        situation.wantsBeside = true
        return situation
    }
}
