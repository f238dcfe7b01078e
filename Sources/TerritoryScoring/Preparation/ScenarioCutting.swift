import NetworkModel

/// A scenario in the making: which ties and seats of the code hold, and between which nodes.
struct ScenarioCutting {
    let code: TerritoryCode
    let settings: Scenario.Settings
    let nodeOf: [Int32]
    let isInside: [Bool]
    let isOutside: [Bool]
    let groupOf: [Int32]
    let weights: [Int]
    let everInside: [Int32]
    private(set) var knowledge: [Scenario.Link] = []
    private(set) var interaction: [Scenario.Link] = []
    private(set) var finance: [Scenario.Link] = []
    private(set) var governance: [Scenario.Link] = []
    private(set) var knowledgeSeats: [Scenario.Seat] = []
    private(set) var interactionSeats: [Scenario.Seat] = []
    private(set) var pairs: [Scenario.Pair] = []
    private(set) var arcs: [Scenario.Arc] = []
    private(set) var hasSharedFacts = false
    private(set) var knowledgePairs: [Scenario.Pair] = []
    private(set) var knowledgePairTies: [Int32] = []

    init(_ code: TerritoryCode, _ settings: Scenario.Settings) {
        self.code = code
        self.settings = settings
        func inside(_ actor: Int) -> Bool? {
            let known = code.actors[actor].inside
            return known.indices.contains(settings.perimeter) ? known[settings.perimeter] : known.first ?? nil
        }
        // An actor that has ended is none of the present, though it was there in the window.
        let was = code.actors.map { settings.window.holds(since: $0.since, until: $0.until) }
        let holds = code.actors.indices.map { actor in
            was[actor] && !settings.window.hasEnded(code.actors[actor].until)
        }
        let groups = Groups(code, holds: holds, side: inside)
        groupOf = groups.groupOf
        nodeOf = code.actors.indices.map { actor in
            !holds[actor] ? -1 : settings.isMerged ? groups.nodeOf[actor] : Int32(actor)
        }
        isInside = code.actors.indices.map { holds[$0] && inside($0) == true }
        isOutside = code.actors.indices.map { holds[$0] && inside($0) == false }
        // So many that sums of products of two stay whole numbers.
        weights = code.actors.map { min(1_000_000, max(1, $0.members ?? 1)) }
        everInside = code.actors.indices.filter { was[$0] && inside($0) == true }.map(Int32.init)
    }

    /// Of a code whose actors are those of a scenario.
    init(_ code: TerritoryCode, actorsOf scenario: Scenario) {
        self.code = code
        settings = scenario.settings
        (nodeOf, groupOf) = (scenario.nodeOf, scenario.groupOf)
        (isInside, isOutside) = (scenario.isInside, scenario.isOutside)
        (weights, everInside) = (scenario.weights, scenario.everInside)
    }

    /// In place of `cutTies`, where the ties are those of a scenario.
    mutating func keepTies(of scenario: Scenario) {
        (knowledge, interaction) = (scenario.knowledge, scenario.interaction)
        (finance, governance) = (scenario.finance, scenario.governance)
        (pairs, arcs, hasSharedFacts) = (scenario.pairs, scenario.arcs, scenario.hasSharedFacts)
        (knowledgePairs, knowledgePairTies) = (scenario.knowledgePairs, scenario.knowledgePairTies)
    }

    mutating func cutTies() {
        let layers = code.layers
        let returnable = layers.map { settings.returnableLayers.contains($0) }
        for link in heldLinks() {
            let layer = Int(link.layer)
            guard code.isSurveyed[layer] else { continue }
            let (source, target) = (Int(link.source), Int(link.target))
            let inside = (isInside[source], isInside[target])
            if layers[layer] == .knowledge {
                if inside.0 || inside.1, link.standing.isPresent { knowledge.append(link) }
                continue
            }
            if link.standing.isPresent, inside.1 {
                if layers[layer] == .finance { finance.append(link) }
                if layers[layer] == .governance || layers[layer] == .membership,
                    code.ties[Int(link.tie)].college >= 0
                {
                    governance.append(link)
                }
            }
            if inside.0, inside.1, layers[layer] != .location { interaction.append(link) }
        }
        pairs = Self.findPairs(&interaction, nodeCount: nodeOf.count)
        knowledgePairs = Self.findPairs(&knowledge, nodeCount: nodeOf.count)
        knowledgePairTies = Array(repeating: .max, count: knowledgePairs.count)
        for link in knowledge { knowledgePairTies[Int(link.pair)] = min(knowledgePairTies[Int(link.pair)], link.tie) }
        findArcs(returnable)
    }

    /// Every tie that holds, between nodes; what passes inside one organisation or group is no tie of
    /// the milieu. Rows of one fact between the same two count once, and the surest row of a layer that
    /// is read stands for it.
    private mutating func heldLinks() -> [Scenario.Link] {
        var links: [Scenario.Link] = []
        var told: [Fact: Int] = [:]
        var facts: Set<Int32> = []
        for (position, tie) in code.ties.enumerated() {
            let (source, target) = (nodeOf[Int(tie.source)], nodeOf[Int(tie.target)])
            guard source >= 0, target >= 0, groupOf[Int(tie.source)] != groupOf[Int(tie.target)],
                let standing = settings.window.standing(of: tie)
            else { continue }
            let link = Scenario.Link(
                tie: Int32(position), source: source, target: target, layer: tie.layer,
                isDirected: tie.isDirected, weight: max(0, tie.weight), standing: standing)
            guard tie.fact >= 0 else {
                links.append(link)
                continue
            }
            let fact = Fact(number: tie.fact, low: min(source, target), high: max(source, target))
            if let known = told[fact] {
                if isSurer(link, than: links[known]) { links[known] = link }
            } else {
                told[fact] = links.count
                links.append(link)
                if !facts.insert(tie.fact).inserted { hasSharedFacts = true }
            }
        }
        return links
    }

    private struct Fact: Hashable {
        let number: Int32
        let low: Int32
        let high: Int32
    }

    private func isSurer(_ one: Scenario.Link, than other: Scenario.Link) -> Bool {
        code.sureness(code.ties[Int(one.tie)], one.standing) < code.sureness(code.ties[Int(other.tie)], other.standing)
    }

    /// The pairs that some links tie, in order of their ends; each link is told its own.
    private static func findPairs(_ links: inout [Scenario.Link], nodeCount: Int) -> [Scenario.Pair] {
        func low(_ place: Int32) -> Int32 { min(links[Int(place)].source, links[Int(place)].target) }
        func high(_ place: Int32) -> Int32 { max(links[Int(place)].source, links[Int(place)].target) }
        let byHigh = counted(links.indices.map(Int32.init), nodeCount, by: high)
        var pairs: [Scenario.Pair] = []
        for place in counted(byHigh, nodeCount, by: low) {
            let pair = Scenario.Pair(low: low(place), high: high(place))
            if pair != pairs.last { pairs.append(pair) }
            links[Int(place)].pair = Int32(pairs.count - 1)
        }
        return pairs
    }

    /// Places sorted by a node of each, equals in their order.
    private static func counted(_ places: [Int32], _ nodeCount: Int, by node: (Int32) -> Int32) -> [Int32] {
        var next = [Int32](repeating: 0, count: nodeCount + 1)
        for place in places { next[Int(node(place)) + 1] += 1 }
        for node in 0..<nodeCount { next[node + 1] += next[node] }
        var sorted = places
        for place in places {
            let node = Int(node(place))
            sorted[Int(next[node])] = place
            next[node] += 1
        }
        return sorted
    }

    private mutating func findArcs(_ returnable: [Bool]) {
        // By pair, that from its lower to its higher end, and the other.
        var places = [Int32](repeating: -1, count: 2 * pairs.count)
        for place in interaction.indices {
            let link = interaction[place]
            guard link.isDirected, returnable[Int(link.layer)], link.standing.isPresent else { continue }
            let own = 2 * Int(link.pair) + (link.source < link.target ? 0 : 1)
            if places[own] < 0 {
                places[own] = Int32(arcs.count)
                arcs.append(Scenario.Arc(source: link.source, target: link.target, back: Int32(own ^ 1)))
            }
            interaction[place].arc = places[own]
        }
        for place in arcs.indices { arcs[place].back = places[Int(arcs[place].back)] }
    }

    /// Seats of inside nodes in events that hold; in events of learning, outside nodes' too.
    mutating func cutSeats() {
        for row in code.memberships.once() {
            let (node, event) = (nodeOf[Int(row.actor)], code.events[Int(row.event)])
            guard node >= 0, settings.window.holds(event) else { continue }
            let heads = max(1, min(Double(weights[Int(node)]), row.count.rounded()))
            let seat = Scenario.Seat(
                node: node, event: row.event, actor: row.actor, heads: Int32(heads), isDrawn: row.isDrawn)
            if code.isOfLearning(event) {
                if code.knowledgeIsSurveyed { knowledgeSeats.append(seat) }
            } else if isInside[Int(node)], event.isPooled ? code.poolingIsSurveyed : code.eventsAreSurveyed {
                interactionSeats.append(seat)
            }
        }
    }
}
