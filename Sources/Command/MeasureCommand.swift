import ArgumentParser
import Milieu

struct MeasureCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "measure",
        abstract: Bilingual(
            en: "Centralities, structural holes, brokerage, cohesion: measures of actors, ties and the network.",
            fr: "Centralités, trous structuraux, courtage, cohésion : mesures des acteurs, des liens et du réseau."
        ).spoken,
        discussion: Bilingual(
            en: """
                Without -m, --profile or --level it prints the centralities of the actors. CSV has one row for each actor \
                in the order of the input; an undefined value is an empty cell.

                Nearly all measures of some thousand actors take less than ten seconds. small_world_omega may take longer, \
                since it switches the ties of ten networks until none is more clustered; with fewer --references it is \
                done sooner. CONCOR and REGE compare all pairs, and are asked of 1,000 actors at most.
                """,
            fr: """
                Sans -m, --profile ou --level, affiche les centralités des acteurs. Le CSV a une ligne par acteur, dans \
                l'ordre de l'entrée ; une valeur indéfinie est une cellule vide.

                Presque toutes les mesures de quelques milliers d'acteurs prennent moins de dix secondes. \
                small_world_omega peut prendre plus longtemps, car elle recâble les liens de dix réseaux jusqu'à ce \
                qu'aucun ne soit plus agrégé ; avec moins de --references, elle finit plus tôt. CONCOR et REGE comparent \
                toutes les paires, et se demandent pour 1 000 acteurs au plus.
                """
        ).withExamples(
            """
            milieu measure --list
            milieu measure datasets/romans-2016
            milieu measure datasets/romans-2016 -m degree,betweenness_normalized --top 10
            milieu measure datasets/romans-2016 -m all --format csv -o actors.csv
            milieu measure datasets/romans-2016 --level network --layer finance,governance
            milieu measure datasets/romans-2016 --profile social-capital --resource members
            milieu measure datasets/romans-2016 -m brokerage_liaison --explain ville_romans
            milieu measure datasets/romans-2016 -m degree,density --bounds
            milieu measure datasets/romans-2016 --level pair -m same_place,same_sphere
            milieu measure edges.csv -m closeness,constraint --as igraph
            milieu measure edges.csv -m degree,components --quiet
            """
        ).spoken)

    @Option(
        name: .shortAndLong,
        help: ArgumentHelp(
            en: "Ids of measures, separated by commas, or all.",
            fr: "Identifiants de mesures, séparés par des virgules, ou all."),
        completion: .custom(Completions.measures))
    var measures: CommaList?

    @Option(
        help: ArgumentHelp(
            en: "Whose measures: actor, tie, network or group; pair: how near each two actors are.",
            fr:
                "De quoi sont les mesures : actor, tie, network ou group ; pair : la proximité des acteurs deux à deux."
        ))
    var level: Described?

    @Option(
        help: ArgumentHelp(
            en: "A set of measures: \(Measure.Profile.allCases.map(\.rawValue).joined(separator: ", ")).",
            fr: "Un ensemble de mesures : \(Measure.Profile.allCases.map(\.rawValue).joined(separator: ", "))."))
    var profile: Measure.Profile?

    @Option(
        help: ArgumentHelp(
            en: "Sort the rows from the greatest value of this measure.",
            fr: "Trier les lignes à partir de la plus grande valeur de cette mesure."),
        completion: .custom(Completions.measure))
    var sortBy: String?

    @Option(
        help: ArgumentHelp(
            en: "Show only the first rows; with one sort column unsaid, by the first measure.",
            fr: "Ne montrer que les premières lignes ; sans colonne de tri, d'après la première mesure."))
    var top: Int?

    @Option(
        help: ArgumentHelp(
            en: "What is behind the measure's value for this actor (an id): its alters, pairs or triads.",
            fr:
                "Ce qu'il y a derrière la valeur de la mesure pour cet acteur (un identifiant) : ses alters, paires ou triades."
        ),
        completion: .custom(Completions.actors))
    var explain: String?

    @Flag(
        help: ArgumentHelp(
            en: "Beside each value, the least and the most that it can be where ties are doubtful or not surveyed.",
            fr:
                "À côté de chaque valeur, le moins et le plus qu'elle peut valoir là où des liens sont douteux ou non relevés."
        ))
    var bounds = false

    @Flag(
        help: ArgumentHelp(
            en: "List the measures instead, with --as those of which the tool has another number; no input is needed.",
            fr:
                "Donner plutôt la liste des mesures, avec --as celles dont l'outil a un autre nombre ; aucune entrée n'est nécessaire."
        ))
    var list = false

    @Flag(
        help: ArgumentHelp(
            en: "The page of all measures, formulas and conventions (Markdown); no input is needed.",
            fr: "La page de toutes les mesures, formules et conventions (Markdown) ; aucune entrée n'est nécessaire."))
    var page = false

    @OptionGroup var output: TableOutput
    @OptionGroup var input: NetworkInput
    @OptionGroup var common: CommonArguments

    func run() throws {
        let format = try output.tableFormat()
        if page { return try output.write(MeasurePage.text(common.lang)) }
        if list {
            let listed = level == .pair ? proximityList(format) : listTable(format)
            guard format.id == TableFormat.text.id else {
                return try output.write([listed], as: format, language: common.lang)
            }
            return try output.write(Self.lines(of: listed))
        }
        if let top, top < 1 {
            throw MilieuError(
                .usage, Bilingual(en: "--top \(top) shows nothing.", fr: "--top \(top) ne montre rien."),
                remedy: Bilingual(en: "Write for instance --top 10.", fr: "Écrivez par exemple --top 10."))
        }
        if level == .pair { return try writePairs(format) }
        let selections = try selections()
        guard selections.count == 1 || Self.holdsSeveral(format) else {
            throw MilieuError(
                .usage,
                Bilingual(
                    en: "The measures asked for are of several levels, which one \(format.id) table cannot hold.",
                    fr:
                        "Les mesures demandées sont de plusieurs niveaux, ce qu'une table \(format.id) ne peut pas contenir."
                ),
                remedy: Bilingual(
                    en: "Ask for one level at a time, or leave --format out to see them one below the other.",
                    fr: "Demandez un niveau à la fois, ou omettez --format pour les voir l'un sous l'autre."))
        }
        let context = try input.context(common)
        try output.check(format)
        let tables =
            try explain.map { actor throws(MilieuError) in
                try explanations(of: actor, selections, format, context)
            } ?? selections.map { selection throws(MilieuError) in try table(selection, context) }
        input.sayDirection(of: context, common)
        guard format.id == TableFormat.text.id else {
            return try output.write(tables, as: format, language: common.lang)
        }
        // On a terminal and for the eye, no line is longer than the terminal is wide.
        let writer = TextTableWriter(language: common.lang, widestLine: Console.outputWidth)
        try output.write(tables.map { writer.text($0) }.joined(separator: "\n"))
    }

    /// Whether a file of the format has room for tables of several levels.
    static func holdsSeveral(_ format: TableFormat) -> Bool {
        [TableFormat.text.id, TableFormat.markdown.id, TableFormat.xlsx.id].contains(format.id)
    }

    /// One table for each measure asked for.
    private func explanations(
        of actor: String, _ selections: [MeasureSelection], _ format: TableFormat, _ context: MeasureContext
    ) throws(MilieuError) -> [Table] {
        var measures: [Measure] = []
        for selection in selections where selection.isByName { measures += try selection.measures() }
        guard !measures.isEmpty else {
            throw MilieuError(
                .usage,
                Bilingual(en: "No measure is named to explain.", fr: "Aucune mesure à expliquer n'est indiquée."),
                remedy: Bilingual(
                    en: "Write for instance -m constraint --explain \(actor).",
                    fr: "Écrivez par exemple -m constraint --explain \(actor)."))
        }
        guard measures.count == 1 || Self.holdsSeveral(format) else {
            throw MilieuError(
                .usage,
                Bilingual(
                    en: "Each explanation is a table of its own, and one \(format.id) text holds one.",
                    fr: "Chaque explication est une table à elle, et un texte \(format.id) n'en contient qu'une."),
                remedy: Bilingual(
                    en: "Explain one measure at a time, or leave --format out to see them one below the other.",
                    fr: "Expliquez une mesure à la fois, ou omettez --format pour les voir l'une sous l'autre."))
        }
        return try measures.map { measure throws(MilieuError) in
            let table = try measure.as(context.options.convention).explain(actor, in: context)
            return top.map { table.rows(at: Array(0..<min($0, table.rowCount))) } ?? table
        }
    }

    /// What was asked for, one selection for each level.
    private func selections() throws(MilieuError) -> [MeasureSelection] {
        guard let ids = measures?.items, ids != ["all"] else {
            let isPlain = measures == nil && profile == nil && level == nil
            return [MeasureSelection(level: level?.level, profile: isPlain ? .centrality : profile)]
        }
        if let level = level?.level { return [MeasureSelection(ids: ids, level: level)] }
        var byLevel: [(level: Level, ids: [String])] = []
        for id in ids {
            let level = try MeasureCatalogue.measure(id).level
            if let place = byLevel.firstIndex(where: { $0.level == level }) {
                byLevel[place].ids.append(id)
            } else {
                byLevel.append((level, [id]))
            }
        }
        return byLevel.map { MeasureSelection(ids: $0.ids, level: $0.level) }
    }

    private func table(_ selection: MeasureSelection, _ context: MeasureContext) throws(MilieuError) -> Table {
        let measured = try bounds ? BoundedTable.make(selection, in: context) : MeasureTable(selection, in: context)
        if !measured.skipped.isEmpty {
            let ids = measured.skipped.map(\.measure.id).joined(separator: ", ")
            common.say(
                "Measures that this network does not allow (`-m ID` says why): \(ids).",
                "Mesures que ce réseau ne permet pas (`-m ID` dit pourquoi) : \(ids).")
        }
        for measure in measured.undefinedThroughout where !measure.undefined.en.isEmpty {
            common.say(
                "\(measure.id) has no value here: \(measure.undefined.en)",
                "\(measure.id) n'a pas de valeur ici : \(measure.undefined.fr)")
        }
        if measured.measures.contains(where: { $0.id == "ties" }) { sayTies(of: context.view) }
        let table = measured.table
        // A table of the network's measures has one row for each: nothing to sort or to cut.
        guard sortBy != nil || top != nil, measured.measures.first?.level != .network else { return table }
        let column = sortBy ?? measured.measures.first?.id ?? ""
        guard let order = table.order(byGreatest: column) else {
            let ids = measured.measures.map(\.id)
            let nearest = NearestMatch.hint(column, in: ids)
            throw MilieuError(
                .usage,
                Bilingual(
                    en: "The table has no column of numbers \"\(column)\" to sort by.",
                    fr: "La table n'a pas de colonne de nombres « \(column) » d'après laquelle trier."),
                remedy: nearest
                    + Bilingual(
                        en: "It has: \(ids.joined(separator: ", ")).", fr: "Il a : \(ids.joined(separator: ", "))."))
        }
        return table.rows(at: Array(order.prefix(top ?? order.count)))
    }

    /// What the number of tied pairs stands beside in other outputs.
    private func sayTies(of view: NetworkView) {
        let counts = TieCounts(of: view)
        func rows(_ language: Language) -> String {
            counts.fromRows(language).map { (language == .french ? ", de " : ", from ") + $0 } ?? ""
        }
        guard counts.pairs != counts.ties || counts.rows != counts.ties else { return }
        common.say(
            "Ties: \(counts.ofView(.english))\(rows(.english)).",
            "Liens : \(counts.ofView(.french))\(rows(.french)).")
    }

    /// The list of measures, with fewer columns where an eye reads it.
    private func listTable(_ format: TableFormat) -> Table {
        var chosen = MeasureCatalogue.all.filter {
            (level == nil || $0.level == level?.level) && (profile.map($0.profiles.contains) ?? true)
        }
        if let tool = input.measures.convention {
            chosen = chosen.filter { $0.isVaried(by: tool) }.map { $0.as(tool) }
            let shown =
                format.id == TableFormat.text.id ? MeasureCatalogue.conventions(of: chosen, language: common.lang) : nil
            return shown ?? MeasureCatalogue.table(of: chosen)
        }
        if format.id != TableFormat.text.id { chosen += MeasureCatalogue.variants(of: chosen) }
        let whole = MeasureCatalogue.table(of: chosen)
        guard format.id == TableFormat.text.id else { return whole }
        let shown = ["id", "level", "name_\(common.lang.rawValue)", "reading_\(common.lang.rawValue)"]
        let columns = shown.compactMap { id in whole.columns.first { $0.field.id == id } }
        return Table(name: whole.name, columns: columns)
    }
}

extension MeasureCommand {
    /// A list for the eye in which nothing is cut: what is short on one line, what is told on the next.
    private static func lines(of table: Table) -> String {
        (0..<table.rowCount).map { row in
            let cells = table.columns.map { column in
                if case .text(let text) = column[row] { text } else { "" }
            }
            return cells.dropLast().joined(separator: "  ") + "\n    " + (cells.last ?? "") + "\n"
        }.joined()
    }
}

extension MeasureCommand {
    /// What a value describes: what a measure does, or a pair of actors.
    enum Described: String, CaseIterable, ExpressibleByArgument {
        case actor, tie, network, group, pair

        var level: Level? { Level(rawValue: rawValue) }
    }

    /// The proximities of all pairs.
    private func writePairs(_ format: TableFormat) throws {
        guard profile == nil, sortBy == nil, explain == nil, !bounds else {
            throw MilieuError(
                .usage,
                Bilingual(
                    en: "Pairs have no profile, order, explanation or bounds.",
                    fr: "Les paires n'ont ni profil, ni ordre, ni explication, ni bornes."),
                remedy: Bilingual(
                    en: "Leave out --profile, --sort-by, --explain and --bounds.",
                    fr: "Omettez --profile, --sort-by, --explain et --bounds."))
        }
        let ids = measures?.items ?? []
        let proximities = try ProximityTables.chosen(ids == ["all"] ? [] : ids)
        let context = try input.context(common)
        try output.check(format)
        let table = try ProximityTables.pairs(proximities, in: context)
        input.sayDirection(of: context, common)
        for proximity in proximities {
            guard let column = table.columns.first(where: { $0.field.id == proximity.id }),
                !(0..<table.rowCount).contains(where: { column[$0] != .empty })
            else { continue }
            common.say(
                "\(proximity.id) has no value here: \(proximity.undefined.en)",
                "\(proximity.id) n'a pas de valeur ici : \(proximity.undefined.fr)")
        }
        let shown = top.map { table.rows(at: Array(0..<min($0, table.rowCount))) } ?? table
        try output.write([shown], as: format, language: common.lang)
    }

    private func proximityList(_ format: TableFormat) -> Table {
        let whole = ProximityTables.list()
        guard format.id == TableFormat.text.id else { return whole }
        let language = common.lang.rawValue
        let shown = ["id", "dimension_\(language)", "name_\(language)", "reading_\(language)"]
        return Table(name: whole.name, columns: shown.compactMap { id in whole.columns.first { $0.field.id == id } })
    }
}

extension Measure.Profile: ExpressibleByArgument {}
