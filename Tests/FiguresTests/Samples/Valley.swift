import GraphKernels
import NetworkModel
import Vocabulary

/// An invented territory of seventy actors with names as they are met with, long ones among them:
/// what the figures are tried on.
enum Valley {
    private static let groups: [(kind: String, names: [String])] = [
        (
            "firm",
            [
                "Groupe Archer", "Archer Confection", "Pôle Sud Archer", "Atelier du Cuir", "Chaussures Bellerive",
                "Maroquinerie des Deux Rives", "Tanneries du Val", "Modetic", "Transports Viennois", "Imprimerie Deval",
                "Menuiserie Rochegude et Fils", "Éclairage LED Drôme", "Confiserie Barnave", "Mécanique de précision Faure",
                "Plasturgie Isère Sud", "Laboratoire Émeraude", "Brasserie artisanale de la Joyeuse",
                "Société industrielle de chaussures", "Cartonnages Perrier", "Réseau des entreprises romanaises",
            ]
        ),
        (
            "association",
            [
                "Ensemble Romans-Bourg-de-Péage", "La Cordonnerie", "Régie de quartier Monnaie",
                "Coopérative d'activité et d'emploi Solstice", "Ressourcerie du Dauphiné", "Épicerie solidaire",
                "Jardins de Cocagne", "Fablab des Quartiers", "Maison des associations", "Crèche parentale Les Lutins",
                "Pôle territorial de coopération économique Pôle Sud", "Accueil de jour", "Insertion Bâtiment",
            ]
        ),
        (
            "authority",
            [
                "Ville de Romans-sur-Isère", "Communauté d'agglomération du Pays de Romans", "Conseil général de la Drôme",
                "Région Rhône-Alpes", "Direction départementale du travail, de l'emploi et de la formation professionnelle",
                "Préfecture de la Drôme", "Ville de Bourg-de-Péage", "Pôle emploi", "Mission locale", "Maison de l'emploi",
                "Caisse des dépôts et consignations", "Fonds social européen",
            ]
        ),
        (
            "fund",
            [
                "Crédit coopératif", "France Active", "Fonds de dotation Cigales", "Club d'investisseurs de la Drôme",
                "Initiative Nord Drôme", "Garrigue", "La Nef", "Caisse d'épargne Loire Drôme Ardèche",
            ]
        ),
        (
            "school",
            [
                "Lycée du Dauphiné", "IUT de Valence", "Université Pierre-Mendès-France", "AFPA", "CFA de Livron",
                "Musée de la chaussure", "Centre technique du cuir", "École de la deuxième chance",
            ]
        ),
        (
            "residents",
            [
                "Habitants du quartier", "Clients du magasin", "Bénévoles", "Anciens salariés de Jourdan",
                "Contributeurs", "Stagiaires", "Collectif citoyen", "Conseil de développement", "Retraités de la chaussure",
            ]
        ),
    ]

    private static let kinds: [ActorKind] = [
        ActorKind(id: "firm", sphere: .economy), ActorKind(id: "association", sphere: .social),
        ActorKind(id: "authority", sphere: .public), ActorKind(id: "fund", sphere: .finance),
        ActorKind(id: "school", sphere: .knowledge), ActorKind(id: "residents", sphere: .citizen),
    ]

    private static let tieKinds: [TieKind] = [
        TieKind(id: "cooperation", isDirected: false),
        TieKind(id: "subsidy", name: Bilingual(en: "subsidy", fr: "subvention"), isDirected: true, layer: .finance),
        TieKind(id: "training", name: Bilingual(en: "training", fr: "formation"), isDirected: true, layer: .knowledge),
        TieKind(id: "board", name: Bilingual(en: "board seat", fr: "siège au conseil"), isDirected: true, layer: .governance),
        TieKind(id: "member", name: Bilingual(en: "membership", fr: "adhésion"), isDirected: true, layer: .membership),
        TieKind(id: "supplier", name: Bilingual(en: "supplier", fr: "fournisseur"), isDirected: true, layer: .supply),
        TieKind(id: "lease", name: Bilingual(en: "lease", fr: "bail"), isDirected: false, layer: .location),
    ]

    /// Hubs with many small actors round them, a few ties between the rest, one pair and two
    /// isolates apart; planned ties that the default view leaves out.
    static func network() throws(MilieuError) -> Network {
        var actors: [Actor] = []
        for group in groups {
            for name in group.names { actors.append(Actor(id: "a\(actors.count)", name: name, kind: group.kind)) }
        }
        for (position, members) in [(19, 100), (61, 40), (65, 115), (66, 12)] { actors[position].members = members }
        for position in actors.indices { actors[position].inside = ![33, 36, 44, 45, 55, 57].contains(position) }
        var description = DatasetDescription(name: "valley", title: "Réseau d'acteurs de la vallée")
        description.version = "1.0"
        description.territory = Territory(name: "Vallée", referenceDate: PartialDate(year: 2016))
        return try Network(
            description: description, actors: Actors(actors), ties: Ties(ties(actors.count)), tieKinds: tieKinds,
            actorKinds: kinds,
            sources: [Source(id: "survey", citation: "Enquête d'essai (2016), entretiens et archives, 42 p.")])
    }

    private static func ties(_ count: Int) -> [Tie] {
        var random = RandomSource(seed: 7)
        let hubs = [0, 0, 0, 20, 33, 19, 30, 23, 60]
        var ties: [Tie] = []
        func add(_ source: Int, _ target: Int, _ details: Tie.Details = .init()) {
            let kind = source >= 33 && source < 53 ? 1 : source >= 53 && source < 61 ? 2 : random.below(tieKinds.count)
            ties.append(Tie(source: source, target: target, kind: kind, details: details))
        }
        let tied = count - 4
        for actor in 1..<tied where !hubs.contains(actor) {
            let hub = hubs[random.below(hubs.count)]
            add(actor, hub, .init(confidence: random.unit() < 0.12 ? 0.5 : nil))
            if random.unit() < 0.25 { add(actor, hub) }
            if random.unit() < 0.3 {
                let other = random.below(tied)
                if other != actor { add(actor, other) }
            }
        }
        for hub in hubs.dropFirst(3) {
            add(0, hub)
            if hub != 20 { add(20, hub) }
        }
        ties.append(Tie(source: tied, target: tied + 1, kind: 0))
        ties.append(Tie(source: 0, target: 53, kind: 1, details: .init(status: .planned)))
        return ties
    }
}
