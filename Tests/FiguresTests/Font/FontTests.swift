import NetworkModel
import Testing
import Vocabulary

@testable import Figures

/// Fonts that are asked for: there or not, measured, drawn.
@Suite struct FontTests {
    @Test func `letters of a font of one width are all as wide`() throws {
        let mono = try FontChoice("Liberation Mono")
        #expect(mono.isThere && mono.note == nil && mono.used == "Liberation Mono")
        let widths = try FontMeasuring.widths(mono)
        for scalar in "iW.é€Ж —" {
            for scalar in scalar.unicodeScalars where scalar != "—" {
                #expect(abs((widths.width(of: scalar, isBold: false) ?? 0) - 600) < 1.5, "\(scalar)")
            }
        }
        let width = TextMetrics.$font.withValue(widths) { TextMetrics.width(of: "iiWW", size: 10) }
        #expect(abs(width - 24) < 0.1)
        #expect(
            TextMetrics.width(of: "iiWW", size: 10) == 23.32,
            "and none is measured so afterwards")
    }

    @Test func `the usual font, measured, has the widths of its table`() throws {
        let widths = try FontMeasuring.widths(FontChoice("liberation sans"))
        for scalar in "Aéœ Wi.ΩЖש".unicodeScalars {
            let own = TextMetrics.width(of: String(scalar), size: 1000)
            #expect(abs((widths.width(of: scalar, isBold: false) ?? 0) - own) < 2, "\(scalar)")
        }
        #expect((widths.width(of: "A", isBold: true) ?? 0) > 700)
    }

    @Test func `a font that is not there is said, with what is drawn in its place`() throws {
        let font = try FontChoice("Chancellerie du Roi")
        #expect(!font.isThere && !font.used.isEmpty && font.used != font.name)
        #expect(
            font.note?.en.contains(font.used) == true
                && font.note?.fr.contains("«\u{A0}Chancellerie du Roi\u{A0}»") == true)
        #expect(try FontChoice("sans-serif").note == nil, "a family of families is always there")
        var options = FigureOptions()
        options.font = "Chancellerie du Roi"
        #expect(try Drawn.scene(Valley.network(), options).notes == [try #require(font.note)])
    }

    @Test(arguments: ["", " ", "42", "a, b", "x\"><script>", "Bold'", "a;b", "\u{202E}", "a/b", "Sans\\N"])
    func `what is no font's name is refused`(_ text: String) {
        var options = FigureOptions()
        options.font = text
        let error = #expect(throws: MilieuError.self) { try Drawn.scene(Valley.network(), options) }
        #expect(error?.cause == .usage && error?.remedy.contains("fc-list") == true)
    }

    @Test func `a figure is measured and drawn with the font that is asked for`() throws {
        var options = FigureOptions()
        options.font = "Liberation Mono"
        let scene = try Drawn.scene(Valley.network(), options)
        for label in Drawn.names(scene) {
            let longest = label.lines.map(\.count).max() ?? 0
            #expect(
                abs(label.box.width - 0.6 * Double(longest) * label.fontSize) < 0.02 * label.box.width + 0.1,
                "\(label.lines)")
        }
        #expect(Drawn.overlaps(scene) == Drawn.Overlaps())
        let svg = String(decoding: try scene.render(.svg), as: UTF8.self)
        #expect(
            svg.contains("font-family=\"Liberation Mono,Liberation Sans,") && svg.contains("\" font-weight=\"bold\""))
        #expect(!svg.contains(" Bold\""))
        let pdf = String(decoding: try scene.render(.pdf), as: UTF8.self)
        #expect(pdf.contains("LiberationMono"))
    }
}
