import Testing

@testable import BookingHost

@Suite("Dates and times as people say them")
struct HumanDateTests {
  /// A Sunday.
  let today: CivilDate = "2026-11-22"

  @Test(
    "a date is read as it is said",
    arguments: [
      ("2026-11-22", "2026-11-22"), ("today", "2026-11-22"), ("Tomorrow", "2026-11-23"),
      ("sun", "2026-11-22"), ("mon", "2026-11-23"), ("fri", "2026-11-27"), ("FRIDAY", "2026-11-27"),
      ("sat", "2026-11-28"), (" thurs ", "2026-11-26"), ("2024-02-29", "2024-02-29"),
    ])
  func readsDate(_ text: String, _ expected: CivilDate) {
    #expect(HumanDate.read(text, today: today) == expected)
  }

  @Test(
    "what could be another date is not guessed at",
    arguments: [
      "", "t", "fr", "fried", "2026-02-30", "2026-2-3", "22/11", "22 nov", "yesterday", "٢٠٢٦-١١-٢٢",
    ])
  func refusesDate(_ text: String) {
    #expect(HumanDate.read(text, today: today) == nil)
  }

  @Test(
    "a time is read as it is said",
    arguments: [
      ("19:30", 1170), ("9:05", 545), ("1930", 1170), ("0730", 450), ("19.30", 1170), ("19", 1140),
      ("7:30pm", 1170), ("730pm", 1170), ("7.30 PM", 1170), ("7pm", 1140), ("7 am", 420), ("12pm", 720),
      ("12am", 0), ("12:30am", 30), ("1159pm", 1439), ("noon", 720), ("00:00", 0), ("23:59", 1439),
    ])
  func readsTime(_ text: String, _ expected: Int) {
    #expect(HumanTime.minute(text) == expected)
  }

  @Test(
    "what could be another time, or is none, is not guessed at",
    arguments: [
      "", "7", "730", "12", "24:00", "25:00", "19:60", "13pm", "0pm", "7:5pm", "pm", "half seven", "2400",
    ])
  func refusesTime(_ text: String) {
    #expect(HumanTime.minute(text) == nil)
  }

  @Test("a bare hour is either half of the day, and a clear time is neither")
  func eitherHalf() {
    #expect(HumanTime.eitherHalf("7") == [420, 1140])
    #expect(HumanTime.eitherHalf("730") == [450, 1170])
    #expect(HumanTime.eitherHalf("19:30").isEmpty)
    #expect(HumanTime.eitherHalf("99").isEmpty)
  }
}
