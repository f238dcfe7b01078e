/// What LaTeX's signs and commands stand for.
enum MathSymbols {
    enum Symbol {
        case identifier(String)
        case relation(String)
        case fence(String)
        /// A sum and its like: scripts above and below.
        case large(String)
        /// `max` and its like: scripts below.
        case limits(String)
        case function(String)
        case space(String)
        case accent(String)
        case alphabet(Alphabet)
        /// A command that changes no more than the size of what follows.
        case nothing
    }

    enum Alphabet { case bold, double, calligraphic }

    /// Signs that stand for themselves, or for a better one.
    static let signs: [Unicode.Scalar: String] = [
        "=": "=", "<": "<", ">": ">", "+": "+", "-": "−", "*": "∗", "/": "/", ",": ",", ":": ":", ";": ";", "!": "!",
        "(": "(", ")": ")", "[": "[", "]": "]", "|": "|", ".": ".", "~": "\u{A0}", "?": "?",
    ]

    /// Fences grow only where LaTeX says so, and bars keep no distance.
    static func fence(_ sign: String) -> String? {
        switch sign {
        case "(", "[", "{", "⟨", "⌈", "⌊": "<mo stretchy=\"false\" form=\"prefix\">\(sign)</mo>"
        case ")", "]", "}", "⟩", "⌉", "⌋": "<mo stretchy=\"false\" form=\"postfix\">\(sign)</mo>"
        case "|", "‖", "/": "<mo stretchy=\"false\" lspace=\"0\" rspace=\"0\">\(sign)</mo>"
        default: nil
        }
    }

    static let symbols: [String: Symbol] = {
        var all: [String: Symbol] = [:]
        for (names, make) in groups {
            for entry in names.split(separator: " ") {
                let parts = entry.split(separator: "=", maxSplits: 1)
                all[String(parts[0])] = make(String(parts[1]))
            }
        }
        for (name, width) in [(",", "0.17em"), (":", "0.22em"), (";", "0.28em"), (" ", "0.33em"), ("quad", "1em"), ("qquad", "2em")] {
            all[name] = .space(width)
        }
        for name in ["textstyle", "displaystyle", "limits", "nolimits", "!"] { all[name] = .nothing }
        for (name, sign) in [("{", "{"), ("}", "}"), ("|", "‖")] { all[name] = .fence(sign) }
        for (name, sign) in [("%", "%"), ("#", "#"), ("&", "&"), ("_", "_")] { all[name] = .identifier(sign) }
        all["mathbf"] = .alphabet(.bold)
        all["mathbb"] = .alphabet(.double)
        all["mathcal"] = .alphabet(.calligraphic)
        return all
    }()

    private static let groups: [(String, @Sendable (String) -> Symbol)] = [
        (
            """
            alpha=α beta=β gamma=γ delta=δ epsilon=ϵ varepsilon=ε zeta=ζ eta=η theta=θ iota=ι kappa=κ lambda=λ mu=μ nu=ν \
            xi=ξ pi=π rho=ρ sigma=σ tau=τ upsilon=υ phi=ϕ varphi=φ chi=χ psi=ψ omega=ω Gamma=Γ Delta=Δ Theta=Θ Lambda=Λ \
            Xi=Ξ Pi=Π Sigma=Σ Phi=Φ Psi=Ψ Omega=Ω ell=ℓ infty=∞ emptyset=∅ varnothing=∅ top=⊤ partial=∂ nabla=∇ ldots=… \
            cdots=⋯ dots=… forall=∀ exists=∃ prime=′ star=⋆
            """, { .identifier($0) }
        ),
        (
            """
            neq=≠ ne=≠ leq=≤ le=≤ geq=≥ ge=≥ ll=≪ gg=≫ approx=≈ sim=∼ simeq=≃ equiv=≡ propto=∝ in=∈ notin=∉ ni=∋ \
            subset=⊂ subseteq=⊆ supset=⊃ cup=∪ cap=∩ setminus=∖ vee=∨ lor=∨ wedge=∧ land=∧ neg=¬ to=→ rightarrow=→ \
            leftarrow=← leftrightarrow=↔ mapsto=↦ leadsto=⇝ Rightarrow=⇒ iff=⇔ pm=± mp=∓ times=× cdot=· div=÷ ast=∗ \
            circ=∘ oplus=⊕ otimes=⊗ mid=∣ colon=: perp=⊥ succ=≻ prec=≺ bmod=mod
            """, { .relation($0) }
        ),
        (
            """
            lVert=‖ rVert=‖ Vert=‖ lvert=| rvert=| vert=| langle=⟨ rangle=⟩ lceil=⌈ rceil=⌉ lfloor=⌊ rfloor=⌋ lbrace={ \
            rbrace=}
            """, { .fence($0) }
        ),
        ("sum=∑ prod=∏ bigcup=⋃ bigcap=⋂ int=∫ bigvee=⋁ bigwedge=⋀", { .large($0) }),
        ("max=max min=min sup=sup inf=inf lim=lim", { .limits($0) }),
        ("log=log ln=ln exp=exp deg=deg arg=arg sin=sin cos=cos tan=tan det=det Pr=Pr", { .function($0) }),
        ("hat=^ widehat=^ bar=¯ overline=¯ tilde=~ widetilde=~ vec=→ dot=˙", { .accent($0) }),
    ]

    /// A letter or digit of another alphabet, as Unicode has it.
    static func letter(_ character: Character, _ alphabet: Alphabet) -> Character {
        guard let scalar = character.unicodeScalars.first, character.unicodeScalars.count == 1 else { return character }
        if let known = exceptions(alphabet)[character] { return known }
        let starts: (upper: UInt32, lower: UInt32, digit: UInt32) =
            switch alphabet {
            case .bold: (0x1D400, 0x1D41A, 0x1D7CE)
            case .double: (0x1D538, 0x1D552, 0x1D7D8)
            case .calligraphic: (0x1D49C, 0x1D4B6, 0x30)
            }
        let code: UInt32? =
            switch scalar {
            case "A"..."Z": starts.upper + scalar.value - 0x41
            case "a"..."z": starts.lower + scalar.value - 0x61
            case "0"..."9": starts.digit + scalar.value - 0x30
            default: nil
            }
        return code.flatMap(Unicode.Scalar.init).map { Character($0) } ?? character
    }

    private static func exceptions(_ alphabet: Alphabet) -> [Character: Character] {
        switch alphabet {
        case .bold: [:]
        case .double: ["C": "ℂ", "H": "ℍ", "N": "ℕ", "P": "ℙ", "Q": "ℚ", "R": "ℝ", "Z": "ℤ"]
        case .calligraphic:
            [
                "B": "ℬ", "E": "ℰ", "F": "ℱ", "H": "ℋ", "I": "ℐ", "L": "ℒ", "M": "ℳ", "R": "ℛ", "e": "ℯ", "g": "ℊ",
                "o": "ℴ",
            ]
        }
    }
}
