import Vocabulary

/// The publications that more than one measure cites.
extension Reference {
    static let freeman1979 = Reference(
        "Freeman", 1979, "Centrality in social networks: conceptual clarification",
        "Social Networks 1(3), 215–239")
    static let borgattiEverett1997 = Reference(
        "Borgatti and Everett", 1997, "Network analysis of 2-mode data", "Social Networks 19(3), 243–269")
    static let wassermanFaust1994 = Reference(
        "Wasserman and Faust", 1994, "Social Network Analysis: Methods and Applications",
        "Cambridge University Press")
    static let barrat2004 = Reference(
        "Barrat, Barthélemy, Pastor-Satorras and Vespignani", 2004,
        "The architecture of complex weighted networks", "PNAS 101(11), 3747–3752")
    static let brandes2001 = Reference(
        "Brandes", 2001, "A faster algorithm for betweenness centrality",
        "Journal of Mathematical Sociology 25(2), 163–177")
    static let brandes2008 = Reference(
        "Brandes", 2008, "On variants of shortest-path betweenness centrality and their generic computation",
        "Social Networks 30(2), 136–145")
    static let bonacich1987 = Reference(
        "Bonacich", 1987, "Power and centrality: a family of measures",
        "American Journal of Sociology 92(5), 1170–1182")
    static let kleinberg1999 = Reference(
        "Kleinberg", 1999, "Authoritative sources in a hyperlinked environment",
        "Journal of the ACM 46(5), 604–632")
    static let brandesFleischer2005 = Reference(
        "Brandes and Fleischer", 2005, "Centrality measures based on current flow",
        "STACS 2005, Lecture Notes in Computer Science 3404, 533–544")
    static let burt1992 = Reference(
        "Burt", 1992, "Structural Holes: The Social Structure of Competition",
        "Harvard University Press", locator: "ch. 2")
    static let borgatti1997 = Reference(
        "Borgatti", 1997, "Structural holes: unpacking Burt's redundancy measures",
        "Connections 20(1), 35–38")
    static let gouldFernandez1989 = Reference(
        "Gould and Fernandez", 1989,
        "Structures of mediation: a formal approach to brokerage in transaction networks",
        "Sociological Methodology 19, 89–126")
    static let wattsStrogatz1998 = Reference(
        "Watts and Strogatz", 1998, "Collective dynamics of ‘small-world’ networks",
        "Nature 393, 440–442")
    static let latoraMarchiori2001 = Reference(
        "Latora and Marchiori", 2001, "Efficient behavior of small-world networks",
        "Physical Review Letters 87(19), 198701")
    static let newman2010 = Reference("Newman", 2010, "Networks: An Introduction", "Oxford University Press")
    static let seidman1983 = Reference(
        "Seidman", 1983, "Network structure and minimum degree", "Social Networks 5(3), 269–287")
    static let perryPescosolidoBorgatti2018 = Reference(
        "Perry, Pescosolido and Borgatti", 2018, "Egocentric Network Analysis: Foundations, Methods, and Models",
        "Cambridge University Press", locator: "ch. 7")
}
