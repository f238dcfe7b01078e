import GraphKernels
import NetworkModel
import Vocabulary

/// What is said of a plain network on its way to one of the model.
extension PlainNetwork {
    mutating func reportReversed(_ since: [CellValue?]?, _ until: [CellValue?]?, lines: [Int]) {
        guard let since, let until else { return }
        for row in since.indices {
            guard case .date(let start)? = since[row], case .date(let end)? = until[row], start.earliest > end.latest
            else { continue }
            report(
                .error, "dates-reversed",
                Bilingual(
                    en: "It ends (\(end)) before it starts (\(start)).",
                    fr: "La fin (\(end)) précède le début (\(start))."),
                remedy: Bilingual(en: "Exchange or correct the two dates.", fr: "Échangez ou corrigez les deux dates."),
                line: lines[row], column: "until")
        }
    }

    mutating func report(_ ties: Ties, kinds: [TieKind], lines: [Int]) {
        for row in ties.indices where ties.sources[row] == ties.targets[row] {
            report(
                .warning, "self-loop",
                Bilingual(
                    en: "The node is tied to itself; measures leave such ties out.",
                    fr: "Le nœud est lié à lui-même ; les mesures laissent de tels liens de côté."),
                remedy: Bilingual(
                    en: "Correct one of the ends, or delete the tie.",
                    fr: "Corrigez l'une des extrémités, ou supprimez le lien."), line: lines[row], column: "target")
        }
        for isDirected in [true, false] {
            let rows = ties.indices.filter { kinds[ties.kind(at: $0)].isDirected == isDirected }
            let repeated = RepeatedEdges.find(
                nodeCount: nodeCount, sources: rows.map { ties.sources[$0] },
                targets: rows.map { ties.targets[$0] },
                kinds: ties.kinds.isEmpty ? [] : rows.map { ties.kinds[$0] }, isDirected: isDirected)
            for row in repeated {
                report(
                    .warning, "duplicate-tie",
                    Bilingual(
                        en: "The same tie stands further up; their weights add up.",
                        fr: "Le même lien se trouve plus haut ; leurs poids s'additionnent."),
                    remedy: Bilingual(
                        en: "Delete one of them, if they tell one fact.",
                        fr: "Supprimez l'un d'eux, s'ils disent un seul fait."), line: lines[rows[row]],
                    column: "target")
            }
        }
    }

    mutating func reportMissing(_ columns: [(column: String, word: String, count: Int)]) {
        guard let first = columns.first else { return }
        let word = Excerpt.of(first.word)
        let list = columns.map { "\(Excerpt.of($0.column)) \($0.count)" }
        let names = list.prefix(12).joined(separator: ", ") + (list.count > 12 ? ", …" : "")
        report(
            .note, "missing-words",
            Bilingual(
                en:
                    "Values such as \"\(word)\", by which programs write that nothing is known, were read so: \(names).",
                fr:
                    "Des valeurs comme « \(word) », par lesquelles des programmes écrivent que rien n'est connu, ont été lues ainsi : \(names)."
            ),
            remedy: Bilingual(
                en: "Nothing needs to be done; write another word, if it is a value of its own.",
                fr: "Rien à faire ; écrivez un autre mot, si c'est une valeur à part entière."), line: nil,
            column: Excerpt.of(first.column))
    }

    /// Says where nodes may be of several modes, as NetworkX (`bipartite`) and igraph (`type`) tell them: an attribute
    /// parts them into a few sorts, none of which is tied to itself.
    mutating func reportParts(_ attributes: [(name: String, values: [String?])]) {
        guard tieCount > 0 else { return }
        for (name, values) in attributes {
            let sorts = Set(values)
            guard (2...Self.mostModes).contains(sorts.count), !sorts.contains(nil),
                !zip(sources, targets).contains(where: { values[Int($0)] == values[Int($1)] })
            else { continue }
            report(
                .warning, "read-as-one-mode",
                Bilingual(
                    en:
                        "The attribute \"\(Excerpt.of(name))\" parts the nodes into \(sorts.count) sorts, none of which is tied to itself; all were read as actors, of one mode.",
                    fr:
                        "L'attribut « \(Excerpt.of(name)) » partage les nœuds en \(sorts.count) sortes dont aucune n'est liée à elle-même ; tous ont été lus comme des acteurs, d'un seul mode."
                ),
                remedy: Bilingual(
                    en: "Call it mode and write actor or event for each node, if some of them are events.",
                    fr: "Appelez-le mode et écrivez actor ou event pour chaque nœud, si certains sont des événements."),
                line: nil, column: Excerpt.of(name))
            return
        }
    }

    /// Sorts of nodes in a network of several modes are no more.
    private static let mostModes = 5

    mutating func reportKept(_ notes: [(column: String, what: String)]) {
        for note in notes {
            report(
                .note, "kept-as-text",
                Bilingual(
                    en:
                        "The attribute \"\(Excerpt.of(note.column))\" has values such as \"\(note.what)\"; it was kept as a further one.",
                    fr:
                        "L'attribut « \(Excerpt.of(note.column)) » a des valeurs comme « \(note.what) » ; il a été gardé comme attribut supplémentaire."
                ),
                remedy: Bilingual(
                    en: "Correct the values, if the column of that name of a dataset is meant.",
                    fr: "Corrigez les valeurs, si c'est la colonne de ce nom d'un jeu de données qui est visée."),
                line: nil,
                column: Excerpt.of(note.column))
        }
    }

    mutating func report(renamed: [(old: String, new: String)]) {
        for (old, new) in renamed {
            report(
                .note, "renamed",
                Bilingual(
                    en: "The attribute \"\(Excerpt.of(old))\" is called \"\(Excerpt.of(new))\": its name is taken.",
                    fr: "L'attribut « \(Excerpt.of(old)) » s'appelle « \(Excerpt.of(new)) » : son nom est pris."),
                remedy: .nothingToDo, line: nil, column: Excerpt.of(old))
        }
    }

    /// Cells of a matrix that tell neither a tie nor its absence.
    mutating func report(missing: Int) {
        guard missing > 0 else { return }
        report(
            .warning, "missing-ties",
            Bilingual(
                en: "\(missing) cells say that it is not known whether there is a tie; they were read as no tie.",
                fr:
                    "Cellules qui disent qu'on ne sait pas s'il y a un lien, lues comme une absence de lien : \(missing)."
            ),
            remedy: Bilingual(
                en: "Make a dataset, which can say who was asked and who answered.",
                fr: "Faites un jeu de données, qui peut dire qui a été interrogé et qui a répondu."), line: nil)
    }

    /// Two sorts of ties that one kind was to name: the message and what to do, wherever it is said.
    static func mixedDirection(_ old: String, _ new: String) -> (message: Bilingual, remedy: Bilingual) {
        (
            Bilingual(
                en:
                    "Ties of the kind \"\(Excerpt.of(old))\" are with and without direction; one sort is called \"\(Excerpt.of(new))\".",
                fr:
                    "Des liens du type « \(Excerpt.of(old)) » sont orientés et d'autres non ; une des deux sortes s'appelle « \(Excerpt.of(new)) »."
            ),
            Bilingual(
                en: "Nothing needs to be done; choose one with --directed or --undirected.",
                fr: "Rien à faire ; choisissez-en une par --directed ou --undirected.")
        )
    }
}
