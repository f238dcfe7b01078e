import NetworkModel
import Vocabulary

extension MeasureContext {
    /// The view's nodes by `options.grouping`.
    ///
    /// - Throws: `MilieuError` of cause `usage` where the network has no such attribute, or knows
    ///   it of nobody.
    public func grouping() throws(MilieuError) -> Grouping {
        try memo(Self.groupingKey) { () throws(MilieuError) in
            let values = network.actors.values(of: options.grouping)
            let ofNodes = view.nodes.map { node -> String? in
                guard case .actor(let position) = node else { return nil }
                return values?[position]
            }
            let labels = Set(ofNodes.compactMap { $0 }).sorted()
            guard !labels.isEmpty else { throw noGroup() }
            let numbers = Dictionary(uniqueKeysWithValues: labels.enumerated().map { ($0.element, Int32($0.offset)) })
            return Grouping(labels: labels, groupOf: ofNodes.map { $0.flatMap { numbers[$0] } ?? -1 })
        }
    }

    private func noGroup() -> MilieuError {
        let known = network.actors.attributes.map(\.name) + Actors.standardAttributes
        let filled = known.filter { name in
            network.actors.values(of: name)?.contains { $0 != nil } ?? false
        }
        let nearest = NearestMatch.hint(options.grouping, in: filled)
        let list =
            filled.isEmpty
            ? Bilingual(en: "The actors have no attribute.", fr: "Les acteurs n'ont pas d'attribut.")
            : Bilingual(
                en: "They have: \(filled.joined(separator: ", ")).", fr: "Ils ont : \(filled.joined(separator: ", ")).")
        return MilieuError(
            .usage,
            Bilingual(
                en: "No actor of the view has the attribute \"\(options.grouping)\".",
                fr: "Aucun acteur de la vue n'a l'attribut « \(options.grouping) »."), remedy: nearest + list)
    }
}
