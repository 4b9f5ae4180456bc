import Foundation
import Testing

@testable import BookingHost

@Suite struct `A webhook about a party that is called` {
  @Test func `has the party as the API has it, without what staff wrote`() async throws {
    let place = try WebhookHouse()
    let server = try HookServer()
    _ = try place.endpoint(server)
    let desk = place.house.desk()
    let host = Caller.staff(place.house.host)
    let draft = Draft(party: 4, name: "Ada Lovelace", phone: "+44 20 7946 0999")
    guard
      case .added(let added) = try desk.wait(
        WaitRequest(restaurant: "anchor", mode: "m", draft: draft), by: host)
    else { throw HostError(.internal, "refused") }
    _ = try desk.take(WaitlistStepRequest(added.entry.id, step: .call), by: host)
    _ = try desk.take(WaitlistStepRequest(added.entry.id, step: .leave, reason: "went home"), by: host)
    try await place.deliver()
    let request = try #require(server.requests.first)
    #expect(server.requests.count == 1)
    let body = try #require(try JSONSerialization.jsonObject(with: Data(request.body.utf8)) as? [String: Any])
    #expect(body["type"] as? String == "waitlist.called")
    let data = try #require(body["data"] as? [String: Any])
    #expect(data["code"] as? String == "W1" && data["party"] as? Int == 4)
    #expect(data["phone"] as? String == "+44 20 7946 0999" && data["email"] is NSNull)
    #expect(data["state"] as? String == "left" && data["reason"] is NSNull)
    let history = try place.house.store.read { reader in
      try reader.webhookEndpoints(ofRestaurants: ["id-anchor"]).flatMap {
        try reader.webhookHistory(ofEndpoint: $0.id, limit: 9)
      }
    }
    #expect(history.map(\.reference) == ["W1"])
  }
}
