import Measures
import NetworkModel
import Tabular
import Vocabulary

/// The colour of each node of a view, and what the colours mean.
struct ActorColours {
    var colours: [Colour] = []
    var groups: [NetworkLook.Group] = []
    var title = ""

    init(_ context: MeasureContext, _ options: FigureOptions) throws(MilieuError) {
        let language = options.language
        switch options.colourBy {
        case .sphere:
            title = language == .french ? "Sphère" : "Sphere"
            useSpheres(context.view, language)
        case .community:
            title = language == .french ? "Communauté" : "Community"
            let measure = try MeasureCatalogue.measure("community")
            use(Self.texts(try measure.values(in: context)), language)
        case .attribute(let name):
            title = PlainText.cleaned(name, limit: 40)
            guard let values = context.network.actors.values(of: name) else {
                let known = Actors.standardAttributes + context.network.actors.attributes.map(\.name)
                let nearest = NearestMatch.find(name, in: known).map { "Did you mean \"\($0)\"? " } ?? ""
                throw MilieuError(
                    .usage, "The actors have no attribute \"\(title)\" to colour by.",
                    remedy: nearest + "There are: sphere, community, \(known.joined(separator: ", ")).")
            }
            use(context.view.nodes.map { if case .actor(let actor) = $0 { values[actor] } else { nil } }, language)
        }
    }

    private static func texts(_ values: Column.Values) -> [String?] {
        switch values {
        case .text(let values): values
        case .integer(let values): values.map { $0.map(String.init) }
        case .number(let values): values.map { $0.map(NumberText.shortest) }
        case .flag(let values): values.map { $0.map { String($0) } }
        }
    }

    private mutating func useSpheres(_ view: NetworkView, _ language: Language) {
        let spheres = view.network.spheres
        let found: [Sphere?] = view.nodes.map { if case .actor(let actor) = $0 { spheres[actor] } else { nil } }
        colours = found.map { $0.map(Palette.colour) ?? .unknown }
        groups = Sphere.allCases.filter { found.contains($0) }.map {
            NetworkLook.Group(name: $0.name.text(language), colour: Palette.colour(of: $0))
        }
        // Without any sphere there is nothing to tell apart, and nothing to explain.
        if !groups.isEmpty, zip(view.nodes, found).contains(where: { $0.isActor && $1 == nil }) {
            groups.append(.init(name: language == .french ? "non renseignée" : "not known", colour: .unknown))
        }
    }

    /// The eight largest groups get a colour; the others share a grey.
    private mutating func use(_ values: [String?], _ language: Language) {
        var counts: [String: Int] = [:]
        for value in values.compactMap({ $0 }) { counts[value, default: 0] += 1 }
        let ranked = counts.keys.sorted { (-(counts[$0] ?? 0), $0) < (-(counts[$1] ?? 0), $1) }
        let shown = Array(ranked.prefix(Palette.groups.count))
        let byValue = Dictionary(uniqueKeysWithValues: zip(shown, Palette.groups))
        colours = values.map { $0.flatMap { byValue[$0] } ?? .unknown }
        groups = zip(shown, Palette.groups).map {
            NetworkLook.Group(name: PlainText.cleaned($0, limit: 40), colour: $1)
        }
        if ranked.count > shown.count || values.contains(nil) {
            groups.append(.init(name: language == .french ? "autre ou inconnu" : "other or unknown", colour: .unknown))
        }
    }
}

extension NetworkView.Node {
    var isActor: Bool { if case .actor = self { true } else { false } }
}
