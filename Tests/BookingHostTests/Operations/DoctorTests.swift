import Foundation
import Testing

@testable import BookingHost

@Suite struct `The doctor` {
  let directory: TemporaryDirectory
  let now = Instant(seconds: 1_796_000_000)

  init() throws { directory = try TemporaryDirectory() }

  private var data: String { directory.path + "/data" }

  private func makeStore() throws -> Store {
    let store = try Store.create(directory: data)
    _ = try SecretFile(directory: data).create()
    try StoreFixtures.fill(store)
    return store
  }

  private func findings(_ change: (inout Doctor) -> Void = { _ in }) -> [HealthFinding] {
    var doctor = Doctor(
      directory: data, rules: HostProcess.shippedRules, mail: MailSettings(), effects: EffectSettings(),
      path: "/usr/bin:/bin", now: now)
    change(&doctor)
    return doctor.findings()
  }

  private func state(_ subject: String, _ findings: [HealthFinding]) -> HealthFinding.State? {
    findings.first { $0.subject == subject }?.state
  }

  @Test func `finds nothing wrong with a store that has just been set up`() throws {
    _ = try makeStore()
    let findings = findings()
    #expect(!findings.contains { $0.state == .wrong }, "\(findings)")
    for subject in ["store", "schema", "deliveries", "rules", "clock", "permissions", "secret"] {
      #expect(state(subject, findings) == .ok, "\(subject)")
    }
  }

  @Test func `says what to do wherever something is not well`() throws {
    let store = try makeStore()
    try store.add(StoreFixtures.booking(1))
    try store.write { try $0.holdDeliveries(DeliveryHold(since: now, reason: "The store was restored.")) }
    chmod(data + "/secret", 0o644)
    let findings = findings {
      $0.mail.transport = .program
      $0.mail.program = "no-such-program"
    }
    #expect(state("permissions", findings) == .wrong && state("programs", findings) == .wrong)
    #expect(state("deliveries", findings) == .mind)
    #expect(findings.filter { $0.state != .ok }.allSatisfy { $0.advice?.isEmpty == false })
  }

  @Test func `notices what should have gone out long ago`() throws {
    let store = try makeStore()
    var booking = StoreFixtures.booking(1)
    var effect = StoredEffect(Effect(action: .webhook(event: "booked")))
    effect.dueAt = now.adding(minutes: -11)
    booking.effects = [effect]
    try store.add(booking)
    #expect(state("deliveries", findings()) == .wrong)
    try store.execute("UPDATE effects SET due_at = \(now.seconds - 60)")
    #expect(state("deliveries", findings()) == .ok)
    try store.execute("UPDATE effects SET state = 'failed', created_at = \(now.seconds)")
    #expect(state("deliveries", findings()) == .mind)
  }

  @Test func `notices a store that is damaged, missing, old or too new`() throws {
    #expect(state("store", findings()) == .wrong)
    let store = try makeStore()
    try store.execute("PRAGMA foreign_keys = OFF; DELETE FROM restaurants WHERE id = 'r-other'")
    #expect(state("store", findings()) == .wrong)
    try store.execute("INSERT INTO grdb_migrations VALUES ('v99')")
    let newer = findings().first { $0.subject == "store" }
    #expect(newer?.sentence.contains("schema 99") == true)
    try Data("ruined".utf8).write(to: URL(fileURLWithPath: data + "/booking.sqlite"))
    #expect(state("store", findings()) == .wrong)
  }

  @Test func `notices a clock that cannot be right`() throws {
    let store = try makeStore()
    try store.add(StoreFixtures.booking(1))
    #expect(state("clock", findings { $0.now = Instant(seconds: 0) }) == .wrong)
    #expect(
      state("clock", findings { $0.now = Instant(seconds: StoreFixtures.now.seconds - 3600) }) == .wrong)
  }

  @Test func `notices rules that cannot be used`() throws {
    _ = try makeStore()
    let rules = directory.path + "/rules"
    try FileManager.default.createDirectory(atPath: rules, withIntermediateDirectories: false)
    try Data("return {".utf8).write(to: URL(fileURLWithPath: rules + "/ops.lua"))
    #expect(state("rules", findings { $0.rules = rules }) == .wrong)
  }

  @Test func `minds when room is short, and calls it wrong when there is next to none`() {
    #expect(DiskRoom(free: 50 << 30, store: 1 << 20).finding().state == .ok)
    #expect(DiskRoom(free: 500 << 20, store: 1 << 20).finding().state == .mind)
    #expect(DiskRoom(free: 5 << 30, store: 2 << 30).finding().state == .mind)
    #expect(DiskRoom(free: 50 << 20, store: 1 << 20).finding().state == .wrong)
  }

  @Test func `changes nothing`() throws {
    let store = try makeStore()
    let before = try store.census()
    _ = findings()
    #expect(try store.census() == before)
  }
}
