import GraphKernels
import Tabular
import Vocabulary

/// How many pairs and triples of each kind there are.
enum CensusMeasures {
    static let all = [dyadCensus, triadCensus].map { $0.ofOneMode() }

    private static let hollandLeinhardt1976 = Reference(
        "Holland and Leinhardt", 1976, "Local structure in social networks", "Sociological Methodology 7, 1–45")

    private static let dyadCensus = Measure(
        table: "dyad_census", family: .census,
        name: Bilingual(en: "dyad census", fr: "recensement des dyades"),
        formula: #"M = |\{\{i,j\} : a_{ij} a_{ji} = 1\}|,\quad A,\quad N = \binom{n}{2} - M - A"#,
        reading: Bilingual(
            en: "How many pairs are tied both ways (mutual), one way (asymmetric), not at all (null).",
            fr: "Combien de paires sont liées dans les deux sens (mutuelles), dans un seul (asymétriques), pas du tout (nulles)."),
        convention: Bilingual(
            en: "Binary. In an undirected network every tie is mutual.",
            fr: "Binaire. Dans un réseau non orienté, tout lien est mutuel."),
        sources: [hollandLeinhardt1976], range: 0...Double.infinity, profiles: [.structure]
    ) { context in
        let census = DyadCensus(context.binary)
        let counts = [census.mutual, census.asymmetric, census.null]
        let pairs = counts.reduce(0, +)
        return Table(
            name: "dyad_census",
            columns: [
                Column(kind, .text(["mutual", "asymmetric", "null"])),
                Column(count, .integer(counts)),
                Column(share, .number(counts.map { pairs > 0 ? Double($0) / Double(pairs) : nil })),
            ])
    }

    private static let triadCensus = Measure(
        table: "triad_census", family: .census,
        name: Bilingual(en: "triad census", fr: "recensement des triades"),
        formula: #"T_u = |\{\{i,j,k\} \text{ of kind } u\}|"#,
        reading: Bilingual(
            en: "How many triples of actors are of each of the sixteen kinds (mutual, asymmetric and null dyads; D down, U up, C cycle, T transitive), beside what the dyads alone would give.",
            fr: "Combien de triplets d'acteurs sont de chacun des seize types (dyades mutuelles, asymétriques et nulles ; D descendant, U montant, C cycle, T transitif), à côté de ce que les dyades seules donneraient."),
        convention: Bilingual(
            en: "Binary. In an undirected network every tie is mutual. The expected count is exact, given the dyad census.",
            fr: "Binaire. Dans un réseau non orienté, tout lien est mutuel. L'effectif attendu est exact, étant donné le recensement des dyades."),
        undefined: Bilingual(
            en: "The expected counts are undefined below three actors.",
            fr: "Les effectifs attendus sont indéfinis pour moins de trois acteurs."),
        sources: [
            hollandLeinhardt1976,
            Reference("Batagelj and Mrvar", 2001, "A subquadratic triad census algorithm for large sparse networks with small maximum degree", "Social Networks 23(3), 237–243"),
        ],
        range: 0...Double.infinity, profiles: [.structure]
    ) { context in
        let census = TriadCensus(context.binary)
        return Table(
            name: "triad_census",
            columns: [
                Column(kind, .text(TriadCensus.kinds)),
                Column(count, .integer(census.counts)),
                Column(expected, .number(TriadCensus.expected(DyadCensus(context.binary), nodeCount: context.binary.nodeCount))),
            ])
    }

    private static let kind = Field("kind", title: Bilingual(en: "kind", fr: "type"))
    private static let count = Field("count", title: Bilingual(en: "count", fr: "effectif"))
    private static let share = Field("share", title: Bilingual(en: "share", fr: "part"))
    private static let expected = Field(
        "expected", title: Bilingual(en: "expected", fr: "attendu"),
        description: Bilingual(
            en: "The mean over the networks of the same dyad census.",
            fr: "La moyenne sur les réseaux de même recensement des dyades."))
}
