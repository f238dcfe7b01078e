import Tabular
import Vocabulary

extension Measure {
    /// What is behind the value of an actor of the view.
    ///
    /// - Throws: `MilieuError` of cause `usage` where there is no such actor (with the nearest id), where
    ///   the measure has no explanation, or cannot be had.
    public func explain(_ actor: String, in context: MeasureContext) throws(MilieuError) -> Table {
        guard let explanation else {
            let known = MeasureCatalogue.all.filter { $0.explanation != nil }.map(\.id)
            throw MilieuError(
                .usage,
                Bilingual(
                    en: "Nothing can be listed behind \"\(id)\".", fr: "Rien ne peut être énuméré derrière « \(id) »."),
                remedy: Bilingual(
                    en: "An explanation can be had of: \(known.joined(separator: ", ")).",
                    fr: "Une explication existe pour : \(known.joined(separator: ", "))."))
        }
        let ids = context.view.nodes.indices.map { context.view.id(of: $0) }
        guard let node = ids.firstIndex(of: actor) else {
            let names = context.view.nodes.indices.map { context.view.name(of: $0) }
            let byName = names.firstIndex { NearestMatch.find(actor, in: [$0]) != nil }.map { ids[$0] }
            let nearest = NearestMatch.find(actor, in: ids) ?? byName
            throw MilieuError(
                .usage,
                Bilingual(
                    en: "The view has no actor \"\(Excerpt.of(actor))\".",
                    fr: "La vue n'a pas d'acteur « \(Excerpt.of(actor)) »."),
                remedy: nearest.map(NearestMatch.question)
                    ?? Bilingual(
                        en: "`milieu measure INPUT -m degree` shows all ids.",
                        fr: "`milieu measure ENTRÉE -m degree` montre tous les identifiants."))
        }
        try requirementsMet(in: context)
        var table = try explanation.tabulate(context, node)
        table.provenance = context.provenance(of: [self])
        return table
    }
}
