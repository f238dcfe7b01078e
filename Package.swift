// swift-tools-version: 6.2
import PackageDescription

/// Every target is compiled in Swift 6 mode with strict memory safety; any warning is an error.
let strict: [SwiftSetting] = [.strictMemorySafety(), .treatAllWarnings(as: .error)]
/// Tests are held to the same, but for the unsafe code that the macros of Swift Testing expand to. What is tested is
/// optimised in a release build, the tests themselves are not: the compiler would take twice as long for them. (Flags are
/// called unsafe since they bar what has them from being a dependency, which no test is.)
let tested: [SwiftSetting] = [.treatAllWarnings(as: .error), .unsafeFlags(["-Onone"])]

/// What whoever imports Milieu sees of the house.
let handedOn: [Target.Dependency] = [
    "Vocabulary", "GraphKernels", "Tabular", "NetworkModel", "Files", "Interchange", "Measures", "TerritoryScoring",
    "Fieldwork", "Figures", "Reporting", "Areas", "Studio", "TieModels", "TieStudies",
]

/// One direction, no arrow back: a target imports only what stands above it in this list. Each target names
/// exactly what its files import, no less and no more; Tests/outside/test_structure.py and the build's
/// `--explicit-target-dependency-import-check error` hold it to that.
let package = Package(
    name: "milieu",
    platforms: [.macOS(.v15)],
    products: [
        .library(name: "Milieu", targets: ["Milieu"]),
        // What the benchmarks build, without the figures.
        .library(name: "GraphKernels", targets: ["GraphKernels"]),
        .library(name: "Interchange", targets: ["Interchange"]),
        .library(name: "TerritoryScoring", targets: ["TerritoryScoring", "NetworkModel", "Vocabulary"]),
        .executable(name: "milieu", targets: ["MilieuCommand"]),
    ],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.0"),
        .package(url: "https://github.com/LebJe/TOMLKit", from: "0.6.0"),
        .package(url: "https://github.com/hummingbird-project/swift-mustache", from: "2.1.1"),
        // The studio's server: it needs no other package and is compiled in seconds.
        .package(url: "https://github.com/swhitty/FlyingFox", from: "0.27.1"),
    ],
    targets: [
        // Leaves.
        .target(name: "Vocabulary", swiftSettings: strict),
        // Also the one way to use several cores, which is why Files and Interchange name it.
        .target(name: "GraphKernels", swiftSettings: strict),
        // C libraries.
        .systemLibrary(
            name: "CGraphviz", pkgConfig: "libgvc",
            providers: [.apt(["libgraphviz-dev"]), .brew(["graphviz"])]),
        .systemLibrary(
            name: "CFontconfig", pkgConfig: "fontconfig",
            providers: [.apt(["libfontconfig-dev"]), .brew(["fontconfig"])]),
        .systemLibrary(
            name: "CDigest", pkgConfig: "libcrypto",
            providers: [.apt(["libssl-dev"]), .brew(["openssl@3"])]),
        .systemLibrary(
            name: "CExpat", pkgConfig: "expat",
            providers: [.apt(["libexpat1-dev"]), .brew(["expat"])]),
        .systemLibrary(
            name: "CZip", pkgConfig: "libzip", providers: [.apt(["libzip-dev"]), .brew(["libzip"])]),
        .systemLibrary(
            name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"]), .brew(["zlib"])]),
        .systemLibrary(
            name: "CSQLite", pkgConfig: "sqlite3", providers: [.apt(["libsqlite3-dev"]), .brew(["sqlite"])]),
        .systemLibrary(
            name: "CXlsxWriter", pkgConfig: "xlsxwriter",
            providers: [.apt(["libxlsxwriter-dev"]), .brew(["libxlsxwriter"])]),
        // The way through the house.
        .target(name: "Tabular", dependencies: ["Vocabulary", "CXlsxWriter"], swiftSettings: strict),
        .target(name: "NetworkModel", dependencies: ["Vocabulary"], swiftSettings: strict),
        .target(name: "Files", dependencies: ["Vocabulary", "GraphKernels", "CDigest"], swiftSettings: strict),
        .target(
            name: "Interchange",
            dependencies: [
                "Vocabulary", "GraphKernels", "Tabular", "NetworkModel", "Files", "CExpat", "CZip", "CSQLite",
            ],
            swiftSettings: strict),
        .target(
            name: "Measures", dependencies: ["Vocabulary", "GraphKernels", "Tabular", "NetworkModel"],
            swiftSettings: strict),
        // Beside Measures: a model weighs single ties that come and go, where a measure has one frozen graph.
        .target(name: "TieModels", dependencies: ["Vocabulary", "GraphKernels"], swiftSettings: strict),
        // Beside Measures, not on it: ten thousand draws of who is tied to whom want graphs that are made anew
        // in microseconds, where a measure wants one view with everything that can be said of it.
        .target(
            name: "TerritoryScoring",
            dependencies: [
                "Vocabulary", "GraphKernels", "Tabular", "NetworkModel",
                .product(name: "TOMLKit", package: "TOMLKit"),
            ],
            resources: [.embedInCode("Resources/method.toml")], swiftSettings: strict),
        .target(
            name: "Fieldwork",
            dependencies: [
                "Vocabulary", "GraphKernels", "Tabular", "NetworkModel", "Files", "Interchange", "TerritoryScoring",
            ],
            swiftSettings: strict),
        .target(
            name: "Figures",
            dependencies: [
                "Vocabulary", "GraphKernels", "Tabular", "NetworkModel", "Measures", "TerritoryScoring", "CGraphviz",
                "CFontconfig", "CZlib",
            ], swiftSettings: strict),
        .target(
            name: "TieStudies",
            dependencies: [
                "Vocabulary", "GraphKernels", "Tabular", "NetworkModel", "Measures", "TieModels", "Figures",
            ],
            swiftSettings: strict),
        .target(
            name: "Reporting",
            dependencies: [
                "Vocabulary", "Tabular", "NetworkModel", "Files", "Measures", "TerritoryScoring", "Fieldwork",
                "Figures",
                .product(name: "Mustache", package: "swift-mustache"),
            ],
            resources: [
                .embedInCode("Resources/load.py"), .embedInCode("Resources/load.R"),
                .embedInCode("Resources/notebook.py"), .embedInCode("Resources/notebook.R"),
                .embedInCode("Report/Resources"), .embedInCode("Questionnaire/Resources"),
            ], swiftSettings: strict),
        .target(
            name: "Areas",
            dependencies: [
                "Vocabulary", "GraphKernels", "Tabular", "NetworkModel", "Files", "Interchange", "Measures",
                "TerritoryScoring", "Figures", .product(name: "TOMLKit", package: "TOMLKit"),
            ],
            resources: [
                .embedInCode("Resources/sirene.toml"), .embedInCode("Resources/rna.toml"),
                .embedInCode("Resources/cordis.toml"), .embedInCode("Resources/bodacc.toml"),
            ], swiftSettings: strict),
        .target(
            name: "Studio",
            dependencies: [
                "Vocabulary", "Tabular", "NetworkModel", "Files", "Interchange", "Measures", "TerritoryScoring",
                "Fieldwork",
                "Figures", .product(name: "FlyingFox", package: "FlyingFox"),
                .product(name: "FlyingSocks", package: "FlyingFox"),
            ],
            resources: [.embedInCode("Resources")], swiftSettings: strict),
        .target(
            name: "Milieu",
            dependencies: handedOn, path: "Sources/Umbrella", swiftSettings: strict),
        .executableTarget(
            name: "MilieuCommand",
            // All that Milieu hands on, too: the build compiles a target anew where one that it names changed, and
            // Milieu itself never does.
            dependencies: handedOn + ["Milieu", .product(name: "ArgumentParser", package: "swift-argument-parser")],
            path: "Sources/Command", swiftSettings: strict),
        // Tests.
        .target(name: "Fixtures", path: "Tests/Fixtures", swiftSettings: strict),
        .testTarget(name: "VocabularyTests", dependencies: ["Vocabulary"], swiftSettings: tested),
        .testTarget(name: "TabularTests", dependencies: ["Vocabulary", "Tabular"], swiftSettings: tested),
        .testTarget(name: "NetworkModelTests", dependencies: ["Vocabulary", "NetworkModel"], swiftSettings: tested),
        // Slow verifiers and the networks that they are asked of, optimised like what they verify.
        .target(
            name: "KernelVerifiers", dependencies: ["GraphKernels"], path: "Tests/KernelVerifiers",
            swiftSettings: strict),
        .testTarget(
            name: "GraphKernelsTests", dependencies: ["GraphKernels", "KernelVerifiers"], swiftSettings: tested),
        .testTarget(name: "FilesTests", dependencies: ["Vocabulary", "Files", "Fixtures"], swiftSettings: tested),
        .testTarget(
            name: "InterchangeTests",
            dependencies: ["Vocabulary", "Tabular", "NetworkModel", "Interchange", "Fixtures"], exclude: ["Corpus"],
            swiftSettings: tested),
        .testTarget(
            name: "MeasuresTests",
            dependencies: ["Vocabulary", "GraphKernels", "Tabular", "NetworkModel", "Interchange", "Measures"],
            swiftSettings: tested),
        .testTarget(
            name: "TieModelsTests", dependencies: ["Vocabulary", "GraphKernels", "TieModels"], swiftSettings: tested),
        .testTarget(
            name: "TerritoryScoringTests",
            dependencies: ["Vocabulary", "GraphKernels", "Tabular", "NetworkModel", "TerritoryScoring"],
            swiftSettings: tested),
        .testTarget(
            name: "FieldworkTests",
            dependencies: [
                "Vocabulary", "GraphKernels", "NetworkModel", "Interchange", "TerritoryScoring", "Fieldwork",
                "Fixtures",
            ], swiftSettings: tested),
        .testTarget(
            name: "FiguresTests",
            dependencies: [
                "Vocabulary", "GraphKernels", "NetworkModel", "Interchange", "Measures", "TerritoryScoring", "Figures",
            ], swiftSettings: tested),
        .testTarget(
            name: "TieStudiesTests",
            dependencies: ["Vocabulary", "GraphKernels", "Tabular", "NetworkModel", "Measures", "TieStudies"],
            swiftSettings: tested),
        .testTarget(
            name: "StudioTests",
            dependencies: ["Vocabulary", "Studio", "Fixtures"], swiftSettings: tested),
        .testTarget(
            name: "ReportingTests",
            dependencies: [
                "Vocabulary", "Tabular", "NetworkModel", "Files", "Measures", "TerritoryScoring", "Reporting",
            ], swiftSettings: tested),
        .testTarget(
            name: "AreasTests", dependencies: ["Vocabulary", "Tabular", "Areas", "Fixtures"], swiftSettings: tested),
    ]
)
