// swift-tools-version: 6.2
import PackageDescription

/// The fuzzer of every reader: a package of its own, so that no build of Milieu carries it.
let package = Package(
    name: "milieu-fuzzing",
    platforms: [.macOS(.v15)],
    dependencies: [.package(name: "milieu", path: "..")],
    targets: [
        .executableTarget(
            name: "Fuzz",
            dependencies: [
                .product(name: "MilieuInterchange", package: "milieu")
            ],
            swiftSettings: [.unsafeFlags(["-parse-as-library", "-sanitize=fuzzer"])],
            linkerSettings: [.unsafeFlags(["-sanitize=fuzzer"])])
    ]
)
