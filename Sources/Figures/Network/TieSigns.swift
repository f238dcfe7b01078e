import NetworkModel
import Vocabulary

/// By which line each tie of a view is told: by its layer where there are several, else by its kind, else by nothing.
///
/// A network file has no layers of its own: its kinds are what a reader wants to tell apart. One sign alone is drawn
/// solid, since a dash tells it from nothing.
struct TieSigns {
    /// A line and what it means.
    struct Sign: Sendable {
        var id: String
        var name: Bilingual
        var style: LineStyle
        var isDirected = false
        var order: Int
    }

    /// Whether a legend has anything to say of the lines.
    let explains: Bool
    private let byKind: Bool
    private let kinds: [String]
    private let layers: [Layer]
    private let furtherLayers: [Layer]

    /// More kinds than lines that can be told apart are drawn alike.
    private static let mostKinds = 8

    private let look: [LookRow]

    init(_ view: NetworkView, _ facts: [NetworkView.TieFact], _ look: [LookRow]) {
        self.look = look
        let asksForKinds = look.contains { $0.subject == .kind }
        layers = Set(facts.map(\.layer)).sorted()
        furtherLayers = view.network.furtherLayers
        let isPlain = view.network.tieKinds.count + view.network.eventKinds.count <= 1
        var seen: Set<String> = []
        var found: [String] = []
        if layers.count <= 1 || asksForKinds, !isPlain {
            for position in facts.indices {
                let kind = view.kindID(ofTie: position)
                if seen.insert(kind).inserted { found.append(kind) }
            }
        }
        kinds = found.sorted()
        byKind = !kinds.isEmpty && (kinds.count <= Self.mostKinds || asksForKinds)
        explains = !isPlain && (layers.count > 1 || byKind)
    }

    func sign(ofTie position: Int, _ fact: NetworkView.TieFact, kind: String) -> Sign {
        if byKind {
            let place = kinds.firstIndex(of: kind) ?? 0
            var style = Palette.kindLine(place)
            if kinds.count == 1 { style.dash = [] }
            let row = look.row(.kind, kind)
            return Sign(id: kind, name: name(row, fact.name), style: styled(style, row), order: place)
        }
        var style = explains ? Palette.line(of: fact.layer, furtherLayers: furtherLayers) : Palette.plainLine
        if layers.count == 1 { style.dash = [] }
        let row = look.row(.layer, fact.layer.rawValue)
        return Sign(
            id: fact.layer.rawValue, name: name(row, fact.layer.name), style: styled(style, row),
            order: layers.firstIndex(of: fact.layer) ?? 0)
    }

    private func name(_ row: LookRow?, _ own: Bilingual) -> Bilingual { row?.name.map { Bilingual($0) } ?? own }

    private func styled(_ style: LineStyle, _ row: LookRow?) -> LineStyle {
        LineStyle(
            row?.colour ?? style.colour, dash: row?.dash?.lengths ?? style.dash, width: row?.width ?? style.width)
    }
}
