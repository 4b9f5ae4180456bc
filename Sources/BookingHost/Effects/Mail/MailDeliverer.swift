/// Makes email effects happen. Whatever goes wrong is said with its reason, which holds no personal data.
package struct MailDeliverer: EffectDeliverer {
  private let composer: MailComposer
  private let templates: @Sendable () -> MailTemplates
  private let transport: any MailTransport
  private let warn: @Sendable (String) -> Void

  /// - Parameters:
  ///   - templates: asked for every mail, so that an edit shows in the next one.
  ///   - warn: hears that an edited template could not be used and what was sent instead.
  package init(
    composer: MailComposer, templates: @escaping @Sendable () -> MailTemplates, transport: any MailTransport,
    warn: @escaping @Sendable (String) -> Void
  ) {
    self.composer = composer
    self.templates = templates
    self.transport = transport
    self.warn = warn
  }

  package var isLocal: Bool { transport.isLocal }

  /// Sends the mail of an email effect. Never without an address, whatever the effect says, and never one that is
  /// no longer true of the booking.
  package func deliver(_ job: EffectJob) -> DeliveryOutcome {
    guard case .email(let template, _) = job.effect.action else {
      return .failed(reason: "this is no email")
    }
    let outcome = outcome(of: template, job)
    return job.isRepeat ? outcome.mindful : outcome
  }

  private func outcome(of template: String, _ job: EffectJob) -> DeliveryOutcome {
    if let objection = objection(template, job) { return .skipped(reason: objection) }
    do {
      let composed = try composer.compose(
        template, id: String(job.id), for: job.booking, at: job.restaurant, now: job.now, by: templates())
      if let note = composed.mail.notes.first { warn("\(note); \(composed.mail.standIn)") }
      return transport.send(composed.message, isRepeat: job.isRepeat)
    } catch {
      return error.isForWantOfAnAddress ? .skipped(reason: error.reason) : .failed(reason: error.reason)
    }
  }

  /// Why the mail would not be true.
  private func objection(_ template: String, _ job: EffectJob) -> String? {
    if let entry = job.entry { return entry.objection }
    let kind = MailKind(template: template)
    let isRequest = kind == .confirmation && job.booking.status == .pending
    return (isRequest ? .requested : kind)?.objection(to: job.booking, now: job.now)
  }
}

extension RenderedMail {
  /// What is said when this was sent instead of an edited template.
  fileprivate var standIn: String {
    isShipped ? "the mail went out as it was shipped" : "another of the directory's templates was used"
  }
}

extension DeliveryOutcome {
  /// What is left out after all, where an earlier attempt may have got through: then it is not sure that nothing
  /// has arrived. Of what fails the outbox says so.
  fileprivate var mindful: DeliveryOutcome {
    guard case .skipped(let reason) = self else { return self }
    return .skipped(reason: reason + "; an earlier attempt may have got through")
  }
}
