import Measures
import Tabular
import Vocabulary

/// What a short report has in place of the whole table of actors.
struct ShortActors {
    /// About a third of a page.
    static let most = 15
    let subject: ReportSubject

    /// The actors with most ties, in that order; the same number, in the order of the data.
    func table(of whole: ReportTable) -> ReportTable {
        guard whole.rows.count > Self.most, let degrees = degrees else { return whole }
        let places = whole.rows.indices.sorted { (-degrees[$0], $0) < (-degrees[$1], $1) }.prefix(Self.most)
        let note = subject.words(
            "The \(Self.most) with most alters, of \(whole.rows.count).",
            "Les \(Self.most) qui ont le plus d'alters, sur \(whole.rows.count).")
        return ReportTable(
            id: whole.id, caption: whole.caption, note: note, columns: whole.columns,
            rows: places.map { whole.rows[$0] })
    }

    private var degrees: [Int]? {
        guard let place = subject.actors.measures.firstIndex(where: { $0.id == "degree" }),
            case .integer(let values) = subject.actors.table.columns[place + 2].values
        else { return nil }
        return values.map { $0 ?? 0 }
    }
}
