import Milieu

/// The ties that a counterfactual takes to have come true.
enum ExtraTies {
    /// `planned` or `potential`: the network's own ties of that status; else a table of ties.
    static func read(_ words: String, for network: Network) throws(MilieuError) -> [Tie] {
        if let status = TieStatus(rawValue: words), status == .planned || status == .potential {
            let ties = network.ties.filter { $0.details.status == status }
            guard !ties.isEmpty else {
                throw MilieuError(
                    .usage,
                    Bilingual(
                        en: "The dataset has no tie of status \(words).",
                        fr: "Le jeu de données n'a pas de lien de statut \(words)."),
                    remedy: Bilingual(
                        en: "Name a table of ties: source,target,kind.",
                        fr: "Indiquez une table de liens : source,target,kind."))
            }
            return ties
        }
        let table = try EdgeListReader.read(path: words).requireNetwork()
        return try table.ties.map { tie throws(MilieuError) in
            Tie(
                source: try position(of: table.actors.id(at: tie.source), in: network, words),
                target: try position(of: table.actors.id(at: tie.target), in: network, words),
                kind: try kind(table.tieKinds[tie.kind].id, in: network, words), weight: tie.weight)
        }
    }

    private static func position(of id: String, in network: Network, _ file: String) throws(MilieuError) -> Int {
        if let position = network.actors.position(of: id) { return position }
        let nearest = NearestMatch.hint(id, in: network.actors.allIDs)
        throw MilieuError(
            .data,
            Bilingual(
                en: "There is no actor \"\(id)\" in the dataset.",
                fr: "Il n'y a pas d'acteur « \(id) » dans le jeu de données."),
            remedy: nearest
                + Bilingual(
                    en: "A tie that may come true is between actors of the dataset.",
                    fr: "Un lien qui peut se réaliser est entre acteurs du jeu de données."),
            at: Place(file: file, id: id))
    }

    private static func kind(_ id: String, in network: Network, _ file: String) throws(MilieuError) -> Int {
        let known = network.tieKinds.map(\.id)
        if let position = known.firstIndex(of: id) { return position }
        let nearest = NearestMatch.hint(id, in: known)
        throw MilieuError(
            .data,
            Bilingual(
                en: "There is no kind of tie \"\(id)\" in the dataset.",
                fr: "Il n'y a pas de type de lien « \(id) » dans le jeu de données."),
            remedy: nearest
                + Bilingual(
                    en: "Give the table a column \"kind\" with one of: \(known.joined(separator: ", ")).",
                    fr: "Donnez à la table une colonne « kind » avec l'un de : \(known.joined(separator: ", "))."),
            at: Place(file: file, id: id))
    }
}
