extension Scenario {
    init(_ code: TerritoryCode, _ settings: Settings) {
        var cutting = ScenarioCutting(code, settings)
        cutting.cutTies()
        cutting.cutSeats()
        self.code = code
        self.settings = settings
        nodeOf = cutting.nodeOf
        isInside = cutting.isInside
        isOutside = cutting.isOutside
        groupOf = cutting.groupOf
        weights = cutting.weights
        everInside = cutting.everInside
        hasSharedFacts = cutting.hasSharedFacts
        knowledgePairs = cutting.knowledgePairs
        knowledgePairTies = cutting.knowledgePairTies
        knowledge = cutting.knowledge
        knowledgeSeats = cutting.knowledgeSeats
        interaction = cutting.interaction
        interactionSeats = cutting.interactionSeats
        pairs = cutting.pairs
        arcs = cutting.arcs
        finance = cutting.finance
        governance = cutting.governance
        starts = Starts(code, settings.window, nodeOf: cutting.nodeOf, groupOf: cutting.groupOf)
        exposures = Exposure.all(code, settings.window, months: settings.conversionMonths, cutting, starts)
        sectors = SectorDepth(code, isInside: cutting.isInside)
        knowledgeArcs = KnowledgeArcs(
            nodeCount: code.actors.count, eventCount: code.events.count,
            ties: cutting.knowledge.map { ($0.source, $0.target, $0.isDirected) },
            seats: cutting.knowledgeSeats.map { ($0.node, $0.event) })
    }
}
