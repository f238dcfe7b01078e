// swift-tools-version: 6.2
import PackageDescription

/// Every target is compiled in Swift 6 mode with strict memory safety; any warning is an error.
let strict: [SwiftSetting] = [.strictMemorySafety(), .treatAllWarnings(as: .error)]

/// One direction, no arrow back: a target imports only what stands above it in this list.
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
        // Only for `make docs`.
        .package(url: "https://github.com/swiftlang/swift-docc-plugin", from: "1.5.0"),
    ],
    targets: [
        // Leaves.
        .target(name: "Vocabulary", swiftSettings: strict),
        .target(name: "GraphKernels", swiftSettings: strict),
        // C libraries.
        .systemLibrary(
            name: "CGraphviz", pkgConfig: "libgvc",
            providers: [.apt(["libgraphviz-dev"]), .brew(["graphviz"])]),
        .systemLibrary(
            name: "CDigest", pkgConfig: "libcrypto",
            providers: [.apt(["libssl-dev"]), .brew(["openssl@3"])]),
        .systemLibrary(
            name: "CExpat", pkgConfig: "expat",
            providers: [.apt(["libexpat1-dev"]), .brew(["expat"])]),
        // The way through the house.
        .target(name: "Tabular", dependencies: ["Vocabulary"], swiftSettings: strict),
        .target(name: "NetworkModel", dependencies: ["Vocabulary"], swiftSettings: strict),
        .target(
            name: "Interchange",
            dependencies: ["NetworkModel", "GraphKernels", "Tabular", "CDigest", "CExpat"],
            swiftSettings: strict),
        .target(
            name: "Measures", dependencies: ["NetworkModel", "GraphKernels", "Tabular"],
            swiftSettings: strict),
        .target(
            name: "TerritoryScoring",
            dependencies: [
                "Measures", "NetworkModel", "GraphKernels", "Tabular", "Vocabulary",
                .product(name: "TOMLKit", package: "TOMLKit"),
            ],
            resources: [.embedInCode("Resources/method.toml")], swiftSettings: strict),
        .target(
            name: "Figures", dependencies: ["Measures", "TerritoryScoring", "CGraphviz"],
            swiftSettings: strict),
        .target(
            name: "Reporting",
            dependencies: [
                "TerritoryScoring", "Figures", "Interchange", .product(name: "Mustache", package: "swift-mustache"),
            ],
            resources: [
                .embedInCode("Resources/load.py"), .embedInCode("Resources/load.R"),
                .embedInCode("Resources/notebook.py"), .embedInCode("Resources/notebook.R"),
                .embedInCode("Report/Resources"),
            ], swiftSettings: strict),
        .target(
            name: "Milieu",
            dependencies: [
                "Vocabulary", "GraphKernels", "Tabular", "NetworkModel", "Interchange", "Measures",
                "TerritoryScoring", "Figures", "Reporting",
            ],
            path: "Sources/Umbrella", swiftSettings: strict),
        .executableTarget(
            name: "MilieuCommand",
            dependencies: [
                "Milieu", .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ],
            path: "Sources/Command", swiftSettings: strict),
        // Tests.
        .testTarget(name: "VocabularyTests", dependencies: ["Vocabulary"]),
        .testTarget(name: "TabularTests", dependencies: ["Tabular"]),
        .testTarget(name: "NetworkModelTests", dependencies: ["NetworkModel"]),
        .testTarget(name: "GraphKernelsTests", dependencies: ["GraphKernels"]),
        .testTarget(name: "InterchangeTests", dependencies: ["Interchange"], exclude: ["Corpus"]),
        .testTarget(name: "MeasuresTests", dependencies: ["Measures", "Interchange"]),
        .testTarget(name: "TerritoryScoringTests", dependencies: ["TerritoryScoring", "Interchange"]),
        .testTarget(name: "FiguresTests", dependencies: ["Figures", "Interchange"]),
        .testTarget(name: "ReportingTests", dependencies: ["Reporting"]),
    ]
)
