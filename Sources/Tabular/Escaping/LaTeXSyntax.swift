/// LaTeX, whichever program sets it: pdfLaTeX has Latin letters, XeLaTeX and LuaLaTeX what their fonts have.
public enum LaTeXSyntax: TextSyntax {
    /// Text in which nothing is a command.
    ///
    /// Latin letters stand for themselves or are made of a letter and its accents, whether or not the text has them in
    /// one piece; a Greek letter on its own is a sign of mathematics. Anything else goes through `\milieutext`, which
    /// `definitions` defines: what cannot be set is a box for each letter, and said.
    public static func escaped(_ text: String) -> String {
        var output = ""
        var run = Run()
        let characters = Array(text)
        func isWord(_ place: Int) -> Bool {
            [place - 1, place + 1].contains { characters.indices.contains($0) && isGreek(characters[$0]) }
        }
        for (place, character) in characters.enumerated() {
            let isPart = isGreek(character) && isWord(place)
            if !isPart, let set = command(character, after: output) {
                output += run.taken() + set
                continue
            }
            // A line may break between any two letters of Chinese and Japanese.
            let isWide = DisplayWidth.of(character) == 2
            if isWide { output += run.taken() }
            run.add(character)
            if isWide { output += run.taken() }
        }
        return output + run.taken()
    }

    /// Whether a text holds what not every LaTeX can set.
    static func needsDefinitions(_ latex: String) -> Bool { latex.contains("\\milieutext{") }

    /// What `\milieutext{number of the first letter}{how many}{letters}` is: the letters in the font at hand or, with
    /// XeLaTeX and LuaLaTeX, in the first of `\milieufonts` (a list of `\do\font`) that has them; else boxes and a
    /// warning.
    static let definitions = #"""
        \ifdefined\milieutext\else
        \makeatletter
        \newif\ifmilieulacks
        \def\milieubox{\fbox{\rule{0pt}{.7em}\rule{.3em}{0pt}}\hspace{.1em}}
        \def\milieulack#1#2{\global\milieulackstrue
          \@latex@warning{No font here has the letters \detokenize{#2}}%
          {\fboxsep=0pt\count@=#1\relax\loop\ifnum\count@>0 \milieubox\advance\count@ by -1 \repeat}}
        \ifdefined\Umathcode
        \providecommand\milieufonts{}
        \protected\def\milieutext#1#2#3{\begingroup\let\milieuset\milieulack
          \iffontchar\font#1 \def\milieuset##1##2{##2}\else
          \def\do##1{\ifx\milieuset\milieulack
            \begingroup##1\iffontchar\font#1 \endgroup\def\milieuset####1####2{##1####2}\else\endgroup\fi\fi}%
          \milieufonts\fi
          \milieuset{#2}{#3}\endgroup}
        \else
        \protected\def\milieutext#1#2#3{\milieulack{#2}{#3}}
        \fi
        \makeatother
        \fi

        """#

    /// The head of a document for pdfLaTeX, XeLaTeX and LuaLaTeX.
    ///
    /// - Parameter hasRareLetters: whether other fonts than the usual one are looked for, which takes a while.
    public static func preamble(hasRareLetters: Bool) -> String {
        let fonts = hasRareLetters ? fontNames.map { "\\milieufont{\($0)}" } : []
        return #"""
            \documentclass[a4paper]{article}
            \usepackage{iftex}
            \ifPDFTeX
            \usepackage[T1]{fontenc}
            \usepackage[utf8]{inputenc}
            \else
            \usepackage{fontspec}
            \newcommand\milieufonts{}
            \newcommand\milieufont[1]{\IfFontExistsTF{#1}{\expandafter\newfontfamily\csname milieu #1\endcsname{#1}%
              \expandafter\milieufontadd\csname milieu #1\endcsname}{}}
            \newcommand\milieufontadd[1]{\expandafter\def\expandafter\milieufonts\expandafter{\milieufonts\do#1}}
            \#(fonts.joined(separator: "\n"))
            \fi
            \usepackage{booktabs}
            \usepackage[margin=2cm]{geometry}

            """#
    }

    /// Fonts of many scripts that come with TeX Live or with systems.
    private static let fontNames = [
        "DejaVu Serif", "FreeSerif", "Noto Serif", "Liberation Serif", "Times New Roman", "FandolSong-Regular.otf",
        "Noto Serif CJK SC", "Noto Sans CJK SC", "Songti SC", "SimSun", "HaranoAjiMincho-Regular.otf",
        "Hiragino Mincho ProN", "Arial Unicode MS", "DejaVu Sans",
    ]

    // MARK: Letters

    /// Letters one behind the other that not every LaTeX can set.
    private struct Run {
        private var letters = ""
        private var count = 0
        private var first: Unicode.Scalar?

        mutating func add(_ character: Character) {
            if first == nil { first = character.unicodeScalars.first }
            count += 1
            // A sign of LaTeX under an accent is a sign of LaTeX.
            for scalar in character.unicodeScalars {
                letters += (scalar.isASCII ? command(scalar, after: letters) : nil) ?? String(scalar)
            }
        }

        mutating func taken() -> String {
            defer { self = Run() }
            return first.map { "\\milieutext{\($0.value)}{\(count)}{\(letters)}" } ?? ""
        }
    }

    /// How every LaTeX sets the character; nil where not every one can, "" for what is not to be seen.
    private static func command(_ character: Character, after output: String) -> String? {
        if let letter = accents.letter(character) { return letter }
        var latex = ""
        for scalar in character.unicodeScalars {
            guard let part = command(scalar, after: output + latex) else { return nil }
            latex += part
        }
        return latex
    }

    private static func command(_ scalar: Unicode.Scalar, after output: String) -> String? {
        switch scalar {
        case "\\": return "\\textbackslash{}"
        case "{", "}", "$", "&", "#", "%", "_": return "\\" + String(scalar)
        case "^": return "\\textasciicircum{}"
        case "~": return "\\textasciitilde{}"
        case "<": return "\\textless{}"
        case ">": return "\\textgreater{}"
        case "|": return "\\textbar{}"
        // \textquotedbl is not in every font encoding.
        case "\"": return "{\\char34}"
        case "`": return "\\textasciigrave{}"
        // Two hyphens in a row would be a dash, two apostrophes or commas a quotation mark.
        case "-", "'", ",": return output.hasSuffix(String(scalar)) ? "{}" + String(scalar) : String(scalar)
        case "\u{A0}", "\u{202F}": return "~"
        case "−": return "$-$"
        case _ where mathematics[scalar] != nil: return "$\\\(mathematics[scalar] ?? "")$"
        case "\u{0}"..<"\u{20}", "\u{7F}"..<"\u{A0}", "\u{2000}"..."\u{200A}", "\u{2028}", "\u{2029}": return " "
        case "\u{AD}", "\u{200B}"..."\u{200F}", "\u{202A}"..."\u{202E}", "\u{2060}"..."\u{206F}", "\u{FEFF}",
            "\u{FE00}"..."\u{FE0F}":
            return ""
        case "\u{20}"..."\u{7E}": return String(scalar)
        case _ where inEveryFont(scalar): return String(scalar)
        default: return nil
        }
    }

    /// Signs and letters that are no letter with an accent and that pdfLaTeX sets with the encodings T1 and TS1.
    private static func inEveryFont(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case "\u{A1}"..."\u{BF}", "Æ", "Ð", "Ø", "Þ", "ß", "×", "æ", "ð", "÷", "ø", "þ", "đ", "Đ", "ı", "Ĳ", "ĳ", "Ł",
            "ł", "Ŋ", "ŋ", "Œ", "œ", "ƒ", "ẞ", "‐", "‑", "–", "—", "‘", "’", "‚", "“", "”", "„", "†", "‡", "•", "…",
            "‰", "‱", "‹", "›", "※", "⁄", "€", "№", "™":
            true
        default: false
        }
    }

    private static func isGreek(_ character: Character) -> Bool {
        switch character.unicodeScalars.first?.value ?? 0 {
        case 0x370...0x3FF, 0x1F00...0x1FFF: true
        default: false
        }
    }

    /// Characters that a text font of pdfLaTeX lacks, and their commands in mathematics.
    private static let mathematics: [Unicode.Scalar: String] = [
        "α": "alpha", "β": "beta", "γ": "gamma", "δ": "delta", "ε": "varepsilon", "ζ": "zeta", "η": "eta",
        "θ": "theta", "ι": "iota", "κ": "kappa", "λ": "lambda", "μ": "mu", "ν": "nu", "ξ": "xi", "π": "pi",
        "ρ": "rho", "σ": "sigma", "τ": "tau", "υ": "upsilon", "φ": "varphi", "χ": "chi", "ψ": "psi", "ω": "omega",
        "Γ": "Gamma", "Δ": "Delta", "Θ": "Theta", "Λ": "Lambda", "Ξ": "Xi", "Π": "Pi", "Σ": "Sigma", "Φ": "Phi",
        "Ψ": "Psi", "Ω": "Omega", "×": "times", "∞": "infty", "≤": "leq", "≥": "geq", "≠": "neq",
        "→": "rightarrow", "←": "leftarrow", "↔": "leftrightarrow", "√": "surd", "∈": "in", "≈": "approx",
    ]

    private static let accents = LaTeXAccents()
}

/// A text in LaTeX; what is put into its template is escaped.
public typealias LaTeX = Written<LaTeXSyntax>
