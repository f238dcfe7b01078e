import Measures
import NetworkModel
import Tabular
import Vocabulary

/// How each actor and each tie of a view looks, before anything has a place.
struct NetworkLook: Sendable {
    struct Node: Sendable {
        var name: String
        /// Of the disc, or of the disc that has an event's square's area.
        var radius: Double
        /// From 0 to 1, by the measure that the disc's area shows.
        var importance: Double
        var fill: Colour
        var rim: Colour
        /// Of its group, which the disc of an outside actor shows on its rim.
        var colour: Colour
        var isOutside: Bool
        var isCollective: Bool
        var isEvent: Bool
        var shape: LookRow.Shape
        /// Whether it is to have its name, whatever its size; nil: the figure decides.
        var hasLabel: Bool?
        var identity: Scene.Identity

        /// Half the mark's width: squares and diamonds have the area of the disc.
        var half: Double {
            switch shape {
            case .disc: radius
            case .square: radius * 0.886
            case .diamond: radius * 1.2533
            }
        }
        /// The radius of a circle that holds the mark without a second rim.
        var span: Double { shape == .square ? half * 1.415 : half }
        /// The radius of a circle that holds the whole mark.
        var reach: Double { span + (isCollective ? Scene.Mark.rimGap * (shape == .square ? 1.415 : 1) : 0) }
    }

    struct Tie: Sendable {
        var source: Int
        var target: Int
        var layer: Layer
        /// What the legend explains it by: its layer, or its kind where all are of one layer.
        var sign: String
        var style: LineStyle
        var isDoubtful: Bool
        var isDirected: Bool
        var identity: Scene.Identity
    }

    var nodes: [Node] = []
    var ties: [Tie] = []
    /// What the legend has to explain: only what occurs.
    var groups: [ActorColours.Group] = []
    var signs: [TieSigns.Sign] = []
    var groupTitle = ""
    var size: DiscSize
    var hasOutside = false
    var hasDoubtful = false
    var hasWidths = false
    let isCrowded: Bool
    /// Whether long ties are led along others.
    let bundlesTies: Bool

    init(_ context: MeasureContext, _ options: FigureOptions) throws(MilieuError) {
        let view = context.view
        try Self.requireRoom(for: view)
        isCrowded = view.tieCount > 1500
        bundlesTies = options.bundlesTies
        if bundlesTies { try EdgePathBundling.requireRoom(forTies: view.tieCount) }
        size = try DiscSize(context, options)
        let colouring = try ActorColours(context, options)
        groups = colouring.groups
        groupTitle = colouring.title
        let insideness = view.network.insideness()
        for (position, node) in view.nodes.enumerated() {
            nodes.append(look(of: node, at: position, in: view, colouring, insideness, options))
        }
        try Self.check(options.look, view.network)
        readTies(view, options)
    }

    /// Each tie of a drawing costs some kilobytes until it is written.
    private static let (mostActors, mostTies) = (500_000, 1_200_000)

    private static func requireRoom(for view: NetworkView) throws(MilieuError) {
        guard view.nodes.count > mostActors || view.tieCount > mostTies else { return }
        throw MilieuError(
            .usage,
            Bilingual(
                en:
                    "A drawing of \(view.nodes.count) nodes and \(view.tieCount) ties would take many gigabytes and show only ink; \(mostActors) and \(mostTies) are the most.",
                fr:
                    "Un dessin de \(view.nodes.count, fr: "nœud", "nœuds") et \(view.tieCount, fr: "lien", "liens") prendrait beaucoup de gigaoctets et ne montrerait que de l'encre ; \(mostActors) et \(mostTies) sont le plus."
            ),
            remedy: Bilingual(
                en:
                    "Choose some of them (--layer, --kind, --at, --inside-only, --min-confidence), draw the groups (`--figure blockmodel`), or convert the network for Gephi (`milieu convert`).",
                fr:
                    "Choisissez-en une partie (--layer, --kind, --at, --inside-only, --min-confidence), dessinez les groupes (`--figure blockmodel`), ou convertissez le réseau pour Gephi (`milieu convert`)."
            ))
    }

    /// - Throws: `MilieuError` of cause `usage` where a row of the look names what the network does not have.
    private static func check(_ rows: [LookRow], _ network: Network) throws(MilieuError) {
        let kinds = network.tieKinds.map(\.id) + network.eventKinds.map(\.id)
        let layers = Set(network.tieKinds.map(\.layer) + network.eventKinds.map(\.layer)).map(\.rawValue).sorted()
        for row in rows {
            let known: [String]
            switch row.subject {
            case .group: continue
            case .actor:
                if network.actors.position(of: row.value) != nil { continue }
                known = network.actors.indices.map { network.actors.id(at: $0) }
            case .layer: known = layers
            case .kind: known = kinds
            }
            guard !known.contains(row.value) else { continue }
            throw MilieuError(
                .usage,
                Bilingual(
                    en:
                        "The look speaks of the \(row.subject.rawValue) \"\(PlainText.cleaned(row.value, limit: 40))\", which the network does not have.",
                    fr:
                        "La table de rendu parle de « \(PlainText.cleaned(row.value, limit: 40)) » (\(row.subject.rawValue)), que le réseau n'a pas."
                ),
                remedy: NearestMatch.hint(row.value, in: known)
                    + Bilingual(en: "Correct the row, or leave it out.", fr: "Corrigez la ligne, ou omettez-la."))
        }
    }

    /// Some of the nodes, with the ties among them.
    func part(_ shown: [Int]) -> NetworkLook {
        var part = self
        let places = Dictionary(uniqueKeysWithValues: zip(shown, shown.indices))
        part.nodes = shown.map { nodes[$0] }
        part.ties = ties.compactMap { tie in
            guard let source = places[tie.source], let target = places[tie.target] else { return nil }
            var moved = tie
            (moved.source, moved.target) = (source, target)
            return moved
        }
        let fills = Set(part.nodes.map(\.fill) + part.nodes.map(\.colour))
        part.groups = groups.filter { fills.contains($0.colour) }
        part.signs = signs.filter { sign in part.ties.contains { $0.sign == sign.id } }
        part.hasOutside = part.nodes.contains(where: \.isOutside)
        part.hasDoubtful = part.ties.contains(where: \.isDoubtful)
        return part
    }

    /// All discs smaller, by the same part.
    mutating func shrink(to part: Double) {
        guard part < 1 else { return }
        size.shrink(to: part)
        for node in nodes.indices { nodes[node].radius *= part }
    }

    private mutating func look(
        of node: NetworkView.Node, at position: Int, in view: NetworkView, _ colouring: ActorColours,
        _ insideness: [Bool?], _ options: FigureOptions
    ) -> Node {
        var classes = ["actor"]
        var (isOutside, isCollective, isEvent) = (false, false, false)
        let own = options.look.isEmpty || !node.isActor ? nil : options.look.row(.actor, view.id(of: position))
        let colour = own?.colour ?? colouring.colours[position]
        switch node {
        case .actor(let actor):
            isOutside = insideness[actor] == false
            let row = view.network.actors.hasRows ? view.network.actors[actor] : nil
            isCollective = row?.isCollective ?? false
            if let kind = row?.kind, !kind.isEmpty { classes.append(SafeID.make("kind", kind, position: actor)) }
            if let sphere = view.network.sphere(ofKind: row?.kind ?? "") { classes.append("sphere-\(sphere.rawValue)") }
        case .event:
            classes = ["event"]
            isEvent = true
        }
        if isOutside { classes.append("outside") }
        if isCollective { classes.append("collective") }
        hasOutside = hasOutside || isOutside
        let name = PlainText.cleaned(view.name(of: position))
        return Node(
            name: name.isEmpty ? PlainText.cleaned(view.id(of: position)) : name, radius: size.radius(of: position),
            importance: size.share(of: position), fill: isOutside ? .white : colour,
            rim: isOutside ? colour.darker(by: 0.1) : colour.darker(by: 0.45), colour: colour, isOutside: isOutside,
            isCollective: isCollective,
            isEvent: isEvent, shape: isEvent ? .square : own?.shape ?? colouring.shapes[position],
            hasLabel: own?.hasLabel,
            identity: Scene.Identity(
                id: view.elementID(ofNode: position),
                classes: classes, title: name))
    }

    private mutating func readTies(_ view: NetworkView, _ options: FigureOptions) {
        let facts = (0..<view.tieCount).map { view.fact(ofTie: $0) }
        let telling = TieSigns(view, facts, options.look)
        var weights: [Layer: ClosedRange<Double>] = [:]
        for (position, fact) in facts.enumerated() {
            let weight = abs(view.weight(ofTie: position))
            let known = weights[fact.layer] ?? weight...weight
            weights[fact.layer] = min(known.lowerBound, weight)...max(known.upperBound, weight)
        }
        let fromClasses = nodes.indices.map { SafeID.make("from", view.id(of: $0), position: $0) }
        let toClasses = nodes.indices.map { SafeID.make("to", view.id(of: $0), position: $0) }
        let layerClasses = Dictionary(uniqueKeysWithValues: weights.keys.map { ($0, ElementID.layerClass($0)) })
        hasWidths = weights.values.contains { $0.lowerBound < $0.upperBound }
        let language = options.language
        for (position, fact) in facts.enumerated() {
            let sign = telling.sign(ofTie: position, fact, kind: view.kindID(ofTie: position))
            var style = sign.style
            if let range = weights[fact.layer], range.lowerBound < range.upperBound {
                style.width *= 0.7 + 1.3 * (abs(view.weight(ofTie: position)) / range.upperBound).squareRoot()
            }
            if fact.confidence < 1 {
                style.colour = style.colour.paler(by: 0.3 + 0.45 * (1 - fact.confidence))
                hasDoubtful = true
            }
            if isCrowded {
                style.dash = []
                // The more there are, the less ink each has: what shows is where they are many.
                let thinning = min(1, 5000 / Double(view.tieCount)).squareRoot()
                style.width *= max(0.16, 0.4 * thinning.squareRoot())
                style.colour = style.colour.paler(by: 0.3).withOpacity(max(0.1, 0.45 * thinning))
            } else if view.tieCount > 250 {
                // Where many cross, what lies below shows through.
                style.width *= 0.6
                style.colour = style.colour.withOpacity(max(0.3, (120 / Double(view.tieCount)).squareRoot()))
            }
            let isDirected = view.isOneWay(position)
            let (source, target) = view.ends(ofTie: position)
            let arrow = isDirected ? " → " : " – "
            ties.append(
                Tie(
                    source: source, target: target, layer: fact.layer, sign: sign.id, style: style,
                    isDoubtful: fact.confidence < 1,
                    isDirected: isDirected,
                    identity: Scene.Identity(
                        id: fact.id,
                        classes: [
                            "tie", layerClasses[fact.layer] ?? "", fromClasses[source], toClasses[target],
                        ],
                        title: nodes[source].name + arrow + nodes[target].name + " (\(fact.name.text(language)))")))
            guard telling.explains else { continue }
            if let known = signs.firstIndex(where: { $0.id == sign.id }) {
                signs[known].isDirected = signs[known].isDirected || isDirected
            } else {
                signs.append(sign)
                signs[signs.count - 1].isDirected = isDirected
            }
        }
        signs.sort { ($0.order, $0.id) < ($1.order, $1.id) }
    }
}

extension Network {
    /// The layers of the dataset's own, in order: their lines are told apart by it.
    var furtherLayers: [Layer] {
        Set(tieKinds.map(\.layer) + eventKinds.map(\.layer)).filter { !Layer.standard.contains($0) }.sorted()
    }

    /// The sphere of a kind of actor; nil where the kind is not declared.
    func sphere(ofKind id: String) -> Sphere? { actorKinds.first { $0.id == id }?.sphere }
}

extension NetworkView {
    /// What a figure says of one tie.
    struct TieFact {
        /// From the tie's row in the dataset, so that it is the same in every view.
        var id: String
        var layer: Layer
        var name: Bilingual
        var confidence: Double
    }

    func fact(ofTie position: Int) -> TieFact {
        let told = told(ofTie: position)
        var name = told.name
        if case .sharedEvent = origins[position] { name = Bilingual(PlainText.cleaned(name.en)) }
        return TieFact(
            id: elementID(ofTie: position), layer: told.layer, name: name, confidence: told.details?.confidence ?? 1)
    }
}
