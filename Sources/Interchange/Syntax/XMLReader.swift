import CExpat
import Tabular
import Vocabulary

/// An element's start tag, and where it stands.
struct XMLElement {
    /// Without the prefix of its namespace.
    let name: String
    let attributes: [(name: String, value: String)]
    let line: Int
    let column: Int

    subscript(name: String) -> String? { attributes.first { $0.name == name }?.value }

    /// An attribute that must be there and not empty.
    func required(_ name: String) throws(TextFault) -> String {
        if let value = self[name], !value.isEmpty { return value }
        throw TextFault(
            Bilingual(
                en: "The element \"\(Excerpt.of(self.name))\" has no \"\(name)\".",
                fr: "L'élément « \(Excerpt.of(self.name)) » n'a pas de « \(name) »."),
            remedy: Bilingual(en: "Write \(name)=\"…\" into it.", fr: "Écrivez-y \(name)=\"…\"."),
            line: line,
            column: column, code: "missing-value")
    }
}

/// What is done with the elements of an XML text, one after the other.
protocol XMLHandler: AnyObject {
    func start(_ element: XMLElement) throws(TextFault)
    /// - Parameter text: what stands in the element itself, without that of its children.
    func end(_ name: String, text: String, line: Int) throws(TextFault)
}

/// Takes pieces of text as they come, for a file whose texts have elements in their midst.
protocol XMLTextHandler: XMLHandler {
    func characters(_ bytes: [UInt8])
}

/// Reads XML through expat, as a stream: no tree is built.
///
/// A text that declares entities is refused at the first of them, before any is expanded; nothing
/// outside the text is ever opened. Elements nested deeper than a hundred levels and texts of more
/// than a million bytes are refused too.
enum XMLReader {
    static let deepest = 100
    static let longestText = 1 << 20
    /// At one call expat takes at most so many bytes: their count is a C `int`.
    private static let chunk = 1 << 30

    static func read(_ bytes: [UInt8], file: String, into handler: any XMLHandler) throws(TextFault) {
        var bytes = bytes
        let isWindows = declaresWindows1252(bytes)
        if isWindows { bytes = DecodedText(bytes, file: file).bytes }
        guard let parser = unsafe XML_ParserCreate(isWindows ? "UTF-8" : nil) else {
            throw TextFault(
                Bilingual(en: "There is no memory to read XML.", fr: "La mémoire manque pour lire du XML."),
                remedy: Bilingual(en: "End other programs.", fr: "Fermez d'autres programmes."), line: 1)
        }
        defer { unsafe XML_ParserFree(parser) }
        let session = unsafe XMLSession(parser, handler, usesEntities: usesEntities(bytes))
        // Sound: the session outlives every call of the parser below; expat hands the pointer to the
        // callbacks and does nothing else with it.
        unsafe XML_SetUserData(parser, Unmanaged.passUnretained(session).toOpaque())
        unsafe XMLSession.setCallbacks(parser)
        var start = 0
        repeat {
            let end = min(start + chunk, bytes.count)
            let status = unsafe bytes[start..<end].withUnsafeBytes { part in
                // Sound: expat reads the bytes only while the call runs.
                unsafe XML_Parse(
                    parser, part.baseAddress?.assumingMemoryBound(to: CChar.self), Int32(part.count),
                    end == bytes.count ? 1 : 0)
            }
            if let fault = session.fault { throw fault }
            guard status == XML_STATUS_OK else { throw unsafe fault(of: parser) }
            start = end
        } while start < bytes.count
        withExtendedLifetime(session) {}
    }

    private static func declaresWindows1252(_ bytes: [UInt8]) -> Bool {
        let head = String(decoding: bytes.prefix(200), as: UTF8.self).lowercased()
        guard head.hasPrefix("<?xml"), let end = head.firstIndex(of: ">") else { return false }
        return ["windows-1252", "cp1252"].contains { head[..<end].contains($0) }
    }

    /// Whether a reference stands in the text that needs a declaration: where the declarations are
    /// outside and not read, expat would leave it out of an attribute's value in silence.
    private static func usesEntities(_ bytes: [UInt8]) -> Bool {
        // UTF-16 is not looked through: whatever is declared outside is then taken for used.
        if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) { return true }
        let known = ["amp;", "lt;", "gt;", "quot;", "apos;"].map { Array($0.utf8) }
        return bytes.indices.contains { place in
            guard bytes[place] == UInt8(ascii: "&"), place + 1 < bytes.count else { return false }
            let next = bytes[place + 1]
            guard ASCIIText.isLetter(next) || next == UInt8(ascii: "_") || next >= 0x80 else { return false }
            return !known.contains { bytes[(place + 1)...].starts(with: $0) }
        }
    }

    /// Expat speaks English alone; these are what a file that was cut, edited by hand or saved in another encoding meets.
    private static func french(_ code: XML_Error) -> String? {
        switch code {
        case XML_ERROR_SYNTAX: "erreur de syntaxe"
        case XML_ERROR_NO_ELEMENTS: "aucun élément n'a été trouvé"
        case XML_ERROR_INVALID_TOKEN: "un signe n'est pas à sa place"
        case XML_ERROR_UNCLOSED_TOKEN: "une balise n'est pas fermée"
        case XML_ERROR_PARTIAL_CHAR: "un caractère est incomplet"
        case XML_ERROR_TAG_MISMATCH: "la balise fermante ne va pas avec l'ouvrante"
        case XML_ERROR_DUPLICATE_ATTRIBUTE: "un attribut y est deux fois"
        case XML_ERROR_JUNK_AFTER_DOC_ELEMENT: "il y a du texte après la fin du document"
        case XML_ERROR_UNDEFINED_ENTITY: "une entité n'est pas définie"
        case XML_ERROR_BAD_CHAR_REF: "un caractère est désigné par un numéro invalide"
        case XML_ERROR_MISPLACED_XML_PI: "la déclaration XML n'est pas au début"
        case XML_ERROR_UNKNOWN_ENCODING: "l'encodage n'est pas connu"
        case XML_ERROR_INCORRECT_ENCODING: "l'encodage n'est pas celui qui est déclaré"
        case XML_ERROR_UNCLOSED_CDATA_SECTION: "une section CDATA n'est pas fermée"
        case XML_ERROR_UNBOUND_PREFIX: "un préfixe n'est pas déclaré"
        case XML_ERROR_NO_MEMORY: "la mémoire manque"
        default: nil
        }
    }

    @unsafe private static func fault(of parser: XML_Parser) -> TextFault {
        let code = unsafe XML_GetErrorCode(parser)
        // Sound: expat's words are constants.
        let words = unsafe XML_ErrorString(code).map { unsafe String(cString: $0) } ?? "error \(code.rawValue)"
        let french = french(code) ?? "erreur \(code.rawValue)"
        let remedy =
            switch code {
            case XML_ERROR_INVALID_TOKEN:
                Bilingual(
                    en:
                        "Look for a & or < that stands for itself (write &amp; or &lt;), a control character, or accents in a file that does not declare its encoding.",
                    fr:
                        "Cherchez un & ou un < qui tient pour lui-même (écrivez &amp; ou &lt;), un caractère de commande, ou des accents dans un fichier qui ne déclare pas son encodage."
                )
            case XML_ERROR_UNKNOWN_ENCODING:
                Bilingual(
                    en: "Save the file as UTF-8; UTF-16, ISO-8859-1 and Windows-1252 are read too.",
                    fr: "Enregistrez le fichier en UTF-8 ; l'UTF-16, l'ISO-8859-1 et le Windows-1252 sont lus aussi.")
            case XML_ERROR_NO_ELEMENTS, XML_ERROR_UNCLOSED_TOKEN:
                Bilingual(
                    en: "The file is empty or was cut: export it again.",
                    fr: "Le fichier est vide ou a été coupé : exportez-le de nouveau.")
            default:
                Bilingual(
                    en: "Correct it there, or export the file again.",
                    fr: "Corrigez-le à cet endroit, ou exportez de nouveau le fichier.")
            }
        return unsafe TextFault(
            Bilingual(en: "This is no sound XML: \(words).", fr: "Ce n'est pas du XML sain : \(french)."),
            remedy: remedy, line: Int(XML_GetCurrentLineNumber(parser)),
            column: Int(XML_GetCurrentColumnNumber(parser)) + 1)
    }
}

/// One reading: what expat's callbacks share. The parser outlives it.
@safe private final class XMLSession {
    private let parser: XML_Parser
    private let handler: any XMLHandler
    private let textHandler: (any XMLTextHandler)?
    /// The texts of the open elements.
    private var texts: [[UInt8]] = []
    private let usesEntities: Bool
    private(set) var fault: TextFault?

    @unsafe init(_ parser: XML_Parser, _ handler: any XMLHandler, usesEntities: Bool) {
        self.usesEntities = usesEntities
        unsafe self.parser = parser
        self.handler = handler
        textHandler = handler as? any XMLTextHandler
    }

    @unsafe static func setCallbacks(_ parser: XML_Parser) {
        unsafe XML_SetElementHandler(
            parser,
            { data, name, attributes in
                guard let session = unsafe XMLSession.of(data), let name = unsafe name else { return }
                unsafe session.start(String(cString: name), attributes)
            },
            { data, name in
                guard let session = unsafe XMLSession.of(data), let name = unsafe name else { return }
                unsafe session.end(String(cString: name))
            })
        unsafe XML_SetCharacterDataHandler(parser) { data, text, count in
            guard let session = unsafe XMLSession.of(data), let text = unsafe text else { return }
            // Sound: expat hands over `count` bytes that live as long as the call.
            unsafe session.append(UnsafeRawBufferPointer(start: text, count: Int(count)))
        }
        unsafe XML_SetEntityDeclHandler(parser) { data, _, _, _, _, _, _, _, _ in
            unsafe XMLSession.of(data)?.refuseEntities()
        }
        unsafe XML_SetSkippedEntityHandler(parser) { data, _, _ in
            unsafe XMLSession.of(data)?.refuseEntities()
        }
        unsafe XML_SetDoctypeDeclHandler(
            parser,
            { data, _, system, _, hasSubset in
                guard let session = unsafe XMLSession.of(data) else { return }
                if hasSubset != 0 || (unsafe system != nil && session.usesEntities) { session.refuseEntities() }
            }, nil)
    }

    /// Sound: the pointer is the one that `read` set, to a session that is alive.
    @unsafe private static func of(_ data: UnsafeMutableRawPointer?) -> XMLSession? {
        guard let data = unsafe data else { return nil }
        let session = unsafe Unmanaged<XMLSession>.fromOpaque(data).takeUnretainedValue()
        return session.fault == nil ? session : nil
    }

    private var line: Int { unsafe Int(XML_GetCurrentLineNumber(parser)) }
    private var column: Int { unsafe Int(XML_GetCurrentColumnNumber(parser)) + 1 }

    @unsafe private func start(_ name: String, _ list: UnsafeMutablePointer<UnsafePointer<XML_Char>?>?) {
        guard texts.count < XMLReader.deepest else {
            return stop(
                TextFault(
                    Bilingual(
                        en: "Elements are nested deeper than \(XMLReader.deepest) levels.",
                        fr: "Les éléments sont imbriqués à plus de \(XMLReader.deepest, fr: "niveau", "niveaux")."),
                    remedy: Bilingual(en: "Flatten the file.", fr: "Aplatissez le fichier."),
                    line: line,
                    column: column, code: "too-deep"))
        }
        var attributes: [(String, String)] = []
        var at = 0
        // Sound: expat's list holds names and values in turn and ends with a null pointer.
        while let list = unsafe list, let key = unsafe list[at], let value = unsafe list[at + 1] {
            unsafe attributes.append((Self.local(String(cString: key)), String(cString: value)))
            at += 2
        }
        texts.append([])
        let element = XMLElement(name: Self.local(name), attributes: attributes, line: line, column: column)
        do { try handler.start(element) } catch { stop(error) }
    }

    private func end(_ name: String) {
        let text = String(decoding: texts.popLast() ?? [], as: UTF8.self)
        do { try handler.end(Self.local(name), text: text, line: line) } catch { stop(error) }
    }

    @unsafe private func append(_ bytes: UnsafeRawBufferPointer) {
        guard let last = texts.indices.last else { return }
        guard texts[last].count + bytes.count <= XMLReader.longestText else {
            return stop(
                TextFault(
                    Bilingual(
                        en: "A text holds more than \(XMLReader.longestText) bytes.",
                        fr: "Un texte contient plus de \(XMLReader.longestText, fr: "octet", "octets")."),
                    remedy: Bilingual(
                        en: "Move long texts to a file of their own.",
                        fr: "Mettez les longs textes dans un fichier à part."),
                    line: line, column: column, code: "field-too-long"))
        }
        unsafe texts[last].append(contentsOf: bytes)
        if let textHandler { textHandler.characters(unsafe Array(bytes)) }
    }

    private func refuseEntities() {
        stop(
            TextFault(
                Bilingual(
                    en:
                        "The file declares or uses entities of its own, which could make it grow without end; they are not read.",
                    fr:
                        "Le fichier déclare ou utilise des entités qui lui sont propres, ce qui pourrait le faire grossir sans fin ; elles ne sont pas lues."
                ),
                remedy: Bilingual(
                    en: "Write the letters themselves and take the declarations (<!DOCTYPE … [ … ]>) away.",
                    fr: "Écrivez les lettres elles-mêmes et enlevez les déclarations (<!DOCTYPE … [ … ]>)."),
                line: line,
                column: column, code: "entity"))
    }

    private func stop(_ fault: TextFault) {
        guard self.fault == nil else { return }
        self.fault = fault
        unsafe XML_StopParser(parser, 0)
    }

    private static func local(_ name: String) -> String {
        name.utf8.lastIndex(of: UInt8(ascii: ":")).map { String(name[name.utf8.index(after: $0)...]) } ?? name
    }
}
