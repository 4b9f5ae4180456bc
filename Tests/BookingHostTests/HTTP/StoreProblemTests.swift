import Testing

@testable import BookingHost

@Suite("What callers hear of a disk that fails")
struct StoreProblemTests {
  @Test func `it is worth trying again, and what is wrong with the disk is not theirs to know`() {
    let problem = Problem(StoreError.unavailable("There is no room left for the booking store."))
    #expect(problem.status == 503)
    #expect(problem.retryAfter == 30)
    #expect(!problem.detail.contains("room"))
  }

  @Test func `what is a mistake of ours is not worth trying again`() {
    #expect(Problem(StoreError.failed("The store refused a value.")).status == 500)
  }
}
