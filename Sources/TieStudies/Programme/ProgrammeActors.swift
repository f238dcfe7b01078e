import Vocabulary

/// Who took part, read from the actors' attributes.
struct ProgrammeActors {
    let design: TreatmentDesign
    let notes: [Bilingual]

    init(_ waves: TieWaves, _ treated: (attribute: String, value: String), _ stratum: String?) throws(MilieuError) {
        let values = try Self.values(treated.attribute, waves)
        let isTreated = values.map { $0.map { $0 == treated.value } }
        let known = Set(values.compactMap { $0 }).sorted()
        guard known.contains(treated.value) else {
            throw MilieuError(
                .usage,
                Bilingual(
                    en:
                        "No actor of both waves has \"\(Excerpt.of(treated.value))\" as its \(Excerpt.of(treated.attribute)).",
                    fr:
                        "Aucun acteur des deux vagues n'a « \(Excerpt.of(treated.value)) » comme \(Excerpt.of(treated.attribute))."
                ),
                remedy: NearestMatch.hint(treated.value, in: known) + Self.offered(known))
        }
        for (side, count) in [(true, isTreated.count { $0 == true }), (false, isTreated.count { $0 == false })]
        where count < 2 {
            throw Self.tooFew(count, treated: side)
        }
        let groups = try stratum.map { stratum throws(MilieuError) in try Self.values(stratum, waves) }
        var places: [String: Int] = [:]
        for value in (groups ?? []).compactMap({ $0 }) where places[value] == nil { places[value] = places.count }
        let strata = groups.map { $0.map { $0.flatMap { places[$0] } } } ?? values.map { _ in 0 }
        var partners = [[Int]](repeating: [], count: values.count)
        for tie in waves.before where tie.source != tie.target {
            partners[tie.source].append(tie.target)
            partners[tie.target].append(tie.source)
        }
        design = TreatmentDesign(isTreated: isTreated, partners: partners, strata: strata)
        notes = Self.notes(treated.attribute, stratum, design)
        if stratum != nil { try Self.requireComparable(design) }
    }

    private static func values(_ attribute: String, _ waves: TieWaves) throws(MilieuError) -> [String?] {
        let known = waves.after.attributes
        if let values = known[attribute] { return values.map { $0?.isEmpty == true ? nil : $0 } }
        throw MilieuError(
            .usage,
            Bilingual(
                en: "The actors have no attribute \"\(Excerpt.of(attribute))\".",
                fr: "Les acteurs n'ont pas d'attribut « \(Excerpt.of(attribute)) »."),
            remedy: NearestMatch.hint(attribute, in: known.keys)
                + Bilingual(
                    en: "They have: \(known.keys.sorted().joined(separator: ", ")).",
                    fr: "Ils ont : \(known.keys.sorted().joined(separator: ", "))."))
    }

    private static func offered(_ values: [String]) -> Bilingual {
        guard !values.isEmpty else {
            return Bilingual(en: "The column is empty: fill it.", fr: "La colonne est vide : remplissez-la.")
        }
        let shown = Excerpt.quoted(values, atMost: 10)
        return Bilingual(en: "There are: \(shown.en).", fr: "Il y a : \(shown.fr).")
    }

    private static func tooFew(_ count: Int, treated: Bool) -> MilieuError {
        MilieuError(
            .usage,
            Bilingual(
                en:
                    "\(count, en: "actor", "actors") of both waves \(treated ? "took part" : "did not take part"): too few to compare.",
                fr:
                    "\(count, fr: "acteur", "acteurs") des deux vagues \(treated ? "a participé" : "n'a pas participé") : trop peu pour comparer."
            ),
            remedy: Bilingual(
                en: "Name a value that two actors and more have, and two and more have not.",
                fr: "Indiquez une valeur que deux acteurs ou plus ont, et que deux ou plus n'ont pas."))
    }

    private static func requireComparable(_ design: TreatmentDesign) throws(MilieuError) {
        let sides = design.sides(.treatedUntreated, treated: design.isTreated)
        guard GroupDifference(sides.map { _ in 0 }, sides, design.strata) == nil else { return }
        throw MilieuError(
            .usage,
            Bilingual(
                en: "No value of --within has actors who took part and others who did not.",
                fr: "Aucune valeur de --within n'a à la fois des participants et des non-participants."),
            remedy: Bilingual(en: "Take an attribute of fewer values.", fr: "Prenez un attribut de moins de valeurs."))
    }

    private static func notes(_ attribute: String, _ stratum: String?, _ design: TreatmentDesign) -> [Bilingual] {
        var notes: [Bilingual] = []
        let unknown = design.isTreated.count { $0 == nil }
        if unknown > 0 {
            notes.append(
                Bilingual(
                    en: "Actors on neither side because their \(Excerpt.of(attribute)) is not known: \(unknown).",
                    fr: "Acteurs d'aucun côté, faute de connaître leur \(Excerpt.of(attribute)) : \(unknown)."))
        }
        guard let stratum else { return notes }
        let sides = design.sides(.treatedUntreated, treated: design.isTreated)
        guard let compared = GroupDifference(sides.map { _ in 0 }, sides, design.strata) else { return notes }
        let alone = design.isTreated.indices.count { design.isTreated[$0] != nil && compared.weights[$0] == 0 }
        if alone > 0 {
            notes.append(
                Bilingual(
                    en:
                        "Actors on neither side because nobody of their \(Excerpt.of(stratum)) is on the other: \(alone).",
                    fr:
                        "Acteurs d'aucun côté, parce que personne du même \(Excerpt.of(stratum)) n'est de l'autre : \(alone)."
                ))
        }
        return notes
    }
}
