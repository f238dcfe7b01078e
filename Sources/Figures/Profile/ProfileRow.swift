import TerritoryScoring
import Vocabulary

/// One line of a profile: an axis or an indicator.
struct ProfileRow {
    var name: String
    var id: String
    var isAxis: Bool
    /// By score.
    var values: [Double?]
    /// Whether the value is a score that has its coverage; indicators always are.
    var isFirm: [Bool]
    var intervals: [Interval?]
    /// Why there is no value, where there is one score.
    var reason: String?
    /// Of the one score.
    var tests: [NullTest]

    static func axis(_ axis: Axis, _ scores: [TerritoryScore], _ language: Language) -> ProfileRow {
        let own = scores.map { $0.axis(axis) }
        let name = axis.name.text(language)
        return ProfileRow(
            name: name.prefix(1).uppercased() + name.dropFirst(), id: axis.rawValue, isAxis: true,
            values: own.map { $0.interval?.median ?? $0.overKnown }, isFirm: own.map { $0.score != nil },
            intervals: own.map(\.interval), reason: language == .french ? "rien n'est connu" : "nothing is known",
            tests: tests(scores, .axis(axis)))
    }

    static func indicator(_ place: Int, of axis: Axis, _ scores: [TerritoryScore], _ language: Language) -> ProfileRow {
        let own = scores.map { $0.axis(axis).indicators[place] }
        return ProfileRow(
            name: own[0].indicator.name.text(language), id: own[0].indicator.id, isAxis: false,
            values: own.map(\.value.value), isFirm: own.map { _ in true }, intervals: own.map { _ in nil },
            reason: own.count == 1 && own[0].value.value == nil ? own[0].value.reason?.text(language) : nil,
            tests: tests(scores, .indicator(own[0].indicator.id)))
    }

    private static func tests(_ scores: [TerritoryScore], _ subject: NullTest.Subject) -> [NullTest] {
        scores.count == 1 ? scores[0].nullTests.filter { $0.subject == subject && $0.range != nil } : []
    }
}
