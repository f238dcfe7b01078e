import Measures
import TerritoryScoring
import Testing
import Vocabulary

@testable import Reporting

@Suite struct `Formulas` {
    /// The row of a formula, without what stands round it.
    private func row(_ latex: String) throws -> String {
        var reader = FormulaReader(latex)
        return try reader.whole()
    }

    @Test(arguments: [
        ("d_i", "<msub><mi>d</mi><mi>i</mi></msub>"),
        ("d^*", "<msup><mi>d</mi><mo>∗</mo></msup>"),
        ("x_{ij}^2", "<msubsup><mi>x</mi><mrow><mi>i</mi><mi>j</mi></mrow><mn>2</mn></msubsup>"),
        ("n'", "<msup><mi>n</mi><mrow><mo>′</mo></mrow></msup>"),
        ("0.85", "<mn>0.85</mn>"),
        ("\\frac1n", "<mfrac><mn>1</mn><mi>n</mi></mfrac>"),
        ("\\frac{1}{n}", "<mfrac><mrow><mn>1</mn></mrow><mrow><mi>n</mi></mrow></mfrac>"),
        ("a < b", "<mi>a</mi><mo>&lt;</mo><mi>b</mi>"),
        ("\\sum_j x", "<munder><mo>∑</mo><mi>j</mi></munder><mi>x</mi>"),
        ("\\sqrt{x}", "<msqrt><mrow><mi>x</mi></mrow></msqrt>"),
        ("\\sqrt[3]{x}", "<mroot><mrow><mi>x</mi></mrow><mrow><mn>3</mn></mrow></mroot>"),
        ("\\max_i r", "<munder><mi>max</mi><mi>i</mi></munder><mspace width=\"0.17em\"/><mi>r</mi>"),
        ("\\ln(x)", "<mi>ln</mi><mo stretchy=\"false\" form=\"prefix\">(</mo><mi>x</mi><mo stretchy=\"false\" form=\"postfix\">)</mo>"),
        ("\\hat m_g", "<msub><mover accent=\"true\"><mi>m</mi><mo stretchy=\"false\">^</mo></mover><mi>g</mi></msub>"),
        ("\\mathbb{E}", "<mi>𝔼</mi>"), ("\\mathbb{R}", "<mi>ℝ</mi>"), ("\\mathbf{1}", "<mi>𝟏</mi>"),
        ("\\text{ of }", "<mtext>\u{A0}of\u{A0}</mtext>"),
        ("\\left(a\\right)", "<mrow><mo stretchy=\"true\" fence=\"true\">(</mo><mi>a</mi><mo stretchy=\"true\" fence=\"true\">)</mo></mrow>"),
        ("\\{a\\}", "<mo stretchy=\"false\" form=\"prefix\">{</mo><mi>a</mi><mo stretchy=\"false\" form=\"postfix\">}</mo>"),
    ])
    func `are turned into MathML as LaTeX means them`(latex: String, markup: String) throws {
        #expect(try row(latex) == markup)
    }

    @Test func `of every measure are shown`() throws {
        for measure in MeasureCatalogue.all { try expectShown(measure.formula, of: measure.id) }
    }

    @Test func `of every indicator are shown`() throws {
        for indicator in IndicatorCatalogue.all { try expectShown(indicator.formula, of: indicator.id) }
    }

    /// Well-formed, and nothing of the formula left out: as many fractions, sums, scripts, letters and
    /// digits as the LaTeX has, and no command left as such.
    private func expectShown(_ latex: String, of id: String) throws {
        let markup = try MathML.block(latex)
        #expect(MarkupCheck(markup).faults == [], "\(id)")
        let row = try row(latex)
        #expect(!row.contains("\\"), "\(id): \(row)")
        func count(_ text: String, in whole: String) -> Int { whole.split(separator: text, omittingEmptySubsequences: false).count - 1 }
        #expect(count("<mfrac", in: row) == count("frac", in: latex) + count("\\binom", in: latex), "\(id)")
        #expect(count("∑", in: row) == count("\\sum", in: latex), "\(id)")
        let scripts = count("<msub>", in: row) + count("<msup>", in: row) + count("<munder>", in: row)
            + count("<mover>", in: row) + 2 * (count("<msubsup>", in: row) + count("<munderover>", in: row))
        let primed = latex.split(separator: "'", omittingEmptySubsequences: false).count - 1
        #expect(scripts == count("_", in: latex) + count("^", in: latex) + primed, "\(id): \(latex)")
        #expect(digits(Self.text(of: row)) == digits(latex), "\(id)")
    }

    private func digits(_ text: String) -> [Character] { text.filter { "0123456789𝟏𝟙".contains($0) }.map { "𝟏𝟙".contains($0) ? "1" : $0 } }

    /// What stands between tags.
    private static func text(of markup: String) -> String {
        var (result, isInside) = ("", false)
        for character in markup {
            if character == "<" { isInside = true }
            if !isInside { result.append(character) }
            if character == ">" { isInside = false }
        }
        return result
    }

    @Test(arguments: [
        "\\unknown", "{a", "a}", "\\frac{a}", "a_b_c", "a^b^c", "\\left(a", "\\left(a\\right", "\\sqrt[3", "\\text{a", "\\text{\\b}",
        "\\big", "\\left x\\right y", "_", "@", "\\", "a\\right)",
    ])
    func `that are broken are refused`(latex: String) {
        #expect(throws: MilieuError.self) { try MathML.block(latex) }
    }

    @Test func `that are nested without end are refused`() {
        let deep = String(repeating: "{", count: 100_000) + String(repeating: "}", count: 100_000)
        #expect(throws: MilieuError.self) { try MathML.block(deep) }
    }

    @Test func `cannot carry markup`() throws {
        let markup = try MathML.block("\\text{<img src=x onerror=alert(1)>} < \\operatorname{</script>}")
        let check = MarkupCheck(markup)
        #expect(check.faults == [])
        #expect(!check.elements.contains("img"))
        #expect(!check.elements.contains("script"))
    }
}
