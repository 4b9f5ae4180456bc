/// The description of the routes, OpenAPI 3.1: what programs generate clients from, and tests compare the
/// server with.
enum OpenAPI {
  /// The document. `modes` are the staff modes there are.
  static func document(title: String = "Booking host") -> JSONNode {
    [
      "openapi": "3.1.0",
      "info": [
        "title": .text(title), "version": "1",
        "description": """
        Bookings of restaurants, for guests and for staff. Every failure is a problem document (RFC 9457) \
        whose `code` is stable. Times are of the restaurant's own clock unless they say their offset.
        """,
      ],
      "servers": [["url": "/"]],
      "paths": paths,
      "components": [
        "schemas": .object(OpenAPISchemas.all),
        "securitySchemes": [
          "bearer": [
            "type": "http", "scheme": "bearer", "description": "A session's token, or a provider's JWT.",
          ],
          "cookie": [
            "type": "apiKey", "in": "cookie", "name": "booking-session",
            "description": "Writes need X-CSRF-Token too. Behind TLS its name is __Host-booking-session.",
          ],
        ],
      ],
    ]
  }

  private static var paths: JSONNode {
    var paths: [(String, JSONNode)] = []
    for operation in operations {
      let entry = (operation.method.lowercased(), operation.node)
      if let index = paths.firstIndex(where: { $0.0 == operation.path }) {
        guard case .object(var members) = paths[index].1 else { continue }
        members.append(entry)
        paths[index].1 = .object(members)
      } else {
        paths.append((operation.path, .object([entry])))
      }
    }
    return .object(paths)
  }

  /// Every operation, in the order they are read.
  static let operations =
    OpenAPIOperation.sessions + OpenAPIOperation.staff + OpenAPIOperation.waitlist
    + OpenAPIOperation.house
    + OpenAPIOperation.members + OpenAPIOperation.guestBook + OpenAPIOperation.guests
    + OpenAPIOperation.questions + OpenAPIOperation.calendars + OpenAPIOperation.upkeep
}
