import Vocabulary

/// The works that the methods text cites beside those of the measures and indicators.
enum MethodReferences {
    static let camagni1995 = Reference(
        "Camagni", 1995, "The concept of innovative milieu and its relevance for public policies in European lagging regions",
        "Papers in Regional Science 74(4), 317–340")
    static let handbook2008 = Reference(
        "OECD and Joint Research Centre", 2008,
        "Handbook on Constructing Composite Indicators: Methodology and User Guide", "OECD Publishing")
    static let saisana2005 = Reference(
        "Saisana, Saltelli and Tarantola", 2005,
        "Uncertainty and sensitivity analysis techniques as tools for the quality assessment of composite indicators",
        "Journal of the Royal Statistical Society: Series A 168(2), 307–323")
    static let benjaminiHochberg1995 = Reference(
        "Benjamini and Hochberg", 1995, "Controlling the false discovery rate: a practical and powerful approach to multiple testing",
        "Journal of the Royal Statistical Society: Series B 57(1), 289–300")
    static let strona2014 = Reference(
        "Strona, Nappo, Boccacci, Fattorini and San-Miguel-Ayanz", 2014,
        "A fast and unbiased procedure to randomize ecological binary matrices with fixed row and column totals",
        "Nature Communications 5, 4114")
    static let gansnerKorenNorth2005 = Reference(
        "Gansner, Koren and North", 2005, "Graph drawing by stress majorization",
        "Graph Drawing 2004, Lecture Notes in Computer Science 3383, 239–250")
    static let gansnerNorth2000 = Reference(
        "Gansner and North", 2000, "An open graph visualization system and its applications to software engineering",
        "Software: Practice and Experience 30(11), 1203–1233")
    static let luke2023 = Reference(
        "Luke, Tsai, Carothers, Malone, Prusaczyk, Combs, Vogel, Neal and Neal", 2023,
        "Introducing SoNHR: reporting guidelines for social networks in health research", "PLOS ONE 18(12), e0285236")
    static let neal2023 = Reference(
        "Neal", 2023, "grand: An R package for using the Guidelines for Reporting About Network Data", "Michigan State University")
}
