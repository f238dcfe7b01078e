import Tabular
import Vocabulary

extension MeasureContext {
    /// From what, and how, the tables of this context are made.
    public var provenance: Provenance { provenance(weightsReadBy: nil) }

    /// - Parameters:
    ///   - readers: which of a table's measures read the weights; nil: not told apart.
    ///   - more: what else is true of the table.
    func provenance(weightsReadBy readers: [String]?, and more: Bilingual? = nil) -> Provenance {
        let description = network.description
        var view = Bilingual(en: self.view.summary(.english), fr: self.view.summary(.french))
        if options.weights != .none, readers?.isEmpty != true {
            view = Bilingual(
                en: view.en + "; weights: \(options.weights.rawValue)",
                fr: view.fr + " ; poids : " + (options.weights == .strength ? "force" : "distance"))
            if let readers {
                let list = readers.joined(separator: ", ")
                view = Bilingual(en: view.en + " in \(list)", fr: view.fr + " dans \(list)")
            }
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
}
