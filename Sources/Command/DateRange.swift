import Milieu

/// The dates at which a territory is scored, in one argument.
enum DateRange {
    /// `2014`, `2014-06`, or each year of `2007..2016`.
    static func dates(_ text: String) throws(MilieuError) -> [PartialDate] {
        let refusal = MilieuError(
            .usage,
            Bilingual(
                en: "\"\(text)\" is no date and no range of years.",
                fr: "« \(text) » n'est ni une date ni une suite d'années."),
            remedy: Bilingual(
                en: "Write --at 2014, --at 2014-06-30 or --at 2007..2016.",
                fr: "Écrivez --at 2014, --at 2014-06-30 ou --at 2007..2016."))
        guard let range = text.range(of: "..") else {
            guard let date = PartialDate(text) else { throw refusal }
            return [date]
        }
        guard let first = PartialDate(String(text[..<range.lowerBound])), first.month == nil,
            let last = PartialDate(String(text[range.upperBound...])), last.month == nil, first.year <= last.year
        else { throw refusal }
        guard last.year - first.year < 200 else {
            throw MilieuError(
                .usage,
                Bilingual(
                    en: "A trajectory of over 200 years is refused.",
                    fr: "Une trajectoire de plus de 200 ans est refusée."),
                remedy: Bilingual(en: "Choose a shorter range.", fr: "Choisissez une suite plus courte."))
        }
        return (first.year...last.year).compactMap { PartialDate(year: $0) }
    }
}
