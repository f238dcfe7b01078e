import Vocabulary

/// What the weight of a kind's ties means. A path measure reads strength as 1/cost.
public enum WeightMeaning: String, Sendable, CaseIterable, Codable {
    case strength, cost, count
}

/// A kind of tie: the dataset's own vocabulary.
public struct TieKind: Sendable, Hashable {
    public var id: String
    public var name: Bilingual
    public var isDirected: Bool
    public var layer: Layer
    /// Nil where nothing is said: any reading of the weights is then the researcher's own.
    public var weightMeans: WeightMeaning?

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
    public var id: String
    public var name: Bilingual
    public var sphere: Sphere

    public init(id: String, name: Bilingual? = nil, sphere: Sphere) {
        self.id = id
        self.name = name ?? Bilingual(id)
        self.sphere = sphere
    }
}

/// A kind of event: its layer says which axis of the score reads it (`knowledge`: learning), and
/// whether it is a pooled resource.
public struct EventKind: Sendable, Hashable {
    public var id: String
    public var name: Bilingual
    public var layer: Layer
    public var isPooled: Bool

    public init(id: String, name: Bilingual? = nil, layer: Layer = .cooperation, isPooled: Bool = false) {
        self.id = id
        self.name = name ?? Bilingual(id)
        self.layer = layer
        self.isPooled = isPooled
    }
}
