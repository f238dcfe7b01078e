import Fixtures
import Testing
import Vocabulary

@testable import Areas

@Suite("Pieces of a run over areas")
struct AreaPiecesTests {
    @Test("Rows come in the order of their bytes, whatever order they came in")
    func order() {
        let texts = ["b", "a", "", "abcdefgh1", "abcdefgh", "abcdefgh0", "é", "A", "a\u{0}"]
        var bytes: [UInt8] = []
        let ranges = texts.map { text in
            let start = bytes.count
            bytes += Array(text.utf8)
            return start..<bytes.count
        }
        let wanted = texts.sorted { Array($0.utf8).lexicographicallyPrecedes(Array($1.utf8)) }
        for shift in ranges.indices {
            let turned = Array(ranges[shift...] + ranges[..<shift])
            #expect(RowOrder.sorted(turned, of: bytes).map { String(decoding: bytes[$0], as: UTF8.self) } == wanted)
        }
    }

    @Test("Equals share the mean of their ranks, and what has no value has none")
    func ranks() {
        #expect(AreaRanking.ranks([0.5, nil, 0.9, 0.5, 0.1]) == [2.5, nil, 1, 2.5, 4])
        #expect(AreaRanking.ranks([]) == [])
    }

    @Test("A pair is kept once, and found from any place")
    func pairs() {
        var pairs = PairSet()
        pairs.add([PairSet.pair(7, 2), PairSet.pair(3, 9), PairSet.pair(7, 2), PairSet.pair(7, 1), PairSet.pair(0, 4)])
        pairs.settle()
        for start in [0, 1, 4, 99] {
            var place = start
            #expect(pairs.others(of: 7, from: &place) == [1, 2])
            #expect(pairs.others(of: 0, from: &place) == [4])
            #expect(pairs.others(of: 5, from: &place) == [])
        }
    }

    @Test("Merged communes and arrondissements lead to the commune of today; one that was set up again is itself")
    func communes() throws {
        let folder = try TemporaryFolder()
        try folder.write(
            """
            MOD,DATE_EFF,TYPECOM_AV,COM_AV,TYPECOM_AP,COM_AP
            33,1973-01-01,COM,01003,COM,01001
            32,2016-01-01,COM,01001,COM,01004
            32,2016-01-01,COM,01001,COMD,01001
            32,2016-01-01,COM,01004,COM,01004
            33,1972-01-01,COM,01099,COM,01050
            21,1980-01-01,COM,01050,COM,01099
            41,1976-01-01,COM,20004,COM,2A004

            """, to: "events.csv")
        try folder.write("TYPECOM,COM,COMPARENT\nARM,75101,75056\nCOM,75056,\nCOMD,01033,01033\n", to: "communes.csv")
        var communes = Communes()
        try communes.read(folder.file("events.csv"))
        try communes.read(folder.file("communes.csv"))
        let wanted = [
            "01003": "01004", "01001": "01004", "01004": "01004", "01099": "01099", "20004": "2A004", "75101": "75056",
            "01033": "01033", "99999": "99999",
        ]
        for (code, current) in wanted { #expect(communes.current(code) == current) }
        try folder.write("a,b\n1,2\n", to: "other.csv")
        #expect(throws: MilieuError.self) { try communes.read(folder.file("other.csv")) }
    }

    @Test("Codes that lead in a circle stay as they are")
    func circle() {
        var communes = Communes()
        communes.add("1", into: "2")
        communes.add("2", into: "1")
        #expect(communes.current("1") == "1" && communes.current("2") == "2")
    }

    @Test("A path cannot leave the shell's word or the literal that it stands in")
    func quotes() {
        #expect(SparkRun.shellQuoted("a'; rm -r b; '") == #"'a'\''; rm -r b; '\'''"#)
        #expect(SparkRun.quoted(#"it's a \ path"#) == #"'it\'s a \\ path'"#)
    }

    @Test("Workers that die at an area twice give it up, and go on")
    func death() throws {
        let folder = try TemporaryFolder()
        let data = try TemporaryFolder()
        try data.write("id,area\na,1\nb,1\nc,2\n", to: "actors.csv")
        try data.write("source,target\na,b\n", to: "ties.csv")
        var options = AreaPreparation.Options()
        options.shards = 1
        let input = try AreaInput(datasets: [data.path])
        let job = try AreaPreparation.prepare(input, to: folder.file("job"), options)
        let plan = try AreaPlan(isScored: false)
        // Whatever it is asked, this worker is killed.
        try AreaRun(job, plan, AreaRun.Options(program: ["/bin/sh", "-c", "kill -9 $$", "worker"])).run()
        let collection = try AreaCollection(job, plan)
        var lines: [String] = []
        for area in job.areas {
            let tables = AreaResult.tables(try collection.lines(area))
            lines.append(String(decoding: try #require(tables[.failed]), as: UTF8.self))
        }
        #expect(lines.count == 2 && lines.allSatisfy { $0.contains("Two workers ended by signal 9") })
    }
}
