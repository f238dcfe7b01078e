import GraphKernels
import Measures
import NetworkModel
import Vocabulary

/// A partition of the actors and what it makes of their ties.
struct Blocks {
    /// What the blocks are.
    let title: String
    /// The groups' own names where they say more than a number; else empty.
    let names: [String]
    /// Nodes by block, the largest block first.
    let members: [[Int]]
    let image: BlockDensities
    /// Of the whole network.
    let density: Double
    static let most = 16

    init(_ context: MeasureContext, _ options: FigureOptions) throws(MilieuError) {
        guard context.view.nodes.count > 1 else {
            throw MilieuError(
                .usage,
                Bilingual(
                    en: "A blockmodel needs two actors or more, and the view has \(context.view.nodes.count).",
                    fr: "Un modèle de blocs demande au moins deux acteurs, et la vue en a \(context.view.nodes.count)."),
                remedy: Bilingual(en: "Choose another view.", fr: "Choisissez une autre vue."))
        }
        let choice = options.blocksBy ?? .attribute("structural_equivalence_class_concor")
        let groups = try ActorGroups(context, choice, options.language)
        guard groups.names.count <= Self.most else {
            throw MilieuError(
                .usage,
                Bilingual(
                    en: "A blockmodel of \(groups.names.count) blocks is too fine to read.",
                    fr: "Un modèle de \(groups.names.count) blocs est trop fin pour être lu."),
                remedy: Bilingual(
                    en: "Choose at most \(Self.most) blocks: another attribute for --blocks, or community.",
                    fr: "Choisissez au plus \(Self.most) blocs : un autre attribut pour --blocks, ou community."))
        }
        guard !groups.names.isEmpty else {
            throw MilieuError(
                .usage,
                Bilingual(
                    en: "Nothing is known that tells the actors apart into blocks.",
                    fr: "Rien n'est connu qui répartisse les acteurs en blocs."),
                remedy: Bilingual(
                    en: "Choose another attribute for --blocks, or community.",
                    fr: "Choisissez un autre attribut pour --blocks, ou community."))
        }
        title = groups.title
        names = groups.names.allSatisfy({ Int($0) != nil }) ? [] : groups.names
        members = groups.names.indices.map { block in groups.groupOf.indices.filter { groups.groupOf[$0] == block } }
        let graph = context.binary
        image = BlockDensities(graph, block: groups.groupOf)
        let count = Double(graph.nodeCount)
        density = Double(graph.edgeCount) / (count * (count - 1) / (graph.isDirected ? 1 : 2))
    }

    var count: Int { members.count }

    /// A, B, C …
    func letter(_ block: Int) -> String { String(Character(Unicode.Scalar(UInt8(65 + block)))) }

    /// Whether a block is tied to another at least as densely as the network on average.
    func isTied(_ one: Int, _ other: Int) -> Bool {
        image.densities[one][other].map { $0 >= density && $0 > 0 } ?? false
    }
}
