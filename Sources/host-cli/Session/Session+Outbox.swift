import BookingHost
import Foundation

// What should follow bookings.
extension Session {
  func outbox() throws -> Outbox {
    let store = try store()
    var deliverers = try effectSettings().deliverers(store: store, box: webhookBox(), now: environment.now)
    deliverers["email"] = try mailDeliverer()
    return Outbox(
      store: store, deliverers: deliverers, now: environment.now, random: { Double.random(in: 0..<1) },
      leaseName: environment.uuid)
  }

  /// An effect at one of the restaurants of who is signed in.
  func outboxEntry(_ id: Int) throws -> OutboxEntry {
    let own = try memberRestaurants(staff()).map(\.id)
    guard let entry = try store().read({ try $0.outboxEntry(id: id) }), own.contains(entry.restaurantID)
    else {
      throw HostError(.notFound, "There is no effect \(id) at your restaurants.", field: "number")
    }
    return entry
  }

  /// A booking that has just been made, after what follows it has been tried: at once what happens on this
  /// machine; for the rest a program of its own is started, waited for no longer than a moment, and left to end
  /// by itself. Where others wait already, nobody waits. The booking is made whatever becomes of it.
  func following(_ booking: Booking) -> Booking {
    guard booking.effects.contains(where: { $0.state == .queued }), let outbox = try? outbox() else {
      return booking
    }
    _ = try? outbox.deliverDue(bookingID: booking.id, onlyLocal: true)
    let tried = current(booking)
    let now = environment.now()
    if outbox.hasMore(tried, now: now) {
      deliverAside(booking.reference, patience: outbox.isHeldUp(tried, now: now) ? 0 : 1)
    }
    return current(booking)
  }

  private func current(_ booking: Booking) -> Booking {
    (try? store().read { try $0.booking(id: booking.id) }) ?? booking
  }

  /// Has a program of its own try what follows a booking, or the call of a party that waits: by its id.
  func deliverAside(_ reference: String, patience seconds: Double) {
    let process = Process()
    process.executableURL = URL(filePath: "/proc/self/exe").resolvingSymlinksInPath()
    process.arguments = [
      "outbox", "deliver", "--booking", reference, "--data", options.data, "--rules", options.rules,
    ]
    // Not as an argument: everybody on the machine can read those, and there may be a password in it.
    if let database = options.database {
      process.environment = ProcessInfo.processInfo.environment.merging(["BOOKING_DATABASE": database]) { $1 }
    }
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    guard (try? process.run()) != nil else { return }
    let end = Date().addingTimeInterval(seconds)
    while process.isRunning, Date() < end { Thread.sleep(forTimeInterval: 0.01) }
  }
}
