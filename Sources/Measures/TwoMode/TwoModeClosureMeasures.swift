import GraphKernels
import Vocabulary

/// Whether those who meet once meet again, in the forms that leave no pair to compare that cannot be tied.
enum TwoModeClosureMeasures {
    static let all = [opsahl, opsahlGlobal, latapy, latapyAverage]

    private static let opsahl2013 = Reference(
        "Opsahl", 2013, "Triadic closure in two-mode networks: redefining the global and local clustering coefficients",
        "Social Networks 35(2), 159–167")
    private static let latapy2008 = Reference(
        "Latapy, Magnien and Del Vecchio", 2008, "Basic notions for the analysis of large two-mode networks",
        "Social Networks 30(1), 31–48", locator: "section 5")
    private static let binary = Bilingual(
        en: "Binary; actors and events both, each among its own mode.",
        fr: "Binaire ; pour les acteurs et les événements, chacun dans son mode.")

    private static let opsahl = Measure(
        "clustering_two_mode_opsahl", level: .actor, family: .twoMode,
        name: Bilingual(en: "two-mode clustering (Opsahl)", fr: "agrégation bimodale (Opsahl)"),
        formula: #"\frac{\tau^*_{i,\Delta}}{\tau^*_i}"#,
        reading: Bilingual(
            en:
                "Of the pairs of others whom the actor meets at two different events, the share that meet at a third: 1 where all that it brings together would meet without it.",
            fr:
                "Parmi les paires d'autres acteurs que l'acteur rencontre à deux événements différents, la part qui se rencontre à un troisième : 1 si tous ceux qu'il réunit se rencontreraient sans lui."
        ),
        convention: Bilingual(
            en:
                "τ* counts the paths of four ties with the actor in the middle, over two different events; τ*_Δ those whose ends share an event that is neither of the two.",
            fr:
                "τ* compte les chemins de quatre liens dont l'acteur est le milieu, par deux événements différents ; τ*_Δ ceux dont les extrémités partagent un événement autre que ces deux."
        )
            + binary,
        undefined: Bilingual(
            en: "Undefined where the actor is in the middle of no such path.",
            fr: "Indéfinie si l'acteur n'est au milieu d'aucun chemin de ce genre."),
        sources: [opsahl2013], range: 0...1, requirements: [.twoMode], profiles: [.structure]
    ) { context throws(MilieuError) in
        let found = try context.fourPaths()
        return .number(
            found.paths.indices.map { found.paths[$0] > 0 ? Double(found.closed[$0]) / Double(found.paths[$0]) : nil })
    }

    private static let opsahlGlobal = Measure(
        "transitivity_two_mode_opsahl", level: .network, family: .twoMode,
        name: Bilingual(en: "two-mode transitivity (Opsahl)", fr: "transitivité bimodale (Opsahl)"),
        formula: #"\frac{\tau^*_\Delta}{\tau^*}"#,
        reading: Bilingual(
            en:
                "Of the paths that lead from actor to actor over two events and a common acquaintance, the share whose ends meet at a third event.",
            fr:
                "Parmi les chemins qui mènent d'un acteur à un autre par deux événements et une connaissance commune, la part dont les extrémités se rencontrent à un troisième événement."
        ),
        convention: Bilingual(
            en: "Over the paths of four ties that start and end at actors. Binary.",
            fr: "Sur les chemins de quatre liens qui partent d'un acteur et aboutissent à un acteur. Binaire."),
        undefined: Bilingual(
            en: "Undefined where there is no such path.", fr: "Indéfinie s'il n'y a aucun chemin de ce genre."),
        sources: [opsahl2013], range: 0...1, requirements: [.twoMode], profiles: [.structure]
    ) { context throws(MilieuError) in
        let (found, actors) = (try context.fourPaths(), context.view.actorCount)
        let paths = found.paths[..<actors].reduce(0, +)
        return .number([paths > 0 ? Double(found.closed[..<actors].reduce(0, +)) / Double(paths) : nil])
    }

    private static let nobodyNear = Bilingual(
        en: "Undefined where the actor shares an event with nobody.",
        fr: "Indéfinie si l'acteur ne partage d'événement avec personne.")

    private static let latapy = Measure(
        "clustering_two_mode_latapy", level: .actor, family: .twoMode,
        name: Bilingual(en: "two-mode clustering (Latapy)", fr: "agrégation bimodale (Latapy)"),
        formula: #"\frac{1}{|N(N(i))|} \sum_{j \in N(N(i))} \frac{|N(i) \cap N(j)|}{|N(i) \cup N(j)|}"#,
        reading: Bilingual(
            en:
                "How far those whom the actor meets go where it goes: 1 where they take part in the same events and no others.",
            fr:
                "À quel point ceux que l'acteur rencontre vont où il va : 1 s'ils participent aux mêmes événements et à nul autre."
        ),
        convention: Bilingual(
            en: "The mean over those who share an event with the actor.",
            fr: "La moyenne sur ceux qui partagent un événement avec l'acteur.") + binary,
        undefined: nobodyNear, sources: [latapy2008], range: 0...1, requirements: [.twoMode], profiles: [.structure]
    ) { context in
        .number(NeighbourhoodOverlap.ofUnion.means(of: context.binary))
    }.offering([
        overlap(
            .ofSmaller, "smaller", Bilingual(en: "of the smaller", fr: "du plus petit"), #"\min(d_i, d_j)"#,
            Bilingual(
                en:
                    "Common events over those of whichever of the two has fewer: 1 where one's events are all among the other's.",
                fr:
                    "Événements communs rapportés à ceux de qui en a le moins : 1 si les événements de l'un sont tous parmi ceux de l'autre."
            )),
        overlap(
            .ofLarger, "larger", Bilingual(en: "of the larger", fr: "du plus grand"), #"\max(d_i, d_j)"#,
            Bilingual(
                en: "Common events over those of whichever of the two has more.",
                fr: "Événements communs rapportés à ceux de qui en a le plus.")),
        Measure.Variant(
            "zero", Bilingual(en: "0 without a shared event", fr: "0 sans événement partagé"), tools: [.networkx],
            convention: Bilingual(
                en: "An actor who shares an event with nobody has 0.",
                fr: "Un acteur qui ne partage d'événement avec personne a 0.") + binary,
            undefined: Bilingual("")
        ) { context in .number(NeighbourhoodOverlap.ofUnion.means(of: context.binary).map { $0 ?? 0 }) },
    ])

    private static func overlap(
        _ overlap: NeighbourhoodOverlap, _ suffix: String, _ name: Bilingual, _ whole: String, _ convention: Bilingual
    ) -> Measure.Variant {
        Measure.Variant(
            suffix, name, formula: #"\frac{1}{|N(N(i))|} \sum_{j \in N(N(i))} \frac{|N(i) \cap N(j)|}{\#(whole)}"#,
            convention: convention + binary
        ) { context in .number(overlap.means(of: context.binary)) }
    }

    private static let latapyAverage = Measure(
        "average_clustering_two_mode", level: .network, family: .twoMode,
        name: Bilingual(en: "average two-mode clustering", fr: "agrégation bimodale moyenne"),
        formula: #"\frac{1}{|\{i : N(N(i)) \neq \emptyset\}|} \sum_i cc(i)"#,
        reading: Bilingual(
            en: "The mean over the actors of how far those whom they meet go where they go.",
            fr: "La moyenne sur les acteurs d'à quel point ceux qu'ils rencontrent vont où ils vont."),
        convention: Bilingual(
            en:
                "Of `clustering_two_mode_latapy`, over the actors alone; those who share an event with nobody are left out of the mean.",
            fr:
                "De `clustering_two_mode_latapy`, sur les seuls acteurs ; ceux qui ne partagent d'événement avec personne sont exclus de la moyenne."
        ),
        undefined: Bilingual(
            en: "Undefined where no two actors share an event.",
            fr: "Indéfinie si aucune paire d'acteurs ne partage d'événement."),
        sources: [latapy2008], range: 0...1, requirements: [.twoMode], profiles: [.structure]
    ) { context in
        let values = NeighbourhoodOverlap.ofUnion.means(of: context.binary)[..<context.view.actorCount].compactMap {
            $0
        }
        return .number([values.isEmpty ? nil : values.reduce(0, +) / Double(values.count)])
    }
}

extension MeasureContext {
    /// Beyond this many steps the walk over all paths is minutes.
    private static let mostFourPaths = 2e10

    /// - Throws: `MilieuError` of cause `usage` where there are too many paths to walk.
    fileprivate func fourPaths() throws(MilieuError) -> FourPathClosure {
        try memo("four-paths") { () throws(MilieuError) in
            let paths = FourPathClosure.pathCount(of: binary)
            guard paths <= Self.mostFourPaths else {
                throw MilieuError(
                    .usage,
                    Bilingual(
                        en: "Opsahl's clustering would walk \(paths) paths of four ties.",
                        fr: "La transitivité d'Opsahl parcourrait \(paths) chemins de quatre liens."),
                    remedy: Bilingual(
                        en: "Take `clustering_two_mode_latapy` or `transitivity_two_mode`, or choose a smaller view.",
                        fr:
                            "Prenez `clustering_two_mode_latapy` ou `transitivity_two_mode`, ou choisissez une vue plus petite."
                    ))
            }
            return FourPathClosure(of: binary)
        }
    }
}
