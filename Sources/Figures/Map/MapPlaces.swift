import NetworkModel
import Vocabulary

/// Where on earth the nodes of a view are: by their own columns `latitude` and `longitude`, else by the place that
/// `places.csv` locates.
struct MapPlaces {
    /// A spot that one or more nodes are at.
    struct Spot: Sendable {
        var point: GeoPoint
        /// What the data calls it; empty where actors tell their own coordinates.
        var name: String
        /// Positions among the view's nodes.
        var nodes: [Int]
    }

    /// In the order of their first node.
    private(set) var spots: [Spot] = []
    /// Nodes that are nowhere, since they have no place or nothing locates it.
    private(set) var unlocated: [Int] = []
    /// Places that actors name and nothing locates, in the order of the input.
    private(set) var unknownPlaces: [String] = []

    init(_ view: NetworkView) throws(MilieuError) {
        let network = view.network
        var located: [String: GeoPoint] = [:]
        for place in network.beside.places {
            if let latitude = place.latitude, let longitude = place.longitude {
                located[place.place] = GeoPoint(latitude: latitude, longitude: longitude)
            }
        }
        let (latitudes, longitudes) = (network.actors.numbers(of: "latitude"), network.actors.numbers(of: "longitude"))
        var spotOf: [Key: Int] = [:]
        for (position, node) in view.nodes.enumerated() {
            let (name, own) = Self.place(of: node, network, latitudes, longitudes)
            if let own, !(abs(own.latitude) <= 90 && abs(own.longitude) <= 180) {
                throw MilieuError(
                    .usage,
                    Bilingual(
                        en:
                            "The actor \"\(PlainText.cleaned(view.id(of: position), limit: 60))\" lies beyond the earth's degrees.",
                        fr:
                            "L'acteur « \(PlainText.cleaned(view.id(of: position), limit: 60)) » se trouve au-delà des degrés de la Terre."
                    ),
                    remedy: Bilingual(
                        en: "Write latitude from −90 to 90 and longitude from −180 to 180, in WGS 84.",
                        fr: "Écrivez latitude de −90 à 90 et longitude de −180 à 180, en WGS 84."))
            }
            guard let point = own ?? located[name] else {
                unlocated.append(position)
                if !name.isEmpty, !unknownPlaces.contains(name) { unknownPlaces.append(name) }
                continue
            }
            let key = Key(name: own == nil ? name : "", point: point)
            if let spot = spotOf[key] {
                spots[spot].nodes.append(position)
            } else {
                spotOf[key] = spots.count
                spots.append(Spot(point: point, name: PlainText.cleaned(key.name, limit: 80), nodes: [position]))
            }
        }
        guard !spots.isEmpty else {
            throw MilieuError(
                .usage,
                Bilingual(
                    en: "No actor of the view has coordinates, so there is no map to draw.",
                    fr: "Aucun acteur de la vue n'a de coordonnées : il n'y a pas de carte à dessiner."),
                remedy: Bilingual(
                    en:
                        "Add a table places.csv with the columns place, latitude and longitude beside the dataset, or columns latitude and longitude to actors.csv.",
                    fr:
                        "Ajoutez à côté du jeu de données une table places.csv avec les colonnes place, latitude et longitude, ou des colonnes latitude et longitude à actors.csv."
                ))
        }
    }

    private struct Key: Hashable {
        var name: String
        var point: GeoPoint
    }

    private static func place(
        of node: NetworkView.Node, _ network: Network, _ latitudes: [Double?]?, _ longitudes: [Double?]?
    ) -> (name: String, own: GeoPoint?) {
        switch node {
        case .actor(let actor):
            let name = network.actors.hasRows ? network.actors[actor].place ?? "" : ""
            guard let latitude = latitudes?[actor], let longitude = longitudes?[actor] else { return (name, nil) }
            return (name, GeoPoint(latitude: latitude, longitude: longitude))
        case .event(let event): return (network.events[event].place ?? "", nil)
        }
    }
}
