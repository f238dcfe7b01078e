import Measures
import NetworkModel
import TerritoryScoring
import Vocabulary

/// A territory's network as one HTML file that opens from a mail attachment: a summary in words, the
/// network to explore, the score, tables, evidence, methods and provenance.
///
/// The file asks for nothing from anywhere, and its security policy allows no script but its own.
/// Without scripts, and on paper, all but the exploring is there.
public struct Report: Sendable {
    /// The whole page, which loads nothing.
    public let html: String

    /// Above this a page would no longer open with ease.
    public static let mostActors = 5000
    /// Above this a page would no longer open with ease.
    public static let mostTies = 20_000

    /// What a report takes time for, in this order.
    public enum Stage: String, Sendable, CaseIterable {
        /// Every measure, then every figure, then the page round them.
        case measures, figures, page

        /// What a line of progress calls it.
        public var name: Bilingual {
            switch self {
            case .measures: Bilingual(en: "measures", fr: "mesures")
            case .figures: Bilingual(en: "figures", fr: "figures")
            case .page: Bilingual(en: "page", fr: "page")
            }
        }
    }

    /// Called as a stage goes on, with how many of its parts are done.
    public typealias Progress = @Sendable (_ stage: Stage, _ done: Int, _ of: Int) -> Void

    /// Measures, draws and writes the page of a network and, where there is one, its score.
    ///
    /// - Parameters:
    ///   - score: nil where the dataset describes no territory; the report says so.
    ///   - noScore: why there is none, where there could be.
    ///   - extent: all, or what one reads on paper.
    /// - Throws: `MilieuError` of cause `usage` where the network is too large for a page.
    public init(
        _ context: MeasureContext, score: TerritoryScore?, language: Language, noScore: Bilingual? = nil,
        extent: ReportExtent = .whole, progress: Progress? = nil
    ) throws(MilieuError) {
        try Self.requireSize(context.view)
        let subject = try ReportSubject(
            context, score: score, language: language, noScore: noScore, measured: { progress?(.measures, $0, $1) },
            drawn: { progress?(.figures, $0, $1) })
        progress?(.page, 0, 1)
        html = try ReportTemplates().page(ReportPage(subject, extent).content())
        progress?(.page, 1, 1)
    }

    private static func requireSize(_ view: NetworkView) throws(MilieuError) {
        guard view.nodes.count <= mostActors, view.tieCount <= mostTies else {
            throw MilieuError(
                .usage,
                "A report shows at most \(mostActors) actors and \(mostTies) ties; the view has \(view.nodes.count) and "
                    + "\(view.tieCount).",
                remedy:
                    "Take a part of it (--layer, --kind, --inside-only, --min-confidence), or use `milieu measure` and "
                    + "`milieu draw`.")
        }
    }
}
