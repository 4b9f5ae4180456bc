/// One finding, as staff and programs of the restaurant see it.
package struct IssueJSON: Encodable, Sendable {
  package var code: String
  @OrNull package var field: String?
  package var message: String
  package var severity: String
  @OrNull package var role: String?
  @OrNull package var rule: String?

  package init(_ issue: Issue) {
    code = issue.code
    field = issue.field.map(WireEncoder.key)
    message = issue.message
    severity = issue.severity.name
    role = issue.severity.role?.rawValue
    rule = issue.rule
  }
}
