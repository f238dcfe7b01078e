import Measures
import Vocabulary

/// The shaded hulls of groups in a network of actors.
struct Hulls {
    let groups: ActorGroups
    /// Positions of the groups that get a hull: those of two actors or more, the largest first.
    let shown: [Int]
    private let members: [[Int]]

    init(_ context: MeasureContext, _ choice: FigureOptions.GroupChoice, _ language: Language) throws(MilieuError) {
        let groups = try ActorGroups(context, choice, language)
        self.groups = groups
        let members = groups.names.indices.map { group in groups.groupOf.indices.filter { groups.groupOf[$0] == group }
        }
        let many = members.indices.filter { members[$0].count > 1 }.sorted {
            (-members[$0].count, $0) < (-members[$1].count, $1)
        }
        self.members = members
        shown = Array(many.prefix(Palette.groups.count))
        guard !shown.isEmpty else {
            throw MilieuError(
                .usage,
                Bilingual(
                    en: "No two actors share a group, so there is no hull to draw.",
                    fr: "Il n'y a pas deux acteurs dans un même groupe : il n'y a pas d'enveloppe à dessiner."),
                remedy: Bilingual(
                    en: "Choose another attribute for --hull, or community.",
                    fr: "Choisissez un autre attribut pour --hull, ou community."))
        }
    }

    func colour(_ place: Int) -> Colour { Palette.groups[place] }

    /// Rims differ in their dash, so that grey print tells.
    private func dash(_ place: Int) -> [Double] { [[], [5, 2], [1.5, 1.8], [7, 2, 1.5, 2]][place % 4] }

    /// Below the ties, the largest group lowest.
    ///
    /// - Parameter hidden: who is not drawn, and so in no hull.
    func draw(on scene: inout Scene, discs: [Box], without hidden: Set<Int> = []) {
        var rims: [Scene.Stroke] = []
        for (place, group) in shown.enumerated() {
            let own = Set(members[group]).subtracting(hidden)
            guard !own.isEmpty else { continue }
            let others = discs.indices.filter { !own.contains($0) && !hidden.contains($0) }.map { discs[$0] }
            let colour = colour(place)
            let hull = GroupHull(members: own.sorted().map { discs[$0] }, others: others)
            let page = Box(low: Point(0.5, 0.5), high: Point(scene.width - 0.5, scene.height - 0.5))
            for (number, ring) in hull.rings.enumerated() {
                let corners = ring.points.map { pointwiseMin(pointwiseMax($0, page.low), page.high) }
                let identity = Scene.Identity(
                    id: "hull-\(place + 1)-\(number + 1)", classes: ["hull", "group-\(place + 1)"],
                    title: groups.title + scene.language.colon + groups.names[group])
                scene.areas.append(
                    Scene.Area(
                        corners, fill: ring.isHole ? .white : colour.paler(by: 0.78), rim: colour, identity: identity))
                rims.append(
                    Scene.Stroke(
                        Path(through: corners + [corners[0]]), colour: colour.darker(by: 0.2), width: 0.8,
                        dash: dash(place)))
            }
        }
        scene.strokes.insert(contentsOf: rims, at: 0)
    }

    /// A legend with the groups below it.
    func legend(below legend: Scene, _ language: Language) -> Scene {
        var scene = legend
        let title = (language == .french ? "Enveloppes : " : "Hulls: ") + groups.title
        scene.height += scene.height > 0 ? 6 : 0
        scene.write([title], at: Point(0, scene.height), size: ChartStyle.fontSize, isBold: true)
        scene.height += 12
        scene.height += SignRow.write(entries, on: &scene, at: Point(0, scene.height), width: scene.width)
        return scene
    }

    private var entries: [SignRow.Entry] {
        shown.enumerated().map { place, group in
            SignRow.Entry(text: groups.names[group], width: 16) { scene, middle in
                let box = Box(centre: middle, width: 16, height: 7)
                let corners = [box.low, Point(box.high.x, box.low.y), box.high, Point(box.low.x, box.high.y)]
                scene.areas.append(Scene.Area(corners, fill: colour(place).paler(by: 0.78), rim: colour(place)))
                scene.strokes.append(
                    Scene.Stroke(
                        Path(through: corners + [corners[0]]), colour: colour(place).darker(by: 0.2), width: 0.8,
                        dash: dash(place)))
            }
        }
    }
}
