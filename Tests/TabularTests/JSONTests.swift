import Testing

@testable import Tabular

@Suite struct JSONTests {
    private func read(_ text: String) throws(JSONReader.Fault) -> JSONValue { try JSONReader.read(Array(text.utf8)) }

    @Test func valuesAndTheOrderOfMembers() throws {
        let value = try read(
            " {\"b\": [1, -2.5, 1e2, true, false, null], \"a\": {\"\": \"x\\n\\u00e9\\ud83d\\ude00\\/\"}, \"c\": [], \"d\": {}} "
        )
        #expect(
            value == [
                "b": [1, -2.5, .number(100), true, false, .null], "a": ["": "x\né😀/"], "c": [], "d": [:],
            ])
    }

    @Test func wholeNumbersOfAnyLengthKeepTheirDigits() throws {
        for text in ["18446744073709551615", "-9223372036854775809", "123456789012345678901234567890"] {
            #expect(try read(text) == .digits(text))
            #expect(JSONWriter.text(try read("[\(text)]"), indented: false) == "[\(text)]\n")
        }
        #expect(try read("9223372036854775807") == .integer(.max) && read("-9223372036854775808") == .integer(.min))
        #expect(try read("18446744073709551615.0") == .number(18446744073709551616))
    }

    @Test(arguments: [
        ("", 0, 1), ("{", 1, 1), ("{\"a\": 1,\n \"b\" 2}", 14, 2), ("[1,]", 3, 1), ("[1 2]", 3, 1), ("\"a", 0, 1),
        ("nul", 0, 1),
        ("01", 0, 1), ("1.", 2, 1), ("[1e]", 3, 1), ("\"\\x\"", 1, 1), ("\"\\ud800\"", 3, 1), ("\"a\nb\"", 2, 1),
        ("{\"a\":1,\"a\":2}", 7, 1),
        ("1 1", 2, 1), ("1e999", 0, 1), ("{1:2}", 1, 1), ("-", 0, 1), ("\"\\u12g4\"", 5, 1),
    ])
    func faultsHaveTheirPlace(_ text: String, _ byte: Int, _ line: Int) {
        do {
            let value = try read(text)
            Issue.record("\(text) was read as \(value)")
        } catch {
            #expect(error.byte == byte && error.line == line, "\(text): \(error)")
        }
    }

    @Test func deepNestingIsRefusedNotFollowed() {
        let deep = String(repeating: "[", count: 100_000)
        #expect(throws: JSONReader.Fault.self) { try self.read(deep) }
        let allowed = String(repeating: "[", count: 256) + String(repeating: "]", count: 256)
        #expect(throws: Never.self) { try self.read(allowed) }
        #expect(throws: JSONReader.Fault.self) { try self.read("[" + allowed + "]") }
    }

    @Test func notUTF8IsRefused() {
        #expect(throws: JSONReader.Fault.self) { try JSONReader.read([0x22, 0xFF, 0x22]) }
    }

    @Test func textsCannotEndAScript() {
        #expect(
            JSONWriter.text("</script>\u{2028}\u{1}\"\\", indented: false)
                == "\"\\u003c/script>\\u2028\\u0001\\\"\\\\\"\n")
    }

    @Test func indentation() {
        let value: JSONValue = ["a": [1, 0.1], "b": [], "c": ["d": .null]]
        #expect(
            JSONWriter.text(value)
                == "{\n  \"a\": [\n    1,\n    0.1\n  ],\n  \"b\": [],\n  \"c\": {\n    \"d\": null\n  }\n}\n")
        #expect(JSONWriter.text(value, indented: false) == "{\"a\":[1,0.1],\"b\":[],\"c\":{\"d\":null}}\n")
    }

    @Test func whatIsWrittenReadsBack() throws {
        var random = SmallRandom(seed: 5)
        func value(_ depth: Int) -> JSONValue {
            switch random.below(depth > 3 ? 5 : 7) {
            case 0: .null
            case 1: .flag(random.below(2) == 0)
            case 2: .integer(random.below(1 << 40) - 1 << 39)
            case 3: .number(Double(bitPattern: random.next() & 0x7FDF_FFFF_FFFF_FFFF | 1))
            case 4: .text(["", "é\"\\", "\u{2029}<\n\t", "😀\u{7F}"][random.below(4)])
            case 5: .array((0..<random.below(4)).map { _ in value(depth + 1) })
            default: .object((0..<random.below(4)).map { .init("k\($0)", value(depth + 1)) })
            }
        }
        for index in 0..<1000 {
            let original = value(0)
            #expect(try read(JSONWriter.text(original, indented: index % 2 == 0)) == original)
        }
    }

    @Test func randomBytesNeverCrash() {
        var random = SmallRandom(seed: 9)
        let alphabet = Array("{}[]\",:\\u0d8e1-+.tfn \n".utf8) + [0xFF]
        var readable = 0
        for _ in 0..<5000 {
            let bytes = (0..<random.below(12)).map { _ in alphabet[random.below(alphabet.count)] }
            if (try? JSONReader.read(bytes)) != nil { readable += 1 }
        }
        #expect(readable > 0 && readable < 5000)
    }

    /// Its sign is part of a zero; a letter beyond U+FFFF is one.
    @Test func zerosKeepTheirSignAndPairsAreLetters() throws {
        #expect(try JSONReader.read(Array("0".utf8)) == .integer(0))
        guard case .number(let zero) = try JSONReader.read(Array("-0".utf8)) else {
            Issue.record("-0 is no whole number")
            return
        }
        #expect(zero == 0 && zero.sign == .minus)
        #expect(try JSONReader.read(Array("\"\\ud834\\udd1e\"".utf8)) == "\u{1D11E}")
    }
}
