/// Looks at everything that a service rests on, changes nothing, and says what to do.
package struct Doctor: Sendable {
  package var directory: String
  /// The address of the store's database, where it is not in the directory.
  package var database: String?
  package var rules: String
  package var mail: MailSettings
  package var effects: EffectSettings
  /// Where programs are looked up.
  package var path: String
  package var now: Instant

  package init(
    directory: String, database: String? = nil, rules: String, mail: MailSettings, effects: EffectSettings,
    path: String, now: Instant
  ) {
    self.directory = directory
    self.database = database
    self.rules = rules
    self.mail = mail
    self.effects = effects
    self.path = path
    self.now = now
  }

  /// Every finding, in a fixed order of subjects.
  package func findings() -> [HealthFinding] {
    var findings = database == nil ? fileFindings() : databaseFindings()
    findings.append(FilePrivacy(directory: directory).finding())
    findings.append(secretFinding())
    let size = StoreHealth.size(directory: directory)
    if let room = DiskRoom(directory: directory, store: size) { findings.append(room.finding()) }
    return findings + programFindings()
  }

  /// About a store in a file.
  private func fileFindings() -> [HealthFinding] {
    var findings: [HealthFinding] = []
    do {
      let health = try StoreHealth(directory: directory)
      findings += storeFindings(health)
      if health.isUsable { findings += storeFindings(try Store.open(directory: directory)) }
      findings.append(ClockSanity.finding(now: now, last: health.lastWritten))
    } catch let error as StoreError {
      findings.append(.wrong("store", error.message, Doctor.advice(error)))
      findings.append(ClockSanity.finding(now: now, last: nil))
    } catch {
      findings.append(.wrong("store", "It cannot be looked at.", "Look at the permissions of \(directory)."))
    }
    return findings
  }

  /// About a store in a database: whether it answers, and is of this program's version. What the server rests on is
  /// for its own tools to say.
  private func databaseFindings() -> [HealthFinding] {
    do {
      let store = try Store.open(StorePlace(directory: directory, database: database))
      let last = try store.read { try $0.lastWritten() }
      return [.ok("store", "the database answers, and its tables are of this version")]
        + storeFindings(store) + [ClockSanity.finding(now: now, last: last)]
    } catch {
      let message = (error as? StoreError)?.message ?? "It cannot be looked at."
      return [.wrong("store", message, "Is the server up, and the address right? See docs/postgres.md.")]
    }
  }

  private static func advice(_ error: StoreError) -> String {
    switch error {
    case .missing: "Make one with: host-cli setup, or bring one back with: host-cli restore FILE"
    case .newer: "Update host-cli, or restore a backup from before the update: host-cli restore FILE"
    case .busy: "Try again in a moment."
    default: "Restore a backup: host-cli restore FILE. What is there now is kept aside."
    }
  }

  private func secretFinding() -> HealthFinding {
    do {
      let secret = try SecretFile(directory: directory).load()
      if let database {
        let store = try? Store.open(StorePlace(directory: directory, database: database))
        guard try store?.isSecret(secret.mark) != false else {
          return .wrong(
            "secret", "\(directory)/secret is not the one that the database's other hosts work with",
            "Copy the file from one of them.")
        }
      }
      return .ok("secret", "it is there")
    } catch {
      return .wrong(
        "secret", "\(directory)/secret is missing or damaged",
        "Bring it back from where you keep it, else make a new one (host-cli setup) and rotate webhooks.")
    }
  }

  private func programFindings() -> [HealthFinding] {
    var findings: [HealthFinding] = []
    if mail.transport == .program {
      findings.append(NeededProgram.finding(mail.program, for: "mail", path: path))
    } else {
      findings.append(
        .mind(
          "mail", "goes into files of \(directory)/mail; guests get none",
          "Say mail.transport = program, see docs/mail.md."))
    }
    if let program = effects.noticeProgram?.program {
      findings.append(NeededProgram.finding(program, for: "notices", path: path))
    }
    if !NeededProgram.isThere("curl", path: path) {
      findings.append(
        .mind(
          "programs", "curl is not there; webhooks cannot be sent",
          "apt-get install curl, if you use webhooks."))
    } else {
      findings.append(.ok("programs", "curl is there, for webhooks"))
    }
    return findings
  }
}
