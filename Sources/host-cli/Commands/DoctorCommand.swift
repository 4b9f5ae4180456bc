import ArgumentParser
import BookingHost
import Foundation

/// `doctor`: whether all is well, and what to do where it is not.
struct DoctorCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "doctor", abstract: "Look whether all is well, and say what to do where it is not.",
    discussion: "Changes nothing and needs no session. Exit code 1 when something is wrong.")

  @OptionGroup var common: CommonOptions

  func run() throws {
    let session = Session(common)
    let (doctor, unusable) = doctor(session)
    let findings = Progress.saying("Looking") { doctor.findings() } + unusable
    let report = DoctorJSON(findings)
    try session.output.result(report) { DoctorText(findings: findings, style: .standardOutput).text }
    if !report.healthy { throw Failure.told(.internalFailure) }
  }

  /// With the settings as far as they can be used.
  private func doctor(_ session: Session) -> (Doctor, [HealthFinding]) {
    var unusable: [HealthFinding] = []
    func settings<T>(_ read: () throws -> T, else standard: T) -> T {
      do { return try read() } catch {
        let message = (error as? UnusableSetting)?.message ?? "They cannot be read."
        unusable.append(
          .wrong("settings", message, "See host-cli serve --print-config, and docs/mail.md."))
        return standard
      }
    }
    let doctor = Doctor(
      directory: common.data, database: common.database, rules: common.rules,
      mail: settings(session.mailSettings, else: MailSettings()),
      effects: settings(session.effectSettings, else: EffectSettings()),
      path: CommonOptions.environment("PATH") ?? "/usr/bin:/bin", now: session.environment.now())
    return (doctor, unusable)
  }
}
