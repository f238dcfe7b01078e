import Measures
import NetworkModel
import Vocabulary

/// The colour of each node of a view, and what the colours mean.
struct ActorColours {
    /// A group of actors with the colour that stands for it.
    struct Group: Sendable, Hashable {
        var name: String
        var colour: Colour
    }

    var colours: [Colour] = []
    var groups: [Group] = []
    let title: String

    init(_ context: MeasureContext, _ options: FigureOptions) throws(MilieuError) {
        let found = try ActorGroups(context, options.colourBy, options.language)
        title = found.title
        let palette = options.colourBy == .sphere ? found.spheres.map(Palette.colour) : Palette.groups
        colours = found.groupOf.map { $0.flatMap { $0 < palette.count ? palette[$0] : nil } ?? .unknown }
        groups = zip(found.names, palette).map { Group(name: $0, colour: $1) }
        // The largest groups get a colour; the others share a grey. Without any group there is
        // nothing to tell apart, and nothing to explain.
        let hasOther = zip(context.view.nodes, found.groupOf).contains { $0.isActor && ($1 ?? .max) >= palette.count }
        guard hasOther, !groups.isEmpty else { return }
        let other =
            found.names.count > palette.count
            ? Bilingual(en: "other or not known", fr: "autre ou non renseigné") : Bilingual(en: "not known", fr: "non renseigné")
        groups.append(Group(name: other.text(options.language), colour: .unknown))
    }
}

extension NetworkView.Node {
    var isActor: Bool { if case .actor = self { true } else { false } }
}
