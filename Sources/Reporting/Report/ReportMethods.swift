import Measures
import TerritoryScoring
import Vocabulary

/// The methods appendix: every measure and indicator that the report shows, from its declaration.
struct ReportMethods {
    let subject: ReportSubject
    private var words: Wording { subject.words }

    func content() throws(MilieuError) -> [[String: Any]] {
        var parts: [[String: Any]] = []
        if let score = subject.score {
            for axis in Axis.allCases {
                parts.append(
                    part(
                        words("Indicators of \(axis.name.en)", "Indicateurs d'\(axis.name.fr)"),
                        words(
                            "Each lies in [0, 1], and more is more. The constructs are cited; how they are computed is Milieu's own.",
                            "Chacun est compris entre 0 et 1, et plus vaut plus. Les notions sont citées ; leur calcul est propre à Milieu."),
                        try score.axis(axis).indicators.map { entry throws(MilieuError) in try content(entry.indicator) }))
            }
        }
        for (title, measures) in [
            (words("Measures of actors", "Mesures des acteurs"), subject.actors.measures),
            (words("Measures of the network", "Mesures du réseau"), subject.whole.measures),
        ] {
            parts.append(part(title, "", try measures.map { measure throws(MilieuError) in try content(measure) }))
        }
        return parts
    }

    private func part(_ title: String, _ intro: String, _ entries: [[String: Any]]) -> [String: Any] {
        ["title": title, "intro": intro, "hasIntro": !intro.isEmpty, "entries": entries]
    }

    private func content(_ measure: Measure) throws(MilieuError) -> [String: Any] {
        try content(
            measure.id, measure.name, measure.formula, measure.reading, measure.convention, measure.undefined,
            needs: nil, measure.sources)
    }

    private func content(_ indicator: Indicator) throws(MilieuError) -> [String: Any] {
        try content(
            indicator.id, indicator.name, indicator.formula, indicator.reading, Bilingual(""), indicator.undefined,
            needs: indicator.needs, indicator.sources)
    }

    private func content(
        _ id: String, _ name: Bilingual, _ formula: String, _ reading: Bilingual, _ convention: Bilingual,
        _ undefined: Bilingual, needs: Bilingual?, _ sources: [Reference]
    ) throws(MilieuError) -> [String: Any] {
        let references = sources.map { source in source.full + (source.locator.map { " (\($0))" } ?? "") }
        return [
            // A measure and an indicator can be of one name.
            "id": id, "anchor": (needs == nil ? "measure-" : "indicator-") + id, "name": words.capitalised(words(name)), "math": try MathML.block(formula),
            "reading": words(reading), "convention": words(convention), "hasConvention": !words(convention).isEmpty,
            "undefined": words(undefined), "hasUndefined": !words(undefined).isEmpty,
            "needs": needs.map { words($0) } ?? "", "hasNeeds": needs != nil,
            "sources": references.joined(separator: " "), "hasSources": !references.isEmpty,
        ]
    }
}
