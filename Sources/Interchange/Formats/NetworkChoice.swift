import Vocabulary

/// Which network of a file that holds several.
enum NetworkChoice {
    /// The place of the one that is wanted, by its name or its number from 1; of one alone nothing need be said.
    ///
    /// - Parameter names: of all, in their order; empty where one has none.
    static func place(_ names: [String], wanted: String?, line: Int) throws(TextFault) -> Int {
        guard let wanted else {
            guard names.count > 1 else {
                guard names.isEmpty else { return 0 }
                throw TextFault(
                    Bilingual(en: "There is no network in the file.", fr: "Il n'y a pas de réseau dans le fichier."),
                    remedy: Bilingual(en: "Check that it is the right file.", fr: "Vérifiez que c'est le bon fichier."),
                    line: line)
            }
            throw TextFault(
                Bilingual(
                    en: "The file holds \(names.count) networks: \(shown(names)).",
                    fr: "Le fichier contient \(names.count, fr: "réseau", "réseaux") : \(shown(names))."),
                remedy: Bilingual(
                    en: "Choose one by its name or number: --network \(shownName(names[0], 0))",
                    fr: "Choisissez-en un par son nom ou son numéro : --network \(shownName(names[0], 0))"), line: line,
                code: "several-networks")
        }
        if let place = names.firstIndex(of: wanted)
            ?? names.firstIndex(where: { $0.lowercased() == wanted.lowercased() })
        {
            return place
        }
        if let number = Int(wanted), names.indices.contains(number - 1) { return number - 1 }
        throw TextFault(
            Bilingual(
                en: "There is no network \"\(Excerpt.of(wanted))\" in the file.",
                fr: "Il n'y a pas de réseau « \(Excerpt.of(wanted)) » dans le fichier."),
            remedy: Bilingual(en: "There are: \(shown(names)).", fr: "Il y a : \(shown(names))."),
            line: line,
            code: "unknown-id")
    }

    private static func shown(_ names: [String]) -> String {
        names.prefix(12).enumerated().map { shownName($1, $0) }.joined(separator: ", ")
            + (names.count > 12 ? ", …" : "")
    }

    private static func shownName(_ name: String, _ place: Int) -> String {
        name.isEmpty ? String(place + 1) : "\"\(Excerpt.of(name))\""
    }
}
