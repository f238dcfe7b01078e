import Vocabulary

/// One of the two criteria that tell territorial configurations apart. They are never merged into
/// one number.
public enum Axis: String, Sendable, CaseIterable, Codable {
    /// The capacity of actors to take in new knowledge that comes from their milieu.
    case learning
    /// The capacity of actors to enter into ties with one another and to activate them.
    case interaction

    /// What tables and figures call it.
    public var name: Bilingual {
        switch self {
        case .learning: Bilingual(en: "learning", fr: "apprentissage")
        case .interaction: Bilingual(en: "interaction", fr: "interaction")
        }
    }

    /// Where the two criteria come from.
    public static let source = Reference(
        "Darchen and Tremblay", 2008,
        "Les milieux innovateurs et la classe créative : revue des écrits et analyse de leur application en milieu urbain",
        "Note de recherche de la Chaire de recherche du Canada sur les enjeux socio-organisationnels de l'économie du savoir",
        locator: "pp. 21–23")

    /// Its dimensions, in the order in which pages show them.
    public var dimensions: [Dimension] { Dimension.allCases.filter { $0.axis == self } }
}

/// A side of an axis; its indicators are averaged, and the dimensions of an axis then combined.
public enum Dimension: String, Sendable, CaseIterable, Codable {
    /// Of learning: how far knowledge goes round, how related the activities are that could share it, what comes from
    /// outside, and what actors can make of it.
    case diffusion, variety, openness, absorption
    /// An outcome and no capacity: of weight 0 unless the method file gives it one.
    case creation
    /// Of interaction: how many are tied and how closely, how alive the ties are, how they are woven, and across which
    /// kinds they lead.
    case engagement, activation, structure, breadth
    /// Of interaction, too: what actors do, own, finance and govern together.
    case collectiveAction = "collective_action"

    /// The axis that it is a side of.
    public var axis: Axis {
        switch self {
        case .diffusion, .variety, .openness, .absorption, .creation: .learning
        case .engagement, .activation, .structure, .breadth, .collectiveAction: .interaction
        }
    }

    /// What tables and figures call it.
    public var name: Bilingual {
        switch self {
        case .diffusion: Bilingual(en: "diffusion", fr: "diffusion")
        case .variety: Bilingual(en: "variety", fr: "variété")
        case .openness: Bilingual(en: "openness", fr: "ouverture")
        case .absorption: Bilingual(en: "absorption", fr: "absorption")
        case .creation: Bilingual(en: "creation of activities", fr: "création d'activités")
        case .engagement: Bilingual(en: "engagement", fr: "engagement")
        case .activation: Bilingual(en: "activation", fr: "activation")
        case .structure: Bilingual(en: "structure", fr: "structure")
        case .breadth: Bilingual(en: "breadth", fr: "étendue")
        case .collectiveAction: Bilingual(en: "collective action", fr: "action collective")
        }
    }
}

/// What a territory is called by where it stands on the two axes: labels after Camagni (1995), by
/// analogy; the threshold is Milieu's own convention.
public enum Configuration: String, Sendable, CaseIterable, Codable {
    /// Weak on both axes.
    case noMilieu = "no_milieu"
    /// Strong on learning alone.
    case innovationWithoutMilieu = "innovation_without_milieu"
    /// Strong on interaction alone.
    case potentialMilieu = "potentially_innovative_milieu"
    /// Strong on both axes.
    case innovativeMilieu = "innovative_milieu"

    /// The configuration of two point scores; chance is not asked.
    ///
    /// - Parameter threshold: from which value on an axis is strong.
    public init(learning: Double, interaction: Double, threshold: Double) {
        self.init(isStrongOnLearning: learning >= threshold, isStrongOnInteraction: interaction >= threshold)
    }

    /// By whether each axis is strong: above the threshold, and interaction above chance too.
    public init(isStrongOnLearning: Bool, isStrongOnInteraction: Bool) {
        self =
            switch (isStrongOnLearning, isStrongOnInteraction) {
            case (false, false): .noMilieu
            case (true, false): .innovationWithoutMilieu
            case (false, true): .potentialMilieu
            case (true, true): .innovativeMilieu
            }
    }

    /// What pages and figures call it.
    public var name: Bilingual {
        switch self {
        case .noMilieu: Bilingual(en: "no milieu", fr: "absence de milieu")
        case .innovationWithoutMilieu:
            Bilingual(en: "innovation without a milieu", fr: "innovation sans milieu")
        case .potentialMilieu:
            Bilingual(en: "potentially innovative milieu", fr: "milieu potentiellement innovateur")
        case .innovativeMilieu: Bilingual(en: "innovative milieu", fr: "milieu innovateur")
        }
    }

    /// The id and the words of a verdict that no configuration is sure enough of.
    public static let undeterminedID = "undetermined"
    /// What pages and figures call such a verdict.
    public static let undetermined = Bilingual(en: "undetermined", fr: "indéterminé")
    /// The words for a trajectory that moves; never for one look at a territory, which shows no movement.
    public static let inTransition = Bilingual(en: "in transition", fr: "en transition")
}
