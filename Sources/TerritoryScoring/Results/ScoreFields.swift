import Tabular
import Vocabulary

/// What the columns of the score's tables mean, each said once.
enum ScoreFields {
    static func field(_ id: String) -> Field {
        guard let words = all[id] else { preconditionFailure("the column \(id) of the score's tables has no words") }
        return Field(
            id, title: Bilingual(en: words.en, fr: words.fr), description: Bilingual(en: words.enLong, fr: words.frLong),
            range: words.range)
    }

    private struct Words {
        let en, fr, enLong, frLong: String
        var range: ClosedRange<Double>?

        init(_ en: String, _ fr: String, _ enLong: String, _ frLong: String, _ range: ClosedRange<Double>? = nil) {
            (self.en, self.fr, self.enLong, self.frLong, self.range) = (en, fr, enLong, frLong, range)
        }
    }

    private static let all: [String: Words] = [
        "territory": Words("territory", "territoire", "Its name.", "Son nom."),
        "other": Words("other territory", "autre territoire", "The name of the other.", "Le nom de l'autre."),
        "date": Words("date", "date", "The end of the window that was scored.", "La fin de la fenêtre évaluée."),
        "perimeter": Words("perimeter", "périmètre", "Which places count as inside.", "Quels lieux comptent comme internes."),
        "verdict": Words(
            "verdict", "verdict",
            "The configuration of probability 0.8 or more (or as the method says), else undetermined; without draws, that of the two scores.",
            "La configuration de probabilité 0,8 ou plus (ou selon la méthode), sinon undetermined ; sans tirages, celle des deux scores."),
        "configuration": Words("configuration", "configuration", "One of the four.", "L'une des quatre."),
        "probability": Words("probability", "probabilité", "Share of the draws.", "Part des tirages.", 0...1),
        "monte_carlo_error": Words(
            "Monte Carlo error", "erreur de Monte-Carlo", "Standard error of the share, since the draws are finite.",
            "Erreur type de la part, car les tirages sont en nombre fini.", 0...1),
        "knowing_nothing": Words(
            "knowing nothing", "sans rien savoir", "The same share for a territory of which every indicator is undefined.",
            "La même part pour un territoire dont tout indicateur est indéfini.", 0...1),
        "method": Words("method", "méthode", "Id of the method file.", "Identifiant du fichier de méthode."),
        "method_version": Words("method version", "version de la méthode", "Its version.", "Sa version."),
        "draws": Words("draws", "tirages", "How many draws.", "Combien de tirages."),
        "seed": Words("seed", "graine", "Seed of the draws.", "Graine des tirages."),
        "axis": Words("axis", "axe", "Learning or interaction.", "Apprentissage ou interaction."),
        "dimension": Words("dimension", "dimension", "The side of the axis.", "La dimension de l'axe."),
        "indicator": Words("indicator", "indicateur", "Its id.", "Son identifiant."),
        "score": Words(
            "score", "score", "Empty below the coverage that the method asks for.",
            "Vide sous la couverture que demande la méthode.", 0...1),
        "over_known": Words(
            "over what is known", "sur ce qui est connu", "The score over the indicators that are defined.",
            "Le score sur les indicateurs définis.", 0...1),
        "statistic": Words(
            "statistic", "statistique", "What is counted over the answers that were taken away.",
            "Ce que l'on compte sur les réponses retirées."),
        "held_out": Words(
            "held out", "retiré", "What those said whose answers were taken away.",
            "Ce qu'ont dit ceux dont on a retiré les réponses."),
        "is_held": Words(
            "held", "contenu", "Whether the central 90 % of the draws hold it.",
            "Si les 90 % centraux des tirages le contiennent."),
        "median": Words("median", "médiane", "Of the draws.", "Des tirages.", 0...1),
        "low": Words("5 %", "5 %", "Quantile of the draws.", "Quantile des tirages.", 0...1),
        "high": Words("95 %", "95 %", "Quantile of the draws.", "Quantile des tirages.", 0...1),
        "median_error": Words(
            "error of the median", "erreur de la médiane", "Its Monte Carlo standard error.", "Son erreur type de Monte-Carlo.", 0...1),
        "bound_low": Words(
            "lower bound", "borne basse", "The score with every undefined indicator at 0.",
            "Le score, tout indicateur indéfini à 0.", 0...1),
        "bound_high": Words(
            "upper bound", "borne haute", "The score with every undefined indicator at 1.",
            "Le score, tout indicateur indéfini à 1.", 0...1),
        "coverage": Words("known", "connu", "The share that is known.", "La part connue.", 0...1),
        "min_max": Words(
            "place in the panel", "place dans le panel", "Between the panel's lowest (0) and highest (1).",
            "Entre le plus bas (0) et le plus haut (1) du panel.", 0...1),
        "percentile": Words(
            "others behind", "autres dépassés", "Share of the other territories behind.",
            "Part des autres territoires dépassés.", 0...1),
        "value": Words("value", "valeur", "Empty where undefined.", "Vide si indéfini.", 0...1),
        "weight": Words("weight", "poids", "Share of the axis' weights.", "Part des poids de l'axe.", 0...1),
        "contribution": Words(
            "contribution", "apport", "Its part of the score over what is known; the parts sum to it.",
            "Sa part du score sur ce qui est connu ; les parts font la somme.", 0...1),
        "reason_en": Words("note", "note (en)", "Why it is undefined, or what to know.", "Pourquoi il est indéfini, ou à savoir (en anglais)."),
        "reason_fr": Words("note (fr)", "note", "Why it is undefined, or what to know (in French).", "Pourquoi il est indéfini, ou à savoir."),
        "needs_en": Words("what would tell", "ce qui le dirait (en)", "Tables and columns to fill.", "Tables et colonnes à remplir (en anglais)."),
        "needs_fr": Words("what would tell (fr)", "ce qui le dirait", "Tables and columns to fill (in French).", "Tables et colonnes à remplir."),
        "draw": Words("draw", "tirage", "Its number.", "Son numéro."),
        "learning": Words("learning", "apprentissage", "The axis in this draw.", "L'axe dans ce tirage.", 0...1),
        "interaction": Words("interaction", "interaction", "The axis in this draw.", "L'axe dans ce tirage.", 0...1),
        "output": Words("output", "sortie", "What hangs on the factor.", "Ce qui dépend du facteur."),
        "factor": Words(
            "factor", "facteur", "What varies; empty: all of the origin together.", "Ce qui varie ; vide : toute l'origine ensemble."),
        "origin": Words("left open by", "laissé ouvert par", "The data or the method.", "Les données ou la méthode."),
        "first_order": Words("first order", "premier ordre", "Sobol index of the factor alone.", "Indice de Sobol du facteur seul."),
        "first_order_low": Words("5 %", "5 %", "Bootstrapped.", "Par bootstrap."),
        "first_order_high": Words("95 %", "95 %", "Bootstrapped.", "Par bootstrap."),
        "total": Words("total", "total", "Sobol index with all interactions.", "Indice de Sobol avec toutes les interactions."),
        "total_low": Words("5 %", "5 %", "Bootstrapped.", "Par bootstrap."),
        "total_high": Words("95 %", "95 %", "Bootstrapped.", "Par bootstrap."),
        "model": Words("null model", "modèle nul", "What chance shuffled.", "Ce que le hasard a brassé."),
        "subject": Words("subject", "objet", "Indicator or axis.", "Indicateur ou axe."),
        "observed": Words("observed", "observé", "In the dataset.", "Dans le jeu de données.", 0...1),
        "null_mean": Words("chance", "hasard", "Mean over the null territories.", "Moyenne des territoires nuls.", 0...1),
        "z": Words("z", "z", "Standard deviations from that mean.", "Écarts types à cette moyenne."),
        "p": Words("p", "p", "(1 + number as high or higher) / (B + 1).", "(1 + nombre aussi haut ou plus) / (B + 1).", 0...1),
        "q": Words("q", "q", "p adjusted over all tests (Benjamini and Hochberg).", "p ajusté sur tous les tests (Benjamini et Hochberg).", 0...1),
        "testable": Words("testable", "testable", "Whether chance can give anything else.", "Si le hasard peut donner autre chose."),
        "part": Words("part", "partie", "actor, tie, event or core.", "actor, tie, event ou core."),
        "id": Words("id", "id", "In the dataset.", "Dans le jeu de données."),
        "name_en": Words("name", "nom (en)", "Name.", "Nom en anglais."),
        "name_fr": Words("name (fr)", "nom", "Name in French.", "Nom."),
        "learning_without": Words("learning without it", "apprentissage sans lui", "Over what is known.", "Sur ce qui est connu.", 0...1),
        "interaction_without": Words("interaction without it", "interaction sans lui", "Over what is known.", "Sur ce qui est connu.", 0...1),
        "learning_change": Words("change of learning", "variation de l'apprentissage", "Without it.", "Sans lui.", -1...1),
        "interaction_change": Words("change of interaction", "variation de l'interaction", "Without it.", "Sans lui.", -1...1),
        "table": Words("table", "table", "Of the dataset.", "Du jeu de données."),
        "rows": Words("rows", "lignes", "How many.", "Combien."),
        "sourced": Words("with a source", "avec source", "How many name their evidence.", "Combien citent leur source."),
        "uncertain": Words("uncertain", "incertaines", "How many have a confidence below 1.", "Combien ont une confiance inférieure à 1."),
        "parameter": Words("parameter", "paramètre", "By its name in the method file.", "Par son nom dans le fichier de méthode."),
        "rank": Words("rank", "rang", "1 is the highest.", "1 est le plus haut."),
        "before": Words("now", "actuel", "As the dataset is.", "Le jeu de données tel qu'il est."),
        "after": Words("then", "alors", "As supposed.", "Comme on le suppose."),
        "difference": Words("difference", "différence", "Then minus now.", "Alors moins actuel.", -1...1),
        "difference_median": Words("median difference", "différence médiane", "Draw by draw.", "Tirage par tirage.", -1...1),
        "difference_low": Words("5 %", "5 %", "Of the differences.", "Des différences.", -1...1),
        "difference_high": Words("95 %", "95 %", "Of the differences.", "Des différences.", -1...1),
        "probability_of_rise": Words("probability of a rise", "probabilité de hausse", "Share of draws.", "Part des tirages.", 0...1),
    ]
}
