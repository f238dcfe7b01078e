import Vocabulary

/// What varies from draw to draw; each has a switch of its own in the method file.
public enum Factor: String, Sendable, CaseIterable, Codable {
    /// Which rows of a confidence below 1 are true.
    case tieExistence = "tie_existence"
    /// What was not observed, wherever the dataset says that something was not.
    case unobservedTies = "unobserved_ties"
    /// How many years up to the date count.
    case window
    /// Which of the dataset's perimeters is meant, where none was asked for.
    case perimeter
    /// Whether actors that are parts of another stand for themselves or for the whole.
    case mergedEntities = "merged_entities"
    /// The chance that knowledge passes along one tie.
    case cascadeProbability = "cascade_probability"
    /// What an indicator of which nothing is known would be: anything from 0 to 1, those of one dimension the same.
    case undefinedIndicators = "undefined_indicators"
    /// Which indicator the axis is computed without.
    case indicatorLeftOut = "indicator_left_out"
    /// What indicators and dimensions weigh, near the method's weights.
    case weights
    /// With which mean dimensions combine.
    case aggregation
    /// From which value on an axis is strong.
    case threshold
    /// What the unknown part of a partly known indicator would give.
    case partlyKnown = "partly_known"
    /// At how many partners intensity is 1 − 1/e.
    case partnerScale = "partner_scale"
    /// What the model of the unobserved may be off by, beyond what its draws tell.
    case modelDiscrepancy = "model_discrepancy"

    /// What tables and figures call it.
    public var name: Bilingual {
        switch self {
        case .tieExistence: Bilingual(en: "existence of ties", fr: "existence des liens")
        case .unobservedTies: Bilingual(en: "unobserved ties", fr: "liens non observés")
        case .window: Bilingual(en: "length of the window", fr: "durée de la fenêtre")
        case .perimeter: Bilingual(en: "perimeter", fr: "périmètre")
        case .mergedEntities: Bilingual(en: "entities apart or merged", fr: "entités séparées ou réunies")
        case .cascadeProbability:
            Bilingual(en: "transmission of knowledge (p)", fr: "transmission de la connaissance (p)")
        case .undefinedIndicators: Bilingual(en: "undefined indicators", fr: "indicateurs indéfinis")
        case .indicatorLeftOut: Bilingual(en: "indicator left out", fr: "indicateur écarté")
        case .weights: Bilingual(en: "weights", fr: "pondérations")
        case .aggregation: Bilingual(en: "kind of mean", fr: "type de moyenne")
        case .threshold: Bilingual(en: "threshold", fr: "seuil")
        case .partlyKnown: Bilingual(en: "partly known indicators", fr: "indicateurs connus en partie")
        case .partnerScale: Bilingual(en: "partners that are many (κ)", fr: "nombre de partenaires élevé (κ)")
        case .modelDiscrepancy:
            Bilingual(en: "error of the model of unobserved ties", fr: "erreur du modèle des liens non observés")
        }
    }

    /// Whether it is of one territory alone; the others are of the method, and drawn alike for all.
    var isOfTerritory: Bool {
        switch self {
        case .tieExistence, .unobservedTies, .perimeter, .mergedEntities, .undefinedIndicators, .partlyKnown,
            .modelDiscrepancy:
            true
        case .window, .cascadeProbability, .indicatorLeftOut, .weights, .aggregation, .threshold, .partnerScale: false
        }
    }

    /// What leaves it open: the data, which could tell more, or the method, which is a choice.
    public var origin: Origin {
        switch self {
        case .tieExistence, .unobservedTies, .undefinedIndicators, .partlyKnown, .modelDiscrepancy: .data
        case .window, .perimeter, .mergedEntities, .cascadeProbability, .indicatorLeftOut, .weights, .aggregation,
            .threshold, .partnerScale:
            .method
        }
    }

    /// Who leaves something open.
    public enum Origin: String, Sendable, CaseIterable, Codable {
        /// The data, which could tell more; the method, which is a choice.
        case data, method

        /// What tables and figures call it.
        public var name: Bilingual {
            switch self {
            case .data: Bilingual(en: "what the data leaves open", fr: "ce que les données laissent ouvert")
            case .method: Bilingual(en: "what the method leaves open", fr: "ce que la méthode laisse ouvert")
            }
        }
    }

    /// Whether it changes what the indicators read; the others change how values are combined.
    var isStructural: Bool {
        switch self {
        case .tieExistence, .unobservedTies, .window, .perimeter, .mergedEntities, .cascadeProbability, .partnerScale:
            true
        case .undefinedIndicators, .indicatorLeftOut, .weights, .aggregation, .threshold, .partlyKnown,
            .modelDiscrepancy:
            false
        }
    }
}

/// How the dimensions of an axis combine.
public enum DimensionMean: String, Sendable, CaseIterable, Codable {
    /// One strong dimension does not buy off an empty one.
    case geometric
    /// A strong dimension makes up for a weak one.
    case arithmetic

    /// What pages call it.
    public var name: Bilingual {
        switch self {
        case .geometric: Bilingual(en: "geometric", fr: "géométrique")
        case .arithmetic: Bilingual(en: "arithmetic", fr: "arithmétique")
        }
    }
}
