import Testing
import Vocabulary

@testable import Figures

/// Colours as they look to those who see fewer of them, and in grey print, by a count.
@Suite struct SightTests {
    /// What a colour becomes for who lacks one kind of cone, in linear light (Machado, Oliveira and Fernandes 2009, IEEE
    /// Transactions on Visualization and Computer Graphics 15(6), 1291–1298, severity 1).
    private static let sights: [(name: String, rows: [[Double]])] = [
        ("all cones", [[1, 0, 0], [0, 1, 0], [0, 0, 1]]),
        (
            "no long",
            [[0.152286, 1.052583, -0.204868], [0.114503, 0.786281, 0.099216], [-0.003882, -0.048116, 1.051998]]
        ),
        (
            "no middle",
            [[0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413], [-0.011820, 0.042940, 0.968881]]
        ),
        (
            "no short",
            [[1.255528, -0.076749, -0.178779], [-0.078411, 0.930809, 0.147602], [0.004733, 0.691367, 0.303900]]
        ),
    ]

    private static func light(_ colour: Colour) -> [Double] {
        [colour.red, colour.green, colour.blue].map { part in
            part <= 0.04045 ? part / 12.92 : Trigonometry.pow((part + 0.055) / 1.055, 2.4)
        }
    }

    /// CIE 1976 L*a*b* of D65.
    private static func lab(_ light: [Double]) -> [Double] {
        func part(_ weights: [Double], _ white: Double) -> Double {
            let value = zip(weights, light).reduce(0) { $0 + $1.0 * min(max($1.1, 0), 1) } / white
            return value > 216.0 / 24389 ? Trigonometry.pow(value, 1.0 / 3) : (24389.0 / 27 * value + 16) / 116
        }
        let x = part([0.4124564, 0.3575761, 0.1804375], 0.95047)
        let y = part([0.2126729, 0.7151522, 0.0721750], 1)
        let z = part([0.0193339, 0.1191920, 0.9503041], 1.08883)
        return [116 * y - 16, 500 * (x - y), 200 * (y - z)]
    }

    private static func seen(_ colour: Colour, _ sight: [[Double]]) -> [Double] {
        let light = light(colour)
        return lab(sight.map { zip($0, light).reduce(0) { $0 + $1.0 * $1.1 } })
    }

    private static func distance(_ one: [Double], _ other: [Double]) -> Double {
        zip(one, other).reduce(0) { $0 + ($1.0 - $1.1) * ($1.0 - $1.1) }.squareRoot()
    }

    private static func pairs<Item>(_ items: [Item]) -> [(Item, Item)] {
        items.indices.flatMap { one in items[(one + 1)...].map { (items[one], $0) } }
    }

    /// By group: colour and shape.
    private static let marks: [[(colour: Colour, shape: LookRow.Shape)]] = [
        Sphere.allCases.map { (Palette.colour(of: $0), Palette.shape(of: $0)) },
        Palette.groups.indices.map { (Palette.groups[$0], Palette.groupShape($0)) },
    ]

    @Test(arguments: 0..<2) func `most colours of groups are told apart by all, and with shapes every one is`(
        _ which: Int
    ) {
        for sight in Self.sights {
            var near = 0
            for (one, other) in Self.pairs(Self.marks[which]) {
                let distance = Self.distance(Self.seen(one.colour, sight.rows), Self.seen(other.colour, sight.rows))
                if distance < 10 { near += 1 }
                #expect(one.shape != other.shape || distance > 15, "\(sight.name): \(one), \(other): \(distance)")
            }
            #expect(near <= (sight.name == "no middle" ? 1 : 0), "\(sight.name): purple and grey alone are near")
        }
    }

    @Test(arguments: 0..<2) func `in grey, groups of one shape differ in brightness`(_ which: Int) {
        for (one, other) in Self.pairs(Self.marks[which]) where one.shape == other.shape {
            let difference = abs(Self.lab(Self.light(one.colour))[0] - Self.lab(Self.light(other.colour))[0])
            #expect(difference > 6, "\(one), \(other): \(difference)")
        }
    }

    @Test func `lines of layers are told apart by dash, width or colour, whatever one sees`() {
        let standard: [Layer] = [
            .cooperation, .knowledge, .finance, .governance, .membership, .supply, .employment, .service, .location,
        ]
        let lines = standard.map { Palette.line(of: $0, furtherLayers: []) }
        for (one, other) in Self.pairs(lines) where one.dash == other.dash {
            for sight in Self.sights {
                let distance = Self.distance(Self.seen(one.colour, sight.rows), Self.seen(other.colour, sight.rows))
                #expect(distance > 10 || max(one.width / other.width, other.width / one.width) > 1.4)
            }
            let grey = abs(Self.lab(Self.light(one.colour))[0] - Self.lab(Self.light(other.colour))[0])
            #expect(grey > 10 || max(one.width / other.width, other.width / one.width) > 1.4)
        }
    }
}
