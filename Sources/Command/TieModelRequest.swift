import Milieu

/// A random graph model that was asked for: its formula, and what it reads.
struct TieModelRequest {
    /// What can be shown of a model.
    enum Part: String, CaseIterable {
        case coefficients, diagnostics, fit, traces
    }

    let formula: TieFormula
    let parts: [Part]
    let maxTies: Int?

    init(_ arguments: TieArguments, _ formula: String) throws(MilieuError) {
        self.formula = try TieFormula(formula)
        maxTies = arguments.maxTies
        parts = try (arguments.show?.items ?? [Part.coefficients.rawValue]).map { word throws(MilieuError) in
            guard let part = Part(rawValue: word) else {
                let known = Part.allCases.map(\.rawValue)
                throw MilieuError(
                    .usage,
                    Bilingual(
                        en: "\"\(Excerpt.of(word))\" is nothing that a model shows.",
                        fr: "« \(Excerpt.of(word)) » n'est rien qu'un modèle montre."),
                    remedy: NearestMatch.hint(word, in: known)
                        + Bilingual(
                            en: "Write \(known.joined(separator: ", ")).",
                            fr: "Écrivez \(known.joined(separator: ", "))."))
            }
            return part
        }
    }

    /// Fits the model and says how well it is known; of two waves, both parts of the change.
    func tables(
        _ context: MeasureContext, since earlier: MeasureContext?, files: [String: Network], _ common: CommonArguments
    ) throws(MilieuError) -> [Table] {
        let named = try NamedRelations(files, wanted: formula.relationNames, in: context)
        RelationFiles.sayMirrored(named, context, common)
        let relations = named.numbers.filter { formula.relationNames.contains($0.key) }
        guard let earlier else {
            let data = try TieData(context, relations: relations)
            let fit = try fit(data, context, common)
            return try tables([("", fit)], context)
        }
        let waves = try TieWaves(before: earlier, after: context, relations: relations)
        TieWaveRequest.sayLeftOut(waves, common)
        var fits: [(prefix: String, fit: TieFit)] = []
        for change in TieData.Change.allCases {
            let prefix = change == .formation ? "Form~" : "Persist~"
            do throws(MilieuError) {
                fits.append((prefix, try fit(waves.after.change(change, since: waves.before), context, common)))
            } catch {
                throw MilieuError(error.cause, Bilingual("\(prefix) ") + error.statement, remedy: error.advice)
            }
        }
        return try tables(fits, context)
    }

    private func fit(_ data: TieData, _ context: MeasureContext, _ common: CommonArguments) throws(MilieuError)
        -> TieFit
    {
        let model = try TieModel(formula, of: data, degreeBound: maxTies)
        if !data.unobserved.isEmpty {
            common.say(
                "Pairs that nobody was asked about, taken for unknown: \(data.unobserved.count).",
                "Paires sur lesquelles personne n'a été interrogé, tenues pour inconnues : \(data.unobserved.count).")
        }
        var options = TieEstimation.Options()
        options.seed = context.options.seed
        let fit = try TieEstimation.fit(model, options)
        common.say(TieFitTables.summary(fit).text(common.lang))
        return fit
    }

    private func tables(_ fits: [(prefix: String, fit: TieFit)], _ context: MeasureContext) throws(MilieuError)
        -> [Table]
    {
        var tables: [Table] = []
        for part in parts {
            switch part {
            case .coefficients: tables.append(TieFitTables.coefficients(fits, formula, in: context))
            case .diagnostics: tables += fits.map { TieFitTables.diagnostics($0.fit) }
            case .traces: tables += fits.map { TieFitTables.traces($0.fit) }
            case .fit:
                for fit in fits {
                    guard let checked = GoodnessOfFit(fit.fit, seed: context.options.seed) else {
                        throw MilieuError(
                            .usage,
                            Bilingual(
                                en: "Networks that the fit draws are many times as full as the observed one.",
                                fr: "Les réseaux tirés du modèle sont bien des fois plus pleins que l'observé."),
                            remedy: Bilingual(
                                en: "Take gwesp and gwdegree instead of triangle and kstar.",
                                fr: "Prenez gwesp et gwdegree au lieu de triangle et kstar."))
                    }
                    tables.append(TieFitTables.fit(checked))
                }
            }
        }
        return tables
    }
}

/// What became of ties since an earlier wave.
enum TieWaveRequest {
    static func table(
        _ context: MeasureContext, since earlier: MeasureContext, by proximities: [Proximity], _ common: CommonArguments
    ) throws(MilieuError) -> Table {
        let waves = try TieWaves(before: earlier, after: context)
        sayLeftOut(waves, common)
        return try waves.table(by: proximities, in: context)
    }

    static func sayLeftOut(_ waves: TieWaves, _ common: CommonArguments) {
        guard waves.leftOut > 0 else { return }
        common.say(
            "Actors of one wave alone, left out: \(waves.leftOut).",
            "Acteurs d'une seule vague, laissés de côté : \(waves.leftOut).")
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
                    .usage,
                    Bilingual(
                        en: "\"\(Excerpt.of(relation))\" names no relation and its file.",
                        fr: "« \(Excerpt.of(relation)) » ne nomme pas une relation et son fichier."),
                    remedy: Bilingual(
                        en: "Write for instance --relation geo=km.csv.",
                        fr: "Écrivez par exemple --relation geo=km.csv."))
            }
            guard found[parts[0]] == nil else {
                throw MilieuError(
                    .usage,
                    Bilingual(
                        en: "The relation \"\(Excerpt.of(parts[0]))\" is named twice.",
                        fr: "La relation « \(Excerpt.of(parts[0])) » est nommée deux fois."),
                    remedy: Bilingual(en: "Name each once.", fr: "Nommez chacune une seule fois."))
            }
            found[parts[0]] = try InputReader.read(path: parts[1], InputReader.Options(directed: true)).requireNetwork()
        }
        return found
    }

    static func sayMirrored(_ named: NamedRelations, _ context: MeasureContext, _ common: CommonArguments) {
        guard context.view.isDirected, !named.mirrored.isEmpty else { return }
        let list = named.mirrored.map { Excerpt.of($0) }.joined(separator: ", ")
        common.say(
            "Relations that tell each pair once, read for both ways: \(list).",
            "Relations qui donnent chaque paire une seule fois, lues dans les deux sens : \(list).")
    }
}
