import Testing
import Vocabulary

@testable import Tabular

/// Texts on their way into a language in which signs mean something.
@Suite struct EscapingTests {
    @Test func `what stands in a template is the language's, what is put into it is text`() {
        let title = "*x* `r 1` <b>{#a}"
        let page: Markdown = "# \(title) \(3) \(0.5)\n\(markup: "**y**") \("z" as Markdown)"
        #expect(page.text == "# \\*x\\* &#96;r 1&#96; &lt;b&gt;\\{\\#a\\} 3 0.5\n**y** z")
        #expect(Markdown.joined(["a", page], separator: ", ").text == "a, " + page.text)
    }

    @Test(arguments: ["- a", "+ a", "1. a", "(a) b", "iv) c", "---", "=== x", ": a", "% a", "*", "#", "> a", "| a", "~~~"])
    func `no text begins a block of Markdown`(text: String) {
        let escaped = MarkdownSyntax.escaped(text)
        #expect(escaped.hasPrefix("\\") || escaped.hasPrefix("&") || escaped.contains("\\.") || escaped.contains("\\)"))
    }

    @Test func `Markdown leaves words and numbers as they are`() {
        for text in ["-1.5", "Saint-Étienne", "l'Isère", "St. Paul (26)", "3.14", "12:30", "a=b", "50 %"] {
            #expect(MarkdownSyntax.escaped(text) == text)
        }
        #expect(MarkdownSyntax.escaped("a\nb\u{202E}c\u{9B}d") == "a bc d")
        #expect(MarkdownSyntax.code("a_b.csv").text == "`a_b.csv`")
        #expect(MarkdownSyntax.code("a`b").text == "a&#96;b")
    }

    @Test func `YAML keeps every character and nothing that R would run`() {
        let text: YAML = "title: \"\("a\"b\\c`r 1`\n\u{85}\u{FEFF}é𝄞<")\""
        #expect(text.text == "title: \"a\\\"b\\\\c\\u0060r 1\\u0060\\u000a\\u0085\\ufeffé𝄞\\u003c\"")
    }

    @Test func `braces of BibTeX stay in pairs`() {
        let text = BibTeXSyntax.escaped("}{\\@x%&_#$~^\"")
        #expect(text == "\\textbraceright{}\\textbraceleft{}\\textbackslash{}@x\\%\\&\\_\\#\\$\\textasciitilde{}\\textasciicircum{}\"")
        var depth = 0
        for sign in text {
            if sign == "{" { depth += 1 } else if sign == "}" { depth -= 1 }
            #expect(depth >= 0)
        }
        #expect(depth == 0)
    }

    @Test func `LaTeX has letters with accents however they are written`() {
        #expect(LaTeXSyntax.escaped("e\u{301}é \u{C5}A\u{30A} s\u{327}") == "éé ÅÅ ş")
        #expect(LaTeXSyntax.escaped("ế e\u{302}\u{301} ệ") == "\\'{\\^{e}} \\'{\\^{e}} \\d {\\^{e}}")
        #expect(LaTeXSyntax.escaped("σ ≤ 5 °C, Œuvre, Łódź, ¿qué?") == "$\\sigma$ $\\leq$ 5 °C, Œuvre, Łódź, ¿qué?")
        #expect(LaTeXSyntax.escaped("Αθήνα, Дом") == "\\milieutext{913}{5}{Αθήνα}, \\milieutext{1044}{3}{Дом}")
        #expect(LaTeXSyntax.escaped("中文") == "\\milieutext{20013}{1}{中}\\milieutext{25991}{1}{文}")
        #expect(LaTeXSyntax.escaped("a\u{200F}\u{202E}\u{FEFF}b\u{2003}c") == "ab c")
    }

    @Test func `no sign of LaTeX hides under an accent`() {
        for sign in ["\\", "{", "}", "$", "&", "#", "%", "_", "^", "~"] {
            let text = LaTeXSyntax.escaped(sign + "\u{301}x")
            #expect(!text.contains("{\(sign)\u{301}"), "\(text)")
            #expect(text.hasPrefix("\\milieutext{"))
        }
        #expect(LaTeXSyntax.escaped("\\\u{301}input") == "\\milieutext{92}{1}{\\textbackslash{}\u{301}}input")
    }

    @Test func `a table defines what its letters need, and no other does`() {
        func table(_ name: String) -> String {
            LaTeXTableWriter.text(Table(name: "t", columns: [Column(Field("a"), .text([name]))]))
        }
        #expect(table("Дом").contains("\\def\\milieutext#1#2#3") && table("Дом").contains("\\ifmilieulacks"))
        #expect(!table("Hôtel σ").contains("milieu"))
    }

    @Test func `a terminal's lines hold no control but their ends`() {
        #expect(Excerpt.printableLines("a\n\u{1B}[2Jb\r\u{9B}c\u{202E}") == "a\n\\u{1B}[2Jb\\u{D}\\u{9B}c\\u{202E}")
    }
}
