import Tabular
import Vocabulary

extension MeasureContext {
    /// From what, and how, all that is said of this context is made.
    public var provenance: Provenance {
        guard options.weights != .none else { return provenance(of: []) }
        return provenance(of: [], and: weights(options.weights, Bilingual(en: " where they are read", fr: " là où ils sont lus")))
    }

    /// From what, and how, one table is made.
    ///
    /// - Parameters:
    ///   - measures: those whose values the table holds; the weights are named beside those that read them.
    ///   - more: what else is true of the table.
    public func provenance(of measures: [Measure], and more: Bilingual? = nil) -> Provenance {
        let description = network.description
        var view = Bilingual(en: self.view.summary(.english), fr: self.view.summary(.french))
        for (kind, readers) in weightReaders(measures) {
            let words = weights(kind, Bilingual(en: " in \(readers)", fr: " dans \(readers)"))
            view = Bilingual(en: view.en + "; " + words.en, fr: view.fr + " ; " + words.fr)
        }
        if let more { view = Bilingual(en: view.en + "; " + more.en, fr: view.fr + " ; " + more.fr) }
        if let tool = options.convention {
            view = Bilingual(
                en: view.en + "; conventions: \(tool.name)", fr: view.fr + " ; conventions : \(tool.name)")
        }
        return Provenance(
            dataset: description.name, datasetVersion: description.version,
            contentHash: description.contentHash, view: view, seed: options.seed)
    }

    private func weights(_ kind: MeasureOptions.Weights, _ place: Bilingual) -> Bilingual {
        Bilingual(
            en: "weights: \(kind.rawValue)\(place.en)",
            fr: "poids : \(kind == .strength ? "force" : "distance")\(place.fr)")
    }

    /// As what weights are read, and the ids of the measures that do, where weights are asked for. A measure that is
    /// weighted by name reads strengths even where lengths are asked for.
    private func weightReaders(_ measures: [Measure]) -> [(MeasureOptions.Weights, ids: String)] {
        guard options.weights != .none else { return [] }
        return [MeasureOptions.Weights.strength, .distance].compactMap { kind in
            let readers = measures.filter { measure in
                switch measure.readsWeights {
                case .never: false
                case .asAsked: options.weights == kind
                case .always: kind == .strength
                }
            }
            return readers.isEmpty ? nil : (kind, readers.map(\.id).joined(separator: ", "))
        }
    }
}
