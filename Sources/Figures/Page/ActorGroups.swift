import Measures
import NetworkModel
import Tabular
import Vocabulary

/// The nodes of a view in groups.
struct ActorGroups {
    /// What the groups are.
    let title: String
    /// The largest first; spheres in their own order.
    let names: [String]
    /// By node, a position among `names`; nil where it is not known, and for events unless a measure
    /// speaks of them.
    let groupOf: [Int?]
    /// Where the groups are spheres.
    private(set) var spheres: [Sphere] = []

    init(
        _ context: MeasureContext, _ choice: FigureOptions.GroupChoice, _ language: Language
    ) throws(MilieuError) {
        let view = context.view
        switch choice {
        case .sphere:
            title = language == .french ? "Sphère" : "Sphere"
            let ofActor = view.network.spheres
            let found: [Sphere?] = view.nodes.map { if case .actor(let actor) = $0 { ofActor[actor] } else { nil } }
            let there = Sphere.allCases.filter { found.contains($0) }
            spheres = there
            names = there.map { $0.name.text(language) }
            groupOf = found.map { $0.flatMap(there.firstIndex) }
        case .community:
            title = language == .french ? "Communauté" : "Community"
            let measure = try MeasureCatalogue.measure(view.isTwoMode ? "community_two_mode" : "community")
            (names, groupOf) = Self.ranked(Self.texts(try measure.values(in: context)))
        case .attribute(let name):
            let values = try Self.values(of: name, context)
            title = values.title?.text(language) ?? PlainText.cleaned(name, limit: 40)
            (names, groupOf) = Self.ranked(values.values)
        }
    }

    /// What a researcher says of a group: by its value, or by a sphere's id.
    func look(of group: Int, _ rows: [LookRow]) -> LookRow? {
        let sphere = spheres.isEmpty ? nil : spheres[group].rawValue
        return rows.row(.group, names[group]) ?? sphere.flatMap { rows.row(.group, $0) }
    }

    var sizes: [Int] {
        var sizes = [Int](repeating: 0, count: names.count)
        for group in groupOf { if let group { sizes[group] += 1 } }
        return sizes
    }

    /// Of an attribute, or of a measure of labels where there is no such attribute.
    private static func values(
        of name: String, _ context: MeasureContext
    ) throws(MilieuError) -> (values: [String?], title: Bilingual?) {
        if let values = context.network.actors.values(of: name) {
            return (context.view.nodes.map { if case .actor(let actor) = $0 { values[actor] } else { nil } }, nil)
        }
        let labels = MeasureCatalogue.all.filter { $0.level == .actor && $0.type == .label }
        if let measure = labels.first(where: { $0.id == name }) {
            return (texts(try measure.values(in: context)), measure.name)
        }
        let known = ["sphere", "community"] + Actors.standardAttributes + context.network.actors.attributes.map(\.name)
        let nearest = NearestMatch.hint(name, in: known + labels.map(\.id))
        throw MilieuError(
            .usage, "The actors have no attribute \"\(PlainText.cleaned(name, limit: 40))\" to group by.",
            remedy: nearest + "There are: \(known.joined(separator: ", ")); "
                + "and the measures \(labels.map(\.id).joined(separator: ", ")).")
    }

    private static func texts(_ values: Column.Values) -> [String?] {
        switch values {
        case .text(let values): values
        case .integer(let values): values.map { $0.map(String.init) }
        case .number(let values): values.map { $0.map(NumberText.shortest) }
        case .flag(let values): values.map { $0.map { String($0) } }
        }
    }

    private static func ranked(_ values: [String?]) -> (names: [String], groupOf: [Int?]) {
        var counts: [String: Int] = [:]
        for value in values.compactMap({ $0 }) { counts[value, default: 0] += 1 }
        let ranked = counts.keys.sorted { (-(counts[$0] ?? 0), $0) < (-(counts[$1] ?? 0), $1) }
        let places = Dictionary(uniqueKeysWithValues: ranked.enumerated().map { ($0.element, $0.offset) })
        return (ranked.map { PlainText.cleaned($0, limit: 40) }, values.map { $0.flatMap { places[$0] } })
    }
}
