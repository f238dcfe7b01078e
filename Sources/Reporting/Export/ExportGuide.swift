import Tabular
import Vocabulary

/// The README of an export: what lies where.
struct ExportGuide {
    let title: String
    let tables: [Table]

    func markdown() -> Markdown {
        let names = Markdown.joined(tables.map { "\(MarkdownSyntax.code($0.name + ".csv"))" }, separator: ", ")
        return """
            # \(title)

            Written by \(Engine.name) \(Engine.version). An empty cell means undefined or not known, never zero.

            | file | what it is |
            | --- | --- |
            | \(names) | the tables, UTF-8, comma, point |
            | `datapackage.json` | their types and descriptions (Frictionless Data Package) |
            | `codebook.en.md`, `codebook.fr.md`, `codebook.csv` | what each column means, formula, convention, sources |
            | `methods.en.md`, `methods.fr.md`, `references.bib` | the methods section, with citations (Pandoc, BibTeX) |
            | `latex/` | tables for LaTeX (booktabs); `all.en.tex` and `all.fr.tex` compile as they stand |
            | `figures/` | the figures, SVG, PDF, PNG |
            | `notebook.en.ipynb`, `notebook.fr.ipynb`, `load.py` | Jupyter (pandas, matplotlib) |
            | `notebook.en.Rmd`, `notebook.fr.Rmd`, `load.R` | R Markdown (base R) |
            | `CITATION.cff` | how to cite |

            **En français.** Écrit par \(Engine.name) \(Engine.version). Une cellule vide signifie « non défini » ou « inconnu », jamais zéro. Les tables sont en CSV ; `codebook.fr.md` dit ce que signifie chaque colonne, `methods.fr.md` est la section de méthode, `latex/all.fr.tex` se compile tel quel, `notebook.fr.ipynb` et `notebook.fr.Rmd` chargent tout et donnent tableaux et figures.

            """
    }
}
