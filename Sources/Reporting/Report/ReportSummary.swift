import Measures
import NetworkModel
import TerritoryScoring
import Vocabulary

/// The report in a few paragraphs that can be read aloud: what the network is, what stands out, the
/// verdict and how sure it is, and how far the data carries.
struct ReportSummary {
    let subject: ReportSubject
    private var words: Wording { subject.words }
    private var view: NetworkView { subject.view }

    var keyNumbers: [(number: String, label: String)] {
        func key(_ count: Int, _ en: (String, String), _ fr: (String, String)) -> (String, String) {
            (words.count(count), words(count == 1 ? en.0 : en.1, count < 2 ? fr.0 : fr.1))
        }
        var numbers = [
            key(view.actorCount, ("actor", "actors"), ("acteur", "acteurs")),
            key(view.tieCount, ("tie", "ties"), ("lien", "liens")),
        ]
        let events = subject.network.events.count
        if events > 0 {
            numbers.append(key(events, ("event or shared resource", "events and shared resources"),
                ("événement ou ressource partagée", "événements et ressources partagées")))
        }
        if let components = subject.value("components") {
            numbers.append(key(Int(components), ("component", "components"), ("composante", "composantes")))
        }
        let sources = subject.network.sources.count
        if sources > 0 { numbers.append(key(sources, ("source", "sources"), ("source", "sources"))) }
        return numbers.map { (number: $0.0, label: $0.1) }
    }

    var paragraphs: [String] { [network, standing, score].filter { !$0.isEmpty } }

    // MARK: The network

    private var network: String {
        var sentences: [String] = []
        let inside = view.nodes.compactMap { node -> Bool?? in
            if case .actor(let actor) = node { .some(subject.inside[actor]) } else { nil }
        }
        let counts = (inside.count { $0 == true }, inside.count { $0 == false }, inside.count { $0 == nil })
        let actors = words.counted(view.actorCount, ("actor", "actors"), ("acteur", "acteurs"))
        let ties = words.counted(view.tieCount, ("tie", "ties"), ("lien", "liens"))
        var first = words("The network has \(actors) and \(ties)", "Le réseau compte \(actors) et \(ties)")
        let layers = layerNames
        if layers.count > 1 {
            first += words(" in \(layers.count) layers (\(layers.joined(separator: ", ")))", " dans \(layers.count) couches (\(layers.joined(separator: ", ")))")
        }
        sentences.append(first + ".")
        if counts.0 + counts.1 > 0 {
            let unplaced = counts.2 > 0
                ? words("; of \(counts.2) nothing says where they belong", " ; de \(counts.2), rien ne dit où ils se situent") : ""
            sentences.append(
                words(
                    "\(counts.0) are inside the territory and \(counts.1) outside\(unplaced).",
                    "\(counts.0) sont internes au territoire et \(counts.1) externes\(unplaced)."))
        }
        if let components = subject.value("components"), let share = subject.value("largest_component_share"), view.tieCount > 0 {
            let isolates = Int(subject.value("isolates") ?? 0)
            let alone = isolates > 0
                ? words(
                    "; \(words.counted(isolates, ("actor has", "actors have"), ("", ""))) no tie in this view",
                    " ; \(words.counted(isolates, ("", ""), ("acteur n'a", "acteurs n'ont"))) aucun lien dans cette vue") : ""
            sentences.append(
                components == 1
                    ? words("All are connected, directly or through others.", "Tous sont reliés, directement ou par d'autres.")
                    : words(
                        "\(words.percent(share)) of the actors are connected with one another, directly or through others\(alone).",
                        "\(words.percent(share)) des acteurs sont reliés entre eux, directement ou par d'autres\(alone)."))
        }
        return sentences.joined(separator: " ")
    }

    private var layerNames: [String] {
        var layers: Set<Layer> = []
        for place in 0..<view.tieCount { layers.insert(view.told(ofTie: place).layer) }
        return layers.sorted().map { words($0.name) }
    }

    /// The actors with the most ties, and those that most stand between others.
    private var standing: String {
        var sentences: [String] = []
        let tied = subject.ranking("degree").prefix(3).map {
            "\(subject.name(ofNode: $0.node)) (\(words.number($0.value)))"
        }
        if !tied.isEmpty {
            sentences.append(
                words(
                    "Most tied, by number of partners: \(words.list(tied)).",
                    "Les plus liés, par nombre de partenaires : \(words.list(tied))."))
        }
        let between = subject.ranking("betweenness_normalized").prefix(3).map { subject.name(ofNode: $0.node) }
        if between.count > 1 {
            sentences.append(
                words(
                    "Most often on the shortest paths between others: \(words.list(between)).",
                    "Le plus souvent sur les plus courts chemins entre les autres : \(words.list(between))."))
        }
        return sentences.joined(separator: " ")
    }

    // MARK: The score

    var verdict: String {
        guard let score = subject.score else { return "" }
        return words("Verdict: ", "Verdict\u{A0}: ") + words(score.verdictName)
    }

    private var score: String {
        guard let score = subject.score else { return "" }
        var sentences: [String] = []
        if let uncertainty = score.uncertainty, let likeliest = uncertainty.likeliest {
            let name = words.quoted(words(likeliest.configuration.name))
            let probability = words.percent(likeliest.probability)
            sentences.append(
                score.verdict == nil
                    ? words(
                        "On learning and interaction the territory is undetermined: no configuration reaches a probability of \(words.percent(score.method.certainty)). The likeliest is \(name), at \(probability).",
                        "Sur l'apprentissage et l'interaction, le territoire est indéterminé : aucune configuration n'atteint une probabilité de \(words.percent(score.method.certainty)). La plus probable est \(name), à \(probability).")
                    : words(
                        "On learning and interaction the territory reads as \(name), with a probability of \(probability).",
                        "Sur l'apprentissage et l'interaction, le territoire se lit comme \(name), avec une probabilité de \(probability)."))
        } else if let configuration = score.pointConfiguration {
            let name = words.quoted(words(configuration.name))
            sentences.append(
                words(
                    "The two point scores make \(name); without draws nothing says how sure that is.",
                    "Les deux scores ponctuels donnent \(name) ; sans tirages, rien ne dit à quel point c'est sûr."))
        } else {
            sentences.append(
                words(
                    "Too little is known for a verdict on learning and interaction.",
                    "On en sait trop peu pour un verdict sur l'apprentissage et l'interaction."))
        }
        sentences += Axis.allCases.map(axis)
        if let factor = strongestFactor {
            sentences.append(
                words(
                    "The verdict hangs most on: \(factor).", "Le verdict dépend surtout de : \(factor)."))
        }
        if let leverage = score.leverage {
            let names = leverage.actors.prefix(3).map { words($0.name) }
            if !names.isEmpty {
                sentences.append(
                    words(
                        "It rests most on these actors, without whom it would move furthest: \(words.list(names)).",
                        "Il repose surtout sur ces acteurs, sans lesquels il bougerait le plus : \(words.list(names))."))
            }
        }
        sentences.append(chance)
        return sentences.filter { !$0.isEmpty }.joined(separator: " ")
    }

    private func axis(_ axis: Axis) -> String {
        guard let score = subject.score else { return "" }
        let part = score.axis(axis)
        let name = words.capitalised(words(axis.name))
        let coverage = words.percent(part.coverage)
        guard let interval = part.interval else {
            return words(
                "\(name): \(words.number(part.score, digits: 2)), with \(coverage) of what it reads known.",
                "\(name) : \(words.number(part.score, digits: 2)), avec \(coverage) de ce qu'il lit connu.")
        }
        let range = (words.number(interval.low, digits: 2), words.number(interval.high, digits: 2))
        return words(
            "\(name) lies between \(range.0) and \(range.1) in nine draws of ten (median \(words.number(interval.median, digits: 2)), \(coverage) of what it reads is known).",
            "\(name) : entre \(range.0) et \(range.1) dans neuf tirages sur dix (médiane \(words.number(interval.median, digits: 2)), \(coverage) de ce qu'il lit est connu).")
    }

    private var strongestFactor: String? {
        subject.score?.uncertainty?.sensitivity
            .filter { $0.output == .verdict && $0.totalEstimate != nil }
            .max { ($0.totalEstimate ?? 0) < ($1.totalEstimate ?? 0) }
            .map { words($0.factor.name) }
    }

    private var chance: String {
        guard let score = subject.score, !score.nullTests.isEmpty else { return "" }
        let testable = score.nullTests.filter(\.isTestable)
        let above = testable.filter { ($0.q ?? 1) < 0.05 }
        guard !testable.isEmpty else {
            return words("No test against chance was possible.", "Aucun test contre le hasard n'a été possible.")
        }
        return words(
            "Of \(words.count(testable.count)) tests against chance, \(words.count(above.count)) show more than chance would give (at 5 % after correction).",
            "Sur \(words.count(testable.count)) tests contre le hasard, \(words.count(above.count)) montrent plus que ce que le hasard donnerait (à 5 % après correction).")
    }

    // MARK: How far the data carries

    var limits: [String] {
        [sources, doubtful, unsurveyed, missing, absences, labels].filter { !$0.isEmpty }
    }

    private var sources: String {
        let count = subject.network.sources.count
        let evidence = ReportEvidence(subject: subject).counts
        let (rows, sourced) = (evidence.reduce(0) { $0 + $1.rows }, evidence.reduce(0) { $0 + $1.sourced })
        guard count > 0 else {
            return words(
                "The data names no source: nothing here can be traced back.",
                "Les données ne nomment aucune source : rien ici ne peut être retracé.")
        }
        let from = count == 1
            ? words("All rests on one source", "Tout repose sur une seule source")
            : words("It rests on \(words.count(count)) sources", "Cela repose sur \(words.count(count)) sources")
        let share = rows > 0 ? Double(sourced) / Double(rows) : 0
        return words(
            "\(from); \(words.percent(share)) of the rows say which. What its tellers wanted to show, and what they kept to themselves, comes with it.",
            "\(from) ; \(words.percent(share)) des lignes disent laquelle. Ce que ceux qui racontent voulaient montrer, et ce qu'ils ont gardé pour eux, vient avec.")
    }

    private var doubtful: String {
        let details = subject.network.ties.details
        let count = details.count { ($0.confidence ?? 1) < 1 }
        guard count > 0 else { return "" }
        let share = Double(count) / Double(details.count)
        let (some, all) = (words.count(count), words.count(details.count))
        return words(
            "\(some) of \(all) ties (\(words.percent(share))) are doubtful.",
            "\(some) liens sur \(all) (\(words.percent(share))) sont incertains.")
    }

    private var unsurveyed: String {
        let description = subject.network.description
        guard subject.score != nil else { return "" }
        guard description.surveyed != nil else {
            return words(
                "The dataset does not say what was looked for, so that of what is not there nothing can be said.",
                "Le jeu de données ne dit pas ce qui a été cherché : de ce qui n'y est pas, on ne peut rien dire.")
        }
        let layers = Set(subject.network.tieKinds.map(\.layer)).filter { !description.wasLookedAt($0.rawValue) }
        guard !layers.isEmpty else { return "" }
        let names = words.list(layers.sorted().map { words($0.name) })
        return words(
            "Not looked for as a whole, and so not scored: \(names).",
            "Non recherché dans l'ensemble, donc non évalué : \(names).")
    }

    private var missing: String {
        guard let score = subject.score else { return "" }
        let short = Axis.allCases.filter { score.axis($0).score == nil }
        guard !short.isEmpty else { return "" }
        let names = words.list(short.map { words($0.name) })
        return words(
            "There is no point score for \(names): less than \(words.percent(score.method.neededCoverage)) of what it reads is known. Only bounds and an interval can be given.",
            "Il n'y a pas de score ponctuel pour \(names) : moins de \(words.percent(score.method.neededCoverage)) de ce qui y est lu est connu. Seuls des bornes et un intervalle peuvent être donnés.")
    }

    private var absences: String {
        words(
            "Documents report ties and hardly ever their absence: a tie that nobody told is unknown, not absent, and measures of a network with missing ties can be off.",
            "Les documents rapportent des liens et presque jamais leur absence : un lien que personne n'a dit est inconnu, non absent, et les mesures d'un réseau incomplet peuvent s'écarter du vrai.")
    }

    private var labels: String {
        guard subject.score != nil else { return "" }
        return words(
            "The names of the configurations follow Camagni (1995) by analogy. The threshold, the indicators and their weights are conventions of Milieu, varied in the draws; another method file gives another answer.",
            "Les noms des configurations suivent Camagni (1995) par analogie. Le seuil, les indicateurs et leurs poids sont des conventions de Milieu, que les tirages font varier ; un autre fichier de méthode donne une autre réponse.")
    }
}
