import NetworkModel
import Vocabulary

extension MeasureContext {
    /// An attribute of the actors as written, for each node; nil for events and where it is not known.
    func texts(of attribute: String) -> [String?] {
        let values = network.actors.values(of: attribute)
        return view.nodes.map { node in
            guard case .actor(let position) = node else { return nil }
            return values?[position]
        }
    }

    /// The same as numbers.
    ///
    /// - Parameter role: what the attribute plays, for the error.
    /// - Throws: `MilieuError` of cause `usage` where a value is no number.
    func numbers(of attribute: String, playing role: Bilingual) throws(MilieuError) -> [Double?] {
        // A column that the model holds as numbers; of one that has words, the view may have only numbers.
        if let known = network.actors.numbers(of: attribute) {
            return view.nodes.map { node in
                if case .actor(let position) = node { known[position] } else { nil }
            }
        }
        var numbers: [Double?] = []
        for (node, text) in texts(of: attribute).enumerated() {
            guard let text else {
                numbers.append(nil)
                continue
            }
            guard let number = Double(text), number.isFinite else {
                throw MilieuError(
                    .usage,
                    Bilingual(
                        en: "The \(role.en) \"\(attribute)\" of \"\(view.id(of: node))\" is \"\(text)\", no number.",
                        fr:
                            "\(role.fr.prefix(1).uppercased() + role.fr.dropFirst()) : pour « \(view.id(of: node)) », « \(attribute) » vaut « \(text) », qui n'est pas un nombre."
                    ),
                    remedy: Bilingual(
                        en: "Choose a column of numbers as the \(role.en).",
                        fr: "Choisissez une colonne de nombres (\(role.fr))."),
                    at: Place(file: "actors", column: attribute, id: view.id(of: node)))
            }
            numbers.append(number)
        }
        return numbers
    }

    /// The numbers of `options.attribute`.
    func attributeNumbers() throws(MilieuError) -> [Double?] {
        try memo("attribute numbers") { () throws(MilieuError) in
            try numbers(of: options.attribute, playing: Bilingual(en: "attribute", fr: "attribut"))
        }
    }

    /// The nodes that `options.start` names, each once.
    ///
    /// - Throws: `MilieuError` of cause `usage` for an id or an attribute that is not there, with the nearest one.
    func startNodes() throws(MilieuError) -> [Int] {
        var places: [String: Int] = [:]
        for node in view.nodes.indices { places[view.id(of: node)] = node }
        var chosen: Set<Int> = []
        for item in options.start {
            if let node = places[item] {
                chosen.insert(node)
                continue
            }
            let parts = item.split(separator: "=", maxSplits: 1).map(String.init)
            guard parts.count == 2, network.actors.values(of: parts[0]) != nil else {
                let nearest = NearestMatch.hint(item, in: places.keys)
                throw MilieuError(
                    .usage,
                    Bilingual(
                        en: "There is nobody to start from at \"\(Excerpt.of(item))\".",
                        fr: "Il n'y a personne d'où partir à « \(Excerpt.of(item)) »."),
                    remedy: nearest
                        + Bilingual(
                            en: "Name ids of the view, or an attribute and its value, as in `kind=firm`.",
                            fr:
                                "Nommez des identifiants de la vue, ou un attribut et sa valeur, comme dans `kind=firm`."
                        ))
            }
            let texts = texts(of: parts[0])
            let members = texts.indices.filter { texts[$0] == parts[1] }
            guard !members.isEmpty else {
                let nearest = NearestMatch.find(parts[1], in: Set(texts.compactMap { $0 }))
                throw MilieuError(
                    .usage,
                    Bilingual(
                        en: "No actor of the view has \"\(Excerpt.of(parts[1]))\" as its \"\(parts[0])\".",
                        fr: "Aucun acteur de la vue n'a « \(Excerpt.of(parts[1])) » pour « \(parts[0]) »."),
                    remedy: nearest.map(NearestMatch.question)
                        ?? Bilingual(
                            en: "Choose a value that actors have.", fr: "Choisissez une valeur que des acteurs ont."))
            }
            chosen.formUnion(members)
        }
        return chosen.sorted()
    }
}
