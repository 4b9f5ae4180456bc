import BookingHost
import Testing

@Suite struct `Phone numbers and addresses as the shipped rules take them` {
  private func decide(
    _ field: String, _ text: String, phone: String? = "+44 20 7946 0100", locale: String = "en-GB"
  ) throws -> Verdict {
    var asked = draft()
    asked[field] = .text(text)
    return try Shipped.rules.decide(
      mode: "ops", draft: asked,
      facts: facts {
        $0.restaurant.phone = phone
        $0.restaurant.locale = locale
      })
  }

  @Test(arguments: [
    ("07700 900123", "+447700900123"), ("+44 7700 900123", "+447700900123"),
    ("0044 7700 900123", "+447700900123"), ("+44 (0)7700 900123", "+447700900123"),
    ("(020) 7946-0100", "+442079460100"), ("+1 212 555 0123", "+12125550123"),
  ])
  func `a number is kept in its international form`(typed: String, kept: String) throws {
    let verdict = try decide("phone", typed)
    #expect(verdict.codes == [])
    #expect(verdict.values.phone == typed)
    #expect(verdict.values.normalised["phone"] == kept)
  }

  @Test func `a number without a code is of the restaurant's country`() throws {
    #expect(
      try decide("phone", "212 555 0123", phone: "+1 212 555 9999").values.normalised["phone"]
        == "+12125550123")
    #expect(
      try decide("phone", "1 212 555 0123", phone: "+1 212 555 9999").values.normalised["phone"]
        == "+12125550123")
    #expect(
      try decide("phone", "984-1234567", phone: nil, locale: "ne-NP").values.normalised["phone"]
        == "+9779841234567")
    #expect(
      try decide("phone", "020 1234567", phone: nil, locale: "nl-NL").values.normalised["phone"]
        == "+31201234567")
    #expect(
      try decide("phone", "0670 123 4567", phone: "+39 06 1234 5678").values.normalised["phone"]
        == "+3906701234567")
    #expect(try decide("phone", "020 7946 0100", phone: nil, locale: "en").codes == ["phone_invalid"])
  }

  @Test(arguments: [
    "12", "ring the bell 07700 900123", "+44", "0000000000", "07700+900123", "+4477009001234567",
  ])
  func `what is no number is refused`(typed: String) throws {
    #expect(try decide("phone", typed).codes == ["phone_invalid"])
  }

  @Test(arguments: ["ada@example.com", "Ada.L+table@sub.example.co.uk", "ådå@exämple.se"])
  func `an address is taken`(typed: String) throws {
    #expect(try decide("email", typed).codes == [])
  }

  @Test(arguments: ["nope", "a@b", "a@b..com", "a@.com", "a@b.com.", "a b@c.de", "a@b@c.de", "a@-"])
  func `what is no address is refused`(typed: String) throws {
    #expect(try decide("email", typed).codes == ["email_invalid"])
  }

  @Test func `an address is kept in lower case beside what was typed`() throws {
    let verdict = try decide("email", "Ada@Example.COM")
    #expect(verdict.values.email == "Ada@Example.COM")
    #expect(verdict.values.normalised["email"] == "ada@example.com")
  }

  @Test func `the stricter example takes British mobiles only`() throws {
    let book = try RuleBook(files: [
      "m.lua":
        "return { access = 'staff', fields = { phone = { format = require('lib.contact').uk_mobile } } }",
      "lib/contact.lua": Shipped.file("lib/contact.lua"),
      "lib/calling_codes.lua": Shipped.file("lib/calling_codes.lua"),
    ])
    var asked = draft()
    asked["phone"] = "07700 900123"
    #expect(try book.decide(mode: "m", draft: asked, facts: facts()).codes == [])
    asked["phone"] = "020 7946 0100"
    let refused = try book.decide(mode: "m", draft: asked, facts: facts())
    #expect(refused.issues.map(\.message) == ["Please give a British mobile number, such as 07700 900123"])
  }
}
