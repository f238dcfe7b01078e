import Vocabulary

/// Sentences of convention that whole families share.
enum Conventions {
    /// How path measures read `--weights`.
    static let paths = Bilingual(
        en: "Paths count steps; with `--weights strength` a tie's length is 1/strength (parallel ties added up), with `--weights distance` its weight (the shortest of parallel ties). Lengths that differ by less than 1e-9 of themselves are equal.",
        fr: "Les chemins comptent des pas ; avec `--weights strength`, la longueur d'un lien est 1/force (liens parallèles additionnés), avec `--weights distance`, son poids (le plus court des liens parallèles). Deux longueurs qui diffèrent de moins de 1e-9 de leur valeur sont égales.")
    /// How measures of ties read `--weights`.
    static let adjacency = Bilingual(
        en: "Ties are binary; with `--weights strength` their strength counts; distances are refused.",
        fr: "Les liens sont binaires ; avec `--weights strength`, leur force compte ; les distances sont refusées.")
    static let eitherDirection = Bilingual(
        en: "A tie in either direction is one tie.",
        fr: "Un lien dans l'un ou l'autre sens est un seul lien.")
    static let alwaysBinary = Bilingual(en: "Always binary.", fr: "Toujours binaire.")
    static let smallNetwork = Bilingual(
        en: "Undefined in a network of one actor.", fr: "Indéfini dans un réseau d'un seul acteur.")
}

extension Bilingual {
    /// Two texts as two sentences of one.
    static func + (one: Bilingual, other: Bilingual) -> Bilingual {
        Bilingual(en: one.en + " " + other.en, fr: one.fr + " " + other.fr)
    }
}
