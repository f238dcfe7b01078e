import Vocabulary

/// Formulas for the screen: LaTeX as the declarations write it, turned into MathML, which browsers
/// draw and screen readers speak without any script.
///
/// It reads the part of LaTeX's mathematics that formulas of measures are made of: fractions,
/// roots, scripts, sums, accents, fences, words and symbols. What it does not know it refuses, so
/// that no formula is shown wrong.
public enum MathML {
    /// A `math` element that stands on a line of its own, with the LaTeX as its annotation.
    ///
    /// - Throws: `MilieuError` of cause `fault` where the formula uses what is not known here, or
    ///   where its braces do not pair.
    /// - Complexity: O(length).
    public static func block(_ latex: String) throws(MilieuError) -> String {
        var reader = FormulaReader(latex)
        let row = try reader.whole()
        return "<math display=\"block\"><semantics><mrow>\(row)</mrow>"
            + "<annotation encoding=\"application/x-tex\">\(Markup.escaped(latex))</annotation></semantics></math>"
    }
}
