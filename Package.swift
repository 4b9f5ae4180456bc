// swift-tools-version: 6.1
import PackageDescription

let package = Package(
  name: "booking-host",
  products: [
    .library(name: "BookingHost", targets: ["BookingHost"]),
    .executable(name: "host-cli", targets: ["host-cli"]),
  ],
  dependencies: [
    .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
  ],
  targets: [
    // The rule evaluator's C side, over Debian's liblua5.4-dev.
    .target(name: "CLua", linkerSettings: [.linkedLibrary("lua5.4"), .linkedLibrary("m")]),
    .target(
      name: "BookingHost",
      dependencies: [
        "CLua",
        .product(name: "GRDB", package: "GRDB.swift"),
        .product(name: "Crypto", package: "swift-crypto"),
        .product(name: "CryptoExtras", package: "swift-crypto"),
      ]),
    .executableTarget(
      name: "host-cli",
      dependencies: [
        "BookingHost",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ]),
    .testTarget(
      name: "BookingHostTests", dependencies: ["BookingHost", "host-cli"],
      // Rule files, read by path.
      exclude: ["Sandbox/Attacks"]),
  ],
  swiftLanguageModes: [.v6]
)
