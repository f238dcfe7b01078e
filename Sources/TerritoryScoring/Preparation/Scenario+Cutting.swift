extension Scenario {
    init(_ code: TerritoryCode, _ settings: Settings) {
        var cutting = ScenarioCutting(code, settings)
        cutting.cutTies()
        cutting.cutSeats()
        self.init(code, settings, cutting)
    }

    /// The same of another code, which differs in nothing but `changes` and newcomers behind the other actors.
    ///
    /// - Parameter reading: what will be read of it. What became of knowledge is found only where `.starts` are read, its
    ///   ways only where `.transmission` is: none but `KnowledgeConversion` and `KnowledgeReach` ask for them.
    func redrawn(_ code: TerritoryCode, _ changes: Reads, reading: Reads = .all) -> Scenario {
        var scenario = self
        // No tie, event or node is chosen by the kinds of actors.
        if changes != .kinds {
            let isAlike = code.actors.count == nodeCount
            let keepsTies = isAlike && changes.isDisjoint(with: .ties)
            var cutting = isAlike ? ScenarioCutting(code, actorsOf: self) : ScenarioCutting(code, settings)
            if keepsTies { cutting.keepTies(of: self) } else { cutting.cutTies() }
            cutting.cutSeats()
            scenario = Scenario(
                code, settings, cutting, starts: keepsTies || !reading.contains(.starts) ? starts : nil,
                exposures: reading.contains(.starts) ? nil : exposures,
                knowledgeArcs: reading.contains(.transmission) ? nil : knowledgeArcs)
        }
        scenario.code = code
        // Who pays and who decides stays, where they are not to change, whatever moves among the ties.
        if !changes.contains(.support) { (scenario.finance, scenario.governance) = (finance, governance) }
        scenario.calibration = calibration
        scenario.overlapCalibration = overlapCalibration
        return scenario
    }

    /// - Parameters:
    ///   - starts, exposures, knowledgeArcs: another scenario's, that are found anew where they are nil.
    private init(
        _ code: TerritoryCode, _ settings: Settings, _ cutting: ScenarioCutting, starts known: Starts? = nil,
        exposures: ExposureList? = nil, knowledgeArcs: KnowledgeArcs? = nil
    ) {
        self.code = code
        self.settings = settings
        nodeOf = cutting.nodeOf
        isInside = cutting.isInside
        isOutside = cutting.isOutside
        groupOf = cutting.groupOf
        weights = cutting.weights
        hasCollectives = cutting.weights.contains { $0 > 1 }
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
        let starts = known ?? Starts(code, settings.window, nodeOf: cutting.nodeOf, groupOf: cutting.groupOf)
        self.starts = starts
        self.exposures =
            exposures ?? Exposure.all(code, settings.window, months: settings.conversionMonths, cutting, starts)
        sectors = SectorDepth(code, isInside: cutting.isInside)
        self.knowledgeArcs =
            knowledgeArcs
            ?? KnowledgeArcs(
                nodeCount: code.actors.count, eventCount: code.events.count,
                ties: cutting.knowledge.map { ($0.source, $0.target, $0.isDirected) },
                seats: cutting.knowledgeSeats.map { ($0.node, $0.event) })
    }
}
