import Tabular
import Testing
import Vocabulary

@testable import Reporting

@Suite struct NotebookTests {
    private let script = """
        # %% [markdown] en
        # # {{title}}
        #
        # Words
        # %% [markdown] fr
        # Mots
        # %%
        LANGUAGE = "{{language}}"

        # %% needs=score,draws
        never()
        # %% needs=score
        score()
        """

    private func notebook(_ tables: Set<String>, _ language: Language = .english, title: String = "T") -> Notebook {
        Notebook(script: script, language: language, title: title, tables: tables)
    }

    @Test func `cells are of one language, and of tables that are there`() {
        #expect(notebook([]).rMarkdown() == """
            ---
            title: "T"
            output: html_document
            bibliography: references.bib
            ---

            # T

            Words

            ```{r}
            LANGUAGE = "en"
            ```

            """)
        #expect(notebook([], .french).rMarkdown().contains("\nMots\n"))
        #expect(notebook(["score"]).rMarkdown().contains("score()"))
        #expect(!notebook(["score"]).rMarkdown().contains("never()"))
    }

    @Test func `a Jupyter notebook is valid JSON of cells with ids`() throws {
        let text = notebook(["score"]).jupyter()
        #expect(text.contains("\"nbformat\": 4"))
        #expect(text.contains("\"id\": \"cell-3\""))
        #expect(!text.contains("\"id\": \"cell-4\""))
    }

    @Test(arguments: ["<script>alert(1)</script>", "a\nb", "![x](http://e)", "`r system('ls')`", "\\"])
    func `a title is text and no markup`(title: String) {
        let page = notebook([], title: title).jupyter()
        #expect(!page.contains("<script"))
        let heading = page.split(separator: "\n").first { $0.contains("# ") } ?? ""
        #expect(!heading.contains("![x]") && !heading.contains("# `"))
        #expect(notebook([], title: title).rMarkdown().split(separator: "\n")[1].hasPrefix("title: \""))
    }
}
