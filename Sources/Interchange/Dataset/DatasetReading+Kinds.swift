import NetworkModel
import Vocabulary

/// The tables that declare: sources and kinds.
extension DatasetReading {
    mutating func readSources(_ table: inout TableReader) {
        while table.next() {
            let id = table.newID("id", in: &sourceIDs)
            let citation = table.required("citation")
            let date = table.date("date")
            guard let id, let citation else { continue }
            if id.contains(where: { ":;".contains($0) }) {
                table.report(
                    .error, "bad-id", "The id of a source has a colon or a semicolon in it.",
                    remedy: "Take it out: in evidence these set the id and the place apart.", column: "id")
            }
            sources.append(Source(id: id, citation: citation, url: table.text("url"), date: date))
        }
    }

    mutating func readActorKinds(_ table: inout TableReader) {
        while table.next() {
            let id = table.newID("kind", in: &actorKindIDs)
            let name = name(&table)
            let sphere: Sphere? = table.required("sphere").flatMap { _ in
                table.word("sphere", "unknown-sphere") { $0.name }
            }
            guard let id, let name, let sphere else { continue }
            actorKinds.append(ActorKind(id: id, name: name, sphere: sphere))
        }
    }

    mutating func readTieKinds(_ table: inout TableReader) {
        while table.next() {
            let id = table.newID("kind", in: &tieKindIDs)
            let name = name(&table)
            let isDirected = table.required("directed").flatMap { _ in table.flag("directed") }
            let layer = layer(&table)
            let weight: WeightMeaning? = table.word("weight_means", "unknown-weight-meaning") { Bilingual($0.rawValue) }
            guard let id else { continue }
            // Rows of ties keep the positions of kinds, so that a faulty kind keeps its place too.
            tieKinds.append(
                TieKind(
                    id: id, name: name, isDirected: isDirected ?? false, layer: layer ?? .cooperation,
                    weightMeans: weight))
        }
    }

    mutating func readEventKinds(_ table: inout TableReader) {
        while table.next() {
            let id = table.newID("kind", in: &eventKindIDs)
            let name = name(&table)
            let layer = layer(&table)
            let isPooled = table.flag("pooled") ?? false
            guard let id, let name, let layer else { continue }
            eventKinds.append(EventKind(id: id, name: name, layer: layer, isPooled: isPooled))
        }
    }

    private mutating func name(_ table: inout TableReader) -> Bilingual? {
        let (fr, en) = (table.required("name_fr"), table.required("name_en"))
        guard let fr, let en else { return nil }
        return Bilingual(en: en, fr: fr)
    }

    private mutating func layer(_ table: inout TableReader) -> Layer? {
        guard let text = table.required("layer") else { return nil }
        let id = text.lowercased()
        if let standard = Layer.standard.first(where: { $0.rawValue == id || $0.name.fr == id }) { return standard }
        if let nearest = NearestMatch.find(id, in: Layer.standard.map(\.rawValue)) {
            table.report(
                .warning, "unknown-layer", "\"\(Excerpt.of(text))\" is no layer of Milieu's; it was taken as one of your own.",
                remedy: NearestMatch.question(nearest), column: "layer")
        } else {
            table.report(
                .note, "own-layer", "\"\(Excerpt.of(text))\" is a layer of your own.",
                remedy: "Nothing needs to be done; Milieu's are: \(Layer.standard.map(\.rawValue).joined(separator: ", ")).",
                column: "layer")
        }
        return Layer(rawValue: id)
    }
}
