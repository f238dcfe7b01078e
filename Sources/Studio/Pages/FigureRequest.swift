import Figures
import Interchange
import Measures
import NetworkModel
import Tabular
import Vocabulary

/// The figure that the page asks for: what `milieu draw` draws of the dataset with the same options.
struct FigureRequest: Sendable {
    let figure: Figure
    var options = FigureOptions()
    private var view = ViewOptions()

    /// - Throws: `MilieuError` of cause `usage` where the query names what is not there.
    init(_ query: [String: String], _ language: Language) throws(MilieuError) {
        func word(_ key: String) -> String? { query[key].flatMap { $0.isEmpty ? nil : $0 } }
        figure = try FigureCatalogue.figure(word("figure") ?? FigureCatalogue.all[0].id)
        guard case .network = figure.subject else {
            throw MilieuError(
                .usage, "The studio draws figures of networks.", remedy: "`milieu draw` draws the others.")
        }
        options.language = language
        if let size = word("size") { options.sizeBy = size }
        if let colour = word("color") { options.colourBy = FigureOptions.GroupChoice(colour) }
        options.hullBy = word("hull").map(FigureOptions.GroupChoice.init)
        if let layers = word("layer") {
            view.layers = Set(layers.split(separator: ",").map { Layer(rawValue: String($0)) })
        }
        if let date = word("at") {
            guard let date = PartialDate(date) else {
                throw MilieuError(
                    .usage, "\"\(Excerpt.of(date))\" is no date.", remedy: "Write 2014, 2014-06 or 2014-06-30.")
            }
            view.date = date
        }
    }

    func context(_ network: Network) throws(MilieuError) -> MeasureContext {
        MeasureContext(try network.view(view))
    }

    func image(_ network: Network, _ format: ImageFormat) throws(MilieuError) -> [UInt8] {
        try figure.draw(context: context(network), options: options).render(format)
    }

    /// The figure for the page, with the actor that each disc stands for.
    func json(_ network: Network) throws(MilieuError) -> JSONValue {
        let context = try context(network)
        let svg = try figure.draw(context: context, options: options).render(.svg)
        let discs = context.view.nodes.indices.compactMap { node -> JSONValue.Member? in
            guard case .actor = context.view.nodes[node] else { return nil }
            return JSONValue.Member(context.view.elementID(ofNode: node), .text(context.view.id(of: node)))
        }
        return [
            "svg": .text(String(decoding: svg, as: UTF8.self)), "discs": .object(discs),
            "moves": .flag(figure.hasPlaces),
        ]
    }

    // MARK: Places

    /// How far a disc is moved, in parts of the page's width, to the right and upwards; and where its label stands.
    struct Move: Sendable {
        let actor: String
        let right: Double
        let up: Double
        let label: String?

        /// Nil where the value is none.
        init?(_ json: JSONValue) {
            guard case .text(let actor)? = json["actor"] else { return nil }
            self.actor = actor
            (right, up) = (Self.number(json["right"]), Self.number(json["up"]))
            label = if case .text(let label)? = json["label"] { label } else { nil }
            guard abs(right) <= 2, abs(up) <= 2 else { return nil }
        }

        private static func number(_ value: JSONValue?) -> Double {
            switch value {
            case .number(let number)?: number
            case .integer(let number)?: Double(number)
            default: 0
            }
        }
    }

    /// The edits that put discs elsewhere. Where no place is kept yet, all are from now on: nobody else moves.
    func edits(moving moves: [Move], _ snapshot: Workspace.Snapshot, _ network: Network) throws(MilieuError) -> [Edit] {
        let table = DiscPosition.table.schema.id
        let kept = network.beside.positions
        let isOurs =
            kept.contains { $0.x != nil && $0.y != nil }
            && kept.allSatisfy { (0...1).contains($0.x ?? 0) && (0...2).contains($0.y ?? 0) }
        let wanted = Dictionary(moves.map { ($0.actor, $0) }, uniquingKeysWith: { _, last in last })
        let stands = Dictionary(kept.map { ($0.actor, $0) }, uniquingKeysWith: { one, _ in one })
        // Places of a page in other units are written anew in ours, all of them.
        let isKnown = isOurs && moves.allSatisfy { stands[$0.actor]?.x != nil && stands[$0.actor]?.y != nil }
        let drawn = isKnown ? kept : try FigurePositions.rows(context: context(network), options: options)
        var edits: [Edit] = []
        let document = snapshot.tables.documents[table]
        let rows = Dictionary(
            (document?.rows ?? []).map { ($0.cells[safe: document?.column("actor") ?? 0] ?? "", $0) },
            uniquingKeysWith: { one, _ in one })
        for place in drawn where !isOurs || wanted[place.actor] != nil {
            let move = wanted[place.actor]
            let cells = [
                "x": Self.text(min(1, max(0, (place.x ?? 0.5) + (move?.right ?? 0)))),
                "y": Self.text(min(2, max(0, (place.y ?? 0.5) + (move?.up ?? 0)))),
                "label": move?.label ?? place.label ?? "",
            ]
            guard let row = rows[place.actor] else {
                edits.append(.add(table: table, cells: cells.merging(["actor": place.actor]) { one, _ in one }))
                continue
            }
            for (column, cell) in cells.sorted(by: { $0.key < $1.key }) {
                let old = document?.column(column).flatMap { row.cells[safe: $0] } ?? ""
                if old != cell { edits.append(.set(table: table, key: row.key, column: column, old: old, new: cell)) }
            }
        }
        return edits
    }

    private static func text(_ part: Double) -> String { ((part * 100_000).rounded() / 100_000).shortestText }

    /// The edits that let the layout find every place again; labels go back with them.
    static func edits(freeing snapshot: Workspace.Snapshot) -> [Edit] {
        let table = DiscPosition.table.schema.id
        return (snapshot.tables.documents[table]?.rows ?? []).map { .remove(table: table, key: $0.key) }
    }
}
