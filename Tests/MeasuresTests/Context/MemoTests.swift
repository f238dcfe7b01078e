import Measures
import Testing

@Suite struct MemoTests {
    @Test func `a shared result is made once, even where it is optional or nil`() throws {
        let context = try Sample.context(actors: 2, [(0, 1)])
        var made = 0
        func value(_ key: String, _ result: Int?) -> Int? {
            context.memo(key) {
                made += 1
                return result
            }
        }
        #expect(value("some", 3) == 3 && value("some", 4) == 3)
        #expect(value("none", nil) == nil && value("none", 5) == nil)
        #expect(made == 2)
    }
}
