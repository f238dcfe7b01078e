import Figures
import Measures
import NetworkModel
import Tabular
import TerritoryScoring
import Vocabulary

/// All that a report is about, computed once.
struct ReportSubject {
    let context: MeasureContext
    let score: TerritoryScore?
    let words: Wording
    let noScore: Bilingual?
    let actors: MeasureTable
    let ties: MeasureTable
    let whole: MeasureTable
    let figures: [String: InlineFigure]
    let inside: [Bool?]
    /// By position among the network's actors: its place in the view; nil where it is not in it.
    let nodeOfActor: [Int?]

    var view: NetworkView { context.view }
    var network: Network { context.network }

    /// - Parameters:
    ///   - measured: told how many of how many levels are measured.
    ///   - drawn: told how many of how many figures are drawn.
    init(
        _ context: MeasureContext, score: TerritoryScore?, language: Language, noScore: Bilingual?,
        measured: (_ done: Int, _ of: Int) -> Void, drawn: (_ done: Int, _ of: Int) -> Void
    ) throws(MilieuError) {
        (self.context, self.score, self.noScore) = (context, score, noScore)
        words = Wording(language)
        measured(0, 3)
        actors = try MeasureTable(MeasureSelection(level: .actor), in: context)
        measured(1, 3)
        ties = try MeasureTable(MeasureSelection(level: .tie), in: context)
        measured(2, 3)
        whole = try MeasureTable(MeasureSelection(level: .network), in: context)
        measured(3, 3)
        figures = try InlineFigure.all(context, score: score, language: language) { drawn($0, $1) }
        let network = context.network
        let perimeter = context.view.options.perimeter.flatMap { id in
            network.description.territory?.perimeters.first { $0.id == id }
        }
        inside = network.insideness(perimeter: perimeter)
        var places = [Int?](repeating: nil, count: network.actors.count)
        for (place, node) in context.view.nodes.enumerated() {
            if case .actor(let actor) = node { places[actor] = place }
        }
        nodeOfActor = places
    }

    /// A measure of the network; nil where it is undefined or not allowed.
    func value(_ id: String) -> Double? {
        guard let place = whole.measures.firstIndex(where: { $0.id == id }) else { return nil }
        switch whole.table.columns[1][place] {
        case .number(let number): return number
        case .integer(let integer): return Double(integer)
        case .text(let text): return Double(text)
        case .empty, .flag: return nil
        }
    }

    /// The numbers of a measure of actors, by node; nil where the network does not allow it.
    func values(ofActors id: String) -> [Double?]? {
        actors.table.columns.first { $0.field.id == id }?.numbers
    }

    /// Nodes from the greatest value of a measure down, those of no value or 0 left out.
    func ranking(_ id: String) -> [(node: Int, value: Double)] {
        guard let values = values(ofActors: id) else { return [] }
        return values.indices.compactMap { place in values[place].map { (place, $0) } }
            .filter { $0.1 > 0 }.sorted { ($1.1, $0.0) < ($0.1, $1.0) }.map { (node: $0.0, value: $0.1) }
    }

    /// The territory's name, else the dataset's title.
    var title: String {
        let description = network.description
        return description.title.isEmpty ? description.name : description.title
    }

    var date: PartialDate? { view.date }

    /// An actor's name as the page shows it: long ones are cut, and empty ones are their id.
    func name(ofNode node: Int) -> String { Self.shown(view.name(of: node), orElse: view.id(of: node)) }
    func name(ofActor actor: Int) -> String {
        Self.shown(network.actors.name(at: actor), orElse: network.actors.id(at: actor))
    }

    static func shown(_ name: String, orElse id: String) -> String {
        let cleaned = PlainText.cleaned(name, limit: 120)
        return cleaned.isEmpty ? PlainText.cleaned(id, limit: 120) : cleaned
    }
}
