// swift-tools-version: 6.2
import PackageDescription

/// The half of the benchmark that runs Milieu's own kernels (`bench/` holds the peers' half), and the study of how often
/// the score's intervals hold what was not shown.
let package = Package(
    name: "milieu-benchmarks",
    platforms: [.macOS(.v15)],
    dependencies: [.package(name: "milieu", path: "..")],
    targets: [
        .executableTarget(
            name: "KernelBenchmark",
            dependencies: [
                .product(name: "GraphKernels", package: "milieu"),
                .product(name: "Interchange", package: "milieu"),
            ],
            swiftSettings: [.strictMemorySafety(), .treatAllWarnings(as: .error)]),
        .executableTarget(
            name: "SamplingStudy",
            dependencies: [
                .product(name: "GraphKernels", package: "milieu"),
                .product(name: "TerritoryScoring", package: "milieu"),
            ],
            swiftSettings: [.strictMemorySafety(), .treatAllWarnings(as: .error)]),
    ]
)
