import Tabular

/// A table of the report: what its template needs of it.
struct ReportTable {
    let id: String
    let caption: String
    /// Said below the caption; empty: nothing.
    var note = ""
    let columns: [Head]
    let rows: [[Entry]]

    struct Head {
        let title: String
        /// Shown on pointing; empty: nothing.
        var hint = ""
        var isNumeric = false

        static func text(_ title: String, hint: String = "") -> Head { Head(title: title, hint: hint) }
        static func number(_ title: String, hint: String = "") -> Head { Head(title: title, hint: hint, isNumeric: true) }
    }

    enum Entry {
        /// What the row is about; with an actor's place, it opens the actor's card.
        case head(String, actor: Int? = nil)
        case text(String, actor: Int? = nil)
        /// As it is written, and what it is sorted by.
        case number(String, Double?)
    }

    /// What the template `table` reads. Every key is there, so that none is looked for further up.
    var content: [String: Any] {
        [
            "id": id, "caption": caption, "note": note, "hasNote": !note.isEmpty,
            "columns": columns.map {
                ["title": $0.title, "hint": $0.hint, "hasHint": !$0.hint.isEmpty, "isNumeric": $0.isNumeric] as [String: Any]
            },
            "rows": rows.map { ["cells": $0.map(\.content)] as [String: Any] },
        ]
    }
}

extension ReportTable.Entry {
    fileprivate var content: [String: Any] {
        switch self {
        case .head(let text, let actor): cell(text, isHead: true, actor: actor)
        case .text(let text, let actor): cell(text, actor: actor)
        case .number(let text, let value):
            cell(text, isNumeric: true, sortValue: value.map(NumberText.shortest))
        }
    }

    private func cell(
        _ text: String, isHead: Bool = false, isNumeric: Bool = false, actor: Int? = nil, sortValue: String? = nil
    ) -> [String: Any] {
        [
            "text": text, "isHead": isHead, "isNumeric": isNumeric, "hasActor": actor != nil, "actor": actor ?? 0,
            "hasValue": sortValue != nil, "value": sortValue ?? "",
        ]
    }
}
