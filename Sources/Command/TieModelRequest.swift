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
    let script: String?
    let figure: String?

    init(_ arguments: TieArguments, _ formula: String) throws(MilieuError) {
        self.formula = try TieFormula(formula)
        (maxTies, script, figure) = (arguments.maxTies, arguments.script, arguments.figure)
        parts = try arguments.shown(by: Bilingual(en: "a model", fr: "un modèle"), unlessSaid: Part.coefficients)
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
            try writeScript(TieScript(data, formula, degreeBound: maxTies), common)
            let fit = try fit(data, context, common)
            return try tables([("", fit)], context, common)
        }
        let waves = try TieWaves(before: earlier, after: context, relations: relations)
        TieWaveRequest.sayLeftOut(waves, common)
        try writeScript(TieScript(waves.after, since: waves.before, formula, degreeBound: maxTies), common)
        var fits: [(prefix: String, fit: TieFit)] = []
        var faults: [MilieuError] = []
        for change in TieData.Change.allCases {
            let prefix = change == .formation ? "Form~" : "Persist~"
            do throws(MilieuError) {
                fits.append((prefix, try fit(waves.after.change(change, since: waves.before), context, common)))
            } catch {
                faults.append(
                    MilieuError(error.cause, Bilingual("\(prefix) ") + error.statement, remedy: error.advice))
            }
        }
        // Where one part cannot be had (all ties lasted), the other still says something.
        if fits.isEmpty, let fault = faults.first { throw fault }
        for fault in faults {
            common.say(
                "Left out: \(fault.statement.en) \(fault.advice.en)",
                "Laissé de côté : \(fault.statement.fr) \(fault.advice.fr)")
        }
        return try tables(fits, context, common)
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
        var options = EstimationOptions()
        options.seed = context.options.seed
        let fit = try TieEstimation.fit(model, options)
        common.say(TieFitTables.summary(fit).text(common.lang))
        return fit
    }

    private func writeScript(_ made: @autoclosure () -> TieScript, _ common: CommonArguments) throws(MilieuError) {
        guard let script else { return }
        var folder = try FolderOutput(path: script)
        for file in made().files { try folder.write(file.text, to: file.name) }
        _ = try folder.finish()
        common.say("\(script) is written.", "\(script) est écrit.")
    }

    private func tables(
        _ fits: [(prefix: String, fit: TieFit)], _ context: MeasureContext, _ common: CommonArguments
    ) throws(MilieuError) -> [Table] {
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
                    if let figure {
                        try FigureFile.write(
                            TieCharts.fit(checked, formula, in: context, common.lang), to: figure, common)
                    }
                }
            }
        }
        return tables
    }
}

/// A figure beside a table.
enum FigureFile {
    static func write(_ scene: Scene, to path: String, _ common: CommonArguments) throws(MilieuError) {
        try FileOutput.write(scene.render(ImageFormat(fileName: path)), to: path)
        common.say("\(path) is written.", "\(path) est écrit.")
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
    static func read(_ relations: [String], over context: MeasureContext) throws(MilieuError) -> [String: Network] {
        let ids = context.view.nodes.indices.map(context.view.id(of:))
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
            found[parts[0]] = try network(parts[1], ids)
        }
        return found
    }

    private static func network(_ path: String, _ ids: [String]) throws(MilieuError) -> Network {
        let isTable = ["csv", "tsv", "txt"].contains(FilePath.fileExtension(of: path))
        if isTable, InputFile.kind(path) == .file {
            let bytes = try InputFile.read(path)
            let table = try RelationTable.network(bytes, file: FilePath.name(of: path), over: ids)
            if let table { return table }
        }
        return try InputReader.read(path: path, InputReader.Options(directed: true)).requireNetwork()
    }

    static func sayMirrored(_ named: NamedRelations, _ context: MeasureContext, _ common: CommonArguments) {
        guard context.view.isDirected, !named.mirrored.isEmpty else { return }
        let list = named.mirrored.map { Excerpt.of($0) }.joined(separator: ", ")
        common.say(
            "Relations that tell each pair once, read for both ways: \(list).",
            "Relations qui donnent chaque paire une seule fois, lues dans les deux sens : \(list).")
    }
}
