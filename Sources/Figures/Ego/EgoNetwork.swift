import GraphKernels
import Measures
import NetworkModel
import Vocabulary

/// One actor in the centre, those tied to it on the first ring, theirs on the next.
enum EgoNetwork {
    static let figure = Figure(
        "ego",
        name: Bilingual(en: "ego network", fr: "réseau personnel"),
        reading: Bilingual(
            en: """
                The actor in the centre is ego; on the first ring stand those tied to it, on the second those tied to \
                them. Area, colour and lines are as in the network of actors.
                """,
            fr: """
                L'acteur au centre est ego ; sur le premier cercle sont ceux qui lui sont liés, sur le deuxième ceux qui \
                sont liés à ces derniers. Aires, couleurs et traits sont ceux du réseau d'acteurs.
                """),
        needs: Bilingual(en: "the id of an actor (`--ego`)", fr: "l'identifiant d'un acteur (`--ego`)")
    ) { context, options throws(MilieuError) in
        let ego = try ego(context.view, options)
        let distances = distances(from: ego, in: context.undirected)
        let whole = try NetworkLook(context, options)
        let ringCount = min(options.steps, distances.compactMap { $0 }.max() ?? 0)
        let shown = distances.indices.filter { (distances[$0] ?? .max) <= ringCount }
        let look = whole.part(shown)
        let rings = EgoRings(
            look, ego: shown.firstIndex(of: ego) ?? 0, rings: shown.map { distances[$0] ?? 0 }, options)
        var picture = NetworkPicture(look: rings.look, discs: rings.discs, labels: rings.labels).scene(
            width: options.width, height: rings.height, language: options.language)
        picture.strokes.insert(contentsOf: rings.guides, at: 0)
        let legend = Legend(look, options.language, width: FigurePage.innerWidth(options)).scene
        let counts = (0...max(ringCount, 1)).map { ring in distances.count { $0 == ring } }
        let caption = caption(context, ego, look, rings, counts, distances, options)
        return FigurePage.scene(picture, legend: legend, caption, options)
    }

    private static func ego(_ view: NetworkView, _ options: FigureOptions) throws(MilieuError) -> Int {
        guard (1...6).contains(options.steps) else {
            throw MilieuError(
                .usage,
                Bilingual(
                    en: "An ego network cannot have \(options.steps) rings.",
                    fr: "Un réseau personnel ne peut pas avoir \(options.steps, fr: "cercle", "cercles")."),
                remedy: Bilingual(
                    en: "Choose from 1 to 6, for instance --steps 2.", fr: "Choisissez de 1 à 6, par exemple --steps 2."
                ))
        }
        let ids = view.nodes.indices.map { view.id(of: $0) }
        guard let id = options.ego else {
            throw MilieuError(
                .usage,
                Bilingual(
                    en: "An ego network needs an actor in its centre.",
                    fr: "Un réseau personnel demande un acteur en son centre."),
                remedy: ids.isEmpty
                    ? Bilingual(en: "The view has no actor.", fr: "La vue n'a pas d'acteur.")
                    : Bilingual(
                        en: "Name one with --ego, for instance --ego \(ids[0]).",
                        fr: "Nommez-en un par --ego, par exemple --ego \(ids[0])."))
        }
        if let place = ids.firstIndex(of: id) { return place }
        let name = PlainText.cleaned(id, limit: 60)
        if let actor = view.network.actors.position(of: id) {
            throw MilieuError(
                .usage,
                Bilingual(
                    en: "The actor \"\(name)\" is not in this view.",
                    fr: "L'acteur « \(name) » n'est pas dans cette vue."),
                remedy: Bilingual(
                    en: "Choose a view that holds it: without --inside-only, or at another date.",
                    fr: "Choisissez une vue qui le contient : sans --inside-only, ou à une autre date."),
                at: Place(file: "actors", id: view.network.actors.id(at: actor)))
        }
        // A name is as good as an id where only one actor has it.
        let named = view.nodes.indices.filter { view.name(of: $0) == id }
        if named.count == 1 { return named[0] }
        let nearest =
            NearestMatch.find(id, in: ids) ?? NearestMatch.find(id, in: view.nodes.indices.map { view.name(of: $0) })
        throw MilieuError(
            .usage, Bilingual(en: "There is no actor \"\(name)\".", fr: "Il n'y a pas d'acteur « \(name) »."),
            remedy: (nearest.map { NearestMatch.question($0) + Bilingual(" ") } ?? .empty)
                + Bilingual(
                    en: "Ids stand in the table of actors, column \"id\".",
                    fr: "Les identifiants se trouvent dans la table des acteurs, colonne « id »."))
    }

    private static func distances(from ego: Int, in graph: Graph) -> [Int?] {
        var distances = [Int?](repeating: nil, count: graph.nodeCount)
        distances[ego] = 0
        var (reached, head) = ([ego], 0)
        while head < reached.count {
            let node = reached[head]
            for neighbour in graph.outgoing.neighbours(of: node).lazy.map(Int.init) where distances[neighbour] == nil {
                distances[neighbour] = (distances[node] ?? 0) + 1
                reached.append(neighbour)
            }
            head += 1
        }
        return distances
    }

    private static func caption(
        _ context: MeasureContext, _ ego: Int, _ look: NetworkLook, _ rings: EgoRings, _ counts: [Int],
        _ distances: [Int?],
        _ options: FigureOptions
    ) -> Caption {
        let language = options.language
        let view = context.view
        func words(_ en: String, _ fr: String) -> String { language == .french ? fr : en }
        func number(_ count: Int) -> String { NumberWords.text(count, language) }
        let name = PlainText.cleaned(view.name(of: ego), limit: 120)
        var sentences: [String] = []
        let rest = counts.dropFirst().enumerated().map {
            words("\(number($1)) at distance \($0 + 1)", "\(number($1)) à la distance \($0 + 1)")
        }
        sentences.append(
            words("Actors: ", "Acteurs : ") + rest.joined(separator: ", ") + " (\(view.summary(language))).")
        let beyond = distances.count { $0.map { $0 >= counts.count } ?? false }
        let apart = distances.count { $0 == nil }
        if beyond + apart > 0 {
            sentences.append(
                words(
                    "Not shown: \(number(beyond)) further away, \(number(apart)) without a path.",
                    "Non figurés : \(number(beyond)) plus loin, \(number(apart)) sans chemin."))
        }
        sentences.append(density(context, distances, language))
        let unlabelled = look.nodes.count - rings.labels.count
        if unlabelled > 0 {
            sentences.append(
                words(
                    "Labels: \(number(rings.labels.count)) of \(number(look.nodes.count)), the largest discs first.",
                    "Noms : \(number(rings.labels.count)) sur \(number(look.nodes.count)), les plus grands disques d'abord."
                ))
        }
        let shortened = rings.labels.count { $0.text.isShortened }
        if shortened > 0 {
            sentences.append(
                words("Names shortened (…): \(number(shortened)).", "Noms abrégés (…) : \(number(shortened))."))
        }
        sentences.append(Caption.source(of: view, language))
        let own = words("Ego network: ", "Réseau personnel : ") + name
        return Caption(title: PlainText.cleaned(options.title ?? own), sentences: sentences, language: language)
    }

    /// How many of the possible ties among ego's own neighbours there are.
    private static func density(_ context: MeasureContext, _ distances: [Int?], _ language: Language) -> String {
        let near = distances.indices.filter { distances[$0] == 1 }
        guard near.count > 1 else { return "" }
        let members = Set(near)
        let ends = near.reduce(0) { sum, node in
            sum + context.undirected.outgoing.neighbours(of: node).count { members.contains(Int($0)) }
        }
        let possible = near.count * (near.count - 1) / 2
        let share = NumberWords.rounded(Double(ends / 2) / Double(possible), language)
        let (tied, all) = (NumberWords.text(ends / 2, language), NumberWords.text(possible, language))
        return language == .french
            ? "Paires liées parmi les acteurs à la distance 1 : \(tied) sur \(all) (\(share))."
            : "Tied pairs among those at distance 1: \(tied) of \(all) (\(share))."
    }
}
