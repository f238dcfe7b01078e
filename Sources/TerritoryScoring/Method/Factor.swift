import Vocabulary

/// What varies from draw to draw; each has a switch of its own in the method file.
public enum Factor: String, Sendable, CaseIterable, Codable {
    case tieExistence = "tie_existence"
    case unobservedTies = "unobserved_ties"
    case window
    case perimeter
    case mergedEntities = "merged_entities"
    case cascadeProbability = "cascade_probability"
    case undefinedIndicators = "undefined_indicators"
    case indicatorLeftOut = "indicator_left_out"
    case weights
    case aggregation
    case threshold
    case partlyKnown = "partly_known"
    case partnerScale = "partner_scale"

    public var name: Bilingual {
        switch self {
        case .tieExistence: Bilingual(en: "existence of ties", fr: "existence des liens")
        case .unobservedTies: Bilingual(en: "unobserved ties", fr: "liens non observés")
        case .window: Bilingual(en: "length of the window", fr: "durée de la fenêtre")
        case .perimeter: Bilingual(en: "perimeter", fr: "périmètre")
        case .mergedEntities: Bilingual(en: "entities apart or merged", fr: "entités séparées ou réunies")
        case .cascadeProbability: Bilingual(en: "transmission of knowledge (p)", fr: "transmission de la connaissance (p)")
        case .undefinedIndicators: Bilingual(en: "undefined indicators", fr: "indicateurs indéfinis")
        case .indicatorLeftOut: Bilingual(en: "indicator left out", fr: "indicateur écarté")
        case .weights: Bilingual(en: "weights", fr: "pondérations")
        case .aggregation: Bilingual(en: "kind of mean", fr: "type de moyenne")
        case .threshold: Bilingual(en: "threshold", fr: "seuil")
        case .partlyKnown: Bilingual(en: "partly known indicators", fr: "indicateurs connus en partie")
        case .partnerScale: Bilingual(en: "partners that are many (κ)", fr: "nombre de partenaires élevé (κ)")
        }
    }

    /// Whether it is of one territory alone; the others are of the method, and drawn alike for all.
    var isOfTerritory: Bool {
        switch self {
        case .tieExistence, .unobservedTies, .perimeter, .mergedEntities, .undefinedIndicators, .partlyKnown: true
        case .window, .cascadeProbability, .indicatorLeftOut, .weights, .aggregation, .threshold, .partnerScale: false
        }
    }

    /// What leaves it open: the data, which could tell more, or the method, which is a choice.
    public var origin: Origin {
        switch self {
        case .tieExistence, .unobservedTies, .undefinedIndicators, .partlyKnown: .data
        case .window, .perimeter, .mergedEntities, .cascadeProbability, .indicatorLeftOut, .weights, .aggregation,
            .threshold, .partnerScale:
            .method
        }
    }

    /// Who leaves something open.
    public enum Origin: String, Sendable, CaseIterable, Codable {
        case data, method

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
        case .undefinedIndicators, .indicatorLeftOut, .weights, .aggregation, .threshold, .partlyKnown: false
        }
    }
}

/// How the dimensions of an axis combine.
public enum DimensionMean: String, Sendable, CaseIterable, Codable {
    /// One strong dimension does not buy off an empty one.
    case geometric
    case arithmetic

    public var name: Bilingual {
        switch self {
        case .geometric: Bilingual(en: "geometric", fr: "géométrique")
        case .arithmetic: Bilingual(en: "arithmetic", fr: "arithmétique")
        }
    }
}
