import Tabular
import Vocabulary

extension MeasureContext {
    /// From what, and how, the tables of this context are made.
    public var provenance: Provenance {
        let description = network.description
        var view = Bilingual(en: self.view.summary(.english), fr: self.view.summary(.french))
        if options.weights != .none {
            view = Bilingual(
                en: view.en + "; weights: \(options.weights.rawValue)",
                fr: view.fr + " ; poids : " + (options.weights == .strength ? "force" : "distance"))
        }
        if let tool = options.convention {
            view = Bilingual(
                en: view.en + "; conventions: \(tool.name)", fr: view.fr + " ; conventions : \(tool.name)")
        }
        return Provenance(
            dataset: description.name, datasetVersion: description.version,
            contentHash: description.contentHash, view: view, seed: options.seed)
    }
}
