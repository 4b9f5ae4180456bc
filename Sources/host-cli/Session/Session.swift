import BookingHost

/// One run of the command line: what it works with, opened when first asked for.
final class Session {
  let options: CommonOptions
  let environment: HostEnvironment
  private var openStore: Store?
  var openRules: LiveRules?
  private var readSecret: KeyedHash?
  /// Once they have been read; see `effectSettings`.
  var readEffectSettings: EffectSettings?
  /// Likewise; see `mailSettings`.
  var readMailSettings: MailSettings?

  init(_ options: CommonOptions, environment: HostEnvironment = .live) {
    self.options = options
    self.environment = environment
  }

  var output: Output { Output(options.format) }
  var signInFile: SignInFile { SignInFile(directory: options.data) }

  func store() throws -> Store {
    if let openStore { return openStore }
    let store = try Store.open(options.place)
    openStore = store
    if let upgrade = store.upgrade { tell(upgrade) }
    return store
  }

  /// The secret beside the store; for a store in a database the one that all its hosts have.
  func secret() throws -> KeyedHash {
    if let readSecret { return readSecret }
    let secret = try SecretFile(directory: options.data).load()
    if options.place.database != nil { try store().checkSecret(secret.mark) }
    readSecret = secret
    return secret
  }

  func access() throws -> Access {
    Access(store: try store(), hasher: .standard, now: environment.now)
  }

  func desk() throws -> BookingDesk {
    let store = try store()
    let hash = try secret()
    return BookingDesk(store: store, live: try liveRules(), environment: environment) { hash($0) }
  }

  /// Whoever is signed in; a guest when nobody is.
  func caller() throws -> Caller {
    try signedIn().map { .staff($0.staff) } ?? .guest
  }

  /// The member of staff who is signed in. Throws when nobody is.
  func staff() throws -> StaffAccount {
    guard let session = try signedIn() else { throw HostError.notSignedIn }
    return session.staff
  }

  /// The session that the sign-in file proves; nil when there is none or it is over.
  func signedIn() throws -> SessionRecord? {
    let access = try access()
    return try signInFile.load().flatMap { try access.session(token: $0) }
  }

  private func tell(_ upgrade: StoreUpgrade) {
    let backup = upgrade.backup.map { "; as it was before it is in \(Plain.text($0))" } ?? ""
    Output.complain("note: the store was brought from schema \(upgrade.from) to \(upgrade.to)\(backup)")
  }
}
