import Tabular
import Vocabulary

/// What an agreement says, as tables.
public struct AgreementTables: Sendable {
    private let agreement: Agreement
    /// The ids of the tables.
    public static let names = ["agreement", "disagreements", "matching"]

    /// Tables are made when they are asked for.
    public init(_ agreement: Agreement) { self.agreement = agreement }

    /// Nil where there is no table of that name.
    public func table(_ name: String) -> Table? {
        switch name {
        case "agreement": subjects
        case "disagreements": disagreements
        case "matching": matching
        default: nil
        }
    }

    private var provenance: Provenance {
        let description = agreement.first.description
        return Provenance(
            dataset: description.name, datasetVersion: description.version, contentHash: description.contentHash,
            seed: agreement.seed)
    }

    private var subjects: Table {
        let rows = agreement.subjects
        let alpha = Field(
            "alpha", title: Bilingual("α"),
            description: Bilingual(en: "Krippendorff's α; empty: undefined", fr: "α de Krippendorff ; vide : indéfini"),
            formula: "1 - D_o / D_e",
            references: [
                Reference(
                    "Krippendorff", 2011, "Computing Krippendorff's Alpha-Reliability", "University of Pennsylvania")
            ])
        return Table(
            name: "agreement",
            columns: [
                Column(Field("subject", title: Bilingual(en: "subject", fr: "sujet")), .text(rows.map(\.subject.id))),
                Column(Field("units", title: Bilingual(en: "units", fr: "unités")), .integer(rows.map(\.units))),
                Column(
                    Field("both", title: Bilingual(en: "both", fr: "les deux")),
                    .integer(rows.map { $0.presence?.both })),
                Column(
                    Field("only_first", title: Bilingual(en: "only first", fr: "premier seul")),
                    .integer(rows.map { $0.presence?.onlyFirst })),
                Column(
                    Field("only_second", title: Bilingual(en: "only second", fr: "second seul")),
                    .integer(rows.map { $0.presence?.onlySecond })),
                Column(
                    Field("percent_agreement", title: Bilingual(en: "share agreed", fr: "part d'accord"), range: 0...1),
                    .number(rows.map(\.percentAgreement))),
                Column(
                    Field(
                        "positive_agreement", title: Bilingual(en: "of what one has", fr: "de ce que l'un a"),
                        range: 0...1),
                    .number(rows.map { $0.presence?.positive })),
                Column(
                    Field("metric", title: Bilingual(en: "metric", fr: "métrique")),
                    .text(rows.map(\.subject.metric.rawValue))),
                Column(alpha, .number(rows.map(\.alpha))),
                Column(Field("low", title: Bilingual("2.5 %")), .number(rows.map(\.low))),
                Column(Field("high", title: Bilingual("97.5 %")), .number(rows.map(\.high))),
            ], provenance: provenance)
    }

    private var disagreements: Table {
        let rows = agreement.disagreements
        func field(_ id: String, _ en: String, _ fr: String) -> Field { Field(id, title: Bilingual(en: en, fr: fr)) }
        return Table(
            name: "disagreements",
            columns: [
                Column(field("subject", "subject", "sujet"), .text(rows.map(\.subject.id))),
                Column(field("what", "of what", "de quoi"), .text(rows.map(\.what))),
                Column(field("first", "first coder", "premier codeur"), .text(rows.map(\.first))),
                Column(field("second", "second coder", "second codeur"), .text(rows.map(\.second))),
                Column(
                    field("first_evidence", "first's evidence", "source du premier"), .text(rows.map(\.firstEvidence))),
                Column(
                    field("second_evidence", "second's evidence", "source du second"), .text(rows.map(\.secondEvidence))
                ),
            ], provenance: provenance)
    }

    private var matching: Table {
        let (first, second) = (agreement.first.actors, agreement.second.actors)
        let pairs = agreement.actors.pairs
        let (alone, others) = (agreement.actors.onlyFirst, agreement.actors.onlySecond)
        return Table(
            name: "matching",
            columns: [
                Column(
                    Field("first"),
                    .text(
                        pairs.map { first.id(at: $0.first) } + alone.map { first.id(at: $0) } + others.map { _ in nil })
                ),
                Column(
                    Field("second"),
                    .text(
                        pairs.map { second.id(at: $0.second) } + alone.map { _ in nil }
                            + others.map { second.id(at: $0) })),
                Column(
                    Field("matched_by"),
                    .text(pairs.map { $0.way.rawValue } + (alone + others).map { _ in nil })),
            ], provenance: provenance)
    }
}
