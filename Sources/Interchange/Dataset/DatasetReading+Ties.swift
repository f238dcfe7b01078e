import NetworkModel
import Vocabulary

/// Ties, and who took part in what.
extension DatasetReading {
    /// What makes two rows the same tie; in an undirected one, the ends are in order.
    private struct Key: Hashable {
        let low: Int
        let high: Int
        let kind: Int
        let since: PartialDate?
        let until: PartialDate?

        var dateless: Key { Key(low: low, high: high, kind: kind, since: nil, until: nil) }
    }

    /// The columns of the ties read so far.
    private struct Columns {
        private var sources: [Int32] = []
        private var targets: [Int32] = []
        private var kinds: [Int32] = []
        private var weights: [Double] = []
        private var details: [Tie.Details] = []

        mutating func append(_ tie: Tie) {
            sources.append(Int32(tie.source))
            targets.append(Int32(tie.target))
            kinds.append(Int32(max(0, tie.kind)))
            weights.append(tie.weight)
            details.append(tie.details)
        }

        func ties(_ attributes: [Attribute]) -> Ties {
            Ties(
                sources: sources, targets: targets, kinds: kinds.contains { $0 != 0 } ? kinds : [],
                weights: weights.contains { $0 != 1 } ? weights : [],
                details: details.contains { $0 != Tie.Details() } ? details : [], attributes: attributes)
        }
    }

    mutating func readTies(_ table: inout TableReader) {
        let isImplied = isImplied(TieKind.table.schema)
        let rows = RowReader<Tie>(table, leavingOut: isImplied ? ["kind"] : [])
        var further = FurtherCells(table)
        var columns = Columns()
        var kinds = ImpliedKinds()
        var seen: [Key: Int] = [:]
        var periods: [Key: [(since: PartialDate?, until: PartialDate?)]] = [:]
        var weights = WeightsSeen()
        while table.next() {
            guard var tie = rows.row(&table, &known), tie.source >= 0, tie.target >= 0 else { continue }
            if isImplied {
                tie.kind = impliedKind(&kinds, &table)
                tieKinds = kinds.kinds
            }
            // A row that tells an absence stays: that somebody looked is known of the pair.
            _ = weights.isTie(tie.weight, line: table.csv.line)
            if tie.source == tie.target { reportLoop(of: tie.source, &table) }
            if let key = key(tie) {
                if let line = seen[key] {
                    reportDuplicate(of: line, &table)
                } else {
                    seen[key] = table.csv.line
                    reportOverlap(of: tie, among: periods[key.dateless] ?? [], &table)
                    periods[key.dateless, default: []].append((tie.details.since, tie.details.until))
                }
            }
            columns.append(tie)
            further.append(table)
        }
        kinds.report(in: &table)
        table.report(weights, of: Bilingual(en: "ties", fr: "liens"), column: "weight", tellAbsence: true)
        ties = columns.ties(further.attributes(decimalComma: table.csv.dialect.readsDecimalComma))
    }

    /// The kind that the current row names, made where it is new.
    private func impliedKind(_ kinds: inout ImpliedKinds, _ table: inout TableReader) -> Int {
        let id = table.text("kind") ?? table.text("layer") ?? "tie"
        let says = directed == nil ? table.text("type").flatMap(EdgeListSchema.direction) : nil
        let isDirected = says ?? directed ?? false
        let layer = table.text("layer").map { text in
            Layer.standard.first { [$0.rawValue, $0.name.fr].contains { FoldedWord.of($0) == FoldedWord.of(text) } }
                ?? Layer(rawValue: text.lowercased())
        }
        if let layer, let known = kinds.layer(of: id, isDirected: isDirected), known != layer {
            table.report(
                .error, "two-layers",
                Bilingual(
                    en: "The kind of tie is in the layer \"\(Excerpt.of(known.rawValue))\" further up.",
                    fr: "Plus haut, le type de lien est dans la couche « \(Excerpt.of(known.rawValue)) »."),
                remedy: Bilingual(
                    en: "Give the ties of each layer a kind of their own.",
                    fr: "Donnez aux liens de chaque couche un type qui leur soit propre."), column: "layer")
        }
        return kinds.place(of: id, isDirected: isDirected, layer: layer, line: table.csv.line)
    }

    /// Nil for ties that another may repeat: those of a fact, and loops, which count in no measure.
    private func key(_ tie: Tie) -> Key? {
        guard tie.kind >= 0, tie.details.fact == nil, tie.source != tie.target else { return nil }
        let isDirected = tieKinds.indices.contains(tie.kind) && tieKinds[tie.kind].isDirected
        let isTurned = !isDirected && tie.target < tie.source
        return Key(
            low: isTurned ? tie.target : tie.source, high: isTurned ? tie.source : tie.target, kind: tie.kind,
            since: tie.details.since, until: tie.details.until)
    }

    /// A collective's tie to itself is one among those that it stands for: nothing to correct.
    private func reportLoop(of actor: Int, _ table: inout TableReader) {
        guard actors.indices.contains(actor), actors[actor].isCollective else { return table.reportLoop() }
        table.report(
            .note, "tie-within",
            Bilingual(
                en: "A tie among those that the collective actor stands for; measures leave it out.",
                fr: "Un lien entre ceux que l'acteur collectif représente ; les mesures le laissent de côté."),
            remedy: .nothingToDo, column: "target")
    }

    private func reportDuplicate(of line: Int, _ table: inout TableReader) {
        table.report(
            .warning, "duplicate-tie",
            Bilingual(
                en: "The same tie of the same kind and dates stands on line \(line); their weights add up.",
                fr:
                    "Le même lien, du même type et aux mêmes dates, se trouve à la ligne \(line) ; leurs poids s'additionnent."
            ),
            remedy: Bilingual(
                en: "Delete one of the rows, or give both the same \"fact\" if they tell one fact.",
                fr: "Supprimez l'une des lignes, ou donnez aux deux le même « fact » si elles disent un seul fait."),
            column: "target")
    }

    /// The same tie with other dates is another period of it, unless the two go on at the same time.
    private func reportOverlap(
        of tie: Tie, among periods: [(since: PartialDate?, until: PartialDate?)], _ table: inout TableReader
    ) {
        // A tie with a hundred periods is no tie of a survey.
        let overlaps = periods.prefix(100).contains { period in
            (tie.details.since?.earliest ?? .min) <= (period.until?.latest ?? .max)
                && (period.since?.earliest ?? .min) <= (tie.details.until?.latest ?? .max)
        }
        guard overlaps else { return }
        table.tally(
            "same-tie-other-dates",
            Bilingual(
                en:
                    "Ties of the same two actors and kind stand in several rows whose dates overlap; their weights add up",
                fr:
                    "Des liens des deux mêmes acteurs et du même type se trouvent sur plusieurs lignes dont les dates se chevauchent ; leurs poids s'additionnent"
            ),
            Bilingual(
                en: "Make one row of them, or give them the same \"fact\" if they tell one.",
                fr: "Faites-en une seule ligne, ou donnez-leur le même « fact » si elles n'en disent qu'un."),
            column: "target",
            severity: .warning)
    }

    // MARK: Participations

    mutating func readParticipation(_ table: inout TableReader) {
        struct Key: Hashable {
            let actor: Int
            let event: Int
            let role: String?
        }
        let rows = RowReader<Participation>(table)
        var seen: [Key: Int] = [:]
        var counts = WeightsSeen()
        while table.next() {
            guard let row = rows.row(&table, &known), row.actor >= 0, row.event >= 0,
                counts.isTie(row.count ?? 1, line: table.csv.line)
            else { continue }
            let key = Key(actor: row.actor, event: row.event, role: row.role)
            if let line = seen.updateValue(table.csv.line, forKey: key) {
                table.report(
                    .warning, "duplicate-participation",
                    Bilingual(
                        en: "The actor takes part in this event on line \(line) already.",
                        fr: "À la ligne \(line), l'acteur prend déjà part à cet événement."),
                    remedy: Bilingual(
                        en: "Delete one of the rows, or tell the two by their role.",
                        fr: "Supprimez l'une des lignes, ou distinguez les deux par leur rôle."), column: "event")
            }
            participation.append(row)
        }
        table.report(counts, of: Bilingual(en: "participations", fr: "participations"), column: "count")
    }
}
