import Foundation

/// What is known of the terminal.
enum Terminal {
  /// Whether a person is there to be asked: they see what is printed, and can type.
  static var isInteractive: Bool { isatty(STDIN_FILENO) == 1 && isatty(STDOUT_FILENO) == 1 }

  /// A terminal that can only print one line after the other.
  static var isDumb: Bool { CommonOptions.environment("TERM") ?? "dumb" == "dumb" }

  /// In columns; 80 where nothing is known.
  static var width: Int {
    var size = winsize()
    guard ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return 80 }
    return Int(size.ws_col)
  }
}
