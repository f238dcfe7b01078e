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
}
