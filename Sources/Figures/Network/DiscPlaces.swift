import GraphKernels
import Measures
import NetworkModel
import Vocabulary

/// Where the discs of a network stand: at the same place of the page in every view of it.
///
/// Without places of a hand's choice they are found once for the whole network: all its layers, its actors and ties
/// of all times, at the standard width, with discs by degree. So an actor is found where it was before, whatever
/// layer, date, hull, measure or width a figure is drawn with.
struct DiscPlaces {
    /// By node of the view; who has no tie in the whole network has no place.
    let fixed: FixedPlaces
    /// What captions call it.
    let name: Bilingual
    /// The arrangement itself, where the figure is the one that the places were found for.
    private var own: Arrangement?
    /// By actor of the network, for a file that keeps them.
    private let placeOfActor: [Point?]

    init(_ context: MeasureContext, _ look: NetworkLook, _ options: FigureOptions) throws(MilieuError) {
        let view = context.view
        let whole = try Self.whole(view)
        let isWhole = whole.nodes == view.nodes && whole.tieCount == view.tieCount
        let wholeContext = isWhole ? context : MeasureContext(whole, options: context.options)
        let given = try GivenPlaces(view.network, options.positions)
        let found: [Point?]
        let height: Double
        var labels = [(fontSize: Double, text: LabelCandidate)?](repeating: nil, count: whole.nodes.count)
        var radii = [Double?](repeating: nil, count: whole.nodes.count)
        if given.places.isEmpty {
            let standard = options.forPlaces
            let isOwn = isWhole && options.looksStandard
            let wholeLook = isOwn ? look : try NetworkLook(wholeContext, standard)
            let tallness = options.sheet.map { $0.y / $0.x } ?? Arrangement.tallness(wholeLook, standard)
            let layout = NetworkLayout(wholeContext.undirected, options.layout, seed: options.seed, tallness: tallness)
            let arrangement = Arrangement(wholeLook, layout, standard, tallness: tallness)
            if isOwn, given.sides.isEmpty { own = arrangement }
            let isolates = Set(layout.isolates)
            found = arrangement.discs.indices.map {
                isolates.contains($0) ? nil : arrangement.discs[$0].centre / standard.width
            }
            radii = wholeLook.nodes.map(\.span)
            for label in arrangement.labels { labels[label.node] = (label.fontSize, label.text) }
            height = arrangement.tiedHeight / standard.width
            name =
                isWhole
                ? layout.name
                : Bilingual(en: "\(layout.name.en) of the whole network", fr: "\(layout.name.fr) du réseau entier")
        } else {
            let known = whole.nodes.map { node -> Point? in
                if case .actor(let actor) = node { given.places[actor] } else { nil }
            }
            found = GivenPlaces.completed(known, wholeContext.undirected)
            height = given.height
            name = Self.nameOfGiven(new: zip(known, found).count { $0 == nil && $1 != nil })
        }
        let placeOfNode = Dictionary(uniqueKeysWithValues: zip(whole.nodes, whole.nodes.indices))
        let shown = view.nodes.map { placeOfNode[$0] }
        let sides = view.nodes.map { node -> LabelSide? in
            if case .actor(let actor) = node { given.sides[actor] } else { nil }
        }
        fixed = FixedPlaces(
            places: shown.map { $0.flatMap { found[$0] } }, height: height, sides: sides,
            keptRadii: shown.map { $0.flatMap { radii[$0] } },
            keptLabels: shown.map { $0.flatMap { labels[$0] } })
        placeOfActor = view.network.actors.indices.map { placeOfNode[.actor($0)].flatMap { found[$0] } }
    }

    /// The discs and labels of a figure that shows all of the view on one page; discs that would meet become smaller.
    func arranged(_ look: inout NetworkLook, _ options: FigureOptions) -> Arrangement {
        if let own { return own }
        look.shrink(to: Arrangement.shrinkage(look, at: fixed, options))
        return Arrangement(look, at: fixed, options)
    }

    private static func nameOfGiven(new count: Int) -> Bilingual {
        count == 0
            ? Bilingual(en: "positions as given", fr: "positions données")
            : Bilingual(
                en: "positions as given; new, beside their neighbours: \(NumberWords.text(count, .english))",
                fr: "positions données ; nouveaux, à côté de leurs voisins : \(NumberWords.text(count, .french))")
    }

    /// All there is of the network: of all layers, kinds, statuses and times.
    private static func whole(_ view: NetworkView) throws(MilieuError) -> NetworkView {
        var options = ViewOptions()
        options.statuses = Set(TieStatus.allCases)
        options.events = view.options.events
        options.direction = view.options.direction
        options.perimeter = view.options.perimeter
        return try view.network.view(options)
    }

    /// What the whole network's places are, as rows of `positions.csv`: parts of the page's width, to the right and
    /// upwards, the highest as far from the top as the lowest is from 0.
    func kept(_ network: Network, _ sides: [DiscPosition]) -> [DiscPosition] {
        let ys = placeOfActor.compactMap { $0?.y }
        let words = Dictionary(sides.map { ($0.actor, $0.label) }, uniquingKeysWith: { first, _ in first })
        guard let top = ys.min(), let bottom = ys.max() else { return [] }
        func rounded(_ part: Double) -> Double { (part * 100_000).rounded() / 100_000 }
        return network.actors.indices.compactMap { actor in
            guard let place = placeOfActor[actor] else { return nil }
            let id = network.actors.id(at: actor)
            return DiscPosition(
                actor: id, x: rounded(place.x), y: rounded(bottom - place.y + top), label: words[id] ?? nil)
        }
    }
}

extension FigureOptions {
    /// The same for every figure of a network: what places are found with.
    fileprivate var forPlaces: FigureOptions {
        var options = FigureOptions()
        (options.seed, options.layout, options.sheet) = (seed, layout, sheet)
        options.width = widthOfPlaces
        return options
    }

    /// Whether discs, labels and page are those that places are found with.
    fileprivate var looksStandard: Bool {
        let standard = FigureOptions()
        return sizeBy == standard.sizeBy && width == widthOfPlaces && labelLimit == nil && look.isEmpty
            && !tellsByShape && font == nil && hasIsolates
    }
}
