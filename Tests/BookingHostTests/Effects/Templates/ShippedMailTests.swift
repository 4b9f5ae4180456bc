import Foundation
import Testing

@testable import BookingHost

@Suite("The mail templates that come with the program")
struct ShippedMailTests {
  @Test func `are those of rules/mail; scripts/embed-mail.sh brings them in`() throws {
    let folder = Shipped.directory + "/mail"
    let files = try FileManager.default.contentsOfDirectory(atPath: folder).filter {
      $0.hasSuffix(".mustache")
    }
    #expect(Set(files) == Set(ShippedMail.texts.keys))
    for file in files { #expect(ShippedMail.texts[file] == Shipped.file("mail/" + file), "\(file)") }
  }

  @Test func `have nothing wrong with them`() {
    #expect(MailTemplates.findings(in: Shipped.directory) == [])
    #expect(MailTemplates.shipped.names == MailKind.allCases.map(\.rawValue).sorted())
  }

  @Test(arguments: MailKind.allCases)
  func `read well with and without what a restaurant may not have`(kind: MailKind) throws {
    for hasLink in [true, false] {
      for isBare in [true, false] {
        let words = words(kind, manageURL: hasLink ? "https://bookings.example/booking/K7QM3PX" : nil) {
          guard isBare else { return }
          ($1.phone, $1.email, $1.address) = (nil, nil, nil)
          ($0.seating, $0.answers) = (nil, [:])
        }
        let mail = try #require(
          MailTemplates.shipped.render(kind.rawValue, isPending: kind == .requested, words))
        #expect(mail.template == kind.rawValue && mail.isShipped && mail.notes == [])
        let html = try #require(mail.html)
        for text in [mail.subject, mail.text, html] {
          #expect(!text.contains("{{") && !text.contains("}}"))
          #expect(!text.contains("  ,") && !text.contains(" :") && !text.contains("()"))
        }
        #expect(!mail.text.contains("\n\n\n") && !mail.text.hasPrefix("\n"))
        #expect(
          mail.text.contains("https://") == (hasLink && ![.cancelled, .review, .tableReady].contains(kind)))
        #expect(mail.text.split(separator: "\n").allSatisfy { $0.count <= 78 && !$0.hasSuffix(" ") })
      }
    }
  }

  @Test func `a confirmation, to be read by a person`() throws {
    let mail = try #require(MailTemplates.shipped.render("confirmation", isPending: false, words()))
    #expect(mail.subject == "Your table at The Anchor: Friday, 27 November 2026, 19:30")
    #expect(
      mail.text == """
        Dear Ada Lovelace,

        Thank you for booking with us. Your table is reserved:

          Friday, 27 November 2026
          19:30
          Table for 4 (window)
          In the name of Ada Lovelace
          Reference K7QM3PX
          High chairs: 2

        The attached file puts it into your calendar.

        Should your plans change, please ring us on +44 20 7946 0100.

        We look forward to welcoming you.

        The Anchor
        1 Quay Street, London
        +44 20 7946 0100
        hello@the-anchor.example

        """)
  }

  @Test func `a reminder says today, tomorrow or soon`() throws {
    for (days, word) in [(0, "today"), (1, "tomorrow"), (5, "soon")] {
      let words = words(.reminder) { booking, _ in
        booking.start.date = ("2026-11-25" as CivilDate).adding(days: days)
      }
      let mail = try #require(MailTemplates.shipped.render("reminder", isPending: false, words))
      #expect(mail.subject == "See you \(word) at The Anchor: 19:30")
      #expect(mail.text.contains("seeing you \(word):"))
    }
  }

  @Test func `do not repeat what was written in the notes`() throws {
    for kind in MailKind.allCases {
      let mail = try #require(MailTemplates.shipped.render(kind.rawValue, isPending: false, words(kind)))
      #expect(!mail.text.contains("A high chair, please."))
    }
  }

  @Test func `in HTML need no picture, script, style sheet or other host`() throws {
    for kind in MailKind.allCases {
      let link = "https://bookings.example/booking/K7QM3PX?token=a"
      let mail = try #require(
        MailTemplates.shipped.render(
          kind.rawValue, isPending: kind == .requested, words(kind, manageURL: link)))
      let html = try #require(mail.html).replacing(link, with: "")
      for unwanted in ["<img", "<script", "<style", "<link", "http", "background", "url("] {
        #expect(!html.contains(unwanted), "\(kind) has \(unwanted)")
      }
      // What is opened is closed.
      for tag in ["table", "tr", "td", "p", "body", "html", "head"] {
        let opened = html.ranges(of: "<\(tag)>").count + html.ranges(of: "<\(tag) ").count
        #expect(opened == html.ranges(of: "</\(tag)>").count, "\(kind): \(tag)")
      }
    }
  }

  @Test func `stay in English at a restaurant elsewhere, dates too; its own are in its language`() throws {
    let french = words(locale: "fr-FR")
    let shipped = try #require(MailTemplates.shipped.render("confirmation", isPending: false, french))
    #expect(shipped.subject.contains("Friday, 27 November 2026"))
    let copied = templates(ShippedMail.texts)
    let same = try #require(copied.render("confirmation", isPending: false, french))
    #expect(same.subject.contains("Friday, 27 November 2026") && same.isShipped)
    let own = templates([
      "confirmation.txt.mustache": "Subject: Votre table, {{date}}\n\n{{time}} {{language}}"
    ])
    let mail = try #require(own.render("confirmation", isPending: false, french))
    #expect(mail.subject == "Votre table, vendredi 27 novembre 2026" && mail.text == "19:30 fr")
    #expect(!mail.isShipped)
  }
}
