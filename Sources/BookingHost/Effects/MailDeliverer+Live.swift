extension MailSettings {
  /// The way out that these settings mean; `data` is the data directory.
  package func transport(in data: String) -> any MailTransport {
    switch transport {
    case .file: FileTransport(directory: data + "/mail")
    case .program: ProgramTransport(self)
    }
  }
}

extension MailDeliverer {
  /// The deliverer of a host: templates from its rule directory as they are when a mail is sent.
  ///
  /// - Parameters:
  ///   - data: the data directory; `mail/` in it is where files go.
  ///   - rules: the rule directory; `mail/` in it has the templates.
  ///   - policy: a mode as it is now, for the labels of its own fields.
  ///   - warn: hears of templates that could not be used.
  package init(
    settings: MailSettings, data: String, rules: String, keyedHash: @escaping @Sendable (String) -> [UInt8],
    policy: @escaping @Sendable (_ mode: String) -> Policy?, warn: @escaping @Sendable (String) -> Void
  ) {
    let composer = MailComposer(settings: settings, keyedHash: keyedHash) { mode in
      policy(mode).map(MailField.own) ?? []
    }
    self.init(
      composer: composer, templates: { MailTemplates.read(in: rules) },
      transport: settings.transport(in: data),
      warn: warn)
  }
}
