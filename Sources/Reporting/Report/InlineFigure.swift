import Figures
import Measures
import TerritoryScoring
import Vocabulary

/// A figure as it stands inside the page: an SVG element without the head of a file, of no fixed
/// size, and with ids that no other figure of the page has.
struct InlineFigure: Sendable {
    let id: String
    let name: Bilingual
    let reading: Bilingual
    let markup: String

    /// The figures of a report, by id; those that the network does not allow are left out.
    static func all(
        _ context: MeasureContext, score: TerritoryScore?, language: Language, _ progress: (Int, Int) -> Void
    ) throws(MilieuError) -> [String: InlineFigure] {
        let wanted = FigureCatalogue.all.filter { shown.contains($0.id) }
        var figures: [String: InlineFigure] = [:]
        for (done, figure) in wanted.enumerated() {
            progress(done, wanted.count)
            do throws(MilieuError) {
                figures[figure.id] = try InlineFigure(figure, context, score: score, language: language)
            } catch {
                guard error.cause == .usage else { throw error }
            }
        }
        progress(wanted.count, wanted.count)
        return figures
    }

    static let network = "sociogram"
    static let shown: Set = [network, "plane", "profile", "layers", "timeline"]

    private init(
        _ figure: Figure, _ context: MeasureContext, score: TerritoryScore?, language: Language
    ) throws(MilieuError) {
        var options = FigureOptions()
        options.language = language
        options.seed = context.options.seed
        // A screen is wide: the network is laid out for it, the others as for a page.
        if figure.id == Self.network { options.width = 28 / 2.54 * 72 }
        let scene: Scene =
            switch figure.subject {
            case .network: try figure.draw(context: context, options: options)
            case .scores: try figure.draw(scores: score.map { [$0] } ?? [], options: options)
            }
        (id, name, reading) = (figure.id, figure.name, figure.reading)
        // Only the network's elements keep their ids: the script finds them by those.
        let prefix = figure.id == Self.network ? "" : figure.id + "-"
        markup = Self.inline(String(decoding: try scene.render(.svg, idPrefix: prefix), as: UTF8.self))
    }

    static func inline(_ svg: String) -> String {
        // By bytes: a drawing of thousands of actors takes its time character by character.
        svg.utf8.split(separator: UInt8(ascii: "\n")).map { Substring($0) }.filter { !$0.hasPrefix("<?xml") }
            .map { $0.hasPrefix("<svg ") ? withoutSize($0) : String($0) }.joined(separator: "\n")
    }

    /// The page says how wide a figure is; its proportions follow from the view box.
    private static func withoutSize(_ line: Substring) -> String {
        var text = String(line)
        for attribute in [" width=\"", " height=\""] {
            guard let start = text.range(of: attribute),
                let end = text[start.upperBound...].firstIndex(of: "\"")
            else { continue }
            text.removeSubrange(start.lowerBound...end)
        }
        return text
    }
}
