import Vocabulary

/// What the weight of a kind's ties means. A path measure reads strength as 1/cost.
public enum WeightMeaning: String, Sendable, CaseIterable, Codable {
    /// A strength and a count are larger for closer ties and are read as strengths; a cost is larger for more distant
    /// ones, and only a reading as distances takes it.
    case strength, cost, count
}

/// A kind of tie: the dataset's own vocabulary.
public struct TieKind: Sendable, Hashable {
    /// What the column `kind` of ties names it by.
    public var id: String
    /// What legends call it; the id in both languages where nothing else is said.
    public var name: Bilingual
    /// Whether its ties go from source to target; else the order of the two ends says nothing.
    public var isDirected: Bool
    /// The domain of relations that it is of.
    public var layer: Layer
    /// Nil where nothing is said: any reading of the weights is then the researcher's own.
    public var weightMeans: WeightMeaning?

    /// A kind whose name, where none is given, is its id.
    public init(
        id: String, name: Bilingual? = nil, isDirected: Bool, layer: Layer = .cooperation,
        weightMeans: WeightMeaning? = nil
    ) {
        self.id = id
        self.name = name ?? Bilingual(id)
        self.isDirected = isDirected
        self.layer = layer
        self.weightMeans = weightMeans
    }
}

/// A kind of actor, and the sphere of social life that it belongs to.
public struct ActorKind: Sendable, Hashable {
    /// What the column `kind` of actors names it by.
    public var id: String
    /// What legends call it; the id in both languages where nothing else is said.
    public var name: Bilingual
    /// The part of social life that its actors belong to.
    public var sphere: Sphere

    /// A kind whose name, where none is given, is its id.
    public init(id: String, name: Bilingual? = nil, sphere: Sphere) {
        self.id = id
        self.name = name ?? Bilingual(id)
        self.sphere = sphere
    }
}

/// A kind of event: its layer says which axis of the score reads it (`knowledge`: learning), and
/// whether it is a pooled resource.
public struct EventKind: Sendable, Hashable {
    /// What the column `kind` of events names it by.
    public var id: String
    /// What legends call it; the id in both languages where nothing else is said.
    public var name: Bilingual
    /// The domain of relations that meeting there is of.
    public var layer: Layer
    /// Whether it is a resource that actors share (a shop, premises) and not a gathering: the score reads it for
    /// interaction, whatever its layer.
    public var isPooled: Bool

    /// A kind whose name, where none is given, is its id.
    public init(id: String, name: Bilingual? = nil, layer: Layer = .cooperation, isPooled: Bool = false) {
        self.id = id
        self.name = name ?? Bilingual(id)
        self.layer = layer
        self.isPooled = isPooled
    }
}
