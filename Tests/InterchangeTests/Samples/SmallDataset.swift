import Fixtures
import NetworkModel
import Testing
import Vocabulary

@testable import Interchange

/// A sound dataset of a few rows, of which a test replaces the files that it is about.
struct SmallDataset {
    static let files: [String: String] = [
        "datapackage.json": """
            {
              "name": "small", "title": "Small town", "version": "1.0",
              "licenses": [{"name": "CC0-1.0"}], "contributors": [{"title": "A. Author"}],
              "milieu": {
                "territory": {"name": "Small town", "codes": {"commune": "01001"}},
                "reference_date": "2016-06",
                "perimeters": [
                  {"id": "town", "name_fr": "ville", "name_en": "town", "places": ["Here"], "default": true},
                  {"id": "basin", "name_fr": "bassin", "name_en": "basin", "places": ["Here", "Near"], "default": false}
                ],
                "surveyed": ["knowledge", "events"]
              }
            }
            """,
        "sources.csv": "id,citation,url,date\nreport,\"Author, A report\",https://example.org,2016\n",
        "actor-kinds.csv": "kind,name_fr,name_en,sphere\nfirm,entreprise,firm,economy\nschool,école,school,knowledge\n",
        "tie-kinds.csv": """
            kind,name_fr,name_en,directed,layer,weight_means
            cooperation,coopération,cooperation,no,cooperation,
            funding,financement,funding,yes,finance,count

            """,
        "event-kinds.csv": "kind,name_fr,name_en,layer,pooled\nfair,foire,fair,knowledge,no\n",
        "actors.csv": """
            id,name,kind,place,inside,members,qualified_share,parent,since,evidence,colour
            a,Alpha,firm,Here,,,0.25,,2001-04,report:1,red
            b,Beta,firm,Near,yes,100,,a,,report:2,
            c,"Gamma, school",school,,,,,,,report:n3; report:4,blue

            """,
        "events.csv": "id,name,kind,date,until,status,participants,evidence\ne,Fair,fair,2010,2012,past,20,report:5\n",
        "ties.csv": """
            source,target,kind,weight,amount,status,confidence,fact,evidence,how
            a,b,cooperation,,,active,0.5,,report:1,by mail
            a,c,funding,3,1500.5,,,f1,report:2,

            """,
        "participation.csv": "actor,event,role,count,evidence\nb,e,guest,2,report:5\nc,e,,,report:5\n",
    ]

    let folder: TemporaryFolder

    /// - Parameter changes: files by name; nil: left out.
    init(_ changes: [String: String?] = [:]) throws {
        folder = try TemporaryFolder()
        for (name, text) in Self.files.merging(changes.mapValues { $0 ?? "" }, uniquingKeysWith: { $1 }) {
            if let change = changes[name], change == nil { continue }
            try folder.write(text, to: name)
        }
    }

    func read() throws -> Reading { try DatasetReader.read(path: folder.path) }

    /// The reading of the sound dataset with one file changed.
    static func read(_ name: String, _ text: String?) throws -> Reading { try SmallDataset([name: text]).read() }

    /// The same with one piece of a file's text replaced.
    static func read(_ name: String, replacing piece: String, by other: String) throws -> Reading {
        let text = try #require(files[name])
        let parts = text.split(separator: piece, maxSplits: 1, omittingEmptySubsequences: false)
        try #require(parts.count == 2, "\(piece) is not in \(name)")
        return try read(name, parts[0] + other + parts[1])
    }
}

/// A finding as short text, so that a test can say whole lists: `error bad-date ties.csv:2:since`.
func brief(_ reading: Reading) -> [String] {
    reading.findings.map { finding in
        let place = [finding.place.file, finding.place.line.map { String($0) }, finding.place.column].compactMap { $0 }
        return "\(finding.severity.rawValue) \(finding.code) \(place.joined(separator: ":"))"
    }
}
