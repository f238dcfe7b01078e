import GraphKernels
import NetworkModel
import Vocabulary

/// A relation between the actors of a view, from its ties or from an attribute.
public enum Relation: Sendable, Hashable {
    /// The ties of the view, binary.
    case ties
    /// The ties of one layer, binary.
    case layer(Layer)
    /// 1 where both actors have the same value.
    case same(String)
    /// The absolute difference of two numbers.
    case difference(String)
    /// The sum of the two actors' numbers.
    case sum(String)
    /// The number of the actor that sends, or of the one that receives. A view without directions has
    /// neither: there both are read as `sum`, which is what the two together leave of them.
    case sender(String)
    /// The number of the actor that receives.
    case receiver(String)
    /// The weights of the view's ties, 0 where there is none; those of several ties between two actors added up.
    case weights
    /// The sender's number less the receiver's. A view without directions has neither: there it is read as `difference`.
    case signed(String)
    /// What a file says or a proximity is, by its name.
    case named(String)

    /// The words that `init(words:)` reads back.
    public var id: String {
        switch self {
        case .ties: "ties"
        case .layer(let layer): "layer:\(layer.rawValue)"
        case .same(let attribute): "same:\(attribute)"
        case .difference(let attribute): "difference:\(attribute)"
        case .sum(let attribute): "sum:\(attribute)"
        case .sender(let attribute): "sender:\(attribute)"
        case .receiver(let attribute): "receiver:\(attribute)"
        case .weights: "weights"
        case .signed(let attribute): "signed:\(attribute)"
        case .named(let name): "relation:\(name)"
        }
    }

    /// `ties`, `layer:finance`, `same:kind` …
    ///
    /// - Throws: `MilieuError` of cause `usage` for other words.
    public init(words: String) throws(MilieuError) {
        let parts = words.split(separator: ":", maxSplits: 1).map(String.init)
        switch (parts.first, parts.count) {
        case ("ties", 1): self = .ties
        case ("layer", 2): self = .layer(Layer(rawValue: parts[1]))
        case ("same", 2): self = .same(parts[1])
        case ("difference", 2): self = .difference(parts[1])
        case ("sum", 2): self = .sum(parts[1])
        case ("sender", 2): self = .sender(parts[1])
        case ("receiver", 2): self = .receiver(parts[1])
        case ("weights", 1): self = .weights
        case ("signed", 2): self = .signed(parts[1])
        case ("relation", 2): self = .named(parts[1])
        default:
            throw MilieuError(
                .usage,
                Bilingual(
                    en: "\"\(Excerpt.of(words))\" names no relation.",
                    fr: "« \(Excerpt.of(words)) » ne nomme aucune relation."),
                remedy:
                    Bilingual(
                        en:
                            "Write ties, weights, layer:NAME, relation:NAME, same:ATTRIBUTE, or difference, signed, sum, sender or receiver in its place.",
                        fr:
                            "Écrivez ties, weights, layer:NOM, relation:NOM, same:ATTRIBUT, ou difference, signed, sum, sender ou receiver à la place de same."
                    )
            )
        }
    }

    var attribute: String? {
        switch self {
        case .ties, .layer, .weights, .named: nil
        case .same(let attribute), .difference(let attribute), .sum(let attribute), .sender(let attribute),
            .receiver(let attribute), .signed(let attribute):
            attribute
        }
    }

    /// The relation as a view of this kind can show it.
    public func read(isDirected: Bool) -> Relation {
        switch self {
        case .sender(let attribute) where !isDirected, .receiver(let attribute) where !isDirected: .sum(attribute)
        case .signed(let attribute) where !isDirected: .difference(attribute)
        case .ties, .layer, .same, .difference, .sum, .sender, .receiver, .weights, .signed, .named: self
        }
    }
}

/// Relations as matrices over the actors of whom every attribute is known.
public struct RelationMatrices: Sendable {
    /// One for each relation, over the same actors.
    public let matrices: [SquareMatrix]
    /// Actors of the view that are left out because an attribute of theirs is not known.
    public let unknown: Int

    /// The matrices of some relations, over the actors of whom all of them are known.
    ///
    /// - Parameter named: what `Relation.named` calls by name.
    /// - Throws: `MilieuError` for an unknown layer, attribute or name, words where numbers are needed, or fewer than three
    ///   actors of whom all is known.
    public init(
        _ relations: [Relation], in context: MeasureContext, named: [String: PairNumbers] = [:]
    ) throws(MilieuError) {
        guard !context.view.isTwoMode else {
            throw MilieuError(
                .usage,
                Bilingual(
                    en: "Relations are compared over actors only.",
                    fr: "Les relations ne se comparent qu'entre acteurs."),
                remedy: Bilingual(
                    en: "Tie the actors that share events instead of keeping events as nodes.",
                    fr: "Liez les acteurs qui partagent des événements au lieu de garder les événements comme nœuds."))
        }
        try context.requireSize(atMost: 3_000, for: "QAP")
        var texts: [String: [String?]] = [:]
        for attribute in relations.compactMap(\.attribute) where texts[attribute] == nil {
            texts[attribute] = try Self.values(attribute, context)
        }
        let columns = texts
        let used = relations.compactMap { relation -> PairNumbers? in
            if case .named(let name) = relation { named[name] } else { nil }
        }
        let known = context.view.nodes.indices.filter { node in
            columns.values.allSatisfy { $0[node] != nil } && used.allSatisfy { $0.known[node] }
        }
        guard known.count > 2 else {
            throw MilieuError(
                .usage,
                Bilingual(
                    en: "Only \(known.count) actors have all the attributes.",
                    fr: "\(known.count, fr: "seul acteur a", "acteurs seulement ont") tous les attributs."),
                remedy: Bilingual(
                    en: "Leave an attribute out, or fill its column.",
                    fr: "Laissez un attribut de côté, ou remplissez sa colonne."))
        }
        unknown = context.view.nodes.count - known.count
        var made: [SquareMatrix] = []
        for relation in relations {
            made.append(try Self.matrix(relation, context, columns, known, named))
        }
        matrices = made
    }

    private static func values(_ attribute: String, _ context: MeasureContext) throws(MilieuError) -> [String?] {
        guard let values = context.network.actors.values(of: attribute) else {
            let known = context.network.actors.attributes.map(\.name) + Actors.standardAttributes
            let nearest = NearestMatch.hint(attribute, in: known)
            throw MilieuError(
                .usage,
                Bilingual(
                    en: "The actors have no attribute \"\(attribute)\".",
                    fr: "Les acteurs n'ont pas d'attribut « \(attribute) »."),
                remedy: nearest
                    + Bilingual(
                        en: "They have: \(known.joined(separator: ", ")).",
                        fr: "Ils ont : \(known.joined(separator: ", "))."))
        }
        return context.view.nodes.map { node in
            if case .actor(let position) = node { values[position] } else { nil }
        }
    }

    private static func matrix(
        _ relation: Relation, _ context: MeasureContext, _ texts: [String: [String?]], _ known: [Int],
        _ named: [String: PairNumbers]
    ) throws(MilieuError) -> SquareMatrix {
        func filled(_ value: (Int, Int) -> Double) -> SquareMatrix {
            var matrix = SquareMatrix(size: known.count)
            for i in known.indices {
                for j in known.indices where i != j { matrix[i, j] = value(i, j) }
            }
            return matrix
        }
        func numbers(_ attribute: String) throws(MilieuError) -> [Double] {
            var found: [Double] = []
            for node in known {
                let text = texts[attribute]?[node] ?? ""
                guard let number = Double(text), number.isFinite else {
                    throw MilieuError(
                        .usage,
                        Bilingual(
                            en: "\"\(text)\" (\(attribute) of \"\(context.view.id(of: node))\") is no number.",
                            fr: "« \(text) » (\(attribute) de « \(context.view.id(of: node)) ») n'est pas un nombre."),
                        remedy: Bilingual(
                            en: "Compare it by `same:\(attribute)`.", fr: "Comparez-le par `same:\(attribute)`."))
                }
                found.append(number)
            }
            return found
        }
        switch relation {
        case .ties:
            return filled { context.binary.hasArc(known[$0], known[$1]) ? 1 : 0 }
        case .layer(let layer):
            guard let graph = context.layers.first(where: { $0.layer == layer })?.directed else {
                let list = context.layers.map(\.layer.rawValue).joined(separator: ", ")
                throw MilieuError(
                    .usage,
                    Bilingual(
                        en: "The view has no ties in the layer \"\(layer.rawValue)\".",
                        fr: "La vue n'a pas de liens dans la couche « \(layer.rawValue) »."),
                    remedy: list.isEmpty
                        ? Bilingual(en: "It has none in any.", fr: "Elle n'en a dans aucune.")
                        : Bilingual(en: "It has some in: \(list).", fr: "Elle en a dans : \(list)."))
            }
            return filled { graph.hasArc(known[$0], known[$1]) ? 1 : 0 }
        case .same(let attribute):
            let values = known.map { texts[attribute]?[$0] ?? nil }
            return filled { values[$0] == values[$1] ? 1 : 0 }
        case .difference(let attribute):
            let values = try numbers(attribute)
            return filled { abs(values[$0] - values[$1]) }
        case .sum(let attribute):
            let values = try numbers(attribute)
            return filled { values[$0] + values[$1] }
        case .sender(let attribute):
            let values = try numbers(attribute)
            return filled { i, _ in values[i] }
        case .receiver(let attribute):
            let values = try numbers(attribute)
            return filled { _, j in values[j] }
        case .signed(let attribute):
            let values = try numbers(attribute)
            return filled { values[$0] - values[$1] }
        case .weights:
            let weights = SquareMatrix(context.graph, weighted: true)
            return filled { weights[known[$0], known[$1]] }
        case .named(let name):
            guard let numbers = named[name]?.matrix else {
                throw MilieuError(
                    .usage,
                    Bilingual(
                        en: "There is no relation \"\(Excerpt.of(name))\".",
                        fr: "Il n'y a pas de relation « \(Excerpt.of(name)) »."),
                    remedy: NearestMatch.hint(name, in: named.keys.sorted())
                        + Bilingual(
                            en: "Name its file: --relation \(Excerpt.of(name))=FILE.",
                            fr: "Nommez son fichier : --relation \(Excerpt.of(name))=FICHIER."))
            }
            return filled { numbers[known[$0], known[$1]] }
        }
    }
}
