import Measures
import NetworkModel
import Vocabulary

/// What of a view has dates: the rows and the ties of a timeline.
struct TimelineContent {
    struct Row {
        var name: String
        var identity: Scene.Identity
        var colour: Colour
        var since: PartialDate?
        var until: PartialDate?
        var isEvent: Bool
    }

    /// What begins at a date between two rows.
    struct Link {
        var source: Int
        var target: Int
        var date: PartialDate
        var layer: Layer
        var isDirected: Bool
        /// Whether it is no tie but a part in an event, its source.
        var isSeat = false
        var identity: Scene.Identity
    }

    /// Events by date, then actors by their first date.
    private(set) var rows: [Row] = []
    private(set) var links: [Link] = []
    /// Ties of the view by the year in which they begin, and their layer; also those of actors that
    /// have no row.
    private(set) var beginnings: [Int: [Layer: Int]] = [:]
    private(set) var hiddenActors = 0
    private(set) var undatedTies = 0
    private(set) var undatedEvents = 0
    let view: NetworkView
    let reference: PartialDate?
    static let mostActors = 60
    static let mostEvents = 30
    static let mostLinks = 250

    /// - Throws: `MilieuError` of cause `usage` where nothing has a date.
    init(_ context: MeasureContext, _ options: FigureOptions) throws(MilieuError) {
        // What is past has its place in a timeline.
        var viewOptions = context.view.options
        viewOptions.events = .leftOut
        if viewOptions.date == nil, viewOptions.statuses == ViewOptions().statuses {
            viewOptions.statuses.insert(.past)
        }
        view = try context.network.view(viewOptions)
        reference = context.network.description.territory?.referenceDate
        let own = MeasureContext(view, options: context.options)
        var colouring = options
        if view.nodes.count == 0 { colouring.colourBy = .sphere }
        let colours = try ActorColours(own, colouring).colours
        read(options, colours)
        guard !rows.isEmpty else {
            throw MilieuError(
                .usage,
                Bilingual(
                    en: "Nothing in this view has a date, so there is no timeline.",
                    fr: "Rien dans cette vue n'a de date : il n'y a pas de chronologie."),
                remedy: Bilingual(
                    en: "Fill the columns \"since\" and \"until\" of actors and ties, or \"date\" of events.",
                    fr:
                        "Remplissez les colonnes « since » et « until » des acteurs et des liens, ou « date » des événements."
                ))
        }
    }

    private mutating func read(_ options: FigureOptions, _ colours: [Colour]) {
        let network = view.network
        let dated = (0..<view.tieCount).filter { date(ofTie: $0) != nil }
        undatedTies = view.tieCount - dated.count
        for tie in dated {
            if let date = date(ofTie: tie) {
                beginnings[date.year, default: [:]][view.fact(ofTie: tie).layer, default: 0] += 1
            }
        }
        let events = network.events.indices.filter {
            network.events[$0].date != nil && view.options.takes(network.events[$0])
        }
        .sorted { (network.events[$0].date?.earliest ?? 0, $0) < (network.events[$1].date?.earliest ?? 0, $1) }
        .prefix(Self.mostEvents)
        undatedEvents = network.events.count { $0.date == nil && view.options.takes($0) }
        var rowOfEvent: [Int: Int] = [:]
        for event in events {
            rowOfEvent[event] = rows.count
            rows.append(row(ofEvent: network.events[event], at: event))
        }
        let rowOfNode = readActors(dated, rowOfEvent, colours)
        for tie in dated {
            guard let date = date(ofTie: tie), let source = rowOfNode[Int(view.sources[tie])],
                let target = rowOfNode[Int(view.targets[tie])]
            else { continue }
            links.append(link(tie, source, target, date, options.language))
        }
        readParticipation(rowOfEvent, rowOfNode)
        links.sort { ($0.date.earliest, $0.source, $0.target) < ($1.date.earliest, $1.source, $1.target) }
    }

    private mutating func readActors(_ dated: [Int], _ rowOfEvent: [Int: Int], _ colours: [Colour]) -> [Int: Int] {
        let network = view.network
        // The first date that is known of each actor, in the order of which rows stand.
        var first: [Int: Int] = [:]
        var weight: [Int: Int] = [:]
        func note(_ node: Int, _ day: Int) {
            first[node] = min(first[node] ?? .max, day)
            weight[node, default: 0] += 1
        }
        var nodeOfActor: [Int: Int] = [:]
        for (node, kind) in view.nodes.enumerated() {
            guard case .actor(let actor) = kind, network.actors.hasRows else { continue }
            nodeOfActor[actor] = node
            let details = network.actors[actor]
            if let day = details.since?.earliest ?? details.until?.earliest { note(node, day) }
        }
        for tie in dated {
            guard let day = date(ofTie: tie)?.earliest else { continue }
            note(Int(view.sources[tie]), day)
            note(Int(view.targets[tie]), day)
        }
        for row in network.participation where rowOfEvent[row.event] != nil {
            if let node = nodeOfActor[row.actor], let day = network.events[row.event].date?.earliest { note(node, day) }
        }
        let kept = first.keys.sorted { (-(weight[$0] ?? 0), $0) < (-(weight[$1] ?? 0), $1) }.prefix(Self.mostActors)
        hiddenActors = view.nodes.count - kept.count
        var rowOfNode: [Int: Int] = [:]
        for node in kept.sorted(by: { (first[$0] ?? 0, $0) < (first[$1] ?? 0, $1) }) {
            rowOfNode[node] = rows.count
            rows.append(row(ofActor: node, colours[node]))
        }
        return rowOfNode
    }

    private mutating func readParticipation(_ rowOfEvent: [Int: Int], _ rowOfNode: [Int: Int]) {
        let network = view.network
        let nodeOfActor = Dictionary(
            uniqueKeysWithValues: view.nodes.enumerated().compactMap { node, kind -> (Int, Int)? in
                if case .actor(let actor) = kind { (actor, node) } else { nil }
            })
        for (position, seat) in network.participation.enumerated() {
            guard let event = rowOfEvent[seat.event], let node = nodeOfActor[seat.actor], let row = rowOfNode[node],
                let date = network.events[seat.event].date
            else { continue }
            links.append(
                Link(
                    source: event, target: row, date: date, layer: .location, isDirected: false, isSeat: true,
                    identity: Scene.Identity(
                        id: ElementID.participation(position), classes: ["participation"],
                        title: rows[event].name + " – " + rows[row].name)))
        }
    }

    private func date(ofTie tie: Int) -> PartialDate? {
        guard case .tie = view.origins[tie] else { return nil }
        return view.told(ofTie: tie).details?.since
    }

    private func row(ofEvent event: Event, at position: Int) -> Row {
        let name = PlainText.cleaned(event.name)
        return Row(
            name: name,
            identity: Scene.Identity(
                id: ElementID.event(event.id, position: position), classes: ["event"], title: name),
            colour: Colour(0x555555), since: event.date, until: event.until, isEvent: true)
    }

    private func row(ofActor node: Int, _ colour: Colour) -> Row {
        let (id, name) = (view.id(of: node), PlainText.cleaned(view.name(of: node)))
        var row = Row(
            name: name.isEmpty ? PlainText.cleaned(id) : name,
            identity: Scene.Identity(id: ElementID.actor(id, position: node), classes: ["actor"], title: name),
            colour: colour, isEvent: false)
        if case .actor(let actor) = view.nodes[node], view.network.actors.hasRows {
            (row.since, row.until) = (view.network.actors[actor].since, view.network.actors[actor].until)
        }
        return row
    }

    private func link(_ tie: Int, _ source: Int, _ target: Int, _ date: PartialDate, _ language: Language) -> Link {
        let fact = view.fact(ofTie: tie)
        let isDirected = view.isOneWay(tie)
        return Link(
            source: source, target: target, date: date, layer: fact.layer, isDirected: isDirected,
            identity: Scene.Identity(
                id: fact.id, classes: ["tie", ElementID.layerClass(fact.layer)],
                title: "\(rows[source].name) – \(rows[target].name) (\(fact.name.text(language)), \(date))"))
    }
}

extension ViewOptions {
    /// Whether an event is of the statuses that the view takes.
    fileprivate func takes(_ event: Event) -> Bool { statuses.contains(event.status) }
}
