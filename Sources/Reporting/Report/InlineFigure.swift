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
        let scene = try figure.draw(context: context, options: options)
        (id, name, reading) = (figure.id, figure.name, figure.reading)
        markup = Self.inline(String(decoding: try scene.render(.svg), as: UTF8.self), id: figure.id)
    }

    /// Only the network keeps the ids of its elements: the script finds them by those.
    ///
    /// A figure has one element a line, and no line of data begins like an element with an id.
    static func inline(_ svg: String, id: String) -> String {
        var result = ""
        for line in svg.split(separator: "\n") {
            if line.hasPrefix("<?xml") { continue }
            if line.hasPrefix("<svg ") {
                let kept = withoutSize(line).replacing(
                    "aria-labelledby=\"figure-title figure-description\"",
                    with: "aria-labelledby=\"\(id)-title \(id)-description\"")
                result += kept + "\n"
            } else if line.hasPrefix("<title id=\"figure-title\"") || line.hasPrefix("<desc id=\"figure-description\"") {
                result += line.replacing("id=\"figure-", with: "id=\"\(id)-", maxReplacements: 1) + "\n"
            } else if line.hasPrefix("<g id=\""), id != network || line.hasPrefix("<g id=\"graph0\"") {
                result += "<g" + line.dropFirst(7).drop { $0 != "\"" }.dropFirst() + "\n"
            } else {
                result += line + "\n"
            }
        }
        return result
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
