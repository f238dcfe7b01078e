import NetworkModel
import Vocabulary

/// A map as shapes: the outline lowest, then ties, points of places, discs and labels.
struct MapDrawing {
    /// Without the ties that the map cannot show.
    private(set) var look: NetworkLook
    private let view: NetworkView
    private let places: MapPlaces
    private let options: FigureOptions
    private let map: MapArrangement
    private let hiddenTieCount: Int

    /// How much a tie bends, in parts of its length.
    private static let curvature = 0.12
    /// What is smaller the page does not show.
    private static let tolerance = 0.35

    init(_ view: NetworkView, _ look: NetworkLook, _ places: MapPlaces, _ options: FigureOptions) {
        (self.view, self.places, self.options) = (view, places, options)
        map = MapArrangement(look, places, options)
        var look = look
        let isShown = map.isShown
        look.ties = look.ties.filter { isShown[$0.source] && isShown[$0.target] }
        look.signs = look.signs.filter { sign in look.ties.contains { $0.sign == sign.id } }
        hiddenTieCount = view.tieCount - look.ties.count
        self.look = look
    }

    private func words(_ en: String, _ fr: String) -> String { options.language == .french ? fr : en }

    var scene: Scene {
        var picture = NetworkPicture(
            look: look, discs: map.arrangement.discs, labels: map.arrangement.labels, curvature: Self.curvature
        ).scene(width: options.width, height: map.arrangement.height, language: options.language)
        drawOutline(on: &picture)
        drawSpots(on: &picture)
        drawScale(on: &picture)
        picture.labels += map.spotLabels
        if let heading = map.arrangement.heading {
            let text = words("Without coordinates, not on the map", "Sans coordonnées, hors de la carte")
            picture.write([text], at: heading, size: 7.2, colour: .grey, isBold: true)
        }
        return picture
    }

    // MARK: The ground

    private func drawOutline(on picture: inout Scene) {
        let frame = map.frame
        var ground: [Scene.Stroke] = []
        for ring in options.outline?.rings ?? [] {
            let places = ring.map(frame.place)
            let simple = LineSimplification.simplified(places + places.prefix(1), tolerance: Self.tolerance).dropLast()
            guard simple.count > 2 else { continue }
            picture.areas.append(
                Scene.Area(Array(simple), fill: Colour(0xEEF0EA), rim: Colour(0x9AA093), rimWidth: 0.6))
        }
        for line in options.outline?.lines ?? [] {
            let simple = LineSimplification.simplified(line.map(frame.place), tolerance: Self.tolerance)
            guard simple.count > 1 else { continue }
            ground.append(Scene.Stroke(Path(through: simple), colour: Colour(0x9DB8C9), width: 1))
        }
        let box = frame.box
        let corners = [box.low, Point(box.high.x, box.low.y), box.high, Point(box.low.x, box.high.y)]
        for (start, end) in zip(corners, corners.dropFirst() + [corners[0]]) {
            ground.append(Scene.Stroke(Path(from: start, to: end), colour: Colour(0xCCCCCC), width: 0.4))
        }
        picture.strokes.insert(contentsOf: ground, at: 0)
    }

    /// Points of places with thin lines to those who are there, and arrows to places beyond the map.
    private func drawSpots(on picture: inout Scene) {
        let discs = map.arrangement.discs
        var spokes: [Scene.Stroke] = []
        for (spot, place) in map.spots {
            for node in spot.nodes where (discs[node].centre - place).length > look.nodes[node].reach {
                spokes.append(
                    Scene.Stroke(Path(from: place, to: discs[node].centre), colour: Colour(0xB5B5B5), width: 0.35))
            }
        }
        let ground = picture.strokes.firstIndex { $0.ends != nil } ?? picture.strokes.count
        picture.strokes.insert(contentsOf: spokes, at: ground)
        for (spot, place) in map.spots where spot.nodes.count > 1 {
            picture.marks.append(
                Scene.Mark(.rectangle, Box(centre: place, width: 3, height: 3), fill: .ink, rim: .white, rimWidth: 0.4))
        }
        for (spot, way, _) in map.beyond {
            for node in spot.nodes {
                let start = discs[node].centre + way * (look.nodes[node].reach + 1)
                let end = start + way * 9
                guard end.x > 1, end.x < picture.width - 1, end.y > 1, end.y < picture.height - 1 else { continue }
                picture.strokes.append(
                    Scene.Stroke(Path(from: start, to: end), colour: Colour(0x555555), width: 0.8, arrow: 4))
            }
        }
    }

    private func drawScale(on picture: inout Scene) {
        let frame = map.frame
        let length = frame.barLength * frame.scale
        let low = Point(frame.box.low.x + 8, frame.box.high.y - 7)
        picture.line(low, low + Point(length, 0), .ink, width: 1)
        for end in [low, low + Point(length, 0)] { picture.line(end - Point(0, 2.5), end, .ink, width: 0.8) }
        let unit =
            frame.barLength < 1
            ? "\(NumberWords.text(frame.barLength * 1000, options.language)) m"
            : "\(NumberWords.text(frame.barLength, options.language)) km"
        picture.write([unit], at: low + Point(0, -12), size: 7)
        let north = Point(frame.box.low.x + 100, frame.box.high.y - 7)
        picture.strokes.append(
            Scene.Stroke(Path(from: north, to: north - Point(0, 12)), colour: .ink, width: 0.8, arrow: 5))
        picture.write(["N"], at: north + Point(4, -12), size: 7, isBold: true)
    }

    // MARK: Words

    var caption: Caption {
        let language = options.language
        func count(_ number: Int) -> String { NumberWords.text(number, language) }
        var sentences = [Caption.numbers(of: view, language)]
        let onMap = map.spots.reduce(0) { $0 + $1.spot.nodes.count }
        let beyond = map.beyond.reduce(0) { $0 + $1.spot.nodes.count }
        sentences.append(
            words(
                "On the map: \(count(onMap)); beyond it, at the margin: \(count(beyond)); without coordinates, listed: \(count(places.unlocated.count)).",
                "Sur la carte : \(count(onMap)) ; au-delà, en marge : \(count(beyond)) ; sans coordonnées, en liste : \(count(places.unlocated.count))."
            ))
        let unnamed = onMap + beyond - map.arrangement.labels.count { map.isShown[$0.node] }
        if unnamed > 0 {
            sentences.append(
                words(
                    "Without a name, for want of room: \(count(unnamed)).",
                    "Sans nom, faute de place : \(count(unnamed))."))
        }
        let far = map.beyond.filter { !$0.spot.name.isEmpty }.map { spot, _, distance in
            "\(spot.name) (\(count(Int(distance.rounded()))) km)"
        }
        if !far.isEmpty {
            let names = far.prefix(8).joined(separator: ", ") + (far.count > 8 ? "…" : "")
            sentences.append(words("Beyond the map: \(names).", "Au-delà : \(names)."))
        }
        if !places.unknownPlaces.isEmpty {
            let names = places.unknownPlaces.map { PlainText.cleaned($0, limit: 60) }
            let shown = names.prefix(8).joined(separator: ", ") + (names.count > 8 ? "…" : "")
            sentences.append(words("Places without coordinates: \(shown).", "Lieux sans coordonnées : \(shown)."))
        }
        if hiddenTieCount > 0 {
            sentences.append(
                words(
                    "Ties not drawn, since an end is not on the map: \(count(hiddenTieCount)).",
                    "Liens non figurés, une extrémité n'étant pas sur la carte : \(count(hiddenTieCount))."))
        }
        sentences.append(outlineSentence)
        sentences.append(Caption.source(of: view, language))
        return Caption(title: Caption.title(of: view, options), sentences: sentences, language: language)
    }

    private var outlineSentence: String {
        guard let outline = options.outline else {
            return words("No outline; north is up.", "Sans fond de carte ; le nord est en haut.")
        }
        let source = outline.source ?? words("source not stated", "source non indiquée")
        let licence = outline.licence ?? words("licence not stated", "licence non indiquée")
        let system = outline.system.name.text(options.language)
        return words(
            "Outline: \(source) (\(licence)), \(system), simplified; north is up.",
            "Fond : \(source) (\(licence)), \(system), simplifié ; le nord est en haut.")
    }
}
