/// Letters written as references (`&eacute;`, `&#233;`), as GML has them.
enum TextEntity {
    /// The text with its references resolved; what is no reference stays as it is.
    static func decoded(_ text: String) -> String {
        guard text.utf8.contains(UInt8(ascii: "&")) else { return text }
        var output = String.UnicodeScalarView()
        var rest = text.unicodeScalars[...]
        while let start = rest.firstIndex(of: "&") {
            output.append(contentsOf: rest[..<start])
            rest = rest[rest.index(after: start)...]
            if let end = rest.prefix(12).firstIndex(of: ";"), let scalar = scalar(Substring(rest[..<end])) {
                output.append(scalar)
                rest = rest[rest.index(after: end)...]
            } else {
                output.append("&")
            }
        }
        output.append(contentsOf: rest)
        return String(output)
    }

    private static func scalar(_ name: Substring) -> Unicode.Scalar? {
        guard name.hasPrefix("#") else { return named[String(name)] }
        let digits = name.dropFirst()
        let isHexadecimal = digits.hasPrefix("x") || digits.hasPrefix("X")
        return UInt32(isHexadecimal ? digits.dropFirst() : digits, radix: isHexadecimal ? 16 : 10).flatMap {
            Unicode.Scalar($0)
        }
    }

    /// The text in ASCII: quotes, `&`, controls and all other letters are written as references.
    static func encoded(_ text: String) -> String {
        guard
            !text.utf8.allSatisfy({ (0x20...0x7E).contains($0) && $0 != UInt8(ascii: "\"") && $0 != UInt8(ascii: "&") })
        else {
            return text
        }
        var output = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": output += "&quot;"
            case "&": output += "&amp;"
            case "\u{20}"..."\u{7E}": output.unicodeScalars.append(scalar)
            default: output += "&#\(scalar.value);"
            }
        }
        return output
    }

    /// The names of ISO 8859-1, from U+00A0 on, and those of markup.
    private static let named: [String: Unicode.Scalar] = {
        let latin = """
            nbsp iexcl cent pound curren yen brvbar sect uml copy ordf laquo not shy reg macr deg plusmn sup2 sup3 acute micro \
            para middot cedil sup1 ordm raquo frac14 frac12 frac34 iquest Agrave Aacute Acirc Atilde Auml Aring AElig Ccedil \
            Egrave Eacute Ecirc Euml Igrave Iacute Icirc Iuml ETH Ntilde Ograve Oacute Ocirc Otilde Ouml times Oslash Ugrave \
            Uacute Ucirc Uuml Yacute THORN szlig agrave aacute acirc atilde auml aring aelig ccedil egrave eacute ecirc euml \
            igrave iacute icirc iuml eth ntilde ograve oacute ocirc otilde ouml divide oslash ugrave uacute ucirc uuml yacute \
            thorn yuml
            """
        var names: [String: Unicode.Scalar] = ["quot": "\"", "amp": "&", "lt": "<", "gt": ">", "apos": "'"]
        for (offset, name) in latin.split(whereSeparator: \.isWhitespace).enumerated() {
            names[String(name)] = Unicode.Scalar(UInt8(0xA0 + offset))
        }
        return names
    }()
}
