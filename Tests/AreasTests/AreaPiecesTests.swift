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

    @Test("What rows share in front decides nothing, and bytes far behind do", arguments: [0, 3, 8, 17, 40])
    func orderBehindASharedFront(_ length: Int) {
        let front = String(repeating: "0", count: length)
        let texts =
            ["", "1", "12345678", "123456780", "1234567890123456", "12345678901234567", "12345678901234568", "1"]
            + ["1234567890123456\u{0}", "9", "é", "1234567890123456789012345"]
        // The last row ends with the bytes, behind which nothing may be read.
        var bytes: [UInt8] = []
        let ranges = texts.map { text in
            let start = bytes.count
            bytes += Array((front + text).utf8)
            return start..<bytes.count
        }
        let wanted = texts.sorted { Array($0.utf8).lexicographicallyPrecedes(Array($1.utf8)) }.map { front + $0 }
        for order in [ranges, ranges.reversed()] {
            #expect(RowOrder.sorted(order, of: bytes).map { String(decoding: bytes[$0], as: UTF8.self) } == wanted)
        }
    }

    @Test("Actors from outside stand once, those inside and ties as often as they come")
    func distinct() {
        var rows = AreaRows(code: "x")
        for word in [RowWord.actor, .outsider, .tie, .event] {
            for text in ["b", "a", "b", "b", "ab"] { rows.add(word, Array(text.utf8)[...]) }
        }
        let groups = rows.actors
        #expect(groups.map(\.rows.count) == [5, 3] && groups.map(\.inside) == [true, false])
        #expect(rows.ordered(.tie).rows.count == 5 && !rows.isOfActorsAndTies)
        #expect([RowWord.actor, .outsider, .tie, .event].map { rows.count(of: $0) } == [5, 5, 5, 5])
    }

    @Test("A process gets many shards and the last ones few; each shard is in one batch, large ones first")
    func batches() {
        let sizes = (0..<64).map { 1000 + $0 * 37 % 64 * 10 }
        let batches = AreaRun.batches(sizes.enumerated().map { ($0, $1) }, workers: 2)
        #expect(batches.flatMap { $0 }.sorted() == Array(0..<64))
        #expect(batches.flatMap { $0 }.map { sizes[$0] } == sizes.sorted(by: >))
        #expect(batches.count < 24 && batches[0].count > 8 && batches[batches.count - 1].count == 1)
        #expect(AreaRun.batches([], workers: 2).isEmpty)
        // However large a job is, a process has no more than it takes to see progress.
        let large = AreaRun.batches((0..<100).map { ($0, 50 << 20) }, workers: 2)
        #expect(large.allSatisfy { $0.count <= 2 } && large.count >= 50)
        #expect(AreaRun.batches((0..<3).map { ($0, 1 << 40) }, workers: 1).map(\.count) == [1, 1, 1])
    }

    @Test("The first of a byte is found from any place")
    func firstByte() {
        let bytes = Array("ab\ncdefghij\u{B}\n\n\u{8A}klmnopqrstuvwx".utf8) + [0x0A, 0x8A, 0x0B]
        for start in 0...bytes.count {
            let wanted = bytes[start...].firstIndex(of: 0x0A) ?? bytes.count
            #expect(AreaLine.first(0x0A, in: bytes.span, from: start) == wanted)
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
