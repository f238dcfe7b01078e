import NetworkModel
import Vocabulary

/// Whether what was looked at, who was asked and how many there are go together.
extension DatasetReading {
    mutating func reportObservation(_ network: Network) {
        let surveys = network.description.surveys ?? [:]
        let respondents = network.beside.respondents.filter { $0.method != .documents }
        for (layer, survey) in surveys.sorted(by: { $0.key < $1.key }) {
            reportRespondents(of: layer, survey, respondents)
        }
        reportMisspelt(surveys, network)
        reportUnsurveyed(respondents, surveys, isTold: network.description.surveys != nil)
        let inside = network.insideness()
        reportPopulation(network, inside)
        let outward = surveys.filter { $0.value.scope == .outside }.keys.sorted()
        if let layer = outward.first, !inside.contains(false) {
            add(
                .warning, "no-outsider",
                Bilingual(
                    en: "Of \"\(Excerpt.of(layer))\" partners outside were asked for, but no actor is outside.",
                    fr:
                        "Pour « \(Excerpt.of(layer)) », des partenaires extérieurs ont été demandés, mais aucun acteur n'est à l'extérieur."
                ),
                Bilingual(
                    en: "List them in actors.csv with \"inside\" no, or a place outside every perimeter.",
                    fr: "Listez-les dans actors.csv avec « inside » à no, ou un lieu hors de tout périmètre."),
                "surveyed.\(layer)")
        }
    }

    private mutating func reportRespondents(of layer: String, _ survey: Survey, _ respondents: [Respondent]) {
        let own = respondents.contains { $0.layer?.rawValue == layer }
        switch survey.how {
        case .roster, .recall:
            guard !own, !respondents.contains(where: { $0.layer == nil }) else { return }
            add(
                .warning, "no-respondent",
                Bilingual(
                    en:
                        "\"\(Excerpt.of(layer))\" was looked at by \(survey.how.rawValue), but nobody is said to have been asked: no absence is known.",
                    fr:
                        "« \(Excerpt.of(layer)) » a été relevé par « \(survey.how.rawValue) », mais personne n'est dit avoir été interrogé : aucune absence n'est connue."
                ),
                Bilingual(
                    en: "Say in respondents.csv who was asked.", fr: "Dites dans respondents.csv qui a été interrogé."),
                "surveyed.\(layer)")
        case .census where own:
            add(
                .warning, "respondent-of-census",
                Bilingual(
                    en:
                        "Respondents are listed for \"\(Excerpt.of(layer))\", which counts as a census: what has no row is not there, whoever was asked.",
                    fr:
                        "Des répondants sont listés pour « \(Excerpt.of(layer)) », qui vaut recensement : ce qui n'a pas de ligne n'existe pas, qui que l'on ait interrogé."
                ),
                Bilingual(
                    en: "Write \"roster\" or \"recall\", if only those who were asked could tell.",
                    fr: "Écrivez « roster » ou « recall », si seuls ceux qui ont été interrogés pouvaient le dire."),
                "surveyed.\(layer)")
        case .census, .documents: break
        }
    }

    /// What was looked at may be a layer of the researcher's own; one that has no kind and is called nearly like one of
    /// Milieu's leaves that one unknown.
    private mutating func reportMisspelt(_ surveys: [String: Survey], _ network: Network) {
        let standard = Layer.standard.map(\.rawValue) + ["events", "pooled_resources"]
        let own = Set(network.tieKinds.map(\.layer.rawValue) + network.eventKinds.map(\.layer.rawValue))
        for name in surveys.keys.sorted() where !standard.contains(name) && !own.contains(name) {
            guard let nearest = NearestMatch.find(name, in: standard) else { continue }
            add(
                .warning, "unknown-survey",
                Bilingual(
                    en: "\"\(Excerpt.of(name))\" was looked at, but no layer is called so.",
                    fr: "« \(Excerpt.of(name)) » a fait l'objet d'une recherche, mais aucune couche ne s'appelle ainsi."
                ),
                NearestMatch.question(nearest), "surveyed")
        }
    }

    private mutating func reportUnsurveyed(_ respondents: [Respondent], _ surveys: [String: Survey], isTold: Bool) {
        guard isTold else { return }
        let unknown = Set(respondents.compactMap(\.layer?.rawValue)).filter { surveys[$0] == nil }.sorted()
        for layer in unknown {
            add(
                .warning, "unsurveyed-layer",
                Bilingual(
                    en:
                        "Somebody was asked about \"\(Excerpt.of(layer))\", which is not among what was surveyed: it stays unknown.",
                    fr:
                        "Quelqu'un a été interrogé sur « \(Excerpt.of(layer)) », qui ne figure pas parmi ce qui a été relevé : cela reste inconnu."
                ),
                Bilingual(
                    en: "Add it to \"surveyed\", with how it was looked at.",
                    fr: "Ajoutez-le à « surveyed », avec la manière dont il a été relevé."), "surveyed")
        }
    }

    /// A population smaller than the list is none; the list holds.
    private mutating func reportPopulation(_ network: Network, _ inside: [Bool?]) {
        guard let population = network.description.population else { return }
        let isAssumed = inside.allSatisfy { $0 == nil }
        let kinds = zip(network.actors, inside).filter { $1 == true || isAssumed }.map(\.0.kind)
        func report(_ told: Int, _ listed: Int, _ path: String) {
            guard told < listed else { return }
            add(
                .warning, "small-population",
                Bilingual(
                    en: "The population is \(told), but \(listed) actors inside are listed.",
                    fr:
                        "La population est de \(told), mais la liste compte \(listed, fr: "acteur interne", "acteurs internes")."
                ),
                Bilingual(
                    en: "Correct one of the two; until then the list counts.",
                    fr: "Corrigez l'une des deux ; d'ici là, c'est la liste qui compte."), path)
        }
        if let total = population.total { report(total, kinds.count, "population") }
        for (kind, told) in population.byKind.sorted(by: { $0.key < $1.key }) {
            let listed = kinds.count { $0 == kind }
            report(told, listed, "population.kinds.\(kind)")
            if listed == 0, told > 0 {
                add(
                    .warning, "unlisted-kind",
                    Bilingual(
                        en:
                            "The population has actors of the kind \"\(Excerpt.of(kind))\", of which none inside is listed: they stay out.",
                        fr:
                            "La population compte des acteurs du type « \(Excerpt.of(kind)) », dont aucun n'est listé à l'intérieur : ils restent en dehors."
                    ),
                    Bilingual(
                        en: "List one at least, so that its like can be drawn.",
                        fr: "Listez-en un au moins, pour que ses semblables puissent être tirés."),
                    "population.kinds.\(kind)")
            }
        }
    }

    private mutating func add(
        _ severity: Finding.Severity, _ code: String, _ message: Bilingual, _ remedy: Bilingual, _ path: String
    ) {
        findings.add(
            severity, code, message, remedy: remedy,
            at: Place(file: DatasetSchema.package, column: "milieu." + Excerpt.of(path)))
    }
}

/// What tables do not tell that nothing describes as a dataset.
extension DatasetReading {
    /// Says once what is missing for more than the measures of the network.
    mutating func reportUntold() {
        var missing: [Bilingual] = []
        if !actors.isEmpty, actors.allSatisfy(\.kind.isEmpty) {
            missing.append(
                Bilingual(
                    en: "the kinds of the actors and their spheres (actor-kinds)",
                    fr: "les types des acteurs et leurs sphères (actor-kinds)"))
        }
        if !ties.isEmpty, isImplied(TieKind.table.schema) {
            missing.append(
                Bilingual(
                    en: "the kinds of the ties, their directions and layers (tie-kinds)",
                    fr: "les types des liens, leurs directions et leurs couches (tie-kinds)"))
        }
        if ties.details.allSatisfy(\.evidence.isEmpty), actors.allSatisfy(\.evidence.isEmpty) {
            missing.append(
                Bilingual(
                    en: "where anything is known from (sources, evidence)",
                    fr: "d'où l'on sait quoi que ce soit (sources, evidence)"))
        }
        guard !missing.isEmpty, !findings.hasErrors else { return }
        findings.add(
            .note, "no-dataset",
            Bilingual(
                en:
                    "The tables are read as a network; a score needs a dataset. Not told: \(missing.joinedBySemicolons().en).",
                fr:
                    "Les tables sont lues comme un réseau ; un score demande un jeu de données. Il n'est pas dit : \(missing.joinedBySemicolons().fr)."
            ),
            remedy: Bilingual(
                en: "`milieu convert` makes a dataset of them, and `milieu check` asks for the rest.",
                fr: "`milieu convert` en fait un jeu de données, et `milieu check` demande le reste."),
            at: Place(file: store.file(of: Actor.table.schema)))
    }
}
