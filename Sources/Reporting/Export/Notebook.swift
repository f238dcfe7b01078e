import Tabular
import Vocabulary

/// A notebook that loads an export and gives its tables and figures: Jupyter's or R Markdown's, from
/// one script each in `Resources`, cut into cells by lines such as `# %% [markdown] en needs=score`.
///
/// A cell that needs a table is left out where the export has no such table.
struct Notebook {
    private let cells: [Cell]
    private let title: Markdown

    struct Cell: Equatable {
        let isText: Bool
        let lines: [String]
    }

    /// - Parameters:
    ///   - script: the text of the script; `{{language}}` stands for what is given and, in texts, `{{title}}`.
    ///     No text of a dataset ever stands in code.
    ///   - tables: the names of the tables that the export has.
    init(script: String, language: Language, title: String, tables: Set<String>) {
        let title: Markdown = "\(title)"
        var cells: [Cell] = []
        var header: Header?
        var lines: [String] = []
        func close() {
            guard let header, header.isFor(language), header.needs.isSubset(of: tables) else { return }
            while lines.last == "" { lines.removeLast() }
            guard header.isText else { return cells.append(Cell(isText: false, lines: lines)) }
            let words = lines.map { Self.uncommented($0).replacing("{{title}}", with: title.text) }
            cells.append(Cell(isText: true, lines: words))
        }
        for line in script.split(separator: "\n", omittingEmptySubsequences: false).map(String.init) {
            if line.hasPrefix("# %%") {
                close()
                (header, lines) = (Header(line), [])
            } else {
                lines.append(line.replacing("{{language}}", with: language.rawValue))
            }
        }
        close()
        (self.cells, self.title) = (cells, title)
    }

    /// What stands between `# %%` and the next one.
    private struct Header {
        let isText: Bool
        let language: Language?
        let needs: Set<String>

        init(_ line: String) {
            let words = line.split(separator: " ").dropFirst(2)
            isText = words.contains("[markdown]")
            language = words.lazy.compactMap { Language(rawValue: String($0)) }.first
            needs = Set(words.filter { $0.hasPrefix("needs=") }.flatMap { $0.dropFirst(6).split(separator: ",").map(String.init) })
        }

        func isFor(_ wanted: Language) -> Bool { language == nil || language == wanted }
    }

    private static func uncommented(_ line: String) -> String {
        line.hasPrefix("# ") ? String(line.dropFirst(2)) : line == "#" ? "" : line
    }

    // MARK: Formats

    /// Jupyter's format, nbformat 4.5, not yet run.
    func jupyter() -> String {
        let cells = cells.enumerated().map { index, cell -> JSONValue in
            let source = cell.lines.enumerated().map { place, line in
                JSONValue.text(place + 1 < cell.lines.count ? line + "\n" : line)
            }
            var members: [JSONValue.Member] = [
                .init("cell_type", .text(cell.isText ? "markdown" : "code")), .init("id", .text("cell-\(index + 1)")),
                .init("metadata", .object([])), .init("source", .array(source)),
            ]
            if !cell.isText { members += [.init("execution_count", .null), .init("outputs", .array([]))] }
            return .object(members)
        }
        return JSONWriter.text([
            "cells": .array(cells),
            "metadata": [
                "kernelspec": ["display_name": "Python 3", "language": "python", "name": "python3"],
                "language_info": ["name": "python"],
            ],
            "nbformat": 4, "nbformat_minor": 5,
        ])
    }

    /// R Markdown, with the title in its header: Pandoc reads it there as Markdown, once the YAML is read.
    func rMarkdown() -> String {
        let header: YAML = "---\ntitle: \"\(title.text)\"\noutput: html_document\nbibliography: references.bib\n---\n"
        return header.text + cells.map { cell in
            let body = cell.lines.joined(separator: "\n")
            return cell.isText ? "\n\(body)\n" : "\n```{r}\n\(body)\n```\n"
        }.joined()
    }
}
