import Milieu

/// A random graph model that was asked for: its formula, and the relations that it reads.
struct TieModelRequest {
    let formula: String
    let relations: [String: Network]

    /// Fits the model and says how well it is known.
    func table(_ context: MeasureContext, _ common: CommonArguments) throws(MilieuError) -> Table {
        let formula = try TieFormula(self.formula)
        let data = try TieData(context, relations: relations)
        let model = try TieModel(formula, of: data)
        if !data.unobserved.isEmpty {
            common.say(
                "Pairs that nobody was asked about, taken for unknown: \(data.unobserved.count).",
                "Paires sur lesquelles personne n'a été interrogé, tenues pour inconnues : \(data.unobserved.count).")
        }
        var options = TieEstimation.Options()
        options.seed = context.options.seed
        let fit = try TieEstimation.fit(model, options)
        common.say(TieFitTables.summary(fit).text(common.lang))
        return TieFitTables.coefficients(fit, formula, in: context)
    }
}

/// Relations from files, by their names.
enum RelationFiles {
    /// Each file read as a network: a matrix with labels, a list of pairs, or any other format.
    static func read(_ relations: [String]) throws(MilieuError) -> [String: Network] {
        var found: [String: Network] = [:]
        for relation in relations {
            let parts = relation.split(separator: "=", maxSplits: 1).map(String.init)
            guard parts.count == 2 else {
                throw MilieuError(
                    .usage, "\"\(Excerpt.of(relation))\" names no relation and its file.",
                    remedy: "Write for instance --relation geo=km.csv.")
            }
            guard found[parts[0]] == nil else {
                throw MilieuError(
                    .usage, "The relation \"\(Excerpt.of(parts[0]))\" is named twice.", remedy: "Name each once.")
            }
            // Undecided, a symmetric matrix or a list is read as pairs without direction.
            found[parts[0]] = try InputReader.read(path: parts[1], InputReader.Options()).requireNetwork()
        }
        return found
    }
}
