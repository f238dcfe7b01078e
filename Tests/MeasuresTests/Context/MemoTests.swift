import Measures
import Testing

@Suite struct MemoTests {
    @Test func `a shared result is made once, even where it is optional or nil`() throws {
        let context = try Sample.context(actors: 2, [(0, 1)])
        var made = 0
        func value(_ key: MemoKey<Int?>, _ result: Int?) -> Int? {
            context.memo(key) {
                made += 1
                return result
            }
        }
        #expect(value("some", 3) == 3 && value("some", 4) == 3)
        #expect(value("none", nil) == nil && value("none", 5) == nil)
        #expect(made == 2)
    }

    @Test func `results of two types are two, and neither is made anew because of the other`() throws {
        let context = try Sample.context(actors: 2, [(0, 1)])
        var made = 0
        func number() -> Int {
            context.memo("shared") {
                made += 1; return 7
            }
        }
        func word() -> String {
            context.memo("shared") {
                made += 1; return "seven"
            }
        }
        #expect(number() == 7 && word() == "seven" && number() == 7 && word() == "seven")
        #expect(made == 2)
    }
}
