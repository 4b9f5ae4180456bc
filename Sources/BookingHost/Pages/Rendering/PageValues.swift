internal import Mustache

/// A page's values as dictionaries. A template that asks a structure for its members has it looked into anew for every
/// place it fills; so it is looked into once, before.
enum PageValues {
  /// What a value is to a template. What answers for itself, and what is no structure, stays as it is.
  static func of(_ value: Any) -> Any {
    if value is String || value is Int || value is Bool { return value }
    if let list = value as? [Any] { return list.map(of) }
    guard !(value is any MustacheParent) else { return value }
    let mirror = Mirror(reflecting: value)
    guard mirror.displayStyle == .struct else { return value }
    var members: [String: Any] = [:]
    for case (let name?, let member) in mirror.children {
      if let member = present(member) { members[name] = of(member) }
    }
    return members
  }

  /// Nil for an optional that is: then the value around it is asked.
  private static func present(_ value: Any) -> Any? {
    let mirror = Mirror(reflecting: value)
    guard mirror.displayStyle == .optional else { return value }
    return mirror.children.first?.value
  }
}
