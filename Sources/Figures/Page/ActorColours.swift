import Measures
import NetworkModel
import Vocabulary

/// The colour of each node of a view, and what the colours mean.
struct ActorColours {
    /// A group of actors with the colour that stands for it.
    struct Group: Sendable, Hashable {
        var name: String
        var colour: Colour
        var shape = LookRow.Shape.disc
    }

    var colours: [Colour] = []
    /// By node.
    var shapes: [LookRow.Shape] = []
    var groups: [Group] = []
    let title: String

    init(_ context: MeasureContext, _ options: FigureOptions) throws(MilieuError) {
        let found = try ActorGroups(context, options.colourBy, options.language)
        title = found.title
        let looks = found.names.indices.map { found.look(of: $0, options.look) }
        var palette = options.colourBy == .sphere ? found.spheres.map(Palette.colour) : Palette.groups
        for (group, look) in looks.enumerated() {
            guard let colour = look?.colour else { continue }
            // A colour that is asked for is had beyond those there are of the palette, too.
            while palette.count <= group { palette.append(.unknown) }
            palette[group] = colour
        }
        colours = found.groupOf.map { $0.flatMap { $0 < palette.count ? palette[$0] : nil } ?? .unknown }
        let colourCount = palette.count
        func shape(_ group: Int) -> LookRow.Shape {
            if let asked = looks[group]?.shape { return asked }
            guard options.tellsByShape, group < colourCount else { return .disc }
            return options.colourBy == .sphere ? Palette.shape(of: found.spheres[group]) : Palette.groupShape(group)
        }
        shapes = found.groupOf.map { $0.map(shape) ?? .disc }
        groups = zip(found.names, palette).enumerated().map { place, group in
            Group(
                name: looks[place]?.name.map { PlainText.cleaned($0, limit: 40) } ?? group.0, colour: group.1,
                shape: shape(place))
        }
        // The largest groups get a colour; the others share a grey. Without any group there is
        // nothing to tell apart, and nothing to explain.
        let hasOther = zip(context.view.nodes, found.groupOf).contains { $0.isActor && ($1 ?? .max) >= palette.count }
        guard hasOther, !groups.isEmpty else { return }
        let other =
            found.names.count > palette.count
            ? Bilingual(en: "other or not known", fr: "autre ou non renseigné")
            : Bilingual(en: "not known", fr: "non renseigné")
        groups.append(Group(name: other.text(options.language), colour: .unknown))
    }
}

extension NetworkView.Node {
    var isActor: Bool { if case .actor = self { true } else { false } }
}
